import Foundation
import Platform
import Testing

@Suite struct StateFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "dutycam-\(UUID())").path

    @Test func `a second daemon is refused while the first holds the folder`() throws {
        let first = try StateFolder(path: folder)
        #expect { try StateFolder(path: folder) } throws: { "\($0)".contains("in use by another dutycamd") }
        withExtendedLifetime(first) {}
    }

    @Test func `the folder is free again when its holder is gone`() throws {
        do { _ = try StateFolder(path: folder) }
        _ = try StateFolder(path: folder)
    }

    @Test func `a folder below a file is refused in words`() {
        #expect { try StateFolder(path: "/proc/version/state") } throws: { "\($0)".contains("cannot be made") }
    }
}
