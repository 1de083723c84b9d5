extension Clauses {
    /// Section D.2: use and activation.
    static let activation: [Clause] = [
        Clause(
            "D.2.a",
            text: """
                Police officers issued or assigned a body-worn camera shall wear such camera on his/her outmost \
                garment and shall position it above the midline of his/her torso when in use.
                """,
            handling: .unit("Warns when it is not worn upright, or when the lens is covered."),
            leaves: "Wearing it on the outermost garment above the midline is the officer's.",
            note: "Prints \"outmost\" for \"outermost\"."),
        Clause(
            "D.2.b",
            text: """
                Police officers issued or assigned a body-worn and dashboard cameras shall activate the camera while \
                interacting with the public in a law enforcement capacity.
                """,
            handling: .unit(
                """
                Starts at one gesture from every state with a working device, from the pre-event buffer; pressing \
                again never stops anything.
                """),
            leaves: "Judging that an interaction has begun."),
        Clause(
            "D.2.b(1)",
            text: """
                For the purposes of this policy, “interacting with the public in a law enforcement capacity,” means \
                that a police officer is in personal contact with one or more members of the public, the purpose of \
                which is to conduct a self-initiated investigation into, or to respond to a third-party complaint \
                involving, the possible commission of any offense, violation or infraction.
                """,
            handling: .unit("Calls a recording an interaction with the public, INTX, until somebody says more."),
            leaves: "Judging what an interaction is."),
        Clause(
            "D.2.b(2)",
            text: """
                In addition, police officers equipped with body-worn and dashboard cameras shall record the \
                following:
                """,
            handling: .unit(
                """
                Takes starts from the officer, from lines, speed, peers and schedules, and writes the category down \
                with each recording.
                """),
            leaves: "Most of the listed events only a person can tell."),
        Clause(
            "D.2.b(2)a",
            text: "Vehicular pursuits;",
            handling: .unit("Starts on siren or speed, and suggests VPUR; the officer can give it."),
            leaves: "The vehicle's wiring."),
        Clause(
            "D.2.b(2)b",
            text: "Motor vehicle stops;",
            handling: .unit(
                "Starts on the light bar, and suggests MVST where the vehicle stands; the officer can give it."),
            leaves: "A stop without lights is started by hand."),
        Clause(
            "D.2.b(2)c",
            text: "Motorist assists;",
            handling: .unit("Takes the category MAST."),
            leaves: "Starting it."),
        Clause(
            "D.2.b(2)d",
            text: "The taking of statements from suspects, witnesses and victims;",
            handling: .unit("Takes the category STMT, and a mark where a statement begins; a mute is alarmed at."),
            leaves: "Starting it."),
        Clause(
            "D.2.b(2)e",
            text: "The conducting of interviews with suspects, witnesses and victims;",
            handling: .unit("Takes the category INTV, and records on over any number of segments without a gap."),
            leaves: "Starting it."),
        Clause(
            "D.2.b(2)f",
            text: "Transportation and processing of prisoners;",
            handling: .unit("Starts on the rear door, and suggests PRIS; the officer can give it."),
            leaves: "The vehicle's wiring."),
        Clause(
            "D.2.b(2)g",
            text: """
                Any incident or event not otherwise prohibited by this policy, which may be dangerous, unpredictable, \
                or potentially useful for department training purposes;
                """,
            handling: .unit("Takes the category DGRS."),
            leaves: "Judging it."),
        Clause(
            "D.2.b(2)h",
            text: """
                Situations where a police officer, by reason of training and experience, determines that the incident \
                should be documented on video.
                """,
            handling: .unit("Takes the category DISC."),
            leaves: "Judging it."),
        Clause(
            "D.2.b(2)i",
            text: "Foot Pursuits",
            handling: .unit("Starts on a foot pursuit's trigger, and suggests FPUR; the officer can give it."),
            leaves: "The motion sensor comes with its driver."),
        Clause(
            "D.2.b(2)j",
            text: """
                Any incident or event not otherwise prohibited by this policy, where the police officer anticipates a \
                use of force encounter may occur.
                """,
            handling: .unit("Starts on a weapon trigger, and suggests UOFA; the officer can give it."),
            leaves: "Anticipating it."),
        Clause(
            "D.2.b(2)k",
            text: "Serving arrest and search warrants.",
            handling: .unit("Starts by schedule, with the category WARR; the officer can give it."),
            leaves: "Setting the schedule."),
        Clause(
            "D.2.b NOTE",
            text: """
                Note: At no time shall police officers disregard officer safety or the safety of the public for the \
                purpose of activating or utilizing the body-worn and dashboard cameras.
                """,
            handling: .unit(
                """
                Asks nothing before it records: every prompt times out towards recording, and no prompt holds up a \
                start.
                """),
            leaves: "Safety comes first, and the officer decides.",
            note: "Printed below D.2.b(2)k without a letter."),
        Clause(
            "D.2.c",
            text: """
                Once the body-worn and dashboard cameras is activated for the purpose of documenting an interaction \
                with the public in a law enforcement capacity, it should remain activated until the interaction with \
                the public has concluded to ensure the integrity of the recording, except as otherwise provided for \
                by law or by this policy.
                """,
            handling: .unit(
                """
                Ends a recording only by a stop that is held, given a reason and confirmed, or by a named fault. A \
                press, a struggle or silence never ends one.
                """)),
        Clause(
            "D.2.c(1)",
            text: """
                Additional police officers arriving on a scene that have been issued or assigned a body-worn and \
                dashboard cameras shall also record the interaction with the public, and shall also continue to \
                record until the completion of the incident.
                """,
            handling: .unit("Starts on a peer's beacon with the category BKUP; only its own wearer ends it."),
            leaves: "The peer radio comes with its driver."),
        Clause(
            "D.2.c(2)",
            text: """
                For purposes of this policy, conclusion of an interaction with the public occurs when a police \
                officer terminates his/her law enforcement contact with a member of the public.
                """,
            handling: .unit(
                """
                Takes END0, concluded, as the reason of a stop, and shows where triggers that are still on contradict \
                it.
                """),
            leaves: "Judging that the interaction has concluded."),
    ]
}
