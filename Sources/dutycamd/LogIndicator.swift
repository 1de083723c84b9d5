import CameraModel
import DutyPolicy
import OnDuty
import Recording

/// Shows prompts in the log: for a unit without lights or loudspeaker, and beside those of one that has them.
struct LogIndicator: Indicator {
    let report: Report

    func show(_ indication: Indication, for prompt: Prompt, at time: MonotonicTime) {
        let parts = [
            indication.light.map { "light \($0.rawValue)" }, indication.tones > 0 ? "\(indication.tones) tones" : nil,
            indication.pulses > 0 ? "\(indication.pulses) pulses" : nil, indication.words.map { "\"\($0)\"" },
        ]
        report(.info("prompt \(prompt.rawValue): \(parts.compactMap(\.self).joined(separator: ", "))"))
    }
}
