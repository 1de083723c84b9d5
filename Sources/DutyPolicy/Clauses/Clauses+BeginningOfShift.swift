extension Clauses {
    /// Section D.1: the beginning of the shift.
    static let beginningOfShift: [Clause] = [
        Clause(
            "D.1.a",
            text: """
                Issued or approved body-worn and dashboard cameras shall be operated in accordance with the \
                manufacturer’s recommended guidelines, department training and department policies and procedures.
                """,
            handling: .humanOnly(
                support: """
                    Operation follows training. The journal names the agency's policy that a unit ran under, and the \
                    firmware.
                    """)),
        Clause(
            "D.1.b",
            text: """
                Prior to the beginning of each shift, the police officer issued or assigned a body-worn and dashboard \
                cameras shall test and perform an inspection to ensure that the body-worn and dashboard cameras has a \
                properly charged battery and is functioning correctly.
                """,
            handling: .unit(
                """
                Tests itself in at most 15 s before a shift: battery, storage, camera, microphone, encoder, clock and \
                controls, each with measured value, threshold and verdict; the result is journalled and reported.
                """),
            leaves: "The officer's own inspection of housing and mount."),
        Clause(
            "D.1.b(1)",
            text: """
                If problems are encountered with any component of the system, the body-worn and dashboard cameras \
                shall not be used and the police officer shall arrange for repair or replacement through department \
                established procedures. The Police Officer should be immediately provided a replacement BWC/DC, when \
                practicable.
                """,
            handling: .unit(
                """
                A failed item withholds the unit from the shift and asks for a replacement. An emergency start still \
                records, and is marked unfit.
                """),
            leaves: "Repair, and whether a replacement is at hand."),
        Clause(
            "D.1.b(2)",
            text: """
                Malfunctions, damage, loss or theft of any issued or approved body-worn and dashboard cameras shall \
                be immediately reported by the police officer to the on-duty shift supervisor or other responsible \
                person as designated by the Chief of Police. The Police Officer should be immediately provided a \
                replacement BWC, if practicable.
                """,
            handling: .unit(
                """
                Reports what it finds, and what the officer declares as damage, loss or theft, once and with \
                escalation until somebody acknowledges.
                """),
            leaves: "Noticing loss and theft; the replacement.",
            note: "Promises the replacement of a \"BWC\" only, where D.1.b(1) says \"BWC/DC\"."),
    ]
}
