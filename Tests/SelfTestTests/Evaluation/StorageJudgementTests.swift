import CameraModel
import SelfTest
import Testing

@Suite struct StorageJudgementTests {
    private let limits = SelfTestLimits()
    /// 4 Mbit/s: 18 GB in a shift of ten hours.
    private let stream = 500_000.0

    @Test(arguments: [
        (Int64(22_500_000_000), "pass"), (22_499_999_999, "warn"), (18_000_000_000, "warn"), (17_999_999_999, "M20"),
        (0, "M20"), (-1, "M20"),
    ])
    func `D.1.b: ST-03 passes with room for 1.25 shifts and fails with M20 below one`(free: Int64, expected: String) {
        #expect(word(limits.judgeStorageFree(free, bytesPerSecond: stream)) == expected)
    }

    @Test(arguments: [(3.0, "pass"), (2.999, "warn"), (2, "warn"), (1.999, "M22")])
    func `D.1.b: ST-04 passes from three times the stream's rate and fails with M22 below twice`(
        times: Double, expected: String
    ) {
        let measure = WriteMeasure.written(
            bytes: 6_000_000, in: .fractional(seconds: 12 / times), isSame: true)
        #expect(word(limits.judgeWritePath(measure, bytesPerSecond: stream)) == expected)
    }

    @Test func `D.1.b: ST-04 fails with M22 when what is read back differs`() {
        let measure = WriteMeasure.written(bytes: 8 << 20, in: .seconds(1), isSame: false)
        #expect(word(limits.judgeWritePath(measure, bytesPerSecond: stream)) == "M22")
    }

    @Test(arguments: [(Int32(5), "M22"), (30, "M23"), (117, "M23"), (28, "M20"), (122, "M20"), (13, "M22")])
    func `D.1.b: ST-04 tells an error from a read-only or damaged file system, and from a full one`(
        errno: Int32, expected: String
    ) {
        let measure = WriteMeasure.failed(DiskError(errno: errno, call: "write", path: "x"))
        #expect(word(limits.judgeWritePath(measure, bytesPerSecond: stream)) == expected)
    }

    @Test func `D.1.b: ST-04 gives way to a recording`() {
        #expect(word(limits.judgeWritePath(.yielded, bytesPerSecond: stream)) == "skipped")
    }

    @Test(arguments: [(1, "pass"), (9, "pass"), (10, "M24"), (11, "M24")])
    func `D.1.b: ST-04 fails with M24 for storage at the end of its life`(life: Int, expected: String) {
        #expect(word(limits.judgeWear(life)) == expected)
    }
}
