/// How a call on a simulated disk fails.
package enum DiskFault: Hashable, Sendable {
    /// The call does nothing and throws. A close closes all the same.
    case error(Int32)
    /// A write takes only this fraction of the bytes, at least one and fewer than all, and says so. Any other call, and
    /// a write of a single byte, goes well.
    case shortWrite(Double)
    /// A synchronization throws EIO, and what was dirty is dropped though still read back: a later synchronization
    /// succeeds and does not bring it to the device (fsync(2) on Linux; Rebello et al., "Can Applications Recover from
    /// fsync Failures?", 2020). Any other call goes well.
    case silentLoss
    /// A write throws EIO after every other of its sectors has been taken. Any other call goes well.
    case tornWrite
}
