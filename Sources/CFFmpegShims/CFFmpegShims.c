#include "CFFmpegShims.h"

#include <libavformat/avformat.h>
#include <libavutil/log.h>
#include <stdatomic.h>
#include <string.h>

AVIOContext *cffmpeg_writer(unsigned char *buffer, int size, void *opaque, cffmpeg_write write,
                            cffmpeg_seek seek) {
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    return avio_alloc_context(buffer, size, 1, opaque, NULL, write, seek);
#else
    typedef int (*older_write)(void *, uint8_t *, int);
    return avio_alloc_context(buffer, size, 1, opaque, NULL, (older_write)write, seek);
#endif
}

static _Atomic(cffmpeg_log) receiver;

static void forward(void *source, int level, const char *format, va_list arguments) {
    cffmpeg_log log = atomic_load(&receiver);
    // The high byte is a terminal colour (AV_LOG_C).
    int severity = level >= 0 ? level & 0xff : level;
    if (!log || severity > av_log_get_level())
        return;
    char line[1024];
    int print_prefix = 1;
    if (av_log_format_line2(source, severity, format, arguments, line, sizeof line, &print_prefix) < 0)
        return;
    size_t length = strlen(line);
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = 0;
    if (length > 0)
        log(severity, line);
}

void cffmpeg_set_log(cffmpeg_log log) {
    atomic_store(&receiver, log);
    av_log_set_callback(forward);
}
