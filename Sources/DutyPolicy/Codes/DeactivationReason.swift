/// Why a recording ends, or the pre-event buffer pauses: the codes an officer can give.
///
/// Clauses D.2.c(2), D.3.a(1) to (10) and D.3.b(1). What the unit ends by itself has a ``TerminationCause`` instead.
package enum DeactivationReason: String, Hashable, Sendable, Codable, CaseIterable {
    case concluded = "END0"
    case agencyCommunication = "P01"
    case undercover = "P02"
    case personal = "P03"
    case medical = "P04"
    case hospital = "P05"
    case mentalHealthFacility = "P06"
    case privateConversation = "P07"
    case telephone = "P08"
    case stripSearch = "P09"
    case changingRoom = "P10"
    case hamperedInvestigation = "I01"
    case supervisorDirection = "I02"
    case otherLawful = "I03"
    case falseActivation = "F01"

    package var clause: ClauseID {
        switch self {
        case .concluded: "D.2.c(2)"
        case .agencyCommunication: "D.3.a(1)"
        case .undercover: "D.3.a(2)"
        case .personal: "D.3.a(3)"
        case .medical: "D.3.a(4)"
        case .hospital: "D.3.a(5)"
        case .mentalHealthFacility: "D.3.a(6)"
        case .privateConversation: "D.3.a(7)"
        case .telephone: "D.3.a(8)"
        case .stripSearch: "D.3.a(9)"
        case .changingRoom: "D.3.a(10)"
        case .hamperedInvestigation: "D.3.b(1)"
        case .supervisorDirection, .otherLawful: "D.2.c"
        case .falseActivation: "D.2.c"
        }
    }

    /// What a person reads.
    package var title: String {
        switch self {
        case .concluded: "interaction concluded"
        case .agencyCommunication: "communication with other law enforcement personnel"
        case .undercover: "undercover officer or informant"
        case .personal: "break or personal activity"
        case .medical: "medical or psychological evaluation, procedure or treatment"
        case .hospital: "person other than a suspect in a hospital or medical facility"
        case .mentalHealthFacility: "mental health facility"
        case .privateConversation: "private conversation without the officer"
        case .telephone: "telephone conversation"
        case .stripSearch: "strip search"
        case .changingRoom: "locker room, changing room or restroom"
        case .hamperedInvestigation: "investigation would be significantly hampered"
        case .supervisorDirection: "supervisor's direction"
        case .otherLawful: "other lawful reason"
        case .falseActivation: "false activation"
        }
    }

    /// The prohibitions of clause D.3.a, for which the pre-event buffer is emptied and stands still.
    package var isPrivacy: Bool {
        switch self {
        case .agencyCommunication, .undercover, .personal, .medical, .hospital, .mentalHealthFacility,
            .privateConversation, .telephone, .stripSearch, .changingRoom:
            true
        case .concluded, .hamperedInvestigation, .supervisorDirection, .otherLawful, .falseActivation: false
        }
    }

    /// Whether the event goes on without the camera, so that reactivation is owed (clause D.3.c).
    package var owesReactivation: Bool {
        switch self {
        case .hamperedInvestigation, .supervisorDirection, .otherLawful: true
        case .agencyCommunication, .undercover, .personal, .medical, .hospital, .mentalHealthFacility,
            .privateConversation, .telephone, .stripSearch, .changingRoom:
            // During an event; the machine keeps the debt beside the privacy pause.
            true
        case .concluded, .falseActivation: false
        }
    }

    /// What is captured nearby is for few eyes (clauses D.3.a(2), (4) to (6), (9), (10)).
    package var restrictsAccess: Bool {
        switch self {
        case .undercover, .medical, .hospital, .mentalHealthFacility, .stripSearch, .changingRoom: true
        case .concluded, .agencyCommunication, .personal, .privateConversation, .telephone,
            .hamperedInvestigation, .supervisorDirection, .otherLawful, .falseActivation:
            false
        }
    }

    /// The clause's own exception, under which an officer records all the same; `nil` where it has none.
    package var exception: PolicyException? {
        switch self {
        case .agencyCommunication: .performingDuties
        case .hospital: .hospitalSuspect
        case .mentalHealthFacility: .facilitySuspect
        case .telephone: .authorisedCall
        case .changingRoom: .violentSuspect
        case .concluded, .undercover, .personal, .medical, .privateConversation, .stripSearch,
            .hamperedInvestigation, .supervisorDirection, .otherLawful, .falseActivation:
            nil
        }
    }
}
