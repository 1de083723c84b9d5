/// How long the duty state machine waits, from the agency's policy.
package struct DutyTimes: Hashable, Sendable {
    /// For a confirmation, and at most as long as speech is heard.
    package var reasonWindow: Duration
    package var longestReasonWindow: Duration
    /// A conclusion's post-event part (clause D.2.c(2)); other reasons stop at once.
    package var tail: Duration
    package var firstInterruptionReminder: Duration
    package var interruptionReminder: Duration
    package var interruptionVoice: Duration
    package var interruptionNotice: Duration
    package var privacyReminder: Duration
    package var privacyLimit: Duration
    package var breakReminder: Duration
    package var breakLimit: Duration
    package var muteAlarm: Duration
    package var discreetLimit: Duration
    package var recordingReminder: Duration
    /// After violent motion, and after a weapon's trigger: a stop is confirmed twice.
    package var agitationVeto: Duration
    package var weaponVeto: Duration

    package init(_ policy: AgencyPolicy) {
        reasonWindow = policy.reason.window
        longestReasonWindow = policy.reason.speechLimit
        tail = policy.stop.tail
        firstInterruptionReminder = policy.interruption.first
        interruptionReminder = policy.interruption.interval
        interruptionVoice = policy.interruption.voice
        interruptionNotice = policy.interruption.supervisor
        privacyReminder = policy.privacy.reminder
        privacyLimit = policy.privacy.limit
        breakReminder = policy.privacy.personalReminder
        breakLimit = policy.privacy.personalLimit
        muteAlarm = policy.reminders.mute
        discreetLimit = policy.reminders.discreetLimit
        recordingReminder = policy.reminders.recording
        agitationVeto = policy.stop.agitationVeto
        weaponVeto = policy.stop.weaponVeto
    }

    /// How often a privacy pause is recalled, and how long it may last (clause D.3.a).
    package func privacy(_ reason: DeactivationReason) -> (reminder: Duration, limit: Duration) {
        reason == .personal ? (breakReminder, breakLimit) : (privacyReminder, privacyLimit)
    }
}
