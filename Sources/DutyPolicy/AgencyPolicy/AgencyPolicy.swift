/// What an agency chooses for its units, within the floors of the policy.
///
/// A fresh value holds the recommended choices. An agency may be stricter, never weaker (clause F.1.b): ``validate()``
/// names every choice that is, with the clause that it breaks. Each property says which direction is the stricter one,
/// and its range; a bound on the other side is there for what the clauses ask at the same time, such as the officer's
/// safety (the note to D.2.b). The ranges themselves stand in ``limits``.
package struct AgencyPolicy: Hashable, Sendable {
    /// 1 to 32 of `[a-z0-9-]`; written into every journal record's header, so that a record tells what held.
    package var name = "connecticut"
    /// Which camera of section C it is for; neither is stricter: clause D.3.a(5) concerns the worn one alone.
    package var profile = Profile.body
    /// Of the spoken prompts; neither is stricter.
    package var language = Language.english
    package var start = Start()
    package var stop = Stop()
    package var reason = Reason()
    package var interruption = Interruption()
    package var privacy = Privacy()
    package var reminders = Reminders()
    package var triggers = Triggers()
    package var malfunction = Malfunction()
    package var shift = Shift()
    package var battery = Battery()
    package var storage = Storage()
    package var heat = Heat()
    package var selfTest = SelfTest()
    package var notifier = Notifier()

    package init() {}

    /// The recommended choices for a kind of camera: a dashboard camera also starts at a single press.
    package static func standard(for profile: Profile) -> Self {
        var policy = Self()
        policy.profile = profile
        switch profile {
        case .body: break
        case .dashboard: policy.start.press = .single
        }
        return policy
    }
}

extension AgencyPolicy {
    /// The cameras of clauses C.1 and C.2.
    package enum Profile: String, Hashable, Sendable, Codable, CaseIterable {
        case body
        case dashboard
    }

    /// Languages that there are spoken prompts in (ISO 639-1).
    package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
        case english = "en"
    }
}
