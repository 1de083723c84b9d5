"""`unit run`: one guest from start to end."""

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from virtual_unit import accelerator, cache, configuration, disk, initramfs, options as command_line
from virtual_unit.conversation import Conversation
from virtual_unit.machine import Machine
from virtual_unit.outcome import NO_BOOT, USAGE, UnitError

CHECKOUT = Path(__file__).resolve().parents[3]


def _say(text):
    print(f"unit: {text}", file=sys.stderr, flush=True)


def _pump(source, target):
    """Passes a guest's stream on as it comes, until QEMU has gone. A reader that went away ends nothing."""
    gone = False
    while data := os.read(source, 65536):
        while data and not gone:
            try:
                data = data[os.write(target, data):]
            except BrokenPipeError:
                gone = True
    os.close(source)


def _run(options, folder):
    kernel = cache.Kernel()
    started = time.monotonic()
    accel = accelerator.choose(kernel)
    if options.share:
        os.makedirs(options.share, exist_ok=True)
    init = (CHECKOUT / "hw" / "virtual" / "guest" / "init").read_bytes()
    (folder / "initrd").write_bytes(initramfs.build(kernel, init, configuration.files(options, kernel, CHECKOUT)))
    evidence = disk.attach(folder, options, CHECKOUT)
    prepared = time.monotonic()
    machine = Machine(folder, kernel, accel, options, evidence and evidence.description)
    conversation = Conversation(machine, options, _say)
    pumps = [threading.Thread(target=_pump, args=(machine.channels[name], target), daemon=True)
             for name, target in (("stdout", 1), ("stderr", 2))]
    for pump in pumps:
        pump.start()
    try:
        status = conversation.follow()
    except UnitError as error:
        if error.status == NO_BOOT:
            _say("the last lines of its console:")
            for line in machine.last_words():
                print(f"  {line}", file=sys.stderr)
        raise
    finally:
        machine.kill()
        for pump in pumps:
            pump.join()
        if evidence:
            evidence.finish()
    if options.timing:
        ended = time.monotonic()
        to_command = conversation.seconds_to_command
        _say(f"{accel}: preparation {prepared - started:.2f} s, boot to command {to_command:.2f} s, "
             f"command and power-off {ended - prepared - to_command:.2f} s")
    return status


def main(arguments):
    """Runs as the command line says and returns the exit status."""
    # SIGTERM ends a run as Ctrl-C does: through the clean-up below.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    folder = Path(tempfile.mkdtemp(prefix="dutycam-unit-"))
    try:
        return _run(command_line.parse(arguments), folder)
    except UnitError as error:
        _say(str(error))
        return error.status
    except OSError as error:
        _say(f"{error.filename or 'the host'}: {error.strerror}")
        return USAGE if isinstance(error, FileNotFoundError) else NO_BOOT
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    finally:
        shutil.rmtree(folder, ignore_errors=True)
