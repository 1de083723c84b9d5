import ArgumentParser
import DutyPolicy

/// Sets a marker.
struct Mark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Set a marker in the recording that runs.")

    @OptionGroup var daemon: DaemonOptions

    @Argument(help: "plain, rights-read, consent-given, statement-begins or preservation-request.")
    var kind = "plain"

    func run() async throws {
        var command = DutyCommand(.mark)
        command.kind = kind
        try await daemon.tell([command])
    }
}

/// Mutes the microphones, or lets them be heard.
struct Mute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mute the microphones while recording; asking for a stop ends it.")

    @OptionGroup var daemon: DaemonOptions

    @Flag(help: "Let them be heard again.")
    var off = false

    func run() async throws { try await daemon.tell([DutyCommand(off ? .unmute : .mute)]) }
}

/// Begins or ends a privacy pause.
struct Privacy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a privacy pause (clause D.3.a), or end it.",
        discussion: "While recording, this asks to stop for that reason; confirm it.")

    @OptionGroup var daemon: DaemonOptions

    @Argument(help: "The reason's code, P01 to P10; none with --end.")
    var code: String?

    @Flag(help: "End the pause.")
    var end = false

    func validate() throws {
        if end == (code != nil) { throw ValidationError("Give a code to begin a pause, or --end.") }
    }

    func run() async throws {
        guard let code else { return try await daemon.tell([DutyCommand(.endPrivacy)]) }
        var command = DutyCommand(.reason)
        command.code = code
        try await daemon.tell([command])
    }
}

/// Declares a malfunction.
struct Malfunction: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report damage, loss, theft or a failure to record (clauses D.1.b(2), D.4).")

    @OptionGroup var daemon: DaemonOptions

    @Argument(help: "M90 damage, M91 loss, M92 theft, M93 failure to record, M94 late activation, M95 early stop.")
    var code: String

    @Option(help: "What happened, in one line.")
    var statement: String

    func run() async throws {
        var command = DutyCommand(.declare)
        command.code = code
        command.statement = statement
        try await daemon.tell([command])
    }
}
