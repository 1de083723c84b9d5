"""What a scenario takes by script: everything else that is missing is a fault of the recorder."""

import math

import yaml

REOPENING = 1.0
"""A lost device is looked for every second."""


class Scripted:
    """A scenario for a unit of one camera and one microphone, with the steps that endurance runs have."""

    def __init__(self, unit_text, scenario_text):
        unit, scenario = yaml.safe_load(unit_text), yaml.safe_load(scenario_text)
        self.virtual = scenario["clock"] == "virtual"
        self.length = scenario["length"]
        self.rate = unit["cameras"][0]["modes"][0]["rate"]
        self.camera = unit["cameras"][0]["name"]
        self.pre_event = unit.get("pre-event", {}).get("seconds", 60)
        self.drift = 0
        # [start, stop] of each recording, in seconds.
        self.recordings = []
        # Ranges of frames, last one included, and of seconds, that the script takes.
        self.frames, self.sound = [], []
        gone = {}
        for step in scenario["steps"]:
            self._take(step, gone)
        if gone:
            raise ValueError(f"never plugged in again: {', '.join(gone)}")

    def _take(self, step, gone):
        at, fault = step["at"], step.get("fault")
        if "start" in step:
            self.recordings.append([at, self.length])
        elif "stop" in step:
            self.recordings[-1][1] = at
        elif "clock" in step:
            pass  # It takes nothing.
        elif fault == "unplug":
            gone["camera" if "camera" in step else "microphone"] = at
        elif fault == "plug" and "camera" in step:
            last = math.floor((at + REOPENING) * self.rate) + 1
            self.frames.append((math.ceil(gone.pop("camera") * self.rate), last))
        elif fault == "plug":
            self.sound.append((gone.pop("microphone"), at + REOPENING))
        elif fault in ("lose", "damage") and "camera" in step:
            first = math.ceil(at * self.rate)
            self.frames.append((first, first + step["frames"] - 1))
        elif fault == "overrun":
            self.sound.append((at, at + step["for"]))
        elif fault == "drift":
            self.drift = step["ppm"]
        else:
            raise ValueError(f"what does this step take? {step}")

    def frames_beyond(self, holes):
        """The missing frames of `holes`, [[first, last], …], that no step took."""
        return [
            frame
            for first, last in holes
            for frame in range(first, last + 1)
            if not any(low <= frame <= high for low, high in self.frames)
        ]

    def tones_beyond(self, absent, length):
        """The absent tones of `absent`, [[first, last], …] in seconds, each `length` long, that no step took."""
        return [
            second
            for first, last in absent
            for second in range(first, last + 1)
            if not any(low < second + length and second < high for low, high in self.sound)
        ]

    def ends_short(self, index, first, last):
        """Why recording `index`, whose frames are `first` to `last`, does not cover its time; None when it does."""
        start, stop = self.recordings[index]
        # What the recording before has is not in this one too. A recording begins and ends at a key picture.
        free = self.recordings[index - 1][1] + 1 if index else 0
        wanted = max(start - self.pre_event + 1, free, 1) * self.rate
        if first > wanted:
            return f"it begins with frame {first}, {wanted:.0f} wanted"
        if last < (stop - 1) * self.rate:
            return f"it ends with frame {last}, {(stop - 1) * self.rate:.0f} wanted"
        return None
