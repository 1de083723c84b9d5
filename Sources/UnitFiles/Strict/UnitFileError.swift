package import DutyPolicy

/// Why a unit, policy or scenario file was refused, and where.
///
/// Its description is one line, `FILE:LINE:COLUMN: what is wrong; what is allowed`, whatever the file holds.
package struct UnitFileError: Error, Hashable, Sendable {
    /// As the person named it.
    package var file: String
    /// `nil` when it concerns the file as a whole.
    package var place: FilePlace?
    package var problem: Problem

    package init(file: String, place: FilePlace? = nil, problem: Problem) {
        self.file = file
        self.place = place
        self.problem = problem
    }

    /// What is wrong.
    ///
    /// Keys are paths in the file, such as `cameras[0].modes[1].width`.
    package enum Problem: Hashable, Sendable {
        /// A system call on the file failed with `errno`.
        case unreadable(errno: Int32, during: String)
        /// A folder, a pipe or a device.
        case notAFile
        /// Larger than `limit` bytes.
        case tooLarge(limit: Int)
        case notUTF8
        /// Nothing but comments.
        case empty
        /// Not YAML, in the parser's words.
        case syntax(String)
        /// An anchor (`&name`), or so many aliases (`*name`) that they are not even looked at.
        case alias
        /// An explicit type (`!!int`).
        case tag(String)
        case unknownKey(String, in: String, nearest: String?, allowed: [String])
        case missingKey(String, in: String)
        case duplicateKey(String)
        case wrongType(key: String, expected: String, found: String)
        case notAllowed(key: String, value: String, allowed: String)
        /// A name, or a device, that is there twice.
        case duplicate(key: String, value: String)
        /// A name that nothing in the unit file has.
        case unknownName(key: String, value: String, known: [String])
        /// Each part is well, but together they make no sense.
        case contradiction(String)
        /// An agency's choice that is weaker than the policy.
        case breach(PolicyBreach)
    }
}
