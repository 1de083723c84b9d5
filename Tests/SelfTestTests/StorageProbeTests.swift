import CameraModel
import SelfTest
import Simulation
import Testing

@Suite struct StorageProbeTests {
    private let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 0))

    private func measure(
        _ disk: any Disk, size: Int = 200_000, isRecording: @escaping @Sendable () -> Bool = { false }
    ) -> WriteMeasure {
        StorageProbe(disk: disk, clock: clock, size: size, patience: .seconds(7), isRecording: isRecording).measure()
    }

    @Test func `D.1.b: ST-04 writes, reads back the same, and leaves an empty file, as often as it is asked`() throws {
        let disk = SimulatedDisk()
        for _ in 0..<3 {
            #expect(measure(disk) == .written(bytes: 200_000, in: .zero, isSame: true))
            #expect(try disk.list("") == [DiskEntry(name: StorageProbe.path, kind: .file, size: 0)])
        }
    }

    @Test func `D.1.b: ST-04 of a disk that is far too slow ends in time, and tells its rate`() {
        let disk = ScriptedDisk(SimulatedDisk(), clock: clock)
        disk.apply(.throttled(bytesPerSecond: 10_000))
        guard case .written(let bytes, let time, true) = measure(disk, size: 8 << 20) else {
            Issue.record("nothing written")
            return
        }
        #expect(time >= .seconds(7) && time < .seconds(14))
        #expect(abs(Double(bytes) / time.seconds - 10_000) < 10)
    }

    @Test func `D.1.b: ST-04 fails whatever call of the disk fails`() {
        var number = 1
        while true {
            let disk = SimulatedDisk()
            disk.failCall(number: number, with: .error(5))
            let result = measure(disk)
            if disk.log.count < number { break }
            if case .failed(let error) = result {
                #expect(error.errno == 5)
            } else {
                Issue.record("call \(number), \(disk.log.last.map { "\($0)" } ?? ""), failed and nobody noticed")
            }
            number += 1
        }
        #expect(number > 8)
    }

    @Test func `D.1.b: ST-04 notices a disk that loses what it said was durable`() {
        let result = StorageProbe(
            disk: ForgetfulDisk(), clock: clock, size: 100_000, patience: .seconds(7)
        ).measure()
        #expect(result == .written(bytes: 100_000, in: .zero, isSame: false))
    }

    @Test func `D.1.b: ST-04 leaves the disk to a recording`() {
        #expect(measure(SimulatedDisk(), isRecording: { true }) == .yielded)
    }
}

/// A disk with one bit that is always 1.
private struct ForgetfulDisk: Disk {
    private let disk = SimulatedDisk()

    func makeDirectory(_ path: String) throws(DiskError) { try disk.makeDirectory(path) }
    func create(_ path: String) throws(DiskError) -> DiskFile { try disk.create(path) }
    func open(_ path: String) throws(DiskError) -> DiskFile { try disk.open(path) }
    func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        try disk.write(bytes, to: file, at: offset)
    }
    func synchronize(_ file: DiskFile) throws(DiskError) { try disk.synchronize(file) }
    func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) { try disk.truncate(file, to: size) }
    func close(_ file: DiskFile) throws(DiskError) { try disk.close(file) }
    func rename(_ path: String, to newPath: String) throws(DiskError) { try disk.rename(path, to: newPath) }
    func replace(_ newPath: String, with path: String) throws(DiskError) { try disk.replace(newPath, with: path) }
    func synchronizeDirectory(_ path: String) throws(DiskError) { try disk.synchronizeDirectory(path) }
    func list(_ path: String) throws(DiskError) -> [DiskEntry] { try disk.list(path) }
    func freeBytes() throws(DiskError) -> Int64 { try disk.freeBytes() }

    func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        var bytes = try disk.read(path, at: offset, count: count)
        if offset == 65_536, !bytes.isEmpty { bytes[bytes.count / 2] ^= 1 }
        return bytes
    }
}
