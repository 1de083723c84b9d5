/// The members of a JSON object, each name once, in the order of RFC 8785.
///
/// Names are told apart by their bytes, never by what Unicode holds equivalent.
package struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One name and its value.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue
    }

    /// Sorted by name.
    package private(set) var members: [Member] = []

    package init() {}

    /// Of two members with the same name the later one stays.
    package init(_ elements: [(String, JSONValue)]) {
        for (name, value) in elements { self[name] = value }
    }

    /// Takes members in any order, in n log n steps; `nil` when two have the same name.
    init?(unique members: [Member]) {
        self.members = members
        let isSorted = zip(members, members.dropFirst()).allSatisfy { Self.precedes($0.name, $1.name) }
        guard !isSorted else { return }
        self.members.sort { Self.precedes($0.name, $1.name) }
        let isUnique = zip(self.members, self.members.dropFirst()).allSatisfy { Self.precedes($0.name, $1.name) }
        guard isUnique else { return nil }
    }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }

    /// The value of a name; setting `nil` takes the member out.
    package subscript(name: String) -> JSONValue? {
        get {
            let (index, isThere) = place(of: name)
            return isThere ? members[index].value : nil
        }
        set {
            let (index, isThere) = place(of: name)
            switch (newValue, isThere) {
            case (let value?, true): members[index].value = value
            case (let value?, false): members.insert(Member(name: name, value: value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
    }

    private func place(of name: String) -> (index: Int, isThere: Bool) {
        // Canonical text comes in order: the end is looked at first.
        guard let last = members.last, !Self.precedes(last.name, name) else { return (members.count, false) }
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(members[middle].name, name) { low = middle + 1 } else { high = middle }
        }
        return (low, low < members.count && members[low].name.utf8.elementsEqual(name.utf8))
    }

    /// Whether a name comes before another by its UTF-16 code units (RFC 8785, 3.2.3).
    ///
    /// That is the order of the UTF-8 bytes, but for code points above U+FFFF (first byte 0xF0 or more), which UTF-16
    /// writes with surrogates and so puts before U+E000 to U+FFFF (first byte 0xEE or 0xEF).
    static func precedes(_ left: String, _ right: String) -> Bool {
        var (leftBytes, rightBytes) = (left.utf8.makeIterator(), right.utf8.makeIterator())
        while true {
            guard let rightByte = rightBytes.next() else { return false }
            guard let leftByte = leftBytes.next() else { return true }
            guard leftByte != rightByte else { continue }
            if min(leftByte, rightByte) >= 0xEE, max(leftByte, rightByte) >= 0xF0, min(leftByte, rightByte) < 0xF0 {
                return leftByte > rightByte
            }
            return leftByte < rightByte
        }
    }
}
