import Control
import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A folder that is gone afterwards; its name is short, as a socket's must be.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dc-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// Runs a server on a socket in `folder` while `body` runs, and shuts it down gracefully.
func withServer<Result>(
    in folder: String, _ unit: FakeUnit, _ body: (String) async throws -> Result
) async throws -> Result {
    let socket = ControlSocket.path(inState: folder)
    let (listening, continuation) = AsyncStream<Void>.makeStream()
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let server = ControlServer(socket: socket, control: unit, logger: logger) { continuation.yield() }
    let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
    async let running: Void = {
        defer { continuation.finish() }
        try await group.run()
    }()
    for await _ in listening { break }
    let result: Result
    do {
        result = try await body(socket)
    } catch {
        await group.triggerGracefulShutdown()
        try await running
        throw error
    }
    await group.triggerGracefulShutdown()
    try await running
    return result
}

/// Sends bytes as they are and returns all that comes back until the other end closes.
func exchange(_ request: String, with socket: String) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .connect(unixDomainSocketPath: socket) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
    return try await channel.executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: request))
        var answer = ByteBuffer()
        for try await var part in inbound { answer.writeBuffer(&part) }
        return String(buffer: answer)
    }
}
