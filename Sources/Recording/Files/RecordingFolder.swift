package import CameraModel
package import Evidence
import Synchronization

/// A recording's folder and record, shared by the writers of its channels.
///
/// Safe from any thread; its calls block on the disk. The folder is made when the first fragment is there, and asked
/// for again with every fragment until it could be made.
package final class RecordingFolder: Sendable {
    package let recording: Int
    /// Below the state folder.
    package let path: String
    private let disk: any Disk
    private let header: RecordingHeader
    private let report: Report
    private let state: Mutex<State>

    private struct State {
        var isMade = false
        var file: RecordFile?
        var filesBegun = 0
        var openChannels: Int
        /// Lines that are not durable yet: a new file begins with them, after an error in the one before.
        var unsure: [RecordLine] = []
    }

    private static let mostUnsure = 4096

    package init(header: RecordingHeader, on disk: any Disk, report: @escaping Report) {
        recording = header.recording
        path = RecordingNames.folder(unit: header.unit, recording: header.recording)
        self.header = header
        self.disk = disk
        self.report = report
        state = Mutex(State(openChannels: header.channels.count))
    }

    /// Makes the folder and begins the record, unless that is done.
    ///
    /// - Throws: ``DiskError``; asking again tries again.
    func prepare() throws(DiskError) {
        try state.withLock { (state) throws(DiskError) in try prepare(&state) }
    }

    private func prepare(_ state: inout State) throws(DiskError) {
        guard !state.isMade else { return }
        do throws(DiskError) {
            try disk.makeDirectory(path)
        } catch {
            // It may be ours, from a try that failed behind this point; nobody else makes this number.
            guard error.alreadyExists else { throw error }
        }
        try disk.synchronizeDirectory(RecordingNames.root)
        state.isMade = true
        keepNumber()
        begin(&state)
    }

    /// A recording of which no medium could be kept has its record all the same: it says why.
    private func makeForRecordAlone(_ state: inout State) {
        do throws(DiskError) {
            try prepare(&state)
        } catch {
            report(.error("recording \(recording): nothing of it could be stored, not even its record: \(error)"))
        }
    }

    /// Adds lines to the record.
    ///
    /// An error is reported and costs a new record file, never a line or media.
    func append(_ lines: [RecordLine]) {
        state.withLock { append(lines, to: &$0) }
    }

    /// Makes the record durable; after an error, in a new file.
    func synchronize() {
        state.withLock { synchronize(&$0) }
    }

    /// Called once by each channel's writer at its end; the last one ends the record.
    ///
    /// - Returns: Whether the recording is complete now.
    @discardableResult
    func channelEnded(cause: String, clock: ClockReading) -> Bool {
        state.withLock { state in
            state.openChannels -= 1
            guard state.openChannels == 0 else { return false }
            if !state.isMade { makeForRecordAlone(&state) }
            append([.end(RecordingEnd(recording: recording, cause: cause, clock: clock))], to: &state)
            synchronize(&state)
            do throws(DiskError) {
                try state.file?.close()
            } catch {
                report(.warning("recording \(recording): its record was not closed: \(error)"))
            }
            state.file = nil
            return true
        }
    }

    /// The folder's name claims the number while the folder is there; the counter does so after it has left.
    private func keepNumber() {
        do throws(DiskError) {
            try RecordingCounter(disk: disk).write(recording)
        } catch {
            report(.warning("recording \(recording): the counter could not be written: \(error)"))
        }
    }

    private func append(_ lines: [RecordLine], to state: inout State) {
        state.unsure += lines
        forgetSome(&state)
        guard state.isMade else { return }
        guard state.file != nil else { return begin(&state) }
        do throws(DiskError) {
            try state.file?.append(lines)
        } catch {
            abandonRecord(&state, error)
            begin(&state)
        }
    }

    private func synchronize(_ state: inout State) {
        for _ in 0..<2 {
            if state.isMade, state.file == nil { begin(&state) }
            guard state.file != nil else { return }
            do throws(DiskError) {
                try state.file?.synchronize()
                state.unsure = []
                return
            } catch {
                abandonRecord(&state, error)
            }
        }
    }

    /// Begins a file with the header and what no file before holds for certain.
    private func begin(_ state: inout State) {
        state.filesBegun += 1
        do throws(DiskError) {
            state.file = try RecordFile(path: "\(path)/\(RecordingNames.record(number: state.filesBegun))", on: disk)
            try disk.synchronizeDirectory(path)
            try state.file?.append([.header(header)] + state.unsure)
        } catch {
            abandonRecord(&state, error)
        }
    }

    /// Keeps memory bounded while no record can be written: fragments go first, for the segments tell of them too.
    private func forgetSome(_ state: inout State) {
        guard state.unsure.count > Self.mostUnsure else { return }
        state.unsure.removeAll { if case .fragment = $0 { true } else { false } }
        state.unsure.removeFirst(max(0, state.unsure.count - Self.mostUnsure))
    }

    private func abandonRecord(_ state: inout State, _ error: DiskError) {
        report(.warning("recording \(recording): record file abandoned: \(error)"))
        do throws(DiskError) {
            try state.file?.close()
        } catch {
            report(.warning("recording \(recording): record file not closed: \(error)"))
        }
        state.file = nil
    }
}
