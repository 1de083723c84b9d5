import Control
import Testing

@Suite struct HostileRequestTests {
    @Test(arguments: [
        ("GET /v1/nothing", "404", "urn:dutycam:problem:not-found"),
        ("GET /", "404", "urn:dutycam:problem:not-found"),
        ("GET /v1/recordings/../status", "404", "urn:dutycam:problem:not-found"),
        ("POST /v1/status", "405", "urn:dutycam:problem:method-not-allowed"),
        ("DELETE /v1/recordings", "405", "urn:dutycam:problem:method-not-allowed"),
        ("POST /v1/recordings/current/stop", "409", "urn:dutycam:problem:not-recording"),
    ])
    func `what cannot be done is a problem with a remedy`(line: String, status: String, type: String) async throws {
        let answer = try await answer(
            to: "\(line) HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.lowercased().contains("content-type: application/problem+json"))
        #expect(answer.contains("\"type\":\"\(type)\"") && answer.contains("\"remedy\":\""))
    }

    @Test func `a method that is not allowed is told with those that are`() async throws {
        let answer = try await answer(to: "PUT /v1/recordings HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        #expect(answer.lowercased().contains("\r\nallow: post\r\n"))
    }

    @Test(arguments: [
        "note=x", "[1]", "{\"note\": 1}", "{\"note\": \"a\\nb\"}", "{", "\u{0}",
        "{\"note\": \"" + String(repeating: "x", count: 201) + "\"}",
        String(repeating: "[", count: 4000),
    ])
    func `a body that is no request is refused and starts nothing`(body: String) async throws {
        let unit = FakeUnit()
        let answer = try await answer(to: post(body), unit)
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
        #expect(answer.contains("urn:dutycam:problem:bad-request"))
        #expect(await unit.started == 0)
    }

    @Test func `a body above the limit is not read`() async throws {
        let unit = FakeUnit()
        let answer = try await answer(to: post(String(repeating: " ", count: 4097)), unit)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(await unit.started == 0)
    }

    @Test(arguments: [
        "\r\n\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\u{0}TLS hello\r\n\r\n",
        "POST /v1/recordings HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        "POST /v1/recordings HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n",
        "GET /v1/status HTTP/1.1\r\nhost: x\r\nx: " + String(repeating: "y", count: 20_000) + "\r\n\r\n",
    ])
    func `malformed HTTP starts nothing, and the next request is served`(bytes: String) async throws {
        let unit = FakeUnit()
        try await withFolder { folder in
            try await withServer(in: folder, unit) { socket in
                async let answer = exchange(bytes, with: socket)
                let status = try await ControlClient(socket: socket).status()
                #expect(status.unit == "test")
                if bytes.contains("HTTP/") { #expect(try await answer.contains(" 400 ")) }
            }
        }
        #expect(await unit.started == 0)
    }

    private func post(_ body: String) -> String {
        "POST /v1/recordings HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func answer(to request: String, _ unit: FakeUnit = FakeUnit()) async throws -> String {
        try await withFolder { folder in
            try await withServer(in: folder, unit) { try await exchange(request, with: $0) }
        }
    }
}
