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

    /// What the simulated battery says of itself; `nil` for a unit that has none.
    var batteryScript: DeviceScript<BatteryReading>? {
        let entries = steps.compactMap { step -> DeviceScript<BatteryReading>.Entry? in
            guard case .battery(let reading) = step.action else { return nil }
            return DeviceScript.Entry(at: step.at, reading)
        }
        return entries.isEmpty ? nil : DeviceScript(entries)
    }
}
