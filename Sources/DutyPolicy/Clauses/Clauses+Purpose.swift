extension Clauses {
    /// Section A: purpose.
    static let purpose: [Clause] = [
        Clause(
            "A.1",
            text: """
                The purpose of this policy is to set standards related to the use, management, storage and retrieval \
                of digital multimedia video files stored on or generated from the use of department issued or \
                approved body-worn and dashboard cameras, including but not limited to:
                """,
            handling: .humanOnly(support: "States purposes. The unit records, and accounts for what it did not record.")
        ),
        Clause(
            "A.1.a",
            text: """
                Creating video and audio records to contribute to the accurate documentation of critical incidents, \
                police-public contacts, crime and accident scenes, and arrests.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.1.b",
            text: """
                Preserving visual and audio information for use in current and future investigations in accordance \
                with applicable guidelines referenced herein.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.1.c",
            text: """
                Capturing crimes in-progress, whether committed against the police officer or the community, and to \
                preserve evidence for presentation in court.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.1.d",
            text: "Documenting police response to an incident.",
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.1.e",
            text: """
                Aiding in the documentation of victim, witness or suspect statements pursuant to an on-scene response \
                and/or documentation of the advisement of rights, and consents to conduct a lawful search, when \
                applicable.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. A press while recording sets a mark, at which the advisement of rights or a consent \
                    is found again.
                    """)),
        Clause(
            "A.1.f",
            text: """
                Reducing the number of false complaints made against a police officer in the course and scope of his \
                or her official police duties.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.2",
            text: """
                The purpose of equipping police officers with issued or approved body-worn and dashboard cameras is \
                to assist in the following:
                """,
            handling: .humanOnly(support: "States purposes. The unit records, and accounts for what it did not record.")
        ),
        Clause(
            "A.2.a",
            text: """
                Strengthening police accountability by documenting incidents and encounters between officers and the \
                public.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.2.b",
            text: """
                Resolving officer-involved incidents and complaints by providing an objectively independent record of \
                events.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.2.c",
            text: """
                Improving agency transparency by allowing the public to see video evidence of police activities and \
                encounters in accordance with applicable laws regarding public disclosure.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
        Clause(
            "A.2.d",
            text: """
                Identifying and strengthening officer performance by using footage for officer training and \
                monitoring when appropriate and consistent with the law.
                """,
            handling: .humanOnly(support: "States a purpose. The category DGRS tells what may be of use for training.")),
        Clause(
            "A.2.e",
            text: """
                Improving evidence documentation for investigation, prosecutions, and administrative reviews of \
                employee performance and/or civil actions.
                """,
            handling: .humanOnly(
                support: """
                    States a purpose. The categories of D.2.b(2) and the labels of D.5.b are written down with each \
                    recording, so that it can be found for it.
                    """)),
    ]
}
