package import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-13, the key: whether it signs, and for how long it may.
    ///
    /// - Parameters:
    ///   - key: What the key's owner says.
    ///   - now: The wall clock.
    /// - Returns: The verdict.
    package func judgeKey(_ key: KeyReading, at now: UTCTime) -> Judgement {
        var measurements = [Measurement("test vector signed and verified", .flag(key.signs), threshold: "yes")]
        guard key.signs else { return Judgement(.fail(.signing, "a test vector does not verify"), measurements) }
        guard let expires = key.certificateExpires else { return Judgement(.pass, measurements) }
        let (left, overflow) = expires.nanosecondsSince1970.subtractingReportingOverflow(now.nanosecondsSince1970)
        let days = Double(overflow ? (expires < now ? .min : .max) : left) / 86_400e9
        measurements.append(
            Measurement(
                "certificate ends in", days, unit: "days",
                threshold: ">= \(shown(certificateWarning.seconds / 86_400))"))
        return days * 86_400 < certificateWarning.seconds
            ? Judgement(.warn(days < 0 ? "the certificate has expired" : "the certificate expires soon"), measurements)
            : Judgement(.pass, measurements)
    }

    /// ST-13, the journal: whether its tail is whole.
    package func judgeJournal(_ key: KeyReading) -> Judgement {
        let measurements = [Measurement("journal's tail is whole", .flag(key.isJournalWhole), threshold: "yes")]
        return key.isJournalWhole
            ? Judgement(.pass, measurements)
            : Judgement(.fail(.chainBroken, "the journal's chain is broken"), measurements)
    }

    /// ST-14: whether the firmware is the one that was approved.
    package func judgeFirmware(_ firmware: FirmwareReading) -> Judgement {
        var measurements = [
            Measurement("version", .text(firmware.version)),
            Measurement("slot marked good", .flag(firmware.isMarkedGood), threshold: "yes"),
        ]
        if let isVerified = firmware.isVerified {
            measurements.append(Measurement("verified by the kernel", .flag(isVerified), threshold: "yes"))
        }
        if firmware.isVerified == false { return Judgement(.fail(.firmware, "not verified"), measurements) }
        guard firmware.isMarkedGood else {
            return Judgement(.fail(.firmware, "its slot is not marked good"), measurements)
        }
        return Judgement(firmware.isUpdatePending ? .warn("an update waits") : .pass, measurements)
    }
}
