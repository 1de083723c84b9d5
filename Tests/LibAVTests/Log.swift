import LibAV
import Synchronization

/// What FFmpeg's libraries said in this process, instead of on standard error.
enum Log {
    private static let collected = Mutex<[String]>([])
    private static let configured: Void = LibAV.configureLogging(level: .info) { level, line in
        collected.withLock { $0.append("\(level): \(line)") }
    }

    /// Everything so far.
    ///
    /// The first call takes the log over.
    static var lines: [String] {
        configured
        return collected.withLock { $0 }
    }
}
