import CameraModel
import Evidence
import Testing

@testable import Recording

/// What holds for every life of a channel; each test looks at some hundreds.
@Suite struct ChannelTimelineTraceTests {
    private static let lives: [TimelineTrace] = (0..<200).map { seed in
        TimelineTrace(
            seed: UInt64(seed),
            options: TimelineTrace.Options(
                tracks: seed % 3, preEventAudio: seed % 2 == 0, isWriterSlow: seed % 5 == 0,
                losesCamera: seed % 4 != 0))
    }

    @Test func `the traces are worth looking at`() {
        #expect(Self.lives.reduce(0) { $0 + $1.asked.count } > 1000)
        #expect(Self.lives.contains { life in life.asked.contains { $0.endedByDeadline } })
        #expect(Self.lives.contains { life in life.asked.contains { !life.gaps(of: $0.number).isEmpty } })
        #expect(Self.lives.contains { life in life.asked.contains { life.pictures(of: $0.number).isEmpty } })
    }

    @Test func `no picture is in two recordings, and all are in order`() {
        for life in Self.lives {
            let numbers = life.asked.flatMap { life.pictures(of: $0.number).map { Media.number($0.bytes) } }
            #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func `every picture of a recording's time is in it, or counted as not stored`() {
        for life in Self.lives {
            for asked in life.asked {
                let given = life.pictures.filter { $0.recording == asked.number }.map { Media.number($0.packet.bytes) }
                let found = Set(life.pictures(of: asked.number).map { Media.number($0.bytes) })
                let missing = given.filter { !found.contains($0) }.count
                let counted = life.gaps(of: asked.number).reduce(0) { $0 + ($1.count ?? 0) }
                #expect(missing == counted)
            }
        }
    }

    @Test func `what the buffer gave is the end of what it was given, without a hole`() {
        for life in Self.lives {
            for asked in life.asked {
                let delivered = life.pictures(of: asked.number).map { Media.number($0.bytes) }
                    .filter { life.pictures[$0].recording == nil }
                guard let first = delivered.first, let last = delivered.last else { continue }
                #expect(delivered == Array(first...last))
                #expect(
                    last + 1 == life.pictures.count || life.pictures[last + 1].recording == asked.number
                        || life.pictures[last + 1].packet.time > asked.at)
            }
        }
    }

    @Test func `a recording starts with a key picture unless the one before ended without`() {
        for life in Self.lives {
            var before: TimelineTrace.Asked?
            for asked in life.asked {
                defer { before = asked }
                guard let first = life.pictures(of: asked.number).first, !first.isKey else { continue }
                #expect(life.delivery(of: asked.number)?.start == nil)
                let begun = life.pictures.first { $0.recording == asked.number }
                // Nothing was held: after a deadline, or because the camera had been away.
                #expect(before?.endedByDeadline == true || begun?.packet.time == first.time)
            }
        }
    }

    @Test func `a recording ends right before a key picture, or two seconds after it was told to`() throws {
        for life in Self.lives {
            for asked in life.asked where !asked.endedByShutdown {
                let boundary = try #require(asked.boundary)
                if let number = asked.boundaryPicture {
                    #expect(life.pictures[number].packet.isKey)
                    #expect(!life.pictures(of: asked.number).contains { $0.time >= boundary })
                } else {
                    let told = try #require(asked.stopped)
                    #expect(boundary - told >= .seconds(2))
                }
            }
        }
    }

    @Test func `a stop is obeyed`() throws {
        for life in Self.lives {
            var before = Media.time(0)
            for asked in life.asked where !asked.endedByShutdown {
                let boundary = try #require(asked.boundary)
                guard let told = asked.stopped else {
                    Issue.record("it ended without being told to")
                    continue
                }
                #expect(boundary - max(told, before) <= .milliseconds(2080))
                before = boundary
            }
        }
    }

    @Test func `every start has one begin and one end, in order`() {
        for life in Self.lives {
            let begins = life.outputs.filter { if case .begin = $0.content { true } else { false } }.map(\.recording)
            let ends = life.outputs.filter { $0.content == .end }.map(\.recording)
            #expect(begins == life.asked.map(\.number))
            #expect(ends.sorted() == life.asked.map(\.number))
            for number in begins {
                let own = life.outputs.filter { $0.recording == number }
                guard case .begin = own.first?.content else {
                    Issue.record("recording \(number) does not begin with its begin")
                    continue
                }
                #expect(own.last?.content == .end)
            }
        }
    }

    @Test func `a recording's sound is within its bounds and without a hole`() throws {
        for life in Self.lives {
            for asked in life.asked {
                let delivery = try #require(life.delivery(of: asked.number))
                let boundary = try #require(asked.boundary)
                let previous = life.asked.last { $0.number < asked.number }?.boundary
                let start = max(asked.at, previous ?? asked.at)
                let from = life.limits.audio ? delivery.start ?? start : start
                for track in 0..<life.options.tracks {
                    let sound = life.sound(of: asked.number, track: track)
                    #expect(sound.allSatisfy { $0.time >= from && $0.time < boundary })
                    #expect(zip(sound, sound.dropFirst()).allSatisfy { $0.time < $1.time })
                    guard life.gaps(of: asked.number).isEmpty, !asked.endedByShutdown, !life.options.isWriterSlow
                    else { continue }
                    let expected = life.sound.filter {
                        $0.track == track && $0.packet.time >= start && $0.packet.time < boundary
                    }
                    #expect(sound.suffix(expected.count) == expected.map(\.packet)[...])
                }
            }
        }
    }

    @Test func `sound that goes on after a storage gap does not reach back into it`() {
        for life in Self.lives where life.options.tracks > 0 {
            for asked in life.asked {
                for gap in life.gaps(of: asked.number) {
                    guard let until = gap.until else { continue }
                    for track in 0..<life.options.tracks {
                        let items = life.items(of: asked.number)
                        guard let place = items.firstIndex(of: .event(gap)) else { continue }
                        let after = items[place...].compactMap { item -> EncodedPacket? in
                            if case .audio(track, let packet) = item { packet } else { nil }
                        }
                        #expect(after.allSatisfy { $0.time >= until })
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `a start repeated while a recording runs changes nothing`(seed: UInt64) {
        var options = TimelineTrace.Options(preEventAudio: seed % 2 == 0)
        let plain = TimelineTrace(seed: seed, options: options)
        options.repeatsStarts = true
        #expect(TimelineTrace(seed: seed, options: options).outputs == plain.outputs)
    }
}
