import CameraModel
import Glibc
import Platform
import UnitFiles

/// Why the daemon does not start: one line for a person, and a status for a program (sysexits.h).
struct StartFailure: Error {
    var line: String
    var exitStatus: Int32

    /// EX_UNAVAILABLE: a device cannot do what the unit file asks.
    static func device(_ line: String) -> StartFailure { StartFailure(line: line, exitStatus: 69) }
    /// EX_CANTCREAT: the state folder cannot be used.
    static func state(_ line: String) -> StartFailure { StartFailure(line: line, exitStatus: 73) }
    /// EX_CONFIG: a file is wrong.
    static func configuration(_ line: String) -> StartFailure { StartFailure(line: line, exitStatus: 78) }

    /// Runs what reads a file.
    static func mapping<Result>(_ body: () throws(UnitFileError) -> Result) throws(StartFailure) -> Result {
        do throws(UnitFileError) {
            return try body()
        } catch {
            throw .configuration("\(error)")
        }
    }

    /// Runs what uses the state folder.
    static func mapping<Result>(_ body: () throws(PlatformError) -> Result) throws(StartFailure) -> Result {
        do throws(PlatformError) {
            return try body()
        } catch {
            switch error {
            // EX_TEMPFAIL: it may be free later.
            case .stateInUse: throw StartFailure(line: "\(error)", exitStatus: 75)
            case .unusableState, .system: throw .state("\(error)")
            }
        }
    }

    /// Runs what works on the disk below the state folder.
    static func mapping<Result>(_ body: () throws(DiskError) -> Result) throws(StartFailure) -> Result {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .state("state folder: \(error)")
        }
    }
}

/// Writes one line to standard error, past any buffer.
func writeLine(_ text: String) {
    let bytes = Array("\(text)\n".utf8)
    // Nothing can be said about a standard error that takes nothing.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
