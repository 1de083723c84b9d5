extension ShiftReport {
    /// For a terminal: headings, then a table for each subject.
    ///
    /// Control characters of foreign words are left out, so that no statement writes on the terminal by itself.
    package var text: String {
        let head = Self.aligned(headings.map { [$0.0, $0.1] })
        let tables = tables.map { table in
            let rows = table.rows.isEmpty ? "none" : Self.aligned([table.columns] + table.rows)
            return "\(table.title) (\(table.clause))\n\(rows)"
        }
        return (["Shift report (F.2.a)", head] + tables).joined(separator: "\n\n") + "\n"
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let rows = rows.map { $0.map(plain) }
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: column + 1 < row.count ? widths[column] - cell.count : 0)
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return "  \(line)"
        }.joined(separator: "\n")
    }

    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
    }
}

extension Unicode.Scalar {
    /// A control character, a line separator, or one that turns the direction of writing.
    var isControl: Bool {
        value < 0x20 || 0x7F...0x9F ~= value || 0x2028...0x202E ~= value || 0x2066...0x2069 ~= value
    }
}
