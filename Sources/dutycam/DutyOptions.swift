import ArgumentParser
import Control
import DutyPolicy
import Foundation

/// Sends a command to the duty, and shows what came of it.
extension DaemonOptions {
    func tell(_ commands: [DutyCommand]) async throws {
        var reply: DutyReply?
        for command in commands {
            reply = try await ask { client throws(ControlClientError) in try await client.duty(command) }
        }
        guard let reply else { return }
        try show(reply) {
            var lines = ["\(reply.state.rawValue)\(reply.code.map { " (\($0))" } ?? "")"]
            let shown = reply.effects.filter { $0.hasPrefix("prompt:") }.map { String($0.dropFirst("prompt:".count)) }
            if !shown.isEmpty { lines.append("shown: \(shown.joined(separator: ", "))") }
            if !reply.isDurable { lines.append("! the journal could not be written; see dutycam status") }
            return lines.joined(separator: "\n")
        }
    }
}
