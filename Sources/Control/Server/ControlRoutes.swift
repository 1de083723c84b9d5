import DutyPolicy
import Hummingbird
import NIOCore

/// The paths of the control API and what each does.
struct ControlRoutes {
    /// In bytes; the largest request is a remark of 200.
    static let bodyLimit = 4096

    let control: any UnitControl

    /// Methods that each path takes, for answering 405 (RFC 9110, section 15.5.6).
    static let methods: [String: [HTTPRequest.Method]] = [
        "/v1/status": [.get],
        "/v1/recordings": [.post],
        "/v1/recordings/current/stop": [.post],
        "/v1/duty": [.post],
    ]

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: ProblemMiddleware())
        router.get("/v1/status") { _, _ in
            try response(.ok, await control.status())
        }
        router.post("/v1/recordings") { request, _ in
            let started = try await control.start(note: try await startRequest(request).note)
            return try response(started.isNew ? .created : .ok, started)
        }
        router.post("/v1/recordings/current/stop") { _, _ in
            try response(.ok, await control.stop())
        }
        router.post("/v1/duty") { request, _ in
            try response(.ok, await control.duty(try await dutyCommand(request)))
        }
        return router
    }

    private func startRequest(_ request: Request) async throws -> StartRequest {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        guard body.readableBytes > 0 else { return StartRequest() }
        let parsed: StartRequest
        do {
            parsed = try WireFormat.decode(StartRequest.self, from: body)
        } catch {
            throw BadRequest(detail: "The body is not JSON of the form {\"note\": \"text\"}.")
        }
        if let complaint = parsed.complaint { throw BadRequest(detail: complaint) }
        return parsed
    }

    private func dutyCommand(_ request: Request) async throws -> DutyCommand {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let command: DutyCommand
        do {
            command = try WireFormat.decode(DutyCommand.self, from: body)
        } catch {
            let names = DutyCommand.Name.allCases.filter { !$0.isOfDevice }.map(\.rawValue).joined(separator: ", ")
            throw BadRequest(detail: "The body is not JSON of the form {\"name\": …}, with one of: \(names).")
        }
        if command.name.isOfDevice {
            throw BadRequest(detail: "\"\(command.name.rawValue)\" is told by the unit's own devices alone.")
        }
        return command
    }

    private func response(_ status: HTTPResponse.Status, _ value: some Encodable) throws -> Response {
        try .json(status, value, type: "application/json")
    }
}

/// A request whose body cannot be used.
struct BadRequest: Error {
    let detail: String
}

extension Response {
    static func json(_ status: HTTPResponse.Status, _ value: some Encodable, type: String) throws -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: try WireFormat.encode(value)))
    }
}
