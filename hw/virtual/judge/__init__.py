"""Judges what a unit recorded, from the files alone and with programs that are not ours (ffmpeg, ffprobe)."""
