#!/usr/bin/env python3
"""Proves from the files alone what a recording of simulated devices kept.

FILEs are the segments of one channel of one recording, in order. Every picture carries its number and time, every whole
second of sound a tone: see picture_code.py and sound_marks.py. Segments lie on one timeline by the origins in the
recording's record*.jsonl, if that is beside the first file or given, and by the pictures' own clock otherwise.
Exits 1 when a limit that was asked for does not hold, or a file is not clean; the reasons are on the last lines.
"""

import argparse
import glob
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import media
import sound_marks
from segment import Segment

ALIKE = 0.6
"""From which likeness on a sound counts as the tone; noise stays below 0.2, a tone cut in half reaches 0.7."""


def ranges(numbers):
    """[[first, last], …] of sorted whole numbers."""
    result = []
    for number in numbers:
        if result and number == result[-1][1] + 1:
            result[-1][1] = number
        else:
            result.append([number, number])
    return result


def check_pictures(segments):
    numbers = np.concatenate([s.numbers[s.readable] for s in segments])
    holes, doubles, backwards = [], [], 0
    for before, after in zip(numbers[:-1].tolist(), numbers[1:].tolist()):
        if after > before + 1:
            holes.append([before + 1, after - 1])
        elif after == before:
            doubles.append(after)
        elif after < before:
            backwards += 1
    errors = [np.abs(s.pts - s.shown - s.offset)[s.readable].max() for s in segments if s.readable.any()]
    return {
        "frames": int(sum(len(s.numbers) for s in segments)),
        "first": int(numbers[0]) if len(numbers) else None,
        "last": int(numbers[-1]) if len(numbers) else None,
        "holes": holes,
        "framesMissing": sum(last - first + 1 for first, last in holes),
        "doubles": doubles,
        "backwards": backwards,
        "filesWithoutPictures": sum(not s.has_pictures for s in segments),
        "unreadable": int(sum((~s.readable).sum() for s in segments)),
        "worstTimeErrorMilliseconds": round(1000 * float(max(errors)), 3) if errors else None,
    }


def place_sound_alone(segments, origins):
    """Gives files without pictures their place on the pictures' clock, by the files' origins."""
    names = [(s, os.path.basename(s.path)) for s in segments]
    clock = next((origins[name] + s.offset for s, name in names if s.offset is not None and name in origins), None)
    for segment, name in names:
        if not segment.has_pictures and clock is not None and name in origins:
            segment.offset = clock - origins[name]


class Sound:
    """The samples of several files as one line, without a copy of them all."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.begins = np.cumsum([0] + [len(piece) for piece in pieces])

    def part(self, low, high):
        first = max(0, int(np.searchsorted(self.begins, low, side="right")) - 1)
        last = max(first + 1, int(np.searchsorted(self.begins, high)))
        begin = self.begins[first]
        return np.concatenate(self.pieces[first:last])[low - begin : high - begin]


def check_skew(segments):
    """The tones against the pictures, second by second."""
    placed = [s for s in segments if s.rate and s.offset is not None and s.sample_count]
    if not placed:
        return None
    rate = placed[0].rate
    sound = Sound([s.samples for s in placed])
    # Where each decoded frame begins: position in `samples`, time by the pictures' clock.
    positions, times, position = [], [], 0
    for segment in placed:
        begins = np.array([pts for pts, _ in segment.sound_frames])
        for shown, (_, count) in zip(begins - segment.offsets_at(begins), segment.sound_frames):
            positions += [position, position + count - 1]
            times += [shown, shown + (count - 1) / rate]
            position += count
    positions, times = np.array(positions), np.array(times)
    marks, absent, cut = [], [], 0
    # A block of AAC is half of itself and half of the one before, which another file has or none: a tone in what a
    # file's first block sounds like alone cannot be timed.
    broken = [(times[2 * i], times[2 * i + 1]) for i in np.cumsum([0] + [len(s.sound_frames) for s in placed[:-1]])]
    starts = np.array([begin for begin, _ in broken])
    seen = [(s.shown[s.readable][0], s.shown[s.readable][-1]) for s in placed if s.readable.any()]
    for second in range(int(np.ceil(times[0])), int(np.floor(times[-1] - sound_marks.LENGTH)) + 1):
        # Where pictures are missing there is nothing to measure against.
        if not any(begin - 0.5 <= second <= end + 0.5 for begin, end in seen):
            continue
        file = int(np.searchsorted(starts, second + sound_marks.LENGTH)) - 1
        if file >= 0 and second < broken[file][1]:
            cut += 1
            continue
        around = int(np.searchsorted(times, second))
        # Even places are where a block begins: within one, however long, nothing is missing.
        if around > 0 and around % 2 == 0 and times[around] - times[around - 1] > sound_marks.LENGTH:
            absent.append(second)
            continue
        low = max(0, int(positions[around] - 0.45 * rate))
        high = int(positions[around] + (0.45 + sound_marks.LENGTH) * rate)
        found = sound_marks.find(sound.part(low, high).astype(float), second, rate)
        if found is None or found[1] < ALIKE:
            absent.append(second)
            continue
        if low + found[0] < 2:
            continue  # The sound may have begun within the tone: where the tone began, nobody can tell.
        heard = float(np.interp(low + found[0], positions, times))
        marks.append((second, 1000 * (heard - second)))
    skews = np.array([skew for _, skew in marks])
    worst = int(np.argmax(np.abs(skews))) if len(skews) else None
    return {
        "tones": len(marks),
        "tonesAbsent": ranges(absent),
        "tonesAtFileStarts": cut,
        "worstSkewMilliseconds": round(float(skews[worst]), 3) if worst is not None else None,
        "worstSkewAtSecond": marks[worst][0] if worst is not None else None,
        "meanSkewMilliseconds": round(float(skews.mean()), 3) if len(skews) else None,
        "skewMilliseconds": {str(second): round(skew, 3) for second, skew in marks},
    }


def check_sound(segments, origins):
    """Whether each packet of sound begins where the one before ended, within files and across them.

    With origins, across files to the sample. By the pictures' clock, which counts milliseconds, to one millisecond.
    """
    placed = [s for s in segments if s.rate and s.sound_packets]
    if not placed:
        return None
    breaks, boundaries = [], []
    for segment in placed:
        packets = segment.sound_packets
        for (begin, length), (after, _) in zip(packets[:-1], packets[1:]):
            samples = round((after - begin - length) * segment.rate)
            if abs(samples) > 1:
                breaks.append({"file": segment.path, "at": after, "samples": samples})
    for before, after in zip(placed[:-1], placed[1:]):
        names = [os.path.basename(s.path) for s in (before, after)]
        if all(name in origins for name in names):
            shift, tolerance = origins[names[1]] - origins[names[0]], 1
        elif before.offset is not None and after.offset is not None:
            shift, tolerance = before.offset - after.offset, after.rate / 1000
        else:
            continue
        seconds = shift + after.sound_packets[0][0] - sum(before.sound_packets[-1])
        samples = round(seconds * after.rate)
        boundaries.append(samples)
        if abs(samples) > tolerance:
            breaks.append({"file": after.path, "at": after.sound_packets[0][0], "samples": samples})
    return {
        "rate": placed[0].rate,
        "samples": int(sum(s.sample_count for s in placed)),
        "boundaries": len(boundaries),
        "worstBoundarySamples": max(boundaries, key=abs, default=0),
        "breaks": breaks,
    }


def read_origins(path):
    """Seconds at which each file's time 0 lies, by the file's name, from a recording's own record."""
    origins = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # A record that was cut off by a power cut is no fault of the segments.
            if isinstance(entry, dict) and entry.get("line") == "segment":
                origins[entry["file"]] = entry["origin"] / 1e9
    return origins


def violations(report, options):
    pictures, skew, sound = report["pictures"], report["skew"], report["sound"]
    if options.no_holes:
        for first, last in pictures["holes"]:
            yield f"frame {first} is missing" if first == last else f"frames {first} to {last} are missing"
        if pictures["doubles"]:
            yield f"frames are there twice: {pictures['doubles'][:10]}"
        if pictures["backwards"]:
            yield f"the order goes back {pictures['backwards']} times"
        if pictures["unreadable"]:
            yield f"{pictures['unreadable']} pictures cannot be read"
    if options.min_frames is not None and pictures["frames"] < options.min_frames:
        yield f"{pictures['frames']} frames, {options.min_frames} wanted"
    if options.max_time_error is not None:
        error = pictures["worstTimeErrorMilliseconds"]
        if error is None or error > options.max_time_error:
            yield f"a picture's time is {error} ms off, {options.max_time_error} allowed"
    if options.max_skew is not None:
        worst = skew and skew["worstSkewMilliseconds"]
        if worst is None:
            yield "no tone was found to measure skew by"
        elif abs(worst) > options.max_skew:
            yield f"skew is {worst} ms at second {skew['worstSkewAtSecond']}, {options.max_skew} allowed"
    if options.no_absent_tones and (skew is None or skew["tonesAbsent"]):
        yield f"tones are absent: {skew['tonesAbsent'] if skew else 'all'}"
    if options.no_sound_breaks:
        if sound is None:
            yield "there is no sound"
        for cut in sound["breaks"] if sound else []:
            what = "missing" if cut["samples"] > 0 else "doubled"
            yield f"{abs(cut['samples'])} samples {what} in {cut['file']} at {cut['at']:.3f} s"


def table(report):
    pictures, skew, sound = report["pictures"], report["skew"], report["sound"]
    yield f"files        {len(report['files'])}"
    yield f"frames       {pictures['frames']}, numbers {pictures['first']} to {pictures['last']}"
    holes = ", ".join(f"{a}-{b}" for a, b in pictures["holes"][:20])
    yield f"holes        {len(pictures['holes'])}, {pictures['framesMissing']} frames{': ' + holes if holes else ''}"
    yield f"doubles      {len(pictures['doubles'])}, backwards {pictures['backwards']}"
    yield f"unreadable   {pictures['unreadable']}, files without pictures {pictures['filesWithoutPictures']}"
    yield f"time error   {pictures['worstTimeErrorMilliseconds']} ms at worst"
    if skew:
        yield f"skew         {skew['worstSkewMilliseconds']} ms at worst (second {skew['worstSkewAtSecond']}), " + (
            f"{skew['meanSkewMilliseconds']} ms on average, {skew['tones']} tones, "
            f"{skew['tonesAtFileStarts']} more at the files' starts"
        )
        yield f"tones absent {skew['tonesAbsent'] or 'none'}"
    if sound:
        yield f"sound        {sound['samples']} samples at {sound['rate']} Hz, {len(sound['breaks'])} breaks, " + (
            f"at most {sound['worstBoundarySamples']} samples at {sound['boundaries']} boundaries"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--record", metavar="FILE", help="the recording's record.jsonl, for the segments' origins")
    parser.add_argument("--audio", type=int, default=0, metavar="N", help="which sound track (default: 0)")
    parser.add_argument("--json", metavar="FILE", help="write the report there as JSON; - for standard output")
    parser.add_argument("--no-holes", action="store_true", help="every frame once, in order, readable")
    parser.add_argument("--min-frames", type=int, metavar="N")
    parser.add_argument("--max-time-error", type=float, metavar="MS", help="of a picture, against its file's others")
    parser.add_argument("--max-skew", type=float, metavar="MS", help="between tones and pictures")
    parser.add_argument("--no-absent-tones", action="store_true")
    parser.add_argument("--no-sound-breaks", action="store_true", help="no sample missing or doubled")
    options = parser.parse_args()
    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            segments = list(pool.map(lambda path: Segment(path, options.audio), options.files))
        beside = sorted(glob.glob(os.path.join(os.path.dirname(options.files[0]) or ".", "record*.jsonl")))
        origins = {}
        for path in [options.record] if options.record else beside:
            origins |= read_origins(path)
    except (media.Unreadable, OSError) as error:
        print(f"FAILED: {error}")
        return 1
    place_sound_alone(segments, origins)
    report = {
        "files": options.files,
        "pictures": check_pictures(segments),
        "skew": check_skew(segments),
        "sound": check_sound(segments, origins),
    }
    report["violations"] = list(violations(report, options))
    if options.json == "-":
        json.dump(report, sys.stdout, indent=1)
        print()
    else:
        if options.json:
            with open(options.json, "w", encoding="utf-8") as out:
                json.dump(report, out, indent=1)
        print("\n".join(table(report)))
        for violation in report["violations"]:
            print(f"FAILED: {violation}")
    return 1 if report["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
