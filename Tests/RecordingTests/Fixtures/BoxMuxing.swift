import CameraModel
import Synchronization

/// A muxer whose files are boxes around plain samples, and which insists on what a real one needs.
///
/// Like libavformat's, it refuses a sample that does not start where the one before it in its track ended.
struct BoxMuxing: Muxing {
    /// Fails at the fragment of this number, counted from 0 over all files.
    final class Plan: Sendable {
        let failing: Set<Int>
        fileprivate let count = Mutex(0)

        init(failing: Set<Int> = []) {
            self.failing = failing
        }
    }

    var plan = Plan()

    func makeMuxer(tracks: [MuxerTrack]) throws(EncodingError) -> any Muxer {
        BoxMuxer(tracks: tracks, plan: plan)
    }

    /// The samples in the `mdat` boxes of a whole file.
    static func samples(in file: [UInt8]) -> [MuxerSample] {
        var samples: [MuxerSample] = []
        var position = 0
        while position + 8 <= file.count {
            let size = integer(file[position..<position + 4])
            guard size >= 8, position + size <= file.count else { break }
            if Array(file[position + 4..<position + 8]) == Array("mdat".utf8) {
                samples += content(file[position + 8..<position + size])
            }
            position += size
        }
        return samples
    }

    private static func content(_ bytes: ArraySlice<UInt8>) -> [MuxerSample] {
        var samples: [MuxerSample] = []
        var rest = bytes
        while rest.count >= 22 {
            let head = Array(rest.prefix(22))
            let count = integer(head[18..<22])
            samples.append(
                MuxerSample(
                    track: Int(head[0]), start: Int64(integer(head[2..<10])), duration: Int64(integer(head[10..<18])),
                    isKey: head[1] == 1, bytes: Array(rest.dropFirst(22).prefix(count))))
            rest = rest.dropFirst(22 + count)
        }
        return samples
    }

    static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    static func bytes(_ value: Int, count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        bytes(content.count + 8, count: 4) + Array(type.utf8) + content
    }
}

private final class BoxMuxer: Muxer {
    private let tracks: [MuxerTrack]
    private let plan: BoxMuxing.Plan
    private var ends: [Int: Int64] = [:]

    init(tracks: [MuxerTrack], plan: BoxMuxing.Plan) {
        self.tracks = tracks
        self.plan = plan
    }

    func header() throws(EncodingError) -> [UInt8] {
        BoxMuxing.box("ftyp", Array("isom".utf8)) + BoxMuxing.box("moov", [UInt8(tracks.count)])
    }

    func fragment(_ samples: [MuxerSample]) throws(EncodingError) -> [UInt8] {
        let number = plan.count.withLock { count in
            defer { count += 1 }
            return count
        }
        guard !plan.failing.contains(number) else { throw .malformed("told to fail") }
        var content: [UInt8] = []
        for sample in samples {
            guard tracks.indices.contains(sample.track), sample.start >= 0, sample.duration > 0 else {
                throw .malformed("a sample of track \(sample.track) at \(sample.start) lasting \(sample.duration)")
            }
            if let end = ends[sample.track], end != sample.start {
                throw .malformed("a sample of track \(sample.track) at \(sample.start), where \(end) is next")
            }
            ends[sample.track] = sample.start + sample.duration
            content +=
                [UInt8(sample.track), sample.isKey ? 1 : 0] + BoxMuxing.bytes(Int(sample.start), count: 8)
                + BoxMuxing.bytes(Int(sample.duration), count: 8) + BoxMuxing.bytes(sample.bytes.count, count: 4)
                + sample.bytes
        }
        return BoxMuxing.box("moof", BoxMuxing.bytes(samples.count, count: 4)) + BoxMuxing.box("mdat", content)
    }
}
