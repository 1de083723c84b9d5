/// What a unit does at this moment, as `GET /v1/status` tells it.
package struct UnitStatus: Codable, Hashable, Sendable {
    /// The unit file's name for it.
    package var unit: String
    package var state: UnitState
    /// The recording that runs or is being finished.
    package var recording: RecordingReference?
    /// One for each camera, in the unit file's order.
    package var channels: [ChannelStatus]
    package var duty: DutyStatus?
    package var storage: StorageStatus
    package var clock: ClockStatus
    /// What a person should know or do, each in one sentence; empty when all is well.
    package var problems: [String]

    package init(
        unit: String, state: UnitState, recording: RecordingReference?, channels: [ChannelStatus],
        duty: DutyStatus? = nil, storage: StorageStatus, clock: ClockStatus, problems: [String]
    ) {
        self.unit = unit
        self.state = state
        self.recording = recording
        self.channels = channels
        self.duty = duty
        self.storage = storage
        self.clock = clock
        self.problems = problems
    }
}

/// What the unit as a whole is doing.
package enum UnitState: String, Codable, Hashable, Sendable {
    /// Devices are being opened and earlier recordings recovered.
    case starting
    /// The pre-event buffer fills; nothing is written.
    case ready
    case recording
    /// The last segments are being closed.
    case finishing
    /// It cannot record; ``UnitStatus/problems`` says why.
    case fault
}
