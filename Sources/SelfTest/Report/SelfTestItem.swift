package import DutyPolicy

/// One of the twenty items that a unit is inspected for at the beginning of a shift (clause D.1.b).
package enum SelfTestItem: String, Hashable, Sendable, Codable, CaseIterable {
    case batteryLevel = "ST-01"
    case batteryHealth = "ST-02"
    case storageFree = "ST-03"
    case writePath = "ST-04"
    case cameraOpens = "ST-05"
    case frames = "ST-06"
    case picture = "ST-07"
    case microphone = "ST-08"
    case speaker = "ST-09"
    case soundClock = "ST-10"
    case encoder = "ST-11"
    case clock = "ST-12"
    case keyAndChain = "ST-13"
    case firmware = "ST-14"
    case controls = "ST-15"
    case indicators = "ST-16"
    case motion = "ST-17"
    case position = "ST-18"
    case vehicle = "ST-19"
    case leftovers = "ST-20"

    /// `ST-01` … `ST-20`.
    package var id: String { rawValue }

    /// The clause that asks for the inspection.
    package static let clause: ClauseID = "D.1.b"

    /// Whether its failure means that the unit shall not be used (clause D.1.b(1)).
    ///
    /// A unit without a position records as well as one with; what the last shift left over is no defect of the unit.
    package var withholds: Bool {
        switch self {
        case .position, .leftovers: false
        case .batteryLevel, .batteryHealth, .storageFree, .writePath, .cameraOpens, .frames, .picture, .microphone,
            .speaker, .soundClock, .encoder, .clock, .keyAndChain, .firmware, .controls, .indicators, .motion, .vehicle:
            true
        }
    }

    /// What a person reads.
    package var title: String {
        switch self {
        case .batteryLevel: "battery level"
        case .batteryHealth: "battery health"
        case .storageFree: "storage free"
        case .writePath: "storage written and read back"
        case .cameraOpens: "camera present, mode set"
        case .frames: "frames arrive"
        case .picture: "picture"
        case .microphone: "microphone"
        case .speaker: "loudspeaker heard"
        case .soundClock: "sound keeps to the clock"
        case .encoder: "encoder and container"
        case .clock: "wall clock"
        case .keyAndChain: "key and journal"
        case .firmware: "firmware"
        case .controls: "buttons and lines"
        case .indicators: "indicators"
        case .motion: "motion sensor"
        case .position: "position receiver"
        case .vehicle: "vehicle"
        case .leftovers: "left from before"
        }
    }
}
