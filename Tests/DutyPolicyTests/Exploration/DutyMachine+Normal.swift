import CameraModel

@testable import DutyPolicy

extension DutyMachine {
    /// The same machine with its deadlines counted from now, so that states that differ in their date alone are one.
    var normalised: DutyMachine {
        var copy = self
        copy.shift(by: MonotonicTime(nanoseconds: 0) - now)
        return copy
    }

    private mutating func shift(by offset: Duration) {
        now = now + offset
        muteAlarm = muteAlarm.map { $0 + offset }
        discreetEnds = discreetEnds.map { $0 + offset }
        vetoEnds = vetoEnds.map { $0 + offset }
        switch phase {
        case .standby: break
        case .recording(var open):
            open.reminder = open.reminder + offset
            phase = .recording(open)
        case .reason(var open, var window):
            // The reminder that passed while a reason was asked for comes anew afterwards, however long ago it was.
            open.reminder = max(now, open.reminder + offset)
            window.ends = window.ends + offset
            window.endsAtLatest = max(now, window.endsAtLatest + offset)
            phase = .reason(open, window)
        case .interrupted(var debt):
            debt.reminder = debt.reminder + offset
            debt.voice = debt.voice.map { $0 + offset }
            debt.notice = debt.notice.map { $0 + offset }
            phase = .interrupted(debt)
        case .privacy(var pause):
            pause.reminder = pause.reminder + offset
            pause.limit = pause.limit + offset
            phase = .privacy(pause)
        }
    }
}

extension DutyTimes {
    /// A few units of a second each: as many orders of deadlines as the real figures have, in few states.
    static var small: DutyTimes {
        var times = DutyTimes(AgencyPolicy())
        times.reasonWindow = .seconds(2)
        times.longestReasonWindow = .seconds(3)
        times.tail = .seconds(1)
        times.firstInterruptionReminder = .seconds(2)
        times.interruptionReminder = .seconds(1)
        times.interruptionVoice = .seconds(2)
        times.interruptionNotice = .seconds(3)
        times.privacyReminder = .seconds(1)
        times.privacyLimit = .seconds(2)
        times.breakReminder = .seconds(2)
        times.breakLimit = .seconds(3)
        times.muteAlarm = .seconds(1)
        times.discreetLimit = .seconds(2)
        times.recordingReminder = .seconds(2)
        times.agitationVeto = .seconds(1)
        times.weaponVeto = .seconds(2)
        return times
    }
}
