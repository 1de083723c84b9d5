extension Clauses {
    /// Section B: policy.
    static let policy: [Clause] = [
        Clause(
            "B.1",
            text: """
                All department issued or approved body-worn and dashboard cameras equipment and media associated with \
                the body-worn and dashboard cameras, data, images, video/audio and metadata captured, recorded, or \
                otherwise produced by the body-worn and dashboard cameras shall not be viewed, copied, released, \
                disclosed, or disseminated in any form or manner outside the parameters of this policy pursuant to \
                the department’s FOI policy and practice.
                """,
            handling: .later(
                """
                Recordings are encrypted, and reading one takes a role and a purpose that are written down. Until \
                then the unit's commands neither delete, play nor export a recording.
                """, part: .access)),
        Clause(
            "B.2",
            text: """
                Each law enforcement unit shall require usage of a dashboard camera in each police patrol vehicle \
                used by any police officer employed by such unit in accordance with the unit’s policy adopted by the \
                unit based upon the guidelines developed and maintained jointly by the POST Council and the \
                Commissioner of DESPP.
                """,
            handling: .humanOnly(
                support: """
                    The equipping of vehicles is the agency's. A dashboard unit's self-test and shift report show whether \
                    the vehicle had a working camera.
                    """)),
        Clause(
            "B.3",
            text: """
                Each police officer shall use body worn camera equipment while interacting with the public in such \
                sworn member’s law enforcement capacity in accordance with the department’s policy, if adopted by the \
                department and based upon the guidelines established by the POST Council and DESPP.
                """,
            handling: .humanOnly(
                support: """
                    The use is the officer's. The shift report shows for every second whether the camera was ready, \
                    recording, paused or off, and why.
                    """)),
        Clause(
            "B.4",
            text: """
                This policy does not govern the use of surreptitious/covert recordings devices used in undercover \
                operations
                """,
            handling: .unit(
                """
                Has no covert profile: discreet mode is written down and ends by itself at the agency's limit, 60 min \
                at most.
                """)),
    ]
}
