import CameraModel
import Simulation
import UnitFiles

extension ScenarioConfiguration {
    /// What happens to one simulated camera.
    func script(forCamera name: String) -> DeviceScript<CameraFault> {
        DeviceScript(
            steps.compactMap { step in
                guard case .camera(name, let fault) = step.action else { return nil }
                return DeviceScript.Entry(at: step.at, fault)
            })
    }

    /// What happens to one simulated microphone.
    func script(forMicrophone name: String) -> DeviceScript<MicrophoneFault> {
        DeviceScript(
            steps.compactMap { step in
                guard case .microphone(name, let fault) = step.action else { return nil }
                return DeviceScript.Entry(at: step.at, fault)
            })
    }
}
