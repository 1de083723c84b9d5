import CameraModel
import Testing

@testable import UnitFiles

@Suite struct UnitConfigurationTests {
    @Test func `what is left out has its default`() throws {
        let unit = try UnitConfiguration(text: smallest, file: "u.yaml")
        let rate = try #require(FrameRate(frames: 30, seconds: 1))
        let mode = VideoMode(coding: .raw(.yuyv), width: 640, height: 360, rate: rate)
        let encoder = VideoEncoderSettings(
            preset: "superfast", bitRate: 4_000_000, width: nil, height: nil, keyInterval: .seconds(1))
        let camera = CameraConfiguration(
            name: "front", device: .simulated, modes: [mode], buffers: 8, encoder: encoder,
            passesJPEG: false, microphones: ["chest"])
        let microphone = MicrophoneConfiguration(
            name: "chest", device: .simulated, format: AudioFormat(rate: 48_000, channels: 1), bitRate: 64_000)
        #expect(
            unit
                == UnitConfiguration(
                    unit: "test", kind: .body, cameras: [camera], microphones: [microphone],
                    preEvent: PreEventConfiguration(duration: .seconds(60), bytes: 67_108_864, audio: false),
                    segments: SegmentConfiguration(duration: .seconds(60)),
                    storage: StorageConfiguration(minimumFree: 67_108_864)))
    }

    @Test func `every setting is read`() throws {
        let text = """
            unit: car-7
            kind: dashboard
            cameras:
              - name: front
                device: { link: /dev/v4l/by-id/usb-x-video-index0 }
                modes:
                  - { coding: h264, width: 1920, height: 1080, rate: 29.97 }
                  - { coding: "vendor:BA81", width: 640, height: 480, rate: "15/2" }
                buffers: 4
                encoder: { preset: fast, bit-rate: 2000000, width: 640, height: 360, key-interval: 0.5 }
                microphones: [cabin]
              - name: cabin
                device: { card: vivid, bus: "platform:vivid-001" }
                modes: [{ coding: nv12, width: 320, height: 180, rate: 12.5 }]
            microphones:
              - { name: cabin, device: { card: Loopback, device: 1, subdevice: 2 }, rate: 16000, channels: 2, bit-rate: 32000 }
            pre-event: { seconds: 90, bytes: 1048576, audio: on }
            segments: { seconds: 120 }
            storage: { minimum-free: 1048576 }
            """
        let unit = try UnitConfiguration(text: text, file: "u.yaml")
        #expect(unit.unit == "car-7")
        #expect(unit.kind == .dashboard)
        #expect(
            unit.cameras.map(\.device) == [
                .link("/dev/v4l/by-id/usb-x-video-index0"), .card(name: "vivid", bus: "platform:vivid-001"),
            ])
        #expect(
            unit.cameras[0].modes.map(\.rate) == [
                FrameRate(frames: 30_000, seconds: 1001), FrameRate(frames: 15, seconds: 2),
            ])
        #expect(unit.cameras[1].modes[0].rate == FrameRate(frames: 25, seconds: 2))
        #expect(unit.cameras[0].modes[1].coding == VideoCoding("vendor:BA81"))
        #expect(unit.cameras[0].buffers == 4)
        #expect(
            unit.cameras[0].encoder
                == VideoEncoderSettings(
                    preset: "fast", bitRate: 2_000_000, width: 640, height: 360, keyInterval: .milliseconds(500)))
        #expect(unit.microphones[0].device == .card(id: "Loopback", device: 1, subdevice: 2))
        #expect(unit.microphones[0].format == AudioFormat(rate: 16_000, channels: 2))
        #expect(unit.preEvent == PreEventConfiguration(duration: .seconds(90), bytes: 1 << 20, audio: true))
        #expect(unit.segments.duration == .seconds(120))
        #expect(unit.storage.minimumFree == 1 << 20)
    }

    @Test(arguments: [("off", false), ("\"off\"", false), ("false", false), ("on", true), ("\"on\"", true)])
    func `sound before the event is on or off however YAML spells it`(word: String, audio: Bool) throws {
        let unit = try UnitConfiguration(text: smallest + "pre-event: { audio: \(word) }\n", file: "u.yaml")
        #expect(unit.preEvent.audio == audio)
    }
}
