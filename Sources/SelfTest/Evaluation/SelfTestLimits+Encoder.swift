import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-11: whether what the unit's encoder and container make can be read again.
    package func judgeEncoder(_ measure: EncoderMeasure) -> Judgement {
        switch measure {
        case .yielded:
            return .skipped("a recording runs, and the processor is its own")
        case .failed(let step, let reason):
            return Judgement(.fail(.signing, "\(step): \(reason)"))
        case .coded(let coded):
            let measurements = [
                Measurement("coded", Double(coded.pictures), unit: "pictures"),
                Measurement("found in the container", Double(coded.parsed), threshold: "\(coded.pictures)"),
                Measurement("decoded", Double(coded.decoded), threshold: "\(coded.pictures)"),
                Measurement("difference", coded.error, unit: "steps", threshold: "<= \(shown(encoderError))"),
                Measurement("size", Double(coded.bytes), unit: "bytes"),
            ]
            guard coded.parsed == coded.pictures else {
                return Judgement(.fail(.signing, "not every picture is in the container"), measurements)
            }
            guard coded.decoded == coded.pictures else {
                return Judgement(.fail(.signing, "not every picture can be decoded"), measurements)
            }
            return coded.error <= encoderError
                ? Judgement(.pass, measurements)
                : Judgement(.fail(.signing, "the decoded pictures are not those that were coded"), measurements)
        }
    }
}
