"""A body camera on vivid and snd-aloop: start and stop over the socket, pre-event buffer, segments, SIGTERM."""

from judge.sound import Sound
from virtual_tests.guest import SMALL, Run, unit_file

RATE = 15
NEAR = 0.040
"""Picture and sound are to stay within this, in seconds."""


def heard(sound, begin, end):
    """What is wrong with the sound of play-marks between two times, and its figures in words."""
    wrong = [f"silent from {a:.2f} to {b:.2f}" for a, b in sound.silences() if a < end and b > begin]
    marks = [time for time in sound.marks() if begin <= time <= end]
    seconds = int(end) - int(begin)
    if abs(len(marks) - seconds) > 1:
        wrong.append(f"{len(marks)} marks heard in {seconds} s")
    skews = [time - round(time) for time in marks]
    wrong += [f"mark at {t:.3f} is off" for t in marks if abs(t - round(t)) > NEAR]
    tone = sound.tone(begin + 0.1, end)
    if abs(tone - 440) > 1:
        wrong.append(f"the tone has {tone:.1f} Hz")
    worst = max(skews, key=abs, default=0)
    return wrong, f"{tone:.1f} Hz, {len(marks)} marks, at most {worst * 1000:+.1f} ms off"


def lost(channel):
    """Whether the pictures' own times tell of other losses than the record does; and the figures."""
    missing, counted = channel.missing(RATE), channel.record.count(channel.name, "frames-lost")
    wrong = [] if missing == counted else [f"{missing} pictures missing by their times, {counted} by the record"]
    return wrong, f"{len(channel.times)} pictures, {counted} not given by the driver"


def run(folder, report):
    unit_file(folder, "body", "virtual-vivid", SMALL)
    guest = Run(folder, "body", "vivid:node_types=0x1 snd-aloop")
    report.judge("dutycamd records and ends as it is told to", guest.troubles())
    first, second = guest.channel(1), guest.channel(2)
    for number, channel in ((1, first), (2, second)):
        report.judge(f"recording {number} is whole: every segment decodes, all pictures and sound are there and follow",
                     channel.whole(), f"{len(channel.segments)} segments, {len(channel.times)} pictures")  # fmt: skip
        report.judge(f"recording {number} misses no picture that the driver gave", *lost(channel))
        replaced = channel.record.count("front", "timestamp-replaced")
        report.expect(f"recording {number} has the driver's times", replaced == 0, f"{replaced} replaced")
    stops = guest.times("stop")
    delivery = first.record.pre_event["front"]
    report.expect("a start soon after the camera delivers what there is, and says why it is less",
                  delivery["shortfall"] == "camera-started" and 1 < delivery["delivered"] < 30,
                  f"{delivery['delivered']:.1f} s")  # fmt: skip
    delivery = second.record.pre_event["front"]
    before = second.record.header["activation"]["monotonic"] / 1e9 - second.times[0]
    report.expect("a start with a full buffer delivers the 30 s that the unit file asks",
                  delivery["delivered"] >= 30 and "shortfall" not in delivery and before >= 30,
                  f"{delivery['delivered']:.1f} s said, {before:.1f} s there")  # fmt: skip
    # dutycam itself needs a second to start here, and more on a machine with other work.
    report.expect("a recording ends soon after the request, for that reason",
                  first.record.end["cause"] == "END0" and 0 < first.times[-1] - stops[0] < 4,
                  f"{first.times[-1] - stops[0]:.2f} s after it")  # fmt: skip
    ended = guest.times("terminate")[0] - second.times[-1]
    report.expect("SIGTERM finishes the recording with its last pictures",
                  second.record.end["cause"] == "T04" and ended < 0.5,
                  f"last one {ended:+.2f} s before it")  # fmt: skip
    report.expect("the second recording begins after the first has ended", first.times[-1] < second.times[0])
    for number, channel in ((1, first), (2, second)):
        sound = Sound(channel)
        after = sound.begin - channel.record.header["activation"]["monotonic"] / 1e9
        report.expect(f"the sound of recording {number} begins with its activation, not before",
                      -0.001 < after < 0.03, f"{after * 1000:+.1f} ms")  # fmt: skip
        report.judge(f"the sound of recording {number} is what was played, when it was played",
                     *heard(sound, sound.begin + 0.1, sound.end - 0.1))  # fmt: skip
