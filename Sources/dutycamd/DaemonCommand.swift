import ArgumentParser
import CameraModel
import DutyPolicy
import LibAV
import Logging
import Platform
import Recording
import UnitFiles

/// The firmware of a camera unit.
@main
struct DaemonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dutycamd",
        abstract: "Records from a camera unit's cameras and microphones.",
        discussion: """
            Runs until SIGTERM or SIGINT, which finish the recording that runs, or to the end of the scenario.

            Exit status: 0 finished; 64 wrong use; 69 a device cannot do what the unit file asks; 73 the state folder
            cannot be used; 75 the state folder is in use by another dutycamd; 78 a unit or scenario file is wrong.
            """)

    @Option(help: "The unit file: which cameras and microphones, and how they are recorded.")
    var unit: String

    @Option(help: "The agency's policy file; without it, the recommended choices for the unit's kind.")
    var policy: String?

    @Option(help: "A scenario for simulated devices; the daemon ends with it.")
    var scenario: String?

    @Option(help: "The state folder: recordings, and the socket for dutycam.")
    var state = "/var/lib/dutycam"

    func run() async throws {
        do throws(StartFailure) {
            try await start()
        } catch {
            writeLine("dutycamd: \(error.line)")
            throw ExitCode(error.exitStatus)
        }
    }

    private func start() async throws(StartFailure) {
        let (unit, policy, scenario) = try readFiles()
        let folder = try StartFailure.mapping { () throws(PlatformError) in try StateFolder(path: state) }
        let logger = Logger(label: "dutycamd") { StreamLogHandler.standardError(label: $0) }
        LibAV.configureLogging { _, line in logger.warning("libav: \(line)") }
        let assembly = try UnitAssembly(
            unit: unit, policy: policy, scenario: scenario, folder: folder, logger: logger)
        if scenario?.clock == .virtual {
            try await assembly.runVirtually()
        } else {
            try await assembly.runInRealTime()
        }
    }

    private func readFiles() throws(StartFailure) -> (UnitConfiguration, AgencyPolicy, ScenarioConfiguration?) {
        try StartFailure.mapping { () throws(UnitFileError) in
            let unit = try UnitConfiguration(contentsOf: self.unit)
            let policy: AgencyPolicy
            if let path = self.policy {
                policy = try AgencyPolicy(contentsOf: path)
            } else {
                policy = .standard(for: unit.kind == .body ? .body : .dashboard)
            }
            guard let path = scenario else { return (unit, policy, nil) }
            let scenario = try ScenarioConfiguration(contentsOf: path)
            try scenario.validate(against: unit)
            return (unit, policy, scenario)
        }
    }
}
