#ifndef CLINUX_PLATFORM_H
#define CLINUX_PLATFORM_H
/// Names the calling thread, at most 15 bytes. 0, or an error number (pthread_setname_np(3)).
int clinux_thread_set_name(const char *name);

/// renameat2(2) with RENAME_NOREPLACE, both paths below the folder `root`. 0, or -1 with errno.
int clinux_rename_no_replace(int root, const char *path, const char *new_path);
#endif
