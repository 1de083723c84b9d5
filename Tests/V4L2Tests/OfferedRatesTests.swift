import CameraModel
import Testing

@testable import V4L2

@Suite struct OfferedRatesTests {
    @Test func `of two rates as near the faster is asked for`() {
        #expect(OfferedRates.discrete([rate(20), rate(30)]).nearest(to: rate(25)) == rate(30))
    }

    @Test func `a rate that is listed is asked for as the driver spells it`() {
        let listed = OfferedRates.discrete([rate(30_000, 1001), rate(30_000, 1000), rate(15)])
        #expect(listed.nearest(to: rate(30)) == rate(30_000, 1000))
    }

    @Test(arguments: [(5, 10), (25, 25), (120, 60)] as [(UInt32, UInt32)])
    func `a rate is held within a range`(asked: UInt32, granted: UInt32) {
        #expect(OfferedRates.range(slowest: rate(10), fastest: rate(60)).nearest(to: rate(asked)) == rate(granted))
    }
}
