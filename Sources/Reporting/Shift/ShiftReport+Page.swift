extension ShiftReport {
    /// One page of HTML that needs nothing else, for a screen and for paper.
    ///
    /// All words are escaped; there is no script in it.
    package var page: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Shift report \(Self.escaped(shift ?? unit))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <h1>Shift report</h1>
        <dl>
        \(headings.map { "<dt>\($0.0)</dt><dd>\(Self.escaped($0.1))</dd>" }.joined(separator: "\n"))
        </dl>
        \(ShiftTimeline(self).svg)
        \(tables.map(Self.section).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private static func section(_ table: ReportTable) -> String {
        let heading = "<h2>\(escaped(table.title)) <small>\(escaped(table.clause))</small></h2>"
        guard !table.rows.isEmpty else { return "<section>\n\(heading)\n<p>none</p>\n</section>" }
        let head = table.columns.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let rows = table.rows.map { row in
            "<tr>\(row.map { "<td>\(escaped($0))</td>" }.joined())</tr>"
        }
        return """
            <section>
            \(heading)
            <table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </section>
            """
    }

    /// Text that means nothing to HTML; characters that HTML does not allow become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result += " "
            default:
                let isNoCharacter = scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value
                result.unicodeScalars.append(!scalar.isControl && !isNoCharacter ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    private static let style = """
        body { font: 14px/1.4 sans-serif; margin: 2em; color: #111; }
        h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 1.5em 0 .3em; } small { color: #555; }
        dl { display: grid; grid-template-columns: max-content auto; gap: .1em 1em; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; }
        th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top; }
        td { overflow-wrap: anywhere; } tr { break-inside: avoid; } svg { width: 100%; height: auto; }
        @media print { body { margin: 0; font-size: 9pt; } h2 { break-after: avoid; } }
        @page { size: A4 landscape; margin: 12mm; }
        """
}
