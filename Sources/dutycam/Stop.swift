import ArgumentParser
import Control
import DutyPolicy

/// Asks the daemon to stop recording.
struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Stop the recording that runs, with a reason.",
        discussion: """
            Without --reason the interaction has concluded (END0). With --ask the unit asks for the reason and records \
            on until `dutycam reason` and `dutycam confirm`; without them recording goes on.
            """)

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "The reason's code: END0, P01 to P10, I01 to I03, F01.")
    var reason: String?

    @Option(help: "For I01: whether a supervisor was consulted, S+, S- or S0 (not possible).")
    var consulted: String?

    @Flag(help: "Only ask for the reason.")
    var ask = false

    func run() async throws {
        if ask { return try await daemon.tell([DutyCommand(.stop)]) }
        guard let reason else {
            let stopped = try await daemon.ask { client throws(ControlClientError) in try await client.stop() }
            return try daemon.show(stopped) { "Stopped \(stopped.line)" }
        }
        var statement = DutyCommand(.reason)
        statement.code = reason
        statement.consulted = consulted
        try await daemon.tell([statement, DutyCommand(.confirm)])
    }
}
