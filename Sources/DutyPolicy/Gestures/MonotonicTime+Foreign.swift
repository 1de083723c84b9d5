import CameraModel

extension MonotonicTime {
    /// The instant `duration` later, or `nil` where no such instant can be held.
    ///
    /// Times come from drivers and wires. A sum that wrapped around would lie in the past and end a time-out at once;
    /// one that does not exist never ends it.
    func later(by duration: Duration) -> Self? {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(duration.nanoseconds)
        return overflow ? nil : Self(nanoseconds: sum)
    }

    /// How long after `earlier` this is, negative where it is before, held at 292 years.
    func elapsed(since earlier: Self) -> Duration {
        let overflow = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds).overflow
        guard overflow else { return self - earlier }
        return .seconds(self < earlier ? -9_223_372_036 : 9_223_372_036)
    }
}
