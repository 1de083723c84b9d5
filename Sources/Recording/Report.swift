/// Something for a person to know, said once by the part that saw it.
package struct Remark: Hashable, Sendable {
    package enum Level: Hashable, Sendable { case info, warning, error }

    package var level: Level
    package var text: String

    package static func info(_ text: String) -> Remark { Remark(level: .info, text: text) }
    package static func warning(_ text: String) -> Remark { Remark(level: .warning, text: text) }
    package static func error(_ text: String) -> Remark { Remark(level: .error, text: text) }
}

/// Takes a remark.
///
/// Called from any thread; must not block.
package typealias Report = @Sendable (Remark) -> Void
