import Glibc
import Synchronization
import Testing

@testable import Platform

@Suite struct ThreadPrecedenceTests {
    private struct Outcome: Hashable, Sendable {
        var policy: Int32
        var error: PlatformError?
    }

    @Test func `a thread takes precedence by SCHED_RR, or is told that it may not and stays ordinary`() throws {
        let outcome = Mutex<Outcome?>(nil)
        let thread = try NamedThread(name: "precedence") {
            var failure: PlatformError?
            do throws(PlatformError) { try ThreadPrecedence.take() } catch { failure = error }
            var policy: Int32 = -1
            var parameters = sched_param()
            let result = pthread_getschedparam(pthread_self(), &policy, &parameters)
            let found = Outcome(policy: result == 0 ? policy : -1, error: failure)
            outcome.withLock { $0 = found }
        }
        thread.join()
        let found = try #require(outcome.withLock { $0 })
        let refused = PlatformError.system(errno: EPERM, during: "pthread_setschedparam SCHED_RR")
        let allowed = [Outcome(policy: SCHED_RR, error: nil), Outcome(policy: SCHED_OTHER, error: refused)]
        #expect(allowed.contains(found))
    }
}
