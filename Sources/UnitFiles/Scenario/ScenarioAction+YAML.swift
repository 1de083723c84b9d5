import CameraModel
import DutyPolicy
import Simulation

extension ScenarioAction {
    init(_ node: StrictNode, subject: String, value: StrictNode) throws(UnitFileError) {
        switch subject {
        case "start":
            _ = try node.mapping(["at", "start"])
            self = .start(note: try value.mapping(["note"]).optional("note")?.shortText("a remark", limit: 200))
        case "stop":
            _ = try node.mapping(["at", "stop"])
            try value.emptyMapping()
            self = .stop
        case "duty":
            self = try .duty(node, value)
        case "camera":
            self = .camera(try value.name(limit: 16), try CameraFault(node))
        case "microphone":
            self = .microphone(try value.name(limit: 16), try MicrophoneFault(node))
        case "clock":
            _ = try node.mapping(["at", "clock"])
            self = try .clock(of: value)
        case "battery":
            _ = try node.mapping(["at", "battery"])
            self = .battery(try BatteryReading(value))
        default:
            self = .disk(try ScriptedDisk.Fault(node))
        }
    }
}

extension ScenarioAction {
    /// `duty: NAME` with what the command takes: `{ at: 90, duty: reason, code: I01, consulted: S+ }`.
    private static func duty(_ node: StrictNode, _ value: StrictNode) throws(UnitFileError) -> ScenarioAction {
        let name = try value.word(DutyCommand.Name.allCases.map(\.rawValue))
        guard let name = DutyCommand.Name(rawValue: name) else { throw value.wrongType("a command") }
        let fields = try node.mapping([
            "at", "duty", "code", "consulted", "trigger", "kind", "officer", "shift", "supervisor", "statement",
            "training",
        ])
        var command = DutyCommand(name)
        let longest = DutyCommand.longestStatement
        command.code = try fields.optional("code")?.shortText("a code", limit: 16)
        command.consulted = try fields.optional("consulted")?.shortText("a code", limit: 16)
        command.trigger = try fields.optional("trigger")?.shortText("a trigger", limit: 16)
        command.kind = try fields.optional("kind")?.shortText("a kind", limit: 32)
        command.officer = try fields.optional("officer")?.shortText("a name", limit: DutyCommand.longestName)
        command.shift = try fields.optional("shift")?.shortText("a name", limit: DutyCommand.longestName)
        command.supervisor = try fields.optional("supervisor")?.shortText("a name", limit: DutyCommand.longestName)
        command.statement = try fields.optional("statement")?.shortText("a statement", limit: longest)
        if let training = fields.optional("training") {
            command.trainingIsCurrent = try training.word(["current", "expired"]) == "current"
        }
        do throws(DutyCommandError) {
            return .duty(command, try command.input())
        } catch {
            throw value.error(.contradiction("\(node.name): \(error)"))
        }
    }

    /// What happens to the wall clock: `step`, `lost` or `uncertain`.
    fileprivate static func clock(of value: StrictNode) throws(UnitFileError) -> ScenarioAction {
        let (change, argument) = try value.mapping(["step", "lost", "uncertain"]).one(of: ["step", "lost", "uncertain"])
        switch change {
        case "lost":
            try argument.emptyMapping()
            return .loseClock
        case "uncertain":
            return .uncertainClock(try argument.seconds(in: 0...86_400))
        default:
            // Ten years either way.
            return .stepClock(try argument.seconds(in: -315_360_000...315_360_000))
        }
    }
}

extension BatteryReading {
    init(_ node: StrictNode) throws(UnitFileError) {
        let values = try node.mapping(["percent", "lasts", "health", "cycles", "celsius"])
        self.init(
            percent: try values.optional("percent")?.number(in: 0...100, "percent"),
            forecast: try values.optional("lasts")?.seconds(in: 0...604_800),
            health: try values.optional("health")?.number(in: 0...1.5, "of the designed capacity"),
            cycles: try values.optional("cycles")?.integer(in: 0...100_000, "cycles"),
            celsius: try values.optional("celsius")?.number(in: -60...120, "degrees Celsius"))
    }
}

extension CameraFault {
    private static let names = [
        "unplug", "plug", "stall", "lose", "damage", "truncate", "rate", "change-size", "black", "frozen", "covered",
        "clear",
    ]

    init(_ node: StrictNode) throws(UnitFileError) {
        let fault = FaultReader(node, subject: "camera")
        switch try fault.word(Self.names) {
        case "unplug": self = try fault.plain(.unplug)
        case "plug": self = try fault.plain(.plug)
        case "stall": self = .stall(try fault.duration())
        case "lose": self = .lose(try fault.frames())
        case "damage": self = .damage(try fault.frames())
        case "truncate": self = .truncate(try fault.frames())
        case "black": self = try fault.plain(.black)
        case "frozen": self = try fault.plain(.frozen)
        case "covered": self = try fault.plain(.covered)
        case "clear": self = try fault.plain(.clear)
        case "rate": self = .rate(try FrameRate(fault.mapping(["fps"]).required("fps")))
        default:
            let size = try fault.mapping(["width", "height"])
            self = .changeSize(
                width: try size.required("width").integer(in: 16...8192, "pixels"),
                height: try size.required("height").integer(in: 16...8192, "pixels"))
        }
    }
}

extension MicrophoneFault {
    init(_ node: StrictNode) throws(UnitFileError) {
        let fault = FaultReader(node, subject: "microphone")
        switch try fault.word(["unplug", "plug", "stall", "overrun", "drift", "silent", "clipped", "clear"]) {
        case "unplug": self = try fault.plain(.unplug)
        case "plug": self = try fault.plain(.plug)
        case "stall": self = .stall(try fault.duration())
        case "overrun": self = .overrun(try fault.duration())
        case "silent": self = try fault.plain(.silent)
        case "clipped": self = try fault.plain(.clipped)
        case "clear": self = try fault.plain(.clear)
        default:
            let drift = try fault.mapping(["ppm"])
            self = .drift(partsPerMillion: try drift.required("ppm").number(in: -100_000...100_000, "ppm"))
        }
    }
}

extension ScriptedDisk.Fault {
    init(_ node: StrictNode) throws(UnitFileError) {
        let fault = FaultReader(node, subject: "disk", key: "disk")
        switch try fault.word(["full", "failing", "repaired", "slow", "throttled", "read-only"]) {
        case "full": self = try fault.plain(.full)
        case "failing": self = try fault.plain(.failing)
        case "repaired": self = try fault.plain(.repaired)
        case "read-only": self = try fault.plain(.readOnly)
        case "throttled":
            let rate = try fault.mapping(["bytes-per-second"]).required("bytes-per-second")
            self = .throttled(bytesPerSecond: try rate.integer(in: 1...1_000_000_000, "bytes a second"))
        default: self = .slow(try fault.duration())
        }
    }
}
