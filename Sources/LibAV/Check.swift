internal import CFFmpeg
internal import CameraModel

/// Passes on what a call returned, or throws what its negative code says.
///
/// Every call into FFmpeg goes through it.
///
/// - Parameters:
///   - code: What the call returned.
///   - call: Its name.
/// - Returns: `code`, zero or above.
/// - Throws: ``EncodingError/failed(call:code:message:)``.
@discardableResult
func check(_ code: Int32, _ call: String) throws(EncodingError) -> Int32 {
    guard code >= 0 else { throw failure(code, call) }
    return code
}

/// Passes on what an allocating call returned, or says that there was nothing.
///
/// - Parameters:
///   - allocated: What the call returned.
///   - call: Its name.
/// - Returns: `allocated`.
/// - Throws: ``EncodingError/failed(call:code:message:)``.
func present<Allocated>(_ allocated: Allocated?, _ call: String) throws(EncodingError) -> Allocated {
    guard let allocated else { throw failure(CFFMPEG_NO_MEMORY, call) }
    return allocated
}

/// The error for a negative code, in FFmpeg's own words.
func failure(_ code: Int32, _ call: String) -> EncodingError {
    var words = [CChar](repeating: 0, count: Int(AV_ERROR_MAX_STRING_SIZE))
    // It fills in "Error number N occurred" where it knows no better.
    _ = av_strerror(code, &words, words.count)
    let text = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return .failed(call: call, code: code, message: String(decoding: text, as: UTF8.self))
}
