"""The command line of `Tests/benchmark`."""

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile

from benchmarks import cuts, programs, table, write_path
from benchmarks.guest_runs import Runs
from benchmarks.rows import ROWS, make_clips

OTHERS = {"power-cuts": "the same power cuts for both, on a disk with a volatile cache",
          "write-path": "on this machine: coded 1080p30 at 8 Mbit/s to the disk"}  # fmt: skip


def _options():
    names = "".join(f"\n  {row.name:<18} {row.words}" for row in ROWS)
    names += "".join(f"\n  {name:<18} {words}" for name, words in OTHERS.items())
    parser = argparse.ArgumentParser(
        prog="benchmark", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="dutycamd beside ffmpeg: both do the same job, in turn, on the same devices of the virtual unit,\n"
        "in the same guest and run, into fragmented MP4 with fragments of a second. Nothing here is a test: no\n"
        f"figure makes it fail.\n\nrows:{names}",
        epilog="CPU is user and kernel time of all threads in a window that begins some seconds after the first bytes\n"
        "are in the file. Memory is the peak since the start, files that are mapped included. Losses are counted in\n"
        "the files, in that window: pictures by their times, or by their place in the clip that was shown; samples\n"
        "by the marks that were played each second. Figures are medians, losses are sums.\n\n"
        "exit status: 0 all was measured, also when an aim is missed; 1 a program did not do a job, or a guest did\n"
        "not run to its end (the rest is shown); 2 wrong usage.")
    add = parser.add_argument
    add("rows", nargs="*", metavar="ROW", help="only these (all)")
    add("--list", action="store_true", help="name the rows and end")
    add("--quick", action="store_true", help="once each, with short windows and one cut: a check that it works")
    add("--repetitions", type=int, default=3, metavar="N", help="of each row and program (3)")
    add("--window", type=int, default=20, metavar="S", help="seconds that are measured (20)")
    add("--settle", type=int, default=4, metavar="S", help="seconds before them (4)")
    add("--cuts", type=int, default=6, metavar="N", help="power cuts for each program (6)")
    add("--seed", type=int, help="of the power cuts (new each time, shown)")
    add("--disk", metavar="DIR", help="folder on the disk that write-path writes to (the temporary folder)")
    add("--json", action="store_true", help="print JSON, with each run and the threads' shares")
    add("--keep", metavar="DIR", help="leave there what each run gave")
    options = parser.parse_args()
    known = [row.name for row in ROWS] + list(OTHERS)
    for name in options.rows:
        if name not in known:
            parser.error(f"no row is called {name}; there are {', '.join(known)}")
    if options.quick:
        options.repetitions, options.window, options.settle, options.cuts = 1, 8, 2, 1
    if min(options.repetitions, options.settle, options.cuts) < 1 or options.window < 8:
        parser.error("at least one repetition, one cut, one second before a window, and 8 seconds in it")
    options.rows = options.rows or known
    return options


def main():
    options = _options()
    if options.list:
        print("\n".join([row.name for row in ROWS] + list(OTHERS)))
        return 0
    try:
        programs.prepare()
    except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
        print(f"benchmark: {error}", file=sys.stderr)
        return 1
    folder = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="dutycam-benchmark-")
    os.makedirs(folder, exist_ok=True)
    said, failures = {"remarks": []}, []
    try:
        for part in (_guest, _cuts, _write_path):
            try:
                part(options, folder, said, failures)
            except (RuntimeError, ValueError, OSError, subprocess.CalledProcessError) as error:
                failures.append(f"{part.__name__.strip('_')}: {error}")
    finally:
        if not options.keep:
            shutil.rmtree(folder)
    said["failures"] = failures
    if options.json:
        json.dump(said, sys.stdout, indent=1)
        print()
    for words in [*said["remarks"], *failures]:
        print(f"benchmark: {words}", file=sys.stderr)
    return 1 if failures else 0


def _print(options, text):
    if not options.json:
        print(text + "\n", flush=True)


def _guest(options, folder, said, failures):
    rows = [row for row in ROWS if row.name in options.rows]
    if not rows:
        return
    work = os.path.join(folder, "guest")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    make_clips(work, rows)
    runs = Runs(work, rows, options.repetitions, options.settle, options.window)
    failures += runs.failures
    said["remarks"] += runs.remarks
    said["rows"] = table.summary(rows, runs.results)
    said["runs"] = runs.results
    said["ffmpeg_arguments"] = {row.name: row.arguments() for row in rows}
    _print(options, table.show_rows(said["rows"]))


def _cuts(options, folder, said, failures):
    if "power-cuts" not in options.rows:
        return
    seed = options.seed if options.seed is not None else secrets.randbelow(1 << 31)
    work = os.path.join(folder, "cuts")
    said["seed"] = seed
    said["power_cuts"] = {"dutycamd": cuts.of_dutycamd(work, options.cuts, seed),
                          "ffmpeg": cuts.of_ffmpeg(work, options.cuts, seed)}  # fmt: skip
    failures += [f"dutycamd: a cut cost {cut['lost']:.2f} s or left something wrong"
                 for cut in said["power_cuts"]["dutycamd"] if not cut["good"]]  # fmt: skip
    _print(options, f"seed {seed}\n" + table.show_cuts(said["power_cuts"]))


def _write_path(options, folder, said, failures):
    if "write-path" not in options.rows:
        return
    clips = write_path.make_clip(folder)
    said["write_path"] = write_path.measure(
        folder, os.path.abspath(options.disk) if options.disk else folder, clips, options.repetitions,
        options.settle, max(options.window, 8))  # fmt: skip
    _print(options, table.show_write_path(said["write_path"]))


sys.exit(main())
