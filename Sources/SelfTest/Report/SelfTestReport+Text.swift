internal import CameraModel
import DutyPolicy

extension SelfTestReport {
    /// The table that a person reads: a line for each item, and the result below.
    package var text: String {
        var rows = [["item", "what", "verdict", "measured"]]
        for result in items {
            let what = result.subject.isEmpty ? result.item.title : "\(result.item.title), \(result.subject)"
            let verdict = result.verdict.code.map { "fail \($0.rawValue)" } ?? result.verdict.word
            let measured = result.measurements.map(\.text)
            rows.append(
                [result.item.id, what, verdict]
                    + [([result.verdict.reason].compactMap(\.self) + measured).joined(separator: "; ")])
        }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let columns = (0..<3).map { row[$0] + String(repeating: " ", count: widths[$0] - row[$0].count) }
            return (columns + [row[3]]).joined(separator: "  ")
        }
        return lines.joined(separator: "\n") + "\n\n\(outcome), \(kind.rawValue), \(shown(duration.seconds)) s, begun "
            + "\(started.utc)\n"
    }
}
