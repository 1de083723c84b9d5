extension AgencyPolicy {
    /// The battery in shift (clauses D.1.b and D.4).
    package struct Battery: Hashable, Sendable {
        /// In percent of full; stricter is more: 10 to 50.
        package var warning = 20.0
        /// In percent of full; stricter is more: 5 to 30.
        package var critical = 10.0
        /// From one critical alert to the next; stricter is shorter: 1 to 10 min.
        package var alertInterval = Duration.seconds(300)
        /// Here the recording is closed and the unit shuts down, in percent of full; stricter is less, since recording
        /// goes on longer, down to what closing the files needs: 1 to 5.
        package var shutdown = 3.0
        /// The same by the time that is left; stricter is shorter: 1 to 10 min.
        package var shutdownForecast = Duration.seconds(300)

        package init() {}
    }

    /// The storage in shift, by the recording time that is left (clause D.5.a).
    package struct Storage: Hashable, Sendable {
        /// Stricter is longer: 30 min to 4 h.
        package var warning = Duration.seconds(3600)
        /// Stricter is longer: 10 min to 2 h.
        package var critical = Duration.seconds(1800)

        package init() {}
    }

    /// The unit's temperature in degrees Celsius (clause D.4).
    package struct Heat: Hashable, Sendable {
        /// Stricter is less: 40 to 70.
        package var warning = 60.0
        /// Fewer pictures are taken, to stay alive; stricter is more: 60 to 80.
        package var reduced = 70.0
        /// The recording is closed and the unit shuts down; stricter is more, as far as the hardware bears: 70 to 90.
        package var shutdown = 80.0

        package init() {}
    }
}
