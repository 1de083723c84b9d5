"""Cameras that code by themselves, through v4l2loopback: what the clip held is what the file holds, to the byte."""

import os
import subprocess

from judge import media
from judge.sound import Sound
from virtual_tests.body import heard
from virtual_tests.guest import Run, unit_file


def clip(folder, name, size, rate, seconds, *coding):
    """A clip of moving pictures, each different."""
    path = os.path.join(folder, name)
    source = f"testsrc2=size={size}:rate={rate}:duration={seconds}"
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", source, *coding, path], check=True)
    return path


def follows(stored, played, lost):
    """What is wrong with the stored pictures, as a stretch of those played in a circle, `lost` of them left out."""
    if len(set(played)) != len(played):
        return ["the clip shows a picture twice, so it tells nothing"]
    places = {value: index for index, value in enumerate(played)}
    strange = [index for index, value in enumerate(stored) if value not in places]
    if strange:
        return [f"{len(strange)} of {len(stored)} pictures are not the clip's, the first is number {strange[0]}"]
    left_out = sum((places[b] - places[a] - 1) % len(played) for a, b in zip(stored, stored[1:]))
    return [] if left_out == lost else [f"{left_out} pictures of the clip are left out, {lost} by the record"]


def run(folder, report):
    jpeg = clip(folder, "clip.avi", "1280x720", 30, 2, "-c:v", "mjpeg", "-q:v", "8")
    # As a transport stream, because that holds pictures in the form that cameras give.
    h264 = clip(folder, "clip.ts", "1280x720", 30, 3, "-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-g", "30",
                "-keyint_min", "30", "-sc_threshold", "0", "-b:v", "3M")  # fmt: skip
    clip(folder, "small.avi", "320x180", 15, 4, "-c:v", "mjpeg", "-q:v", "5")
    unit_file(folder, "mjpeg", "virtual-mjpeg", [("unit: virtual-mjpeg", "unit: mjpeg")])
    unit_file(folder, "h264", "virtual-h264", [("unit: virtual-h264", "unit: h264")])
    unit_file(folder, "encode", "virtual-mjpeg", [
        ("unit: virtual-mjpeg", "unit: encode"),
        ("width: 1280, height: 720, rate: 30", "width: 320, height: 180, rate: 15"),
        ("mjpeg: pass-through", "encoder: { preset: ultrafast, bit-rate: 500000 } #")])  # fmt: skip
    guest = Run(folder, "loopback", "snd-aloop")
    report.judge("dutycamd records from three cameras that code by themselves", guest.troubles())
    strip = "h264_mp4toannexb,filter_units=remove_types=7-9"
    cameras = (("mjpeg", jpeg, None), ("h264", h264, strip), ("encode", None, None))
    for number, (name, path, filters) in enumerate(cameras, 1):
        channel = guest.channel(number, unit=name)
        report.judge(f"{name}: the recording is whole", channel.whole(),
                     f"{len(channel.segments)} segments, {len(channel.times)} pictures")  # fmt: skip
        rate = (len(channel.times) - 1) / (channel.times[-1] - channel.times[0])
        asked = 15 if name == "encode" else 30
        good = abs(rate - asked) < asked / 5
        report.expect(f"{name}: about {asked} pictures a second are stored", good, f"{rate:.1f}")
        counted = channel.record.count("front", "frames-lost")
        if path:
            stored = [value for s in channel.segments for value in media.picture_hashes(s.path, filters)]
            report.judge(f"{name}: the pictures are the clip's, to the byte and in order",
                         follows(stored, media.picture_hashes(path, filters), counted),
                         f"{len(stored)} pictures, {counted} lost by the driver's count")  # fmt: skip
        damaged = channel.record.count("front", "frames-damaged")
        report.expect(f"{name}: no picture is damaged", damaged == 0, f"{damaged}")
        sound = Sound(channel)
        report.judge(f"{name}: the sound is where it belongs", *heard(sound, sound.begin + 0.1, sound.end - 0.1))
