import ArgumentParser
import CameraModel
import Evidence
import Foundation
import Platform

/// Shows the recordings below a state folder, from the files alone: no daemon is needed.
struct Recordings: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the recordings in a state folder, and what in them is not as it should be.",
        discussion: """
            Reads the records and walks through every segment. Exit codes: 0 all is whole; 1 something is not, each in \
            one line; 66 there are no recordings there.
            """)

    @Argument(help: "The daemon's state folder.")
    var state: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let found: (accounts: [RecordingAccount], foreign: [String])
        do throws(DiskError) {
            found = try RecordingReader(disk: LinuxDisk(path: state)).readAll()
        } catch {
            FileHandle.standardError.write(Data("dutycam: \(state): no recordings: \(error)\n".utf8))
            // EX_NOINPUT
            throw ExitCode(66)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(found.accounts), as: UTF8.self))
        } else {
            print(found.accounts.map { RecordingReport($0).text }.joined(separator: "\n\n"))
        }
        let defects = found.foreign + found.accounts.flatMap(\.defects)
        for defect in defects { FileHandle.standardError.write(Data("dutycam: \(defect)\n".utf8)) }
        if !defects.isEmpty { throw ExitCode(1) }
    }
}
