import ArgumentParser
import DutyPolicy

/// Begins or ends a shift.
struct Shift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin or end a shift (clauses D.1.b, D.5).", subcommands: [Begin.self, End.self])

    /// Begins a shift; the self-test runs.
    struct Begin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start", abstract: "Begin a shift: the pre-shift self-test runs.")

        @OptionGroup var daemon: DaemonOptions

        @Option(help: "Who wears the unit.")
        var officer: String

        @Option(help: "The shift's name; by default the time.")
        var shift: String?

        @Flag(help: "The officer's training is not current (section E).")
        var trainingExpired = false

        func run() async throws {
            var command = DutyCommand(.startShift)
            command.officer = officer
            command.shift = shift
            command.trainingIsCurrent = !trainingExpired
            try await daemon.tell([command])
        }
    }

    /// Ends the shift, once the recording that runs has ended.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End the shift; a recording that runs ends first, with its reason.")

        @OptionGroup var daemon: DaemonOptions

        func run() async throws { try await daemon.tell([DutyCommand(.endShift)]) }
    }
}
