import Synchronization

/// Tells threads to end.
///
/// Set once, from any thread.
package final class StopFlag: Sendable {
    private let flag = Atomic(false)

    package init() {}

    package var isSet: Bool {
        flag.load(ordering: .acquiring)
    }

    package func set() {
        flag.store(true, ordering: .releasing)
    }
}
