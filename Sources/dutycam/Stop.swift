import ArgumentParser
import Control

/// Asks the daemon to stop recording.
struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop the recording that runs.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let stopped = try await daemon.ask { client throws(ControlClientError) in try await client.stop() }
        try daemon.show(stopped) { "Stopped \(stopped.line)" }
    }
}
