import CameraModel
import Evidence

/// Takes what a channel hands out and writes it: the body of the channel's writer thread.
package final class ChannelWriter {
    private let channel: Channel
    private let microphones: [AudioTrack]
    private let settings: SegmentSettings
    private let environment: WriterEnvironment
    private let folders: RecordingFolders
    private var writers: [Int: SegmentWriter] = [:]

    package init(
        channel: Channel, microphones: [AudioTrack], folders: RecordingFolders, settings: SegmentSettings,
        environment: WriterEnvironment
    ) {
        self.channel = channel
        self.microphones = microphones
        self.folders = folders
        self.settings = settings
        self.environment = environment
    }

    /// Writes all that waits.
    ///
    /// Blocks on the disk.
    ///
    /// - Returns: Whether there was anything.
    @discardableResult
    package func step() -> Bool {
        let output = channel.takeOutput()
        for entry in output { take(entry) }
        return !output.isEmpty
    }

    private func take(_ entry: ChannelOutput) {
        switch entry.content {
        case .begin(let delivery):
            guard let folder = folders.folder(of: entry.recording) else {
                preconditionFailure("a recording's folder is known before its first output")
            }
            folder.append([.preEvent(delivery)])
            writers[entry.recording] = SegmentWriter(
                channel: channel, microphones: microphones, folder: folder, settings: settings,
                environment: environment)
        case .item(let item):
            writers[entry.recording]?.take(item)
        case .end:
            writers[entry.recording]?.close(cause: folders.endCause(of: entry.recording))
            writers[entry.recording] = nil
            folders.release(entry.recording)
        }
    }
}
