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
        /// Lines that came before the folder could be made.
        var early: [RecordLine] = []
    }

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
        try state.withLock { state throws(DiskError) in
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
            let early = state.early
            state.early = []
            append(early, to: &state)
        }
    }

    /// Adds lines to the record.
    ///
    /// An error is reported and costs a new record file, never media.
    func append(_ lines: [RecordLine]) {
        state.withLock { append(lines, to: &$0) }
    }

    /// Makes the record durable.
    func synchronize() {
        state.withLock { state in
            do throws(DiskError) {
                try state.file?.synchronize()
            } catch {
                abandonRecord(&state, error)
            }
        }
    }

    /// Called once by each channel's writer at its end; the last one ends the record.
    ///
    /// - Returns: Whether the recording is complete now.
    @discardableResult
    func channelEnded(cause: String, clock: ClockReading) -> Bool {
        state.withLock { state in
            state.openChannels -= 1
            guard state.openChannels == 0 else { return false }
            append([.end(RecordingEnd(recording: recording, cause: cause, clock: clock))], to: &state)
            do throws(DiskError) {
                try state.file?.synchronize()
                try state.file?.close()
            } catch {
                report(.warning("recording \(recording): its record could not be made durable: \(error)"))
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
        guard state.isMade else {
            // Bounded: with no folder no fragment is written, and every lost fragment is one line.
            if state.early.count < 4096 { state.early += lines }
            return
        }
        guard !lines.isEmpty || state.file == nil else { return }
        do throws(DiskError) {
            if state.file == nil {
                state.filesBegun += 1
                let name = RecordingNames.record(number: state.filesBegun)
                state.file = try RecordFile(path: "\(path)/\(name)", on: disk)
                try disk.synchronizeDirectory(path)
                try state.file?.append([.header(header)])
            }
            try state.file?.append(lines)
        } catch {
            abandonRecord(&state, error)
        }
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
