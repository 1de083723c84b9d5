#!/usr/bin/env python3
"""The outside checks checked: a good file passes, and each defect put into one is found and named.

The files are made by ffmpeg from pictures and sound drawn here, by this folder's own reading of their description.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback

import numpy as np

import media
import picture_code
import sound_marks

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 48000
FPS = 10
WIDTH, HEIGHT = 256, 144


def make(path, frames, sound=None, fps=FPS, size=(WIDTH, HEIGHT), scale=None, video="libx264", damage=(), rate=RATE):
    """A file whose pictures are those of the numbers `frames`, one each 1/fps.

    `sound` is (second of the shift that is heard at the file's time 0, length in seconds). Numbers in `damage` get a
    wrong check.
    """
    folder = os.path.dirname(path)
    raw, wave = os.path.join(folder, "raw"), os.path.join(folder, "wave")
    with open(raw, "wb") as out:
        for number in frames:
            picture = picture_code.draw(number, round(number * 1000 / fps), *size)
            if number in damage:
                left, top, right, bottom = picture_code.cell(95, picture_code.columns_for(size[0]), *size)
                picture[top:bottom, left:right] = 251 - picture[top:bottom, left:right]
            out.write(picture.tobytes() + bytes([128]) * (size[0] * size[1] // 2))
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s"]
    command += [f"{size[0]}x{size[1]}", "-r", str(fps), "-i", raw]
    if sound:
        with open(wave, "wb") as out:
            out.write(sound_marks.room_with_tones(*sound, rate).tobytes())
        command += ["-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", wave]
        command += ["-c:a", "aac", "-b:a", "64k"]
    if scale:
        command += ["-vf", f"scale={scale[0]}:{scale[1]}"]
    command += ["-c:v", video, "-g", str(FPS), "-bf", "0", "-video_track_timescale", "90000"]
    command += ["-preset", "ultrafast"] if video == "libx264" else ["-q:v", "4", "-pix_fmt", "yuvj420p"]
    subprocess.run([*command, path], check=True)
    return path


def marks(*arguments):
    """The exit code of marks.py and its report."""
    done = subprocess.run(
        [sys.executable, os.path.join(HERE, "marks.py"), "--json", "-", *arguments], capture_output=True, text=True
    )
    report = json.loads(done.stdout) if done.stdout.startswith("{") else done.stdout
    if done.stderr:
        raise AssertionError(done.stderr)
    return done.returncode, report


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def a_good_file_passes_every_limit(folder):
    path = make(f"{folder}/a.mp4", range(50), (0, 5))
    code, report = marks(
        "--no-holes", "--max-skew", "1", "--max-time-error", "0.6", "--no-absent-tones", "--no-sound-breaks",
        "--min-frames", "50", path,
    )  # fmt: skip
    expect(code == 0, report)
    expect(report["pictures"]["frames"] == 50 and report["pictures"]["last"] == 49, report["pictures"])
    expect(report["skew"]["tones"] >= 4, report["skew"])


def a_frame_left_out_is_a_hole(folder):
    path = make(f"{folder}/a.mp4", [n for n in range(30) if n not in (11, 12, 20)])
    code, report = marks("--no-holes", path)
    expect(code == 1 and report["pictures"]["holes"] == [[11, 12], [20, 20]], report)
    expect(report["pictures"]["framesMissing"] == 3, report)


def a_frame_twice_is_a_double(folder):
    path = make(f"{folder}/a.mp4", [*range(8), 7, *range(8, 20)])
    code, report = marks("--no-holes", path)
    expect(code == 1 and report["pictures"]["doubles"] == [7], report)


def frames_in_wrong_order_are_seen(folder):
    path = make(f"{folder}/a.mp4", [0, 1, 2, 4, 3, 5])
    code, report = marks("--no-holes", path)
    expect(code == 1 and report["pictures"]["backwards"] == 1, report)


def a_hole_between_files_is_found(folder):
    paths = [make(f"{folder}/{i}.mp4", part) for i, part in enumerate([range(10), range(11, 20)])]
    code, report = marks("--no-holes", *paths)
    expect(code == 1 and report["pictures"]["holes"] == [[10, 10]], report)


def a_picture_with_a_wrong_check_is_unreadable(folder):
    path = make(f"{folder}/a.mp4", range(10), damage=(4,))
    code, report = marks("--no-holes", path)
    expect(code == 1 and report["pictures"]["unreadable"] == 1, report)
    expect(report["pictures"]["holes"] == [[4, 4]], report)


def wrong_times_are_measured(folder):
    # Numbers of 10 a second, played at 8: each second is 250 ms longer.
    path = make(f"{folder}/a.mp4", range(30))
    slow = f"{folder}/slow.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-itsscale", "1.25", "-i", path, "-c", "copy", slow], check=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    code, report = marks("--max-time-error", "10", slow)
    expect(code == 1 and report["pictures"]["worstTimeErrorMilliseconds"] > 300, report)


def late_sound_is_measured(folder):
    for shift in (0.02, 0.045, 0.2):
        path = make(f"{folder}/a.mp4", range(50), (-shift, 5))
        code, report = marks("--max-skew", str(1000 * shift - 1), path)
        expect(code == 1, report)
        expect(abs(report["skew"]["worstSkewMilliseconds"] - 1000 * shift) < 0.3, report["skew"])
        code, report = marks("--max-skew", str(1000 * shift + 1), path)
        expect(code == 0, report)


def early_sound_is_measured(folder):
    # The sound that begins 30 ms into the shift is played at 0.
    path = make(f"{folder}/a.mp4", range(50), (0.03, 5))
    _, report = marks(path)
    expect(abs(report["skew"]["meanSkewMilliseconds"] + 30) < 0.3, report["skew"])


def drifting_sound_is_measured_second_by_second(folder):
    path = f"{folder}/a.mp4"
    make(path, range(100), (0, 10))
    fast = f"{folder}/fast.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", path, "-af", f"asetrate={RATE * 0.999},aresample={RATE}", "-c:v",
         "copy", fast], check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    _, report = marks(fast)
    skews = report["skew"]["skewMilliseconds"]
    expect(abs(skews["9"] - skews["2"] - 7) < 0.3, skews)


def absent_tones_are_named(folder):
    path = make(f"{folder}/a.mp4", range(60), (0, 6))
    mute = f"{folder}/mute.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", path, "-af", "volume=0:enable='between(t,2.5,4.5)'", "-c:v", "copy",
         mute], check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    code, report = marks("--no-absent-tones", mute)
    expect(code == 1 and report["skew"]["tonesAbsent"] == [[3, 4]], report["skew"])


def tones_within_one_long_block_are_found(folder):
    # A block of AAC at 16 kHz lasts 64 ms, longer than a tone.
    path = make(f"{folder}/a.mp4", range(80), (0, 8), rate=16000)
    code, report = marks("--no-absent-tones", "--max-skew", "1", path)
    expect(code == 0 and report["skew"]["tones"] >= 7, report["skew"])


def a_tone_at_a_files_start_is_counted_and_not_timed(folder):
    path = make(f"{folder}/a.mp4", range(80), (0, 8), rate=16000)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", path, "-c", "copy", "-f", "segment", "-segment_time", "4",
         "-reset_timestamps", "1", f"{folder}/%d.mp4"], check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    code, report = marks("--no-absent-tones", "--no-holes", "--max-skew", "2", f"{folder}/0.mp4", f"{folder}/1.mp4")
    expect(code == 0 and report["skew"]["tonesAtFileStarts"] == 1, report)
    expect("3" in report["skew"]["skewMilliseconds"] and "5" in report["skew"]["skewMilliseconds"], report["skew"])


def a_file_of_sound_alone_is_counted_and_its_sound_heard(folder):
    make(f"{folder}/0.mp4", range(20), (0, 2))
    whole = make(f"{folder}/whole.mp4", range(20, 30), (2, 1.2))
    make(f"{folder}/2.mp4", range(32, 60), (3.2, 2.8))
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", whole, "-vn", "-c", "copy", f"{folder}/1.mp4"], check=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    files = [f"{folder}/{i}.mp4" for i in range(3)]
    # Its second 3, near the pictures of the file behind it, is heard only where its origin is known.
    _, report = marks("--no-absent-tones", *files)
    expect(report["pictures"]["filesWithoutPictures"] == 1 and report["skew"]["tonesAbsent"], report)
    with open(f"{folder}/record.jsonl", "w", encoding="utf-8") as record:
        for file, origin in zip(files, (10, 12, 13.2)):
            line = {"line": "segment", "file": os.path.basename(file), "origin": round(origin * 1e9)}
            record.write(json.dumps(line) + "\n")
    code, report = marks("--max-skew", "1", *files)
    expect(code == 0 and "3" in report["skew"]["skewMilliseconds"], report)
    code, report = marks("--no-holes", *files)
    expect(code == 1 and report["pictures"]["holes"] == [[20, 31]], report)


def a_packet_without_a_duration_lasts_as_usual(folder):
    rows = [{"pts_time": "0.016"}, {"pts_time": "0.037", "duration_time": "0.021"}]
    asked = media.probe
    media.probe = lambda *_: {"packets": rows}
    try:
        expect(media.packets(f"{folder}/a.mp4", "a:0", 0.021) == [(0.016, 0.021), (0.037, 0.021)], rows)
    finally:
        media.probe = asked


def no_sound_is_not_good_sound(folder):
    path = make(f"{folder}/a.mp4", range(10))
    for limit in (["--max-skew", "40"], ["--no-absent-tones"], ["--no-sound-breaks"]):
        code, report = marks(*limit, path)
        expect(code == 1 and report["violations"], (limit, report))


def samples_missing_between_files_are_counted(folder):
    first = make(f"{folder}/0.mp4", range(20), (0, 2))
    second = make(f"{folder}/1.mp4", range(20, 40), (2, 2))
    probe = json.loads(
        subprocess.run([sys.executable, f"{HERE}/probe.py", "--json", first], capture_output=True, text=True).stdout
    )
    end = next(s["to"] for s in probe[first]["streams"] if s["kind"] == "audio")
    begin = 0.0
    for missing in (0, 480, -480):
        origin = 100_000_000_000 + round((end - begin + missing / RATE) * 1e9)
        with open(f"{folder}/record.jsonl", "w", encoding="utf-8") as record:
            for name, start in (("0.mp4", 100_000_000_000), ("1.mp4", origin)):
                record.write(json.dumps({"line": "segment", "file": name, "origin": start}) + "\n")
            record.write('{"line": "segm')
        code, report = marks("--no-sound-breaks", first, second)
        expect(report["sound"]["boundaries"] == 1, report["sound"])
        offset = report["sound"]["worstBoundarySamples"]
        expect((code == 1) == (abs(offset) > 1), report["sound"])
        if missing == 0:
            base = offset
        expect(offset == base + missing, (missing, report["sound"]))


def a_scaled_picture_is_read(folder):
    path = make(f"{folder}/a.mp4", range(10), size=(640, 360), scale=(320, 180))
    code, report = marks("--no-holes", "--min-frames", "10", path)
    expect(code == 0, report)


def small_pictures_and_jpeg_are_read(folder):
    for size in ((64, 96), (128, 96), (160, 120), (254, 144), (258, 146)):
        code, report = marks("--no-holes", "--min-frames", "10", make(f"{folder}/a.mp4", range(10), size=size))
        expect(code == 0, (size, report))
    code, report = marks("--no-holes", "--min-frames", "10", make(f"{folder}/b.mp4", range(10), video="mjpeg"))
    expect(code == 0, report)


def a_broken_file_fails_both_checks(folder):
    path = make(f"{folder}/a.mp4", range(30), (0, 3))
    with open(path, "r+b") as file:
        data = bytearray(file.read())
        start = data.index(b"mdat") + 200
        data[start : start + 4000] = os.urandom(4000)
        file.seek(0)
        file.write(data)
    code, words = marks(path)
    expect(code == 1 and "FAILED" in words, words)
    expect(subprocess.run([sys.executable, f"{HERE}/probe.py", path], capture_output=True).returncode == 1, "probe.py")


def counting_finds_every_packet(folder):
    path = make(f"{folder}/a.mp4", range(30), (0, 3))
    done = subprocess.run([sys.executable, f"{HERE}/probe.py", "--json", path], capture_output=True, text=True)
    streams = json.loads(done.stdout)[path]["streams"]
    expect(done.returncode == 0 and streams[0]["packets"] == 30 and streams[1]["kind"] == "audio", streams)


def an_absent_file_fails(folder):
    code, words = marks(f"{folder}/none.mp4")
    expect(code == 1 and "none.mp4" in words, words)


def the_finder_is_exact_to_a_part_of_a_sample(folder):
    for late in (0.0, 0.25, 0.5):
        sound = sound_marks.room_with_tones(2.7 - late / RATE, 1.0, RATE).astype(float)
        position, alike = sound_marks.find(sound, 3, RATE)
        expect(abs(position - (0.3 * RATE + late)) < 0.05 and alike > 0.95, (late, position, alike))
    position, alike = sound_marks.find(np.random.default_rng(2).normal(0, 100, RATE), 3, RATE)
    expect(alike < 0.3, alike)


TESTS = [test for name, test in list(globals().items()) if callable(test) and getattr(test, "__code__", None)
         and test.__code__.co_varnames[:1] == ("folder",)]  # fmt: skip


def main():
    passed = failed = 0
    for test in TESTS:
        name = test.__name__.replace("_", " ")
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
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
