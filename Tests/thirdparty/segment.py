"""One file of a recording: its pictures' codes, its sound, and how their times go together."""

import numpy as np

import media
import picture_code


class Segment:
    """What one file holds. Times are in seconds: `pts` as in the file, `shown` as in the pictures."""

    def __init__(self, path, audio):
        self.path = path
        streams = media.streams(path)
        video = next((s for s in streams if s["codec_type"] == "video"), None)
        if not streams:
            raise media.Unreadable(f"{path}: neither pictures nor sound")
        self.has_pictures = video is not None
        # While a camera is away its files are sound alone.
        self.numbers, self.readable = np.zeros(0, np.int64), np.zeros(0, bool)
        self.shown = self.pts = np.zeros(0)
        self.offset = None
        if video is not None:
            self._read_pictures(int(video["width"]), int(video["height"]))
        sounds = [s for s in streams if s["codec_type"] == "audio"]
        self.rate = int(sounds[audio]["sample_rate"]) if audio < len(sounds) else None
        self.samples, self.sound_frames = np.zeros(0, np.int16), []
        if len(sounds) != 1:
            # What is looked at below is decoded there; this is for the rest.
            media.decode_clean(path)
        if self.rate:
            self.samples, self.sound_frames = media.sound(path, audio, self.rate)
            usual = max((count for _, count in self.sound_frames), default=0) / self.rate
            self.sound_packets = media.packets(path, f"a:{audio}", usual)
        self.sample_count = len(self.samples)

    def _read_pictures(self, width, height):
        own = picture_code.columns_for(width)
        for columns in (own, *(c for c in picture_code.LAYOUTS if c != own)):
            rows = -(-height * (picture_code.CELLS // columns) // 12)
            reader = picture_code.Reader(width, height, columns)
            parts = [reader.read(batch) for batch in media.pictures(self.path, width, height, rows)]
            if not parts:
                raise media.Unreadable(f"{self.path}: no pictures")
            self.numbers, milliseconds, self.readable = (np.concatenate(column) for column in zip(*parts))
            # A scaled picture keeps the layout of its first size.
            if self.readable.any():
                break
        self.shown = milliseconds / 1000
        packets = media.packets(self.path, "v:0")
        if len(packets) != len(self.numbers):
            raise media.Unreadable(f"{self.path}: {len(packets)} pictures stored, {len(self.numbers)} decoded")
        self.pts = np.array([time for time, _ in packets])
        # From a picture's own time to the file's: the same for all pictures of an honest file.
        self.offset = float(np.median((self.pts - self.shown)[self.readable])) if self.readable.any() else None

    def offsets_at(self, pts):
        """The offset at times of the file, each from the readable pictures within a second."""
        if not self.readable.any():
            return np.full(len(pts), self.offset)
        residues, times = (self.pts - self.shown)[self.readable], self.pts[self.readable]
        grid, values = [], []
        for second in np.arange(np.floor(times.min()), times.max() + 1):
            near = residues[np.searchsorted(times, second - 1) : np.searchsorted(times, second + 1)]
            if len(near):
                grid.append(second)
                values.append(np.median(near))
        return np.interp(pts, grid, values)
