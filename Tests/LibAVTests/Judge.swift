import CameraModel
import Foundation

/// FFmpeg's own programs, which know nothing of this package, as the judges of what it made.
enum Judge {
    /// One packet as ffprobe reads it.
    struct Packet: Equatable {
        var track: Int
        var time: Int64
        var isKey: Bool
        var size: Int
    }

    /// Runs a program and gives back what it said.
    static func run(
        _ program: String, _ arguments: [String]
    ) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        // Files, not pipes: Foundation's FileHandle traps when a signal interrupts its read.
        let said = FileManager.default.temporaryDirectory.appending(path: "judge-\(UUID().uuidString)")
        let output = said.appendingPathExtension("out")
        let errors = said.appendingPathExtension("err")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: try take(output.path), as: UTF8.self),
            String(decoding: try take(errors.path), as: UTF8.self)
        )
    }

    /// Lends `bytes` as a file.
    static func withFile<Result>(
        _ bytes: [UInt8], _ ending: String, _ body: (String) throws -> Result
    ) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "judge-\(UUID().uuidString).\(ending)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    /// What `ffmpeg -xerror` has against a file; empty when it decodes clean.
    static func complaints(_ file: String) throws -> String {
        let result = try run(
            "ffmpeg", ["-v", "error", "-xerror", "-err_detect", "explode", "-i", file, "-f", "null", "-"])
        return result.status == 0 ? result.errors : "status \(result.status): \(result.errors)"
    }

    /// Everything that ffprobe says of one kind of entry, a row of values for each.
    static func entries(_ file: String, _ arguments: [String]) throws -> [[String]] {
        let result = try run("ffprobe", ["-v", "error", "-of", "csv=p=0"] + arguments + [file])
        return result.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// All packets, in the ticks of their tracks.
    static func packets(_ file: String) throws -> [Packet] {
        try entries(file, ["-show_entries", "packet=stream_index,pts,size,flags"]).compactMap { row in
            guard row.count >= 4, let track = Int(row[0]), let time = Int64(row[1]), let size = Int(row[2]) else {
                return nil
            }
            return Packet(track: track, time: time, isKey: row[3].contains("K"), size: size)
        }
    }

    /// The kinds of pictures in order: `IPPPP`.
    static func pictureTypes(_ file: String) throws -> String {
        try entries(file, ["-select_streams", "v", "-show_entries", "frame=pict_type"]).map { $0[0] }.joined()
    }
}

extension Judge {
    /// The bytes of a file, which goes away.
    static func take(_ file: String) throws -> [UInt8] {
        defer { try? FileManager.default.removeItem(atPath: file) }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    }
}
