import CameraModel
import Evidence
import Recording
import Testing

@Suite struct FragmentAssemblerTests {
    private static let track = Media.track()

    private func fragments(_ steps: [AssemblerStep]) -> [AssembledFragment] {
        steps.compactMap { if case .fragment(let fragment) = $0 { fragment } else { nil } }
    }

    /// Pictures of 10 fps, a key picture a second.
    private func pictures(
        _ assembler: inout FragmentAssembler, _ numbers: Range<Int>, parameters: VideoParameters = Media.video
    ) -> [AssemblerStep] {
        numbers.flatMap { number in
            assembler.take(
                .video(
                    Media.picture(
                        number, at: Media.time(Double(number) / 10), isKey: number % 10 == 0, parameters: parameters)))
        }
    }

    @Test func `a fragment is one group of pictures`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        let steps = pictures(&assembler, 0..<25)
        #expect(fragments(steps).map(\.pictures) == [10, 10])
        #expect(fragments(assembler.close()).map(\.pictures) == [5])
    }

    @Test func `short groups share a fragment`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        var steps: [AssemblerStep] = []
        for number in 0..<41 {
            steps += assembler.take(
                .video(Media.picture(number, at: Media.time(Double(number) / 10), isKey: number % 3 == 0)))
        }
        // Key pictures at 0, 0.3, … : the first at least 0.95 s on is at 1.2 s.
        #expect(fragments(steps).map(\.pictures) == [12, 12, 12])
    }

    @Test func `a key picture that came too early to close a fragment begins the next one`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        var steps: [AssemblerStep] = []
        for number in 0..<27 {
            let isKey = [0, 6, 16, 26].contains(number)
            steps += assembler.take(.video(Media.picture(number, at: Media.time(Double(number) / 10), isKey: isKey)))
        }
        // The group from 0.6 s on would make the first fragment 1.6 s long.
        #expect(fragments(steps).map(\.pictures) == [6, 10, 10])
        #expect(fragments(steps).map(\.startsWithKey) == [true, true, true])
    }

    @Test func `sound does not close a fragment whose key picture is late behind it`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [Self.track])
        var steps = pictures(&assembler, 0..<1)
        for number in 0..<80 {
            steps += assembler.take(.audio(track: 0, Media.sound(number, at: Media.time(Double(number) * 0.02))))
        }
        steps += pictures(&assembler, 1..<11)
        #expect(fragments(steps).map(\.pictures) == [10])
        for number in 80..<160 {
            steps += assembler.take(.audio(track: 0, Media.sound(number, at: Media.time(Double(number) * 0.02))))
        }
        #expect(fragments(steps).count == 2, "with no picture for two seconds it does")
    }

    @Test func `a segment ends at the first key picture after its duration`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(3), audio: [])
        let steps = pictures(&assembler, 0..<65) + assembler.close()
        #expect(fragments(steps).map(\.segment) == [0, 0, 0, 1, 1, 1, 2])
        #expect(fragments(steps)[3].samples[0].start == 0)
        #expect(fragments(steps)[3].origin == Media.time(3))
    }

    @Test func `the last picture of a segment lasts until the next one's first`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(1), audio: [])
        let steps = pictures(&assembler, 0..<11)
        #expect(fragments(steps).first?.samples.last?.duration == 9000)
    }

    @Test func `another size begins another segment`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        var wide = Media.video
        wide.width = 640
        let steps =
            pictures(&assembler, 0..<20) + pictures(&assembler, 20..<30, parameters: wide) + assembler.close()
        #expect(fragments(steps).map(\.segment) == [0, 0, 1])
        #expect(fragments(steps).last?.tracks == [.video(wide)])
    }

    @Test func `sound that is late goes into the segment before`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(1), audio: [Self.track])
        var steps = pictures(&assembler, 0..<10)
        steps += assembler.take(.audio(track: 0, Media.sound(0, at: Media.time(0.5))))
        steps += pictures(&assembler, 10..<12)
        steps += assembler.take(.audio(track: 0, Media.sound(1, at: Media.time(0.5) + .nanoseconds(21_333_333))))
        #expect(!steps.contains(.finish(segment: 0)))
        steps += assembler.take(.audio(track: 0, Media.sound(2, at: Media.time(1.01))))
        #expect(steps.last == .finish(segment: 0))
        #expect(fragments(steps).map(\.segment) == [0, 0])
        #expect(fragments(steps).last?.soundFrames == [1024])
    }

    @Test func `sound never holds back pictures`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(2), audio: [Self.track])
        let steps = pictures(&assembler, 0..<40)
        #expect(fragments(steps).map(\.segment) == [0, 0, 1])
        #expect(steps.contains(.finish(segment: 0)))
    }

    @Test func `sound that comes after its segment is complete is dropped and said`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(1), audio: [Self.track])
        var steps = pictures(&assembler, 0..<35)
        steps += assembler.take(.audio(track: 0, Media.sound(0, at: Media.time(1.5))))
        steps += assembler.take(.audio(track: 0, Media.sound(1, at: Media.time(3.1))))
        steps += assembler.close()
        #expect(fragments(steps).last?.soundFrames == [1024])
        #expect(fragments(steps).last?.samples.last?.start == 4800)
        let dropped = fragments(steps).flatMap(\.events).filter { $0.kind == .soundDropped }
        #expect(dropped.map(\.count) == [1024])
    }

    @Test func `without a camera the sound is written by itself, in fragments`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [Self.track])
        var steps: [AssemblerStep] = []
        for index in 0..<200 {
            steps += assembler.take(
                .audio(track: 0, Media.sound(index, at: Media.blockTime(index, of: Self.track, from: Media.time(5)))))
        }
        #expect(fragments(steps).count >= 3)
        #expect(fragments(steps).allSatisfy { $0.tracks == [.audio(Self.track.parameters, name: "cabin")] })
        #expect(fragments(steps).allSatisfy { $0.startsWithKey })
        // And the camera's first key picture begins a segment with both.
        steps += assembler.take(.video(Media.picture(0, at: Media.time(10), isKey: true)))
        steps += assembler.close()
        #expect(fragments(steps).last?.tracks.count == 2)
        #expect(fragments(steps).last?.segment == 1)
    }

    @Test func `while the camera is away the sound goes on, and its return begins a segment`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [Self.track])
        var steps = pictures(&assembler, 0..<15)
        var block = 0
        func sound(until end: Double, _ assembler: inout FragmentAssembler) -> [AssemblerStep] {
            var steps: [AssemblerStep] = []
            while Media.blockTime(block, of: Self.track, from: Media.time(0)) < Media.time(end) {
                steps += assembler.take(
                    .audio(
                        track: 0,
                        Media.sound(block, at: Media.blockTime(block, of: Self.track, from: Media.time(0)))))
                block += 1
            }
            return steps
        }
        steps += sound(until: 1.5, &assembler)
        steps += assembler.take(.event(RecordEvent(.pictureLost, at: Media.time(1.4), cause: "unplugged")))
        #expect(fragments(steps).reduce(0) { $0 + $1.pictures } == 15)
        let away = sound(until: 6.5, &assembler)
        #expect(fragments(away).count >= 3)
        #expect(fragments(away).allSatisfy { $0.segment == 0 && $0.pictures == 0 })
        steps = assembler.take(.event(RecordEvent(.pictureGap, at: Media.time(1.4), until: Media.time(7))))
        steps += assembler.take(.video(Media.picture(70, at: Media.time(7), isKey: true)))
        steps += assembler.close()
        #expect(fragments(steps).last?.segment == 1)
        #expect(fragments(steps).last?.samples.first?.isKey == true)
    }

    @Test func `pictures before the first key picture are not written, and counted`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        let steps = pictures(&assembler, 5..<15) + assembler.close()
        #expect(fragments(steps).map(\.pictures) == [5])
        let damaged = fragments(steps).flatMap(\.events)
        #expect(damaged.map(\.kind) == [.framesDamaged])
        #expect(damaged.first?.count == 5)
        #expect(damaged.first?.until == Media.time(1))
    }

    @Test func `what happens after the last fragment is not lost`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [])
        let event = RecordEvent(.pictureLost, at: Media.time(1), cause: "unplugged")
        _ = assembler.take(.event(event))
        #expect(assembler.close() == [.remaining([event])])
    }

    @Test func `a recording of nothing is nothing`() {
        var assembler = FragmentAssembler(segmentDuration: .seconds(60), audio: [Self.track])
        #expect(assembler.close().isEmpty)
    }

    @Test(arguments: [(44_100, 8192), (11_025, 4410), (22_050, 9_999)])
    func `over ten hours in one segment no track drifts by a tick`(rate: Int, framesPerPacket: Int) {
        // 29.97 fps, a group of 30 as one picture so that ten hours are short.
        let track = Media.track("odd", rate: rate, framesPerPacket: framesPerPacket)
        var assembler = FragmentAssembler(segmentDuration: .seconds(100_000), audio: [track])
        var ends: [Int64?] = [nil, nil]
        var last: [MuxerSample?] = [nil, nil]
        func check(_ steps: [AssemblerStep]) {
            for fragment in fragments(steps) {
                for sample in fragment.samples {
                    if let end = ends[sample.track] { #expect(end == sample.start) }
                    ends[sample.track] = sample.start + sample.duration
                    last[sample.track] = sample
                }
            }
        }
        var block = 0
        for group in 0..<36_000 {
            let time = MonotonicTime(nanoseconds: Int64(group) * 1_001_000_000)
            check(assembler.take(.video(Media.picture(group, at: time, isKey: true, size: 8))))
            while true {
                let blockTime = Media.blockTime(block, of: track, from: MonotonicTime(nanoseconds: 0))
                guard blockTime < time else { break }
                check(assembler.take(.audio(track: 0, Media.sound(block, at: blockTime, size: 8))))
                block += 1
            }
        }
        check(assembler.close())
        let (lastPicture, lastSound) = (Int64(35_999 * 90_090), Int64(block - 1) * Int64(framesPerPacket))
        #expect(last[0]?.start == lastPicture)
        #expect(last[1]?.start == lastSound)
    }
}
