/// From when on something counts as wrong while the unit is ready or recording, and for how long it must be well again.
package struct HealthLimits: Hashable, Sendable {
    /// A camera or microphone that gave nothing for so long.
    package var stall = Duration.seconds(2)
    /// Frames missing or damaged, of those taken in ``window``; cleared below a half of it.
    package var drops = 0.05
    /// How long drops are counted over.
    package var window = Duration.seconds(10)
    /// A picture that shows nothing, or the same, for so long.
    package var obstructed = Duration.seconds(10)
    /// As ``SelfTestLimits/structureFloor``.
    package var structureFloor = 4.0
    /// In dBFS: a microphone that hears no more for ``silent``.
    package var soundLevel = -70.0
    /// Longer than a quiet room: only a dead microphone is so silent for so long.
    package var silent = Duration.seconds(30)
    /// In dBFS.
    package var clippedPeak = -0.5
    /// A microphone that clips in every observation for so long.
    package var clipped = Duration.seconds(10)
    /// Sound and pictures drift apart by so much in an observation.
    package var soundDrift = Duration.milliseconds(100)
    /// Recording time left at which storage is low.
    package var storageLow = Duration.seconds(3600)
    /// The wall clock jumped by more against the monotonic one.
    package var clockStep = Duration.seconds(1)
    /// As ``SelfTestLimits/warnClockError``.
    package var clockError = Duration.seconds(5)
    /// Something that began is over when it was well for so long.
    package var clearing = Duration.seconds(5)

    package init() {}
}
