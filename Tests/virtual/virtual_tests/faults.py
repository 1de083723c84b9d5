"""Every fault that vivid injects, and a microphone pulled out and put back."""

from judge.sound import Sound
from virtual_tests.body import NEAR, RATE, heard, lost
from virtual_tests.guest import SMALL, Run, unit_file


def run(folder, report):
    unit_file(folder, "faults", "virtual-vivid", SMALL)
    guest = Run(folder, "faults", "vivid:node_types=0x1 snd-aloop")
    report.judge("dutycamd survives every fault of the camera", guest.troubles())
    _camera(guest, guest.channel(1), report)
    _microphone(guest, guest.channel(2), report)


def _camera(guest, channel, report):
    gaps = channel.events("picture-gap")
    report.judge("the recording with camera faults is whole", channel.whole(),
                 f"{len(channel.segments)} segments, {len(gaps)} gaps")  # fmt: skip
    presses = guest.times("disconnect=1")
    first = next((gap for gap in gaps if abs(gap["at"] / 1e9 - presses[0]) < 1), None)
    report.expect("a disconnected camera is in the record as a gap", first is not None)
    if first:
        begin, end = first["at"] / 1e9, first["until"] / 1e9
        # The fragment before the gap is written at once when the camera is given up.
        written = [fragment["clock"]["monotonic"] / 1e9 for fragment in channel.record.fragments.values()]
        noticed = min(time for time in written if time > begin)
        report.expect("a lost camera is noticed within 1 s", noticed - begin < 1,
                      f"{noticed - begin:.3f} s after its last picture, written to the disk")  # fmt: skip
        back = end - guest.times("return")[0]
        report.expect("it records again within 2 s of its return", back < 2, f"{back:.3f} s")
    for name, cause in (("inject_fatal_streaming_error=1", "a fatal streaming error"),
                        ("inject_vidioc_qbuf_error=1", "a failed QBUF"),
                        ("inject_vidioc_reqbufs_error=1", "a failed REQBUFS"),
                        ("inject_vidioc_streamon_error=1", "a failed STREAMON")):  # fmt: skip
        at = guest.times(name)[0]
        gap = next((g for g in gaps if g["at"] / 1e9 > at - 1 and g["until"] / 1e9 > at), None)
        length = gap and (gap["until"] - gap["at"]) / 1e9
        report.expect(f"{cause} is a gap of less than 4 s in the record", bool(gap) and length < 4,
                      f"{length:.2f} s: {gap['cause']}" if gap else "")  # fmt: skip
    damaged = [e for e in channel.events("frames-damaged")]
    report.expect("each of 3 buffers flagged as bad is counted and left out",
                  sum(e["count"] for e in damaged) == 3, f"{sum(e['count'] for e in damaged)} counted")  # fmt: skip
    _dropped(guest, channel, report)
    begin, end = guest.times("wrap_timestamp=1")[0], guest.times("wrap_timestamp=0")[0]
    during = [t for t in channel.times if begin < t < end]
    replaced = channel.record.count("front", "timestamp-replaced")
    holes = [b - a for a, b in zip(during, during[1:]) if b - a > 0.5]
    report.expect("a camera whose times wrap around goes on, with our times", not holes and replaced > 10,
                  f"{len(during)} pictures meanwhile, {replaced} times replaced")  # fmt: skip
    wrapped = max(gap["until"] for gap in gaps) / 1e9
    after = [t for t in channel.times if t > wrapped + 0.5]
    report.expect("a frame number that wraps around is no lost frame",
                  len(after) > 128 and not [e for e in channel.events("frames-lost") if e["count"] > 1000],
                  f"{len(after)} pictures after the last return")  # fmt: skip
    sound = Sound(channel)
    report.judge("the sound goes on through all of it", *heard(sound, sound.begin + 0.1, sound.end - 0.1))


def _dropped(guest, channel, report):
    begin, end = (guest.times(f"percentage_of_dropped_buffers={n}")[0] for n in (20, 0))
    begin, end = begin - 0.3, end + 0.6
    counted = sum(e["count"] for e in channel.events("frames-lost") if begin < e["at"] / 1e9 < end)
    missing = channel.missing(RATE, begin, end)
    report.expect("of the frames that the driver drops, all are counted", counted == missing and counted > 4,
                  f"{counted} counted, {missing} missing by the pictures' times, of about "
                  f"{(end - begin) * RATE:.0f}")  # fmt: skip


def _microphone(guest, channel, report):
    report.judge("the recording whose microphone was pulled out is whole", channel.whole())
    report.judge("no picture is lost by it", *lost(channel))
    unplug, plug = guest.times("unplug")[0], guest.times("plug")[0]
    sound, gaps = Sound(channel), channel.events("sound-gap")
    silences = sound.silences()
    told = sum(gap["until"] - gap["at"] for gap in gaps) / 1e9
    heard_length = sum(b - a for a, b in silences)
    # The player needs a moment of its own to play again after the microphone is back.
    good = bool(gaps) and len(silences) == 1 and -0.1 < silences[0][0] - unplug < 1
    good = good and abs(gaps[0]["at"] / 1e9 - silences[0][0]) < 0.06
    good = good and gaps[-1]["until"] / 1e9 <= silences[0][1] + 0.05
    report.expect("silence stands for the sound that is missing, and is written down", good,
                  f"{heard_length:.3f} s heard, {told:.3f} s in {len(gaps)} lines of the record")  # fmt: skip
    joins = [g["until"] / 1e9 - plug for g in gaps]
    report.expect("the microphone joins again within 2 s of its return", bool(joins) and 0 < max(joins) < 2,
                  f"{max(joins, default=0):.2f} s")  # fmt: skip
    report.judge("before it, the sound is where it belongs", *heard(sound, sound.begin + 0.1, unplug - 0.3))
    begin = max((b for _, b in silences), default=plug)
    report.judge("after it, too", *heard(sound, begin + 1, sound.end - 0.1))
    length = sound.end - sound.begin
    pictures = channel.segments[-1].pictures[-1]["end"] - sound.begin
    report.expect("the line of sound is as long as the line of pictures", abs(length - pictures) < NEAR,
                  f"{(length - pictures) * 1000:+.1f} ms")  # fmt: skip
