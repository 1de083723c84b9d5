import CameraModel
import Evidence
import Foundation
import LibAV
import Simulation
import Synchronization
import Testing

@testable import Recording

/// Real pictures and sound in real files: FFmpeg's own program decodes what failures and power cuts have left.
@Suite struct DecodedAfterFaultTests {
    private static let rate = 5
    private static let seconds = 7
    private static let media = Result { try makeMedia() }

    /// Coded by the unit's own encoders: a grey that changes with each picture, and a tone.
    private static func makeMedia() throws -> ([TimelineItem], AudioTrack) {
        let frameRate = try #require(FrameRate(frames: UInt32(rate), seconds: 1))
        let mode = VideoMode(coding: .raw(.yu12), width: 64, height: 96, rate: frameRate)
        let video = try X264Encoding().makeEncoder(
            for: VideoFormat(mode: mode, bytesPerRow: 64),
            settings: VideoEncoderSettings(
                preset: "ultrafast", bitRate: 100_000, width: nil, height: nil, keyInterval: .seconds(1)))
        let format = AudioFormat(rate: 16_000, channels: 1)
        let audio = try AACEncoding().makeEncoder(for: format, bitRate: 32_000, anchor: WriterRun.start)
        var items: [TimelineItem] = []
        for number in 0..<(rate * seconds) {
            let time = WriterRun.start + .milliseconds(number * 1000 / rate)
            let frame =
                [UInt8](repeating: UInt8(16 + number * 5), count: 64 * 96) + [UInt8](repeating: 128, count: 64 * 48)
            var packets: [EncodedPacket] = []
            frame.withUnsafeBytes { bytes in
                packets = (try? video.encode(bytes.bytes, at: time, requireKey: number % rate == 0)) ?? []
            }
            items += packets.map { .video($0) }
            let tone = (0..<(16_000 / rate)).map { Int16(8000 * sin(Double($0) * 0.2)) }
            items += try audio.encode(tone.span).filter { $0.time >= WriterRun.start }.map { .audio(track: 0, $0) }
        }
        items += try video.finish().map { .video($0) }
        return (items, AudioTrack(name: "cabin", parameters: audio.parameters))
    }

    @Test func `what a failure and a power cut leave decodes without an error`() throws {
        let (items, track) = try Self.media.get()
        let probe = SimulatedDisk()
        WriterRun(on: probe, items: items, muxing: FragmentedMP4Muxing(), track: track).run()
        let folder = FileManager.default.temporaryDirectory.appending(path: "dutycam-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var decoded = 0
        var injections = 0
        var seen: Set<[UInt8]> = []
        let faults: [DiskFault] = [.error(5), .error(28), .silentLoss, .tornWrite, .shortWrite(0.3)]
        for (index, call) in stride(from: 3, through: probe.callCount, by: 2).enumerated() {
            let disk = SimulatedDisk()
            injections += 1
            disk.failCall(number: call, with: faults[index % faults.count])
            // Every other time the machine dies there.
            if index % 2 == 0 { disk.failCalls(from: call + 1, with: .error(5)) }
            let run = WriterRun(on: disk, items: items, muxing: FragmentedMP4Muxing(), track: track)
            run.run()
            let after = disk.powerCut(seed: UInt64(call))
            _ = try Recovery(disk: after, unit: WriterRun.unit, boot: "boot-2", report: run.remarks.report).run()
            let found = Found(after)
            for promise in run.promises { #expect(found.files[promise.path]?.starts(with: promise.bytes) == true) }
            for path in found.segments {
                let bytes = try #require(found.files[path])
                guard seen.insert(bytes).inserted else { continue }
                let file = folder.appending(path: "\(call)-\(decoded).mp4")
                try Data(bytes).write(to: file)
                let complaint = try Self.complaint(about: file.path)
                #expect(
                    complaint.isEmpty,
                    "failure \(faults[index % faults.count]) at call \(call): \(path): \(complaint)")
                decoded += 1
            }
        }
        print(
            "fault injection: \(injections) injections with the real muxer, \(decoded) different files decoded by ffmpeg -xerror"
        )
        #expect(decoded >= 8)
    }

    /// What `ffmpeg -xerror` has against a file; empty when it decodes clean.
    private static func complaint(about file: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "ffmpeg", "-nostdin", "-v", "error", "-xerror", "-err_detect", "explode", "-i", file, "-f", "null", "-",
        ]
        // A file, not a pipe: a full pipe would stop the program.
        let errors = URL(fileURLWithPath: file + ".txt")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        return process.terminationStatus == 0 ? said : "status \(process.terminationStatus): \(said)"
    }
}
