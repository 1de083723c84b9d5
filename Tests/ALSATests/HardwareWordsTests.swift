import CameraModel
import Testing

@testable import ALSA

@Suite struct HardwareWordsTests {
    private let mono = AudioFormat(rate: 48_000, channels: 1)

    @Test func `an offer lists rates, channels and formats`() {
        let offer = HardwareOffer(
            usualRates: [44_100, 48_000], rates: 44_100...48_000, channels: 2...2, formats: ["S24_3LE"])
        #expect(offer.description == "44100, 48000 Hz; 2 channels; S24_3LE")
    }

    @Test func `an offer of unusual rates gives their span`() {
        let offer = HardwareOffer(usualRates: [], rates: 7000...7500, channels: 1...1, formats: [])
        #expect(offer.description == "7000 to 7500 Hz; 1 channel; no known format")
    }

    @Test func `a layout as asked needs no remark`() {
        let layout = PCMLayout(
            encoding: .s16, channels: 1, periodFrames: 960, bufferFrames: 48_000, clock: .driver)
        #expect(
            layout.description(delivering: mono, wantedBuffer: .seconds(1))
                == "48000 Hz, S16_LE, 1 channel, period 20 ms, buffer 1000 ms, driver timestamps")
    }

    @Test func `whatever was not as asked is remarked`() {
        let layout = PCMLayout(
            encoding: .s24Packed, channels: 2, periodFrames: 960, bufferFrames: 4800, clock: .reader)
        #expect(
            layout.description(delivering: mono, wantedBuffer: .seconds(1))
                == """
                48000 Hz, S24_3LE, of which the upper 16 bits are taken, 2 channels, of which the first 1 taken, \
                period 20 ms, buffer 100 ms, shorter than the 1000 ms asked, \
                no monotonic driver timestamps: times are taken at the read
                """)
    }
}
