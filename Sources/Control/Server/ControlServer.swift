import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// The control API on a Unix socket.
///
/// HTTP/1.1, so that curl, a web console and later a network listener speak the same. Who may open the socket may
/// control the unit: its mode is 0660.
package struct ControlServer: Service {
    /// No client has a reason for more; each costs a descriptor.
    private static let connectionLimit = 16
    /// After so long without a byte a connection is closed, so that idle ones cannot use them all up.
    private static let idleTimeout: TimeAmount = .seconds(10)

    private let socket: SocketFile
    private let control: any UnitControl
    private let logger: Logger
    private let whenListening: @Sendable () -> Void

    /// Describes the server; ``run()`` starts it.
    ///
    /// - Parameters:
    ///   - path: The socket; see ``ControlSocket/path(inState:)``.
    ///   - control: The unit.
    ///   - logger: For what goes wrong.
    ///   - whenListening: Called once, when requests are taken.
    package init(
        socket path: String, control: any UnitControl, logger: Logger,
        whenListening: @escaping @Sendable () -> Void = {}
    ) {
        socket = SocketFile(path: path)
        self.control = control
        self.logger = logger
        self.whenListening = whenListening
    }

    /// Listens until graceful shutdown, lets requests in progress end, and removes the socket.
    ///
    /// - Throws: ``SocketFileError`` when it cannot listen, and what the network library throws.
    package func run() async throws {
        try socket.claim()
        let listening = Listening()
        let application = Application(
            router: ControlRoutes(control: control).router(),
            server: .http1(configuration: .init(idleTimeout: Self.idleTimeout, httpDecoderConfiguration: Self.limits)),
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: socket.path), serverName: "dutycamd", backlog: Self.connectionLimit,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.connectionLimit)),
            onServerRunning: { [socket, whenListening] channel in
                if listening.begin(socket, channel) { whenListening() }
            },
            logger: quietLogger)
        do {
            try await application.run()
        } catch {
            try listening.end(socket)
            throw error
        }
        try listening.end(socket)
    }

    /// The library tells of every start and stop; only its warnings are of use here.
    private var quietLogger: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        return quiet
    }

    private static var limits: HTTP1Channel.Configuration.DecoderConfiguration {
        .init(maxHeaderFieldSize: 4096, maxHeaderListSize: 8192, maxHeaderFieldCount: 32)
    }
}

/// What became of the socket once it was bound.
private final class Listening: Sendable {
    private let outcome = Mutex<Result<SocketFile.Identity, SocketFileError>?>(nil)

    /// Sets the socket's mode; until then the process's umask decides who may connect.
    ///
    /// Closes the listener when that fails, and ``end(_:)`` throws why.
    func begin(_ socket: SocketFile, _ channel: any Channel) -> Bool {
        do throws(SocketFileError) {
            let identity = try socket.restrict()
            outcome.withLock { $0 = .success(identity) }
            return true
        } catch {
            outcome.withLock { $0 = .failure(error) }
            channel.close(promise: nil)
            return false
        }
    }

    func end(_ socket: SocketFile) throws(SocketFileError) {
        guard let identity = try outcome.withLock({ $0 })?.get() else { return }
        try socket.release(identity)
    }
}
