extension Clauses {
    /// Section H: releasing and duplicating.
    static let release: [Clause] = [
        Clause(
            "H.1",
            text: """
                Processing Freedom of Information Act (FOIA) requests: All FOIA requests for body-worn and dashboard \
                cameras digital multimedia video files shall be processed through the office of the Chief of Police \
                or his/her designee.
                """,
            handling: .humanOnly(support: "The processing is the Chief's office's.")),
        Clause(
            "H.2.a",
            text: """
                When a police officer who is required to produce a digital multimedia video file pursuant to a \
                subpoena or other court order, the Chief of Police or other designee shall arrange, prior to the date \
                of the court appearance, for a copy of the required portion of the original video file to be \
                duplicated.
                """,
            handling: .later(
                """
                Makes a duplicate of the required portion without coding it anew, with a manifest that names its \
                source.
                """, part: .access),
            leaves: "Arranging it before the court date."),
        Clause(
            "H.2.b",
            text: """
                The original video file, as well as any duplicate copy, shall be held as evidence in accordance with \
                this policy.
                """,
            handling: .later("Holds the original and the duplicate.", part: .retention)),
    ]
}
