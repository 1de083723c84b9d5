import CameraModel
package import DutyPolicy
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// The other end of ``ControlServer``: one request on one connection.
///
/// Built on NIO's own HTTP/1 codec, which the server brings along anyway; async-http-client would add a TLS stack and
/// connection pools for three requests on a local socket.
package struct ControlClient: Sendable {
    /// In bytes.
    ///
    /// A status with eight channels has some kilobytes.
    private static let answerLimit = 1 << 20

    private let socket: String
    private let timeout: Duration

    /// A client of the daemon that listens on `socket`.
    ///
    /// - Parameters:
    ///   - socket: See ``ControlSocket/path(inState:)``.
    ///   - timeout: For each request as a whole.
    package init(socket: String, timeout: Duration = .seconds(5)) {
        self.socket = socket
        self.timeout = timeout
    }

    /// Asks what the unit does.
    ///
    /// - Throws: ``ControlClientError``.
    package func status() async throws(ControlClientError) -> UnitStatus {
        try await request(.GET, "/v1/status", as: UnitStatus.self)
    }

    /// Starts a recording, or finds the one that runs.
    ///
    /// - Parameter note: A remark to keep with it, at most 200 bytes on one line.
    /// - Returns: The recording that runs now.
    /// - Throws: ``ControlClientError``.
    package func start(note: String? = nil) async throws(ControlClientError) -> StartedRecording {
        try await request(.POST, "/v1/recordings", StartRequest(note: note), as: StartedRecording.self)
    }

    /// Stops the recording that runs.
    ///
    /// - Throws: ``ControlClientError``.
    package func stop() async throws(ControlClientError) -> RecordingReference {
        try await request(.POST, "/v1/recordings/current/stop", as: RecordingReference.self)
    }

    /// Tells the duty what a person asks of it.
    ///
    /// - Throws: ``ControlClientError``.
    package func duty(_ command: DutyCommand) async throws(ControlClientError) -> DutyReply {
        try await request(.POST, "/v1/duty", command, as: DutyReply.self)
    }

    private func request<Answer: Decodable>(
        _ method: HTTPMethod, _ path: String, _ body: (any Encodable)? = nil, as type: Answer.Type
    ) async throws(ControlClientError) -> Answer {
        let (status, bytes): (HTTPResponseStatus, ByteBuffer)
        do {
            let body = try body.map { try WireFormat.encode($0) }
            (status, bytes) = try await withDeadline { try await exchange(method, path, body) }
        } catch let error as ControlClientError {
            throw error
        } catch let error as IOError {
            throw translated(error)
        } catch let error as SocketAddressError {
            throw .connection("\(socket): \(error)")
        } catch {
            throw .connection("\(error)")
        }
        do {
            if (200..<300).contains(status.code) { return try WireFormat.decode(type, from: bytes) }
        } catch {
            throw .unintelligible("\(method) \(path) has an answer of another form")
        }
        guard let problem = try? WireFormat.decode(Problem.self, from: bytes) else {
            throw .unintelligible("status \(status.code) without a reason")
        }
        throw .refused(problem)
    }

    private func translated(_ error: IOError) -> ControlClientError {
        switch error.errnoCode {
        case ENOENT, ECONNREFUSED, ENOTDIR: .noDaemon(socket: socket)
        case EACCES, EPERM: .notPermitted(socket: socket)
        default: .connection(error.description)
        }
    }

    private func withDeadline<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await Task.sleep(for: timeout)
                throw ControlClientError.timedOut(socket: socket)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw ControlClientError.timedOut(socket: socket) }
            return first
        }
    }

    private func exchange(
        _ method: HTTPMethod, _ path: String, _ body: ByteBuffer?
    ) async throws -> (HTTPResponseStatus, ByteBuffer) {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.nanoseconds(timeout.nanoseconds))
            .connect(unixDomainSocketPath: socket) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var headers = HTTPHeaders([("host", "localhost"), ("connection", "close")])
            if let body {
                headers.add(name: "content-type", value: "application/json")
                headers.add(name: "content-length", value: "\(body.readableBytes)")
            } else if method == .POST {
                headers.add(name: "content-length", value: "0")
            }
            try await outbound.write(.head(.init(version: .http1_1, method: method, uri: path, headers: headers)))
            if let body { try await outbound.write(.body(.byteBuffer(body))) }
            try await outbound.write(.end(nil))
            return try await answer(inbound)
        }
    }

    private func answer(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> (HTTPResponseStatus, ByteBuffer) {
        var status: HTTPResponseStatus?
        var body = ByteBuffer()
        for try await part in inbound {
            switch part {
            case .head(let head): status = head.status
            case .body(var bytes):
                guard body.readableBytes + bytes.readableBytes <= Self.answerLimit else {
                    throw ControlClientError.unintelligible("more than \(Self.answerLimit) bytes")
                }
                body.writeBuffer(&bytes)
            case .end:
                guard let status else { throw ControlClientError.unintelligible("no status") }
                return (status, body)
            }
        }
        throw ControlClientError.connection("closed before the answer was complete")
    }
}
