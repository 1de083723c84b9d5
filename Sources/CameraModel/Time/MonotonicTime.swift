/// An instant on CLOCK_MONOTONIC, the one clock of all media.
///
/// V4L2 and ALSA stamp with this clock; it never steps, and a change of the wall clock does not move it
/// (clock_gettime(2)). It means nothing outside the boot in which it was read.
package struct MonotonicTime: Hashable, Comparable, Sendable, Codable {
    /// Since an unspecified start, usually the boot, in nanoseconds.
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func + (time: Self, duration: Duration) -> Self {
        Self(nanoseconds: time.nanoseconds &+ duration.nanoseconds)
    }

    package static func - (time: Self, duration: Duration) -> Self {
        Self(nanoseconds: time.nanoseconds &- duration.nanoseconds)
    }

    package static func - (left: Self, right: Self) -> Duration {
        .nanoseconds(left.nanoseconds &- right.nanoseconds)
    }
}
