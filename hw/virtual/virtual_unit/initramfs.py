"""Builds the guest's first file system: busybox, the modules that reach the host's root, and the init script."""

import os
from pathlib import Path

BASE_MODULES = (
    "virtio_pci", "virtio_console", "virtio_rng", "virtio_blk", "9pnet_virtio", "9p", "crc32c_generic", "ext4")
"""What the guest needs before it sees the host's files; all other modules are loaded by modprobe afterwards.

ext4 asks for crc32c by name when it mounts, which modules.dep does not tell.
"""


def modules_in_order(kernel, names):
    """The module files behind `names` with everything they need, each after what it needs, as paths below `kernel.modules`.

    The order is that of modules.dep (depmod(8)): a line names a file and what it needs, the deepest last.
    """
    needs = {}
    for line in (kernel.modules / "modules.dep").read_text(encoding="utf-8").splitlines():
        path, _, rest = line.partition(":")
        needs[path] = rest.split()
    by_name = {Path(path).name.split(".ko")[0].replace("-", "_"): path for path in needs}
    ordered = []
    for name in names:
        path = by_name[name.replace("-", "_")]
        for each in [*reversed(needs[path]), path]:
            if each not in ordered:
                ordered.append(each)
    return ordered


class Archive:
    """A cpio archive in the "newc" format that the kernel unpacks (Documentation/driver-api/early-userspace)."""

    def __init__(self):
        self._data = bytearray()
        self._inode = 0

    def add(self, name, mode, content=b""):
        """Appends one entry; `mode` holds the file type too, as in stat(2)."""
        self._inode += 1
        encoded = name.encode() + b"\0"
        fields = (self._inode, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(encoded), 0)
        self._data += b"070701" + b"".join(b"%08X" % field for field in fields) + encoded
        self._pad()
        self._data += content
        self._pad()

    def folder(self, name):
        self.add(name, 0o040755)

    def file(self, name, content, executable=False):
        self.add(name, 0o100755 if executable else 0o100644, content)

    def finish(self):
        """The whole archive."""
        self.add("TRAILER!!!", 0)
        return bytes(self._data)

    def _pad(self):
        self._data += b"\0" * (-len(self._data) % 4)


def build(kernel, init, files, modules=BASE_MODULES):
    """An initramfs with `init` as its first program and `files` (name to bytes) in its root."""
    archive = Archive()
    for name in ("bin", "proc", "sys", "dev", "host", "whole", "m"):
        archive.folder(name)
    archive.file("bin/busybox", Path("/bin/busybox").read_bytes(), executable=True)
    archive.file("init", init, executable=True)
    listed = []
    for path in modules_in_order(kernel, modules):
        listed.append(os.path.basename(path))
        archive.file(f"m/{listed[-1]}", (kernel.modules / path).read_bytes())
    archive.file("modules", "".join(f"{name}\n" for name in listed).encode())
    for name, content in files.items():
        archive.file(name, content)
    return archive.finish()
