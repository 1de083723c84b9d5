import CameraModel
import Testing

@testable import LibAV

struct FragmentedMP4MuxerTests {
    @Test func `the header is ftyp and moov, and a fragment one moof and mdat, each at once`() throws {
        let film = try Film()
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: film.tracks)
        #expect(Box.all(in: try muxer.header()[...]).map(\.type) == ["ftyp", "moov"])
        for fragment in film.fragments(0..<30) {
            #expect(Box.all(in: try muxer.fragment(fragment)[...]).map(\.type) == ["moof", "mdat"])
        }
    }

    @Test(arguments: [VideoCoding.h264, .mjpeg])
    func `over three segments ffprobe finds every packet at its tick, and all decodes clean`(
        coding: VideoCoding
    ) throws {
        let film = try Film(coding)
        for pictures in [0..<10, 10..<25, 25..<30] {
            let fragments = film.fragments(pictures)
            try Judge.withFile(try Film.file(film.tracks, fragments), "mp4") { (file: String) throws in
                #expect(try Judge.complaints(file) == "")
                let found = try Judge.packets(file)
                for track in 0..<2 {
                    let put = fragments.joined().filter { $0.track == track }
                    let got = found.filter { $0.track == track }
                    #expect(got.map(\.time) == put.map(\.start))
                    #expect(got.map(\.isKey) == put.map(\.isKey))
                    #expect(track == 0 || got.map(\.size) == put.map(\.bytes.count))
                }
                let lengths = try Judge.entries(file, ["-select_streams", "v", "-show_entries", "stream=duration_ts"])
                let last = try #require(fragments.joined().last { $0.track == 0 })
                #expect(lengths == [["\(last.start + last.duration)"]])
            }
        }
    }

    @Test func `each fragment says where its tracks start, sound and picture apart`() throws {
        let film = try Film()
        let fragments = film.fragments(10..<30)
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: film.tracks)
        _ = try muxer.header()
        for fragment in fragments {
            let bytes = try muxer.fragment(fragment)
            let starts = Box.find(["moof", "traf", "tfdt"], in: bytes[...]).map { $0.number(at: 4, bytes: 8) }
            let put = (0..<2).compactMap { track in fragment.first { $0.track == track }?.start }
            #expect(starts == put.map(Int.init))
        }
        #expect(fragments[0].first { $0.track == 1 }!.start > 0)
    }

    @Test func `time scales, handler name and no time of day are in the header`() throws {
        let film = try Film()
        let header = try FragmentedMP4Muxing().makeMuxer(tracks: film.tracks).header()
        let media = Box.find(["moov", "trak", "mdia", "mdhd"], in: header[...])
        #expect(media.map { $0.number(at: 12, bytes: 4) } == [90_000, 48_000])
        #expect(media.map { $0.number(at: 4, bytes: 8) } == [0, 0])
        #expect(Box.find(["moov", "mvhd"], in: header[...]).map { $0.number(at: 4, bytes: 8) } == [0])
        let handlers = Box.find(["moov", "trak", "mdia", "hdlr"], in: header[...])
        #expect(String(decoding: handlers[1].body, as: UTF8.self).contains("microphone"))
        #expect(Box.find(["moov", "trak", "edts"], in: header[...]).isEmpty)
        #expect(!String(decoding: header, as: UTF8.self).contains("Lavf"))
    }

    @Test func `equal input gives equal bytes`() throws {
        let film = try Film()
        let fragments = film.fragments(0..<30)
        #expect(try Film.file(film.tracks, fragments) == Film.file(film.tracks, fragments))
    }

    @Test func `a track may be without samples for a fragment, or a whole segment`() throws {
        let film = try Film()
        var fragments = film.fragments(0..<30)
        fragments[1].removeAll { $0.track == 1 }
        // What follows a hole has to follow on, so this is where the sound ends.
        for index in 2..<fragments.count { fragments[index].removeAll { $0.track == 1 } }
        for fragments in [fragments, film.fragments(0..<30, sound: false)] {
            try Judge.withFile(try Film.file(film.tracks, fragments), "mp4") { (file: String) throws in
                #expect(try Judge.complaints(file) == "")
                let found = try Judge.packets(file)
                #expect(found.count == fragments.joined().count)
            }
        }
    }

    @Test func `sound that begins in a later fragment keeps its time`() throws {
        let film = try Film()
        let fragments = film.fragments(0..<30).enumerated().map { index, fragment in
            fragment.filter { $0.track == 0 || index > 2 }
        }
        try Judge.withFile(try Film.file(film.tracks, fragments), "mp4") { (file: String) throws in
            #expect(try Judge.complaints(file) == "")
            let first = try Judge.packets(file).first { $0.track == 1 }
            #expect(first?.time == fragments[3].first { $0.track == 1 }?.start)
            #expect((first?.time ?? 0) > 20_000)
        }
    }

    @Test func `sound alone makes a file too`() throws {
        let film = try Film()
        let blocks = film.fragments(0..<30).joined().filter { $0.track == 1 }.map {
            MuxerSample(track: 0, start: $0.start, duration: $0.duration, isKey: true, bytes: $0.bytes)
        }
        try Judge.withFile(try Film.file([film.tracks[1]], [blocks]), "mp4") { (file: String) throws in
            #expect(try Judge.complaints(file) == "")
            #expect(try Judge.packets(file).map(\.time) == blocks.map(\.start))
        }
    }

    @Test func `players see the length, and can jump to a time`() throws {
        let film = try Film(pictures: 60)
        let fragments = film.fragments(0..<60)
        let end = fragments.joined().filter { $0.track == 0 }.map { $0.start + $0.duration }.max()!
        try Judge.withFile(try Film.file(film.tracks, fragments), "mp4") { (file: String) throws in
            let length = try Judge.entries(file, ["-show_entries", "format=duration"])
            #expect(abs((Double(length[0][0]) ?? 0) - Double(end) / 90_000) < 0.03)
            let frames = try Judge.entries(
                file, ["-select_streams", "v", "-read_intervals", "1.5%+#1", "-show_entries", "packet=pts"])
            // The last key picture at or before 1.5 s: picture 45, or 40 by the rounding of its time.
            let starts = fragments.map { $0[0].start }
            #expect(Int64(frames[0][0]) == starts.last { $0 <= 135_000 })
        }
    }

    @Test func `H.264 goes in with start codes and lies there with lengths`() throws {
        let film = try Film()
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: film.tracks)
        let header = try muxer.header()
        #expect(String(decoding: header, as: UTF8.self).contains("avcC"))
        let sample = film.fragments(0..<5)[0][0]
        let bytes = try muxer.fragment([sample])
        let units = AnnexB.units(in: sample.bytes).map { sample.bytes[$0.range] }
        let expected = units.flatMap { unit -> [UInt8] in
            withUnsafeBytes(of: UInt32(unit.count).bigEndian) { Array($0) } + unit
        }
        #expect(Array(Box.find(["mdat"], in: bytes[...])[0].body) == expected)
    }

    @Test func `a sample that does not follow on is refused`() throws {
        let film = try Film()
        let fragments = film.fragments(0..<30)
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: film.tracks)
        _ = try muxer.header()
        _ = try muxer.fragment(fragments[0])
        #expect(throws: EncodingError.self) { _ = try muxer.fragment(fragments[2]) }
    }

    @Test(arguments: [
        MuxerSample(track: 2, start: 0, duration: 1, isKey: true, bytes: [1]),
        MuxerSample(track: -1, start: 0, duration: 1, isKey: true, bytes: [1]),
        MuxerSample(track: 0, start: -1, duration: 1, isKey: true, bytes: [1]),
        MuxerSample(track: 0, start: 0, duration: 0, isKey: true, bytes: [1]),
        MuxerSample(track: 0, start: 0, duration: 1 << 40, isKey: true, bytes: [1]),
        MuxerSample(track: 0, start: 0, duration: 1, isKey: true, bytes: []),
    ])
    func `a sample that cannot be is refused`(sample: MuxerSample) throws {
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: try Film(pictures: 5).tracks)
        _ = try muxer.header()
        #expect(throws: EncodingError.self) { _ = try muxer.fragment([sample]) }
    }

    private static let impossible: [[MuxerTrack]] = [
        [],
        [.video(VideoParameters(coding: .h264, width: 64, height: 48, parameterSets: []))],
        [.video(VideoParameters(coding: .h264, width: 64, height: 48, parameterSets: [0, 0, 0, 1, 0x67]))],
        [.video(VideoParameters(coding: .raw(.nv12), width: 64, height: 48, parameterSets: []))],
        [.video(VideoParameters(coding: .mjpeg, width: 0, height: 48, parameterSets: []))],
    ]

    @Test(arguments: impossible)
    func `a track that cannot be described is refused`(tracks: [MuxerTrack]) {
        #expect(throws: EncodingError.self) { _ = try FragmentedMP4Muxing().makeMuxer(tracks: tracks).header() }
    }
}
