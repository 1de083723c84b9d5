package import CameraModel

/// Looks at the running devices from time to time and tells what began and ended.
///
/// Whoever runs the unit steps it, about once a second, from a thread that may wait for the disk.
package struct HealthWatch: Sendable {
    private let equipment: SelfTestEquipment
    private let reserve: Int64
    private let clock: any UnitClock
    private var monitor: HealthMonitor
    private var seen: [String: CameraObservation] = [:]
    private var lastPictures: [String: MonotonicTime] = [:]
    private var lastStep: MonotonicTime?

    /// From one look to the next.
    package static let interval = Duration.seconds(1)
    /// Sound is judged over so long each time.
    private static let listening = Duration.seconds(2)

    /// Prepares a watch.
    ///
    /// - Parameters:
    ///   - equipment: What there is; cameras, microphones, disk and clock are watched.
    ///   - reserve: Free space that recordings are never written into, in bytes.
    ///   - clock: The unit's.
    ///   - limits: What counts as wrong.
    package init(
        equipment: SelfTestEquipment, reserve: Int64, clock: any UnitClock, limits: HealthLimits = HealthLimits()
    ) {
        self.equipment = equipment
        self.reserve = reserve
        self.clock = clock
        monitor = HealthMonitor(limits: limits)
    }

    /// What is wrong now.
    package var health: HealthMonitor { monitor }

    /// Looks at everything once.
    ///
    /// Blocks for as long as the file system takes to tell its free space. The first call only begins the watch.
    ///
    /// - Parameters:
    ///   - storageFailure: The last error of writing since the call before.
    ///   - notBefore: The newest time that the unit has written down, or its build.
    /// - Returns: What began or ended.
    package mutating func step(storageFailure: DiskError? = nil, notBefore: UTCTime? = nil) -> [HealthChange] {
        let now = clock.now
        defer { lastStep = now }
        var changes: [HealthChange] = []
        for camera in equipment.cameras {
            camera.tap.watch(until: now + Self.interval * 3)
            let observation = camera.tap.observation
            defer { seen[camera.name] = observation }
            guard let before = seen[camera.name] else { continue }
            changes += monitor.take(
                .camera(
                    camera.name,
                    CameraHealth(
                        stream: StreamMeasure(from: before, to: observation, at: now),
                        picture: picture(observation.picture, of: camera))), at: now)
        }
        guard let lastStep else { return changes }
        for microphone in equipment.microphones {
            let since = min(lastStep, now - Self.listening)
            changes += monitor.take(.microphone(microphone.name, microphone.tap.measure(since: since)), at: now)
        }
        changes += takeStorage(storageFailure, at: now)
        changes += monitor.take(.clock(clock.reading(), notBefore: notBefore), at: now)
        return changes
    }

    private mutating func takeStorage(_ failure: DiskError?, at now: MonotonicTime) -> [HealthChange] {
        guard let disk = equipment.disk else { return [] }
        var storage = StorageHealth(
            free: nil, reserve: reserve, bytesPerSecond: equipment.bytesPerSecond, failure: failure)
        do throws(DiskError) {
            storage.free = try disk.freeBytes()
        } catch {
            storage.failure = storage.failure ?? error
        }
        return monitor.take(.storage(storage), at: now)
    }

    private mutating func picture(
        _ picture: ObservedPicture?, of camera: SelfTestEquipment.CameraEntry
    ) -> PictureMeasure? {
        guard let picture, lastPictures[camera.name].map({ picture.time > $0 }) ?? true else { return nil }
        lastPictures[camera.name] = picture.time
        // A picture that cannot be decoded is counted as damaged by whoever records it.
        return try? PictureMeasure(picture, decoding: camera.decoding)
    }
}
