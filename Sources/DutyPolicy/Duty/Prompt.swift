/// What the unit tells a person by light, tone, vibration or voice; none of them waits for an answer.
package enum Prompt: String, Hashable, Sendable, Codable, CaseIterable {
    case recording
    case recordingAlready = "recording-already"
    /// A start was asked for and nothing works: it records as soon as something does.
    case cannotRecordYet = "cannot-record-yet"
    case stateReason = "state-reason"
    case supervisorConsulted = "supervisor-consulted"
    /// Violent motion or a weapon's trigger a moment ago: confirm once more.
    case confirmAgain = "confirm-again"
    case triggersStillOn = "triggers-still-on"
    case recordingGoesOn = "recording-goes-on"
    case stopped
    case interruptedReminder = "interrupted-reminder"
    /// By voice.
    case interruptedLong = "interrupted-long"
    case privacyBegun = "privacy-begun"
    case privacyReminder = "privacy-reminder"
    case privacyEnded = "privacy-ended"
    case triggerInPrivacy = "trigger-in-privacy"
    case recordingReminder = "recording-reminder"
    case marked
    case muted
    case unmuted
    case stillMuted = "still-muted"
    case ready
    case selfTestRunning = "self-test-running"
    case selfTestPassed = "self-test-passed"
    /// The unit shall not be used: arrange for a replacement (clause D.1.b(1)).
    case getReplacement = "get-replacement"
    case trainingExpired = "training-expired"
    case malfunction
    case malfunctionEnded = "malfunction-ended"
    case endingByFault = "ending-by-fault"
    case discreetEnded = "discreet-ended"
    case shiftEndsAfterRecording = "shift-ends-after-recording"
    case refused
}
