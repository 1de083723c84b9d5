"""What ffmpeg and ffprobe say of a file."""

import json
import subprocess


def complaints(path):
    """What the decoder says against a file, in a line; empty when all of it is clean.

    The exit status alone is not enough: ffmpeg 5.1 ends in 0 after some errors. The times stay in the file's own units:
    in whole frames, two pictures of an unsteady camera can fall on one.
    """
    done = subprocess.run(
        ["ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", path, "-map", "0", "-enc_time_base", "-1",
         "-f", "null", "-"],
        capture_output=True, text=True, errors="replace")  # fmt: skip
    said = " ".join(done.stderr.split())
    return said or (f"ffmpeg ended in {done.returncode}" if done.returncode else "")


def probe(path, *arguments):
    """ffprobe's answer as JSON."""
    done = subprocess.run(["ffprobe", "-v", "error", "-of", "json", *arguments, path], capture_output=True, text=True)
    if done.returncode or done.stderr:
        raise ValueError(f"{path}: {' '.join(done.stderr.split()) or 'ffprobe failed'}")
    return json.loads(done.stdout)


def decoded_pictures(path):
    """How many pictures come out of the decoder."""
    answer = probe(path, "-select_streams", "v:0", "-count_frames", "-show_entries", "stream=nb_read_frames")
    return int(answer["streams"][0]["nb_read_frames"]) if answer["streams"] else 0


def picture_hashes(path, filters=None):
    """One hash for each coded picture, in order, untouched by any decoder."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", "0:v:0", "-c", "copy"]
    command += ["-bsf:v", filters] if filters else []
    done = subprocess.run([*command, "-f", "framemd5", "-"], capture_output=True, text=True, check=True)
    return [line.split(",")[5].strip() for line in done.stdout.splitlines() if not line.startswith("#")]


def sound(path, track):
    """The decoded samples of a sound track, 16 bits, one channel."""
    done = subprocess.run(
        ["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", f"0:a:{track}", "-ac", "1", "-f", "s16le", "-"],
        capture_output=True, check=True)  # fmt: skip
    return done.stdout
