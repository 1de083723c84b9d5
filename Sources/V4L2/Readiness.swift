import Glibc

/// What poll(2) said about a streaming camera, named by what to do next.
enum Readiness: Hashable {
    case timedOut
    /// A buffer can be taken.
    case frame
    /// VIDIOC_DQEVENT has something.
    case event
    /// The device is unregistered: POLLHUP.
    case gone
    /// The queue stopped with an error: POLLERR. Ours never lacks queued buffers, the harmless cause of it.
    case failed

    /// - Parameter revents: As ppoll(2) returned it; 0 for a deadline that passed.
    init(revents: Int16) {
        // An unregistered node reports POLLERR | POLLHUP | POLLPRI (v4l2_poll in v4l2-dev.c), so the order matters.
        if revents & Int16(POLLHUP | POLLNVAL) != 0 {
            self = .gone
        } else if revents & Int16(POLLPRI) != 0 {
            self = .event
        } else if revents & Int16(POLLERR) != 0 {
            self = .failed
        } else if revents & Int16(POLLIN) != 0 {
            self = .frame
        } else {
            self = .timedOut
        }
    }
}
