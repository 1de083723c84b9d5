"""The command line: one image, a boot for each cut, and a last one; each boot recovers what the cut before left."""

import argparse
import os
import random
import secrets
import shutil
import tempfile

from power_cuts.boot import Boot, find_programs, make_disk
from power_cuts.verdict import Verdict

LIMIT = 1.5
"""The most seconds that a cut may cost."""


def _options(arguments):
    parser = argparse.ArgumentParser(
        prog="power-cuts",
        description="Records in the virtual unit from vivid and snd-aloop to an ext4 disk with a volatile cache, cuts "
        "the power at random moments (about half of them shortly before or while a fragment is written: aimed), boots "
        "again, lets dutycamd recover, and counts the seconds between the end of the last picture or sound that is "
        "left and the cut. Every fragment that the record had announced before the cut has to be there and decode, and "
        "what was recovered after one cut has to stay as it was through all others. Exit status 1 if a cut costs more "
        f"than {LIMIT} s or anything else is wrong.")
    parser.add_argument("cuts", type=int, metavar="N", help="how many cuts")
    parser.add_argument("--seed", type=int, help="draws the moments and what the disk loses (new each time, shown)")
    parser.add_argument("--earliest", type=float, default=6, metavar="S", help="seconds after the first fragment (6)")
    parser.add_argument("--latest", type=float, default=25, metavar="S", help="likewise (25)")
    parser.add_argument("--bin", help="folder of dutycamd and dutycam (.build/release of this checkout)")
    parser.add_argument("--keep", metavar="DIR", help="leave there what each boot gave")
    return parser.parse_args(arguments)


def main(arguments):
    """Runs it; returns the exit status."""
    options = _options(arguments)
    programs = find_programs(options.bin)
    seed = options.seed if options.seed is not None else secrets.randbelow(1 << 31)
    draw = random.Random(seed)
    folder = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="dutycam-cuts-")
    os.makedirs(folder, exist_ok=True)
    image = os.path.join(folder, "disk")
    if os.path.exists(image):
        os.unlink(image)
    make_disk(image, 256 + 8 * options.cuts)
    print(f"seed {seed}: {options.cuts} cuts, {options.earliest:g} to {options.latest:g} s after the first fragment")
    print(f"{'cut':>4} {'at':>8} {'disk':<16} {'recovered':<28} {'lost':>7} {'cut off':>9}  verdict", flush=True)
    verdicts = []
    try:
        previous = None
        for number in range(1, options.cuts + 2):
            is_last = number == options.cuts + 1
            boot = Boot(folder, number, image, programs, draw, previous)
            moment = draw.uniform(options.earliest, options.latest)
            if boot.is_aimed:
                # Fragments are a second apart, and the first one's end was the start of counting.
                moment = round(moment) - draw.uniform(0, 0.3)
            boot.run(None if is_last else moment)
            if previous:
                verdicts.append(Verdict(previous, boot))
                print(verdicts[-1].line(LIMIT), flush=True)
            if boot.failure:
                print(f"boot {number}: {boot.failure}")
                return 1
            previous = boot
    finally:
        if not options.keep:
            shutil.rmtree(folder)
        elif os.path.exists(image):
            os.unlink(image)
    bad = sum(not verdict.is_good(LIMIT) for verdict in verdicts)
    lost = sorted(verdict.lost for verdict in verdicts)
    fragments = sum(verdict.fragments for verdict in verdicts)
    print(f"worst {lost[-1]:.2f} s, median {lost[len(lost) // 2]:.2f} s, {fragments} fragments recovered, "
          f"{bad} of {len(verdicts)} cuts bad")  # fmt: skip
    return 1 if bad else 0
