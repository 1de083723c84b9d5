/// Why a unit does not do what it is asked, named by what the asker does next.
package enum ControlRefusal: Error, Hashable, Sendable {
    /// There is nothing to stop.
    case notRecording
    /// Not now: `reason` says why, `remedy` what to do before asking again.
    case notNow(reason: String, remedy: String)
    /// Not as it was asked: `reason` says what is wrong with the request.
    case unusable(reason: String, remedy: String)
}
