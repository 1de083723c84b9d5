import Glibc
import Testing

@testable import V4L2

@Suite struct ReadinessTests {
    @Test(
        arguments: [
            ([], Readiness.timedOut),
            ([POLLIN], .frame),
            ([POLLIN, POLLPRI], .event),
            ([POLLERR], .failed),
            ([POLLERR, POLLPRI], .event),
            ([POLLIN, POLLERR], .failed),
            ([POLLERR, POLLHUP, POLLPRI], .gone),
            ([POLLHUP], .gone),
        ] as [([Int32], Readiness)])
    func `what poll says decides what comes next`(flags: [Int32], readiness: Readiness) {
        #expect(Readiness(revents: Int16(flags.reduce(0, |))) == readiness)
    }
}
