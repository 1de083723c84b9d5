package import CameraModel
package import DutyPolicy

/// Watches a unit that is ready or recording: observations in, malfunctions that begin and end out (clause D.4).
///
/// A value without clock or I/O. A camera or microphone that is away is only that: what follows from it is not told as
/// well, and what was wrong with it before stays as it was.
package struct HealthMonitor: Hashable, Sendable {
    /// One thing that can be wrong with one part.
    private struct Place: Hashable, Sendable {
        var code: MalfunctionCode
        var subject: String
    }

    private let limits: HealthLimits
    private var places: [Place: Hysteresis] = [:]
    private var cameras: [String: CameraHistory] = [:]
    private var clock = ClockHistory()

    package init(limits: HealthLimits = HealthLimits()) {
        self.limits = limits
    }

    /// What is wrong now, in the codes' order, each once.
    package var present: [MalfunctionCode] {
        Set(places.filter(\.value.isPresent).keys.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    }

    /// Takes an observation.
    ///
    /// - Parameters:
    ///   - observation: What was seen.
    ///   - time: When; not before the observation before.
    /// - Returns: What began or ended.
    package mutating func take(_ observation: HealthObservation, at time: MonotonicTime) -> [HealthChange] {
        switch observation {
        case .camera(let name, let health): take(health, of: "camera \(name)", at: time)
        case .microphone(let name, let sound): take(sound, of: "microphone \(name)", at: time)
        case .storage(let storage): take(storage, at: time)
        case .clock(let reading, let notBefore): take(reading, notBefore: notBefore, at: time)
        }
    }

    private mutating func take(_ health: CameraHealth, of subject: String, at time: MonotonicTime) -> [HealthChange] {
        let stream = health.stream
        var history = cameras[subject] ?? CameraHistory()
        let isAbsent = stream.isAbsent
        // As long as it is to be opened, it may be slow to begin.
        let isStalled = !isAbsent && (stream.sinceLast.map { $0 >= limits.stall } ?? true)
        let isRunning = !isAbsent && !isStalled
        let share = isRunning ? history.dropped(stream, at: time, window: limits.window) : nil
        let blind = isRunning ? history.blindness(health.picture, floor: limits.structureFloor) : nil
        cameras[subject] = history
        let isDropping = places[Place(code: .cameraDrops, subject: subject)]?.isPresent ?? false
        return [
            judge(.cameraAbsent, subject, isAbsent, at: time, raising: limits.stall) {
                stream.failure?.description ?? "it could not be opened"
            },
            judge(.cameraStalled, subject, isAbsent ? nil : isStalled, at: time) { "no frames" },
            judge(
                .cameraDrops, subject, share.map { $0 > (isDropping ? limits.drops / 2 : limits.drops) }, at: time
            ) { "\(shown((share ?? 0) * 100)) % of the frames missing or damaged" },
            judge(.cameraObstructed, subject, blind.map { $0 != nil }, at: time, raising: limits.obstructed) {
                blind?.flatMap(\.self) ?? "shows nothing"
            },
        ].compactMap(\.self)
    }

    private mutating func take(_ sound: SoundMeasure, of subject: String, at time: MonotonicTime) -> [HealthChange] {
        let isAbsent = sound.samples == 0 && sound.overruns == 0
        let isSilent = !isAbsent && (sound.level ?? -.infinity) <= limits.soundLevel
        let isClipped = !isAbsent && (sound.peakLevel ?? -.infinity) >= limits.clippedPeak
        let drift = sound.drift.map { max($0, .zero - $0) >= limits.soundDrift }
        // Silent and clipped are one malfunction with two patiences.
        let isQuietRaised = places[Place(code: .microphoneSilent, subject: subject)]?.isPresent ?? false
        let isBad = isSilent || isClipped
        return [
            judge(.microphoneAbsent, subject, isAbsent, at: time, raising: limits.stall) {
                sound.failure?.description ?? "no sound comes"
            },
            judge(
                .microphoneSilent, subject, isAbsent ? nil : isBad, at: time,
                raising: isQuietRaised || isClipped ? limits.clipped : limits.silent
            ) { isClipped ? "clipped" : sound.nonZero == 0 ? "every sample is 0" : "silent" },
            judge(.soundDrift, subject, isAbsent ? nil : drift, at: time, raising: limits.stall) {
                "\(shown((sound.drift?.seconds ?? 0) * 1000)) ms off"
            },
        ].compactMap(\.self)
    }

    private mutating func take(_ storage: StorageHealth, at time: MonotonicTime) -> [HealthChange] {
        let usable = storage.free.map { $0 - min($0, storage.reserve) }
        let left = usable.map { Double($0) / max(storage.bytesPerSecond, 1) }
        let isFull = usable.map { $0 <= 0 } ?? false || storage.failure?.isFull ?? false
        let isLow = left.map { $0 < limits.storageLow.seconds }
        let code = storage.failure.map { SelfTestLimits.code(of: $0) }
        return [
            judge(.storageLow, "", isFull ? nil : isLow, at: time) { "\(shown((left ?? 0) / 60)) min left" },
            judge(.storageFull, "", isFull, at: time) { "no room for recordings" },
            judge(.storageError, "", code == .storageError, at: time) { storage.failure?.description ?? "" },
            judge(.storageDamaged, "", code == .storageDamaged, at: time) { storage.failure?.description ?? "" },
        ].compactMap(\.self)
    }

    private mutating func take(
        _ reading: ClockReading, notBefore: UTCTime?, at time: MonotonicTime
    ) -> [HealthChange] {
        let isUnset = notBefore.map { reading.utc < $0 } ?? false
        let step = clock.step(to: reading)
        let hasStepped = max(step, .zero - step) > limits.clockStep
        let isUncertain = reading.uncertainty.map { $0 > limits.clockError.nanoseconds } ?? false
        return [
            judge(.clockUnset, "", isUnset, at: time) { "before the unit's own last entry or its build" },
            judge(.clockStepped, "", hasStepped, at: time) { "by \(shown(step.seconds)) s" },
            judge(.clockDrift, "", isUncertain, at: time) { "its error may be too large" },
        ].compactMap(\.self)
    }

    private mutating func judge(
        _ code: MalfunctionCode, _ subject: String, _ isWrong: Bool?, at time: MonotonicTime,
        raising: Duration = .zero, _ reason: () -> String
    ) -> HealthChange? {
        let place = Place(code: code, subject: subject)
        let change = places[place, default: Hysteresis()].take(
            isWrong, at: time, raising: raising, clearing: limits.clearing)
        switch change {
        case .none: return nil
        case .began(let since):
            return HealthChange(code: code, subject: subject, isPresent: true, since: since, reason: reason())
        case .ended(let since):
            return HealthChange(code: code, subject: subject, isPresent: false, since: since, reason: "")
        }
    }
}
