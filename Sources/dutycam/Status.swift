import ArgumentParser
import Control

/// Shows what the unit does.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what the unit does at this moment.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let status = try await daemon.ask { client throws(ControlClientError) in try await client.status() }
        try daemon.show(status) { StatusReport(status).text }
    }
}
