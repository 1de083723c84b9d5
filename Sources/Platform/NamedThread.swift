import CLinux
import Dispatch
import Glibc

/// A thread of its own for a device or a disk that blocks.
///
/// A blocked task would starve every other one: the cooperative pool has a thread a core.
package final class NamedThread: Sendable {
    private let ended: ThreadEnd

    /// Starts `body` on a new thread.
    ///
    /// - Parameters:
    ///   - name: Shown by ps and top; cut to 15 bytes, the kernel's limit (pthread_setname_np(3)).
    ///   - body: Runs once; the thread ends with it. What it captures belongs to the thread from now on.
    /// - Throws: ``PlatformError/system(errno:during:)`` when the system has no room for another thread.
    package init(name: String, _ body: sending @escaping () -> Void) throws(PlatformError) {
        let ended = ThreadEnd()
        self.ended = ended
        let start = Unmanaged.passRetained(
            ThreadBody(name: String(name.utf8.prefix(15)) ?? "thread", run: body, ended: ended))
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, runBody, start.toOpaque())
        guard result == 0 else {
            start.release()
            throw .system(errno: result, during: "pthread_create")
        }
        // Its end is told by `ended`, so that waiting for it can be given up.
        let detached = pthread_detach(thread)
        precondition(detached == 0, "a thread just made can be detached")
    }

    /// Waits until the body has returned.
    ///
    /// Blocks; never call it on a cooperative thread that others need.
    package func join() {
        while !join(within: .seconds(3600)) {}
    }

    /// Waits until the body has returned, or for a while at most: a thread may hang in a driver.
    ///
    /// - Returns: Whether it has returned.
    package func join(within duration: Duration) -> Bool {
        ended.wait(atMost: duration)
    }
}

/// What a new thread is given.
private final class ThreadBody {
    let name: String
    let run: () -> Void
    let ended: ThreadEnd

    init(name: String, run: @escaping () -> Void, ended: ThreadEnd) {
        self.name = name
        self.run = run
        self.ended = ended
    }
}

/// Tells that a thread has ended.
private final class ThreadEnd: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func set() {
        semaphore.signal()
    }

    func wait(atMost duration: Duration) -> Bool {
        let nanoseconds = duration.components.attoseconds / 1_000_000_000 + duration.components.seconds * 1_000_000_000
        guard semaphore.wait(timeout: .now() + .nanoseconds(Int(nanoseconds))) == .success else { return false }
        // For whoever waits next.
        semaphore.signal()
        return true
    }
}

/// A free function, because a closure written in an actor's context would trap on a foreign thread (SE-0423).
private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let body = Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue()
    // Only a name too long fails, and it has been cut; a thread without a name works as well.
    _ = clinux_thread_set_name(body.name)
    body.run()
    body.ended.set()
    return nil
}
