package import CameraModel
package import Evidence
import Synchronization

/// Starts and stops recordings on all channels of a unit.
///
/// Safe from any thread; nothing in it blocks: the media wait in the channels, the disk is the writers'.
package final class Recorder: Sendable {
    private struct State {
        var current: Recording?
        var highestNumber: Int
        var isFinished = false
    }

    /// A recording that runs.
    package struct Recording: Hashable, Sendable {
        package var number: Int
        package var name: String
        package var since: MonotonicTime
        package var trigger: String
    }

    package let unit: String
    private let unitKind: String
    private let boot: String
    private let channels: [Channel]
    private let folders: RecordingFolders
    private let disk: any Disk
    private let clock: any UnitClock
    private let report: Report
    private let state: Mutex<State>

    /// Makes a recorder in standby, whose first recording gets the number after `highestNumber`.
    package init(
        unit: String, unitKind: String, boot: String, channels: [Channel], folders: RecordingFolders,
        disk: any Disk, clock: any UnitClock, highestNumber: Int, report: @escaping Report
    ) {
        self.unit = unit
        self.unitKind = unitKind
        self.boot = boot
        self.channels = channels
        self.folders = folders
        self.disk = disk
        self.clock = clock
        self.report = report
        state = Mutex(State(highestNumber: highestNumber))
    }

    /// The recording that runs now.
    package var current: Recording? {
        state.withLock { $0.current }
    }

    /// Starts a recording; while one runs, that one goes on.
    ///
    /// - Parameters:
    ///   - trigger: What asked for it.
    ///   - circumstances: Who is on duty, and in what standing the unit is.
    ///   - time: When it was asked for.
    /// - Returns: The recording that runs, and whether it is new; `nil` when the unit is shutting down.
    package func start(
        trigger: String, circumstances: RecordingCircumstances? = nil, at time: MonotonicTime
    ) -> (recording: Recording, isNew: Bool)? {
        state.withLock { state in
            if let current = state.current { return (current, false) }
            guard !state.isFinished else { return nil }
            state.highestNumber += 1
            let number = state.highestNumber
            let header = RecordingHeader(
                unit: unit, unitKind: unitKind, recording: number, boot: boot, activation: clock.reading(),
                trigger: trigger, circumstances: circumstances, channels: channels.map(\.summary))
            let folder = RecordingFolder(header: header, on: disk, report: report)
            folders.insert(folder, users: channels.count)
            for channel in channels { channel.activate(recording: number, at: time) }
            let recording = Recording(
                number: number, name: String(folder.path.dropFirst(RecordingNames.root.count + 1)), since: time,
                trigger: trigger)
            state.current = recording
            report(.info("recording \(number) started: \(trigger)"))
            return (recording, true)
        }
    }

    /// Ends the recording that runs, each channel at its next key picture.
    ///
    /// - Returns: The recording; `nil` when none runs.
    package func stop(cause: String = "stop", at time: MonotonicTime) -> Recording? {
        state.withLock { state in
            guard let current = state.current else { return nil }
            state.current = nil
            folders.setEndCause(cause, of: current.number)
            for channel in channels { channel.deactivate(at: time) }
            report(.info("recording \(current.number) stops: \(cause)"))
            return current
        }
    }

    /// Writes a remark into the recording that runs, on every channel.
    ///
    /// - Returns: Whether one runs.
    package func note(_ text: String, at time: MonotonicTime) -> Bool {
        state.withLock { state in
            guard state.current != nil else { return false }
            for channel in channels { channel.accept(RecordEvent(.note, at: time, cause: text)) }
            return true
        }
    }

    /// Empties the pre-event buffers and lets them stand still (clause D.3.a).
    ///
    /// What a recording that has been told to end still has to get, it gets.
    package func pausePreEvent() {
        for channel in channels { channel.pausePreEvent() }
    }

    /// Lets the pre-event buffers fill again.
    package func resumePreEvent() {
        for channel in channels { channel.resumePreEvent() }
    }

    /// Ends what waits too long.
    ///
    /// To be called every tenth of a second or so.
    package func tick(_ now: MonotonicTime) {
        for channel in channels { channel.tick(now) }
    }

    /// Ends everything at once, and takes no further start.
    package func finish(at now: MonotonicTime) {
        state.withLock { state in
            state.isFinished = true
            if let current = state.current { folders.setEndCause("shutdown", of: current.number) }
            state.current = nil
            for channel in channels { channel.finish(at: now) }
        }
    }
}
