import Glibc

/// Lets a thread that must not be late go before every ordinary one.
///
/// A driver holds a handful of frames; whoever takes them later than that has lost some. On a busy machine an ordinary
/// thread waits that long now and then, whatever its nice value: the kernel shares time between sessions first
/// (sched(7), "The autogroup feature").
package enum ThreadPrecedence {
    /// Below the kernel's own interrupt threads, which have 50.
    private static let priority: Int32 = 10

    /// Schedules the calling thread, and the threads that it starts, by SCHED_RR.
    ///
    /// The kernel keeps a twentieth of each core for others (sched(7), "sched_rt_runtime_us"), so a thread that never
    /// rests cannot lock a person out.
    ///
    /// - Throws: ``PlatformError/system(errno:during:)``: EPERM for a process with neither CAP_SYS_NICE nor an
    ///   RLIMIT_RTPRIO of 10; the thread then goes on as an ordinary one.
    package static func take() throws(PlatformError) {
        var parameters = sched_param()
        parameters.sched_priority = priority
        let result = pthread_setschedparam(pthread_self(), SCHED_RR, &parameters)
        guard result == 0 else { throw .system(errno: result, during: "pthread_setschedparam SCHED_RR") }
    }
}
