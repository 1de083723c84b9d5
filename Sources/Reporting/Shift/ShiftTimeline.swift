import DutyPolicy

/// The ledger as one bar, drawn to scale; what has no known length is a thin black line.
struct ShiftTimeline {
    private static let width = 1000.0
    private static let colours: [(name: String, colour: String)] = [
        ("ready", "#c7e3c7"), ("recording", "#c0392b"), ("interrupted", "#f39c12"), ("privacy", "#8e6bb0"),
        ("fault", "#5b2c2c"), ("self-test", "#7fb3d5"), ("withheld", "#34495e"), ("docked", "#d9d9d9"),
        ("off", "#000000"),
    ]

    private let report: ShiftReport

    init(_ report: ShiftReport) {
        self.report = report
    }

    var svg: String {
        let whole = Double(max(1, report.end.offset.nanoseconds))
        let bars = report.ledger.map { span in
            let left = Double(span.start.offset.nanoseconds) / whole * Self.width
            let width = Double(span.length.nanoseconds) / whole * Self.width
            let colour = Self.colours.first { $0.name == span.name }?.colour ?? "#000000"
            let title = "\(ShiftText.code(span.name, span.code)), \(ShiftText.length(span.length))"
            return "<rect x=\"\(Self.number(left))\" y=\"0\" width=\"\(Self.number(max(width, 0.5)))\" height=\"40\" "
                + "fill=\"\(colour)\"><title>\(ShiftReport.escaped(title))</title></rect>"
        }
        let present = Self.colours.filter { colour in report.ledger.contains { $0.name == colour.name } }
        let legend = present.enumerated().map { index, entry in
            let left = index * 110
            return "<rect x=\"\(left)\" y=\"70\" width=\"12\" height=\"12\" fill=\"\(entry.colour)\"></rect>"
                + "<text x=\"\(left + 18)\" y=\"81\" font-size=\"13\">\(entry.name)</text>"
        }
        let scale = (0...4).map { part in
            let anchor = part == 0 ? "start" : part == 4 ? "end" : "middle"
            let time = ShiftText.time(report.end.offset.nanoseconds / 4 * Int64(part)).dropLast(4)
            return "<text x=\"\(part * 250)\" y=\"56\" font-size=\"12\" text-anchor=\"\(anchor)\">+\(time)</text>"
        }
        return "<svg viewBox=\"0 0 1000 90\" role=\"img\" aria-label=\"The shift as a bar\">\n"
            + (bars + scale + legend).joined(separator: "\n") + "\n</svg>"
    }

    /// To the hundredth.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
