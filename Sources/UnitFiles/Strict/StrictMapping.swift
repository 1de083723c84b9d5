/// A mapping all of whose keys are known.
struct StrictMapping {
    let owner: StrictNode
    let allowed: [String]
    let values: [String: StrictNode]

    /// The value of a key that must be there.
    func required(_ key: String) throws(UnitFileError) -> StrictNode {
        guard let value = optional(key) else { throw owner.error(.missingKey(key, in: owner.path)) }
        return value
    }

    /// The value of a key that may be left out.
    func optional(_ key: String) -> StrictNode? {
        precondition(allowed.contains(key), "a key is read that was not allowed")
        return values[key]
    }

    /// The one of `choices` that the mapping has.
    func one(of choices: [String]) throws(UnitFileError) -> (key: String, value: StrictNode) {
        let present = choices.compactMap { key in values[key].map { (key, $0) } }
        guard let first = present.first else {
            throw owner.error(.missingKey(choices.joined(separator: "\" or \""), in: owner.path))
        }
        guard present.count == 1 else {
            throw owner.error(
                .contradiction("\(owner.name) has both \(present[0].0) and \(present[1].0); keep one"))
        }
        return first
    }
}
