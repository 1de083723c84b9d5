"""Bad input on real devices, and a dashboard unit with two cameras of which one is lost."""

from judge.sound import Sound
from virtual_tests.body import RATE, heard
from virtual_tests.guest import SMALL, Run, unit_file


def run(folder, report):
    absent = [("unit: virtual-vivid", "unit: virtual-absent"), *SMALL]
    unit_file(folder, "absent", "virtual-vivid", absent)
    unit_file(folder, "no-mode", "virtual-vivid", [("width: 640, height: 360", "width: 4000, height: 3000")])
    unit_file(folder, "dashboard", "virtual-dash", [("unit: virtual-dash", "unit: virtual-absent")])
    guest = Run(folder, "dashboard")
    report.judge("dutycamd starts without its devices, and with two cameras", guest.troubles())
    _absent(guest, report)
    _refused(guest, report)
    _foreign(guest, report)
    _two_cameras(guest, report)


def _absent(guest, report):
    log = guest.text("absent.log")
    said = [line for line in log.splitlines() if "no device is" in line and "trying again" in line]
    report.expect("an absent camera and an absent microphone are named once, and waited for",
                  all(sum(word in line for line in said) == 1 for word in ("camera front", "microphone cabin")),
                  f"{len(said)} lines")  # fmt: skip
    channel = guest.channel(1)
    report.judge("a recording begun without them is whole", channel.whole(), f"{len(channel.times)} pictures")
    begin = channel.times[0] - guest.times("plug")[0]
    report.expect("it has pictures from when the camera came", channel.times[0] > guest.times("plug")[0],
                  f"{begin:.1f} s after loading the drivers began")  # fmt: skip
    report.expect("and its delivery says that there was none before",
                  channel.record.pre_event["front"]["shortfall"] == "no-picture")  # fmt: skip


def _refused(guest, report):
    for name, status, words, sentence in (
            ("in-use", 75, "in use", "a state folder that another dutycamd uses"),
            ("no-mode", 69, "4000x3000", "a mode that the camera does not have"),
            ("no-folder", 73, "/usr/share/dutycam-state", "a state folder that cannot be written"),
            ("full", 73, "", "a full state folder")):  # fmt: skip
        lines = guest.text(f"{name}.log").splitlines()
        own = [line for line in lines if line.startswith("dutycamd: ")]
        ended = [what for _, what in guest.timeline if what.startswith(f"refused {name} ")]
        wrong = [] if ended == [f"refused {name} {status}"] else [f"it ended so: {ended}"]
        wrong += [] if len(own) == 1 and words in own[0] else lines[:6] or ["it said nothing"]
        report.judge(f"{sentence} ends in {status} with one line", wrong, own[0] if own else "")


def _foreign(guest, report):
    log = guest.text("dashboard.log")
    wrong = [f"{name} is not named" for name in ("holiday", "list.txt", "remark.txt") if name not in log]
    wrong += [line for line in guest.text("sums-checked").splitlines() if not line.endswith(": OK")]
    report.judge("foreign files are reported and left as they are", wrong)
    before, after = set(guest.text("before").split()), set(guest.text("after").split())
    report.expect("a cut-off segment is kept to its last whole fragment, one without any is kept aside",
                  "front-0007.mp4" in after - before and "front-0008.mp4.unusable" in after - before
                  and not [name for name in after if name.endswith(".partial")],
                  ", ".join(sorted(after - before)))  # fmt: skip


def _two_cameras(guest, report):
    front, cabin = guest.channel(2, "front"), guest.channel(2, "cabin")
    for channel in (front, cabin):
        report.judge(f"the files of the camera {channel.name} are whole", channel.whole(),
                     f"{len(channel.segments)} segments, {len(channel.times)} pictures")  # fmt: skip
    press, back = guest.times("disconnect=1")[0], guest.times("return")[0]
    gaps = [g for g in front.events("picture-gap") if g["until"] / 1e9 > press]
    report.expect("the lost camera has a gap and goes on", len(gaps) == 1 and front.times[-1] > back + 2,
                  f"{(gaps[0]['until'] - gaps[0]['at']) / 1e9:.2f} s" if gaps else "")  # fmt: skip
    missing = cabin.missing(RATE)
    counted = cabin.record.count("cabin", "frames-lost")
    whole = missing == counted <= len(cabin.times) / 50 and not cabin.events("picture-lost")
    report.expect("the other camera loses nothing meanwhile", whole,
                  f"{len(cabin.times)} pictures, {missing} missing, {counted} not given by the driver")  # fmt: skip
    apart = abs(front.times[-1] - cabin.times[-1])
    report.expect("both end at the same time on one clock", apart < 1.2, f"{apart:.2f} s apart")
    tracks = [len(segment.sounds) for segment in front.segments[:1] + cabin.segments[:1]]
    report.expect("each has the microphones that the unit file gives it", tracks == [2, 1], f"{tracks}")
    for channel, track, name in ((front, 0, "cabin"), (front, 1, "wireless"), (cabin, 0, "cabin")):
        sound = Sound(channel, track)
        report.judge(f"microphone {name} in the files of {channel.name}: the sound is where it belongs",
                     *heard(sound, sound.begin + 0.1, sound.end - 0.1))  # fmt: skip
