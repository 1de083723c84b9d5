// What LibAV uses of FFmpeg 5.1 to 7.1, and the macros among it, which Swift does not import.
#ifndef CFFMPEG_SHIM_H
#define CFFMPEG_SHIM_H
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/channel_layout.h>
#include <libavutil/cpu.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

/// AVERROR(EAGAIN): nothing to give out until more goes in.
static const int CFFMPEG_AGAIN = AVERROR(EAGAIN);
/// AVERROR(ENOMEM).
static const int CFFMPEG_NO_MEMORY = AVERROR(ENOMEM);
/// AVERROR_EOF: everything has been given out.
static const int CFFMPEG_END = AVERROR_EOF;
/// AVERROR_INVALIDDATA: the bytes given cannot be understood.
static const int CFFMPEG_INVALID_DATA = AVERROR_INVALIDDATA;
/// AVERROR_EXTERNAL: a library beneath (libx264) failed.
static const int CFFMPEG_EXTERNAL = AVERROR_EXTERNAL;
/// AV_NOPTS_VALUE.
static const int64_t CFFMPEG_NO_TIME = AV_NOPTS_VALUE;
#endif
