/// The names that a list has used so far.
struct UniqueNames {
    private var names: Set<String> = []

    /// Takes the next element's name.
    ///
    /// - Throws: ``UnitFileError/Problem/duplicate(key:value:)`` at the element when an earlier one has it.
    mutating func insert(_ name: String, from node: StrictNode) throws(UnitFileError) {
        guard names.insert(name).inserted else { throw node.error(.duplicate(key: "\(node.name).name", value: name)) }
    }
}
