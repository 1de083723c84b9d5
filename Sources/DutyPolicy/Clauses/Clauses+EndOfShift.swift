extension Clauses {
    /// Section D.5: the end of the shift.
    static let endOfShift: [Clause] = [
        Clause(
            "D.5.a",
            text: """
                Police Officers shall ensure that all files from an issued or approved body-worn and dashboard \
                cameras are securely downloaded and retained in accordance with section I of this policy, with \
                sufficient frequency so as to ensure that there remains adequate data storage available for recording \
                future incidents.
                """,
            handling: .unit(
                """
                Never deletes or overwrites a recording, and forecasts in the self-test whether the storage lasts for \
                the next shift.
                """),
            leaves: "The transfer itself comes with the transfer part; docking the unit."),
        Clause(
            "D.5.b",
            text: """
                Officers shall cause the recorded video to be stored, downloaded, transferred or otherwise saved and \
                labeled or cataloged as evidence in the following circumstances:
                """,
            handling: .unit(
                "Takes evidence labels for a recording, and lists recordings without one in the shift report."),
            leaves: "Cataloguing; a label's retention comes with the retention part."),
        Clause(
            "D.5.b(1)",
            text: "Any incident where an arrest is made or may be made, and/or a search is conducted;",
            handling: .unit("Takes the label E1."),
            leaves: "Giving it."),
        Clause(
            "D.5.b(2)",
            text: """
                An event that captures an officer’s reportable use of force in the discharge of his/her official \
                duties;
                """,
            handling: .unit("Takes the label E2."),
            leaves: "Giving it."),
        Clause(
            "D.5.b(3)",
            text: """
                Any interaction with the public where the officer determines that it would be prudent to retain the \
                recording for longer than the minimum retention period set forth in this policy.
                """,
            handling: .unit("Takes the label E3."),
            leaves: "Giving it."),
        Clause(
            "D.5.b(4)",
            text: """
                An event that is a major motor vehicle or criminal incident involving death, serious injury, or \
                catastrophic property damage.
                """,
            handling: .unit("Takes the label E4."),
            leaves: "Giving it."),
    ]
}
