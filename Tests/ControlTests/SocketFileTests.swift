import Foundation
import Testing

@testable import Control

@Suite struct SocketFileTests {
    @Test func `the socket is for owner and group, and gone after the shutdown`() async throws {
        try await withFolder { folder in
            let path = try await withServer(in: folder, FakeUnit()) { socket in
                let attributes = try FileManager.default.attributesOfItem(atPath: socket)
                #expect(attributes[.posixPermissions] as? Int == 0o660)
                return socket
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `the socket of a dead daemon is taken over`() async throws {
        try await withFolder { folder in
            _ = try DeafSocket(path: ControlSocket.path(inState: folder))
            let status = try await withServer(in: folder, FakeUnit()) { try await ControlClient(socket: $0).status() }
            #expect(status.unit == "test")
        }
    }

    @Test func `the socket of a living daemon is left alone`() async throws {
        try await withFolder { folder in
            let socket = try DeafSocket(path: folder + "/s")
            #expect(throws: SocketFileError.inUse(socket.path)) { try SocketFile(path: socket.path).claim() }
            #expect(FileManager.default.fileExists(atPath: socket.path))
            withExtendedLifetime(socket) {}
        }
    }

    @Test func `what is no socket is left alone`() async throws {
        try await withFolder { folder in
            let path = folder + "/control.socket"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: SocketFileError.notASocket(path)) { try SocketFile(path: path).claim() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
        }
    }

    @Test func `a name that is too long is said`() async throws {
        try await withFolder { folder in
            let path = folder + "/" + String(repeating: "x", count: 107)
            #expect(throws: SocketFileError.pathTooLong(path)) { try SocketFile(path: path).claim() }
        }
    }

    @Test func `another daemon's socket is not removed at the end`() async throws {
        try await withFolder { folder in
            let first = try DeafSocket(path: folder + "/s")
            let identity = try SocketFile(path: first.path).restrict()
            try FileManager.default.moveItem(atPath: first.path, toPath: folder + "/old")
            let second = try DeafSocket(path: folder + "/s")
            try SocketFile(path: second.path).release(identity)
            #expect(FileManager.default.fileExists(atPath: second.path))
            withExtendedLifetime((first, second)) {}
        }
    }
}
