import ArgumentParser
import DutyPolicy

/// Gives a reason: for the stop that was asked for, or for a privacy pause.
struct Reason: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give the reason for a stop (clause D.3.b(2)); nothing ends before it is confirmed.")

    @OptionGroup var daemon: DaemonOptions

    @Argument(help: "The code: END0, P01 to P10, I01 to I03, F01.")
    var code: String

    @Option(help: "For I01: whether a supervisor was consulted, S+, S- or S0 (not possible).")
    var consulted: String?

    func run() async throws {
        var command = DutyCommand(.reason)
        command.code = code
        command.consulted = consulted
        try await daemon.tell([command])
    }
}

/// Confirms a stop.
struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Confirm the stop that was asked for; without a reason, that the interaction has concluded.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws { try await daemon.tell([DutyCommand(.confirm)]) }
}

/// Takes a stop back.
struct Keep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take the stop back: recording goes on.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws { try await daemon.tell([DutyCommand(.keepRecording)]) }
}
