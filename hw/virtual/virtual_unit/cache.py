"""Where `unit prepare` put the kernel, and where answers are kept between runs."""

import os
from pathlib import Path

from virtual_unit.outcome import NO_BOOT, UnitError

LAYOUT = 2
"""The layout of a kernel folder; the same number stands in `prepare`."""


def root():
    """The folder of everything cached, the same as in `prepare`."""
    base = os.environ.get("DUTYCAM_CACHE")
    if not base:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        base = str(Path(home) / "dutycam")
    return Path(os.path.realpath(base)) / "virtual"


class Kernel:
    """An unpacked kernel with its modules; raises UnitError where `unit prepare` has not run."""

    def __init__(self):
        self.folder = Path(os.path.realpath(root() / f"current-{LAYOUT}"))
        try:
            self.release = (self.folder / "release").read_text(encoding="utf-8").strip()
        except OSError:
            raise UnitError(NO_BOOT, f"no kernel in {root()}; run `hw/virtual/unit prepare` first") from None
        self.image = self.folder / "boot" / "vmlinux"
        self.modules = self.folder / "lib" / "modules" / self.release
