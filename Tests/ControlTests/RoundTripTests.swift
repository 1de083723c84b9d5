import Control
import Foundation
import Testing

@Suite struct RoundTripTests {
    @Test func `a status arrives as it was given`() async throws {
        let unit = FakeUnit()
        try await withFolder { folder in
            try await withServer(in: folder, unit) { socket in
                let status = try await ControlClient(socket: socket).status()
                #expect(status.channels[0].microphones[0].driftPartsPerMillion?.isNaN == true)
                #expect(status.channels[0].deliveredRate == 14.9)
                #expect(status.clock.utc == "2026-07-01T08:00:00.000Z")
                #expect(status.clock.uncertaintySeconds == 0.0025)
                var (given, arrived) = (await unit.status(), status)
                given.channels[0].microphones = []
                arrived.channels[0].microphones = []
                #expect(given == arrived)
            }
        }
    }

    @Test func `a recording is started, found running, and stopped`() async throws {
        let unit = FakeUnit()
        try await withFolder { folder in
            try await withServer(in: folder, unit) { socket in
                let client = ControlClient(socket: socket)
                let started = try await client.start(note: "traffic stop")
                #expect(started.isNew)
                let found = try await client.start()
                #expect(!found.isNew && found.recording == started.recording)
                #expect(try await client.status().recording == started.recording)
                #expect(try await client.stop() == started.recording)
                #expect(await unit.notes == ["traffic stop"])
            }
        }
    }

    @Test func `many requests to start at once start one recording`() async throws {
        let unit = FakeUnit()
        try await withFolder { folder in
            try await withServer(in: folder, unit) { socket in
                let answers = try await withThrowingTaskGroup(of: StartedRecording.self) { group in
                    for _ in 0..<12 { group.addTask { try await ControlClient(socket: socket).start() } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.count { $0.isNew } == 1)
                #expect(Set(answers.map(\.recording)).count == 1)
                #expect(await unit.started == 1)
            }
        }
    }

    @Test func `a stop with nothing to stop is refused with a remedy`() async throws {
        try await withFolder { folder in
            try await withServer(in: folder, FakeUnit()) { socket in
                let error = try await #require(throws: ControlClientError.self) {
                    try await ControlClient(socket: socket).stop()
                }
                guard case .refused(let problem) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(problem.status == 409)
                #expect(problem.type == "urn:dutycam:problem:not-recording")
                #expect(error.description == "No recording runs, so there is none to stop. Start one first.")
            }
        }
    }

    @Test func `a unit that cannot record now says why and what to do`() async throws {
        let unit = FakeUnit(refusing: .notNow(reason: "The storage is full.", remedy: "Transfer recordings."))
        try await withFolder { folder in
            try await withServer(in: folder, unit) { socket in
                let error = try await #require(throws: ControlClientError.self) {
                    try await ControlClient(socket: socket).start()
                }
                #expect(error.description == "The storage is full. Transfer recordings.")
            }
        }
    }

    @Test func `without a daemon the client says how to start one`() async throws {
        try await withFolder { folder in
            let error = try await #require(throws: ControlClientError.self) {
                try await ControlClient(socket: ControlSocket.path(inState: folder)).status()
            }
            #expect(
                error.description
                    == "no dutycamd is running in \(folder); start it with: dutycamd --unit FILE --state \(folder)")
        }
    }

    @Test func `a daemon that does not answer is given up on`() async throws {
        try await withFolder { folder in
            let socket = try DeafSocket(path: folder + "/deaf.socket")
            let client = ControlClient(socket: socket.path, timeout: .milliseconds(50))
            await #expect(throws: ControlClientError.timedOut(socket: socket.path)) { try await client.status() }
        }
    }
}
