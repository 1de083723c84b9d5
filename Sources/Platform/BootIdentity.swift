import Glibc

/// Which boot of the machine this is.
package struct BootIdentity: Sendable {
    /// A random UUID made by the kernel at each boot (random(4), `/proc/sys/kernel/random/boot_id`).
    package let id: String

    package init() {
        guard let file = fopen("/proc/sys/kernel/random/boot_id", "re") else {
            id = "unknown"
            return
        }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, 64, file) != nil else {
            id = "unknown"
            return
        }
        id = String(decoding: line.prefix { $0 > 0x20 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
