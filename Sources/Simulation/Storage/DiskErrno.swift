/// Error numbers of Linux that a simulated disk throws (asm-generic/errno-base.h, asm-generic/errno.h).
enum DiskErrno {
    static let noEntry: Int32 = 2
    static let inputOutput: Int32 = 5
    static let badDescriptor: Int32 = 9
    static let exists: Int32 = 17
    static let notDirectory: Int32 = 20
    static let isDirectory: Int32 = 21
    static let invalid: Int32 = 22
    static let noSpace: Int32 = 28
    static let readOnly: Int32 = 30
    static let nameTooLong: Int32 = 36
}
