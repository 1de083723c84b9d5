#!/usr/bin/env python3
"""The judge of long runs judged: it must see memory that grows and pictures that no script took, and only those."""

import sys
import traceback

import endurance
from memory_watch import Memory, Sample
from scripted import Scripted

UNIT = "{ unit: u, kind: body, cameras: [{ name: front, device: { simulated: {} }, modes: [{ rate: 10 }] }] }"
SCENARIO = """
clock: virtual
length: 1000
steps:
  - { at: 0, microphone: chest, fault: drift, ppm: 80 }
  - { at: 100, start: {} }
  - { at: 200, camera: front, fault: unplug }
  - { at: 202, camera: front, fault: plug }
  - { at: 300, camera: front, fault: damage, frames: 5 }
  - { at: 400, microphone: chest, fault: overrun, for: 0.1 }
  - { at: 500, microphone: chest, fault: unplug }
  - { at: 560, microphone: chest, fault: plug }
  - { at: 900, stop: {} }
  - { at: 920, start: {} }
  - { at: 990, stop: {} }
"""


def sample(at, anonymous, files=0):
    rss = anonymous + files
    return Sample(at, f"x\nVmRSS:\t{rss} kB\nRssAnon:\t{anonymous} kB\nRssFile:\t{files} kB\nVmHWM:\t{rss} kB\n")


def real_time(*samples):
    """Memory of a run in real time that began half a second after its process."""
    return Memory([sample(at + 0.5, *sizes) for at, *sizes in samples], [(0.5, "x info dutycamd: begun")], False)


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def memory_that_stays_is_no_fault():
    _, faults = endurance.judge_memory(real_time((0, 9000), (30, 12000), (60, 14000), (90, 16048), (99, 14000)), 100)
    expect(not faults, faults)


def memory_that_grows_and_is_given_back_is_a_fault():
    _, faults = endurance.judge_memory(real_time((0, 9000), (60, 14000), (90, 16049), (99, 14000)), 100)
    expect(len(faults) == 1 and "2.00 MiB" in faults[0], faults)


def the_first_minute_may_grow():
    _, faults = endurance.judge_memory(real_time((0, 100), (59, 14000), (61, 14000), (99, 14000)), 100)
    expect(not faults, faults)


def the_code_of_the_shutdown_is_no_growth():
    lines = [(0.0, "x dutycamd: begun"), (10.0, "x dutycamd: recording 1 started: scenario")]
    samples = [sample(0, 9000), sample(60, 9000), sample(70, 9000, 5000), sample(100, 9000, 9000)]
    _, faults = endurance.judge_memory(Memory(samples, lines, False), 100)
    expect(not faults, faults)
    _, faults = endurance.judge_memory(Memory(samples, lines, False), 101)
    expect(len(faults) == 1 and "RSS" in faults[0], faults)


def a_virtual_clock_passes_evenly_between_two_lines():
    lines = [(1.0, "x dutycamd: [0 ms] camera"), (2.0, "x dutycamd: [300000 ms] recording 1 started: x")]
    memory = Memory([sample(at, size) for at, size in ((0.5, 1), (1.1, 2), (1.2, 3), (1.25, 4), (3, 5))], lines, True)
    expect([round(time) for time in memory.times] == [30, 60, 75, 300], memory.times)
    expect(memory.at(74).anonymous == 3 and memory.first_recording == 300, memory.first_recording)


def only_what_no_step_took_is_missing():
    scripted = Scripted(UNIT, SCENARIO)
    expect(scripted.frames_beyond([[2000, 2031], [3000, 3004]]) == [], scripted.frames)
    expect(scripted.frames_beyond([[1999, 2031], [3000, 3005], [77, 77]]) == [1999, 3005, 77], scripted.frames)


def only_what_no_step_took_is_silent():
    scripted = Scripted(UNIT, SCENARIO)
    expect(scripted.tones_beyond([[400, 400], [500, 560]], 0.05) == [], scripted.sound)
    expect(scripted.tones_beyond([[399, 401], [499, 561]], 0.05) == [399, 401, 499, 561], scripted.sound)


def a_recording_must_cover_its_time():
    scripted = Scripted(UNIT, SCENARIO)
    expect(scripted.ends_short(0, 410, 8990) is None, "60 s before, to the end")
    expect("begins" in scripted.ends_short(0, 411, 9000), "a late begin")
    expect("ends" in scripted.ends_short(0, 400, 8989), "an early end")
    expect(scripted.ends_short(1, 9010, 9900) is None, "what the recording before has is not in it")
    expect("begins" in scripted.ends_short(1, 9011, 9900), "a hole between two recordings")


def a_step_that_nobody_knows_is_refused():
    try:
        Scripted(UNIT, SCENARIO.replace("fault: damage, frames: 5", "fault: stall, for: 1"))
    except ValueError:
        return
    raise AssertionError("a stall passed as taking nothing")


TESTS = [test for name, test in list(globals().items()) if callable(test) and getattr(test, "__code__", None)
         and test.__module__ == __name__ and test not in (sample, real_time, expect)]  # fmt: skip


def main():
    passed = failed = 0
    for test in TESTS:
        name = test.__name__.replace("_", " ")
        try:
            test()
        except Exception:  # Each test stands alone: the next runs whatever this one raised.
            failed += 1
            print(f"FAILED {name}")
            traceback.print_exc()
        else:
            passed += 1
            print(f"passed {name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
