/// How recordings are cut into files.
package struct SegmentConfiguration: Hashable, Sendable {
    /// Length of a full segment, 10 to 600 s.
    package var duration: Duration

    /// 60 s.
    package static let standard = Self(duration: .seconds(60))
}
