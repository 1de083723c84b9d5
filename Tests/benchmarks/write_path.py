"""The way of a coded picture to the disk, on this machine: 1080p30 at 8 Mbit/s, beside `ffmpeg -re -c copy`."""

import os
import re
import shutil
import subprocess
import time

from benchmarks import files

TICKS = os.sysconf("SC_CLK_TCK")
RATE, BITS = 30, 8_000_000


def make_clip(folder):
    """Ten seconds of H.264, an access unit delimiter before each picture; and the same in a container for ffmpeg."""
    raw, contained = os.path.join(folder, "clip.h264"), os.path.join(folder, "clip.mp4")
    # Noise, because a clean test picture does not fill 8 Mbit/s.
    source = f"testsrc2=size=1920x1080:rate={RATE}:duration=10,noise=alls=12:allf=t,format=yuv420p"
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset",
                    "ultrafast", "-bf", "0", "-g", str(RATE), "-keyint_min", str(RATE), "-b:v", str(BITS), "-maxrate",
                    str(BITS), "-bufsize", str(BITS), "-x264-params", "aud=1:scenecut=0", raw], check=True)  # fmt: skip
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-framerate", str(RATE), "-i", raw, "-c", "copy", contained],
                   check=True)  # fmt: skip
    return raw, contained


def measure(folder, disk, clips, repetitions, settle, window):
    """A dictionary of lists by program; each program in turn, alone."""
    programs = {"dutycamd": _ours, "ffmpeg": _ffmpegs}
    results = {name: [] for name in programs}
    for repetition in range(repetitions):
        for name in list(programs)[:: 1 if repetition % 2 == 0 else -1]:
            place = os.path.join(disk, f"write-path-{name}")
            shutil.rmtree(place, ignore_errors=True)
            os.makedirs(place)
            command = programs[name](clips, place, settle + window + 2)
            with open(os.path.join(folder, f"write-path-{name}.log"), "w", encoding="utf-8") as log:
                process = subprocess.Popen(command, stdout=log, stderr=log)
                result = _watch(process, settle, window)
                status = process.wait()
            if status:
                raise RuntimeError(f"{' '.join(command)} ended in {status}; see {log.name}")
            paths = files.media_files(place)
            length = sum(files.pictures([path]) for path in paths) / RATE
            result["bit_rate"] = sum(os.path.getsize(path) for path in paths) * 8 / length
            results[name].append(result)
            shutil.rmtree(place)
    return results


def _ours(clips, place, seconds):
    return [os.path.join(os.environ["DUTYCAM_BIN"], "WritePath"), clips[0], place, "--seconds", str(seconds)]


def _ffmpegs(clips, place, seconds):
    return ["ffmpeg", "-nostdin", "-v", "error", "-re", "-stream_loop", "-1", "-i", clips[1], "-t", str(seconds), "-c",
            "copy", "-f", "mp4", "-movflags", "frag_keyframe+empty_moov+default_base_moof",
            os.path.join(place, "clip.mp4")]  # fmt: skip


def _watch(process, settle, window):
    time.sleep(settle)
    began, user, system = time.monotonic(), *_spent(process.pid)
    time.sleep(window)
    ended, user_now, system_now = time.monotonic(), *_spent(process.pid)
    seconds = ended - began
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        memory = {name: int(size) / 1024 for name, size in re.findall(r"^(\w+):\s+(\d+) kB", file.read(), re.MULTILINE)}
    return {"cpu": (user_now + system_now - user - system) / seconds, "cpu_user": (user_now - user) / seconds,
            "memory": memory["VmHWM"], "memory_anonymous": memory["RssAnon"]}  # fmt: skip


def _spent(pid):
    """Seconds on a processor, as user and in the kernel; all threads, also those that have ended (proc(5))."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) / TICKS, int(fields[12]) / TICKS
