/// What a dashboard unit gets from its vehicle; each value only where it is connected.
package struct VehicleReading: Hashable, Sendable {
    package var ignition: Bool?
    /// Of the newest frame on its bus.
    package var frameAge: Duration?
    package var volts: Double?

    package init(ignition: Bool? = nil, frameAge: Duration? = nil, volts: Double? = nil) {
        self.ignition = ignition
        self.frameAge = frameAge
        self.volts = volts
    }
}
