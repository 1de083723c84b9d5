"""What ffmpeg and ffprobe say of a file. Every complaint of a decoder is an error."""

import json
import subprocess

import numpy as np


class Unreadable(Exception):
    """A file that cannot be decoded cleanly, with the decoder's words."""


def _run(arguments):
    done = subprocess.run(arguments, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace").strip()


def probe(path, *entries):
    """ffprobe's answer as a dictionary."""
    code, out, words = _run(["ffprobe", "-v", "error", "-of", "json", *entries, path])
    if code != 0 or words:
        raise Unreadable(f"{path}: ffprobe: {words or code}")
    return json.loads(out)


def streams(path):
    entries = "stream=index,codec_type,codec_name,width,height,sample_rate,channels"
    return probe(path, "-show_entries", entries)["streams"]


def packets(path, selector, usual=0.0):
    """Times and durations of a stream's packets in seconds, in order of time.

    ffprobe leaves out the duration of some files' first packets of sound, where the file has it: those last as usual.
    """
    answer = probe(path, "-select_streams", selector, "-show_entries", "packet=pts_time,duration_time,flags")
    rows = [(float(p["pts_time"]), float(p.get("duration_time", usual))) for p in answer["packets"] if "pts_time" in p]
    if len(rows) != len(answer["packets"]):
        raise Unreadable(f"{path}: stream {selector} has packets without a time")
    return sorted(rows)


def decode_clean(path):
    """Decodes all streams, stopping at the first error."""
    code, _, words = _run(["ffmpeg", "-nostdin", "-xerror", "-v", "error", "-i", path, "-map", "0", "-f", "null", "-"])
    if code != 0 or words:
        raise Unreadable(f"{path}: ffmpeg: {words or code}")


def pictures(path, width, height, rows, batch=256):
    """Decoded pictures' luma, the topmost `rows` rows only, in batches of one picture a row."""
    command = [
        "ffmpeg", "-nostdin", "-xerror", "-v", "error", "-i", path, "-map", "0:v:0", "-vf",
        f"format=yuv444p,extractplanes=y,crop={width}:{rows}:0:0", "-fps_mode", "passthrough", "-f", "rawvideo",
        "-pix_fmt", "gray", "-",
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ffmpeg:
        size = width * rows
        while piece := ffmpeg.stdout.read(size * batch):
            if len(piece) % size:
                raise Unreadable(f"{path}: ffmpeg broke off in a picture")
            yield np.frombuffer(piece, np.uint8).reshape(-1, size)
        words = ffmpeg.stderr.read().decode(errors="replace").strip()
    if ffmpeg.returncode != 0 or words:
        raise Unreadable(f"{path}: ffmpeg: {words or ffmpeg.returncode}")


def sound(path, index, rate):
    """Samples of a sound stream (mixed to one channel), and each decoded frame's time and count."""
    selector = f"a:{index}"
    code, out, words = _run([
        "ffmpeg", "-nostdin", "-xerror", "-v", "error", "-i", path, "-map", f"0:{selector}", "-ac", "1", "-ar",
        str(rate), "-f", "s16le", "-",
    ])  # fmt: skip
    if code != 0 or words:
        raise Unreadable(f"{path}: ffmpeg: {words or code}")
    samples = np.frombuffer(out, "<i2")
    answer = probe(path, "-select_streams", selector, "-show_entries", "frame=pts_time,nb_samples")
    frames = [(float(f["pts_time"]), int(f["nb_samples"])) for f in answer["frames"]]
    total = sum(count for _, count in frames)
    if total != len(samples):
        raise Unreadable(f"{path}: ffprobe counts {total} samples, ffmpeg decodes {len(samples)}")
    return samples, frames
