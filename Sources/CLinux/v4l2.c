#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>

static int call(int fd, unsigned long request, void *arg) {
    int result;
    do {
        result = ioctl(fd, request, arg);
    } while (result == -1 && errno == EINTR);
    return result == -1 ? -errno : 0;
}

int clinux_v4l2_querycap(int fd, struct v4l2_capability *arg) { return call(fd, VIDIOC_QUERYCAP, arg); }
int clinux_v4l2_enuminput(int fd, struct v4l2_input *arg) { return call(fd, VIDIOC_ENUMINPUT, arg); }
int clinux_v4l2_enum_fmt(int fd, struct v4l2_fmtdesc *arg) { return call(fd, VIDIOC_ENUM_FMT, arg); }
int clinux_v4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *arg) { return call(fd, VIDIOC_ENUM_FRAMESIZES, arg); }
int clinux_v4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *arg) { return call(fd, VIDIOC_ENUM_FRAMEINTERVALS, arg); }
int clinux_v4l2_try_fmt(int fd, struct v4l2_format *arg) { return call(fd, VIDIOC_TRY_FMT, arg); }
int clinux_v4l2_s_fmt(int fd, struct v4l2_format *arg) { return call(fd, VIDIOC_S_FMT, arg); }
int clinux_v4l2_g_parm(int fd, struct v4l2_streamparm *arg) { return call(fd, VIDIOC_G_PARM, arg); }
int clinux_v4l2_s_parm(int fd, struct v4l2_streamparm *arg) { return call(fd, VIDIOC_S_PARM, arg); }
int clinux_v4l2_query_dv_timings(int fd, struct v4l2_dv_timings *arg) { return call(fd, VIDIOC_QUERY_DV_TIMINGS, arg); }
int clinux_v4l2_s_dv_timings(int fd, const struct v4l2_dv_timings *arg) { return call(fd, VIDIOC_S_DV_TIMINGS, (void *)arg); }
int clinux_v4l2_queryctrl(int fd, struct v4l2_queryctrl *arg) { return call(fd, VIDIOC_QUERYCTRL, arg); }
int clinux_v4l2_g_ctrl(int fd, struct v4l2_control *arg) { return call(fd, VIDIOC_G_CTRL, arg); }
int clinux_v4l2_s_ctrl(int fd, struct v4l2_control *arg) { return call(fd, VIDIOC_S_CTRL, arg); }
int clinux_v4l2_reqbufs(int fd, struct v4l2_requestbuffers *arg) { return call(fd, VIDIOC_REQBUFS, arg); }
int clinux_v4l2_querybuf(int fd, struct v4l2_buffer *arg) { return call(fd, VIDIOC_QUERYBUF, arg); }
int clinux_v4l2_qbuf(int fd, struct v4l2_buffer *arg) { return call(fd, VIDIOC_QBUF, arg); }
int clinux_v4l2_dqbuf(int fd, struct v4l2_buffer *arg) { return call(fd, VIDIOC_DQBUF, arg); }
int clinux_v4l2_subscribe_event(int fd, const struct v4l2_event_subscription *arg) { return call(fd, VIDIOC_SUBSCRIBE_EVENT, (void *)arg); }
int clinux_v4l2_dqevent(int fd, struct v4l2_event *arg) { return call(fd, VIDIOC_DQEVENT, arg); }
int clinux_v4l2_g_input(int fd, int *index) { return call(fd, VIDIOC_G_INPUT, index); }

int clinux_v4l2_streamon(int fd, uint32_t type) {
    int argument = (int)type;
    return call(fd, VIDIOC_STREAMON, &argument);
}

int clinux_v4l2_streamoff(int fd, uint32_t type) {
    int argument = (int)type;
    return call(fd, VIDIOC_STREAMOFF, &argument);
}

int clinux_v4l2_open(const char *path) {
    int fd;
    do {
        fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    } while (fd == -1 && errno == EINTR);
    return fd == -1 ? -errno : fd;
}

// Not repeated on EINTR: Linux has closed the descriptor by then (close(2)).
int clinux_v4l2_close(int fd) { return close(fd) == -1 ? -errno : 0; }

int clinux_v4l2_map(int fd, uint32_t length, uint32_t offset, void **address) {
    void *mapped = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, fd, offset);
    if (mapped == MAP_FAILED) return -errno;
    *address = mapped;
    return 0;
}

int clinux_v4l2_unmap(void *address, uint32_t length) { return munmap(address, length) == -1 ? -errno : 0; }

int64_t clinux_v4l2_now(void) {
    struct timespec now;
    // It cannot fail for this clock (clock_gettime(2): EFAULT and EINVAL only).
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int clinux_v4l2_wait(int fd, short events, int64_t deadline, short *revents) {
    struct pollfd polled = {.fd = fd, .events = events};
    for (;;) {
        int64_t left = deadline - clinux_v4l2_now();
        if (left < 0) left = 0;
        struct timespec timeout = {.tv_sec = left / 1000000000, .tv_nsec = left % 1000000000};
        int ready = ppoll(&polled, 1, &timeout, NULL);
        if (ready == -1 && errno == EINTR) continue;
        if (ready == -1) return -errno;
        *revents = ready == 0 ? 0 : polled.revents;
        return ready;
    }
}
