"""One life of the unit: recovery, then a recording until the power goes."""

import json
import os
import shutil
import subprocess
import sys

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
UNIT = os.path.join(TOP, "hw", "virtual", "unit")
GUEST = os.path.join(TOP, "hw", "virtual", "guest")


def find_programs(folder):
    """The folder that has dutycamd and dutycam; ends the program without it."""
    folder = os.path.abspath(folder or os.environ.get("DUTYCAM_BIN") or os.path.join(TOP, ".build", "release"))
    for name in ("dutycamd", "dutycam"):
        if not os.access(os.path.join(folder, name), os.X_OK):
            sys.exit(f"power-cuts: {folder} has no {name}; run swift build -c release --product {name}, or give --bin")
    return folder


def make_disk(path, megabytes):
    """An empty image."""
    subprocess.run([UNIT, "disk", path, f"{max(512, megabytes)}M"], check=True)


class Boot:
    """What one boot was told and gave. `failure` says why it is of no use.

    An aimed cut comes shortly before or while a fragment is written, which is the worst moment and else a rare one; the
    kernel then writes back at once what it has, so that the disk holds unflushed parts of it.
    """

    def __init__(self, folder, number, image, programs, draw, previous):
        self.number, self.programs, self.image = number, programs, image
        self.folder = os.path.join(folder, f"boot-{number:03}")
        self.seed, self.is_aimed = draw.randrange(1 << 31), draw.random() < 0.5
        self.previous = previous
        self.failure, self.last_beat, self.announced, self.model = None, 0.0, [], ""

    def run(self, cut_after):
        """Boots; cuts the power so many seconds after the first fragment, or lets it end when that is None."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self._write_unit_file()
        self._carry_sums()
        report = os.path.join(self.folder, "disk.json")
        command = [UNIT, "run", "--modules", "vivid:node_types=0x1 snd-aloop", "--disk", self.image, "--volatile",
                   "--seed", str(self.seed), "--disk-report", report, "--share", self.folder, "--limit", "180",
                   "--console", os.path.join(self.folder, "console"),
                   "--env", f"RESULTS={self.folder}", "--env", f"BIN={self.programs}", "--env", f"HERE={GUEST}",
                   "--env", f"EAGER={int(self.is_aimed)}"]  # fmt: skip
        if self.programs.startswith(("/tmp/", "/var/tmp/")):
            command += ["--keep", self.programs]
        command += ["--cut-after", f"{cut_after:.3f}"] if cut_after is not None else []
        command += ["--", os.path.join(GUEST, "record-until-cut"), str(self.number if cut_after is not None else 0)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        with open(os.path.join(self.folder, "said"), "w", encoding="utf-8") as said:
            said.write(done.stdout + done.stderr)
        self._read(done.stdout)
        if done.returncode:
            said = " ".join((done.stdout[-200:] + done.stderr[-600:]).split())
            self.failure = f"the unit ended in {done.returncode}: {said}"
        elif cut_after is not None:
            with open(report, encoding="utf-8") as file:
                self.model = json.load(file).get("model", "")

    def _read(self, output):
        for line in output.splitlines():
            words = line.split()
            if words[:1] == ["beat"] and len(words) == 2:
                self.last_beat = float(words[1])
            elif words[:1] == ["fragment"] and len(words) == 4:
                self.announced.append((int(words[1]), int(words[2]), int(words[3])))

    def _write_unit_file(self):
        with open(os.path.join(TOP, "hw", "units", "virtual-vivid.yaml"), encoding="utf-8") as file:
            text = file.read()
        # What an emulated processor codes with ease, and short segments, so that cuts fall near their ends as well.
        text = text.replace("width: 640, height: 360", "width: 320, height: 180").replace("1000000", "500000")
        with open(os.path.join(self.folder, "unit.yaml"), "w", encoding="utf-8") as file:
            file.write(text + "segments: { seconds: 10 }\n")

    def _carry_sums(self):
        """The checksums of all that was recovered so far, to be the same in this boot."""
        if not self.previous:
            return
        text = ""
        for name in ("sums", "sums-new"):
            path = os.path.join(self.previous.folder, name)
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    text += file.read()
        if text:
            with open(os.path.join(self.folder, "sums"), "w", encoding="utf-8") as file:
                file.write(text)
