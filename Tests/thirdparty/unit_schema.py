#!/usr/bin/env python3
"""Validates every shipped unit file against hw/units/unit.schema.json.

The schema is what editors check against, and dutycamd does not read it; so it is checked here by readers that are not
ours, PyYAML and jsonschema: that it is a schema, that it takes every shipped file, and that it refuses mistakes which
dutycamd refuses. Needs: pip install PyYAML jsonschema
"""

import copy
import json
import pathlib
import sys

import jsonschema
import yaml

UNITS = pathlib.Path(__file__).resolve().parents[2] / "hw" / "units"


def spoilt(unit):
    """Pairs of a mistake's name and the unit with that mistake in it."""

    def change(name, edit):
        copied = copy.deepcopy(unit)
        edit(copied)
        return name, copied

    return [
        change("an unknown key", lambda u: u.update(colour="red")),
        change("no cameras", lambda u: u.update(cameras=[])),
        change("a camera without modes", lambda u: u["cameras"][0].pop("modes")),
        change("a node number", lambda u: u["cameras"][0].update(device={"link": "/dev/video0"})),
        change("two kinds of device", lambda u: u["cameras"][0].update(device={"simulated": {}, "card": "vivid"})),
        change("a microphone by index", lambda u: u["microphones"][0].update(device={"card": 0})),
        change("an unknown coding", lambda u: u["cameras"][0]["modes"][0].update(coding="vp9")),
        change("half a coded size", lambda u: u["cameras"][0].update(encoder={"width": 640})),
        change("a pre-event buffer that is too short", lambda u: u.update({"pre-event": {"seconds": 29}})),
        change("text for a number", lambda u: u["microphones"][0].update(channels="1")),
    ]


def main():
    passed = failed = 0

    def report(good, what):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"failed: {what}")

    schema = json.loads((UNITS / "unit.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(UNITS.glob("*.yaml"))
    for path in files:
        unit = yaml.safe_load(path.read_text(encoding="utf-8"))
        errors = [f"{path.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(unit)]
        report(not errors, "; ".join(errors))
    report(len(files) > 0, "no unit files found")
    sound = yaml.safe_load((UNITS / "simulated.yaml").read_text(encoding="utf-8"))
    for name, unit in spoilt(sound):
        report(not validator.is_valid(unit), f"the schema takes {name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
