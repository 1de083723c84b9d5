import CameraModel
import Control
import DutyPolicy
import Logging
import OnDuty
import Platform
import Recording
import ServiceLifecycle
import UnitFiles
import UnixSignals

extension UnitAssembly {
    /// Runs until SIGTERM or SIGINT, or to the scenario's end: a thread for each device, which goes before
    /// other programs where that is allowed, and one for each channel's disk work.
    func runInRealTime() async throws(StartFailure) {
        let capture = StopFlag()
        let writing = StopFlag()
        var captureThreads: [NamedThread] = []
        var writerThreads: [NamedThread] = []
        for (index, camera) in unit.cameras.enumerated() {
            let writer = try makeWriter(camera, channel: channels[index])
            let signal = writerSignals[index]
            writerThreads.append(
                try thread("write \(camera.name)") {
                    while !writing.isSet {
                        if !writer.step() { signal.wait(atMost: .milliseconds(500)) }
                    }
                    writer.step()
                })
        }
        let journal = dutyRoom.queue
        let signal = dutyRoom.signal
        let journaling = StopFlag()
        let journalThread = try thread("journal") {
            while !journaling.isSet {
                if !journal.step() { signal.wait(atMost: .milliseconds(500)) }
            }
            journal.step()
        }
        for microphone in unit.microphones {
            let feed = try makeAudioFeed(microphone)
            captureThreads.append(
                try captureThread("mic \(microphone.name)") {
                    while !capture.isSet { feed.step(unless: { capture.isSet }) }
                    feed.finish()
                })
        }
        for (camera, channel) in zip(unit.cameras, channels) {
            let feed = makeVideoFeed(camera, channel: channel)
            captureThreads.append(
                try captureThread("cam \(camera.name)") {
                    while !capture.isSet { feed.step(unless: { capture.isSet }) }
                    feed.finish()
                })
        }
        do {
            try await services().run()
        } catch {
            report(.error("a service failed: \(error)"))
        }
        if recorder.current != nil {
            duty.handle(.terminate(.fault), at: clock.now, from: DutyOrigin("shutdown"))
        }
        capture.set()
        for thread in captureThreads where !thread.join(within: .seconds(3)) {
            report(.warning("a device does not let go of its thread; going on without it"))
        }
        recorder.finish(at: clock.now)
        writing.set()
        for signal in writerSignals { signal.wake() }
        for thread in writerThreads { thread.join() }
        journaling.set()
        signal.wake()
        journalThread.join()
        report(.info("finished"))
    }

    /// A thread that loses pictures or sound when it is late.
    private func captureThread(
        _ name: String, _ body: sending @escaping () -> Void
    ) throws(StartFailure) -> NamedThread {
        let report = report
        return try thread(name) {
            do throws(PlatformError) {
                try ThreadPrecedence.take()
            } catch {
                report(.info("\(name): no precedence over other programs, a busy machine may cost frames: \(error)"))
            }
            body()
        }
    }

    private func thread(_ name: String, _ body: sending @escaping () -> Void) throws(StartFailure) -> NamedThread {
        do throws(PlatformError) {
            return try NamedThread(name: name, body)
        } catch {
            throw .state("\(error)")
        }
    }

    private func services() -> ServiceGroup {
        let control = ControlServer(
            socket: ControlSocket.path(inState: folder.path), control: DaemonControl(assembly: self), logger: logger)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: control), .init(service: UnitTicks(assembly: self)),
        ]
        if let scenario {
            // The daemon ends with its scenario.
            services.append(
                .init(
                    service: ScenarioService(driver: ScenarioDriver(scenario, assembly: self), clock: clock),
                    successTerminationBehavior: .gracefullyShutdownGroup))
        }
        return ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    }
}

/// Lets the unit do what time brings.
private struct UnitTicks: Service {
    let assembly: UnitAssembly

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { assembly.tick(assembly.clock.now) } while await pause(.milliseconds(100))
        }
    }
}

/// Carries out a scenario's steps in real time.
private struct ScenarioService: Service {
    let driver: ScenarioDriver
    let clock: any UnitClock

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var driver = driver
            while !driver.isOver, await pause(driver.nextEvent - clock.now) { driver.perform() }
        }
    }
}

/// Sleeps, and tells whether it was not cancelled, which is all that can end a sleep early.
private func pause(_ duration: Duration) async -> Bool {
    do {
        try await Task.sleep(for: max(.zero, duration))
        return true
    } catch {
        return false
    }
}
