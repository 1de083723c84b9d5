/// What the boot loader and the kernel say of the firmware that runs.
package struct FirmwareReading: Hashable, Sendable {
    package var version: String
    /// Whether the slot it runs from is marked as good.
    package var isMarkedGood: Bool
    /// Whether the kernel verifies what it reads (dm-verity); `nil` where the unit has none.
    package var isVerified: Bool?
    package var isUpdatePending: Bool

    package init(version: String, isMarkedGood: Bool, isVerified: Bool?, isUpdatePending: Bool) {
        self.version = version
        self.isMarkedGood = isMarkedGood
        self.isVerified = isVerified
        self.isUpdatePending = isUpdatePending
    }
}
