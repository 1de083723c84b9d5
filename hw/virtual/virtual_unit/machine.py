"""One QEMU process: its arguments, its channels to the guest, and its end."""

import os
import subprocess

from virtual_unit import accelerator

CHANNELS = ("control", "stdout", "stderr")
"""Named virtio-serial ports, apart from the console, so that kernel messages never mix with a command's output."""


class Machine:
    """A running guest. `channels` maps each name in CHANNELS to the read end of a pipe, which ends when QEMU does."""

    def __init__(self, folder, kernel, accel, options, disk):
        """Starts QEMU; `folder` holds the run's files and `disk` is the -blockdev description of a disk, or None."""
        self.console = options.console or str(folder / "console")
        self._messages = folder / "qemu"
        pipes = {name: os.pipe() for name in CHANNELS}
        arguments = [
            # The kernel ends QEMU if this process is killed, so no guest is ever left over.
            "setpriv", "--pdeathsig", "KILL", "--", "qemu-system-x86_64", *accelerator.ARGUMENTS[accel],
            "-m", str(options.memory), "-smp", str(options.cpus), "-nodefaults", "-display", "none", "-no-reboot",
            "-kernel", str(kernel.image), "-initrd", str(folder / "initrd"),
            # An emulated timer on a busy machine may miss the kernel's check of it, and the unit would not boot.
            "-append", "console=ttyS0 loglevel=5 panic=-1 mitigations=off no_timer_check",
            "-chardev", f"file,id=console,path={self.console}", "-serial", "chardev:console",
            "-device", "virtio-rng-pci", "-device", "virtio-serial-pci",
            "-fsdev", "local,id=root,path=/,security_model=none,readonly=on,multidevs=remap",
            "-device", "virtio-9p-pci,fsdev=root,mount_tag=root",
        ]
        for name, (_, write_end) in pipes.items():
            arguments += ["-chardev", f"file,id={name},path=/dev/fd/{write_end}",
                          "-device", f"virtserialport,chardev={name},name={name}"]
        if options.share:
            share = os.path.realpath(options.share)
            arguments += ["-fsdev", f"local,id=share,path={share},security_model=none,multidevs=remap",
                          "-device", "virtio-9p-pci,fsdev=share,mount_tag=share"]
        if disk:
            arguments += ["-blockdev", disk, "-device", "virtio-blk-pci,drive=evidence,write-cache=on"]
        with open(self._messages, "wb") as messages:
            self._process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=messages, stderr=messages,
                pass_fds=[write_end for _, write_end in pipes.values()])
        for _, write_end in pipes.values():
            os.close(write_end)
        self.channels = {name: read_end for name, (read_end, _) in pipes.items()}

    def kill(self):
        """Ends QEMU at once. For the guest this is the power going: what it had only in memory is gone."""
        self._process.kill()
        self._process.wait()

    def wait(self, seconds):
        """Waits for the guest to power itself off; kills QEMU if it has not after so long."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def last_words(self, lines=20):
        """The end of what QEMU and the guest's console said, for a person to read."""
        said = []
        for path in (self._messages, self.console):
            try:
                with open(path, encoding="utf-8", errors="replace") as file:
                    said += [line.rstrip() for line in file if line.strip()][-lines:]
            except OSError:
                continue  # QEMU did not come so far as to write it.
        return said
