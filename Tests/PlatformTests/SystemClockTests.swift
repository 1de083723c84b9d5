import CameraModel
import Platform
import Testing

@Suite struct SystemClockTests {
    @Test func `waiting reaches the deadline`() {
        let clock = SystemClock()
        let deadline = clock.now + .milliseconds(2)
        clock.wait(until: deadline) { false }
        #expect(clock.now >= deadline)
    }

    @Test func `a stop ends a long wait`() {
        let clock = SystemClock()
        let start = clock.now
        clock.wait(until: start + .seconds(3600)) { true }
        #expect(clock.now - start < .seconds(60))
    }

    @Test func `a reading's monotonic time is the clock's own`() {
        let clock = SystemClock()
        let before = clock.now
        let reading = clock.reading()
        #expect(before <= reading.monotonic && reading.monotonic <= clock.now)
    }

    @Test func `a named thread runs its body before it is joined`() throws {
        let flag = StopFlag()
        let thread = try NamedThread(name: "a name far longer than the kernel's fifteen") {
            flag.set()
        }
        thread.join()
        #expect(flag.isSet)
    }
}
