// The kernel's and libc's names that Swift's Glibc module lacks.
//
// Not compiled with _GNU_SOURCE: that changes `fd_set` and then contradicts Swift's Glibc module. What needs it is a
// function here and defined in the .c file. Functions exist for two reasons only: the C one is a macro, variadic or
// hidden, or it pairs a request with its struct so that a caller cannot mix them up.
#ifndef CLINUX_H
#define CLINUX_H
#include "platform.h"
#include "v4l2.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>
#endif
