"""The judge of recordings: good files pass, and each defect put into one is found.

The files are ffmpeg's, with the daemon's notes put behind each fragment by this test.
"""

import json
import os
import struct
import subprocess
import tempfile
import unittest
import zlib

from judge import boxes
from judge.channel import Channel
from power_cuts.verdict import Verdict

SECOND = 1_000_000_000


def _cut(data):
    """ftyp and moov, and each moof with its mdat."""
    parts, place, start = [], 0, 0
    while place < len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if kind in (b"moof", b"mfra"):
            if kind == b"moof" and not parts:
                parts.append(data[:place])
            elif start:
                parts.append(data[start:place])
            start = place
        place += size
    return parts


def _note(entry, preceding):
    text = json.dumps(entry).encode()
    head = boxes.NOTE + b"\1" + struct.pack(">I", zlib.crc32(text, zlib.crc32(preceding)))
    return struct.pack(">I4s", 8 + len(head) + len(text), b"uuid") + head + text


class JudgeTest(unittest.TestCase):
    def setUp(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self._temporary.cleanup)
        self.folder = self._temporary.name
        self.lines = [{"line": "header"}]
        for segment in (0, 1):
            self._make(segment, origin=(100 + 3 * segment) * SECOND)
        self.lines.append({"line": "end", "cause": "power-cut-or-crash"})
        self._write_record()

    def _make(self, segment, origin):
        raw = os.path.join(self.folder, "raw")
        subprocess.run(
            ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=128x96:rate=10:duration=3",
             "-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-g", "10", "-movflags",
             "frag_keyframe+empty_moov+default_base_moof", "-f", "mp4", raw], check=True)  # fmt: skip
        with open(raw, "rb") as file:
            head, *fragments = _cut(file.read())
        os.unlink(raw)
        data = b""
        for number, fragment in enumerate(fragments):
            entry = {"segment": segment, "fragment": number, "origin": origin, "start": origin + number * SECOND,
                     "end": origin + (number + 1) * SECOND, "pictures": 10, "soundFrames": [],
                     "events": []}  # fmt: skip
            preceding = (head if number == 0 else b"") + fragment
            data += preceding + _note(entry, preceding)
            self.lines.append({**entry, "line": "fragment", "channel": "front"})
        with open(self._path(segment), "wb") as file:
            file.write(data)

    def _path(self, segment):
        return os.path.join(self.folder, f"front-{segment:04}.mp4")

    def _write_record(self):
        with open(os.path.join(self.folder, "record.jsonl"), "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.lines)

    def _change(self, change):
        with open(self._path(1), "r+b") as file:
            data = change(file.read())
            file.seek(0)
            file.truncate()
            file.write(data)

    def _wrong(self):
        return " ".join(Channel(self.folder, "front").whole())

    def test_a_good_recording_passes(self):
        self.assertEqual(self._wrong(), "")
        self.assertEqual(len(Channel(self.folder, "front").times), 60)

    def test_a_damaged_fragment_is_found_though_it_has_its_length(self):
        self._change(lambda data: data[:-900] + bytes(64) + data[-836:])
        self.assertIn("whole to byte", self._wrong())

    def test_a_cut_off_file_is_found(self):
        self._change(lambda data: data[:-50])
        self.assertIn("whole to byte", self._wrong())

    def test_a_missing_segment_is_a_hole(self):
        self._make(2, origin=106 * SECOND)
        self._write_record()
        os.unlink(self._path(1))
        self.assertIn("+3000.00 ms of picture", self._wrong())

    def test_a_record_that_tells_something_else_is_found(self):
        self.lines[2]["pictures"] = 9
        self._write_record()
        self.assertIn("the note of fragment 1 differ", self._wrong())

    def test_a_missing_picture_is_counted(self):
        channel = Channel(self.folder, "front")
        self.assertEqual(channel.missing(10), 0)
        del channel.times[7:9]
        self.assertEqual(channel.missing(10), 2)

    def _verdict(self, last_beat, announced):
        before = type("Before", (), {"number": 1, "last_beat": last_beat, "announced": announced, "model": "",
                                     "is_aimed": False})()  # fmt: skip
        os.makedirs(os.path.join(self.folder, "boot"), exist_ok=True)
        link = os.path.join(self.folder, "boot", "recovered")
        if not os.path.islink(link):
            os.symlink(self.folder, link)
        return Verdict(before, type("After", (), {"folder": os.path.dirname(link), "failure": None})())

    def test_a_cut_costs_the_time_from_the_last_fragment_to_the_last_beat(self):
        verdict = self._verdict(106.9, [(0, 0, 0), (0, 1, 0), (1, 2, 0)])
        self.assertAlmostEqual(verdict.lost, 0.95)
        self.assertTrue(verdict.is_good(1.5))
        self.assertFalse(self._verdict(107.5, [(0, 0, 0), (0, 1, 0), (1, 2, 0)]).is_good(1.5))

    def test_a_fragment_that_was_announced_and_is_gone_is_bad(self):
        verdict = self._verdict(106.9, [(0, 0, 0), (1, 2, 0), (1, 3, 0)])
        self.assertIn("fragment 3 of segment 1 was announced and is gone", verdict.wrong)
        self.assertFalse(verdict.is_good(1.5))


if __name__ == "__main__":
    unittest.main()
