import ArgumentParser
import Control

/// Asks the daemon to record.
struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a recording, or show the one that runs.",
        discussion: "Asking again never stops a recording and never starts a second one.")

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "A remark to keep with the recording: one line, at most 200 bytes.")
    var note: String?

    func run() async throws {
        let started = try await daemon.ask { client throws(ControlClientError) in try await client.start(note: note) }
        try daemon.show(started) {
            "\(started.isNew ? "Recording" : "Already recording") \(started.recording.line)"
        }
    }
}
