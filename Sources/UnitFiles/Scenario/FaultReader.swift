/// Reads one fault of a step, with exactly the keys that this fault takes.
struct FaultReader {
    private let node: StrictNode
    private let own: [String]
    /// The key whose word names the fault.
    private let key: String

    init(_ node: StrictNode, subject: String, key: String = "fault") {
        self.node = node
        self.key = key
        own = subject == key ? ["at", subject] : ["at", subject, key]
    }

    /// The word that names the fault.
    ///
    /// The other keys depend on it, so they are checked after.
    func word(_ allowed: [String]) throws(UnitFileError) -> String {
        let keys = own + node.keys.filter { !own.contains($0) }
        return try node.mapping(keys).required(key).word(allowed)
    }

    /// A fault that takes nothing else.
    func plain<Fault>(_ fault: Fault) throws(UnitFileError) -> Fault {
        _ = try mapping([])
        return fault
    }

    func duration() throws(UnitFileError) -> Duration {
        try mapping(["for"]).required("for").seconds(in: 0.001...86_400)
    }

    func frames() throws(UnitFileError) -> Int {
        try mapping(["frames"]).required("frames").integer(in: 1...1_000_000, "frames")
    }

    func mapping(_ more: [String]) throws(UnitFileError) -> StrictMapping {
        try node.mapping(own + more)
    }
}
