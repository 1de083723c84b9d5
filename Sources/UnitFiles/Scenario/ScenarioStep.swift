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
    case camera(String, CameraFault)
    case microphone(String, MicrophoneFault)
    /// The wall clock jumps by so much; negative is back.
    case stepClock(Duration)
    case disk(DiskFault)
}

/// What happens to a simulated camera.
package enum CameraFault: Hashable, Sendable {
    case unplug
    case plug
    /// No frame comes for so long, though the device is there.
    case stall(Duration)
    /// So many frames are taken and never delivered.
    case lose(frames: Int)
    /// So many frames come marked as damaged.
    case damage(frames: Int)
    /// So many frames come cut short.
    case truncate(frames: Int)
    /// From now on the camera delivers so many frames per second.
    case rate(Double)
    /// From now on the camera delivers another size, in pixels.
    case changeSize(width: Int, height: Int)
}

/// What happens to a simulated microphone.
package enum MicrophoneFault: Hashable, Sendable {
    case unplug
    case plug
    /// No sound comes for so long, though the device is there.
    case stall(Duration)
    /// So much sound is lost in an overrun.
    case overrun(Duration)
    /// From now on its clock runs fast by so many millionths; negative is slow.
    case drift(partsPerMillion: Double)
}

/// What happens to the simulated disk.
package enum DiskFault: Hashable, Sendable {
    case full
    case failing
    /// Neither full nor failing any longer.
    case repaired
    /// Every call takes seconds, for so long.
    case slow(Duration)
}
