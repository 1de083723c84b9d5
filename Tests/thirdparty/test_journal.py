#!/usr/bin/env python3
"""The journal's rule, by others' JSON and SHA-256: the sample that our tests hold the writer to is accepted, and every
change of it is not."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import journal

SAMPLE = pathlib.Path(__file__).resolve().parent / "journal_sample"
FIRST, SECOND = "journal-00000001.jsonl", "journal-00000002.jsonl"


def accepts(folder, known=None):
    try:
        journal.check(folder, known)
    except (ValueError, KeyError, TypeError):
        return False
    return True


def the_sample_is_accepted(folder):
    last, _ = journal.check(folder)
    assert last == 40, last


def every_byte_changed_is_found(folder):
    # Three lines: the others are like them.
    (folder / SECOND).unlink()
    path = folder / FIRST
    whole = b"".join(path.read_bytes().splitlines(keepends=True)[:3])
    path.write_bytes(whole)
    assert accepts(folder)
    for index in range(len(whole)):
        path.write_bytes(whole[:index] + bytes([whole[index] ^ 1]) + whole[index + 1 :])
        assert not accepts(folder), index


def every_cut_inside_a_line_is_found(folder):
    path = folder / SECOND
    text = path.read_bytes()
    for count in range(len(text) - 1, text.rindex(b"\n", 0, -1) + 1, -1):
        path.write_bytes(text[:count])
        assert not accepts(folder), count


def a_cut_at_a_line_is_found_by_who_knows_the_end(folder):
    end = journal.check(folder)
    path = folder / SECOND
    text = path.read_bytes()
    path.write_bytes(text[: text.rindex(b"\n", 0, -1) + 1])
    assert accepts(folder)
    assert not accepts(folder, end)


def every_line_exchanged_is_found(folder):
    path = folder / FIRST
    text = path.read_bytes().splitlines(keepends=True)
    for index in range(len(text) - 1):
        path.write_bytes(b"".join(text[:index] + [text[index + 1], text[index]] + text[index + 2 :]))
        assert not accepts(folder), index


def sha256sum_and_sed_do_as_well(folder):
    script = r"""
        previous=$(printf '0%.0s' $(seq 64))
        cat "$1"/journal-*.jsonl | while IFS= read -r line; do
            case "$line" in *'"previous":"'"$previous"'"'*) ;; *) exit 1 ;; esac
            own=$(printf %s "$line" | sed 's/^{"SHA256":"[0-9a-f]*",/{/' | sha256sum | cut -c1-64)
            case "$line" in '{"SHA256":"'"$own"'",'*) ;; *) exit 1 ;; esac
            previous=$(printf %s "$line" | sha256sum | cut -c1-64)
        done
    """
    assert subprocess.run(["bash", "-c", script, "-", folder]).returncode == 0
    text = (folder / FIRST).read_bytes()
    (folder / FIRST).write_bytes(text.replace(b"O-12", b"O-13", 1))
    assert subprocess.run(["bash", "-c", script, "-", folder]).returncode != 0


TESTS = [the_sample_is_accepted, every_byte_changed_is_found, every_cut_inside_a_line_is_found,
         a_cut_at_a_line_is_found_by_who_knows_the_end, every_line_exchanged_is_found,
         sha256sum_and_sed_do_as_well]  # fmt: skip


def main():
    passed = failed = 0
    for test in TESTS:
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(shutil.copytree(SAMPLE, os.path.join(temporary, "journal")))
            try:
                test(folder)
            except Exception as error:  # Each test stands alone: the next runs whatever this one raised.
                failed += 1
                print(f"FAILED {test.__name__.replace('_', ' ')}: {error!r}")
            else:
                passed += 1
                print(f"passed {test.__name__.replace('_', ' ')}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
