/// Which camera is meant, by what stays the same from boot to boot.
///
/// A node number does not: `/dev/video0` is whichever driver came first.
package enum VideoDeviceIdentity: Hashable, Sendable, CustomStringConvertible {
    /// A link that udev makes: `/dev/v4l/by-id/…`, `/dev/v4l/by-path/…`, or one by the unit's own rule.
    case link(String)
    /// What VIDIOC_QUERYCAP reports: `card`, and `bus_info` where two cameras have one name.
    case card(name: String, bus: String?)

    package var description: String {
        switch self {
        case .link(let path): path
        case .card(let name, let bus?): "card \"\(name)\" on \(bus)"
        case .card(let name, nil): "card \"\(name)\""
        }
    }

    /// Why a link is refused before it is opened; `nil` for one that can be stable.
    static func refusal(ofLink path: String) -> String? {
        guard path.hasPrefix("/") else { return "is not an absolute path" }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard parts.count == 2, parts[0] == "dev", VideoNodeName(String(parts[1])) != nil else { return nil }
        return "is a node number, which changes from boot to boot; name a link under /dev/v4l/by-id or "
            + "/dev/v4l/by-path, or the card"
    }
}
