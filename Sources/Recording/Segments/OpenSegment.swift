package import CameraModel
import Evidence

/// A segment while its fragments are being put together.
struct OpenSegment: Sendable {
    let number: Int
    let origin: MonotonicTime
    /// `nil` while there is only sound.
    let video: VideoParameters?
    let audio: [AudioTrack]
    var pictures: [EncodedPacket] = []
    var sound: [[EncodedPacket]]
    /// Where each sound track goes on, in its ticks; `nil` before its first block.
    private var nextTick: [Int64?]
    /// Microphones whose sound has reached the next segment.
    var reachedNext: Set<Int> = []
    /// The length of the last picture whose length was known.
    private var lastLength: Int64 = MuxerTrack.pictureTicks / 30

    init(number: Int, origin: MonotonicTime, video: VideoParameters?, audio: [AudioTrack]) {
        self.number = number
        self.origin = origin
        self.video = video
        self.audio = audio
        sound = audio.map { _ in [] }
        nextTick = audio.map { _ in nil }
    }

    /// The time of the oldest thing that waits.
    var oldestWaiting: MonotonicTime? {
        ([pictures.first?.time] + sound.map { $0.first?.time }).compactMap(\.self).min()
    }

    /// How many pictures wait from the last key picture on; 0 when that is the first of all, or there is none.
    var picturesFromLastKey: Int {
        guard let key = pictures.lastIndex(where: \.isKey), key > pictures.startIndex else { return 0 }
        return pictures.endIndex - key
    }

    /// Makes a fragment of what waits.
    ///
    /// - Parameters:
    ///   - end: Where the last picture ends; `nil` when nobody knows, and it gets the length of the one before.
    ///   - keeping: How many of the newest pictures are left waiting.
    ///   - soundBefore: Sound from here on waits too; `nil` takes all.
    ///   - events: To be written down with it.
    /// - Returns: `nil` when nothing waits.
    mutating func cut(
        end: MonotonicTime?, keeping: Int = 0, soundBefore: MonotonicTime?, events: inout [RecordEvent]
    ) -> AssembledFragment? {
        var samples: [MuxerSample] = []
        var last = origin
        var first: MonotonicTime?
        let kept = pictures.suffix(keeping)
        let taken = pictures.dropLast(kept.count)
        for (place, packet) in taken.enumerated() {
            let index = taken.startIndex + place
            let next = index + 1 < pictures.count ? pictures[index + 1].time : end
            let start = ticks(packet.time)
            let length = next.map { ticks($0) - start } ?? lastLength
            lastLength = length
            samples.append(
                MuxerSample(track: 0, start: start, duration: length, isKey: packet.isKey, bytes: packet.bytes))
            first = first ?? packet.time
            last = next ?? packet.time + .nanoseconds(length * 1_000_000_000 / MuxerTrack.pictureTicks)
        }
        var frames = audio.map { _ in 0 }
        for track in audio.indices {
            let due = sound[track].prefix { packet in soundBefore.map { packet.time < $0 } ?? true }
            sound[track].removeFirst(due.count)
            for packet in due {
                first = min(first ?? packet.time, packet.time)
                last = max(last, packet.time + audio[track].packetDuration)
                let sample = place(packet, on: track)
                samples.append(sample)
                frames[track] += audio[track].parameters.framesPerPacket
            }
        }
        guard let first else { return nil }
        pictures = Array(kept)
        defer { events = [] }
        return AssembledFragment(
            segment: number, tracks: tracks, origin: origin, samples: samples, start: first, end: last,
            pictures: taken.count, soundFrames: frames, events: events,
            startsWithKey: taken.first?.isKey ?? true)
    }

    private var tracks: [MuxerTrack] {
        (video.map { [.video($0)] } ?? []) + audio.map { .audio($0.parameters, name: $0.name) }
    }

    /// The nearest tick of the picture's time scale.
    private func ticks(_ time: MonotonicTime) -> Int64 {
        scaled(time, by: MuxerTrack.pictureTicks)
    }

    private func scaled(_ time: MonotonicTime, by scale: Int64) -> Int64 {
        let nanoseconds = (time - origin).nanoseconds
        let whole = nanoseconds / 1_000_000_000
        let rest = nanoseconds % 1_000_000_000
        return whole * scale + (rest * scale + 500_000_000) / 1_000_000_000
    }

    /// Puts a block of sound where it belongs, right behind the one before unless sound is missing between them.
    private mutating func place(_ packet: EncodedPacket, on track: Int) -> MuxerSample {
        let length = Int64(audio[track].parameters.framesPerPacket)
        let wanted = max(0, scaled(packet.time, by: Int64(audio[track].parameters.format.rate)))
        // Rounding may put the same instant a tick away.
        let start = nextTick[track].map { wanted > $0 + 2 ? wanted : $0 } ?? wanted
        nextTick[track] = start + length
        return MuxerSample(
            track: track + (video == nil ? 0 : 1), start: start, duration: length, isKey: true, bytes: packet.bytes)
    }
}

/// A microphone's track.
package struct AudioTrack: Hashable, Sendable {
    package var name: String
    package var parameters: AudioParameters

    package init(name: String, parameters: AudioParameters) {
        self.name = name
        self.parameters = parameters
    }

    var packetDuration: Duration {
        parameters.format.duration(frames: Int64(parameters.framesPerPacket))
    }
}

extension MuxerTrack {
    /// Ticks a second of every picture track.
    static let pictureTicks: Int64 = 90_000
}
