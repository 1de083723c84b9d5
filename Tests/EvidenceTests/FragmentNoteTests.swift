import CameraModel
import Evidence
import Testing

@Suite struct FragmentNoteTests {
    @Test func `a note is a uuid box of its own type, and its text is JSON that anybody can read`() throws {
        let box = try FragmentNote(entry: Samples.entry(0)).box(preceding: [])
        #expect(Array(box[4..<8]) == Array("uuid".utf8))
        #expect(Array(box[8..<24]) == FragmentNote.userType)
        #expect(box[24] == 1)
        #expect(box[0..<4].reduce(0) { $0 << 8 | Int($1) } == box.count)
        let text = String(decoding: box[29...], as: UTF8.self)
        #expect(text.hasPrefix("{\"channel\":\"front\""))
    }

    @Test func `equal entries give equal bytes`() throws {
        let entry = Samples.entry(0)
        #expect(try FragmentNote(entry: entry).box(preceding: [1]) == FragmentNote(entry: entry).box(preceding: [1]))
    }

    @Test func `the user type is a version 8 UUID`() {
        #expect(FragmentNote.userType.count == 16)
        #expect(FragmentNote.userType[6] >> 4 == 8)
        #expect(FragmentNote.userType[8] >> 6 == 2)
    }
}
