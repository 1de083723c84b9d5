package import CameraModel

/// A battery that says of itself what its script says.
package struct SimulatedBattery: Sensor {
    private let script: DeviceScript<BatteryReading>
    private let time: SimulatedTime

    /// Describes a battery.
    ///
    /// - Parameters:
    ///   - script: Its values, each from its time on.
    ///   - time: Shared with the unit's other devices.
    package init(script: DeviceScript<BatteryReading>, time: SimulatedTime) {
        self.script = script
        self.time = time
    }

    /// What it says now.
    ///
    /// - Throws: ``SensorError/silent(_:)`` before the script's first value.
    package func read() throws(SensorError) -> BatteryReading {
        let elapsed = time.elapsed
        guard let entry = script.entries.last(where: { $0.time.nanoseconds <= elapsed }) else {
            throw .silent("the simulated battery says nothing yet")
        }
        return entry.fault
    }
}
