/// What a battery says of itself; each value only where it says so (Linux, `Documentation/power/power_supply_class.rst`).
package struct BatteryReading: Hashable, Sendable {
    /// POWER_SUPPLY_PROP_CAPACITY, in percent of a full charge.
    package var percent: Double?
    /// How long it lasts at the present load.
    package var forecast: Duration?
    /// Full charge now against full charge by design, 0 to 1 (POWER_SUPPLY_PROP_CHARGE_FULL, …_FULL_DESIGN).
    package var health: Double?
    /// POWER_SUPPLY_PROP_CYCLE_COUNT.
    package var cycles: Int?
    /// POWER_SUPPLY_PROP_TEMP, in degrees Celsius.
    package var celsius: Double?

    package init(
        percent: Double? = nil, forecast: Duration? = nil, health: Double? = nil, cycles: Int? = nil,
        celsius: Double? = nil
    ) {
        self.percent = percent
        self.forecast = forecast
        self.health = health
        self.cycles = cycles
        self.celsius = celsius
    }
}
