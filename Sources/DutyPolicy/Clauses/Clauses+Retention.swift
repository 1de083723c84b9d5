extension Clauses {
    /// Section I: storage and retention.
    static let retention: [Clause] = [
        Clause(
            "I.1",
            text: """
                Digital multimedia video files shall be maintained in an approved storage location, such as a server, \
                storage device, cloud storage, website or other approved secure storage media, authorized by the \
                Chief of Police.
                """,
            handling: .later("Keeps to the destinations that the Chief of Police has authorized.", part: .transfer)),
        Clause(
            "I.2",
            text: """
                All digital multimedia video files shall be securely stored in accordance with state record retention \
                laws and Department policy.
                """,
            handling: .later(
                "Stores encrypted, and checks again every month that nothing has changed.", part: .retention)),
        Clause(
            "I.2.a",
            text: """
                Digital multimedia video files not reproduced for evidentiary purposes or otherwise required to be \
                preserved in accordance with this policy shall be maintained for a period of a minimum of ninety (90) \
                days.
                """,
            handling: .later(
                "Keeps for 90 days at least, counted from the end of the recording in trusted time.", part: .retention)),
        Clause(
            "I.2.b",
            text: """
                Digital multimedia video files shall be preserved while a case remains open and under investigation, \
                or while criminal or civil proceedings are ongoing or reasonably anticipated, or in accordance with \
                the State Records of Retention schedule, whichever is greater.
                """,
            handling: .later("Holds what belongs to an open case.", part: .retention),
            leaves: "Telling that a case is open."),
        Clause(
            "I.2.c",
            text: """
                Nothing in these guidelines shall require a law enforcement unit to store such data for a period \
                longer than one year, except in the case where the unit knows the data is pertinent to any ongoing \
                civil, criminal or administrative matter.
                """,
            handling: .later("An optional ceiling of one year for what is neither labelled nor held.", part: .retention)
        ),
        Clause(
            "I.2.d",
            text: """
                All other digital multimedia video files reproduced for evidentiary purposes or otherwise caused to \
                be preserved shall be maintained for a minimum of four (4) years.
                """,
            handling: .later("Keeps what is labelled as evidence for 4 years at least.", part: .retention)),
        Clause(
            "I.2.m",
            text: """
                Digital multimedia video files shall be preserved in accordance with any specific request by \
                representatives of the Division of Criminal Justice, Municipal Attorney, Officer of the Attorney \
                General, retained counsel and other authorized claims representatives in the course of their official \
                duties.
                """,
            handling: .later("Holds what one of the named representatives requests.", part: .retention),
            note: "Printed \"m\" after \"d\"."),
        Clause(
            "I.2.n",
            text: """
                The law enforcement unit shall not require to store such data for a period longer than one year, \
                except in the case where the unit knows the data is pertinent to any ongoing civil, criminal or \
                administrative matter.
                """,
            handling: .later("The same as I.2.c, which it repeats.", part: .retention),
            note: "Printed \"n\"; says the same as I.2.c."),
        Clause(
            "I.2.o",
            text: """
                Digital multimedia video files shall be preserved in response to oral, electronic or written \
                preservation requests from any member of the public where such requests indicate that litigation may \
                be reasonably anticipated.
                """,
            handling: .later(
                "Holds what a member of the public asks to preserve, also when asked at the scene.", part: .retention),
            note: "Printed \"o\"."),
        Clause(
            "I.2.o(1)",
            text: """
                All such preservation requests shall promptly be brought to the attention of the recipient’s \
                supervisor and the Municipal Attorney’s office.
                """,
            handling: .later(
                "Writes down that the supervisor and the Municipal Attorney are to be told, and when it is overdue.",
                part: .retention),
            leaves: "Telling them."),
    ]
}
