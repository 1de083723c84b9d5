/// What can be wrong with a unit: found by itself, or declared by a person (clauses D.1.b(1), D.1.b(2) and D.4).
package enum MalfunctionCode: String, Hashable, Sendable, Codable, CaseIterable {
    case cameraAbsent = "M01"
    case cameraStalled = "M02"
    case cameraDrops = "M03"
    case cameraObstructed = "M04"
    case microphoneAbsent = "M05"
    case microphoneSilent = "M06"
    case soundDrift = "M07"
    case batteryLow = "M10"
    case batteryCritical = "M11"
    case batteryHealth = "M12"
    case powerLost = "M13"
    case storageLow = "M20"
    case storageFull = "M21"
    case storageError = "M22"
    case storageDamaged = "M23"
    case storageWorn = "M24"
    case clockUnset = "M30"
    case clockStepped = "M31"
    case clockDrift = "M32"
    case signing = "M40"
    case chainBroken = "M41"
    case firmware = "M42"
    case button = "M50"
    case indicator = "M51"
    case motionSensor = "M52"
    case position = "M53"
    case vehicle = "M54"
    case peerRadio = "M55"
    case heatWarning = "M60"
    case heatShutdown = "M61"
    case restart = "M70"
    case selfTestTimeout = "M71"
    case transferFailed = "M80"
    case transferMismatch = "M81"
    case transferOverdue = "M82"
    case destinationRefused = "M83"
    case damage = "M90"
    case loss = "M91"
    case theft = "M92"
    case failureToRecord = "M93"
    case lateActivation = "M94"
    case earlyStop = "M95"

    /// The clause that has it reported.
    package var clause: ClauseID {
        switch self {
        case .damage, .loss, .theft: "D.1.b(2)"
        case .lateActivation, .earlyStop: "D.3.c"
        case .transferFailed, .transferMismatch, .transferOverdue: "D.5.a"
        case .destinationRefused: "C.5"
        case .cameraAbsent, .cameraStalled, .cameraDrops, .cameraObstructed, .microphoneAbsent, .microphoneSilent,
            .soundDrift, .batteryLow, .batteryCritical, .batteryHealth, .powerLost, .storageLow, .storageFull,
            .storageError, .storageDamaged, .storageWorn, .clockUnset, .clockStepped, .clockDrift, .signing,
            .chainBroken, .firmware, .button, .indicator, .motionSensor, .position, .vehicle, .peerRadio,
            .heatWarning, .heatShutdown, .restart, .selfTestTimeout, .failureToRecord:
            "D.4"
        }
    }

    /// Whether only a person can know it.
    package var isDeclared: Bool {
        switch self {
        case .damage, .loss, .theft, .failureToRecord, .lateActivation, .earlyStop: true
        case .cameraAbsent, .cameraStalled, .cameraDrops, .cameraObstructed, .microphoneAbsent, .microphoneSilent,
            .soundDrift, .batteryLow, .batteryCritical, .batteryHealth, .powerLost, .storageLow, .storageFull,
            .storageError, .storageDamaged, .storageWorn, .clockUnset, .clockStepped, .clockDrift, .signing,
            .chainBroken, .firmware, .button, .indicator, .motionSensor, .position, .vehicle, .peerRadio,
            .heatWarning, .heatShutdown, .restart, .selfTestTimeout, .transferFailed, .transferMismatch,
            .transferOverdue, .destinationRefused:
            false
        }
    }

    /// What a person reads.
    package var title: String {
        switch self {
        case .cameraAbsent: "camera absent"
        case .cameraStalled: "camera gives no pictures"
        case .cameraDrops: "camera drops or damages pictures"
        case .cameraObstructed: "picture black, frozen or covered"
        case .microphoneAbsent: "microphone absent"
        case .microphoneSilent: "microphone silent or clipped"
        case .soundDrift: "sound and picture drift apart"
        case .batteryLow: "battery too low for the shift"
        case .batteryCritical: "battery critical"
        case .batteryHealth: "battery worn, or outside its temperature"
        case .powerLost: "power lost without warning"
        case .storageLow: "storage low"
        case .storageFull: "storage full"
        case .storageError: "storage error"
        case .storageDamaged: "file system damaged or read-only"
        case .storageWorn: "storage worn"
        case .clockUnset: "clock unset or set back"
        case .clockStepped: "clock stepped"
        case .clockDrift: "clock uncertain"
        case .signing: "key or signature fails"
        case .chainBroken: "journal's chain broken"
        case .firmware: "firmware not verified"
        case .button: "button stuck"
        case .indicator: "indicator or loudspeaker fails"
        case .motionSensor: "motion sensor fails"
        case .position: "no position receiver"
        case .vehicle: "vehicle lines or voltage"
        case .peerRadio: "peer radio fails"
        case .heatWarning: "too warm"
        case .heatShutdown: "shut down by heat"
        case .restart: "restarted after a crash or by the watchdog"
        case .selfTestTimeout: "self-test did not end in time"
        case .transferFailed: "transfer failed"
        case .transferMismatch: "transferred file differs"
        case .transferOverdue: "transfer overdue"
        case .destinationRefused: "destination not approved"
        case .damage: "damage"
        case .loss: "loss"
        case .theft: "theft"
        case .failureToRecord: "failure to record"
        case .lateActivation: "late activation"
        case .earlyStop: "early stop"
        }
    }
}
