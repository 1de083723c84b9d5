import ALSA
import CameraModel
import LibAV
import Recording
import Simulation
import UnitFiles
import V4L2

/// The unit's cameras and microphones, by name.
struct UnitDevices {
    private var cameras: [String: any Camera] = [:]
    private var microphones: [String: any Microphone] = [:]

    init(unit: UnitConfiguration, scenario: ScenarioConfiguration?, time: SimulatedTime) throws(StartFailure) {
        for camera in unit.cameras {
            cameras[camera.name] = Self.make(camera, scenario: scenario, time: time)
        }
        for microphone in unit.microphones {
            microphones[microphone.name] = Self.make(microphone, scenario: scenario, time: time)
        }
    }

    func camera(_ name: String) -> any Camera {
        guard let camera = cameras[name] else { preconditionFailure("the unit file's reader checks every name") }
        return camera
    }

    func microphone(_ name: String) -> any Microphone {
        guard let microphone = microphones[name] else {
            preconditionFailure("the unit file's reader checks every name")
        }
        return microphone
    }

    /// Looks at every device once, so that a unit file which asks for the impossible is refused.
    ///
    /// A device that is not there is no reason: it may come. Whoever opens it says so.
    func inspect() throws(StartFailure) {
        for (name, camera) in cameras.sorted(by: { $0.key < $1.key }) {
            do throws(CaptureError) {
                _ = try camera.inspect()
            } catch {
                try judge(error, "camera \(name)")
            }
        }
        for (name, microphone) in microphones.sorted(by: { $0.key < $1.key }) {
            do throws(CaptureError) {
                try microphone.inspect()
            } catch {
                try judge(error, "microphone \(name)")
            }
        }
    }

    private func judge(_ error: CaptureError, _ device: String) throws(StartFailure) {
        switch error {
        case .modeUnavailable, .unsuitable:
            throw .device("\(device): \(error)")
        case .timedOut, .disconnected, .sourceChanged, .notFound, .system:
            break
        }
    }

    private static func make(
        _ camera: CameraConfiguration, scenario: ScenarioConfiguration?, time: SimulatedTime
    ) -> any Camera {
        switch camera.device {
        case .simulated:
            SimulatedCamera(
                name: camera.name, preferences: camera.modes, time: time,
                script: scenario?.script(forCamera: camera.name) ?? .init(), bufferCount: camera.buffers,
                encodings: [.h264: X264Encoding(), .mjpeg: MJPEGEncoding()])
        case .link(let path):
            V4L2Camera(identity: .link(path), preferences: camera.modes, bufferCount: camera.buffers)
        case .card(let name, let bus):
            V4L2Camera(identity: .card(name: name, bus: bus), preferences: camera.modes, bufferCount: camera.buffers)
        }
    }

    private static func make(
        _ microphone: MicrophoneConfiguration, scenario: ScenarioConfiguration?, time: SimulatedTime
    ) -> any Microphone {
        switch microphone.device {
        case .simulated:
            SimulatedMicrophone(
                name: microphone.name, format: microphone.format, time: time,
                script: scenario?.script(forMicrophone: microphone.name) ?? .init(), seed: scenario?.seed ?? 1)
        case .card(let id, let device, let subdevice):
            ALSAMicrophone(
                device: ALSADeviceIdentity(card: id, device: device, subdevice: subdevice), format: microphone.format)
        }
    }
}
