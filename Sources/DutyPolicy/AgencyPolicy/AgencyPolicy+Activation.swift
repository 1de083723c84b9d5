extension AgencyPolicy {
    /// How a press starts a recording (clause D.2.b).
    ///
    /// Whatever is chosen, a press while recording never stops.
    package struct Start: Hashable, Sendable {
        /// Neither is stricter: a single press cannot be missed, a double one is not made by leaning on the button.
        package var press = Press.double
        /// From the first press to the second, at most; stricter is longer, since a slow, gloved second press still
        /// counts: 300 ms to 1.5 s.
        package var window = Duration.milliseconds(600)

        package init() {}
    }

    /// The gesture that starts.
    package enum Press: String, Hashable, Sendable, Codable, CaseIterable {
        case single
        case double
    }

    /// How a person asks to stop; the asking opens the reason window and stops nothing by itself (clause D.2.c).
    package struct Stop: Hashable, Sendable {
        /// How long the button is held; stricter is longer: 2 to 5 s.
        package var hold = Duration.seconds(3)
        /// Agitation so recent asks for a second confirmation; stricter is longer: 5 to 60 s.
        package var agitationVeto = Duration.seconds(5)
        /// The acceleration that counts as agitation, in standard gravities; stricter is less: 1.2 to 2 g.
        package var agitation = 2.0
        /// A weapon trigger so recent asks for a second confirmation; stricter is longer: 60 s to 10 min.
        package var weaponVeto = Duration.seconds(60)
        /// What is still recorded after the stop has been confirmed; stricter is longer: 0 to 30 s.
        package var tail = Duration.seconds(10)

        package init() {}
    }

    /// The time to say why a recording is stopped, during which it goes on (clause D.3.b(2)).
    package struct Reason: Hashable, Sendable {
        /// Stricter is longer: 5 to 60 s, and without a confirmation the recording goes on.
        package var window = Duration.seconds(15)
        /// Speech keeps the window open for so long at most; stricter is longer: ``window`` to 60 s.
        package var speechLimit = Duration.seconds(60)
        /// So much speech counts as a spoken reason; stricter is longer: 1 to 5 s.
        package var speech = Duration.milliseconds(1500)

        package init() {}
    }

    /// Starts that nobody's hand makes (clause D.2.b(2)).
    package struct Triggers: Hashable, Sendable {
        /// In miles per hour; stricter is less: 40 to 120.
        package var speed = 80.0
        /// The speed is held for so long; stricter is shorter: 1 to 30 s.
        package var speedHeld = Duration.seconds(5)
        /// A line is on for so long before it counts; stricter is shorter: 20 ms to 1 s.
        package var debounce = Duration.milliseconds(250)
        /// A line is off for so long before its next edge is another trigger; neither is stricter: 0.5 to 10 s.
        package var release = Duration.seconds(2)

        package init() {}
    }
}
