/// Boxes of an MP4 file, found by their lengths (ISO/IEC 14496-12, 4.2).
struct Box: Equatable {
    var type: String
    var body: ArraySlice<UInt8>

    static func all(in bytes: ArraySlice<UInt8>) -> [Box] {
        var boxes: [Box] = []
        var at = bytes.startIndex
        while at + 8 <= bytes.endIndex {
            let size = number(bytes[at..<at + 4])
            guard size >= 8, at + size <= bytes.endIndex else { return boxes + [Box(type: "torn", body: bytes[at...])] }
            boxes.append(
                Box(type: String(decoding: bytes[at + 4..<at + 8], as: UTF8.self), body: bytes[at + 8..<at + size]))
            at += size
        }
        return boxes
    }

    /// All boxes at the end of a path: `["moof", "traf", "tfdt"]`.
    static func find(_ path: [String], in bytes: ArraySlice<UInt8>) -> [Box] {
        guard let first = path.first else { return [] }
        let here = all(in: bytes).filter { $0.type == first }
        return path.count == 1 ? here : here.flatMap { find(Array(path.dropFirst()), in: $0.body) }
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Big-endian number in the body.
    func number(at offset: Int, bytes: Int) -> Int {
        Self.number(body.dropFirst(offset).prefix(bytes))
    }
}
