"""`volatile-disk`: serves one image to one client on a Unix socket and tells what became of it."""

import argparse
import json
import os
import socket
import sys

from volatile_disk.nbd import Connection, ProtocolError
from volatile_disk.volatile_disk import OutOfRange, VolatileDisk

_DESCRIPTION = """\
Serves IMAGE by NBD on a Unix socket to one client. Writes go to a cache in memory; flush and forced unit access make them
durable. A client that goes without a goodbye was cut from its power: every sector that was not flushed is then lost, kept
or torn, drawn with the seed. Prints "listening", and at the end what was lost."""


def main(arguments):
    """Returns the exit status: 0 after one client, 1 where the image or the client is at fault."""
    parser = argparse.ArgumentParser(prog="volatile-disk", description=_DESCRIPTION)
    parser.add_argument("image", metavar="IMAGE")
    parser.add_argument("--socket", required=True, help="path of the Unix socket to listen on")
    parser.add_argument("--seed", type=int, required=True, help="decides what a cut loses")
    parser.add_argument("--report", metavar="FILE", help="the account as JSON")
    options = parser.parse_args(arguments)
    try:
        image = os.open(options.image, os.O_RDWR | os.O_CLOEXEC)
        try:
            account = _serve(VolatileDisk(image, options.seed), options.socket)
        finally:
            os.close(image)
        if options.report:
            with open(options.report, "w", encoding="utf-8") as file:
                json.dump(account.record(), file)
                file.write("\n")
    except (OSError, OutOfRange, ProtocolError) as error:
        print(f"volatile-disk: {options.image}: {error}", file=sys.stderr)
        return 1
    print(account.line(), flush=True)
    return 0


def _serve(disk, path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(1)
        print("listening", flush=True)
        client, _ = listener.accept()
    with client:
        orderly = Connection(client, disk).serve()
    if orderly:
        disk.end_orderly()
    else:
        disk.cut_power()
    return disk.account
