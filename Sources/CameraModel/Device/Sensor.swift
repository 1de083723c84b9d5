/// Something that can be asked for its values now: a battery, a motion sensor, a vehicle.
///
/// Safe from any thread. A call may block in a driver for as long as the driver likes: never on a cooperative thread.
package protocol Sensor<Reading>: Sendable {
    associatedtype Reading: Sendable

    /// Asks it.
    ///
    /// - Throws: ``SensorError``.
    func read() throws(SensorError) -> Reading
}

/// Why a sensor gave no values.
package enum SensorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It was there or belongs there, and does not answer; in words.
    case silent(String)
    /// It answered what cannot be; in words.
    case malformed(String)

    package var description: String {
        switch self {
        case .silent(let what): what
        case .malformed(let what): "malformed: \(what)"
        }
    }
}
