"""Follows a guest through its control channel until its command has ended, its time is up or its power is to be cut."""

import os
import select
import time

from virtual_unit.outcome import LIMIT, NO_BOOT, NOT_CUT, UnitError

BOOT_SECONDS = 120
"""Boot takes 6 to 10 s on an idle machine under software emulation; a machine at work may need many times that."""

POWER_OFF_SECONDS = 10
"""For the guest to power itself off after it reported the status; it has unmounted by then."""


class Conversation:
    """One guest's life; `say` gets lines for the person who started it."""

    def __init__(self, machine, options, say):
        self._machine = machine
        self._options = options
        self._say = say
        self._started = time.monotonic()
        self._deadline = self._started + BOOT_SECONDS
        self._cut_at = None
        self._pending = b""
        self.seconds_to_command = None
        """From the start of QEMU to the start of the command; None while it has not started."""

    def follow(self):
        """Returns the command's status, or 0 once the power was cut as asked; raises UnitError otherwise."""
        while True:
            for line in self._lines_until(self._deadline if self._cut_at is None else min(self._deadline, self._cut_at)):
                status = self._handle(line)
                if status is not None:
                    return status
            now = time.monotonic()
            if self._cut_at is not None and now >= self._cut_at:
                self._machine.kill()
                self._say(f"power cut {now - self._cut_at + self._options.cut_after:.3f} s after ready")
                return 0
            if now >= self._deadline:
                self._machine.kill()
                if self.seconds_to_command is None:
                    raise UnitError(NO_BOOT, f"the unit did not boot within {BOOT_SECONDS} s")
                raise UnitError(LIMIT, f"the command was still running after {self._options.limit:g} s")

    def _lines_until(self, deadline):
        """The whole lines that arrived by then; none when the deadline passed."""
        control = self._machine.channels["control"]
        timeout = None if deadline == float("inf") else max(0, deadline - time.monotonic())
        readable, _, _ = select.select([control], [], [], timeout)
        if not readable:
            return []
        received = os.read(control, 4096)
        if not received:
            self._machine.wait(POWER_OFF_SECONDS)
            what = "did not boot" if self.seconds_to_command is None else "died before it reported how the command ended"
            raise UnitError(NO_BOOT, f"the unit {what}")
        *lines, self._pending = (self._pending + received).split(b"\n")
        return [line.decode(errors="replace") for line in lines]

    def _handle(self, line):
        """Acts on one line of the guest; the command's status if that is what it tells."""
        word, _, rest = line.partition(" ")
        if word == "up":
            now = time.monotonic()
            self.seconds_to_command = now - self._started
            self._deadline = now + self._options.limit if self._options.limit else float("inf")
        elif word == "ready" and self._options.cut_after is not None and self._cut_at is None:
            self._cut_at = time.monotonic() + self._options.cut_after
        elif word == "note":
            self._say(rest)
        elif word == "failed":
            self._machine.kill()
            raise UnitError(NO_BOOT, f"the unit could not be set up: {rest}")
        elif word == "status":
            self._machine.wait(POWER_OFF_SECONDS)
            if self._options.cut_after is not None:
                raise UnitError(NOT_CUT, f"the command ended with status {rest} before the power was cut")
            return int(rest)
        return None
