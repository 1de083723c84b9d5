"""Makes ready what is measured."""

import os
import subprocess
import sys

from virtual_tests.guest import TOP, UNIT

PRODUCTS = ("dutycamd", "dutycam", "WritePath")


def prepare():
    """The virtual unit; and release builds, unless DUTYCAM_BIN names a folder that has them."""
    subprocess.run([UNIT, "prepare"], check=True, stdout=sys.stderr)
    if not os.environ.get("DUTYCAM_BIN"):
        build = ["swift", "build", "-c", "release"]
        for product in PRODUCTS:
            subprocess.run([*build, "--product", product], cwd=TOP, check=True, stdout=sys.stderr)
        done = subprocess.run([*build, "--show-bin-path"], cwd=TOP, check=True, capture_output=True, text=True)
        os.environ["DUTYCAM_BIN"] = done.stdout.strip()
    missing = [name for name in PRODUCTS if not os.access(os.path.join(os.environ["DUTYCAM_BIN"], name), os.X_OK)]
    if missing:
        raise RuntimeError(f"{os.environ['DUTYCAM_BIN']} has no {', '.join(missing)}")
