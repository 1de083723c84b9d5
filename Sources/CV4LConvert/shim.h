// libv4lconvert, and a converter that is held to some of the camera's formats.
#include <errno.h>
#include <libv4l-plugin.h>
#include <libv4lconvert.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <unistd.h>

// The formats that may be converted, by their four-character codes.
struct cv4lconvert_filter {
    uint32_t count;
    uint32_t codes[64];
};

// The library takes the cheapest of all that VIDIOC_ENUM_FMT lists. Seeing only what may be converted, it says whether
// it can, and of which. `priv` is the filter.
static int cv4lconvert_ioctl(void *priv, int fd, unsigned long request, void *arg) {
    if (request != VIDIOC_ENUM_FMT) return ioctl(fd, request, arg);
    const struct cv4lconvert_filter *filter = priv;
    struct v4l2_fmtdesc *asked = arg;
    struct v4l2_fmtdesc found = {.type = asked->type};
    uint32_t wanted = asked->index, seen = 0;
    for (; ioctl(fd, VIDIOC_ENUM_FMT, &found) == 0; found.index++) {
        for (uint32_t i = 0; i < filter->count; i++) {
            if (found.pixelformat != filter->codes[i]) continue;
            if (seen++ != wanted) break;
            *asked = found;
            asked->index = wanted;
            return 0;
        }
    }
    return -1;
}

static ssize_t cv4lconvert_read(void *priv, int fd, void *buffer, size_t count) {
    (void)priv;
    return read(fd, buffer, count);
}

static ssize_t cv4lconvert_write(void *priv, int fd, const void *buffer, size_t count) {
    (void)priv;
    return write(fd, buffer, count);
}

static const struct libv4l_dev_ops cv4lconvert_operations = {
    .ioctl = cv4lconvert_ioctl, .read = cv4lconvert_read, .write = cv4lconvert_write};

// NULL, with errno, where the library cannot start. The filter must outlive the converter.
static inline struct v4lconvert_data *cv4lconvert_create(int fd, struct cv4lconvert_filter *filter) {
    return v4lconvert_create_with_dev_ops(fd, filter, &cv4lconvert_operations);
}
