/// An agency's policy that a unit does not take, with everything that is wrong with it.
package struct PolicyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one.
    package var breaches: [PolicyBreach]

    /// A line for each breach.
    package var description: String {
        breaches.map(\.description).joined(separator: "\n")
    }
}
