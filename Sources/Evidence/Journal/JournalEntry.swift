package import CameraModel

/// One record of the journal, as whoever makes it knows it.
///
/// What is `nil` is left out of the line. Unit, boot, number and hashes are added by the ``Journal``.
package struct JournalEntry: Hashable, Sendable {
    package var kind: JournalKind
    /// When; the wall clock is written to the millisecond.
    package var clock: ClockReading
    package var officer: String?
    package var shift: String?
    /// The recording's number, which names the event.
    package var recording: Int?
    package var stateBefore: String?
    package var stateAfter: String?
    /// The gesture, trigger or fault, in words.
    package var cause: String?
    /// A code of the policy: activation, deactivation, malfunction, label.
    package var code: String?
    /// The policy's clause as printed, such as `D.3.b(2)`.
    package var clause: String?
    /// In percent.
    package var battery: Int?
    /// On the disk that the recordings go to.
    package var freeBytes: Int64?
    /// Where the unit was; opaque here.
    package var position: JSONValue?
    /// Whatever else there is to say; an empty object is left out.
    package var details: JSONObject

    package init(
        _ kind: JournalKind, clock: ClockReading, officer: String? = nil, shift: String? = nil, recording: Int? = nil,
        stateBefore: String? = nil, stateAfter: String? = nil, cause: String? = nil, code: String? = nil,
        clause: String? = nil, battery: Int? = nil, freeBytes: Int64? = nil, position: JSONValue? = nil,
        details: JSONObject = [:]
    ) {
        self.kind = kind
        self.clock = clock
        self.officer = officer
        self.shift = shift
        self.recording = recording
        self.stateBefore = stateBefore
        self.stateAfter = stateAfter
        self.cause = cause
        self.code = code
        self.clause = clause
        self.battery = battery
        self.freeBytes = freeBytes
        self.position = position
        self.details = details
    }
}
