import CameraModel
import Evidence

/// Writes one channel's part of one recording.
///
/// It belongs to one thread, which the disk may block. Durable before announced: a fragment is in the record only when
/// its bytes are safe. Nothing is overwritten, and what cannot be written is written down as a gap as soon as anything
/// can.
package struct SegmentWriter {
    private let channel: String
    private let tally: Channel
    private let folder: RecordingFolder
    private let disk: any Disk
    private let muxing: any Muxing
    private let clock: any UnitClock
    private let minimumFree: Int64
    private let report: Report
    private var assembler: FragmentAssembler
    private var open: OpenFile?
    private var nextNumber = 0
    /// The number of a file that was made and has nothing in it.
    private var emptied: Int?
    private var summary: ChannelSummary
    private var clockOffset: Int64?
    /// Where each microphone's last gap ended: one that goes on there is the same one.
    private var soundGapEnds: [String: MonotonicTime] = [:]
    /// Fragments that could not be written, as one gap.
    private var missing: RecordEvent?
    private var pendingEvents = EventBacklog()
    private let fragmentWritten: @Sendable (FragmentEntry) -> Void

    /// Begins the channel's part.
    package init(
        channel: Channel, microphones: [AudioTrack], folder: RecordingFolder, settings: SegmentSettings,
        environment: WriterEnvironment
    ) {
        self.channel = channel.name
        tally = channel
        self.folder = folder
        disk = environment.disk
        muxing = environment.muxing
        clock = environment.clock
        report = environment.report
        fragmentWritten = environment.fragmentWritten
        minimumFree = settings.minimumFree
        assembler = FragmentAssembler(segmentDuration: settings.duration, audio: microphones)
        summary = ChannelSummary(channel: channel.name, microphones: microphones.count)
    }

    /// Takes the next item, and writes what it completes.
    package mutating func take(_ item: TimelineItem) {
        perform(assembler.take(item))
    }

    /// Writes all that waits, and the channel's account.
    package mutating func close(cause: String) {
        perform(assembler.close())
        finish()
        for event in (missing.map { [$0] } ?? []) + pendingEvents.events {
            count(event)
            summary.events.append(event)
        }
        folder.append([.channelEnd(summary)])
        folder.channelEnded(cause: cause, clock: clock.reading())
    }

    private mutating func perform(_ steps: [AssemblerStep]) {
        for step in steps {
            switch step {
            case .fragment(let fragment):
                write(fragment)
            case .finish(let segment):
                if open?.segment == segment { finish() }
            case .remaining(let events):
                pendingEvents.append(events)
            }
        }
    }

    // MARK: - Fragments

    /// Writes a fragment to the open file, and if that fails to a new one; if that fails too it is lost, and said so.
    private mutating func write(_ fragment: AssembledFragment) {
        pendingEvents.append(fragment.events)
        noteClockStep(at: fragment.end)
        for _ in 0..<2 {
            do {
                try prepareFile(for: fragment)
                try append(fragment)
                missing = nil
                tally.count { $0.storageProblem = nil }
                return
            } catch let error as DiskError {
                abandon(after: error)
                // No second try on a full disk: the file before has just been closed for it.
                if error.isFull { return lose(fragment, "\(error)") }
                if !fragment.startsWithKey { return lose(fragment, "\(error)") }
            } catch {
                abandon(after: nil)
                return lose(fragment, "\(error)")
            }
        }
        lose(fragment, "storage failed twice")
    }

    private mutating func prepareFile(for fragment: AssembledFragment) throws {
        if let open, open.segment != fragment.segment || open.isSoundAlone && fragment.pictures > 0 { finish() }
        guard open == nil else { return }
        guard fragment.startsWithKey else {
            throw DiskError(errno: 5, call: "continue", path: "a fragment without a key picture cannot begin a file")
        }
        try folder.prepare()
        let free = try disk.freeBytes()
        guard free > minimumFree else { throw DiskError(errno: 28, call: "statvfs", path: folder.path) }
        let isSoundAlone = fragment.pictures == 0
        let tracks = isSoundAlone ? Array(fragment.tracks.suffix(fragment.soundFrames.count)) : fragment.tracks
        let muxer = try muxing.makeMuxer(tracks: tracks)
        let (number, file) = try makeFile()
        // A file begun in the middle of a segment, after an error in the one before, starts at its own zero.
        let begin = fragment.samples.map { Double($0.start) / Double(fragment.tracks[$0.track].timeScale) }.min() ?? 0
        let isFirst = open == nil && begin < 0.001
        let shift = tracks.map { isFirst ? 0 : Int64((begin * Double($0.timeScale)).rounded(.down)) }
        open = OpenFile(
            file: file, muxer: muxer, number: number, segment: fragment.segment,
            origin: isFirst ? fragment.origin : fragment.origin + .fractional(seconds: begin),
            isSoundAlone: isSoundAlone,
            shift: shift, soundFrames: fragment.soundFrames.map { _ in 0 }, end: fragment.end)
    }

    /// A file to write into: one that came to nothing before, so that a long lack of room does not fill the disk with
    /// them, or a new one.
    private mutating func makeFile() throws(DiskError) -> (number: Int, file: SegmentFile) {
        if let number = emptied {
            // Not tried again if it cannot be opened.
            emptied = nil
            let name = RecordingNames.segment(channel: channel, number: number)
            return (number, try SegmentFile(emptied: name, in: folder.path, on: disk))
        }
        let number = nextNumber
        // Taken even if the file cannot be made: a try that failed half-way may have left its name.
        nextNumber += 1
        let name = RecordingNames.segment(channel: channel, number: number)
        return (number, try SegmentFile(name: name, in: folder.path, on: disk))
    }

    private mutating func append(_ fragment: AssembledFragment) throws {
        guard var open else { return }
        var bytes = try open.boxes(of: fragment)
        var events = pendingEvents.events
        if let missing { events.insert(missing, at: 0) }
        let entry = FragmentEntry(
            recording: folder.recording, channel: channel, segment: open.number, fragment: open.fragments,
            origin: open.origin, start: fragment.start, end: fragment.end, pictures: fragment.pictures,
            soundFrames: fragment.soundFrames, clock: clock.reading(), events: events)
        bytes += try FragmentNote(entry: entry).box(preceding: bytes)
        do throws(DiskError) {
            try open.append(bytes, holding: fragment)
        } catch {
            // The file knows how far it came.
            self.open = open
            throw error
        }
        self.open = open
        pendingEvents = EventBacklog()
        summary.pictures += fragment.pictures
        for track in fragment.soundFrames.indices { summary.soundFrames[track] += fragment.soundFrames[track] }
        for event in events { count(event) }
        folder.append([.fragment(entry)])
        fragmentWritten(entry)
    }

    private mutating func lose(_ fragment: AssembledFragment, _ reason: String) {
        if missing == nil {
            report(.error("channel \(channel): NOT RECORDING: \(reason); free or repair the storage"))
        }
        var gap =
            missing ?? RecordEvent(.storageGap, at: fragment.start, until: fragment.end, count: 0, cause: reason)
        gap.until = fragment.end
        gap.count = (gap.count ?? 0) + fragment.pictures
        missing = gap
        tally.count { $0.storageProblem = reason }
    }

    /// A wall clock that moved against the media clock was set by somebody.
    private mutating func noteClockStep(at time: MonotonicTime) {
        let reading = clock.reading()
        let offset = reading.utc.nanosecondsSince1970 &- reading.monotonic.nanoseconds
        defer { clockOffset = offset }
        guard let clockOffset, (offset &- clockOffset).magnitude > 50_000_000 else { return }
        let milliseconds = (offset &- clockOffset) / 1_000_000
        pendingEvents.append(
            RecordEvent(.clockStep, at: reading.monotonic, cause: "wall clock moved by \(milliseconds) ms"))
    }

    private mutating func count(_ event: RecordEvent) {
        if event.kind == .soundGap, let device = event.device {
            defer { soundGapEnds[device] = event.until }
            if soundGapEnds[device] == event.at { return }
        }
        summary.count(event)
    }

    // MARK: - Files

    private mutating func finish() {
        guard let done = open else { return }
        open = nil
        do throws(DiskError) {
            try done.file.finish()
            announce(done)
        } catch {
            report(.error("\(done.file.name): could not be finished: \(error); kept for recovery at the next start"))
            pendingEvents.append(RecordEvent(.segmentAbandoned, at: done.end, cause: "\(done.file.name): \(error)"))
        }
    }

    private mutating func announce(_ done: OpenFile) {
        summary.segments += 1
        tally.count { $0.segments += 1 }
        folder.append([.segment(done.summary(channel: channel))])
        folder.synchronize()
    }

    private mutating func abandon(after error: DiskError?) {
        guard let failed = open else { return }
        open = nil
        var remains = SegmentFile.Remains.left
        do throws(DiskError) {
            remains = try failed.file.abandon(canTruncate: error?.isFull ?? true)
        } catch {
            report(.warning("\(failed.file.name): left for recovery at the next start: \(error)"))
        }
        if remains == .empty {
            emptied = failed.number
            // Nothing is given up with it, and that the fragment is lost is said by whoever loses it.
            if error != nil { return }
        }
        let reason = error.map { "\($0)" } ?? "the pictures or the sound could not be put into it"
        pendingEvents.append(
            RecordEvent(.segmentAbandoned, at: failed.end, cause: "\(failed.file.name): \(reason)"))
        report(.error("\(failed.file.name) abandoned: \(reason)"))
        if remains == .finished { announce(failed) }
    }
}
