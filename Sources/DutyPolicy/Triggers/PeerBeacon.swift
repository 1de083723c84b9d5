/// What a unit near by says of itself, after its signature was checked.
package struct PeerBeacon: Hashable, Sendable {
    /// The unit that sent it.
    package var peer: PeerID
    /// Grows with every beacon of the unit, over its restarts too: the boot's number above, a count below.
    package var sequence: UInt64
    /// The event that the units record together (clause D.2.c(1)).
    package var group: PeerGroupID
    /// How many units passed it on; only what comes straight from its sender starts anything.
    package var hops: UInt8
    /// Whether the sender records; else it has ended.
    package var isRecording: Bool

    package init(peer: PeerID, sequence: UInt64, group: PeerGroupID, hops: UInt8 = 0, isRecording: Bool = true) {
        self.peer = peer
        self.sequence = sequence
        self.group = group
        self.hops = hops
        self.isRecording = isRecording
    }
}

/// Which unit, among those of the agency.
package struct PeerID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var rawValue: UInt64

    package init(_ rawValue: UInt64) {
        self.rawValue = rawValue
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }

    /// In hexadecimal.
    package var description: String { String(rawValue, radix: 16) }
}

/// Which event several units record.
package struct PeerGroupID: Hashable, Sendable, CustomStringConvertible {
    package var rawValue: UInt64

    package init(_ rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// In hexadecimal.
    package var description: String { String(rawValue, radix: 16) }
}
