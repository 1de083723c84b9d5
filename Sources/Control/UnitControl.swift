package import DutyPolicy

/// What the control API may ask of a unit.
///
/// Called from many tasks at once; the unit puts them in order.
package protocol UnitControl: Sendable {
    /// What the unit does at this moment. Answers within a fraction of a second, whatever the devices do.
    func status() async -> UnitStatus

    /// Starts a recording, unless one runs already: that one is then the answer.
    ///
    /// - Parameter note: A remark to keep with the recording, at most 200 bytes on one line.
    /// - Returns: The recording that runs now.
    /// - Throws: ``ControlRefusal``.
    func start(note: String?) async throws(ControlRefusal) -> StartedRecording

    /// Stops the recording that runs.
    ///
    /// - Returns: The recording that was stopped; its last segments may still be on their way to the storage.
    /// - Throws: ``ControlRefusal/notRecording`` when none runs, and the rest of ``ControlRefusal``.
    func stop() async throws(ControlRefusal) -> RecordingReference

    /// Tells the duty what a person asks of it, and answers when the journal has it.
    ///
    /// - Throws: ``ControlRefusal/unusable(reason:remedy:)`` for a command that is none,
    ///   ``ControlRefusal/notNow(reason:remedy:)`` for one that means nothing at this moment.
    func duty(_ command: DutyCommand) async throws(ControlRefusal) -> DutyReply
}

/// The answer to a request to start.
package struct StartedRecording: Codable, Hashable, Sendable {
    package var recording: RecordingReference
    /// Whether this request started it; a repeated one finds it running.
    package var isNew: Bool

    package init(recording: RecordingReference, isNew: Bool) {
        self.recording = recording
        self.isNew = isNew
    }
}
