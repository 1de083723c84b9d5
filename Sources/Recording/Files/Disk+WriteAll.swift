import CameraModel

extension Disk {
    /// Writes all the bytes, with as many calls as it takes.
    ///
    /// - Throws: ``DiskError``. How many bytes were written then is unknown.
    func writeAll(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            // `Span.bytes` is marked unsafe for element types with padding; bytes have none.
            let rest = unsafe bytes.span.bytes.extracting(droppingFirst: written)
            let count = try write(rest, to: file, at: offset + Int64(written))
            // A write of nothing at all would repeat for ever.
            guard count > 0 else { throw DiskError(errno: 5, call: "write", path: "descriptor \(file.descriptor)") }
            written += count
        }
    }
}
