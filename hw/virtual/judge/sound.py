"""What is heard in a recording's sound track: the tone and the marks of guest/play-marks, and silence."""

import numpy as np

from judge import media

RATE = 48000
TONE, MARK = 440, 1500
LOUD, SILENT = 9000, 60


class Sound:
    """A track's samples over all segments, with the time of each piece on the guest's monotonic clock."""

    def __init__(self, channel, track=0):
        pieces = []
        for segment in channel.segments:
            if track < len(segment.sounds) and segment.sounds[track]["packets"]:
                samples = np.frombuffer(media.sound(segment.path, track), np.int16).astype(np.float64)
                pieces.append((segment.sounds[track]["packets"][0]["time"], samples))
        self.begin = pieces[0][0] if pieces else 0.0
        # One line: that the pieces follow on each other is judged by the packets' times.
        self.samples = np.concatenate([samples for _, samples in pieces]) if pieces else np.zeros(0)
        self.end = self.begin + len(self.samples) / RATE

    def marks(self):
        """When each mark begins."""
        loud = np.flatnonzero(np.abs(self.samples) > LOUD)
        if len(loud) == 0:
            return []
        firsts = loud[np.concatenate([[True], np.diff(loud) > RATE // 5])]
        return [self.begin + first / RATE for first in firsts]

    def skews(self):
        """How far each mark is from the whole second it was played at; above zero is late."""
        return [time - round(time) for time in self.marks()]

    def silences(self, shortest=0.05):
        """Begin and end of each stretch without sound."""
        window = RATE // 200
        count = len(self.samples) // window
        peaks = np.abs(self.samples[: count * window]).reshape(count, window).max(axis=1)
        found, start = [], None
        for index, silent in enumerate([*(peaks < SILENT), False]):
            if silent and start is None:
                start = index
            elif not silent and start is not None:
                if (index - start) / 200 >= shortest:
                    found.append((self.begin + start / 200, self.begin + index / 200))
                start = None
        return found

    def tone(self, begin, end):
        """The strongest frequency between two times, in hertz."""
        piece = self.samples[int((begin - self.begin) * RATE) : int((end - self.begin) * RATE)]
        piece = piece * np.hanning(len(piece))
        size = 1 << 18
        return float(np.argmax(np.abs(np.fft.rfft(piece, size)))) * RATE / size
