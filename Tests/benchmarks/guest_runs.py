"""One boot of the virtual unit in which both programs do each job in turn, and what it gave."""

import os
import re
import subprocess

from benchmarks import files
from judge.channel import Channel
from virtual_tests.guest import TOP, UNIT

PROGRAMS = ("dutycamd", "ffmpeg")
TICKS = os.sysconf("SC_CLK_TCK")


class Runs:
    """The results of a boot: `results[row][program]` is a list with one dictionary for each repetition."""

    def __init__(self, folder, rows, repetitions, settle, window):
        self.folder, self.rows = folder, rows
        # What was not done, and what casts doubt on the figures.
        self.failures, self.remarks = [], []
        plan = []
        for repetition in range(1, repetitions + 1):
            # Each program goes first as often as the other, as far as that goes.
            order = PROGRAMS if repetition % 2 else PROGRAMS[::-1]
            plan += [(row, repetition, program) for row in rows for program in order]
        with open(os.path.join(folder, "plan"), "w", encoding="utf-8") as file:
            file.writelines(f"{row.name} {repetition} {program}\n" for row, repetition, program in plan)
        for row in rows:
            row.write(folder)
        self._boot(settle, window, 600 + 10 * len(plan) * (settle + window + 20))
        self.timeline = [line.split(maxsplit=1) for line in self._lines("timeline")]
        self._remark()
        self.results = {row.name: {program: [] for program in PROGRAMS} for row in rows}
        for row, repetition, program in plan:
            name = f"{row.name}-{repetition}-{program}"
            try:
                result = self._result(row, name, program)
            except (ValueError, IndexError, OSError) as error:
                self.failures.append(f"{name}: {error}")
                continue
            self.results[row.name][program].append(result)

    def _boot(self, settle, window, limit):
        disk = os.path.join(self.folder, "disk")
        subprocess.run([UNIT, "disk", disk, "1G"], check=True)
        programs = os.environ["DUTYCAM_BIN"]
        command = [UNIT, "run", "--cpus", "1", "--modules", "vivid:node_types=0x1 snd-aloop", "--disk", disk, "--share", self.folder,
                   "--limit", str(limit), "--console", os.path.join(self.folder, "console"),
                   "--env", f"RESULTS={self.folder}", "--env", f"BIN={programs}", "--env", f"TOP={TOP}",
                   "--env", f"SETTLE={settle}", "--env", f"WINDOW={window}"]  # fmt: skip
        for path in (programs, TOP):
            command += ["--keep", path] if path.startswith(("/tmp/", "/var/tmp/", "/run/", "/mnt/", "/media/")) else []
        guest = os.path.join(TOP, "Tests", "benchmarks", "guest", "compare")
        # A processor whose time is its instructions: what others do on this machine costs the guest nothing.
        environment = {"DUTYCAM_ACCEL": "counted", **os.environ}
        done = subprocess.run([*command, "--", guest], capture_output=True, text=True, errors="replace",
                              env=environment)  # fmt: skip
        os.unlink(disk)
        if done.returncode:
            raise RuntimeError(f"the guest ended in {done.returncode}: {(done.stdout + done.stderr)[-800:]}")

    def _lines(self, name):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()

    def _remark(self):
        self.failures += [words for _, words in self.timeline if words.startswith(("gave-up", "dutycam-failed"))
                         or words.startswith("ended") and not words.startswith("ended 0 ")]  # fmt: skip
        # When the player of the sound had nothing to play, which is then not the recorder's loss.
        self.starved = [float(line.split()[0]) for line in self._lines("player-0.log") if line.endswith("starved")]

    def _at(self, words):
        return next(float(time) for time, what in self.timeline if what == words)

    def _result(self, row, name, program):
        samples = {words[1]: [float(word) for word in words[2:]]
                   for words in (line.split() for line in self._lines("samples")) if words[0] == name}  # fmt: skip
        if "begin" not in samples or "end" not in samples:
            raise ValueError("it did not record to the end of the window")
        begin, end = samples["begin"], samples["end"]
        seconds = end[0] - begin[0]
        user, system = ((end[place] - begin[place]) / TICKS / seconds for place in (1, 2))
        memory = {words[1]: int(words[2]) / 1024
                  for words in (line.split() for line in self._lines("memory")) if words[0] == name}  # fmt: skip
        folder = os.path.join(self.folder, name)
        paths = files.media_files(folder)
        # What goes wrong on purpose shows to the end; else it is the same stretch that the cost is measured in.
        stop = self._at(f"stop {name}")
        stretch = files.Stretch() if row.is_disturbed else files.Stretch(stop - begin[0], stop - end[0])
        idle = (end[4] - begin[4]) / max(1, end[3] - begin[3])
        if idle < 0.1:
            self.remarks.append(f"{name}: the guest was idle for {idle:.0%} of the time only: losses mean little")
        lost, damaged = self._frames_lost(row, name, program, paths, stretch)
        result = {
            "cpu": user + system,
            "cpu_user": user,
            "memory": memory.get("VmHWM", 0.0),
            "memory_anonymous": memory.get("RssAnon", 0.0),
            "guest_idle": idle,
            "pictures": files.pictures(paths),
            "bytes": sum(os.path.getsize(path) for path in paths),
            "frames_lost": lost,
            "frames_damaged": damaged,
            "threads": self._threads(name, seconds),
        }
        if row.has_sound:
            is_fed = not any(self._at(f"run {name}") < time < stop for time in self.starved)
            result["samples_lost"] = sum(files.lost_samples(path, stretch) for path in paths) if is_fed else None
            if not is_fed:
                self.remarks.append(f"{name}: the player of the sound starved, so that nothing is said of samples")
        if program == "dutycamd":
            result.update(self._own_account(folder, result["bytes"]))
        return result

    def _frames_lost(self, row, name, program, paths, stretch):
        """Pictures that are missing, and pictures that are not as they were given."""
        if row.name.startswith("camera-away"):
            # Of all that the camera would have given until the end of the recording.
            taken = self._at(f"stop {name}") - self._first(name, program)
            return round(taken * row.rate) - files.pictures(paths), 0
        if row.clip:
            return files.lost_of_clip(paths, os.path.join(self.folder, row.clip), stretch)
        if len(paths) != 1:
            raise ValueError(f"{len(paths)} files where one was expected")
        return files.lost_by_time(paths[0], row.rate, stretch), 0

    def _first(self, name, program):
        """When the first picture was taken, in seconds of the guest's monotonic clock."""
        if program == "dutycamd":
            return Channel(os.path.join(self.folder, name), "front").times[0]
        for line in self._lines(f"{name}.log"):
            # ffmpeg says of its first input when it begins, and V4L2's times are monotonic.
            if found := re.search(r"Duration: N/A, start: ([0-9.]+)", line):
                return float(found[1])
        raise ValueError("ffmpeg has not told when its input began")

    def _own_account(self, folder, size):
        """What the daemon itself says it lost, over all of the recording, and what its pre-event buffer held."""
        channel = Channel(folder, "front")
        seconds = channel.times[-1] - channel.times[0]
        held = channel.record.pre_event["front"]["delivered"]
        gaps = channel.events("sound-gap")
        return {"counted_frames_lost": channel.record.count("front", "frames-lost"),
                "counted_silence": sum(gap["until"] - gap["at"] for gap in gaps) / 1e9,
                "ring": held * size / seconds / (1 << 20)}  # fmt: skip

    def _threads(self, name, seconds):
        """Share of a processor of each thread name."""
        spent = {}
        for line in self._lines("threads"):
            run, when, nanoseconds, thread = line.split(maxsplit=3)
            if run == name:
                spent[thread] = spent.get(thread, 0) + int(nanoseconds) * (1 if when == "end" else -1)
        return {thread: round(value / 1e9 / seconds, 4) for thread, value in sorted(spent.items(), key=lambda p: -p[1])}
