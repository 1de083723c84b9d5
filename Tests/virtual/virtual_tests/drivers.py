"""The drivers' own test suites, on the kernel's drivers: what unit tests on a bare machine have to leave out."""

import os
import re
import subprocess

from virtual_tests.guest import TOP, Run
from virtual_tests.loopback import clip

SUITES = ("V4L2VividTests", "ALSALoopbackTests")
MODULES = ("vivid:n_devs=3:multiplanar=1,2,1:node_types=0x60101,0x1,0x1:input_types=0x00,0x00,0x03"
           ":num_inputs=1,1,1:num_outputs=1:output_types=0x0 "
           "v4l2loopback:video_nr=20,21:card_label=loop-mjpeg,loop-h264:exclusive_caps=1,1 snd-aloop")  # fmt: skip
"""As Tests/V4L2Tests/Vivid/Vivid.swift wants them."""


def verdict(report, ended):
    """The suite's own summary line, and what speaks against it."""
    summary = next((line for line in report.splitlines() if "Test run with" in line), "")
    # A skipped test counts in the summary, and the run has passed.
    ran = len(re.findall(r"^\S+ Test (?!run with).* (?:passed|failed) after ", report, re.MULTILINE))
    told = re.search(r"Test run with (\d+) test", summary)
    wrong = []
    if not ran:
        wrong.append("no test was run")
    elif not told or int(told[1]) != ran:
        wrong.append(f"{ran} tests were run, which is not what the summary says: {summary or 'there is none'}")
    if ended != 0:
        wrong.append(f"it ended in {ended}")
        wrong += [line for line in report.splitlines() if " recorded an issue " in line]
        wrong += [] if summary else report.splitlines()[-4:]
    return summary.strip("✔✘ "), wrong


def build():
    """The program that holds all test suites, as `swift test` makes it."""
    subprocess.run(["swift", "build", "--build-tests", "--quiet"], cwd=TOP, check=True)
    folder = subprocess.run(["swift", "build", "--show-bin-path"], cwd=TOP, check=True, text=True,
                            stdout=subprocess.PIPE).stdout.strip()  # fmt: skip
    return os.path.join(folder, "DutyCamPackageTests.xctest")


def run(folder, report):
    program = build()
    # Outside the unit both are skipped, which `swift test` calls passed.
    skipped = subprocess.run([program, "--testing-library", "swift-testing", "--filter", SUITES[0]], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
    report.expect("a suite that is skipped would be noticed", "no test was run" in verdict(skipped.stdout, 0)[1])
    clip(folder, "clip.avi", "1280x720", 30, 2, "-c:v", "mjpeg", "-q:v", "5")
    # As a transport stream, because that holds pictures in the form that cameras give.
    clip(folder, "clip.ts", "1280x720", 30, 3, "-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-g", "30")
    guest = Run(folder, "drivers", MODULES, environment={"TESTS": program})
    report.judge("the cards that the suites want are there", guest.troubles())
    for suite in SUITES:
        endings = [words.split()[-1] for _, words in guest.timeline if words.startswith(f"suite-ended {suite} ")]
        summary, wrong = verdict(guest.text(f"{suite}.txt"), int(endings[0]) if endings else "no way that was told")
        report.judge(f"{suite}: {summary or 'no summary'}", wrong)
