"""Chooses how QEMU executes the guest: software emulation, or KVM where it has proved itself on this machine."""

import os
import signal
import subprocess
import tempfile
from pathlib import Path

from virtual_unit import cache, initramfs
from virtual_unit.outcome import USAGE, UnitError

ARGUMENTS = {
    "tcg": ["-accel", "tcg,thread=multi", "-cpu", "max"],
    "kvm": ["-accel", "kvm", "-cpu", "host"],
    # Never chosen by itself: time is counted in instructions, one a nanosecond, and idle time is skipped.
    "counted": ["-accel", "tcg,thread=single", "-cpu", "max", "-icount", "shift=0,sleep=off"],
}

PROBE_SECONDS = 5
"""KVM boots to init in about one second; one that takes longer than this is no gain, or hangs."""

_PROBE_INIT = b"#!/bin/busybox sh\n/bin/busybox echo probe-reached-init\n/bin/busybox poweroff -f\n"


def choose(kernel):
    """"tcg" or "kvm". A probe's answer holds until the machine is booted again; DUTYCAM_ACCEL goes before it."""
    asked = os.environ.get("DUTYCAM_ACCEL")
    if asked:
        if asked not in ARGUMENTS:
            raise UnitError(USAGE, f"DUTYCAM_ACCEL is '{asked}'; write tcg, kvm or counted")
        return asked
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return "tcg"
    boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    answer_file = cache.root() / "accelerator"
    try:
        known_boot, answer = answer_file.read_text(encoding="ascii").split()
        if known_boot == boot and answer in ARGUMENTS:
            return answer
    except (OSError, ValueError):
        pass  # No answer yet, or half of one: ask the machine.
    answer = "kvm" if _kvm_boots(kernel) else "tcg"
    # Renamed into place, because several runs may start at once.
    with tempfile.NamedTemporaryFile("w", dir=cache.root(), prefix="accelerator-", delete=False) as file:
        file.write(f"{boot} {answer}\n")
    os.replace(file.name, answer_file)
    return answer


def _kvm_boots(kernel):
    """Whether a guest under KVM reaches its init in time. /dev/kvm may be there and open, and then hang."""
    with tempfile.TemporaryDirectory(prefix="dutycam-kvm-") as folder:
        initrd = Path(folder) / "initrd"
        initrd.write_bytes(initramfs.build(kernel, _PROBE_INIT, {}, modules=()))
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--", "qemu-system-x86_64", *ARGUMENTS["kvm"],
             "-m", "256", "-nodefaults", "-display", "none", "-no-reboot", "-serial", "stdio",
             "-kernel", str(kernel.image), "-initrd", str(initrd), "-append", "console=ttyS0 quiet panic=-1"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            output, _ = process.communicate(timeout=PROBE_SECONDS)
            return b"probe-reached-init" in output
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return False
