"""One camera's files of one recording, against each other and against the record.

Every function that judges gives back a list of what is wrong, in words; empty is good. Times are in seconds of the
guest's monotonic clock.
"""

import glob
import os
import re

from judge import boxes, media
from judge.record import Record

FRAGMENT = (0.9, 1.45)
"""What "about a second" is for a fragment between two others."""


class Segment:
    """One file: its packets with their times, and the notes of its fragments."""

    def __init__(self, path):
        self.path, self.name = path, os.path.basename(path)
        with open(path, "rb") as file:
            self.data = file.read()
        self.notes = boxes.fragments(self.data)
        self.origin = self.notes[0]["origin"] / 1e9 if self.notes else None
        answer = media.probe(path, "-show_entries", "stream=index,codec_type,codec_name,time_base,width,height",
                             "-show_entries", "packet=stream_index,pts,size,pos", "-show_packets")  # fmt: skip
        self.streams = answer["streams"]
        # ffprobe guesses at durations, so samples come from the boxes; what both know must be the same.
        stored = boxes.samples(self.data)
        for stream in self.streams:
            numerator, denominator = stream["time_base"].split("/")
            tick = int(numerator) / int(denominator)
            seen = [p for p in answer["packets"] if p["stream_index"] == stream["index"]]
            stream["packets"] = stored.get(stream["index"] + 1, [])
            stream["differs"] = [tuple(int(p[k]) for k in ("pts", "size", "pos")) for p in seen] != [
                tuple(p[k] for k in ("pts", "size", "pos")) for p in stream["packets"]]  # fmt: skip
            for packet in stream["packets"]:
                packet["time"] = (self.origin or 0) + packet["pts"] * tick
                packet["end"] = packet["time"] + packet["duration"] * tick
        self.pictures = next((s["packets"] for s in self.streams if s["codec_type"] == "video"), [])
        self.sounds = [s for s in self.streams if s["codec_type"] == "audio"]


class Channel:
    """All segments of a camera in a recording's folder."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.record = Record(folder)
        paths = glob.glob(os.path.join(folder, f"{name}-*.mp4"))
        paths.sort(key=lambda path: int(re.search(r"-(\d+)\.mp4$", path)[1]))
        self.segments = [Segment(path) for path in paths]
        self.times = [p["time"] for s in self.segments for p in s.pictures]

    def events(self, *kinds):
        """What the record says happened, of these kinds, or all."""
        return self.record.events(self.name, *kinds)

    def whole(self):
        """Everything that holds for any recording."""
        wrong = [] if self.segments else ["no segment"]
        for segment in self.segments:
            wrong += [f"{segment.name}: {words}" for words in self._decodes(segment) + self._fragments(segment)]
            for stream in segment.streams:
                wrong += [f"{segment.name}: {words}" for words in _contiguous(stream)]
        return wrong + self._boundaries() + self._summed()

    def _decodes(self, segment):
        said = media.complaints(segment.path)
        wrong = [f"ffmpeg says {said[:200]}"] if said else []
        stored = sum(note["pictures"] for note in segment.notes)
        if not said and (count := media.decoded_pictures(segment.path)) != stored:
            wrong.append(f"{count} pictures decoded, {stored} in its notes")
        whole = segment.notes[-1]["end_byte"] if segment.notes else 0
        if whole != len(segment.data):
            wrong.append(f"whole to byte {whole} of {len(segment.data)}")
        return wrong

    def _fragments(self, segment):
        wrong = []
        lost = [event[end] / 1e9 for event in self.events("picture-lost", "picture-gap", "storage-gap")
                for end in ("at", "until") if end in event]  # fmt: skip
        for note in segment.notes:
            key = (self.name, note["segment"], note["fragment"])
            said = self.record.fragments.get(key)
            if said is None or any(said[k] != note[k] for k in ("start", "end", "pictures", "soundFrames", "origin")):
                wrong.append(f"the record and the note of fragment {note['fragment']} differ")
            mine = [p for p in segment.pictures if note["begin"] <= p["pos"] < note["end_byte"]]
            if len(mine) != note["pictures"]:
                wrong.append(f"fragment {note['fragment']} holds {len(mine)} pictures, not {note['pictures']}")
            if mine and not mine[0]["key"]:
                wrong.append(f"fragment {note['fragment']} does not begin with a key picture")
            # Sound comes when it comes: a fragment with pictures is as long as they are.
            length = (note["end"] - note["start"]) / 1e9 if not mine else mine[-1]["end"] - mine[0]["time"]
            # The rest of a segment, and the sound that came after it, may be short.
            is_last = not any(later["pictures"] for later in segment.notes[segment.notes.index(note) + 1 :])
            is_cut = any(note["start"] / 1e9 - 1 <= at <= note["end"] / 1e9 + 1 for at in lost)
            if not is_cut and (length > FRAGMENT[1] or length < FRAGMENT[0] and not is_last):
                wrong.append(f"fragment {note['fragment']} lasts {length:.2f} s")
        return wrong

    def _boundaries(self):
        """No picture's time and no sound is missing or there twice from one file to the next."""
        wrong = []
        gaps = [(e["at"] / 1e9, e["until"] / 1e9) for e in self.events("picture-gap", "storage-gap") if "until" in e]
        for before, after in zip(self.segments, self.segments[1:]):
            if before.pictures and after.pictures:
                step = after.pictures[0]["time"] - before.pictures[-1]["end"]
                explained = any(before.pictures[-1]["time"] - 0.001 <= a and b <= after.pictures[0]["time"] + 0.001
                                for a, b in gaps)  # fmt: skip
                if abs(step) > 0.0005 and not (explained and step > -0.1):
                    wrong.append(f"{step * 1000:+.2f} ms of picture between {before.name} and {after.name}")
            for index, (one, other) in enumerate(zip(before.sounds, after.sounds)):
                if one["packets"] and other["packets"]:
                    step = other["packets"][0]["time"] - one["packets"][-1]["end"]
                    if abs(step) > 0.0001:
                        wrong.append(f"{step * 1000:+.2f} ms of sound {index} between {before.name} and {after.name}")
        return wrong

    def _summed(self):
        wrong = []
        for line in (s for s in self.record.segments if s["channel"] == self.name):
            segment = next((s for s in self.segments if s.name == line["file"]), None)
            if segment is None:
                wrong.append(f"{line['file']} is in the record and nowhere else")
            elif (line["bytes"], line["pictures"], line["fragments"]) != (
                    len(segment.data), len(segment.pictures), len(segment.notes)):  # fmt: skip
                wrong.append(f"{segment.name} is not as its line of the record says")
        summary = self.record.summaries.get(self.name)
        if summary and summary["pictures"] != len(self.times):
            wrong.append(f"{len(self.times)} pictures stored, {summary['pictures']} in the account")
        return wrong

    def missing(self, rate, begin=0.0, end=float("inf")):
        """Frames that the pictures' own times show missing, in a stretch of time without a gap.

        Counted over the whole of it: the times of single frames waver by a good part of a frame on a busy machine.
        """
        times = [time for time in self.times if begin < time < end]
        return round((times[-1] - times[0]) * rate) - (len(times) - 1)


def _contiguous(stream):
    """Each packet of a stream begins where the one before ends."""
    packets, wrong = stream["packets"], []
    if stream["differs"]:
        wrong.append(f"ffprobe sees other {stream['codec_type']} packets than the boxes tell of")
    for before, after in zip(packets, packets[1:]):
        if after["pts"] <= before["pts"]:
            wrong.append(f"{stream['codec_type']} goes back at {before['pts']}")
    if stream["codec_type"] == "audio":
        for before, after in zip(packets, packets[1:]):
            if after["pts"] != before["pts"] + before["duration"]:
                missing = after["pts"] - before["pts"] - before["duration"]
                wrong.append(f"{missing} sound frames missing at {before['pts']}")
    return wrong
