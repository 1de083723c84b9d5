import ArgumentParser
import Control
import Foundation

/// Which daemon to ask, and how to show its answer.
struct DaemonOptions: ParsableArguments {
    @Option(help: "The daemon's state folder.")
    var state: String = ControlSocket.standardState

    @Option(help: "The daemon's socket, where it is not in the state folder.")
    var socket: String?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    /// Makes one request, and ends the program with a line and an exit code when it has no success.
    func ask<Answer>(
        _ request: (ControlClient) async throws(ControlClientError) -> Answer
    ) async throws(ExitCode) -> Answer {
        do {
            return try await request(ControlClient(socket: socket ?? ControlSocket.path(inState: state)))
        } catch {
            FileHandle.standardError.write(Data("dutycam: \(error)\n".utf8))
            throw ExitCode(error)
        }
    }

    /// Prints an answer in the form that was asked for.
    func show(_ answer: some Encodable, _ text: () -> String) throws {
        guard json else {
            print(text())
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }
}

extension ExitCode {
    /// The code of sysexits.h that fits.
    init(_ error: ControlClientError) {
        switch error {
        // EX_UNAVAILABLE
        case .noDaemon, .notPermitted: self.init(69)
        // EX_TEMPFAIL
        case .refused: self.init(75)
        // EX_SOFTWARE
        case .timedOut, .unintelligible, .connection: self.init(70)
        }
    }
}

extension RecordingReference {
    /// Its number, name and beginning, for a sentence.
    var line: String {
        "\(number) (\(name)), since \(since)"
    }
}
