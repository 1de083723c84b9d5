import CameraModel
import DutyPolicy
import Foundation
import SelfTest
import Testing

/// One real fault an item, in the kernel's own drivers: exactly its code, and nothing else.
///
/// Runs in the virtual unit alone, built for release; SelfTest's article says how.
@Suite(.serialized, .enabled(if: DriverUnit.isHere, "only in the virtual unit"))
struct SelfTestVividTests {
    private let folder = NSTemporaryDirectory() + "self-test-\(UUID().uuidString)"
    private let node: String

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let classes = "/sys/class/video4linux"
        let capture = try FileManager.default.contentsOfDirectory(atPath: classes).first { name in
            let label = try? String(contentsOfFile: "\(classes)/\(name)/name", encoding: .utf8)
            return label?.hasPrefix("vivid-000-vid-cap") ?? false
        }
        node = "/dev/" + (try #require(capture))
        // The defaults, and times that are never in the future.
        try control("timestamp_source=1,test_pattern=0,osd_text_mode=0,percentage_of_dropped_buffers=0")
    }

    private func control(_ settings: String) throws {
        try Shell.run("v4l2-ctl -d \(node) -c \(settings)")
    }

    /// Before today's clock and after 1970.
    private let built = UTCTime(nanosecondsSince1970: 1_577_836_800_000_000_000)

    /// Runs a unit, does something to it, and tests it.
    private func test(
        amplitude: Int16? = 8000, storage: String? = nil, _ fault: (DriverUnit) throws -> Void = { _ in }
    ) throws -> SelfTestReport {
        let player = try amplitude.map { try Player(amplitude: $0) }
        let unit = try DriverUnit()
        unit.settle()
        try fault(unit)
        let report = try unit.test(storage: storage ?? folder, built: built)
        withExtendedLifetime(player) {}
        print(report.text)
        #expect(report.duration <= .seconds(15))
        return report
    }

    @Test func `D.1.b: a unit on the kernel's drivers passes, its clock aside, which nobody sets there`() throws {
        let report = try test()
        #expect(report.codes.isEmpty)
        let items: Set<SelfTestItem> = [
            .storageFree, .writePath, .cameraOpens, .frames, .picture, .microphone, .soundClock, .encoder,
        ]
        for item in report.items where items.contains(item.item) {
            // An emulated processor may lose a frame, which is told.
            #expect(item.verdict == .pass || item.item == .frames && item.verdict.word == "warn", "\(item)")
        }
    }

    @Test func `D.1.b(1): a camera that is unplugged is M01`() throws {
        // It comes back when its last user lets go of it.
        var holder: Process?
        let report = try test { unit in
            holder = try Shell.start("exec 9<\(node); v4l2-ctl -d \(node) -c disconnect=1; exec sleep 60")
            unit.pause(1)
        }
        holder.map(Shell.end)
        #expect(report.codes == [.cameraAbsent])
    }

    @Test func `D.1.b(1): a camera that gives no frames is M02`() throws {
        #expect(
            try test { unit in
                try control("percentage_of_dropped_buffers=100")
                unit.pause(1)
            }.codes == [.cameraStalled])
    }

    @Test func `D.1.b(1): a camera that loses frames is M03`() throws {
        #expect(try test { _ in try control("percentage_of_dropped_buffers=40") }.codes == [.cameraDrops])
    }

    @Test func `D.1.b(1): a camera that marks frames as damaged is M03`() throws {
        var marker: Process?
        let report = try test { unit in
            marker = try Shell.start(
                "while v4l2-ctl -d \(node) -c inject_v4l2_buf_flag_error=1; do sleep 0.1; done")
            // On an emulated processor the first takes its time.
            unit.pause(3)
        }
        marker.map(Shell.end)
        #expect(report.codes == [.cameraDrops])
    }

    @Test(arguments: [
        ("black", "test_pattern=5,osd_text_mode=2"), ("covered", "test_pattern=7,osd_text_mode=2"),
        ("frozen", "osd_text_mode=2"),
    ])
    func `D.1.b(1): a picture that is black, covered or frozen is M04`(reason: String, settings: String) throws {
        let report = try test { unit in
            try control(settings)
            unit.pause(1)
        }
        #expect(report.codes == [.cameraObstructed])
        #expect(report.items.first { $0.item == .picture }?.verdict.reason == reason)
    }

    @Test func `D.1.b(1): a microphone that is pulled out is M05`() throws {
        var unbinding: Process?
        let report = try test { unit in
            unbinding = try Shell.start("echo snd_aloop.0 >/sys/bus/platform/drivers/snd_aloop/unbind")
            unit.pause(1)
        }
        unbinding?.waitUntilExit()
        try Shell.run("echo snd_aloop.0 >/sys/bus/platform/drivers/snd_aloop/bind")
        #expect(report.codes == [.microphoneAbsent])
    }

    @Test(arguments: [nil, 32_767 as Int16]) func `D.1.b(1): a microphone that is silent or clipped is M06`(
        amplitude: Int16?
    ) throws {
        #expect(try test(amplitude: amplitude).codes == [.microphoneSilent])
    }

    @Test func `D.1.b(1): a sound card that runs at another rate is M07`() throws {
        let name = "amixer -q -c Loopback cset \"iface=PCM,name='PCM Rate Shift 100000',device=1,subdevice=0\""
        let report = try test { unit in
            try Shell.run("\(name) 108000")
            unit.pause(1)
        }
        try Shell.run("\(name) 100000")
        #expect(report.codes == [.soundDrift])
    }

    @Test func `D.1.b(1): a storage without room for the shift is M20`() throws {
        try Shell.run("mount -t tmpfs -o size=16m none \(folder)")
        defer { try? Shell.run("umount -l \(folder)") }
        #expect(try test().codes == [.storageLow])
    }

    @Test func `D.1.b(1): a storage whose device fails is M22, and one that is read-only M23`() throws {
        try Shell.run("modprobe brd rd_nr=1 rd_size=131072 && modprobe dm-flakey && modprobe ext4")
        try Shell.run("dmsetup create evidence --table '0 262144 linear /dev/ram0 0' && dmsetup mknodes")
        defer { try? Shell.run("umount -l \(folder); dmsetup remove --deferred evidence") }
        try Shell.run("mkfs.ext4 -q /dev/mapper/evidence && mount /dev/mapper/evidence \(folder)")
        #expect(try test().codes.isEmpty)
        let failing = try test { _ in
            try Shell.run(
                "dmsetup suspend evidence && dmsetup reload evidence --table "
                    + "'0 262144 flakey /dev/ram0 0 0 60 1 error_writes' && dmsetup resume evidence")
        }
        #expect(failing.codes == [.storageError])
        try Shell.run("mount -o remount,ro \(folder) || true")
        #expect(try test().codes == [.storageDamaged])
    }

    @Test func `D.1.b(1): a wall clock before the firmware's build is M30`() throws {
        let now = Date()
        let report = try test { _ in try Shell.run("date -s 1971-01-01T00:00:00 >/dev/null") }
        try Shell.run("date -s @\(Int(now.timeIntervalSince1970) + 10) >/dev/null")
        #expect(report.codes == [.clockUnset])
    }
}
