/// How fast a vehicle is.
package struct Speed: Hashable, Comparable, Sendable {
    /// In metres a second.
    package var metresPerSecond: Double

    package init(metresPerSecond: Double) {
        self.metresPerSecond = metresPerSecond
    }

    /// A speed in the international mile of 1609.344 m an hour.
    package static func milesPerHour(_ value: Double) -> Self {
        Self(metresPerSecond: value * 1609.344 / 3600)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.metresPerSecond < right.metresPerSecond
    }

    /// Whether a receiver can mean it: a number, not negative, and below 150 m/s (540 km/h).
    var isPlausible: Bool {
        metresPerSecond >= 0 && metresPerSecond < 150
    }
}
