import CameraModel
import Foundation
import Testing

@testable import ALSA

/// Against the kernel's snd-aloop: DUTYCAM_ALOOP=1, as root, inside the virtual unit.
///
/// These take as long as the sound that they capture, and the unbinding of the driver allows no other beside it.
@Suite(.serialized, .enabled(if: Loopback.isHere), .timeLimit(.minutes(2)))
struct ALSALoopbackTests {
    private let period = Duration.milliseconds(20)

    /// The frames of a counted capture from the first that is not silence, each with its expected successor.
    private func steps(_ values: [Int16]) -> [(Int16, Int16)] {
        let sound = values.drop { $0 == 0 }
        return Array(zip(sound, sound.dropFirst()))
    }

    private func follows(_ next: Int16, _ last: Int16) -> Bool {
        Int(next) == (Int(last) == LoopbackWriter.cycle ? 1 : Int(last) + 1)
    }

    private func channel(_ channel: Int, of channels: Int, in capture: Capture) -> [Int16] {
        stride(from: channel, to: capture.samples.count, by: channels).map { capture.samples[$0] }
    }

    /// Expects the times to go on by the frames between them, and the whole at the nominal rate.
    ///
    /// snd-aloop counts frames by the kernel's ticks of 4 ms. Where the emulator was not given the processor they come
    /// late, 33 ms once, and are caught up with. So a tenth of the steps may be a period off or more, and the rate is
    /// judged by the earliest times of both ends, which no delay has touched.
    private func expectSteadyTimes(_ capture: Capture) {
        let deviations = capture.deviations(rate: 48_000)
        let steps = zip(deviations, deviations.dropFirst()).map { abs(($1 - $0).nanoseconds) }
        #expect(steps.filter { $0 >= period.nanoseconds }.count <= steps.count / 10)
        let first = deviations.prefix(10).min() ?? .zero
        let last = deviations.suffix(10).min() ?? .zero
        #expect(abs((last - first).nanoseconds) < period.nanoseconds)
        print(
            "times lie \(deviations.min() ?? .zero) to \(deviations.max() ?? .zero) from nominal;",
            "\(last - first) from end to end of \(capture.times.count) periods")
    }

    @Test func `every frame of a mono writer arrives once, at times that go with the frames`() throws {
        let writer = try LoopbackWriter(subdevice: 0)
        let source = try Loopback.microphone(subdevice: 0).open()
        let capture = try Capture(periods: 150, of: source)
        withExtendedLifetime(writer) {}
        let steps = steps(capture.samples)
        #expect(steps.count > 100_000)
        #expect(steps.filter { !follows($0.1, $0.0) }.isEmpty)
        expectSteadyTimes(capture)
        print(source.device)
    }

    @Test func `both channels of a stereo writer stay apart`() throws {
        let writer = try LoopbackWriter(subdevice: 1, channels: 2)
        let source = try Loopback.microphone(subdevice: 1, channels: 2).open()
        let capture = try Capture(periods: 50, of: source)
        withExtendedLifetime(writer) {}
        let left = channel(0, of: 2, in: capture)
        let right = channel(1, of: 2, in: capture)
        #expect(steps(left).count > 30_000)
        #expect(steps(left).filter { !follows($0.1, $0.0) }.isEmpty)
        #expect(left == right.map { -$0 })
        expectSteadyTimes(capture)
    }

    @Test(arguments: [("S32_LE", 4, 2), ("S24_3LE", 3, 3)])
    func `of wider samples and more channels the upper bits of the first are taken, and that is said`(
        encoding: String, bytesPerSample: Int, subdevice: Int
    ) throws {
        let writer = try LoopbackWriter(
            subdevice: subdevice, channels: 2, encoding: encoding, bytesPerSample: bytesPerSample)
        let source = try Loopback.microphone(subdevice: subdevice).open()
        let capture = try Capture(periods: 50, of: source)
        withExtendedLifetime(writer) {}
        #expect(steps(capture.samples).count > 30_000)
        #expect(steps(capture.samples).filter { !follows($0.1, $0.0) }.isEmpty)
        #expect(source.device.contains("\(encoding), of which the upper 16 bits are taken"))
        #expect(source.device.contains("2 channels, of which the first 1 taken"))
    }

    @Test func `without a writer there is silence, at the same pace`() throws {
        let source = try Loopback.microphone(subdevice: 4).open()
        let capture = try Capture(periods: 50, of: source)
        #expect(capture.samples.allSatisfy { $0 == 0 })
        expectSteadyTimes(capture)
    }

    @Test func `where the driver does not stamp, times are taken at the read, and that is said`() throws {
        var (pcm, layout, name) = try Loopback.microphone(subdevice: 4).configured()
        #expect(layout.clock == .driver)
        layout.clock = .reader
        let source = ALSASource(
            pcm: pcm, format: AudioFormat(rate: 48_000, channels: 1), layout: layout, name: name,
            wantedBuffer: .seconds(1))
        try pcm.start()
        expectSteadyTimes(try Capture(periods: 50, of: source))
        #expect(source.device.contains("times are taken at the read"))
    }

    @Test func `a time is not in the future, and no older than what was waiting`() throws {
        let source = try Loopback.microphone(subdevice: 4).open()
        _ = try Capture(periods: 10, of: source)
        let captured = try Capture(periods: 1, of: source).times[0]
        let age = try MonotonicTime.now() - captured
        #expect(age >= period)
        #expect(age < .milliseconds(1100))
    }

    @Test func `a reader away for longer than the buffer gets an overrun, then times that show the gap`() throws {
        let source = try Loopback.microphone(subdevice: 5, buffer: .milliseconds(500)).open()
        let before = try Capture(periods: 5, of: source)
        usleep(1_000_000)
        var called = false
        #expect(try source.withNextPeriod(timeout: .seconds(2)) { _, _ in called = true } == .overrun)
        #expect(!called)
        let after = try Capture(periods: 10, of: source)
        let gap = after.times[0] - (before.times[4] + period)
        print("a pause of 1 s left a gap of \(gap)")
        #expect(gap > .milliseconds(900) && gap < .milliseconds(1500))
        expectSteadyTimes(after)
    }

    @Test func `a microphone that is pulled out is disconnected, and opens again when it is back`() throws {
        let gone: Process
        do {
            let source = try Loopback.microphone(subdevice: 6).open()
            _ = try Capture(periods: 5, of: source)
            gone = try Loopback.pullOut()
            let pulled = try MonotonicTime.now()
            #expect(throws: CaptureError.disconnected) { _ = try Capture(periods: 500, of: source) }
            let noticed = try MonotonicTime.now() - pulled
            print("the loss was noticed \(noticed) after the unbinding was asked for")
            // Most of it is the shell that unbinds, on an emulated processor.
            #expect(noticed < .seconds(2))
            // And it stays so, without waiting.
            #expect(throws: CaptureError.disconnected) { _ = try Capture(periods: 1, of: source) }
        }
        gone.waitUntilExit()
        #expect(gone.terminationStatus == 0)
        let identity = Loopback.microphone(subdevice: 6).identity
        #expect(throws: CaptureError.notFound(identity: identity)) { try Loopback.microphone(subdevice: 6).inspect() }
        let back = try Loopback.putBack()
        back.waitUntilExit()
        #expect(back.terminationStatus == 0)
        let capture = try Capture(periods: 5, of: try Loopback.microphone(subdevice: 6).open())
        #expect(capture.times.count == 5)
    }

    @Test(arguments: [("Loopback", 1, 99), ("Loopback", 7, 0), ("Absent", 0, 0)])
    func `a card, a device or a subdevice that is absent is not found`(
        card: String, device: Int, subdevice: Int
    ) {
        let device = ALSADeviceIdentity(card: card, device: device, subdevice: subdevice)
        let microphone = ALSAMicrophone(device: device, format: AudioFormat(rate: 48_000, channels: 1))
        #expect(throws: CaptureError.notFound(identity: device.description)) { try microphone.inspect() }
    }

    @Test func `a rate that the device has not is refused with what it has`() throws {
        let writer = try LoopbackWriter(subdevice: 7, rate: 44_100)
        let error = #expect(throws: CaptureError.self) { try Loopback.microphone(subdevice: 7).inspect() }
        withExtendedLifetime(writer) {}
        let words = try #require(error?.description)
        print(words)
        #expect(error == .modeUnavailable(words))
        #expect(words.contains("cannot give 48000 Hz"))
        #expect(words.contains("it has 44100 Hz; 1 channel; S16_LE"))
    }

    @Test func `fewer channels than wanted are refused`() throws {
        let writer = try LoopbackWriter(subdevice: 7)
        let error = #expect(throws: CaptureError.self) {
            try Loopback.microphone(subdevice: 7, channels: 2).inspect()
        }
        withExtendedLifetime(writer) {}
        let words = try #require(error?.description)
        #expect(error == .modeUnavailable(words))
        #expect(words.contains("it has 48000 Hz; 1 channel; S16_LE"))
    }

    @Test func `a stream that another holds is busy, and it is told where to look`() throws {
        let holder = try Loopback.microphone(subdevice: 5).open()
        let error = #expect(throws: CaptureError.self) { try Loopback.microphone(subdevice: 5).inspect() }
        withExtendedLifetime(holder) {}
        let words = try #require(error?.description)
        print(words)
        #expect(words.contains("another program holds") && words.contains("/proc/asound/Loopback/pcm1c/sub5/status"))
        #expect(words.contains("errno \(EBUSY)"))
        try Loopback.microphone(subdevice: 4).inspect()
    }

    @Test func `inspecting leaves the stream free`() throws {
        try Loopback.microphone(subdevice: 5).inspect()
        try Loopback.microphone(subdevice: 5).inspect()
    }
}
