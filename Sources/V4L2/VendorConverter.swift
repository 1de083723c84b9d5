import CLinux
import CV4LConvert
import CameraModel
import Glibc

/// Makes YU12 of a camera's own format with libv4lconvert.
///
/// It takes a copy and, for sensors without processing of their own, the library's white balance: good for getting a
/// picture at all, dear for a large one. Single-planar nodes only, as the library.
final class VendorConverter {
    /// libv4lconvert's own state.
    private let handle: OpaquePointer
    /// What the library may convert from; it keeps the address.
    private let filter: UnsafeMutablePointer<cv4lconvert_filter>
    private let device: Device

    /// - Parameters:
    ///   - device: The camera. The library asks it for its formats.
    ///   - codes: What may be converted.
    /// - Throws: ``CaptureError/system(errno:during:)`` when the library does not start.
    init(device: Device, codes: [FourCC]) throws(CaptureError) {
        let filter = UnsafeMutablePointer<cv4lconvert_filter>.allocate(capacity: 1)
        filter.initialize(to: cv4lconvert_filter())
        withUnsafeMutableBytes(of: &filter.pointee.codes) { room in
            let slots = room.bindMemory(to: UInt32.self)
            let taken = codes.prefix(slots.count)
            for (slot, code) in zip(slots.indices, taken) { slots[slot] = code.rawValue }
            filter.pointee.count = UInt32(taken.count)
        }
        guard let library = cv4lconvert_create(device.descriptor, filter) else {
            filter.deallocate()
            throw .system(errno: errno, during: "v4lconvert_create on \(device.path)")
        }
        handle = library
        self.filter = filter
        self.device = device
    }

    deinit {
        v4lconvert_destroy(handle)
        filter.deallocate()
    }

    /// How the library would make YU12 of exactly this size; `nil` when it cannot.
    func conversion(to wanted: FrameSize) -> OfferedConversion? {
        var destination = yu12(wanted)
        var source = v4l2_format()
        guard v4lconvert_try_format(handle, &destination, &source) == 0 else { return nil }
        let made = GrantedPicture(destination, queue: .singlePlanar)
        let from = GrantedPicture(source, queue: .singlePlanar)
        // Where it has nothing to convert from, it passes on what the driver itself says of YU12.
        guard made.code == yu12Code, made.size == wanted, allows(from.code) else { return nil }
        return OfferedConversion(wanted: wanted, code: from.code, source: from.size)
    }

    /// Converts one frame into `picture`.
    ///
    /// - Parameters:
    ///   - frame: The filled bytes.
    ///   - source: The format as the driver granted it.
    ///   - size: Of the picture to make.
    ///   - picture: Room for the whole picture.
    /// - Returns: `false` for a frame that the library rejects as short or corrupt.
    /// - Throws: ``CaptureError/system(errno:during:)`` for what the next frame would not mend.
    func convert(
        _ frame: UnsafeRawBufferPointer, as source: v4l2_format, to size: FrameSize,
        into picture: UnsafeMutableRawBufferPointer
    ) throws(CaptureError) -> Bool {
        var source = source
        var destination = yu12(size)
        guard let from = frame.baseAddress, let to = picture.baseAddress else { return false }
        let made = v4lconvert_convert(
            handle, &source, &destination,
            // The library declares its source mutable and does not write to it.
            UnsafeMutableRawPointer(mutating: from).assumingMemoryBound(to: UInt8.self), Int32(clamping: frame.count),
            to.assumingMemoryBound(to: UInt8.self), Int32(clamping: picture.count))
        if made >= 0 { return made == picture.count }
        let failure = errno
        // As libv4l2 itself does on EAGAIN and EPIPE; EIO is a JPEG that does not decode.
        if [EAGAIN, EPIPE, EIO].contains(failure) { return false }
        throw .system(errno: failure, during: "v4lconvert_convert (\(message)) on \(device.path)")
    }

    private var message: String {
        guard let text = v4lconvert_get_error_message(handle) else { return "no reason given" }
        return String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func allows(_ code: FourCC) -> Bool {
        withUnsafeBytes(of: filter.pointee.codes) {
            $0.bindMemory(to: UInt32.self).prefix(Int(filter.pointee.count)).contains(code.rawValue)
        }
    }

    private var yu12Code: FourCC { FourCC(rawValue: UInt32(truncatingIfNeeded: CLINUX_PIX_FMT_YUV420)) }

    private func yu12(_ size: FrameSize) -> v4l2_format {
        var format = v4l2_format()
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue
        format.fmt.pix.width = UInt32(clamping: size.width)
        format.fmt.pix.height = UInt32(clamping: size.height)
        format.fmt.pix.pixelformat = yu12Code.rawValue
        format.fmt.pix.field = V4L2_FIELD_NONE.rawValue
        v4lconvert_fixup_fmt(&format)
        return format
    }
}
