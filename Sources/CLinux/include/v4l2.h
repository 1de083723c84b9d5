// Video capture: one function per ioctl of linux/videodev2.h, typed by its argument, so that no caller can pair a
// request with the wrong struct. Each returns 0 or -errno, and retries EINTR.
#ifndef CLINUX_V4L2_H
#define CLINUX_V4L2_H
#include <linux/videodev2.h>
#include <stdint.h>

int clinux_v4l2_querycap(int fd, struct v4l2_capability *arg);
int clinux_v4l2_enuminput(int fd, struct v4l2_input *arg);
int clinux_v4l2_enum_fmt(int fd, struct v4l2_fmtdesc *arg);
int clinux_v4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *arg);
int clinux_v4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *arg);
int clinux_v4l2_try_fmt(int fd, struct v4l2_format *arg);
int clinux_v4l2_s_fmt(int fd, struct v4l2_format *arg);
int clinux_v4l2_g_parm(int fd, struct v4l2_streamparm *arg);
int clinux_v4l2_s_parm(int fd, struct v4l2_streamparm *arg);
int clinux_v4l2_query_dv_timings(int fd, struct v4l2_dv_timings *arg);
int clinux_v4l2_s_dv_timings(int fd, const struct v4l2_dv_timings *arg);
int clinux_v4l2_queryctrl(int fd, struct v4l2_queryctrl *arg);
int clinux_v4l2_g_ctrl(int fd, struct v4l2_control *arg);
int clinux_v4l2_s_ctrl(int fd, struct v4l2_control *arg);
int clinux_v4l2_reqbufs(int fd, struct v4l2_requestbuffers *arg);
int clinux_v4l2_querybuf(int fd, struct v4l2_buffer *arg);
int clinux_v4l2_qbuf(int fd, struct v4l2_buffer *arg);
int clinux_v4l2_dqbuf(int fd, struct v4l2_buffer *arg);
int clinux_v4l2_subscribe_event(int fd, const struct v4l2_event_subscription *arg);
int clinux_v4l2_dqevent(int fd, struct v4l2_event *arg);
int clinux_v4l2_g_input(int fd, int *index);
// `type` is one of enum v4l2_buf_type.
int clinux_v4l2_streamon(int fd, uint32_t type);
int clinux_v4l2_streamoff(int fd, uint32_t type);

// Opens a node to read and write, without blocking and closed on exec: the descriptor, or -errno.
int clinux_v4l2_open(const char *path);
int clinux_v4l2_close(int fd);

// Maps `length` bytes of a driver's buffer, shared, to read and write: 0 or -errno.
int clinux_v4l2_map(int fd, uint32_t length, uint32_t offset, void **address);
int clinux_v4l2_unmap(void *address, uint32_t length);

// Nanoseconds of CLOCK_MONOTONIC.
int64_t clinux_v4l2_now(void);

// ppoll(2) on one descriptor for `events` until `deadline`, nanoseconds of CLOCK_MONOTONIC.
// 1 with `*revents`, 0 when the deadline passed, or -errno.
int clinux_v4l2_wait(int fd, short events, int64_t deadline, short *revents);

// Codes that are function-like macros, under the kernel's names.
enum {
    CLINUX_PIX_FMT_H264 = V4L2_PIX_FMT_H264,
    CLINUX_PIX_FMT_MJPEG = V4L2_PIX_FMT_MJPEG,
    CLINUX_PIX_FMT_JPEG = V4L2_PIX_FMT_JPEG,
    CLINUX_PIX_FMT_YUYV = V4L2_PIX_FMT_YUYV,
    CLINUX_PIX_FMT_UYVY = V4L2_PIX_FMT_UYVY,
    CLINUX_PIX_FMT_NV12 = V4L2_PIX_FMT_NV12,
    CLINUX_PIX_FMT_NV12M = V4L2_PIX_FMT_NV12M,
    CLINUX_PIX_FMT_YUV420 = V4L2_PIX_FMT_YUV420,
    CLINUX_PIX_FMT_YUV420M = V4L2_PIX_FMT_YUV420M,
};
#endif
