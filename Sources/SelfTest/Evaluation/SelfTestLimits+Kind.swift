package import DutyPolicy

extension SelfTestLimits {
    /// When what has not finished has failed.
    package func deadline(of kind: SelfTestKind) -> Duration {
        switch kind {
        case .quick: quickDeadline
        case .extended: extendedDeadline
        }
    }

    /// How long running cameras are watched.
    package func watch(of kind: SelfTestKind) -> Duration {
        switch kind {
        case .quick: look
        case .extended: look * 5
        }
    }

    /// How long running microphones are listened to; not longer than a ``SoundTap`` remembers.
    package func listening(of kind: SelfTestKind) -> Duration {
        switch kind {
        case .quick: min(listen, .seconds(5))
        case .extended: min(listen * 5, .seconds(10))
        }
    }

    /// How much is written to the storage and read back, in bytes.
    package func writeSize(of kind: SelfTestKind) -> Int {
        switch kind {
        case .quick: writeSize
        case .extended: writeSize * 8
        }
    }
}
