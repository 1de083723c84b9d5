import CameraModel
import DutyPolicy
import SelfTest
import Testing

@Suite struct HealthMonitorTests {
    /// Feeds observations, one a second, and keeps what they led to.
    private struct Watch {
        var monitor = HealthMonitor()
        var second = 0
        var changes: [String] = []

        /// `M02+ 3` began at second 3, `M02- 9` ended at second 9.
        mutating func take(_ observation: HealthObservation, seconds: Int = 1) {
            for _ in 0..<seconds {
                for change in monitor.take(observation, at: MonotonicTime(nanoseconds: Int64(second) * 1_000_000_000)) {
                    let since = change.since.nanoseconds / 1_000_000_000
                    changes.append("\(change.code.rawValue)\(change.isPresent ? "+" : "-") \(since) \(change.subject)")
                }
                second += 1
            }
        }
    }

    private func camera(
        frames: Int = 15, missing: Int = 0, damaged: Int = 0, since: Double? = 0.05, failure: CaptureError? = nil,
        structure: Double = 500, fingerprint: UInt64? = nil
    ) -> HealthObservation {
        .camera(
            "front",
            CameraHealth(
                stream: StreamMeasure(
                    negotiation: Negotiation(asked: TestUnit.mode, granted: TestUnit.mode, device: "x", remarks: []),
                    failure: failure, frames: frames, missing: missing, damaged: damaged, span: .seconds(1),
                    sinceLast: since.map { .fractional(seconds: $0) }),
                picture: PictureMeasure(
                    time: MonotonicTime(nanoseconds: 0), mean: 100, structure: structure,
                    fingerprint: fingerprint ?? 0)))
    }

    /// A camera whose pictures change.
    private func living(_ watch: inout Watch, seconds: Int) {
        for index in 0..<seconds { watch.take(camera(fingerprint: UInt64(1000 + watch.second + index))) }
    }

    @Test func `D.4: a unit that is well reports nothing for hours`() {
        var watch = Watch()
        for _ in 0..<3600 {
            living(&watch, seconds: 1)
            watch.second -= 1
            watch.take(sound())
        }
        #expect(watch.changes.isEmpty)
    }

    @Test func `D.4: a camera that gives nothing has stalled at once, and is well again after five good seconds`() {
        var watch = Watch()
        living(&watch, seconds: 3)
        watch.take(camera(frames: 0, since: 1.9))
        watch.take(camera(frames: 0, since: 2, failure: .timedOut))
        watch.take(camera(frames: 0, since: 3, failure: .timedOut))
        #expect(watch.changes == ["M02+ 4 camera front"])
        living(&watch, seconds: 4)
        watch.take(camera(frames: 0, since: 2.5))
        living(&watch, seconds: 5)
        #expect(watch.changes == ["M02+ 4 camera front"])
        living(&watch, seconds: 1)
        #expect(watch.changes == ["M02+ 4 camera front", "M02- 11 camera front"])
        #expect(watch.monitor.present.isEmpty)
    }

    @Test func `D.4: a camera that is away is absent, and nothing that follows from it is told`() {
        var watch = Watch()
        living(&watch, seconds: 3)
        for since in 1...20 { watch.take(camera(frames: 0, since: Double(since), failure: .disconnected)) }
        #expect(watch.changes == ["M01+ 3 camera front"])
        #expect(watch.monitor.present == [.cameraAbsent])
    }

    @Test func `D.4: a camera that is pulled and put back at once is no malfunction`() {
        var watch = Watch()
        living(&watch, seconds: 3)
        watch.take(camera(frames: 0, since: 1, failure: .disconnected))
        living(&watch, seconds: 20)
        #expect(watch.changes.isEmpty)
    }

    @Test func `D.4: frames missing are told above 5 % of ten seconds and forgotten below half of it`() {
        var watch = Watch()
        func feed(_ missing: Int, _ seconds: Int, _ watch: inout Watch) {
            for _ in 0..<seconds {
                watch.take(camera(frames: 100 - missing, missing: missing, fingerprint: UInt64(watch.second)))
            }
        }
        feed(5, 20, &watch)
        #expect(watch.changes.isEmpty)
        feed(8, 20, &watch)
        #expect(watch.changes == ["M03+ 20 camera front"])
        feed(3, 30, &watch)
        #expect(watch.monitor.present == [.cameraDrops])
        feed(2, 30, &watch)
        #expect(watch.changes.count == 2 && watch.changes[1].hasPrefix("M03-"))
    }

    @Test func `D.4: one lost frame among a few is no malfunction`() {
        var watch = Watch()
        watch.take(camera(frames: 1, missing: 5))
        living(&watch, seconds: 30)
        #expect(watch.changes.isEmpty)
    }

    @Test func `D.4: a lens covered for ten seconds is told, a hand in front of it for five is not`() {
        var watch = Watch()
        living(&watch, seconds: 3)
        watch.take(camera(structure: 1), seconds: 5)
        living(&watch, seconds: 3)
        #expect(watch.changes.isEmpty)
        watch.take(camera(structure: 1), seconds: 11)
        #expect(watch.changes == ["M04+ 11 camera front"])
        living(&watch, seconds: 6)
        #expect(watch.changes == ["M04+ 11 camera front", "M04- 22 camera front"])
    }

    @Test func `D.4: a picture that does not change for ten seconds is frozen`() {
        var watch = Watch()
        watch.take(camera(fingerprint: 7), seconds: 11)
        #expect(watch.changes.isEmpty)
        watch.take(camera(fingerprint: 7))
        #expect(watch.changes == ["M04+ 1 camera front"])
    }

    private func sound(
        level: Double = 300, peak: Int = 3000, samples: Int = 16_000, drift: Double = 0
    ) -> HealthObservation {
        .microphone(
            "chest",
            SoundMeasure(
                device: "x", failure: samples == 0 ? .disconnected : nil, samples: samples,
                nonZero: level > 0 ? samples : 0, squares: level * level * Double(samples), peak: peak, overruns: 0,
                drift: .fractional(seconds: drift)))
    }

    @Test func `D.4: a microphone that is away is absent, and silent only when it is there`() {
        var watch = Watch()
        watch.take(sound())
        watch.take(sound(samples: 0), seconds: 60)
        #expect(watch.changes == ["M05+ 1 microphone chest"])
        watch.take(sound(), seconds: 6)
        #expect(watch.changes == ["M05+ 1 microphone chest", "M05- 61 microphone chest"])
    }

    @Test func `D.4: a microphone is silent after half a minute without a sound, not in a pause`() {
        var watch = Watch()
        for _ in 0..<5 {
            watch.take(sound(level: 0, peak: 0), seconds: 29)
            watch.take(sound())
        }
        #expect(watch.changes.isEmpty)
        watch.take(sound(level: 0, peak: 0), seconds: 31)
        #expect(watch.changes == ["M06+ 150 microphone chest"])
    }

    @Test func `D.4: a microphone that clips for ten seconds is told`() {
        var watch = Watch()
        watch.take(sound(peak: 32_767), seconds: 10)
        #expect(watch.changes.isEmpty)
        watch.take(sound(peak: 32_767))
        #expect(watch.changes == ["M06+ 0 microphone chest"])
    }

    @Test func `D.4: sound that runs away from the pictures is told`() {
        var watch = Watch()
        watch.take(sound(drift: -0.1), seconds: 3)
        #expect(watch.changes == ["M07+ 0 microphone chest"])
    }

    private func storage(free: Int64?, failure: Int32? = nil) -> HealthObservation {
        .storage(
            StorageHealth(
                free: free, reserve: 1_000_000, bytesPerSecond: 1000,
                failure: failure.map { DiskError(errno: $0, call: "write", path: "x") }))
    }

    @Test func `D.4: storage is low below an hour, and full without room, and only the worse is told`() {
        var watch = Watch()
        watch.take(storage(free: 4_600_000))
        #expect(watch.changes.isEmpty)
        watch.take(storage(free: 4_599_999))
        #expect(watch.changes == ["M20+ 1 "])
        watch.take(storage(free: 1_000_000))
        #expect(watch.changes == ["M20+ 1 ", "M21+ 2 "])
        watch.take(storage(free: 1 << 40), seconds: 6)
        #expect(watch.changes == ["M20+ 1 ", "M21+ 2 ", "M20- 3 ", "M21- 3 "])
        var full = Watch()
        full.take(storage(free: 0))
        #expect(full.changes == ["M21+ 0 "])
    }

    @Test(arguments: [(Int32(5), "M22+ 0 "), (30, "M23+ 0 "), (117, "M23+ 0 "), (28, "M21+ 0 ")])
    func `D.4: an error of writing is told by what it is`(errno: Int32, change: String) {
        var watch = Watch()
        watch.take(storage(free: 1 << 40, failure: errno))
        #expect(watch.changes == [change])
    }

    private func clock(
        second: Int, ahead: Double = 0, error: Int64? = 0, notBefore: Int64? = nil
    ) -> HealthObservation {
        let boottime = Int64(second) * 1_000_000_000
        return .clock(
            ClockReading(
                monotonic: MonotonicTime(nanoseconds: boottime), boottime: boottime,
                utc: UTCTime(nanosecondsSince1970: 1_000_000_000_000 + boottime + Int64(ahead * 1e9)),
                source: .simulated,
                uncertainty: error), notBefore: notBefore.map { UTCTime(nanosecondsSince1970: $0) })
    }

    @Test func `D.4: a clock that jumps by more than a second is told, and one that is slewed is not`() {
        var watch = Watch()
        for second in 0..<20 { watch.take(clock(second: second, ahead: Double(second) * 0.9)) }
        #expect(watch.changes.isEmpty)
        for second in 20..<30 { watch.take(clock(second: second, ahead: 17.1 - 3600)) }
        #expect(watch.changes == ["M31+ 20 ", "M31- 21 "])
    }

    @Test func `D.4: a clock before the unit's own last entry is unset, and one too uncertain has drifted`() {
        var watch = Watch()
        watch.take(clock(second: 0, notBefore: 1_000_000_000_001))
        watch.take(clock(second: 1, error: 5_000_000_001))
        #expect(watch.changes == ["M30+ 0 ", "M32+ 1 "])
    }
}
