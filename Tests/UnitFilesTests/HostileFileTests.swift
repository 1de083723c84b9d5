import Foundation
import Testing
import UnitFiles

@Suite struct HostileFileTests {
    @Test func `an absent file is one line with its name`() {
        #expect(fileRefusal("/nowhere/u.yaml") == "/nowhere/u.yaml: there is no such file")
    }

    @Test func `a folder or a pipe is not waited for`() throws {
        #expect(fileRefusal("/dev/null") == "/dev/null: is not a regular file")
        #expect(fileRefusal("/") == "/: is not a regular file")
    }

    @Test func `bytes that are not UTF-8 are told with their place`() throws {
        let path = try temporaryFile(Data("unit: test\nkind: ".utf8) + Data([0xFF, 0xFE]))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(fileRefusal(path) == "\(path):2:7: is not UTF-8 text here; save the file as UTF-8")
    }

    @Test func `a file above 1 MiB is not parsed`() throws {
        let path = try temporaryFile(Data(repeating: 0x23, count: 1 << 20 + 1))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(fileRefusal(path) == "\(path): is larger than 1024 KiB, the most that is read")
    }

    @Test func `a file is read as its text is`() throws {
        let path = try temporaryFile(Data([0xEF, 0xBB, 0xBF]) + Data(smallest.utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try UnitConfiguration(contentsOf: path) == UnitConfiguration(text: smallest, file: path))
    }

    @Test(arguments: ["", "# only a remark\n", "---\n"])
    func `a file without settings is refused`(text: String) {
        #expect(refusal(text).hasPrefix("u.yaml:") && refusal(text) != "accepted")
    }

    @Test(arguments: [
        "unit: [", "unit: \"test", "\tunit: test", "a: b: c", "unit: \0", "? [a, b]\n: c", "&a [*a]", "- 1", "42",
        "unit: test\n---\nunit: test", "%YAML 9.9\n---\nunit: x", "\"\\ud800\": x", "!!int unit: x",
    ])
    func `what is not a mapping of settings is one line`(text: String) {
        let line = refusal(text)
        #expect(line.hasPrefix("u.yaml:"))
        #expect(!line.contains("\n"))
    }

    @Test func `an anchor is refused at its place`() {
        #expect(
            refusal(replacing: "kind: body", with: "kind: &k body")
                == "u.yaml:2:7: anchors (&name) and aliases (*name) are not allowed; write the value out each time")
    }

    @Test(.timeLimit(.minutes(1))) func `a billion laughs end at once`() {
        var text = "a0: &a0 [x]\n"
        for level in 1...40 { text += "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: x\n" }
        #expect(refusal(text).contains("aliases (*name) are not allowed"))
    }

    @Test(.timeLimit(.minutes(1))) func `very deep nesting is refused`() {
        #expect(refusal(String(repeating: "[", count: 100_000)).contains("not YAML: "))
        #expect(refusal(String(repeating: "- ", count: 100_000)).contains("not YAML: "))
    }

    @Test func `an explicit type is refused`() {
        #expect(refusal(replacing: "width: 640", with: "width: !!int 640").contains("is not allowed; leave it out"))
    }

    @Test func `every cut and every flipped byte is accepted or refused in one line`() {
        let bytes = Array(smallest.utf8)
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 0x55
            for text in [String(decoding: bytes[..<index], as: UTF8.self), String(decoding: flipped, as: UTF8.self)] {
                let line = refusal(text)
                #expect(line == "accepted" || line.hasPrefix("u.yaml:") && !line.contains("\n"))
            }
        }
    }

    private func fileRefusal(_ path: String) -> String {
        do throws(UnitFileError) {
            _ = try UnitConfiguration(contentsOf: path)
            return "accepted"
        } catch {
            return error.description
        }
    }

    private func temporaryFile(_ data: Data) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).yaml").path
        try data.write(to: URL(fileURLWithPath: path))
        return path
    }
}
