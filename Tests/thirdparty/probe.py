#!/usr/bin/env python3
"""Decodes each file with ffmpeg -xerror and counts its packets with ffprobe. Exits 1 when one is not clean."""

import argparse
import json
import sys

import media


def account(path):
    media.decode_clean(path)
    streams = []
    kinds = {"video": 0, "audio": 0}
    for stream in media.streams(path):
        kind = stream["codec_type"]
        if kind not in kinds:
            continue
        packets = media.packets(path, f"{kind[0]}:{kinds[kind]}")
        kinds[kind] += 1
        first = packets[0][0] if packets else None
        last = sum(packets[-1]) if packets else None
        streams.append(
            {"kind": kind, "codec": stream["codec_name"], "packets": len(packets), "from": first, "to": last}
        )
    return streams


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    options = parser.parse_args()
    report, unclean = {}, 0
    for path in options.files:
        try:
            report[path] = {"clean": True, "streams": account(path)}
        except media.Unreadable as error:
            unclean += 1
            report[path] = {"clean": False, "error": str(error)}
    if options.json:
        json.dump(report, sys.stdout, indent=1)
        print()
    else:
        for path, entry in report.items():
            if not entry["clean"]:
                print(f"UNCLEAN {entry['error']}")
                continue
            parts = [f"{s['kind']} {s['codec']} {s['packets']} packets" for s in entry["streams"]]
            print(f"clean   {path}: {'; '.join(parts)}")
        print(f"{len(options.files) - unclean} clean, {unclean} not")
    return 1 if unclean else 0


if __name__ == "__main__":
    sys.exit(main())
