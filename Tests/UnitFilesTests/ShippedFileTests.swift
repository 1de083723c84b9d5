import Foundation
import Testing
import UnitFiles

@Suite struct ShippedFileTests {
    @Test(arguments: files("units")) func `a shipped unit file is good, and named after its unit`(path: String) throws {
        let unit = try UnitConfiguration(contentsOf: path)
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        #expect(name == unit.unit || name.hasPrefix(unit.unit + "-"))
    }

    @Test(arguments: [
        ("traffic-stop", "simulated"), ("dash-two-cameras", "simulated-dash"), ("storage-full", "simulated"),
        ("ten-hour-shift", "simulated-small"), ("soak", "simulated"),
    ])
    func `a shipped scenario is good for its unit`(name: String, unit: String) throws {
        let scenario = try ScenarioConfiguration(contentsOf: folder("scenarios") + "/\(name).yaml")
        let unit = try UnitConfiguration(contentsOf: folder("units") + "/\(unit).yaml")
        #expect(scenario.scenario == name)
        try scenario.validate(against: unit)
    }

    @Test func `every shipped scenario is tried`() {
        #expect(files("scenarios").count == 5)
        #expect(files("units").count == 10)
    }
}

private func folder(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("hw/\(name)").path
}

private func files(_ name: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(name))) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder(name) + "/" + $0 }
}
