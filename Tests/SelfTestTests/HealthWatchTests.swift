import CameraModel
import DutyPolicy
import SelfTest
import Simulation
import Testing

/// The continuous watch on a running simulated unit.
@Suite struct HealthWatchTests {
    /// What is told within `seconds`, and when it began, in whole seconds since the unit's start.
    private func changes(
        camera: [DeviceScript<CameraFault>.Entry] = [], microphone: [DeviceScript<MicrophoneFault>.Entry] = [],
        seconds: Double, _ disturb: (TestUnit, Duration) -> Void = { _, _ in }
    ) throws -> [String] {
        let unit = try TestUnit(camera: camera, microphone: microphone)
        var watch = HealthWatch(equipment: unit.equipment, reserve: 1_000_000, clock: unit.clock)
        var changes: [String] = []
        var next = unit.clock.now
        unit.run(until: unit.clock.now + .fractional(seconds: seconds), next: { next }) {
            disturb(unit, unit.clock.now - unit.clock.start)
            for change in watch.step() {
                let since = (change.since - unit.clock.start).seconds.rounded(.down)
                changes.append("\(change.code.rawValue)\(change.isPresent ? "+" : "-") \(Int(since))")
            }
            next = unit.clock.now + HealthWatch.interval
        }
        return changes
    }

    @Test func `D.4: a unit without a fault tells nothing`() throws {
        #expect(try changes(seconds: 20).isEmpty)
    }

    @Test func `D.4: a camera that is unplugged is absent until it is back`() throws {
        let told = try changes(
            camera: [.init(at: .seconds(3), .unplug), .init(at: .seconds(9), .plug)], seconds: 20)
        #expect(told == ["M01+ 4", "M01- 10"])
    }

    @Test func `D.4: a camera whose picture freezes is told while it goes on`() throws {
        #expect(try changes(camera: [.init(at: .seconds(3), .frozen)], seconds: 20) == ["M04+ 5"])
    }

    @Test func `D.4: a microphone that hears nothing is told while it goes on`() throws {
        #expect(
            try changes(microphone: [.init(at: .seconds(3), .silent)], seconds: 40).map { $0.prefix(4) } == ["M06+"])
    }

    @Test func `D.4: a disk that fills and a clock that jumps are told`() throws {
        let told = try changes(seconds: 14) { unit, time in
            if time == .seconds(5) { unit.disk.apply(.full) }
            if time == .seconds(6) { unit.clock.stepWallClock(by: .seconds(3600)) }
        }
        #expect(told == ["M21+ 5", "M31+ 6", "M31- 7"])
    }
}
