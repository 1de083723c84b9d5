/// How severe a line of FFmpeg's log is (libavutil/log.h).
package enum LibAVLogLevel: Int32, Hashable, Sendable, CaseIterable {
    /// AV_LOG_PANIC.
    case panic = 0
    /// AV_LOG_FATAL.
    case fatal = 8
    /// AV_LOG_ERROR.
    case error = 16
    /// AV_LOG_WARNING.
    case warning = 24
    /// AV_LOG_INFO.
    case info = 32
    /// AV_LOG_VERBOSE.
    case verbose = 40
    /// AV_LOG_DEBUG, and anything beyond it.
    case debug = 48

    /// The level that a number from C falls into: the least severe that is at least as severe.
    init(atMost level: Int32) {
        self = Self.allCases.first { level <= $0.rawValue } ?? .debug
    }
}
