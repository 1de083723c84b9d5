extension Clauses {
    /// Section G: access to uploaded files.
    static let access: [Clause] = [
        Clause(
            "G.1",
            text: """
                General access to digital multimedia video files shall be granted to authorize personnel only. \
                Accessing, copying, or releasing any digital multimedia video files for other than official law \
                enforcement purposes is strictly prohibited, except as otherwise required by state and federal \
                statues, policies and procedures.
                """,
            handling: .later(
                "Reading, copying and releasing takes a role and a purpose, and is written down.", part: .access),
            note: "Prints \"authorize\" for \"authorized\", \"statues\" for \"statutes\"."),
        Clause(
            "G.1.a",
            text: """
                The Chief of Police or his/her designee may review specific body-worn and dashboard cameras digital \
                multimedia video files for the purpose of training, performance review, critique, early intervention \
                inquiries, civil claims, administrative inquiry, or other articulable reason.
                """,
            handling: .later(
                "The clause's purposes are codes that a reader of this role has to choose from.", part: .access)),
        Clause(
            "G.1.b",
            text: """
                A police officer may review a recording from his or her body-worn and/or dashboard recording \
                equipment in order to assist such officer with the preparation of a report or otherwise in the \
                performance of his or her duties.
                """,
            handling: .later(
                "An officer reads his or her own recordings, and each reading is written down.", part: .access)),
        Clause(
            "G.1.c",
            text: """
                If a police officer is giving a formal statement about the use of force, or if an officer is the \
                subject of a disciplinary investigation in which a recording from body-worn and/or dashboard \
                recording equipment is being considered as part of a review of an incident, the police officer shall \
                have the right to review such recording in the presence of the officer’s attorney or labor \
                representative. Further, such police officer shall have the right to review recordings from other \
                police officers’ body-worn and/or dashboard recording equipment capturing the police officers’ image \
                or voice during the incident under review.
                """,
            handling: .later(
                "Finds the recordings of others by group, time and place, and writes down who was present.",
                part: .access),
            leaves: "The presence of attorney or labor representative."),
        Clause(
            "G.2",
            text: """
                Under no circumstances shall any individual with access to body-worn and dashboard cameras media or \
                data files be allowed to use, show, reproduce or release recordings for the purpose of ridicule or \
                embarrassment of any police officer or individual, or for other non-law enforcement related purposes. \
                This includes disclosure of any portion of a body-worn and dashboard cameras video file to a media \
                organization unless such disclosure has been approved by the Chief of Police or his/her designee.
                """,
            handling: .humanOnly(
                support: """
                    What people do with a recording is theirs. Exports will name who exported them, once access is part \
                    of the project.
                    """)),
        Clause(
            "G.3",
            text: """
                Digital multimedia video files may be reviewed by individuals other than the recording police officer \
                in any of the following situations:
                """,
            handling: .later("Each of the clause's readers is a role with its purposes.", part: .access)),
        Clause(
            "G.3.a",
            text: """
                By a department member investigating or adjudicating a complaint regarding a specific act of officer \
                conduct;
                """,
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.b",
            text: """
                By technical support staff for purposes of assessing proper functioning of body and dashboard \
                cameras;
                """,
            handling: .later(
                "A role that sees the state of the equipment, and of recordings only what is needed to judge it.",
                part: .access)),
        Clause(
            "G.3.c",
            text: """
                By the Internal Affairs Unit or other Unit or person(s) designated by the Chief of Police, when \
                participating in an official misconduct investigation concerning a specific act or officer conduct \
                alleged in a complaint of misconduct;
                """,
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.d",
            text: "By a sworn law enforcement officer who is participating in a criminal investigation;",
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.e",
            text: "By the Municipality's legal representative;",
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.f",
            text: "Any other personnel designated by the Chief of Police.",
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.g",
            text: """
                Law enforcement personnel may review a recording from their own issued or assigned body-worn and \
                dashboard recording equipment in order to assist such officer in providing a statement as a witness \
                to events which are the subject of a department internal administrative inquiry, including officer \
                shooting investigations;
                """,
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.h",
            text: """
                By representatives of the Division of Criminal Justice, Municipal Attorneys, Office of the Attorney \
                General, retained counsel and other representatives authorized by the municipality, such as municipal \
                insurance carriers, in the course of their official duties; or
                """,
            handling: .later("A role with this clause's purpose.", part: .access)),
        Clause(
            "G.3.i",
            text: "By other department personnel as authorized by the Chief of Police or his/her designee.",
            handling: .later("A role with this clause's purpose.", part: .access)),
    ]
}
