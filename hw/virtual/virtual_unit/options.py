"""The command line of `unit run`."""

import argparse
import os

from virtual_unit.outcome import USAGE, UnitError

_DESCRIPTION = """\
Boots the virtual camera unit, runs COMMAND inside, and returns its output and its exit status. Inside, the machine's files
are there as they are (read-only), /tmp, /var/tmp, /run, /mnt and /media are empty and writable, and the checkout and the
current folder stay visible. COMMAND is root and has no standard input. `echo ready >$DUTYCAM_UNIT_CONTROL` inside is what
--cut-after counts from; `echo note TEXT` shows TEXT on the standard error of `unit run`."""

_STATUSES = """\
exit status: the command's own, or 123 the command ended before --cut-after, 124 --limit ran out, 125 the unit did not boot
or died (the end of its console is shown), 2 wrong usage. After a power cut as asked: 0. A line on the standard error that
begins with "unit:" tells those apart from a command that ends in the same number."""


def _positive(text):
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not above 0")
    return value


def _seconds_from_ready(text):
    value = float(text)
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not 0 or above")
    return value


def _pair(text):
    name, equals, _ = text.partition("=")
    if not equals or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=VALUE")
    return text


def parse(arguments):
    """The options of one run; raises UnitError for what argparse cannot check, and leaves by SystemExit(2) otherwise."""
    parser = argparse.ArgumentParser(
        prog="unit run", description=_DESCRIPTION, epilog=_STATUSES, usage="unit run [OPTIONS] -- COMMAND ARGS…")
    add = parser.add_argument
    add("--memory", type=int, default=2048, metavar="MB", help="memory of the guest (2048)")
    add("--cpus", type=int, default=2, metavar="N", help="processors of the guest (2)")
    add("--modules", default="", metavar="LIST",
        help='kernel modules, in order, parameters after colons: "vivid:n_devs=2 snd-aloop:index=1"')
    add("--disk", metavar="IMAGE", help="disk from `unit disk`, mounted at /mnt/evidence ($DUTYCAM_EVIDENCE)")
    add("--share", metavar="DIR", help="folder the guest may write to, under the same path; made if absent")
    add("--keep", metavar="DIR", action="append", default=[], help="another folder in /tmp or the like to keep visible")
    add("--env", metavar="NAME=VALUE", type=_pair, action="append", default=[], help="environment of COMMAND")
    add("--limit", type=_positive, metavar="SECONDS", help="end the unit so long after COMMAND started (none)")
    add("--cut-after", type=_seconds_from_ready, metavar="SECONDS",
        help="cut the power so long after the guest said ready")
    add("--seed", type=int, help="what the cut loses is drawn with this seed (a new one each time, shown)")
    add("--volatile", action="store_true", help="the disk has a volatile write cache; always so with --cut-after")
    add("--plain-disk", action="store_true",
        help="with --cut-after: lose the guest's memory only, keep every write that reached the disk's cache")
    add("--disk-report", metavar="FILE", help="account of the volatile disk, as JSON")
    add("--console", metavar="FILE", help="where the guest's kernel messages go (kept only if the unit failed)")
    add("--timing", action="store_true", help="say on the standard error how long each part took")
    add("command", nargs="+", metavar="COMMAND", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.disk and not os.path.isfile(options.disk):
        raise UnitError(USAGE, f"--disk: there is no file {options.disk}; make it with `unit disk`")
    for folder in options.keep:
        if not os.path.isdir(folder):
            raise UnitError(USAGE, f"--keep: there is no folder {folder}")
    if options.plain_disk and options.volatile:
        raise UnitError(USAGE, "--plain-disk and --volatile exclude each other")
    if not options.disk and (options.volatile or options.plain_disk or options.disk_report):
        raise UnitError(USAGE, "--volatile, --plain-disk and --disk-report want a --disk")
    if options.memory < 256 or options.cpus < 1:
        raise UnitError(USAGE, "the unit needs at least 256 MB and one processor")
    options.volatile = bool(options.disk) and not options.plain_disk and (
        options.volatile or options.cut_after is not None)
    if options.disk_report and not options.volatile:
        raise UnitError(USAGE, "--disk-report tells about a volatile disk; add --volatile or --cut-after")
    for path in (options.disk, options.share):
        # QEMU's option syntax takes a comma as the end of a value; nothing here needs one.
        if path and "," in os.path.realpath(path):
            raise UnitError(USAGE, f"no comma in a path, please: {path}")
    return options
