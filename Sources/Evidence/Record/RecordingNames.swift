/// What things below the state folder are called.
///
/// Numbers, not dates: a unit's clock may be wrong, its counting is not.
package enum RecordingNames {
    /// Holds a folder for each recording.
    package static let root = "recordings"

    /// A recording's folder, such as `recordings/simulated-00000012`.
    package static func folder(unit: String, recording: Int) -> String {
        "\(root)/\(unit)-\(padded(recording, 8))"
    }

    /// The recording's number from its folder's name; `nil` when the name is not one of ours.
    package static func recording(ofFolder name: String, unit: String) -> Int? {
        guard name.hasPrefix("\(unit)-") else { return nil }
        let digits = name.dropFirst(unit.count + 1)
        // Bounded, so that counting on from a name that somebody made cannot overflow.
        guard digits.count <= 15, let number = Int(digits), folder(unit: unit, recording: number) == "\(root)/\(name)"
        else { return nil }
        return number
    }

    /// A segment's file, such as `front-0003.mp4`.
    package static func segment(channel: String, number: Int) -> String {
        "\(channel)-\(padded(number, 4)).mp4"
    }

    /// Channel and number from a segment's final name; `nil` when it is not one of ours.
    package static func segment(_ name: String) -> (channel: String, number: Int)? {
        guard name.hasSuffix(".mp4"), let dash = name.lastIndex(of: "-") else { return nil }
        let digits = name[name.index(after: dash)...].dropLast(4)
        let channel = String(name[..<dash])
        guard !channel.isEmpty, digits.count <= 15, let number = Int(digits),
            segment(channel: channel, number: number) == name
        else { return nil }
        return (channel, number)
    }

    /// `record.jsonl`, and `record-2.jsonl` after an error in the first.
    package static func record(number: Int) -> String {
        number <= 1 ? "record.jsonl" : "record-\(number).jsonl"
    }

    /// The number of a record file; `nil` for another name.
    package static func recordNumber(_ name: String) -> Int? {
        if name == record(number: 1) { return 1 }
        guard name.hasPrefix("record-"), name.hasSuffix(".jsonl"), name.utf8.count <= 28,
            let number = Int(name.dropFirst(7).dropLast(6)), record(number: number) == name
        else { return nil }
        return number
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
