import CameraModel
import DutyPolicy
import Testing

@Suite struct SpeedTriggerTests {
    private var trigger = SpeedTrigger()

    /// One sample a second from `from` on.
    private mutating func drive(_ milesPerHour: [Double], from: Int = 0) -> [TriggerEvent] {
        milesPerHour.indices.compactMap { index in
            trigger.sample(.milesPerHour(milesPerHour[index]), at: moment((from + index) * 1000))
        }
    }

    @Test mutating func `D.2.b(2)a: 5 s at 80 mph speak, since the first of them`() {
        #expect(drive([70, 79, 80, 81, 90, 90, 85]) == [])
        #expect(drive([85], from: 7) == [TriggerEvent(source: .speed, edge: .on, time: moment(2000))])
        #expect(drive([85, 120, 80], from: 8) == [])
    }

    @Test mutating func `a fall of more than 5 mph begins the count anew`() {
        #expect(drive([85, 85, 85, 74, 85, 85, 85, 85, 85]) == [])
        #expect(drive([85], from: 9) == [TriggerEvent(source: .speed, edge: .on, time: moment(4000))])
    }

    @Test mutating func `a speed that hovers about the limit is one event`() {
        let events = drive((0..<60).map { $0.isMultiple(of: 2) ? 81 : 78 })
        #expect(events == [TriggerEvent(source: .speed, edge: .on, time: moment(0))])
    }

    @Test mutating func `the event is over after 5 s of less than 75 mph`() {
        _ = drive([85, 85, 85, 85, 85, 85])
        #expect(drive([75, 74, 70, 76, 60, 50], from: 6) == [])
        #expect(drive([10], from: 12) == [TriggerEvent(source: .speed, edge: .off, time: moment(7000))])
    }

    @Test(arguments: [nil, .nan, -1, .infinity, -.infinity, 500] as [Double?])
    func `an absent or impossible speed is left out and counted`(value: Double?) {
        var trigger = SpeedTrigger()
        for second in 0..<5 {
            #expect(trigger.sample(.milesPerHour(90), at: moment(second * 1000)) == nil)
            #expect(trigger.sample(value.map(Speed.milesPerHour), at: moment(second * 1000 + 500)) == nil)
        }
        #expect(trigger.ignored == 5)
        #expect(trigger.sample(.milesPerHour(90), at: moment(5000))?.edge == .on)
    }

    @Test mutating func `what nobody saw for more than 5 s is not guessed`() {
        #expect(drive([90]) == [])
        #expect(drive([90, 90, 90, 90, 90], from: 6) == [])
        #expect(drive([90], from: 11) == [TriggerEvent(source: .speed, edge: .on, time: moment(6000))])
    }

    @Test mutating func `a sample stamped backwards begins the count anew`() {
        #expect(drive([90, 90, 90], from: 100) == [])
        #expect(drive([90, 90, 90, 90, 90]) == [])
        #expect(trigger.backwards == 1)
        #expect(drive([90], from: 5) == [TriggerEvent(source: .speed, edge: .on, time: moment(0))])
    }

    @Test func `foreign stamps do not trap`() {
        var trigger = SpeedTrigger()
        for stamp in [Int64.min, .max, 0, .min, .min, .max] {
            #expect(trigger.sample(.milesPerHour(90), at: MonotonicTime(nanoseconds: stamp)) == nil)
        }
    }

    @Test mutating func `D.2.b(2)b: a vehicle below 1 m a second stands`() {
        _ = drive([3])
        #expect(!trigger.vehicleStands)
        _ = drive([2], from: 1)
        #expect(trigger.vehicleStands)
    }

    @Test(arguments: [39.9, 120.1, .nan, -.infinity]) func `a limit outside 40 to 120 mph is refused`(limit: Double) {
        #expect(throws: SpeedTriggerError.self) { try SpeedTrigger(limit: .milesPerHour(limit)) }
    }

    @Test(arguments: [40.0, 120]) func `an agency chooses the limit`(limit: Double) throws {
        #expect(try SpeedTrigger(limit: .milesPerHour(limit)).limit == .milesPerHour(limit))
    }
}
