"""What the guest is told: files in its initramfs, written for the shells that read them."""

import os
from shlex import quote

COVERED = ("/tmp", "/var/tmp", "/run", "/mnt", "/media")
"""Folders of the host that the guest sees empty and may write to."""


def _is_covered(path):
    return any(path == folder or path.startswith(folder + "/") for folder in COVERED)


def kept(paths):
    """(source, target) of every path that would vanish under a covered folder.

    A path that leads there by a link is kept under both names, its own and the one it stands for.
    """
    pairs = []
    for path in paths:
        source = os.path.realpath(path)
        for target in (source, os.path.abspath(path)):
            # Bound from the host's root, so the source has to be a real one; the target has to be a folder of its own.
            if _is_covered(target) and target not in COVERED and (source, target) not in pairs:
                pairs.append((source, target))
    # A folder before what lies in it, or the outer one would hide the inner one.
    return sorted(pairs, key=lambda pair: pair[1])


def _array(name, values):
    return f"{name}=({' '.join(quote(value) for value in values)})\n"


def files(options, kernel, checkout):
    """The initramfs files that guest/init and guest/session read (name to bytes)."""
    folder = os.getcwd()
    unit = {
        "COVERED": " ".join(COVERED),
        "SHARE": os.path.realpath(options.share) if options.share else "",
        "DISK": "yes" if options.disk else "",
        "SESSION": str(checkout / "hw" / "virtual" / "guest" / "session"),
    }
    environment = {
        "PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin") + ":/usr/sbin:/sbin",
        "HOME": "/tmp/home",
        "LANG": "C.UTF-8",
        "DUTYCAM_UNIT": "1",
        "DUTYCAM_UNIT_CONTROL": "/run/unit/control",
        # modprobe(8) reads it: `modprobe -r snd-aloop` and the like work inside.
        "MODPROBE_OPTIONS": f"-d {kernel.folder}",
    }
    if options.disk:
        environment["DUTYCAM_EVIDENCE"] = "/mnt/evidence"
    environment.update(pair.split("=", 1) for pair in options.env)
    pairs = kept([checkout, folder, kernel.folder, *options.keep])
    session = (
        _array("modules", options.modules.split())
        + _array("environment", [f"{name}={value}" for name, value in environment.items()])
        + f"folder={quote(folder)}\n"
        + _array("command", options.command)
    )
    return {
        "unit.conf": "".join(f"{name}={quote(value)}\n" for name, value in unit.items()).encode(),
        "kept": "".join(f"{source}\t{target}\n" for source, target in pairs).encode(),
        "configuration": session.encode(errors="surrogateescape"),
    }
