"""A process's memory over the scenario's time.

Anonymous memory (RssAnon) is what the process itself takes and could leak. File pages (RssFile) are the programs' and
libraries' own code, read in when it first runs and given back whenever somebody else needs room: they are shown, and
judged only from the first minute of the first recording on, when all code has run.
"""

import bisect
import re
import subprocess
import threading
import time

FIELDS = ("VmRSS", "RssAnon", "RssFile", "VmHWM")
SHIFT_TIME = re.compile(r"\[(\d+) ms\]")
RECORDING = re.compile(r"recording \d+ started")


class Sample:
    """Memory in KiB at `at`, in seconds by the watcher's clock."""

    def __init__(self, at, text):
        self.at = at
        values = dict(re.findall(r"^(\w+):\s+(\d+) kB", text, re.MULTILINE))
        self.rss, self.anonymous, self.files, self.peak = (int(values[field]) for field in FIELDS)


class Watch:
    """Runs a daemon to its end, and keeps samples of its memory and the lines of its log."""

    def __init__(self, command, virtual):
        self.virtual = virtual
        self.samples, self.lines = [], []
        begin = time.monotonic()
        daemon = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        reader = threading.Thread(target=self._read, args=(daemon.stderr, begin))
        reader.start()
        while daemon.poll() is None:
            now = time.monotonic() - begin
            self._sample(daemon.pid, now)
            # A minute of a virtual clock may pass in a fifth of a second.
            time.sleep(0.005 if virtual and now < 10 else 0.1 if virtual else 0.5)
        reader.join()
        self.status = daemon.returncode
        self.length = time.monotonic() - begin

    def _sample(self, process, now):
        try:
            with open(f"/proc/{process}/status", encoding="utf-8") as status:
                text = status.read()
        except OSError:
            return  # It has ended just now.
        if all(f"\n{field}:" in text for field in FIELDS):
            self.samples.append(Sample(now, text))

    def _read(self, stream, begin):
        for line in stream:
            self.lines.append((time.monotonic() - begin, line.rstrip("\n")))

    def memory(self):
        return Memory(self.samples, self.lines, self.virtual)


class Memory:
    """Samples placed on the scenario's time, in seconds."""

    def __init__(self, samples, lines, virtual):
        anchors = []
        for at, line in lines:
            if "dutycamd:" in line and (match := SHIFT_TIME.search(line) if virtual else True):
                anchors.append((at, int(match[1]) / 1000 if virtual else at - (anchors[0][0] if anchors else at)))
        if not anchors:
            raise ValueError("the daemon's log tells no time")
        self.times, self.samples = [], []
        for sample in samples:
            # Not before the devices are there, where the scenario's time begins.
            if sample.at >= anchors[0][0]:
                self.times.append(_between(anchors, sample.at, virtual))
                self.samples.append(sample)
        first = next((at for at, line in lines if RECORDING.search(line)), None)
        self.first_recording = None if first is None else _between(anchors, first, virtual)

    def at(self, time):
        """The last sample not after `time`; the first one when there is none."""
        return self.samples[max(0, bisect.bisect_right(self.times, time) - 1)]

    def growth(self, since, until, of):
        """KiB from what it was at `since` to the most it was after and before `until`."""
        base = getattr(self.at(since), of)
        return max(getattr(s, of) for t, s in zip(self.times, self.samples) if since <= t < until) - base


def _between(anchors, at, virtual):
    """The scenario's time at `at`: between two lines of the log it passes evenly."""
    if not virtual:
        return at - anchors[0][0]
    after = bisect.bisect_right(anchors, at, key=lambda anchor: anchor[0])
    if after == len(anchors):
        return anchors[-1][1]
    (before_at, before), (after_at, beyond) = anchors[after - 1], anchors[after]
    return before + (beyond - before) * (at - before_at) / (after_at - before_at)
