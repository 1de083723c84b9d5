import DutyPolicy

/// The settings of a policy file by their keys, such as `self-test.battery.pass-percent`; all known.
struct PolicySettings {
    /// What is no number, in the order of the file.
    private static let words = [
        "policy", "profile", "language", "start.press", "shift.expired-training", "notifier.file", "notifier.webhook",
    ]
    private static let keys = words + AgencyPolicy.limits.map(\.key)

    private let root: StrictNode
    private var nodes: [String: StrictNode] = [:]
    private var sections: Set<String> = []

    init(_ node: StrictNode) throws(UnitFileError) {
        root = node
        try read(node, below: "")
    }

    subscript(key: String) -> StrictNode? {
        precondition(Self.keys.contains(key), "a key is read that was not allowed")
        return nodes[key]
    }

    /// The value of a key at the top that must be there.
    func required(_ key: String) throws(UnitFileError) -> StrictNode {
        guard let node = self[key] else { throw root.error(.missingKey(key, in: "")) }
        return node
    }

    func contains(section: String) -> Bool {
        sections.contains(section)
    }

    /// The breach where the file says so; where it keeps quiet, at the other key of an order, its section or the file.
    func error(_ breach: PolicyBreach) -> UnitFileError {
        var place = nodes[breach.key]
        if place == nil, case .order(_, let other, _) = breach.problem { place = nodes[other] }
        return (place ?? root).error(.breach(breach))
    }

    /// Sections are mappings, as deep as the keys have parts.
    private mutating func read(_ node: StrictNode, below section: String) throws(UnitFileError) {
        let inside = section.isEmpty ? "" : section + "."
        var allowed: [String] = []
        for key in Self.keys where key.hasPrefix(inside) {
            let part = String(key.dropFirst(inside.count).prefix { $0 != "." })
            if !allowed.contains(part) { allowed.append(part) }
        }
        let mapping = try node.mapping(allowed)
        sections.insert(section)
        for part in allowed {
            guard let value = mapping.optional(part) else { continue }
            if Self.keys.contains(inside + part) {
                nodes[inside + part] = value
            } else {
                try read(value, below: inside + part)
            }
        }
    }
}
