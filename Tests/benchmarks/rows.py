"""The jobs that both programs are given: the daemon's unit file and ffmpeg's arguments for each."""

import os
import re
import subprocess

from virtual_tests.guest import TOP


class Row:
    """One job. `clip` names the clip that the camera shows in a circle; None is vivid, whose rate is then `rate`."""

    def __init__(self, name, words, shipped, coding, size, rate, encoder=None, clip=None, queue=512,
                 aim=None, has_sound=True, coder=None):  # fmt: skip
        self.name, self.words, self.shipped, self.coding = name, words, shipped, coding
        self.size, self.rate, self.encoder, self.clip, self.queue = size, rate, encoder, clip, queue
        self.aim, self.has_sound, self.coder = aim, has_sound, coder

    @property
    def is_disturbed(self):
        """Whether something goes wrong on purpose, so that cost means nothing."""
        return self.aim is None

    def write(self, folder):
        """The unit file and ffmpeg's arguments, for guest/compare."""
        with open(os.path.join(TOP, "hw", "units", f"{self.shipped}.yaml"), encoding="utf-8") as file:
            text = file.read()
        for old, new in self._changes():
            if old not in text:
                raise ValueError(f"{self.shipped}.yaml has no '{old}' any more")
            text = text.replace(old, new)
        if not self.has_sound:
            text = re.sub(r"    microphones: .*\n", "", text)
            text = re.sub(r"microphones:\n(  .*\n)+", "", text)
        with open(os.path.join(folder, f"{self.name}.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
        with open(os.path.join(folder, f"{self.name}.ffmpeg"), "w", encoding="utf-8") as file:
            file.write("\n".join(self.arguments()) + "\n")

    def _changes(self):
        if not self.encoder:
            return []
        return [("width: 640, height: 360, rate: 15", f"width: {self.size[0]}, height: {self.size[1]}, "
                 f"rate: {self.rate}"), ("preset: ultrafast, bit-rate: 1000000",
                 f"preset: {self.encoder[0]}, bit-rate: {self.encoder[1]}")]  # fmt: skip

    def arguments(self):
        """ffmpeg's, without the file; NODE stands for the camera's node.

        As X264Encoder and AACEncoder of Sources/LibAV set the same libraries up. Each is there to make ffmpeg lose
        less: queues that hold seconds, every picture kept at its own time.
        """
        width, height = self.size
        camera = ["-f", "v4l2", "-thread_queue_size", str(self.queue), "-input_format", self.coding,
                  "-video_size", f"{width}x{height}", "-framerate", str(self.rate), "-i", "NODE"]  # fmt: skip
        microphone = ["-f", "alsa", "-thread_queue_size", str(self.queue), "-channels", "1", "-sample_rate", "48000",
                      "-i", "hw:Loopback,1,0"]  # fmt: skip
        if self.encoder:
            preset, bits = self.encoder
            video = ["-c:v", "libx264", "-preset", preset, "-tune", "zerolatency", "-pix_fmt", "yuv420p",
                     "-b:v", str(bits), "-maxrate", str(bits * 3 // 2), "-bufsize", str(bits * 3 // 2), "-bf", "0",
                     "-g", str(self.rate), "-keyint_min", str(self.rate), "-sc_threshold", "0", "-flags", "+cgop",
                     "-threads:v", "1", "-vsync", "passthrough", "-enc_time_base:v", "-1"]  # fmt: skip
        else:
            video = ["-c:v", "copy"]
        sound = ["-map", "1:a", "-c:a", "aac", "-b:a", "64k"] if self.has_sound else []
        sound += ["-aac_coder", self.coder] if self.coder else []
        # Fragments of a second, each beginning with a key picture. In MJPEG each picture is one.
        flags, length = "empty_moov+default_base_moof", ["-frag_duration", "1000000"]
        if self.coding != "mjpeg":
            flags, length = f"{flags}+frag_keyframe", []
        container = ["-f", "mp4", "-movflags", flags, *length]
        return ["-nostdin", "-hide_banner", "-nostats", "-y", *camera,
                *(microphone if self.has_sound else []), "-map", "0:v", *video, *sound, *container]  # fmt: skip


ROWS = [
    Row("encode", "vivid raw 640x360 at 15 fps, coded by libx264 ultrafast 1 Mbit/s", "virtual-vivid", "yuyv422",
        (640, 360), 15, ("ultrafast", 1000000), aim=1.0),  # fmt: skip
    Row("mjpeg", "MJPEG 1280x720 at 30 fps, passed through", "virtual-mjpeg", "mjpeg", (1280, 720), 30,
        clip="clip.avi", aim=0.7),  # fmt: skip
    Row("h264", "H.264 1280x720 at 30 fps, passed through", "virtual-h264", "h264", (1280, 720), 30,
        clip="clip.ts", aim=0.7),  # fmt: skip
    Row("mjpeg-fast-aac", "the same, ffmpeg told to use the AAC coder that dutycamd uses", "virtual-mjpeg", "mjpeg",
        (1280, 720), 30, clip="clip.avi", aim=0.7, coder="fast"),  # fmt: skip
    Row("mjpeg-silent", "MJPEG without a microphone", "virtual-mjpeg", "mjpeg", (1280, 720), 30, clip="clip.avi",
        aim=0.7, has_sound=False),  # fmt: skip
    Row("h264-silent", "H.264, likewise", "virtual-h264", "h264", (1280, 720), 30, clip="clip.ts", aim=0.7,
        has_sound=False),  # fmt: skip
    Row("slow-disk", "the same as mjpeg; the disk takes nothing for 4 s", "virtual-mjpeg", "mjpeg", (1280, 720), 30,
        clip="clip.avi"),  # fmt: skip
    Row("slow-disk-default", "the same, ffmpeg with its own queues (8 packets)", "virtual-mjpeg", "mjpeg",
        (1280, 720), 30, clip="clip.avi", queue=8),  # fmt: skip
    Row("camera-away", "vivid raw 320x180 at 15 fps, coded; the camera is away for 2 s", "virtual-vivid", "yuyv422",
        (320, 180), 15, ("ultrafast", 500000)),  # fmt: skip
]


def make_clips(folder, rows):
    """The clips that these rows' cameras show: moving pictures, each different."""
    coding = {
        "clip.avi": ["-c:v", "mjpeg", "-q:v", "8"],
        # As a transport stream, because that holds pictures in the form that cameras give.
        "clip.ts": ["-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-g", "30", "-keyint_min", "30",
                    "-sc_threshold", "0", "-b:v", "3M"],
    }  # fmt: skip
    for row in rows:
        path = os.path.join(folder, row.clip or "")
        if row.clip and not os.path.exists(path):
            width, height = row.size
            source = f"testsrc2=size={width}x{height}:rate={row.rate}:duration=8"
            subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", source, *coding[row.clip], path],
                           check=True)  # fmt: skip
