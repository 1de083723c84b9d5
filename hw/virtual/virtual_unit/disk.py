"""The evidence disk as QEMU gets it: the image itself, or the volatile disk in between."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from virtual_unit.outcome import NO_BOOT, UnitError


class PlainDisk:
    """The image file itself. The host lives on, so a write that QEMU has taken survives any cut."""

    def __init__(self, image):
        self.description = f"driver=raw,node-name=evidence,file.driver=file,file.filename={os.path.realpath(image)}"

    def finish(self):
        """Nothing to do: QEMU has closed the file."""


class VolatileDisk:
    """The image behind `volatile-disk`, which loses at a cut what the guest had not flushed."""

    def __init__(self, folder, options, checkout):
        seed = options.seed if options.seed is not None else secrets.randbelow(1 << 32)
        socket = folder / "disk"
        self.description = f"driver=nbd,node-name=evidence,server.type=unix,server.path={socket}"
        arguments = [sys.executable, str(Path(checkout) / "hw" / "virtual" / "volatile-disk"), "--seed", str(seed),
                     "--socket", str(socket), options.disk]
        if options.disk_report:
            arguments += ["--report", options.disk_report]
        self._process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        if self._process.stdout.readline().strip() != "listening":
            self._process.wait()
            raise UnitError(NO_BOOT, "volatile-disk did not start (see above)")

    def finish(self):
        """Waits for the server, which ends when QEMU has gone, and passes its account on."""
        try:
            account, _ = self._process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise UnitError(NO_BOOT, "volatile-disk did not end") from None
        if self._process.returncode != 0:
            raise UnitError(NO_BOOT, f"volatile-disk failed (status {self._process.returncode}, see above)")
        for line in account.splitlines():
            print(f"unit: {line}", file=sys.stderr)


def attach(folder, options, checkout):
    """The disk that the options ask for, or None."""
    if not options.disk:
        return None
    return VolatileDisk(folder, options, checkout) if options.volatile else PlainDisk(options.disk)
