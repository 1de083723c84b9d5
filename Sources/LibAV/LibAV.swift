import CFFmpeg
import CFFmpegShims
import Synchronization

/// What concerns FFmpeg's libraries as a whole.
package enum LibAV {
    /// Sends what FFmpeg's libraries say to `sink` instead of to standard error, for the rest of the process.
    ///
    /// Call it once at start, before anything else here. `sink` is called on whatever thread speaks, also on the
    /// capture threads, so it must be quick and must not call back into this target.
    ///
    /// - Parameters:
    ///   - level: Lines less severe than this are dropped before they are formatted.
    ///   - sink: Takes the severity and one line without its line break.
    package static func configureLogging(
        level: LibAVLogLevel = .warning, sink: @escaping @Sendable (LibAVLogLevel, String) -> Void
    ) {
        logSink.withLock { $0 = sink }
        av_log_set_level(level.rawValue)
        cffmpeg_set_log(forwardLogLine)
    }
}

private let logSink = Mutex<(@Sendable (LibAVLogLevel, String) -> Void)?>(nil)

/// A free function, so that no actor's isolation comes with it to the thread that logs.
private func forwardLogLine(level: Int32, line: UnsafePointer<CChar>?) {
    guard let line, let sink = logSink.withLock({ $0 }) else { return }
    sink(LibAVLogLevel(atMost: level), String(cString: line))
}
