import CameraModel
import Testing

@testable import Recording

@Suite struct RateMeterTests {
    private func meter(_ rate: Double, granted: UInt32, seconds: Double) throws -> (
        reports: [Double], delivered: Double?
    ) {
        var meter = RateMeter(granted: try #require(FrameRate(frames: granted, seconds: 1)))
        var reports: [Double] = []
        for number in 0..<Int(seconds * rate) {
            if let rate = meter.frame(at: Media.time(10 + Double(number) / rate)) { reports.append(rate) }
        }
        return (reports, meter.delivered)
    }

    @Test func `the granted rate is no mismatch`() throws {
        let (reports, delivered) = try meter(30, granted: 30, seconds: 30)
        #expect(reports.isEmpty)
        #expect(abs(try #require(delivered) - 30) < 0.1)
    }

    @Test func `half the rate is reported once`() throws {
        let (reports, delivered) = try meter(15, granted: 30, seconds: 60)
        #expect(reports.count == 1)
        #expect(abs(try #require(delivered) - 15) < 0.1)
    }

    @Test func `a twentieth less is no mismatch, an eighth is`() throws {
        #expect(try meter(28.5, granted: 30, seconds: 30).reports.isEmpty)
        #expect(try meter(26.25, granted: 30, seconds: 30).reports.count == 1)
    }

    @Test func `nothing is said before a whole window`() throws {
        #expect(try meter(5, granted: 30, seconds: 4.8).delivered == nil)
    }
}
