"""What was measured, as a table for a person and as values for a program."""

from statistics import median

LOST = ("frames_lost", "frames_damaged", "samples_lost")


def summary(rows, results):
    """For each row and program the medians; losses are summed over the repetitions, since one is one too many."""
    found = []
    for row in rows:
        entry = {"row": row.name, "job": row.words, "aim_cpu_ratio": row.aim, "programs": {}}
        for program, runs in results[row.name].items():
            if not runs:
                continue
            values = {key: median(run[key] for run in runs)
                      for key in ("cpu", "cpu_user", "memory", "memory_anonymous", "guest_idle")}  # fmt: skip
            for key in LOST:
                known = [run[key] for run in runs if run.get(key) is not None]
                values |= {key: sum(known)} if known else {}
            for key in ("counted_frames_lost", "counted_silence"):
                if key in runs[0]:
                    values[key] = sum(run[key] for run in runs)
            if "ring" in runs[0]:
                values["ring"] = median(run["ring"] for run in runs)
            values["runs"] = len(runs)
            values["pictures"] = sum(run["pictures"] for run in runs)
            entry["programs"][program] = values
        both = entry["programs"]
        if len(both) == 2 and both["ffmpeg"]["cpu"]:
            entry["cpu_ratio"] = both["dutycamd"]["cpu"] / both["ffmpeg"]["cpu"]
        found.append(entry)
    return found


def _line(cells):
    return "| " + " | ".join(cells) + " |"


def show_rows(entries):
    """The table of the guest's rows."""
    lines = [_line(["job", "program", "CPU s per s", "ratio", "peak memory", "pictures lost", "damaged",
                    "samples lost"]), _line(["---"] * 8)]  # fmt: skip
    for entry in entries:
        for program, values in entry["programs"].items():
            is_first = program == "dutycamd"
            disturbed = entry["aim_cpu_ratio"] is None
            ratio = ""
            if is_first and not disturbed and "cpu_ratio" in entry:
                met = "met" if entry["cpu_ratio"] <= entry["aim_cpu_ratio"] else "missed"
                ratio = f"{entry['cpu_ratio']:.2f} (aim {entry['aim_cpu_ratio']:.1f}: {met})"
            memory = f"{values['memory']:.0f} MiB"
            memory += f", {values['ring']:.0f} of it pre-event" if values.get("ring", 0) >= 1 else ""
            lines.append(_line([
                f"{entry['row']}: {entry['job']}" if is_first or len(entry["programs"]) == 1 else "", program,
                "" if disturbed else f"{values['cpu']:.3f}", ratio, memory,
                f"{values['frames_lost']}", f"{values['frames_damaged']}",
                f"{values.get('samples_lost', '')}",
            ]))  # fmt: skip
    return "\n".join(lines)


def show_cuts(cuts):
    """Seconds lost at power cuts."""
    lines = [_line(["power cuts", "program", "median lost", "worst lost", "nothing left"]), _line(["---"] * 5)]
    for program, results in cuts.items():
        lost = [result["lost"] for result in results]
        lines.append(_line([f"{len(results)}", program, f"{median(lost):.2f} s", f"{max(lost):.2f} s",
                            f"{sum(not result['good'] for result in results)} times"]))  # fmt: skip
    return "\n".join(lines)


def show_write_path(results):
    """The host's figures."""
    lines = [_line(["write path, 1080p30 at 8 Mbit/s, this machine", "share of a core", "peak memory", "ratio"]),
             _line(["---"] * 4)]  # fmt: skip
    values = {name: {key: median(run[key] for run in runs) for key in runs[0]} for name, runs in results.items()}
    for name, figures in values.items():
        ratio = ""
        if name == "dutycamd":
            met = "met" if figures["cpu"] <= 0.05 else "missed"
            ratio = f"{figures['cpu'] / max(values['ffmpeg']['cpu'], 1e-4):.2f} (aim 5 % of a core: {met})"
        words = "ffmpeg -re -c copy" if name == "ffmpeg" else "dutycamd's, with fdatasync every second"
        lines.append(_line([words, f"{figures['cpu'] * 100:.2f} %", f"{figures['memory']:.0f} MiB", ratio]))
    return "\n".join(lines)
