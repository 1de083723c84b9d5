import CameraModel
import DutyPolicy
import OnDuty
import Platform
import Recording
import UnitFiles

extension UnitAssembly {
    /// Runs the scenario on the virtual clock, in one thread: whoever has the next event takes a step.
    ///
    /// The parts are the same as in real time; only the waiting is left out, so that hours take minutes and every run
    /// of a scenario is the same.
    func runVirtually() async throws(StartFailure) {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Void, StartFailure>, Never>) in
            do throws(PlatformError) {
                // The disk blocks, virtual clock or not.
                _ = try NamedThread(name: "shift") {
                    continuation.resume(returning: Result { () throws(StartFailure) in try playScenario() })
                }
            } catch {
                continuation.resume(returning: .failure(.state("\(error)")))
            }
        }
        try result.get()
    }

    private func playScenario() throws(StartFailure) {
        guard let scenario else { return }
        let video = zip(unit.cameras, channels).map { makeVideoFeed($0, channel: $1) }
        var audio: [AudioFeed] = []
        for microphone in unit.microphones { audio.append(try makeAudioFeed(microphone)) }
        var writers: [ChannelWriter] = []
        for (camera, channel) in zip(unit.cameras, channels) {
            writers.append(try makeWriter(camera, channel: channel))
        }
        var driver = ScenarioDriver(scenario, assembly: self)
        var nextTick = clock.now
        while !driver.isOver {
            let now = clock.now
            var next = min(driver.nextEvent, nextTick)
            var step: () -> Void = {}
            for feed in video {
                let due = max(now, feed.nextEvent ?? now)
                if due < next {
                    next = due
                    step = { feed.step(unless: { false }) }
                }
            }
            for feed in audio {
                let due = max(now, feed.nextEvent ?? now)
                if due < next {
                    next = due
                    step = { feed.step(unless: { false }) }
                }
            }
            clock.wait(until: next, unless: { false })
            step()
            driver.perform()
            if clock.now >= nextTick {
                tick(clock.now)
                dutyRoom.queue.step()
                nextTick = clock.now + .milliseconds(100)
            }
            for writer in writers { writer.step() }
        }
        for feed in video { feed.finish() }
        for feed in audio { feed.finish() }
        if recorder.current != nil {
            duty.handle(.terminate(.fault), at: clock.now, from: DutyOrigin("shutdown"))
        }
        recorder.finish(at: clock.now)
        for writer in writers { writer.step() }
        dutyRoom.queue.step()
        report(.info("the scenario is over"))
    }
}
