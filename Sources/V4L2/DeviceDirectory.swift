import CameraModel
import Glibc

/// Finds the nodes of a camera by its identity, anew at every call.
enum DeviceDirectory {
    /// Every node that could give this camera's pictures, opened, by node number.
    ///
    /// One device has several nodes: metadata, outputs, sometimes a second one for H.264. Those that give no pictures
    /// are left out.
    ///
    /// - Throws: ``CaptureError/notFound(identity:)``, ``CaptureError/unsuitable(path:reason:)`` for a link that
    ///   cannot be stable or a card that several buses have, or ``CaptureError/system(errno:during:)``.
    static func nodes(of identity: VideoDeviceIdentity) throws(CaptureError) -> [Device] {
        switch identity {
        case .link(let path):
            if let reason = VideoDeviceIdentity.refusal(ofLink: path) { throw .unsuitable(path: path, reason: reason) }
            do throws(CaptureError) {
                return [try Device(path: path)]
            } catch .disconnected {
                throw .notFound(identity: identity.description)
            }
        case .card(let name, let bus):
            let found = try scan { $0.card == name && (bus == nil || $0.bus == bus) }
            guard !found.isEmpty else { throw .notFound(identity: identity.description) }
            let buses = Set(found.map(\.capabilities.bus)).sorted()
            guard buses.count == 1 else {
                throw .unsuitable(
                    path: found.map(\.path).joined(separator: ", "),
                    reason: "\(buses.count) cameras are called \"\(name)\"; name the bus too: "
                        + buses.joined(separator: " or "))
            }
            return found
        }
    }

    /// - Parameter isMeant: Told of each node that can give pictures.
    /// - Returns: Those that are meant, by node number.
    /// - Throws: What kept a node from opening, when none was found.
    private static func scan(_ isMeant: (NodeCapabilities) -> Bool) throws(CaptureError) -> [Device] {
        var found: [Device] = []
        var refused: CaptureError?
        for name in try names(in: "/dev").compactMap(VideoNodeName.init).sorted() {
            do throws(CaptureError) {
                let device = try Device(path: "/dev/\(name)")
                if isMeant(device.capabilities) { found.append(device) }
            } catch .disconnected, .unsuitable {
                // Gone again, or one of the other nodes: not what is looked for.
            } catch {
                refused = refused ?? error
            }
        }
        // A node that would not open may be the one meant: that is worth more to say than "not there".
        if found.isEmpty, let refused { throw refused }
        return found
    }

    private static func names(in folder: String) throws(CaptureError) -> [String] {
        guard let directory = opendir(folder) else { throw .system(errno: errno, during: "opendir of \(folder)") }
        defer { closedir(directory) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = entry.pointee.d_name
            names.append(withUnsafeBytes(of: name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
            errno = 0
        }
        guard errno == 0 else { throw .system(errno: errno, during: "readdir of \(folder)") }
        return names
    }
}
