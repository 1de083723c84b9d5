import CameraModel
import Glibc

/// What a failed alsa-lib call means for a running stream.
enum PCMFault: Error, Hashable {
    /// The kernel's buffer overran (EPIPE), or the system slept (ESTRPIPE): prepare and start again.
    case overrun
    /// The device is gone (ENODEV), or its stream is in a state from which only closing helps (EBADFD).
    case gone
    /// `call` failed with `errno`.
    case failed(errno: Int32, during: String)

    /// Names the fault of `errno`, a positive error number.
    init(errno: Int32, during call: String) {
        self =
            switch errno {
            case EPIPE, ESTRPIPE: .overrun
            case ENODEV, EBADFD: .gone
            default: .failed(errno: errno, during: call)
            }
    }
}

extension CaptureError {
    /// What the fault is to a caller for whom the stream cannot be started again.
    init(_ fault: PCMFault) {
        self =
            switch fault {
            case .overrun: .system(errno: EPIPE, during: "starting after an overrun")
            case .gone: .disconnected
            case .failed(let errno, let call): .system(errno: errno, during: call)
            }
    }
}

/// Runs `body`, and hands on a fault as what it is to the caller of a microphone.
func asCaptureError<Result>(_ body: () throws(PCMFault) -> Result) throws(CaptureError) -> Result {
    do throws(PCMFault) {
        return try body()
    } catch {
        throw CaptureError(error)
    }
}

/// What a function of alsa-lib puts where it is told, such as a `…_malloc`; the caller has to free it.
///
/// - Parameters:
///   - call: The function's name, or what it does.
///   - make: Calls it.
/// - Returns: What it made.
/// - Throws: ``PCMFault``, ENOMEM for a success that made nothing.
func made(
    _ call: String, by make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
) throws(PCMFault) -> OpaquePointer {
    var pointer: OpaquePointer?
    try check(make(&pointer), call)
    guard let pointer else { throw .failed(errno: ENOMEM, during: call) }
    return pointer
}

/// Turns an answer of alsa-lib, a count or -errno, into the count or a ``PCMFault``.
@discardableResult
func check(_ result: Int, _ call: String) throws(PCMFault) -> Int {
    guard result < 0 else { return result }
    throw PCMFault(errno: Int32(clamping: 0 &- result), during: call)
}

/// Turns an answer of alsa-lib, a number or -errno, into the number or a ``PCMFault``.
@discardableResult
func check(_ result: Int32, _ call: String) throws(PCMFault) -> Int {
    try check(Int(result), call)
}
