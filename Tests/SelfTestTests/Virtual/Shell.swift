import Foundation

/// Commands of the virtual unit's own machine.
enum Shell {
    struct Failure: Error, CustomStringConvertible {
        var command: String
        var status: Int32
        var description: String { "\(command): exit status \(status)" }
    }

    /// Runs a command to its end.
    static func run(_ command: String) throws {
        let process = try start(command)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(command: command, status: process.terminationStatus)
        }
    }

    /// Starts a command in a shell that it replaces, so that killing it leaves nothing behind.
    static func start(_ command: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        try process.run()
        return process
    }

    /// Ends a command that was started.
    static func end(_ process: Process) {
        _ = kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// aplay, writing into the loopback until it is let go.
final class Player {
    private let process: Process
    private let file: String

    /// Plays a square wave of 400 Hz with this amplitude.
    init(amplitude: Int16) throws {
        file = NSTemporaryDirectory() + "self-test-\(UUID().uuidString).raw"
        var bytes = Data()
        for frame in 0..<8000 {
            withUnsafeBytes(of: (frame / 10 % 2 == 0 ? amplitude : -amplitude).littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        let second = bytes
        for _ in 1..<40 { bytes.append(second) }
        try bytes.write(to: URL(fileURLWithPath: file))
        process = try Shell.start(
            "exec aplay -q -D hw:CARD=Loopback,DEV=0,SUBDEV=0 -t raw -f S16_LE -r 8000 -c 1 --buffer-time=1000000 \(file)"
        )
    }

    deinit {
        Shell.end(process)
        try? FileManager.default.removeItem(atPath: file)
    }
}
