// Functions for what Swift cannot say: two callbacks of FFmpeg whose C type Swift cannot hold or differs by version.
#ifndef CFFMPEG_SHIMS_H
#define CFFMPEG_SHIMS_H
#include <libavformat/avio.h>
#include <stdint.h>

/// Takes bytes that libavformat wrote. Returns the count, or a negative AVERROR.
typedef int (*cffmpeg_write)(void *opaque, const uint8_t *bytes, int count);

/// Goes to a place in what was written, as lseek(2) with SEEK_SET. Returns the place, or a negative AVERROR.
typedef int64_t (*cffmpeg_seek)(void *opaque, int64_t offset, int whence);

/// avio_alloc_context for writing only. The write callback's buffer became const in libavformat 61
/// (FF_API_AVIO_WRITE_NONCONST), so that no one Swift closure fits both.
AVIOContext *cffmpeg_writer(unsigned char *buffer, int size, void *opaque, cffmpeg_write write,
                            cffmpeg_seek seek);

/// Takes one line of FFmpeg's log, formatted, at an AV_LOG_ level. Called on whatever thread logs.
typedef void (*cffmpeg_log)(int level, const char *line);

/// av_log_set_callback; the callback's va_list has no one shape in Swift.
void cffmpeg_set_log(cffmpeg_log log);
#endif
