import CameraModel
import Testing

@testable import LibAV

struct SwrDriftCorrectorTests {
    private let mono = AudioFormat(rate: 48_000, channels: 1)

    @Test(arguments: [0.0, 100, -500, 0.45, 499.7])
    func `over ten minutes the length is what was asked, to the frame`(partsPerMillion: Double) throws {
        let format = AudioFormat(rate: 8000, channels: 1)
        let corrector = try SwrDriftCorrecting().makeCorrector(for: format)
        let block = [Int16](repeating: 1000, count: 800)
        var made = 0
        for _ in 0..<6000 { made += try corrector.resample(block.span, partsPerMillion: partsPerMillion).count }
        let taken = Double(800 * 6000 - corrector.framesHeld)
        let asked = taken * (1 + partsPerMillion * 1e-6)
        #expect(abs(Double(made) - asked) <= 1, "\(made) of \(asked)")
    }

    @Test func `at nothing to correct, sound passes as it is, after what the filter holds`() throws {
        let corrector = try SwrDriftCorrecting().makeCorrector(for: mono)
        let tone = Sine.frames(0..<4800, of: mono, hertz: 440)
        var out: [Int16] = []
        for start in stride(from: 0, to: 4800, by: 480) {
            out += try corrector.resample(tone[start..<start + 480].span, partsPerMillion: 0)
            #expect(Int64(start + 480 - out.count) == corrector.framesHeld)
        }
        #expect(corrector.framesHeld < 64)
        let worst = zip(out, tone).dropFirst(64).map { abs(Int($0) - Int($1)) }.max() ?? .max
        #expect(worst <= 3)
    }

    @Test(arguments: [997.0, 5000])
    func `a tone stays a tone while the correction changes`(hertz: Double) throws {
        let corrector = try SwrDriftCorrecting().makeCorrector(for: mono)
        var out: [Int16] = []
        var state: UInt32 = 3
        for index in 0..<200 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let correction = index % 7 == 0 ? 0 : Double(state >> 16).truncatingRemainder(dividingBy: 1000) - 500
            let block = Sine.frames(index * 480..<(index + 1) * 480, of: mono, hertz: hertz)
            out += try corrector.resample(block.span, partsPerMillion: correction)
        }
        let heard = out.dropFirst(480).map { Double($0) / 32_768 }
        #expect(Sine.worstResidue(heard, rate: 48_000, hertz: hertz) < (hertz < 1000 ? -50 : -40))
    }

    @Test func `the judge of tones hears one missing frame`() {
        var tone = Sine.frames(0..<9600, of: mono, hertz: 997).map { Double($0) / 32_768 }
        #expect(Sine.worstResidue(tone, rate: 48_000, hertz: 997) < -80)
        tone.remove(at: 5000)
        #expect(Sine.worstResidue(tone, rate: 48_000, hertz: 997) > -38)
    }

    @Test func `two channels stay apart`() throws {
        let corrector = try SwrDriftCorrecting().makeCorrector(for: AudioFormat(rate: 48_000, channels: 2))
        let block = (0..<2400).flatMap { _ in [Int16(1000), Int16(-2000)] }
        let out = try corrector.resample(block.span, partsPerMillion: 200)
        for index in stride(from: 400, to: out.count - 1, by: 2) {
            #expect(abs(Int(out[index]) - 1000) <= 2 && abs(Int(out[index + 1]) + 2000) <= 2)
        }
    }

    @Test func `nothing in gives nothing out, and the filter's delay is told`() throws {
        let corrector = try SwrDriftCorrecting().makeCorrector(for: mono)
        let none: [Int16] = []
        #expect(try corrector.resample(none.span, partsPerMillion: 0).isEmpty)
        #expect(corrector.framesHeld == 0)
    }

    @Test(arguments: [501, -501, Double.nan, .infinity])
    func `more than 500 ppm is refused`(partsPerMillion: Double) throws {
        let corrector = try SwrDriftCorrecting().makeCorrector(for: mono)
        let block = [Int16](repeating: 0, count: 480)
        #expect(throws: EncodingError.self) {
            _ = try corrector.resample(block.span, partsPerMillion: partsPerMillion)
        }
    }
}
