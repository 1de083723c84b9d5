/// Why there is no report of a shift.
package enum ShiftReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No shift at all, or none of that name.
    case noShift(String?)

    package var description: String {
        switch self {
        case .noShift(nil): "the journal has no shift: start one with `dutycam shift start`"
        case .noShift(let shift?): "the journal has no shift \"\(shift)\""
        }
    }
}
