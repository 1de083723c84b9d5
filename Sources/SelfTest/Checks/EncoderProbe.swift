package import CameraModel
import Evidence

/// Has the unit's own encoder code a second of made pictures, puts them into a container, and reads everything again.
package struct EncoderProbe: Sendable {
    package let name: String
    private let mode: VideoMode
    private let pixels: PixelFormat
    private let encoding: any VideoEncoding
    private let settings: VideoEncoderSettings
    private let muxing: any Muxing
    private let decoding: any LumaDecoding
    private let clock: any UnitClock
    private let isRecording: @Sendable () -> Bool

    /// Prepares a probe.
    ///
    /// - Parameters:
    ///   - name: The channel whose encoder it is.
    ///   - mode: As its camera delivers; pictures are made in its size and at its rate, raw ones in its layout.
    ///   - encoding: The unit's own.
    ///   - settings: The channel's.
    ///   - muxing: The unit's own.
    ///   - decoding: Reads what was coded.
    ///   - clock: Paces the pictures, so that the live encoder beside it keeps its share of the processor.
    ///   - isRecording: Asked before each picture: a recording has the processor to itself.
    package init(
        name: String, mode: VideoMode, encoding: any VideoEncoding, settings: VideoEncoderSettings,
        muxing: any Muxing, decoding: any LumaDecoding, clock: any UnitClock,
        isRecording: @escaping @Sendable () -> Bool = { false }
    ) {
        self.name = name
        self.mode = mode
        if case .raw(let pixels) = mode.coding { self.pixels = pixels } else { pixels = .yu12 }
        self.encoding = encoding
        self.settings = settings
        self.muxing = muxing
        self.decoding = decoding
        self.clock = clock
        self.isRecording = isRecording
    }

    /// Does it; takes about a second of the clock.
    package func measure() -> EncoderMeasure {
        let count = max(2, Int(mode.rate.perSecond.rounded()))
        let picture = SyntheticPicture(pixels: pixels, width: mode.width, height: mode.height)
        do throws(EncodingError) {
            guard let packets = try encode(picture, count: count) else { return .yielded }
            guard let parameters = packets.first?.parameters else {
                return .failed(step: "encode", reason: "it does not begin with a key picture")
            }
            let file = try mux(packets, parameters)
            let scan: SegmentScan
            do throws(DiskError) {
                scan = try SegmentScan(path: "", size: Int64(file.count), on: MemoryFile(bytes: file))
            } catch {
                return .failed(step: "parse", reason: error.description)
            }
            if let defect = scan.defect { return .failed(step: "parse", reason: defect) }
            let (decoded, difference) = try decode(packets, parameters, picture)
            return .coded(
                EncoderMeasure.Coded(
                    pictures: count, parsed: scan.entries.reduce(0) { $0 + $1.pictures }, decoded: decoded,
                    error: difference, bytes: file.count))
        } catch {
            return .failed(step: "encode, mux or decode", reason: error.description)
        }
    }

    private func encode(_ picture: SyntheticPicture, count: Int) throws(EncodingError) -> [EncodedPacket]? {
        var raw = mode
        raw.coding = .raw(pixels)
        let encoder = try encoding.makeEncoder(
            for: VideoFormat(mode: raw, bytesPerRow: pixels.tightBytesPerRow(width: mode.width)), settings: settings)
        var packets: [EncodedPacket] = []
        let begin = clock.now
        for number in 0..<count {
            if isRecording() { return nil }
            let time = begin + mode.rate.interval * number
            clock.wait(until: time, unless: isRecording)
            let bytes = picture.bytes(number: number)
            packets += try unsafe encoder.encode(bytes.span.bytes, at: time, requireKey: number == 0)
        }
        return packets + (try encoder.finish())
    }

    private func mux(_ packets: [EncodedPacket], _ parameters: VideoParameters) throws(EncodingError) -> [UInt8] {
        let track = MuxerTrack.video(parameters)
        let muxer = try muxing.makeMuxer(tracks: [track])
        let origin = packets.first?.time ?? clock.now
        func ticks(_ index: Int) -> Int64 {
            let end = packets[packets.count - 1].time + mode.rate.interval
            let time = index < packets.count ? packets[index].time : end
            return (time - origin).nanoseconds * track.timeScale / 1_000_000_000
        }
        let samples = packets.indices.map { index in
            MuxerSample(
                track: 0, start: ticks(index), duration: max(1, ticks(index + 1) - ticks(index)),
                isKey: packets[index].isKey, bytes: packets[index].bytes)
        }
        let content = try muxer.header() + muxer.fragment(samples)
        let entry = FragmentEntry(
            recording: 0, channel: name, segment: 0, fragment: 0, origin: origin, start: origin,
            end: origin + mode.rate.interval * packets.count, pictures: packets.count, soundFrames: [],
            clock: clock.reading(), events: [])
        do {
            return content + (try FragmentNote(entry: entry).box(preceding: content))
        } catch {
            throw .malformed("\(error)")
        }
    }

    private func decode(
        _ packets: [EncodedPacket], _ parameters: VideoParameters, _ picture: SyntheticPicture
    ) throws(EncodingError) -> (count: Int, error: Double) {
        let decoder = try decoding.makeDecoder(
            for: parameters.coding, width: parameters.width, height: parameters.height)
        var count = 0
        var (sum, samples) = (0, 0)
        for packet in packets {
            guard let plane = try unsafe decoder.decode(packet.bytes.span.bytes) else { continue }
            defer { count += 1 }
            // A coded size of its own is not compared: the number of pictures is.
            guard plane.width == mode.width, plane.height == mode.height else { continue }
            for y in stride(from: 0, to: plane.height, by: 8) {
                for x in stride(from: 0, to: plane.width, by: 8) {
                    sum += abs(Int(plane.samples[y * plane.width + x]) - Int(picture.luma(x: x, y: y, number: count)))
                    samples += 1
                }
            }
        }
        return (count, samples > 0 ? Double(sum) / Double(samples) : 0)
    }
}
