extension Clauses {
    /// Section E: training.
    static let training: [Clause] = [
        Clause(
            "E",
            text: """
                No police officer shall use an issued or approved body-worn and dashboard cameras prior to being \
                trained in accordance with statues in the use of the equipment, and in the retention of data created \
                by such equipment, except that any police officer using an issued or approved body-worn and dashboard \
                cameras prior to October 1, 2015, may continue to do so before undergoing such training. Every police \
                officer must receive training on the proper care and maintenance of the equipment at least annually.
                """,
            handling: .unit(
                """
                Warns the officer and tells the supervisor when a shift begins after the training date. A start records \
                all the same.
                """),
            leaves: "The training itself.",
            note: "Prints \"statues\" for \"statutes\".")
    ]
}
