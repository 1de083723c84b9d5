// The kernel's and libc's names that Swift's Glibc module lacks.
//
// _GNU_SOURCE: renameat2, gettid, pthread_setname_np, ppoll. Functions exist here for two reasons only: the C one is a
// macro or variadic, or pairs a request with its struct so that a caller cannot mix them up.
#ifndef CLINUX_H
#define CLINUX_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "v4l2.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>
#endif
