import ArgumentParser

/// The command-line hand on a camera unit.
@main struct DutyCam: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dutycam",
        abstract: "Talk to the dutycamd of a camera unit.",
        discussion: """
            Exit codes: 0 done; 64 the command line is wrong; 69 no dutycamd is running, or it may not be talked to; \
            70 it answered wrongly or not in time; 75 it refused for now.
            """,
        subcommands: [
            Status.self, Start.self, Stop.self, Reason.self, Confirm.self, Keep.self, Mark.self, Mute.self,
            Privacy.self,
            Malfunction.self, Shift.self, Policy.self, Recordings.self,
        ])
}
