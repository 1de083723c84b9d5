"""The boxes of a segment file: ftyp moov (moof mdat uuid)*, where uuid is the note of the fragment before it."""

import json
import struct
import zlib

IS_NOT_KEY = 0x0001_0000
NOTE = b"dutyca\x8d.\x80\x01fragmt"


def fragments(data):
    """For each whole fragment its note (JSON as a dict), with `begin` and `end` in bytes; ends at what is not whole."""
    found, place, begin, checked = [], 0, 0, 0
    while place + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        header = 8
        if size == 1 and place + 16 <= len(data):
            size, header = struct.unpack_from(">Q", data, place + 8)[0], 16
        if size < header or place + size > len(data):
            break
        if kind == b"moof":
            begin = place
        if kind == b"uuid":
            text = data[place + 29 : place + size]
            checksum = struct.unpack_from(">I", data, place + 25)[0]
            if data[place + 8 : place + 24] != NOTE or checksum != zlib.crc32(text, zlib.crc32(data[checked:place])):
                break
            found.append({**json.loads(text), "begin": begin, "end_byte": place + size})
            checked = place + size
        place += size
    return found


def _children(data, begin, end):
    while begin + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, begin)
        if size < 8:
            return
        yield kind, begin + 8, begin + size
        begin += size


def samples(data):
    """For each track number its samples, from moof, traf, tfhd, tfdt and trun (ISO/IEC 14496-12, 8.8)."""
    tracks = {}
    for kind, moof, end in _children(data, 0, len(data)):
        if kind == b"moof":
            for _, traf, traf_end in (box for box in _children(data, moof, end) if box[0] == b"traf"):
                number, found = _run(data, moof - 8, dict((k, (a, b)) for k, a, b in _children(data, traf, traf_end)))
                tracks.setdefault(number, []).extend(found)
    return tracks


def _run(data, moof, boxes):
    """The samples of a traf with one trun, as libavformat writes it."""
    place = boxes[b"tfhd"][0]
    flags, number = struct.unpack_from(">II", data, place)
    place += 8
    defaults = {}
    fields = ((1, 8, "base"), (2, 4, "description"), (8, 4, "duration"), (16, 4, "size"), (32, 4, "flags"))
    for bit, width, name in fields:
        if flags & bit:
            defaults[name] = int.from_bytes(data[place : place + width], "big")
            place += width
    begin = boxes[b"tfdt"][0]
    time = struct.unpack_from(">Q" if data[begin] else ">I", data, begin + 4)[0]
    place = boxes[b"trun"][0]
    flags, count = struct.unpack_from(">II", data, place)
    place += 8
    offset, first = 0, defaults.get("flags", 0)
    if flags & 1:
        offset, place = struct.unpack_from(">i", data, place)[0], place + 4
    if flags & 4:
        first, place = struct.unpack_from(">I", data, place)[0], place + 4
    position, found = defaults.get("base", moof) + offset, []
    for index in range(count):
        sample = dict(defaults, flags=first if index == 0 and flags & 4 else defaults.get("flags", 0))
        for bit, name in ((0x100, "duration"), (0x200, "size"), (0x400, "flags"), (0x800, "composition")):
            if flags & bit:
                sample[name], place = struct.unpack_from(">I", data, place)[0], place + 4
        found.append({"pts": time, "duration": sample["duration"], "size": sample["size"], "pos": position,
                      "key": not sample["flags"] & IS_NOT_KEY})
        time, position = time + sample["duration"], position + sample["size"]
    return number, found
