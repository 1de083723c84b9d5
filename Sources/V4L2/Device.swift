import CLinux
import CameraModel
import Glibc

/// The descriptor of one video node, with one method an ioctl; closed with the last reference.
///
/// It belongs to the thread that opened it. Every method throws ``CaptureError/disconnected`` once the device is gone
/// (ENODEV), and ``CaptureError/system(errno:during:)`` for what it does not expect.
final class Device {
    let path: String
    let capabilities: NodeCapabilities
    /// Where pictures come from.
    let queue: CaptureQueue
    let descriptor: Int32

    /// Opens a node, to look at or to stream.
    ///
    /// - Parameter path: The node, or a link to it.
    /// - Throws: ``CaptureError/disconnected`` when there is no device behind the path,
    ///   ``CaptureError/unsuitable(path:reason:)`` when it is no camera, or ``CaptureError/system(errno:during:)``.
    init(path: String) throws(CaptureError) {
        let result = clinux_v4l2_open(path)
        guard result >= 0 else {
            if [ENOENT, ENODEV, ENXIO, ENOTDIR].contains(-result) { throw .disconnected }
            throw Device.failure(result, during: "open", path)
        }
        do throws(CaptureError) {
            var raw = v4l2_capability()
            let answer = clinux_v4l2_querycap(result, &raw)
            if [ENOTTY, EINVAL].contains(-answer) {
                throw .unsuitable(path: path, reason: "is not a video device")
            }
            guard answer == 0 else { throw Device.failure(answer, during: "VIDIOC_QUERYCAP", path) }
            let capabilities = NodeCapabilities(raw)
            guard let queue = capabilities.queue else {
                throw .unsuitable(
                    path: path, reason: "is a node of \(capabilities.device) that no pictures can be streamed from")
            }
            self.path = path
            self.capabilities = capabilities
            self.queue = queue
            self.descriptor = result
        } catch {
            // Nothing was written to it, so there is nothing that a failing close could lose.
            _ = clinux_v4l2_close(result)
            throw error
        }
    }

    deinit {
        // As above.
        _ = clinux_v4l2_close(descriptor)
    }

    /// Passes 0, and turns -errno into an error.
    func check(_ result: Int32, _ call: String) throws(CaptureError) {
        guard result == 0 else { throw Device.failure(result, during: call, path) }
    }

    /// Whether the device is still there: VIDIOC_QUERYCAP works on any node that is registered.
    var isPresent: Bool {
        var raw = v4l2_capability()
        return clinux_v4l2_querycap(descriptor, &raw) == 0
    }

    /// - Parameters:
    ///   - result: -errno.
    ///   - call: The C name of what failed.
    ///   - path: Whose failure it is.
    /// - Returns: The error by what its reader does next.
    static func failure(_ result: Int32, during call: String, _ path: String) -> CaptureError {
        switch -result {
        case ENODEV: .disconnected
        case EBUSY: .system(errno: EBUSY, during: "\(call) (another program is using \(path))")
        case EACCES, EPERM: .system(errno: -result, during: "\(call) (no permission for \(path))")
        default: .system(errno: -result, during: "\(call) on \(path)")
        }
    }
}
