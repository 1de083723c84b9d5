package import CameraModel
package import DutyPolicy

extension SelfTestEquipment {
    /// The checks of all twenty items.
    ///
    /// - Parameters:
    ///   - kind: How thorough.
    ///   - limits: What passes.
    ///   - clock: The unit's; measures the storage.
    ///   - worker: Runs what may block.
    /// - Returns: One line at least for each item.
    package func checks(
        kind: SelfTestKind, limits: SelfTestLimits, clock: any UnitClock, worker: any SelfTestWorker
    ) -> [any SelfTestCheck] {
        var checks: [any SelfTestCheck] = []
        for camera in cameras {
            checks.append(
                CameraCheck(
                    name: camera.name, tap: camera.tap, decoding: camera.decoding, limits: limits,
                    watch: limits.watch(of: kind)))
        }
        for microphone in microphones {
            checks.append(
                MicrophoneCheck(
                    name: microphone.name, tap: microphone.tap, limits: limits, watch: limits.listening(of: kind)))
        }
        for encoder in encoders {
            checks.append(
                WorkCheck([SelfTestLine(.encoder, "camera \(encoder.name)")], isHeavy: true, on: worker) {
                    [limits.judgeEncoder(encoder.measure())]
                })
        }
        checks += storageChecks(kind: kind, limits: limits, clock: clock, worker: worker)
        checks += sensorChecks(limits: limits, clock: clock, worker: worker)
        // What nothing looks at is not fitted, and that is said.
        let filled = Set(checks.flatMap(\.lines).map(\.item))
        for item in SelfTestItem.allCases where !filled.contains(item) {
            checks.append(FixedCheck(SelfTestLine(item), .notFitted))
        }
        return checks
    }

    private func storageChecks(
        kind: SelfTestKind, limits: SelfTestLimits, clock: any UnitClock, worker: any SelfTestWorker
    ) -> [any SelfTestCheck] {
        guard let disk else { return [] }
        let rate = bytesPerSecond
        let probe = StorageProbe(
            disk: disk, clock: clock, size: limits.writeSize(of: kind), patience: limits.deadline(of: kind) / 3,
            isRecording: isRecording)
        return [
            WorkCheck([SelfTestLine(.storageFree)], on: worker) {
                do throws(DiskError) {
                    return [limits.judgeStorageFree(try disk.freeBytes(), bytesPerSecond: rate)]
                } catch {
                    return [Judgement(.fail(SelfTestLimits.code(of: error), error.description))]
                }
            },
            WorkCheck([SelfTestLine(.writePath)], isHeavy: true, on: worker) {
                [limits.judgeWritePath(probe.measure(), bytesPerSecond: rate)]
            },
        ]
    }

    private func sensorChecks(
        limits: SelfTestLimits, clock: any UnitClock, worker: any SelfTestWorker
    ) -> [any SelfTestCheck] {
        let clockCheck = self.clock.map { measure in
            WorkCheck([SelfTestLine(.clock)], on: worker) { [limits.judgeClock(measure())] }
        }
        let sensors: [WorkCheck?] = [
            clockCheck,
            check(battery, [(SelfTestLine(.batteryLevel), .batteryLow), (SelfTestLine(.batteryHealth), nil)], worker) {
                [limits.judgeBatteryLevel($0), limits.judgeBatteryHealth($0)]
            },
            check(wear, [(SelfTestLine(.writePath, "wear"), .storageWorn)], worker) { [limits.judgeWear($0)] },
            check(speaker, [(SelfTestLine(.speaker), .indicator)], worker) { [limits.judgeSpeaker($0)] },
            check(
                key, [(SelfTestLine(.keyAndChain, "key"), .signing), (SelfTestLine(.keyAndChain, "journal"), nil)],
                worker
            ) { [limits.judgeKey($0, at: clock.reading().utc), limits.judgeJournal($0)] },
            check(firmware, [(SelfTestLine(.firmware), .firmware)], worker) { [limits.judgeFirmware($0)] },
            check(controls, [(SelfTestLine(.controls), .button)], worker) { [limits.judgeControls($0)] },
            check(indicators, [(SelfTestLine(.indicators), .indicator)], worker) { [limits.judgeIndicators($0)] },
            check(motion, [(SelfTestLine(.motion), .motionSensor)], worker) { [limits.judgeMotion($0)] },
            check(position, [(SelfTestLine(.position), .position)], worker) { [limits.judgePosition($0)] },
            check(vehicle, [(SelfTestLine(.vehicle), .vehicle)], worker) { [limits.judgeVehicle($0)] },
            check(leftovers, [(SelfTestLine(.leftovers), nil)], worker) { [limits.judgeLeftovers($0)] },
        ]
        return sensors.compactMap(\.self)
    }

    /// A check that asks a sensor; one that belongs there and does not answer fails its lines' codes, where they have one.
    private func check<Reading>(
        _ sensor: (any Sensor<Reading>)?, _ lines: [(SelfTestLine, MalfunctionCode?)], _ worker: any SelfTestWorker,
        _ judge: @escaping @Sendable (Reading) -> [Judgement]
    ) -> WorkCheck? {
        guard let sensor else { return nil }
        return WorkCheck(lines.map(\.0), on: worker) {
            do throws(SensorError) {
                return judge(try sensor.read())
            } catch {
                let reason = error.description
                return lines.map { Judgement($0.1.map { .fail($0, reason) } ?? .skipped(reason)) }
            }
        }
    }
}
