#define _GNU_SOURCE
#include "platform.h"
#include <pthread.h>
#include <stdio.h>

int clinux_thread_set_name(const char *name) { return pthread_setname_np(pthread_self(), name); }

int clinux_rename_no_replace(int root, const char *path, const char *new_path) {
    return renameat2(root, path, root, new_path, RENAME_NOREPLACE);
}
