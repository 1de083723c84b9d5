#!/usr/bin/env python3
"""Validates every shipped unit file against hw/units/unit.schema.json, and every policy file against its own schema.

The schemas are what editors check against, and dutycamd does not read them; so they are checked here by readers that
are not ours, PyYAML and jsonschema: that each is a schema, that it takes every shipped file, and that it refuses
mistakes which dutycamd refuses. Needs: pip install PyYAML jsonschema
"""

import copy
import json
import pathlib
import sys

import jsonschema
import yaml

HARDWARE = pathlib.Path(__file__).resolve().parents[2] / "hw"
UNITS = HARDWARE / "units"
POLICIES = HARDWARE / "policies"


def changer(sound):
    """A function that pairs a mistake's name with the sound file with that mistake in it."""

    def change(name, edit):
        copied = copy.deepcopy(sound)
        edit(copied)
        return name, copied

    return change


def spoilt_unit(unit):
    change = changer(unit)
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


def spoilt_policy(policy):
    change = changer(policy)
    return [
        change("an unknown key", lambda p: p.update(colour="red")),
        change("an unknown key inside", lambda p: p["reason"].update(window=15)),
        change("no profile", lambda p: p.pop("profile")),
        change("a reason window below the floor", lambda p: p["reason"].update({"window-seconds": 2})),
        change("a pause beyond the ceiling", lambda p: p["privacy"].update({"limit-minutes": 45})),
        change("a slow self-test", lambda p: p["self-test"].update({"quick-limit-seconds": 60})),
        change("a weak battery", lambda p: p["self-test"]["battery"].update({"fail-percent": 10})),
        change("text for a number", lambda p: p["stop"].update({"hold-seconds": "3"})),
        change("a language without prompts", lambda p: p.update(language="fr")),
        change("no notifier", lambda p: p.update(notifier={})),
        change("a notifier outside of the state folder", lambda p: p.update(notifier={"file": "../notices"})),
        change("a password in an address", lambda p: p.update(notifier={"webhook": "https://a:b@example.org/"})),
    ]


def main():
    passed = failed = 0

    def report(good, what):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"failed: {what}")

    def check(folder, name, sound, spoilt):
        schema = json.loads((folder / name).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        files = sorted(folder.glob("*.yaml"))
        for path in files:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            errors = [f"{path.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(content)]
            report(not errors, "; ".join(errors))
        report(len(files) > 0, f"no files found in {folder.name}")
        for mistake, content in spoilt(yaml.safe_load((folder / sound).read_text(encoding="utf-8"))):
            report(not validator.is_valid(content), f"{name} takes {mistake}")

    check(UNITS, "unit.schema.json", "simulated.yaml", spoilt_unit)
    check(POLICIES, "policy.schema.json", "connecticut.yaml", spoilt_policy)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
