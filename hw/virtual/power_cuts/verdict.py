"""What a cut cost, from what the boot before it told and the boot after it recovered."""

import os

from judge.channel import Channel


class Verdict:
    """One cut. `before` recorded and was cut off, `after` recovered. `wrong` lists what must not be."""

    def __init__(self, before, after):
        self.before, self.wrong, self.fragments, self.segments = before, [], 0, 0
        self.lost, self.discarded = float("inf"), 0
        folder = os.path.join(after.folder, "recovered")
        if after.failure or not os.path.isdir(folder):
            self.wrong.append(after.failure or "nothing was recovered")
            return
        try:
            channel = Channel(folder, "front")
        except ValueError as error:  # Not a file that ffprobe can look into.
            self.wrong.append(str(error))
            return
        self.wrong += channel.whole()
        there = {(n["segment"], n["fragment"]): n for s in channel.segments for n in s.notes}
        missing = [f"fragment {f} of segment {s} was announced and is gone" for s, f, _ in before.announced
                   if (s, f) not in there]  # fmt: skip
        self.wrong += missing
        self.fragments, self.segments = len(there), len(channel.segments)
        if len(before.announced) < 3:
            self.wrong.append(f"only {len(before.announced)} fragments had been announced")
        if there:
            # The guest told the time every 50 ms, so the cut was at most about so much later.
            self.lost = before.last_beat + 0.05 - max(note["end"] for note in there.values()) / 1e9
        remarks = [s["recovery"] for s in channel.record.segments if s.get("recovery")]
        self.discarded = sum(remark["bytesDiscarded"] for remark in remarks)
        end = channel.record.end
        if not end or end["cause"] != "power-cut-or-crash":
            self.wrong.append(f"the record ends with {end}")

    def is_good(self, limit):
        """Whether the cut cost no more than it may."""
        return not self.wrong and self.lost <= limit

    def line(self, limit):
        """A row of the table."""
        recovered = f"{self.fragments} fragments, {self.segments} segments"
        words = "ok" if self.is_good(limit) else "BAD: " + ("; ".join(self.wrong[:4]) or "too much is lost")
        model = self.before.model + (", aimed" if self.before.is_aimed else "")
        return (f"{self.before.number:>4} {self.before.last_beat:>6.2f} s {model:<16} {recovered:<28} "
                f"{self.lost:>5.2f} s {self.discarded:>7} B  {words}")  # fmt: skip
