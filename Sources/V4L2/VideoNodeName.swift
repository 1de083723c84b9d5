/// The name of a video node in /dev, `videoN`, ordered by its number.
struct VideoNodeName: Hashable, Comparable, CustomStringConvertible {
    let number: UInt32

    /// `nil` for any other name.
    init?(_ name: String) {
        guard name.hasPrefix("video") else { return nil }
        let digits = name.dropFirst(5)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt32(digits) else {
            return nil
        }
        self.number = number
    }

    var description: String { "video\(number)" }

    static func < (left: Self, right: Self) -> Bool {
        left.number < right.number
    }
}
