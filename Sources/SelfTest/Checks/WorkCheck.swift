package import CameraModel
import DutyPolicy
import Synchronization

/// Does something that may block, on a worker, and waits for it without blocking.
package struct WorkCheck: SelfTestCheck {
    /// What the worker leaves; it may never.
    private final class Result: Sendable {
        let judgements = Mutex<[Judgement]?>(nil)
    }

    package let lines: [SelfTestLine]
    package let isHeavy: Bool
    private let worker: any SelfTestWorker
    private let work: @Sendable () -> [Judgement]
    private let result = Result()
    private var problem: String?

    private static let interval = Duration.milliseconds(20)

    /// Prepares the work; nothing runs before ``begin(at:)``.
    ///
    /// - Parameters:
    ///   - lines: The lines that the work fills.
    ///   - isHeavy: Whether it takes the processor for itself.
    ///   - worker: Where it runs.
    ///   - work: Gives a judgement for each line, in their order; may block for ever.
    package init(
        _ lines: [SelfTestLine], isHeavy: Bool = false, on worker: any SelfTestWorker,
        _ work: @escaping @Sendable () -> [Judgement]
    ) {
        self.lines = lines
        self.isHeavy = isHeavy
        self.worker = worker
        self.work = work
    }

    package mutating func begin(at now: MonotonicTime) {
        let (result, work, count) = (result, work, lines.count)
        problem = worker.run(name: lines.first.map { "test \($0.item.id)" } ?? "test") {
            let judgements = work()
            precondition(judgements.count == count, "the work of a check judges each of its lines")
            result.judgements.withLock { $0 = judgements }
        }
    }

    package mutating func step(at now: MonotonicTime) -> CheckProgress {
        if let problem {
            return .finished(lines.map { _ in Judgement(.fail(.selfTestTimeout, problem)) })
        }
        guard let judgements = result.judgements.withLock({ $0 }) else {
            return .waiting(until: now + Self.interval)
        }
        return .finished(judgements)
    }
}
