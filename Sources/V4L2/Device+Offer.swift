import CLinux
import CameraModel
import Glibc

/// More than any driver lists; a bound on what a broken one can make us do.
private let enumerationLimit: UInt32 = 512

extension Device {
    /// Asks for everything that bears on `preferences`: formats, sizes and rates.
    func offer(for preferences: [VideoMode]) throws(CaptureError) -> CameraOffer {
        let wanted = preferences.map { FrameSize(of: $0) }
        var formats: [OfferedFormat] = []
        for code in try codes() {
            let sizes = try sizes(of: code, wanted)
            var rates: [FrameSize: OfferedRates] = [:]
            let candidates: [FrameSize] =
                switch sizes {
                case .discrete(let listed): listed
                case .range: wanted.filter(sizes.contains)
                }
            for size in candidates where rates[size] == nil {
                rates[size] = try self.rates(of: code, size)
            }
            formats.append(OfferedFormat(code: code, sizes: sizes, rates: rates))
        }
        return CameraOffer(formats: formats)
    }

    /// VIDIOC_ENUM_FMT, in the driver's order, each once.
    private func codes() throws(CaptureError) -> [FourCC] {
        var codes: [FourCC] = []
        for index in 0..<enumerationLimit {
            var raw = v4l2_fmtdesc()
            raw.index = index
            raw.type = queue.bufferType
            guard try isListed(clinux_v4l2_enum_fmt(descriptor, &raw), "VIDIOC_ENUM_FMT") else { break }
            let code = FourCC(rawValue: raw.pixelformat)
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// VIDIOC_ENUM_FRAMESIZES, or the wanted sizes that can be had where a driver does not list any.
    private func sizes(of code: FourCC, _ wanted: [FrameSize]) throws(CaptureError) -> OfferedSizes {
        var sizes: [FrameSize] = []
        for index in 0..<enumerationLimit {
            var raw = v4l2_frmsizeenum()
            raw.index = index
            raw.pixel_format = code.rawValue
            guard try isListed(clinux_v4l2_enum_framesizes(descriptor, &raw), "VIDIOC_ENUM_FRAMESIZES") else { break }
            guard raw.type == V4L2_FRMSIZE_TYPE_DISCRETE.rawValue else {
                let range = raw.stepwise
                return .range(
                    smallest: FrameSize(width: Int(range.min_width), height: Int(range.min_height)),
                    largest: FrameSize(width: Int(range.max_width), height: Int(range.max_height)),
                    step: FrameSize(width: Int(range.step_width), height: Int(range.step_height)))
            }
            let size = FrameSize(width: Int(raw.discrete.width), height: Int(raw.discrete.height))
            if !sizes.contains(size) { sizes.append(size) }
        }
        return .discrete(sizes.isEmpty ? try tried(code, wanted) : sizes)
    }

    /// What VIDIOC_TRY_FMT makes of each wanted size, for drivers that list no sizes.
    private func tried(_ code: FourCC, _ wanted: [FrameSize]) throws(CaptureError) -> [FrameSize] {
        var sizes: [FrameSize] = []
        for size in wanted {
            guard let granted = try tryFormat(code, size), granted.code == code else { continue }
            if !sizes.contains(granted.size) { sizes.append(granted.size) }
        }
        return sizes
    }

    /// VIDIOC_ENUM_FRAMEINTERVALS; `nil` from a driver that does not list them.
    private func rates(of code: FourCC, _ size: FrameSize) throws(CaptureError) -> OfferedRates? {
        var rates: [FrameRate] = []
        for index in 0..<enumerationLimit {
            var raw = v4l2_frmivalenum()
            raw.index = index
            raw.pixel_format = code.rawValue
            raw.width = UInt32(clamping: size.width)
            raw.height = UInt32(clamping: size.height)
            let result = clinux_v4l2_enum_frameintervals(descriptor, &raw)
            guard try isListed(result, "VIDIOC_ENUM_FRAMEINTERVALS") else { break }
            guard raw.type == V4L2_FRMIVAL_TYPE_DISCRETE.rawValue else {
                // The largest interval is the slowest rate.
                guard let slowest = rate(raw.stepwise.max), let fastest = rate(raw.stepwise.min) else { return nil }
                return .range(slowest: slowest, fastest: fastest)
            }
            if let rate = rate(raw.discrete), !rates.contains(rate) { rates.append(rate) }
        }
        return rates.isEmpty ? nil : .discrete(rates)
    }

    /// `false` at the end of a list, which drivers tell in three ways.
    private func isListed(_ result: Int32, _ call: String) throws(CaptureError) -> Bool {
        if [EINVAL, ENOTTY, ENODATA].contains(-result) { return false }
        try check(result, call)
        return true
    }

    private func rate(_ interval: v4l2_fract) -> FrameRate? {
        FrameRate(frames: interval.denominator, seconds: interval.numerator)
    }
}
