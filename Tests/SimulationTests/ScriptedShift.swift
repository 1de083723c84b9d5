import CameraModel
import Simulation

/// What a test saw of one frame or period.
struct Seen: Hashable {
    var stamp: FrameStamp
    var code: PictureCode?
    var bytes: [UInt8]
}

/// A virtual clock and devices on it.
struct ScriptedShift {
    let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 1_700_000_000_000_000_000))
    let time: SimulatedTime

    init() {
        time = SimulatedTime(virtual: clock)
    }

    /// Seconds since the shift's start.
    var elapsed: Double {
        (clock.now - clock.start).seconds
    }

    func camera(
        _ script: [DeviceScript<CameraFault>.Entry] = [], coding: VideoCoding = .raw(.yu12), width: Int = 256,
        height: Int = 96, rate: UInt32 = 10, encodings: [VideoCoding: any VideoEncoding] = [:]
    ) -> SimulatedCamera {
        SimulatedCamera(
            name: "front", preferences: [mode(coding, width, height, rate)], time: time,
            script: DeviceScript(script), encodings: encodings)
    }

    func microphone(
        _ script: [DeviceScript<MicrophoneFault>.Entry] = [], rate: Int = 48_000, channels: Int = 1
    ) -> SimulatedMicrophone {
        SimulatedMicrophone(
            name: "cabin", format: AudioFormat(rate: rate, channels: channels), time: time,
            script: DeviceScript(script))
    }
}

func mode(_ coding: VideoCoding, _ width: Int, _ height: Int, _ rate: UInt32) -> VideoMode {
    guard let rate = FrameRate(frames: rate, seconds: 1) else { preconditionFailure("a rate above zero") }
    return VideoMode(coding: coding, width: width, height: height, rate: rate)
}

extension VideoSource {
    /// The next frame, `nil` for a damaged one.
    func next(timeout: Duration = .seconds(1)) throws(CaptureError) -> Seen? {
        var seen: Seen?
        let format = format
        _ = try withNextFrame(timeout: timeout) { stamp, bytes in
            let all = bytes.withUnsafeBytes { [UInt8]($0) }
            seen = Seen(stamp: stamp, code: decode(all, format), bytes: all)
        }
        return seen
    }

    /// The numbers in the next pictures.
    func numbers(_ count: Int) throws(CaptureError) -> [UInt32?] {
        var numbers: [UInt32?] = []
        for _ in 0..<count { numbers.append(try next()?.code?.number) }
        return numbers
    }
}

extension AudioSource {
    /// The next period's time and samples, `nil` for an overrun.
    func next(timeout: Duration = .seconds(1)) throws(CaptureError) -> (time: MonotonicTime, samples: [Int16])? {
        var seen: (MonotonicTime, [Int16])?
        _ = try withNextPeriod(timeout: timeout) { time, samples in
            seen = (time, samples.withUnsafeBufferPointer { [Int16]($0) })
        }
        return seen
    }
}

/// Reads the code out of any raw picture.
func decode(_ bytes: [UInt8], _ format: VideoFormat) -> PictureCode? {
    let (width, height) = (format.mode.width, format.mode.height)
    let luma: [UInt8]
    switch format.mode.coding {
    case .raw(.yuyv): luma = stride(from: 0, to: bytes.count, by: 2).map { bytes[$0] }
    case .raw(.uyvy): luma = stride(from: 1, to: bytes.count, by: 2).map { bytes[$0] }
    default: luma = bytes
    }
    return PictureCode.decode(luma: luma, width: width, height: height)
}
