extension Clauses {
    /// Section D.4: malfunction.
    static let malfunction: [Clause] = [
        Clause(
            "D.4",
            text: """
                If any malfunctioning or unintentional failure to record in accordance with this policy occurs, the \
                police officer shall document the reason and notify his/her supervisor regarding the lack of \
                recording. Such documentation shall be in a manner determined by the Chief of Police.
                """,
            handling: .unit(
                """
                Accounts for every second of a shift; an unexplained one is a malfunction. Reports carry the affected \
                interval, and reach the supervisor once.
                """),
            leaves: "The officer's statement, in the manner that the Chief of Police has determined.")
    ]
}
