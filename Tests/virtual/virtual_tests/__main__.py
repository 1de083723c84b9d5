"""Runs the cases that are named, or all."""

import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback

from virtual_tests import body, dashboard, drivers, faults, loopback, power
from virtual_tests.report import Report

CASES = {"drivers": drivers.run, "body": body.run, "faults": faults.run, "loopback": loopback.run,
         "dashboard": dashboard.run, "power-cuts": power.run}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(prog="run", description="Tests the daemon in the virtual camera unit.")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--list", action="store_true", help="name the cases and end")
    options = parser.parse_args()
    if options.list:
        print("\n".join(CASES))
        return 0
    unknown = [name for name in options.cases if name not in CASES]
    if unknown:
        parser.error(f"no case is called {unknown[0]}; there are {', '.join(CASES)}")
    kept = os.environ.get("DUTYCAM_KEEP")
    work = kept or tempfile.mkdtemp(prefix="dutycam-virtual-")
    report = Report()
    try:
        for name in options.cases or CASES:
            started = time.monotonic()
            folder = os.path.join(os.path.abspath(work), name)
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            try:
                CASES[name](folder, report)
            except Exception as error:  # A case that breaks off is a failure, and the next still runs.
                traceback.print_exc()
                report.judge(f"the case {name} comes to its end", [f"{type(error).__name__}: {error}"])
            print(f"({name}: {time.monotonic() - started:.0f} s)", flush=True)
    finally:
        if not kept:
            shutil.rmtree(work)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


sys.exit(main())
