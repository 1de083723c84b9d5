package import CameraModel
package import DutyPolicy
package import Simulation

/// One thing that happens in a scenario.
package struct ScenarioStep: Hashable, Sendable {
    /// Since the scenario's beginning.
    package var at: Duration
    package var action: ScenarioAction
    /// Where the file says so.
    package var place: FilePlace?

    package init(at: Duration, action: ScenarioAction, place: FilePlace? = nil) {
        self.at = at
        self.action = action
        self.place = place
    }
}

/// What a step does.
package enum ScenarioAction: Hashable, Sendable {
    /// Somebody starts a recording, with a remark of up to 200 bytes.
    case start(note: String?)
    case stop
    /// Somebody or something tells the duty this.
    case duty(DutyCommand, DutyInput)
    case camera(String, CameraFault)
    case microphone(String, MicrophoneFault)
    /// The wall clock jumps by so much; negative is back.
    case stepClock(Duration)
    /// The wall clock is back at 1970, and nothing disciplines it.
    case loseClock
    /// The wall clock's largest expected error is this from now on.
    case uncertainClock(Duration)
    /// The battery says this of itself from now on; what is left out, it does not tell.
    case battery(BatteryReading)
    case disk(ScriptedDisk.Fault)
}
