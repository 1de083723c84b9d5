"""The same power cuts for both programs: what each costs in seconds."""

import json
import os
import random
import re
import shutil
import subprocess

from benchmarks import files
from benchmarks.rows import Row
from judge import media
from virtual_tests.guest import TOP, UNIT

EARLIEST, LATEST = 6, 25
"""Seconds after the first bytes: what hw/virtual/power-cuts takes."""
ROW = Row("encode", "vivid raw 320x180 at 15 fps, coded", "virtual-vivid", "yuyv422", (320, 180), 15,
          ("ultrafast", 500000))  # fmt: skip


def of_dutycamd(folder, cuts, seed):
    """By hw/virtual/power-cuts, which also checks that nothing announced is gone."""
    command = [os.path.join(TOP, "hw", "virtual", "power-cuts"), str(cuts), "--seed", str(seed), "--bin",
               os.environ["DUTYCAM_BIN"], "--keep", os.path.join(folder, "dutycamd"),
               "--earliest", str(EARLIEST), "--latest", str(LATEST)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    rows = re.findall(r"^ *\d+ +[\d.]+ s .*? ([\d.]+) s +\d+ B  (ok|BAD)", done.stdout, re.MULTILINE)
    if len(rows) != cuts:
        raise RuntimeError(f"power-cuts ended in {done.returncode}: {(done.stdout + done.stderr)[-600:]}")
    return [{"lost": float(lost), "good": verdict == "ok"} for lost, verdict in rows]


def of_ffmpeg(folder, cuts, seed):
    """One disk, a boot for each cut, and a last one; each hands out what the cut before left."""
    folder = os.path.join(folder, "ffmpeg")
    os.makedirs(folder, exist_ok=True)
    image = os.path.join(folder, "disk")
    subprocess.run([UNIT, "disk", image, "512M"], check=True)
    draw = random.Random(seed)
    results, before = [], None
    for number in [*range(1, cuts + 1), 0]:
        boot = os.path.join(folder, f"boot-{number}")
        shutil.rmtree(boot, ignore_errors=True)
        os.makedirs(boot)
        ROW.write(boot)
        moment = draw.uniform(EARLIEST, LATEST) if number else None
        said = _boot(boot, image, number, moment, draw.randrange(1 << 31))
        if before:
            results.append(_verdict(before, os.path.join(boot, "left.mp4")))
        before = (boot, said)
    os.unlink(image)
    return results


def _boot(folder, image, number, moment, seed):
    command = [UNIT, "run", "--modules", "vivid:node_types=0x1 snd-aloop", "--disk", image, "--volatile",
               "--seed", str(seed), "--disk-report", os.path.join(folder, "disk.json"), "--share", folder,
               "--limit", "180", "--env", f"RESULTS={folder}", "--env", f"TOP={TOP}",
               "--env", f"BIN={os.environ['DUTYCAM_BIN']}"]  # fmt: skip
    command += ["--keep", TOP] if TOP.startswith(("/tmp/", "/var/tmp/", "/run/", "/mnt/", "/media/")) else []
    command += ["--cut-after", f"{moment:.3f}"] if moment is not None else []
    guest = os.path.join(TOP, "Tests", "benchmarks", "guest", "ffmpeg-until-cut")
    done = subprocess.run([*command, "--", guest, str(number)], capture_output=True, text=True, errors="replace")
    if done.returncode:
        raise RuntimeError(f"the unit ended in {done.returncode}: {(done.stdout + done.stderr)[-600:]}")
    return done.stdout


def _verdict(before, left):
    """How much of what was recorded until the cut is not there any more, or does not decode."""
    folder, said = before
    cut = float(re.findall(r"^beat ([\d.]+)$", said, re.MULTILINE)[-1]) + 0.05
    with open(os.path.join(folder, "ffmpeg.log"), encoding="utf-8", errors="replace") as file:
        # Of the first input, which is the camera: V4L2's times are monotonic.
        began = float(re.search(r"Duration: N/A, start: ([0-9.]+)", file.read())[1])
    with open(os.path.join(folder, "disk.json"), encoding="utf-8") as file:
        model = json.load(file).get("model", "")
    kept = 0.0
    if os.path.exists(left) and os.path.getsize(left):
        try:
            moments = files.times(left, "v")
            kept = max(moments) - min(moments) + 1 / ROW.rate if moments else 0.0
        except ValueError:  # ffprobe cannot look into it.
            kept = 0.0
    good = kept > 0 and not media.complaints(left)
    return {"lost": cut - began - kept, "recorded": cut - began, "good": good, "disk": model}
