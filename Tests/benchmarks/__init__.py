"""dutycamd beside ffmpeg, doing the same job on the same devices; `Tests/benchmark` is the front door."""
