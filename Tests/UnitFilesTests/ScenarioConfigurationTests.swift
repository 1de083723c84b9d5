import CameraModel
import Foundation
import Simulation
import Testing
import UnitFiles

@Suite struct ScenarioConfigurationTests {
    private let head = """
        scenario: test
        clock: virtual
        starts: 2026-07-01T08:00:00Z
        length: 150
        steps:

        """

    private func refusal(_ step: String) -> String {
        do throws(UnitFileError) {
            _ = try ScenarioConfiguration(text: head + "  - \(step)\n", file: "s.yaml")
            return "accepted"
        } catch {
            return error.description
        }
    }

    @Test func `every kind of step is read`() throws {
        let text =
            head + """
                  - { at: 0, microphone: chest, fault: drift, ppm: -80.5 }
                  - { at: 1.5, start: { note: traffic stop } }
                  - { at: 2, camera: front, fault: unplug }
                  - { at: 3, camera: front, fault: plug }
                  - { at: 4, camera: front, fault: stall, for: 2.5 }
                  - { at: 5, camera: front, fault: lose, frames: 3 }
                  - { at: 5, camera: front, fault: damage, frames: 4 }
                  - { at: 5, camera: front, fault: truncate, frames: 5 }
                  - { at: 6, camera: front, fault: rate, fps: 15 }
                  - { at: 7, camera: front, fault: change-size, width: 320, height: 180 }
                  - { at: 8, microphone: chest, fault: overrun, for: 0.25 }
                  - { at: 9, clock: { step: -3600 } }
                  - { at: 10, disk: full }
                  - { at: 11, disk: repaired }
                  - { at: 12, disk: slow, for: 3 }
                  - { at: 13, start: {} }
                  - { at: 150, stop: {} }
                """
        let scenario = try ScenarioConfiguration(text: text, file: "s.yaml")
        #expect(scenario.starts.description == "2026-07-01T08:00:00.000Z")
        #expect(scenario.length == .seconds(150))
        #expect(scenario.clock == .virtual)
        #expect(scenario.seed == 1)
        #expect(scenario.steps.map(\.at.seconds) == [0, 1.5, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 150])
        let rate = try #require(FrameRate(frames: 15, seconds: 1))
        #expect(
            scenario.steps.map(\.action) == [
                .microphone("chest", .drift(partsPerMillion: -80.5)), .start(note: "traffic stop"),
                .camera("front", .unplug), .camera("front", .plug),
                .camera("front", .stall(.milliseconds(2500))), .camera("front", .lose(3)),
                .camera("front", .damage(4)), .camera("front", .truncate(5)),
                .camera("front", .rate(rate)),
                .camera("front", .changeSize(width: 320, height: 180)),
                .microphone("chest", .overrun(.milliseconds(250))), .stepClock(.seconds(-3600)),
                .disk(.full), .disk(.repaired), .disk(.slow(.seconds(3))), .start(note: nil), .stop,
            ])
    }

    @Test func `every fault that a self-test is to find is read`() throws {
        let text =
            head + """
                  - { at: 0, battery: { percent: 40.5, lasts: 3600, health: 0.9, cycles: 12, celsius: -5 } }
                  - { at: 0, battery: {} }
                  - { at: 1, camera: front, fault: black }
                  - { at: 1, camera: front, fault: frozen }
                  - { at: 1, camera: front, fault: covered }
                  - { at: 1, camera: front, fault: clear }
                  - { at: 2, microphone: chest, fault: silent }
                  - { at: 2, microphone: chest, fault: clipped }
                  - { at: 2, microphone: chest, fault: clear }
                  - { at: 3, disk: throttled, bytes-per-second: 100000 }
                  - { at: 3, disk: read-only }
                  - { at: 4, clock: { lost: {} } }
                  - { at: 4, clock: { uncertain: 6.5 } }
                """
        let scenario = try ScenarioConfiguration(text: text, file: "s.yaml")
        #expect(
            scenario.steps.map(\.action) == [
                .battery(
                    BatteryReading(percent: 40.5, forecast: .seconds(3600), health: 0.9, cycles: 12, celsius: -5)),
                .battery(BatteryReading()), .camera("front", .black), .camera("front", .frozen),
                .camera("front", .covered), .camera("front", .clear), .microphone("chest", .silent),
                .microphone("chest", .clipped), .microphone("chest", .clear),
                .disk(.throttled(bytesPerSecond: 100_000)), .disk(.readOnly), .loseClock,
                .uncertainClock(.milliseconds(6500)),
            ])
    }

    @Test(arguments: [
        "{ at: 1, battery: { percent: 101 } }", "{ at: 1, battery: { percent: 5, volume: 3 } }",
        "{ at: 1, clock: { lost: {}, step: 3 } }", "{ at: 1, clock: { lost: 3 } }", "{ at: 1, clock: {} }",
        "{ at: 1, clock: { uncertain: -1 } }", "{ at: 1, disk: throttled }",
        "{ at: 1, disk: throttled, bytes-per-second: 0 }", "{ at: 1, disk: read-only, for: 3 }",
        "{ at: 1, camera: front, fault: silent }", "{ at: 1, microphone: chest, fault: black }",
        "{ at: 1, camera: front, fault: black, for: 3 }",
    ])
    func `a fault with a wrong value or a key that is not its own is refused`(step: String) {
        #expect(refusal(step).hasPrefix("s.yaml:6:"))
    }

    @Test(arguments: [
        (
            "{ at: 1, camera: front, fault: unplug, for: 3 }",
            "s.yaml:6:44: unknown key \"for\" in steps[0]; allowed: at, camera, fault"
        ),
        (
            "{ at: 1, camera: front, fault: stall }",
            "s.yaml:6:5: \"for\" is missing in steps[0]"
        ),
        (
            "{ at: 1, camera: front, fault: melt }",
            "s.yaml:6:36: steps[0].fault is \"melt\"; "
                + "allowed: unplug, plug, stall, lose, damage, truncate, rate, change-size, black, frozen, covered, clear"
        ),
        ("{ at: 151, stop: {} }", "s.yaml:6:11: steps[0].at is \"151\"; allowed: 0 to 150 seconds"),
        ("{ at: 1, start: {}, stop: {} }", "s.yaml:6:5: steps[0] has both start and stop; keep one"),
        (
            "{ at: 1 }",
            "s.yaml:6:5: \"start\" or \"stop\" or \"camera\" or \"microphone\" or \"clock\" or \"disk\" "
                + "or \"battery\" or \"duty\" "
                + "is missing in steps[0]"
        ),
        ("{ at: 1, disk: full, for: 2 }", "s.yaml:6:26: unknown key \"for\" in steps[0]; allowed: at, disk"),
    ])
    func `a wrong step is told with its place`(step: String, line: String) {
        #expect(refusal(step) == line)
    }

    @Test func `steps out of order are refused`() {
        #expect(
            refusal("{ at: 5, stop: {} }\n  - { at: 4.9, stop: {} }")
                == "s.yaml:7:5: steps[1].at is before the step above it; put the steps in order of time")
    }

    @Test(arguments: [
        "2026-02-29T08:00:00Z", "2026-07-01T24:00:00Z", "2026-07-01", "1999-12-31T23:59:59Z",
        "2026-07-01T08:00:00+02:00",
    ])
    func `a start that is no time in UTC is refused`(time: String) {
        let text = head.replacingOccurrences(of: "2026-07-01T08:00:00Z", with: time) + "  []\n"
        #expect(throws: UnitFileError.self) { try ScenarioConfiguration(text: text, file: "s.yaml") }
    }

    @Test func `a leap day is a day`() throws {
        let text = head.replacingOccurrences(of: "2026-07-01", with: "2028-02-29") + "  []\n"
        let scenario = try ScenarioConfiguration(text: text, file: "s.yaml")
        #expect(scenario.starts.description == "2028-02-29T08:00:00.000Z")
    }

    @Test func `a step for a device that the unit does not have is told with its place`() throws {
        let unit = try UnitConfiguration(text: smallest, file: "u.yaml")
        let scenario = try ScenarioConfiguration(
            text: head + "  - { at: 1, camera: rear, fault: unplug }\n", file: "s.yaml")
        let error = try #require(throws: UnitFileError.self) { try scenario.validate(against: unit) }
        #expect(
            error.description
                == #"s.yaml:6:5: steps[0].camera is "rear", which the unit file does not have; it has: front"#)
    }

    @Test func `a step for a real device is refused`() throws {
        let text =
            smallest
            .replacingOccurrences(
                of: "device: { simulated: {} }\n    modes", with: "device: { link: /dev/x }\n    modes")
        let unit = try UnitConfiguration(text: text, file: "u.yaml")
        let scenario = try ScenarioConfiguration(
            text: head + "  - { at: 1, camera: front, fault: unplug }\n", file: "s.yaml")
        let error = try #require(throws: UnitFileError.self) { try scenario.validate(against: unit) }
        #expect(error.description.hasPrefix(#"s.yaml:6:5: steps[0].camera is "front", a real device of the unit"#))
    }
}
