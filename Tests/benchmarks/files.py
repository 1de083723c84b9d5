"""What is missing in a file, by ffmpeg and ffprobe alone: whoever wrote it."""

import glob
import os

import numpy as np

from judge import media

RATE = 48000
LOUD, SILENT = 9000, 60
"""Of the 16 bits that hw/virtual/guest/play-marks fills: its marks go above the first, its tone above the second."""
TOLERANCE = 0.010
"""How far a mark may be from where it belongs: the player dates by a card that counts in ticks."""
STRIP = "h264_mp4toannexb,filter_units=remove_types=7-9"
"""Leaves a picture's own units: what is stored beside them differs from muxer to muxer."""


def media_files(folder):
    """The files of one run, in order."""
    return sorted(glob.glob(os.path.join(folder, "**", "*.mp4"), recursive=True))


def times(path, kind):
    """When the packets of the first stream of a kind are shown, in seconds, in the order of the file."""
    answer = media.probe(path, "-select_streams", f"{kind}:0", "-show_entries", "packet=pts_time")
    return [float(packet["pts_time"]) for packet in answer["packets"]]


class Stretch:
    """A part of a file, in seconds before the end of its last picture; all of it when not told."""

    def __init__(self, begin=float("inf"), end=0.0):
        self.begin, self.end = begin, end

    def indices(self, moments, last):
        """Which of these moments are in it."""
        return [index for index, time in enumerate(moments) if self.end <= last - time <= self.begin]


def pictures(paths):
    """How many are there."""
    return sum(len(times(path, "v")) for path in paths)


def lost_by_time(path, rate, stretch):
    """Pictures that the times of the others show missing, over all of the stretch: single ones waver."""
    moments = sorted(times(path, "v"))
    inside = [moments[index] for index in stretch.indices(moments, moments[-1])]
    return round((inside[-1] - inside[0]) * rate) - (len(inside) - 1)


def lost_of_clip(paths, clip, stretch):
    """How many pictures of a clip shown in a circle are left out, and how many are there but not as they were shown."""
    filters = STRIP if clip.endswith(".ts") else None
    shown = media.picture_hashes(clip, filters)
    if len(set(shown)) != len(shown):
        raise ValueError(f"{clip} shows a picture twice, so it tells nothing")
    places = {value: index for index, value in enumerate(shown)}
    stored = []
    for path in paths:
        hashes, moments = media.picture_hashes(path, filters), times(path, "v")
        stored += [hashes[index] for index in stretch.indices(moments, moments[-1])]
    lost = damaged = between = 0
    before = None
    for value in stored:
        place = places.get(value)
        if place is None:
            damaged, between = damaged + 1, between + 1
            continue
        if before is not None:
            lost += (place - before - 1 - between) % len(shown)
        before, between = place, 0
    return lost, damaged


def lost_samples(path, stretch):
    """Samples that are missing, or silence in their place, between the first mark and the last.

    The marks were played a whole number of seconds apart; which number, the packets' times say.
    """
    sound = np.frombuffer(media.sound(path, 0), np.int16)
    moments, last = times(path, "a"), times(path, "v")[-1]
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > LOUD)
    if len(loud) == 0 or not moments:
        raise ValueError(f"{os.path.basename(path)} has no mark in its sound")
    firsts = loud[np.concatenate([[True], np.diff(loud) > RATE // 5])]
    heard = [(mark, moments[min(mark // 1024, len(moments) - 1)]) for mark in firsts]
    heard = [heard[index] for index in stretch.indices([time for _, time in heard], last)]
    lost = 0
    for (before, then), (after, now) in zip(heard, heard[1:]):
        missing = max(1, round(now - then)) * RATE - (after - before)
        lost += int(missing) if abs(missing) > TOLERANCE * RATE else 0
    return lost + (_silent(sound[heard[0][0] : heard[-1][0]]) if heard else 0)


def _silent(sound):
    """Samples in stretches of silence of 5 ms or longer."""
    window = RATE // 200
    count = len(sound) // window
    peaks = np.abs(sound[: count * window].astype(np.int32)).reshape(count, window).max(axis=1)
    return int((peaks < SILENT).sum()) * window
