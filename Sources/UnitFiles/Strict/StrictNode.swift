import Yams

/// One value of a settings file, which is either exactly what is asked of it or a ``UnitFileError``.
///
/// Everything that is read from YAML is read through it.
struct StrictNode {
    let node: Node
    let file: String
    /// How messages name it, such as `cameras[0].modes[1].width`; empty for the whole file.
    let path: String

    var place: FilePlace? {
        node.mark.map(FilePlace.init)
    }

    func error(_ problem: UnitFileError.Problem) -> UnitFileError {
        UnitFileError(file: file, place: place, problem: problem)
    }

    func wrongType(_ expected: String) -> UnitFileError {
        error(.wrongType(key: name, expected: expected, found: found))
    }

    func notAllowed(_ value: String, allowed: String) -> UnitFileError {
        error(.notAllowed(key: name, value: value, allowed: allowed))
    }

    /// The mapping's keys that are text, in the file's order; empty for anything but a mapping.
    var keys: [String] {
        node.mapping.map { $0.keys.compactMap(\.scalar?.string) } ?? []
    }

    /// A mapping with no other keys than `allowed`.
    func mapping(_ allowed: [String]) throws(UnitFileError) -> StrictMapping {
        guard let mapping = node.mapping else { throw wrongType("a mapping of \(allowed.joined(separator: ", "))") }
        try refuseTag(mapping.tag)
        var values: [String: StrictNode] = [:]
        for (key, value) in mapping {
            let keyNode = StrictNode(node: key, file: file, path: path)
            guard let name = key.scalar?.string, allowed.contains(name) else {
                let name = key.scalar?.string ?? keyNode.found
                throw keyNode.error(
                    .unknownKey(name, in: path, nearest: nearestKey(to: name, among: allowed), allowed: allowed))
            }
            values[name] = StrictNode(node: value, file: file, path: path.isEmpty ? name : "\(path).\(name)")
        }
        return StrictMapping(owner: self, allowed: allowed, values: values)
    }

    /// `{}`: a choice that has no settings of its own.
    func emptyMapping() throws(UnitFileError) {
        guard let mapping = node.mapping, mapping.isEmpty else { throw wrongType("{}, which has no settings") }
    }

    /// A list with a bounded number of elements.
    func list(of what: String, count: ClosedRange<Int>) throws(UnitFileError) -> [StrictNode] {
        guard let sequence = node.sequence else { throw wrongType("a list of \(what)") }
        try refuseTag(sequence.tag)
        guard count.contains(sequence.count) else {
            throw notAllowed(
                "a list of \(sequence.count)", allowed: "\(count.lowerBound) to \(count.upperBound) \(what)")
        }
        return sequence.enumerated().map { StrictNode(node: $1, file: file, path: "\(path)[\($0)]") }
    }

    func refuseTag(_ tag: Tag) throws(UnitFileError) {
        let standard = ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"]
        guard standard.contains(tag.rawValue) else { throw error(.tag(tag.rawValue)) }
    }

    var name: String {
        path.isEmpty ? "the file" : path
    }

    /// What the value is, in words.
    var found: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            switch plainType(of: scalar) {
            case .null: "empty"
            case .bool: "\(scalar.string), a yes or no"
            case .int, .float: "the number \(scalar.string.prefix(40))"
            case .timestamp: "a date"
            default: "the text \"\(scalar.string.prefix(40))\""
            }
        }
    }

    /// What YAML 1.1 takes a plain scalar for; text when it is quoted.
    func plainType(of scalar: Node.Scalar) -> Tag.Name {
        guard scalar.style == .plain, scalar.string.utf8.count <= 64 else { return .str }
        return Resolver.default.resolveTag(of: Node(scalar.string))
    }
}
