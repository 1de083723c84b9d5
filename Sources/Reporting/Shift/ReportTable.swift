/// A table of a report, for whatever shows it.
struct ReportTable {
    var title: String
    /// The clause that asks for it.
    var clause: String
    var columns: [String]
    var rows: [[String]]
}
