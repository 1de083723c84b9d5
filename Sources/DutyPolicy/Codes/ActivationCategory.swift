/// What a recording is of: the activations of clause D.2.b, and the two that no officer meant.
///
/// A recording may have several. What a rule suggests is written down as suggested, never as the officer's own label.
package enum ActivationCategory: String, Hashable, Sendable, Codable, CaseIterable {
    case interaction = "INTX"
    case vehicularPursuit = "VPUR"
    case motorVehicleStop = "MVST"
    case motoristAssist = "MAST"
    case statement = "STMT"
    case interview = "INTV"
    case prisoner = "PRIS"
    case dangerous = "DGRS"
    case discretion = "DISC"
    case footPursuit = "FPUR"
    case useOfForceAnticipated = "UOFA"
    case warrant = "WARR"
    case backup = "BKUP"
    case falseActivation = "FALS"
    case test = "TEST"

    /// The clause that asks for the recording; `nil` for those that no clause asks for.
    package var clause: ClauseID? {
        switch self {
        case .interaction: "D.2.b(1)"
        case .vehicularPursuit: "D.2.b(2)a"
        case .motorVehicleStop: "D.2.b(2)b"
        case .motoristAssist: "D.2.b(2)c"
        case .statement: "D.2.b(2)d"
        case .interview: "D.2.b(2)e"
        case .prisoner: "D.2.b(2)f"
        case .dangerous: "D.2.b(2)g"
        case .discretion: "D.2.b(2)h"
        case .footPursuit: "D.2.b(2)i"
        case .useOfForceAnticipated: "D.2.b(2)j"
        case .warrant: "D.2.b(2)k"
        case .backup: "D.2.c(1)"
        case .falseActivation, .test: nil
        }
    }

    /// What a person reads.
    package var title: String {
        switch self {
        case .interaction: "interaction with the public"
        case .vehicularPursuit: "vehicular pursuit"
        case .motorVehicleStop: "motor vehicle stop"
        case .motoristAssist: "motorist assist"
        case .statement: "taking of a statement"
        case .interview: "interview"
        case .prisoner: "transport or processing of a prisoner"
        case .dangerous: "dangerous or unpredictable event, or of use for training"
        case .discretion: "officer's discretion"
        case .footPursuit: "foot pursuit"
        case .useOfForceAnticipated: "use of force anticipated"
        case .warrant: "serving of a warrant"
        case .backup: "arrival at another officer's event"
        case .falseActivation: "false activation"
        case .test: "test"
        }
    }
}
