"""Boots the unit, runs one of the scripts in ../guest, and holds what it left."""

import glob
import os
import subprocess

from judge.channel import Channel

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
UNIT = os.path.join(TOP, "hw", "virtual", "unit")
GUEST = os.path.join(TOP, "Tests", "virtual", "guest")
SMALL = [("width: 640, height: 360", "width: 320, height: 180"), ("bit-rate: 1000000", "bit-rate: 500000")]
"""What an emulated processor codes with ease, also on a machine that has other work."""


def unit_file(folder, name, shipped, changes=()):
    """A shipped unit file under another name, with short times and these pieces of text replaced."""
    with open(os.path.join(TOP, "hw", "units", f"{shipped}.yaml"), encoding="utf-8") as file:
        text = file.read()
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{shipped}.yaml has no '{old}' any more")
        text = text.replace(old, new)
    text += "pre-event: { seconds: 30 }\nsegments: { seconds: 10 }\n"
    with open(os.path.join(folder, f"{name}.yaml"), "w", encoding="utf-8") as file:
        file.write(text)


class Run:
    """One boot; raises when it did not come to its end."""

    def __init__(self, folder, script, modules="", limit=180, environment=None):
        self.folder = folder
        disk = os.path.join(folder, "disk")
        subprocess.run([UNIT, "disk", disk, "512M"], check=True)
        command = [UNIT, "run", "--disk", disk, "--share", folder, "--limit", str(limit), "--console",
                   os.path.join(folder, "console"), "--env", f"RESULTS={folder}", "--env",
                   f"BIN={os.environ['DUTYCAM_BIN']}", "--env", f"TOP={TOP}"]  # fmt: skip
        command += ["--modules", modules] if modules else []
        for name, value in (environment or {}).items():
            command += ["--env", f"{name}={value}"]
        for path in (os.environ["DUTYCAM_BIN"], TOP):
            command += ["--keep", path] if path.startswith(("/tmp/", "/var/tmp/", "/run/", "/mnt/", "/media/")) else []
        done = subprocess.run([*command, "--", os.path.join(GUEST, script)], capture_output=True, text=True)
        os.unlink(disk)
        if done.returncode:
            raise RuntimeError(f"the guest ended in {done.returncode}: {done.stderr[-600:]}{self._logs()}")
        self.timeline = [line.split(maxsplit=1) for line in self.text("timeline").splitlines()]

    def _logs(self):
        paths = glob.glob(os.path.join(self.folder, "*.log")) + [os.path.join(self.folder, "timeline")]
        return "".join(f"\n{os.path.basename(p)}: {self.text(os.path.basename(p))[-600:]}" for p in paths)

    def text(self, name):
        """A file that the guest left; empty without it."""
        try:
            with open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def times(self, what):
        """When the guest did something, in seconds of its clock."""
        return [float(time) for time, words in self.timeline if words == what]

    def troubles(self):
        """What the script could not do, and how daemons ended that should have ended well."""
        return [words for _, words in self.timeline
                if words.startswith(("gave-up", "dutycam-failed")) or (words.startswith("ended") and words != "ended 0")
                ]  # fmt: skip

    def channel(self, number, name="front", unit=None):
        """A camera's part of a recording."""
        folders = glob.glob(os.path.join(self.folder, "recordings", f"{unit or '*'}-{number:08}"))
        if len(folders) != 1:
            raise RuntimeError(f"{len(folders)} folders for recording {number}{self._logs()}")
        return Channel(folders[0], name)
