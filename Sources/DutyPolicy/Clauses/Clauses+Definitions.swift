extension Clauses {
    /// Section C: definitions.
    static let definitions: [Clause] = [
        Clause(
            "C.1",
            text: """
                Body-worn (BWC): A body-worn camera is an “on-the-body” video and audio recording system worn by a \
                police officer to capture digital multimedia evidence as an additional means of documenting specific \
                incidents in the field in the course and scope of his/her police duties.
                """,
            handling: .unit("Has a profile for worn units: their codes, their gestures and their self-test."),
            leaves: "How it is fastened to the officer is the mount's."),
        Clause(
            "C.2",
            text: """
                Dashboard Camera (DC) - A camera that affixes to a dashboard or windshield of a police vehicle that \
                electronically records video of the view through the vehicle's windshield and has an electronic audio \
                recorder that may be operated remotely.
                """,
            handling: .unit(
                """
                Has a profile for dashboard units, which record the view ahead with several microphones, a remote one \
                among them.
                """),
            leaves: "The wireless microphone's radio is its maker's."),
        Clause(
            "C.3",
            text: """
                Police Patrol Vehicle: Any state or local police vehicle other than an administrative vehicle in \
                which an occupant is wearing body worn camera equipment, a bicycle, a motor scooter, an all-terrain \
                vehicle, an electric personal assistive mobility device, or an animal control vehicle.
                """,
            handling: .humanOnly(
                support: """
                    Which vehicle is a patrol vehicle is the agency's to say. The unit file says what kind of unit it is.
                    """)),
        Clause(
            "C.4",
            text: """
                Digital Multimedia Video Files (DMVF): Digital multimedia files consist of all digital recordings, to \
                include but not limited to audio, video, photographs, and their associated metadata. Metadata \
                includes any digital identifiers that are captured as part of the actual recording, such as \
                date/time, GPS coordinates, labeling, etc.
                """,
            handling: .unit(
                """
                Keeps what it knows about a recording in the recording's own folder: times, clock state, causes, \
                marks and faults. The journal has the rest, chained.
                """),
            leaves: "One manifest over all members, and its signature, come with signing."),
        Clause(
            "C.5",
            text: """
                Evidence Transfer Management (ETM): ETM is the transfer of media from the body-worn and dashboard \
                cameras to a secured server or other reliable secured storage source. The method of evidence transfer \
                management for body-worn and dashboard cameras shall be approved by the Chief of Police.
                """,
            handling: .later(
                """
                Recordings are transferred to destinations that the Chief of Police has approved, and to no others.
                """, part: .transfer)),
    ]
}
