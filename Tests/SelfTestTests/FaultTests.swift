import CameraModel
import DutyPolicy
import LibAV
import SelfTest
import Simulation
import Testing

/// One real fault an item, in the simulated device, the disk or the clock: exactly its code, and nothing else.
@Suite struct FaultTests {
    private func codes(
        camera: [CameraFault] = [], microphone: [MicrophoneFault] = [], coding: VideoCoding = .raw(.yuyv),
        _ prepare: (TestUnit, inout SelfTestEquipment) -> Void = { _, _ in }
    ) throws -> [String] {
        let unit = try TestUnit(
            camera: camera.map { .init(at: .seconds(1), $0) },
            microphone: microphone.map { .init(at: .seconds(1), $0) },
            coding: coding)
        unit.run(seconds: 1.5)
        var equipment = unit.equipment
        prepare(unit, &equipment)
        let report = try #require(unit.test(equipment))
        #expect(report.duration < .seconds(15))
        return report.codes.map(\.rawValue)
    }

    @Test(arguments: [VideoCoding.raw(.yuyv), .mjpeg, .h264])
    func `D.1.b: a unit without a fault passes, and says what it does not have`(
        coding: VideoCoding
    ) throws {
        let unit = try TestUnit(coding: coding)
        unit.run(seconds: 1.5)
        let report = try #require(unit.test(unit.equipment))
        #expect(report.outcome == .pass, "\(report.text)")
        let missing = report.items.filter { $0.verdict == .notFitted }.map(\.item)
        #expect(
            missing == [
                .batteryLevel, .batteryHealth, .speaker, .encoder, .keyAndChain, .firmware, .controls, .indicators,
                .motion, .position, .vehicle, .leftovers,
            ])
        #expect(Set(report.items.map(\.item)) == Set(SelfTestItem.allCases))
    }

    @Test(arguments: [
        ([CameraFault.unplug], "M01"), ([.stall(.seconds(60))], "M02"), ([.damage(60)], "M03"),
        ([.lose(4), .rate(TestUnit.rate(10))], "M03"), ([.black], "M04"), ([.frozen], "M04"),
        ([.covered], "M04"),
    ])
    func `D.1.b(1): ST-05 to ST-07 give each fault of a camera exactly its code`(
        faults: [CameraFault], code: String
    ) throws {
        #expect(try codes(camera: faults) == [code])
    }

    @Test(arguments: [CameraFault.black, .covered]) func `D.1.b(1): ST-07 sees through a camera's own coding`(
        fault: CameraFault
    ) throws {
        #expect(try codes(camera: [fault], coding: .mjpeg) == ["M04"])
        #expect(try codes(camera: [fault], coding: .h264) == ["M04"])
    }

    @Test func `D.1.b(1): ST-07 knows the same JPEG again`() throws {
        #expect(try codes(camera: [.frozen], coding: .mjpeg) == ["M04"])
    }

    @Test func `D.1.b(1): ST-06 gives frames that are lost on the way exactly its code`() throws {
        let unit = try TestUnit(camera: (4..<20).map { .init(at: .milliseconds($0 * 500), .lose(1)) })
        unit.run(seconds: 1.5)
        let report = try #require(unit.test(unit.equipment))
        #expect(report.codes == [.cameraDrops])
    }

    @Test(arguments: [
        ([MicrophoneFault.unplug], "M05"), ([.stall(.seconds(60))], "M05"), ([.silent], "M06"), ([.clipped], "M06"),
        ([.drift(partsPerMillion: 81_250)], "M07"),
    ])
    func `D.1.b(1): ST-08 and ST-10 give each fault of a microphone exactly its code`(
        faults: [MicrophoneFault], code: String
    ) throws {
        #expect(try codes(microphone: faults) == [code])
    }

    @Test func `D.1.b(1): ST-08 gives an overrun exactly its code`() throws {
        let unit = try TestUnit(microphone: [.init(at: .milliseconds(2500), .overrun(.milliseconds(200)))])
        unit.run(seconds: 1.5)
        #expect(try #require(unit.test(unit.equipment)).codes == [.microphoneSilent])
    }

    @Test(arguments: [
        (ScriptedDisk.Fault.full, "M20"), (.failing, "M22"), (.throttled(bytesPerSecond: 40_000), "M22"),
        (.readOnly, "M23"),
    ])
    func `D.1.b(1): ST-03 and ST-04 give each fault of the disk exactly its code`(
        fault: ScriptedDisk.Fault, code: String
    ) throws {
        #expect(try codes { unit, _ in unit.disk.apply(fault) } == [code])
    }

    @Test func `D.1.b(1): ST-12 gives each fault of the clock exactly its code`() throws {
        #expect(try codes { unit, _ in unit.clock.loseWallClock() } == ["M30"])
        #expect(try codes { unit, _ in unit.clock.stepWallClock(by: .seconds(-86_400 * 60)) } == ["M30"])
        #expect(try codes { unit, _ in unit.clock.setUncertainty(.seconds(6)) } == ["M32"])
    }

    @Test(arguments: [
        (BatteryReading(percent: 40), "M10"), (BatteryReading(percent: 95, forecast: .seconds(3600)), "M10"),
        (BatteryReading(percent: 95, health: 0.6), "M12"), (BatteryReading(percent: 95, cycles: 900), "M12"),
        (BatteryReading(percent: 95, celsius: -20), "M12"),
    ])
    func `D.1.b(1): ST-01 and ST-02 give each fault of the battery exactly its code`(
        battery: BatteryReading, code: String
    ) throws {
        #expect(
            try codes { unit, equipment in
                equipment.battery = SimulatedBattery(
                    script: DeviceScript([.init(at: .zero, battery)]),
                    time: SimulatedTime(real: unit.clock, start: unit.clock.start))
            } == [code])
    }

    @Test func `D.1.b(1): each sensor that belongs there and does not answer has its item's code`() throws {
        #expect(try codes { $1.battery = Silent<BatteryReading>() } == ["M10"])
        #expect(try codes { $1.wear = Silent<Int>() } == ["M24"])
        #expect(try codes { $1.speaker = Silent<SpeakerReading?>() } == ["M51"])
        #expect(try codes { $1.key = Silent<KeyReading>() } == ["M40"])
        #expect(try codes { $1.firmware = Silent<FirmwareReading>() } == ["M42"])
        #expect(try codes { $1.controls = Silent<ControlsReading>() } == ["M50"])
        #expect(try codes { $1.indicators = Silent<IndicatorsReading>() } == ["M51"])
        #expect(try codes { $1.motion = Silent<MotionReading>() } == ["M52"])
        #expect(try codes { $1.position = Silent<PositionReading>() } == ["M53"])
        #expect(try codes { $1.vehicle = Silent<VehicleReading>() } == ["M54"])
        #expect(try codes { $1.leftovers = Silent<LeftoversReading>() } == [])
    }

    @Test func `D.1.b(1): ST-13 gives a key that does not sign and a broken journal a code each`() throws {
        let both = Fixed(KeyReading(signs: false, isJournalWhole: false))
        #expect(try codes { $1.key = both } == ["M40", "M41"])
        #expect(try codes { $1.key = Fixed(KeyReading(signs: true, isJournalWhole: false)) } == ["M41"])
    }

    @Test func `D.1.b(1): a camera that is unplugged while it is tested is absent`() throws {
        let unit = try TestUnit(camera: [.init(at: .milliseconds(2500), .unplug)])
        unit.run(seconds: 1.5)
        #expect(try #require(unit.test(unit.equipment)).codes == [.cameraAbsent])
    }

    @Test func `D.1.b: a unit whose devices are only just being opened is waited for`() throws {
        let unit = try TestUnit(
            camera: [.init(at: .zero, .unplug), .init(at: .seconds(2), .plug)],
            microphone: [.init(at: .zero, .unplug), .init(at: .seconds(2), .plug)])
        #expect(try #require(unit.test(unit.equipment)).outcome == .pass)
    }
}

/// A sensor that does not answer.
struct Silent<Reading: Sendable>: Sensor {
    func read() throws(SensorError) -> Reading { throw .silent("no answer") }
}

/// A sensor that always answers the same.
struct Fixed<Reading: Sendable>: Sensor {
    let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    func read() throws(SensorError) -> Reading { reading }
}
