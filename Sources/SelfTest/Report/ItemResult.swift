internal import CameraModel
import DutyPolicy

/// One line of a self-test.
package struct ItemResult: Hashable, Sendable {
    package var item: SelfTestItem
    /// Which of several: `camera front`; empty for the unit as a whole.
    package var subject: String
    package var verdict: Verdict
    package var measurements: [Measurement]
    /// From its start to its verdict.
    package var duration: Duration

    package init(item: SelfTestItem, subject: String, judgement: Judgement, duration: Duration) {
        self.item = item
        self.subject = subject
        verdict = judgement.verdict
        measurements = judgement.measurements
        self.duration = duration
    }
}

extension ItemResult: Codable {
    private enum CodingKeys: String, CodingKey { case item, title, clause, subject, measurements, seconds }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        item = try container.decode(SelfTestItem.self, forKey: .item)
        subject = try container.decode(String.self, forKey: .subject)
        measurements = try container.decode([Measurement].self, forKey: .measurements)
        duration = try container.decodeSeconds(forKey: .seconds)
        verdict = try Verdict(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(item, forKey: .item)
        try container.encode(item.title, forKey: .title)
        try container.encode(SelfTestItem.clause, forKey: .clause)
        try container.encode(subject, forKey: .subject)
        try container.encode(measurements, forKey: .measurements)
        try container.encode(shortened(duration.seconds), forKey: .seconds)
        try verdict.encode(to: encoder)
    }
}

extension KeyedDecodingContainer {
    /// A duration written as seconds, held within what a duration in nanoseconds can be.
    func decodeSeconds(forKey key: Key) throws -> Duration {
        let seconds = try decode(Double.self, forKey: key)
        guard abs(seconds) < 9e9 else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "\(seconds) seconds")
        }
        return .fractional(seconds: seconds)
    }
}
