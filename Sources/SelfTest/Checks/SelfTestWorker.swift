/// Runs what may block, away from whoever waits for it.
///
/// Safe from any thread. The daemon gives each piece of work a thread of its own; on a virtual clock ``InlineWorker``
/// does it at once.
package protocol SelfTestWorker: Sendable {
    /// Starts `work` and returns without waiting for it.
    ///
    /// - Parameters:
    ///   - name: For ps and top.
    ///   - work: Runs once.
    /// - Returns: `nil`, or why it cannot be started.
    func run(name: String, _ work: @escaping @Sendable () -> Void) -> String?
}

/// Does the work at once, in the caller's thread: for a virtual clock, on which nothing takes time.
package struct InlineWorker: SelfTestWorker {
    package init() {}

    package func run(name: String, _ work: @escaping @Sendable () -> Void) -> String? {
        work()
        return nil
    }
}
