#ifndef CALSA_SHIM_H
#define CALSA_SHIM_H
#include <alsa/asoundlib.h>

// alsa-lib prints to stderr by default. Its handler is variadic, which Swift cannot write. Nothing is lost: every call's
// answer is checked, and the caller says what it did.
static void calsa_ignore_message(const char *file, int line, const char *function, int err, const char *fmt, ...) {
    (void)file;
    (void)line;
    (void)function;
    (void)err;
    (void)fmt;
}

// 0, or -errno. For the whole process.
static inline int calsa_silence_messages(void) {
    return snd_lib_error_set_handler(calsa_ignore_message);
}
#endif
