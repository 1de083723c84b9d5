/// What asked for a recording.
package enum TriggerSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// A gesture of the officer who wears the unit.
    case manual
    /// A command of a person elsewhere, who is named in the event's detail.
    case remote
    case lightBar
    case siren
    /// A front door of the vehicle.
    case door
    /// A rear door or the cage, behind which prisoners ride.
    case rearDoor
    case weaponRack
    case holster
    case crash
    case manDown
    /// The wearer runs.
    case footPursuit
    case speed
    /// Another unit near by records.
    case peer
    /// A supervisor or the dispatcher set a time.
    case schedule

    /// How much is at stake when this source speaks.
    package var severity: TriggerSeverity {
        switch self {
        case .manual, .remote, .weaponRack, .holster, .crash, .manDown: .high
        case .lightBar, .siren, .door, .rearDoor, .footPursuit, .speed, .peer, .schedule: .low
        }
    }

    /// What the source does to a unit that is kept from recording by a prohibited place or person (clause D.3.a).
    ///
    /// The policy forbids to record such scenes *intentionally*. Where force, a weapon or a fall speaks, or a person
    /// asks, the unit records and restricts the recording; a lamp, a door or a colleague's unit only tells the officer.
    package var inPrivacy: PrivacyResponse {
        switch severity {
        case .high: .recordRestricted
        case .low: .notify
        }
    }

    /// Whether the source speaks once and has no end, so that it is never still active when a stop is asked for.
    package var isMomentary: Bool {
        switch self {
        case .manual, .remote, .holster, .crash, .manDown, .footPursuit, .schedule: true
        case .lightBar, .siren, .door, .rearDoor, .weaponRack, .speed, .peer: false
        }
    }

    /// The category that a recording of this source probably has: a suggestion, never the officer's own label.
    ///
    /// A light bar alone says too little: it may be a motorist assist. With a vehicle that has come to stand it is a
    /// motor vehicle stop (clause D.2.b(2)b).
    ///
    /// - Parameter vehicleStands: Whether the vehicle stands, or has come to stand since.
    /// - Returns: The category, or `nil` where the source tells nothing about it.
    package func suggestedCategory(vehicleStands: Bool = false) -> ActivationCategory? {
        switch self {
        case .siren, .speed: .vehicularPursuit
        case .lightBar: vehicleStands ? .motorVehicleStop : nil
        case .rearDoor: .prisoner
        case .weaponRack, .holster: .useOfForceAnticipated
        case .footPursuit: .footPursuit
        case .schedule: .warrant
        case .peer: .backup
        case .manual, .remote, .door, .crash, .manDown: nil
        }
    }
}

/// How much is at stake when a trigger speaks.
package enum TriggerSeverity: String, Hashable, Sendable, Codable, CaseIterable {
    case low
    case high
}

/// What a trigger does to a unit that is in privacy.
package enum PrivacyResponse: String, Hashable, Sendable, Codable, CaseIterable {
    /// Record, and restrict who may see the recording.
    case recordRestricted
    /// Tell the officer by haptic, write it down, and record nothing.
    case notify
}
