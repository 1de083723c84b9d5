#!/usr/bin/env python3
"""Checks a journal with nothing of ours: journal.py FOLDER [SEQUENCE:SHA256].

FOLDER holds journal-00000001.jsonl and so on. The second argument is an entry known from outside that must be there.
The rule is in Sources/Evidence/Evidence.docc/Journal.md. Files left after a failure of the disk end where the first
line of a later file says; behind that nothing was ever announced.
"""

import hashlib
import json
import pathlib
import sys

import rfc8785


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def number(text):
    """JSON's numbers are doubles; only those that hold it exactly are integers here."""
    return int(text) if abs(int(text)) < 2**53 else float(text)


def lines(folder):
    """Each line of the journal with its place."""
    files = sorted(pathlib.Path(folder).glob("journal-*.jsonl"), key=lambda path: int(path.stem[8:]))
    firsts = [json.loads(first) for path in files if (first := path.read_bytes().partition(b"\n")[0]).endswith(b"}")]
    left = {file["file"]: file["bytes"] for first in firsts if first["kind"] == "resumed"
            for file in first["details"]["files"]}  # fmt: skip
    for path in files:
        text = path.read_bytes()[: left.get(path.name)]
        if text and not text.endswith(b"\n"):
            raise ValueError(f"{path.name}: the last line is cut off")
        for count, line in enumerate(text.split(b"\n")[:-1], 1):
            yield f"{path.name}, line {count}", line


def check(folder, known=None):
    """The last entry's number and hash; raises ValueError with the place of what is wrong."""
    last, previous, unit, seen = 0, "0" * 64, None, None
    for place, line in lines(folder):
        try:
            entry = json.loads(line.decode(), parse_int=number)
            canonical = rfc8785.dumps(entry)
        except ValueError as error:
            raise ValueError(f"{place}: {error}") from error
        if canonical != line:
            raise ValueError(f"{place}: not in canonical form")
        own = entry.pop("SHA256")
        if sha256(rfc8785.dumps(entry)) != own:
            raise ValueError(f"{place}: does not fit its own hash")
        if (entry["sequence"], entry["previous"]) != (last + 1, previous):
            raise ValueError(f"{place}: does not follow from the line before it")
        if entry["unit"] != (unit := unit or entry["unit"]):
            raise ValueError(f"{place}: another unit's")
        last, previous = last + 1, sha256(line)
        if known and known[0] == last:
            seen = previous
    if known and seen != known[1]:
        raise ValueError(f"entry {known[0]} is not there as it is known")
    return last, previous


def main():
    known = sys.argv[2].split(":") if len(sys.argv) > 2 else None
    try:
        last, digest = check(sys.argv[1], known and (int(known[0]), known[1]))
    except (ValueError, KeyError, TypeError) as error:
        print(f"NOT accepted: {error}")
        return 1
    print(f"whole: ends at entry {last} (SHA-256 {digest})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
