"""A recording's record: the lines of record.jsonl, and of the files that go on with it."""

import glob
import json
import os
import re


def read(folder):
    """The lines of all record files of a folder, in order; a last line that was cut off is left out."""
    paths = glob.glob(os.path.join(folder, "record*.jsonl"))
    paths.sort(key=lambda path: int((re.search(r"-(\d+)\.jsonl$", path) or [0, 1])[1]))
    lines = []
    for path in paths:
        with open(path, "rb") as file:
            for line in file.read().split(b"\n"):
                try:
                    lines.append(json.loads(line))
                except ValueError:
                    break
    return lines


class Record:
    """One recording as its record tells it."""

    def __init__(self, folder):
        lines = read(folder)

        def of(kind):
            return [line for line in lines if line["line"] == kind]

        self.header = of("header")[0] if of("header") else None
        self.end = of("end")[-1] if of("end") else None
        self.pre_event = {line["channel"]: line for line in of("pre-event")}
        self.segments = of("segment")
        self.fragments = {(f["channel"], f["segment"], f["fragment"]): f for f in of("fragment")}
        self.summaries = {line["channel"]: line for line in of("channel-end")}

    def events(self, channel, *kinds):
        """What happened in a channel, in order of writing; of these kinds, or all."""
        holders = [f for key, f in self.fragments.items() if key[0] == channel]
        holders += [self.summaries[channel]] if channel in self.summaries else []
        found = [event for holder in holders for event in holder["events"]]
        return [event for event in found if not kinds or event["kind"] in kinds]

    def count(self, channel, kind):
        """The sum of the counts of one kind of event."""
        return sum(event.get("count") or 0 for event in self.events(channel, kind))
