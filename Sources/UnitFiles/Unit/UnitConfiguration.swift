/// A camera unit as its unit file describes it: `hw/units/*.yaml`.
package struct UnitConfiguration: Hashable, Sendable {
    /// 1 to 32 of `[a-z0-9-]`.
    package var unit: String
    package var kind: UnitKind
    /// At least one, with names of their own.
    package var cameras: [CameraConfiguration]
    /// With names of their own; each belongs to at least one camera.
    package var microphones: [MicrophoneConfiguration]
    package var preEvent: PreEventConfiguration
    package var segments: SegmentConfiguration
    package var storage: StorageConfiguration
}

/// What the unit is worn on or built into.
package enum UnitKind: String, Hashable, Sendable, CaseIterable {
    case body
    case dashboard
}
