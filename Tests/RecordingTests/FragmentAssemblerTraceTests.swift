import CameraModel
import Evidence
import Recording
import Testing

/// What holds for every recording that goes through the assembler.
@Suite struct FragmentAssemblerTraceTests {
    private static let traces: [AssemblerTrace] = (0..<60).map { seed in
        var options = AssemblerTrace.Options()
        if seed % 4 == 0 { options.tracks = [] }
        if seed % 4 == 1 { options.tracks = [Media.track("odd", rate: 11_025, framesPerPacket: 960)] }
        options.losesCamera = seed % 3 != 0
        options.losesStorage = seed % 5 == 0
        return AssemblerTrace(seed: UInt64(seed), options: options)
    }

    @Test func `the traces are worth looking at`() {
        #expect(Self.traces.contains { $0.segments.count > 8 })
        #expect(
            Self.traces.contains { trace in trace.fragments.contains { $0.tracks.allSatisfy { $0.timeScale != 90_000 } }
            })
        #expect(Self.traces.contains { $0.events.contains { $0.kind == .storageGap } })
    }

    @Test func `every picture that can be decoded comes out once, in order`() {
        for trace in Self.traces {
            #expect(trace.samples(of: nil).map { Media.number($0.sample.bytes) } == trace.decodable)
        }
    }

    @Test func `pictures without their key picture are counted`() {
        for trace in Self.traces {
            let counted = trace.events.filter { $0.kind == .framesDamaged }.reduce(0) { $0 + ($1.count ?? 0) }
            #expect(counted == trace.pictures.count - trace.decodable.count)
        }
    }

    @Test func `every block of sound comes out once, in order, or is counted as dropped`() {
        for trace in Self.traces {
            var dropped = 0
            for (index, track) in trace.options.tracks.enumerated() {
                let found = trace.samples(of: index).map { Media.number($0.sample.bytes) }
                #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
                let counted =
                    trace.events.filter { $0.kind == .soundDropped && $0.device == track.name }
                    .reduce(0) { $0 + ($1.count ?? 0) } / track.parameters.framesPerPacket
                #expect(found.count + counted == trace.sound[index].count)
                dropped += counted
            }
            // Only where one segment is opened right behind another is sound ever too late.
            #expect(dropped <= 30)
        }
    }

    @Test func `a segment's picture track starts with a key picture`() {
        for trace in Self.traces {
            for segment in trace.segments {
                let pictures = trace.samples(of: nil, segment: segment)
                #expect(pictures.isEmpty || pictures[0].sample.isKey)
            }
        }
    }

    @Test func `in each track a sample starts where the one before it ended`() {
        for trace in Self.traces {
            for segment in trace.segments {
                for track in [nil] + trace.options.tracks.indices.map(Optional.some) {
                    let samples = trace.samples(of: track, segment: segment).map(\.sample)
                    #expect(samples.allSatisfy { $0.duration > 0 && $0.start >= 0 })
                    #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.start + $0.duration == $1.start })
                }
            }
        }
    }

    @Test func `every sample is within one tick of where its time is`() {
        for trace in Self.traces {
            for (fragment, sample) in trace.samples(of: nil) {
                let ideal = (trace.pictures[Media.number(sample.bytes)].time - fragment.origin).seconds * 90_000
                #expect(abs(Double(sample.start) - ideal) <= 1)
            }
            for (index, track) in trace.options.tracks.enumerated() {
                for (fragment, sample) in trace.samples(of: index) {
                    let packet = trace.sound[index][Media.number(sample.bytes)]
                    let ideal = (packet.time - fragment.origin).seconds * Double(track.parameters.format.rate)
                    #expect(
                        abs(Double(sample.start) - ideal) <= 1,
                        "\(track.name) \(packet.time) segment \(fragment.segment) from \(fragment.origin), at \(sample.start)"
                    )
                }
            }
        }
    }

    @Test func `a fragment's pictures last at most 1_3 s and one frame`() {
        for trace in Self.traces {
            for fragment in trace.fragments where fragment.tracks.count > trace.options.tracks.count {
                let ticks = fragment.samples.filter { $0.track == 0 }.reduce(0) { $0 + $1.duration }
                #expect(Double(ticks) / 90_000 <= 1.3 + 0.0667 + 0.003)
            }
        }
    }

    @Test func `a fragment's sound lasts at most 1_3 s, two blocks, and what was late`() {
        for trace in Self.traces {
            for fragment in trace.fragments {
                for (index, track) in trace.options.tracks.enumerated() {
                    let longest = 1.3 + 0.3 + 2 * Double(track.parameters.framesPerPacket) / 11_025
                    #expect(Double(fragment.soundFrames[index]) / Double(track.parameters.format.rate) <= longest)
                }
            }
        }
    }

    @Test func `a segment's fragments come together, and then its end, once`() {
        for trace in Self.traces {
            var finished: [Int] = []
            var last = -1
            for step in trace.steps {
                switch step {
                case .fragment(let fragment):
                    #expect(fragment.segment >= last)
                    #expect(!finished.contains(fragment.segment))
                    last = fragment.segment
                case .finish(let segment):
                    finished.append(segment)
                case .remaining: break
                }
            }
            #expect(finished == finished.sorted())
            #expect(Set(trace.segments).isSubset(of: finished))
            #expect(Set(finished).count == finished.count)
        }
    }

    @Test func `a fragment's own counts and times are those of its samples`() {
        for trace in Self.traces {
            for fragment in trace.fragments {
                let hasVideo = fragment.tracks.count > trace.options.tracks.count
                #expect(fragment.pictures == fragment.samples.count { hasVideo && $0.track == 0 })
                for (index, track) in trace.options.tracks.enumerated() {
                    let blocks = fragment.samples.count { $0.track == index + (hasVideo ? 1 : 0) }
                    #expect(fragment.soundFrames[index] == blocks * track.parameters.framesPerPacket)
                }
                #expect(fragment.start <= fragment.end)
            }
        }
    }

    @Test func `no segment is longer than wanted by more than a group, with or without a camera`() {
        for trace in Self.traces {
            for segment in trace.segments {
                guard let first = trace.fragments.first(where: { $0.segment == segment }),
                    let last = trace.fragments.last(where: { $0.segment == segment })
                else { continue }
                // While the camera is away with no microphone, nothing is written at all.
                #expect(last.end - first.origin <= .milliseconds(4000 + 1300 + 400))
            }
        }
    }

    @Test func `every event comes out once`() {
        for trace in Self.traces {
            #expect(trace.events.count { $0.kind == .pictureGap } == trace.absences.count)
        }
    }
}
