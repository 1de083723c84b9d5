/// Where a unit's control API is found.
package enum ControlSocket {
    /// The state folder that both programs take when none is named.
    package static let standardState = "/var/lib/dutycam"

    /// The socket of the daemon that keeps its state in `state`.
    package static func path(inState state: String) -> String {
        state.hasSuffix("/") ? "\(state)control.socket" : "\(state)/control.socket"
    }
}
