import CLinux
import Glibc
import Synchronization

/// A thread of its own for a device or a disk that blocks.
///
/// A blocked task would starve every other one: the cooperative pool has a thread a core.
package final class NamedThread: Sendable {
    private let handle: Mutex<pthread_t?>

    /// Starts `body` on a new thread.
    ///
    /// - Parameters:
    ///   - name: Shown by ps and top; cut to 15 bytes, the kernel's limit (pthread_setname_np(3)).
    ///   - body: Runs once; the thread ends with it.
    /// - Throws: ``PlatformError/system(errno:during:)`` when the system has no room for another thread.
    package init(name: String, _ body: @escaping @Sendable () -> Void) throws(PlatformError) {
        let start = Unmanaged.passRetained(Body(name: String(name.utf8.prefix(15)) ?? "thread", run: body))
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, runBody, start.toOpaque())
        guard result == 0 else {
            start.release()
            throw .system(errno: result, during: "pthread_create")
        }
        handle = Mutex(thread)
    }

    /// Waits until the thread has ended.
    ///
    /// Blocks; call it once, from outside the cooperative pool.
    package func join() {
        let thread = handle.withLock { handle in
            defer { handle = nil }
            return handle
        }
        guard let thread else { return }
        let result = pthread_join(thread, nil)
        precondition(result == 0, "a thread cannot join itself, nor be joined twice")
    }

    fileprivate final class Body: Sendable {
        let name: String
        let run: @Sendable () -> Void

        init(name: String, run: @escaping @Sendable () -> Void) {
            self.name = name
            self.run = run
        }
    }
}

/// A free function, because a closure written in an actor's context would trap on a foreign thread (SE-0423).
private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let body = Unmanaged<NamedThread.Body>.fromOpaque(context).takeRetainedValue()
    // Only a name too long fails, and it has been cut; a thread without a name works as well.
    _ = clinux_thread_set_name(body.name)
    body.run()
    return nil
}
