package import CameraModel
package import Evidence

/// How recordings are cut and stored, from the unit file.
package struct SegmentSettings: Hashable, Sendable {
    /// A segment ends at the first key picture after this long.
    package var duration: Duration
    /// Bytes of the disk that are never written into: the system and the record need room when media have none.
    package var minimumFree: Int64

    package init(duration: Duration, minimumFree: Int64) {
        self.duration = duration
        self.minimumFree = minimumFree
    }
}

/// What a writer works with.
package struct WriterEnvironment: Sendable {
    package var disk: any Disk
    package var muxing: any Muxing
    package var clock: any UnitClock
    package var report: Report
    /// Called on the writer's thread after each fragment that became durable.
    package var fragmentWritten: @Sendable (FragmentEntry) -> Void

    package init(
        disk: any Disk, muxing: any Muxing, clock: any UnitClock, report: @escaping Report,
        fragmentWritten: @escaping @Sendable (FragmentEntry) -> Void = { _ in }
    ) {
        self.disk = disk
        self.muxing = muxing
        self.clock = clock
        self.report = report
        self.fragmentWritten = fragmentWritten
    }
}
