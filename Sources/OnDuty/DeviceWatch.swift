package import DutyPolicy

/// Tells the duty what the devices' states mean: what is malfunctioning, and whether anything can be recorded at all.
///
/// A value without clock or I/O, given what is known now and then. A camera or a microphone that is left is enough to
/// record with: whatever works is recorded (clause D.1.b(1), D.4).
package struct DeviceWatch: Hashable, Sendable {
    /// What is known of the devices at a moment.
    package struct Sight: Hashable, Sendable {
        /// Whether each camera gives pictures.
        package var cameras: [Bool]
        package var microphones: [Bool]
        /// Why nothing can be stored; `nil` while it can.
        package var storage: MalfunctionCode?

        package init(cameras: [Bool], microphones: [Bool], storage: MalfunctionCode?) {
            self.cameras = cameras
            self.microphones = microphones
            self.storage = storage
        }
    }

    private var inability: MalfunctionCode?
    private var present: Set<MalfunctionCode> = []

    package init() {}

    /// What has changed since the last sight.
    package mutating func take(_ sight: Sight) -> [DutyInput] {
        let hasNothing = !sight.cameras.contains(true) && !sight.microphones.contains(true)
        let inability = sight.storage ?? (hasNothing ? .cameraAbsent : nil)
        var found: Set<MalfunctionCode> = []
        if sight.cameras.contains(false) { found.insert(.cameraAbsent) }
        if sight.microphones.contains(false) { found.insert(.microphoneAbsent) }
        if let inability { found.remove(inability) }
        var inputs: [DutyInput] = []
        if inability != self.inability { inputs.append(inability.map { .unable($0) } ?? .able) }
        for code in MalfunctionCode.allCases {
            // What ends by becoming an inability, or begins as one ended, is told by that.
            if found.contains(code), !present.contains(code) { inputs.append(.malfunction(code, isPresent: true)) }
            if present.contains(code), !found.contains(code), code != inability {
                inputs.append(.malfunction(code, isPresent: false))
            }
        }
        self.inability = inability
        present = found
        return inputs
    }
}
