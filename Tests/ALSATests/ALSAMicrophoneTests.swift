import ALSA
import CameraModel
import Testing

@Suite struct ALSAMicrophoneTests {
    private let format = AudioFormat(rate: 48_000, channels: 1)

    private func microphone(
        card: String = "NoSuchCard", format: AudioFormat = AudioFormat(rate: 48_000, channels: 1),
        period: Duration = .milliseconds(20), buffer: Duration = .milliseconds(500)
    ) -> ALSAMicrophone {
        ALSAMicrophone(
            device: ALSADeviceIdentity(card: card, device: 0), format: format, period: period, buffer: buffer)
    }

    @Test func `a card that is absent is not found, by its identity`() {
        #expect(throws: CaptureError.notFound(identity: "card \"NoSuchCard\", device 0, subdevice 0")) {
            try microphone().inspect()
        }
    }

    @Test func `opening an absent card falls back to nothing`() {
        #expect(throws: CaptureError.notFound(identity: "card \"NoSuchCard\", device 0, subdevice 0")) {
            _ = try microphone().open()
        }
    }

    @Test func `a card given by its index is unsuitable`() {
        #expect {
            try microphone(card: "0").inspect()
        } throws: { error in
            guard case CaptureError.unsuitable(_, let reason) = error else { return false }
            return reason.contains("index")
        }
    }

    @Test(arguments: [(0, 1), (-48_000, 1), (48_000, 0), (48_000, 3), (Int.max, 1)])
    func `a format that no microphone has is refused without a trap`(rate: Int, channels: Int) {
        #expect {
            try microphone(format: AudioFormat(rate: rate, channels: channels)).inspect()
        } throws: { error in
            if case CaptureError.modeUnavailable = error { true } else { false }
        }
    }

    @Test(arguments: [(0, 500), (20, 30), (500, 2000), (20, 20_000)])
    func `a period or a buffer out of all bounds is refused`(period: Int, buffer: Int) {
        #expect {
            try microphone(period: .milliseconds(period), buffer: .milliseconds(buffer)).inspect()
        } throws: { error in
            if case CaptureError.modeUnavailable = error { true } else { false }
        }
    }
}
