extension AgencyPolicy {
    /// Reminders of a reactivation that is owed (clause D.3.c).
    ///
    /// Stricter is earlier throughout; the lower ends spare an officer in danger (the note to D.2.b).
    package struct Interruption: Hashable, Sendable {
        /// 30 s to 5 min after the interruption.
        package var first = Duration.seconds(60)
        /// From one to the next: 30 s to 5 min.
        package var interval = Duration.seconds(60)
        /// From here on they are spoken: ``first`` to 10 min.
        package var voice = Duration.seconds(300)
        /// The supervisor is told: ``voice`` to 30 min.
        package var supervisor = Duration.seconds(900)

        package init() {}
    }

    /// The pause for a prohibited place or person (clause D.3.a).
    ///
    /// Stricter is shorter throughout: what is not prohibited any more is recorded again as soon as practical (D.3.c).
    package struct Privacy: Hashable, Sendable {
        /// From one reminder to the next: 30 s to 5 min.
        package var reminder = Duration.seconds(120)
        /// The same for a break or personal activity, P03: 30 s to 15 min.
        package var personalReminder = Duration.seconds(300)
        /// The pause ends by itself: 2 to 20 min.
        package var limit = Duration.seconds(1200)
        /// The same for a break or personal activity, P03: 5 to 60 min.
        package var personalLimit = Duration.seconds(3600)

        package init() {}
    }

    /// What else a unit reminds of.
    package struct Reminders: Hashable, Sendable {
        /// That it records, from one reminder to the next; stricter is shorter: 30 s to 10 min (clause D.2.c).
        package var recording = Duration.seconds(120)
        /// That it is muted, from one alarm to the next; stricter is shorter: 15 s to 2 min (clause F.2.a).
        package var mute = Duration.seconds(60)
        /// Discreet mode ends by itself; stricter is shorter: 1 to 60 min (clause B.4).
        package var discreetLimit = Duration.seconds(3600)

        package init() {}
    }
}
