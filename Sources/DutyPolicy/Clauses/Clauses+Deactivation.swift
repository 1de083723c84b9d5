extension Clauses {
    /// Section D.3: what is not recorded, and deactivation.
    static let deactivation: [Clause] = [
        Clause(
            "D.3.a",
            text: """
                Except as otherwise required by this policy, no police officer shall use body-worn or dashboard \
                recording equipment to intentionally record:
                """,
            handling: .unit(
                """
                Pauses at the officer's word with the clause's code: the pre-event buffer is emptied and stands \
                still, reminders come, and the pause has a limit.
                """),
            leaves: "The unit cannot know the place or the person."),
        Clause(
            "D.3.a(1)",
            text: """
                A communication with other law enforcement agency personnel, except as the officer performs his or \
                her duties;
                """,
            handling: .unit(
                "Takes P01 for a pause or a stop, and X01 where the officer records while performing duties."),
            leaves: "Judging it."),
        Clause(
            "D.3.a(2)",
            text: "An encounter with an undercover officer or informant;",
            handling: .unit("Takes P02 for a pause or a stop, and restricts who may see what was captured nearby."),
            leaves: "Judging it."),
        Clause(
            "D.3.a(3)",
            text: "When an officer is on break or is otherwise engaged in a personal activity;",
            handling: .unit("Takes P03 for a pause, reminds more seldom, and ends the pause after 60 min at most."),
            leaves: "Judging it."),
        Clause(
            "D.3.a(4)",
            text: "A person undergoing a medical or psychological evaluation, procedure or treatment;",
            handling: .unit(
                """
                Takes P04 for a pause or a stop, and restricts who may see what was captured nearby; a start is as \
                quick as ever.
                """),
            leaves: "Judging it."),
        Clause(
            "D.3.a(5)",
            text: """
                Any person other than a suspect to a crime if an officer is wearing his/her issued or approved \
                body-worn camera in a hospital or other medical facility setting; or
                """,
            handling: .unit(
                """
                Takes P05 on worn units, and X05 where a suspect is recorded; restricts who may see what was captured \
                nearby.
                """),
            leaves: "Judging it."),
        Clause(
            "D.3.a(6)",
            text: """
                In a mental health facility, unless responding to a call involving a suspect to a crime who is \
                thought to be present in the facility.
                """,
            handling: .unit(
                "Takes P06 for a pause or a stop, and X06 where the call involves a suspect thought to be present."),
            leaves: "Judging it."),
        Clause(
            "D.3.a(7)",
            text: "Any private conversation to which the officer is not a party: or",
            handling: .unit("Takes P07 for a pause or a stop, and a mute of the sound alone."),
            leaves: "Leaving people with a running microphone."),
        Clause(
            "D.3.a(8)",
            text: """
                Any telephonic conversation unless specifically authorized by law while in the performance of their \
                official duties.
                """,
            handling: .unit(
                "Takes P08 for a pause or a stop, X08 where the law authorizes it, and a mute that is alarmed at."),
            leaves: "Judging it."),
        Clause(
            "D.3.a(9)",
            text: "A strip search",
            handling: .unit(
                """
                Takes P09 for a pause or a stop; lesser triggers are written down and start nothing, and what a \
                greater one records is restricted.
                """),
            leaves: "Judging it."),
        Clause(
            "D.3.a(10)",
            text: """
                In a locker room, changing room or restroom, unless confronting a violent or assaultive suspect or in \
                an incident involving the anticipated use of force.
                """,
            handling: .unit(
                """
                Takes P10 for a pause that ends after 20 min at most, and X10 where a start is under the clause's \
                exception.
                """),
            leaves: "Judging it."),
        Clause(
            "D.3.b",
            text: "Deactivation of a body-worn and dashboard cameras under certain circumstances:",
            handling: .unit("A deactivation has a code, and asks for what the clause asks for that code.")),
        Clause(
            "D.3.b(1)",
            text: """
                Although generally, body-worn and dashboard cameras should remain activated until the conclusion of \
                an incident, police officers may deactivate the body-worn and dashboard cameras should he/she \
                determine that, based upon the circumstances; the investigation could be significantly hampered if \
                the recording were to continue. Whenever possible, police officers should consult with supervisors \
                before making the decision to deactivate their body-worn and dashboard cameras.
                """,
            handling: .unit(
                """
                Takes I01, and asks whether a supervisor was consulted: consulted, not consulted, not possible or not \
                answered. The answer never blocks.
                """),
            leaves: "The judgement, and the consultation itself."),
        Clause(
            "D.3.b(2)",
            text: """
                Whenever possible, a police officer who deactivates the body-worn and dashboard cameras during the \
                course of an event in which this policy otherwise requires recording, shall both record on the camera \
                the reason for the interruption or termination of recording prior to deactivating the body-worn and \
                dashboard cameras, and document such event in his/her report.
                """,
            handling: .unit(
                """
                Records on while the reason is spoken, writes down whether speech was found, and queues a stub for \
                the officer's report. Without a confirmation the recording goes on.
                """),
            leaves: "Writing the report."),
        Clause(
            "D.3.c",
            text: """
                When circumstances prevent a police officer from activating a BWD/DC, or cause a camera to be \
                deactivated in accordance with the guidelines established within this policy, the officer shall \
                activate or reactivate their cameras as soon as practical.
                """,
            handling: .unit(
                """
                Keeps an interruption as a debt with reminders until reactivation, and reports what is still owed at \
                the end of the shift; takes a late start's declaration.
                """),
            leaves: "The reason why it was late.",
            note: "Prints \"BWD/DC\" for \"BWC/DC\"."),
    ]
}
