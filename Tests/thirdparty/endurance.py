#!/usr/bin/env python3
"""Runs dutycamd through a long scenario, watches its memory, and judges what it recorded by the marks.

Prints a table. Exits 1 when a limit does not hold; the reasons are on the last lines.
"""

import argparse
import glob
import json
import os
import subprocess
import sys

import sound_marks
from memory_watch import Watch
from scripted import Scripted

HERE = os.path.dirname(os.path.abspath(__file__))
GROWTH = 2048
"""KiB."""
SKEW = 40
"""Milliseconds."""
MINUTE = 60


def marks(folder, camera):
    """marks.py's report of one recording, its exit code, and its words where it could not read the files."""
    files = sorted(glob.glob(os.path.join(folder, f"{camera}-*.mp4")))
    report = os.path.join(folder, "marks.json")
    limits = ["--max-skew", str(SKEW), "--max-time-error", "2", "--no-sound-breaks", "--json", report]
    done = subprocess.run([sys.executable, f"{HERE}/marks.py", *limits, *files], capture_output=True, text=True)
    if not os.path.exists(report):
        return None, [done.stdout.strip() + done.stderr.strip()]
    with open(report, encoding="utf-8") as text:
        found = json.load(text)
    os.remove(report)
    return found, found["violations"]


def drift(folder):
    """The last drift that the recording's own record tells, in ppm."""
    last = None
    with open(os.path.join(folder, "record.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            for event in json.loads(line).get("events") or []:
                if event["kind"] == "drift":
                    last = event["partsPerMillion"]
    return last


def megabytes(kibibytes):
    return f"{kibibytes / 1024:.2f} MiB"


def memory_table(memory, length):
    """Rows for people, and the faults."""
    yield "memory            at      RSS    anonymous   file pages"
    times = [MINUTE] + [length * part / 6 for part in range(1, 6)] + [memory.times[-1]]
    for time in times:
        sample = memory.at(time)
        name = f"{time / 3600:.2f} h" if length > 7200 else f"{time / MINUTE:.1f} min"
        values = (sample.rss, sample.anonymous, sample.files)
        yield f"{name:>20}" + "".join(f"{megabytes(value):>13}" for value in values)
    yield f"peak RSS          {megabytes(memory.samples[-1].peak)}; {len(memory.samples)} samples"


def judge_memory(memory, length):
    """Lines for people, and what is wrong. The shutdown after `length` runs code of its own, and is no growth."""
    anonymous = memory.growth(MINUTE, length, "anonymous")
    lines = [f"growth            {megabytes(anonymous)} of anonymous memory at most after the first minute"]
    faults = []
    if anonymous > GROWTH:
        faults.append(f"anonymous memory grew by {megabytes(anonymous)} after the first minute")
    if memory.first_recording is not None:
        rss = memory.growth(memory.first_recording + MINUTE, length, "rss")
        lines.append(f"                  {megabytes(rss)} of RSS at most after the first minute of recording")
        if rss > GROWTH:
            faults.append(f"RSS grew by {megabytes(rss)} after the first minute of recording")
    return lines, faults


def judge_recording(folder, index, scripted):
    """A line for people, numbers to sum up, and what is wrong."""
    name = os.path.basename(folder)
    found, faults = marks(folder, scripted.camera)
    if found is None:
        return f"{name}: unreadable", {}, faults
    pictures, skew = found["pictures"], found["skew"]
    lost = scripted.frames_beyond(pictures["holes"])
    if lost:
        faults.append(f"frames are missing that the script did not take: {lost[:10]}, {len(lost)} in all")
    if pictures["doubles"] or pictures["backwards"] or pictures["unreadable"]:
        faults.append(f"pictures doubled, in wrong order or unreadable: {pictures}")
    silent = scripted.tones_beyond(skew["tonesAbsent"], sound_marks.LENGTH)
    if silent:
        faults.append(f"sound is missing that the script did not take, at seconds {silent[:10]}, {len(silent)} in all")
    short = scripted.ends_short(index, pictures["first"], pictures["last"])
    if short:
        faults.append(short)
    line = (
        f"{name}: {len(found['files'])} segments, frames {pictures['first']} to {pictures['last']}, "
        f"{pictures['framesMissing']} missing, {len(lost)} of them not by script; sound off by "
        f"{skew['worstSkewMilliseconds']} ms at worst (second {skew['worstSkewAtSecond']}), "
        f"{skew['meanSkewMilliseconds']} ms on average, {skew['tones']} tones; drift {drift(folder)} ppm measured"
    )
    sums = {
        "segments": len(found["files"]), "frames": pictures["frames"], "missing": pictures["framesMissing"],
        "lost": len(lost), "tones": skew["tones"],
    }  # fmt: skip
    return line, sums | {"skew": abs(skew["worstSkewMilliseconds"] or 0)}, [f"{name}: {fault}" for fault in faults]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, help="a folder with dutycamd and dutycam")
    parser.add_argument("--unit", required=True)
    parser.add_argument("--scenario", required=True)
    parser.add_argument("--state", required=True)
    options = parser.parse_args()
    with open(options.unit, encoding="utf-8") as unit, open(options.scenario, encoding="utf-8") as scenario:
        scripted = Scripted(unit.read(), scenario.read())
    daemon = [f"{options.programs}/dutycamd", "--unit", options.unit, "--scenario", options.scenario]
    watch = Watch([*daemon, "--state", options.state], scripted.virtual)
    with open(f"{options.state}/log", "w", encoding="utf-8") as log:
        log.writelines(f"{at:.3f} {line}\n" for at, line in watch.lines)
    faults = [] if watch.status == 0 else [f"dutycamd ended with {watch.status}; its words are in {options.state}/log"]
    print(f"{scripted.length / 3600:.2f} h of scenario in {watch.length:.0f} s", flush=True)
    memory = watch.memory()
    print("\n".join(memory_table(memory, scripted.length)))
    lines, wrong = judge_memory(memory, scripted.length)
    print("\n".join(lines), flush=True)
    faults += wrong

    check = subprocess.run([f"{options.programs}/dutycam", "recordings", options.state], capture_output=True, text=True)
    if check.returncode != 0:
        faults.append(f"dutycam recordings: {check.stderr.strip()}")
    folders = sorted(glob.glob(f"{options.state}/recordings/*/"))
    if len(folders) != len(scripted.recordings):
        faults.append(f"{len(folders)} recordings, {len(scripted.recordings)} wanted")
    total = {}
    for index, folder in enumerate(folders[: len(scripted.recordings)]):
        line, sums, wrong = judge_recording(folder.rstrip("/"), index, scripted)
        print(line, flush=True)
        faults += wrong
        for key, value in sums.items():
            total[key] = max(total.get(key, 0), value) if key == "skew" else total.get(key, 0) + value
    sums = {key: total.get(key, 0) for key in ("segments", "frames", "lost", "skew", "tones")}
    print(
        f"in all            {sums['segments']} segments decoded by ffmpeg -xerror, {sums['frames']} frames, "
        f"{sums['lost']} missing that the script did not take; sound within {sums['skew']} ms "
        f"by {sums['tones']} tones; {scripted.drift} ppm of drift scripted"
    )
    for fault in faults:
        print(f"FAILED: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
