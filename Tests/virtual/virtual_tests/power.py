"""A few random power cuts; hw/virtual/power-cuts does more of them."""

import os
import subprocess

from virtual_tests.guest import TOP


def run(folder, report):
    # Somewhat earlier than by default, so that all of the tests take less than 10 minutes.
    done = subprocess.run(
        [os.path.join(TOP, "hw", "virtual", "power-cuts"), "8", "--latest", "14", "--keep", folder],
        stdout=subprocess.PIPE, text=True)  # fmt: skip
    print("".join(f"  {line}\n" for line in done.stdout.splitlines()), end="")
    report.expect("each of 8 power cuts costs at most 1.5 s, and all before it decodes", done.returncode == 0)
