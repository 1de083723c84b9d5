"""The server's side of the NBD protocol, as far as QEMU needs it for one disk and one connection.

Source: https://github.com/NetworkBlockDevice/nbd/blob/master/doc/proto.md (fixed newstyle, simple replies).
"""

import struct

from volatile_disk.volatile_disk import OutOfRange

_GREETING = struct.pack(">QQH", 0x4E42444D41474943, 0x49484156454F5054, 0b11)
"""NBDMAGIC, IHAVEOPT, fixed newstyle without padding zeroes."""
_OPTION_MAGIC = 0x49484156454F5054
_REPLY_MAGIC = 0x3E889045565A9
_REQUEST_MAGIC = 0x25609513
_SIMPLE_MAGIC = 0x67446698

_EXPORT_NAME, _ABORT, _LIST, _INFO, _GO = 1, 2, 3, 6, 7
_ACK, _SERVER, _REPLY_INFO, _UNSUPPORTED = 1, 2, 3, (1 << 31) + 1
_READ, _WRITE, _DISCONNECT, _FLUSH = 0, 1, 2, 3
_FORCED = 1
_FLAGS = 0b1101
"""Has flags, takes flush, takes forced unit access. No trim and no write-zeroes: QEMU then writes the zeroes itself."""
_EINVAL = 22

MOST = 32 << 20
"""The most bytes of one request that the protocol lets a client count on, and the most that is taken here."""
_MOST_OPTION = 64 << 10


class ProtocolError(Exception):
    """The client does not speak the protocol; the connection cannot go on."""


class Disconnected(Exception):
    """The other end has gone without a goodbye, also in the middle of a message."""


class Connection:
    """One client at one disk. The socket stays the caller's."""

    def __init__(self, socket, disk):
        self._socket = socket
        self._disk = disk

    def serve(self):
        """Answers until the client goes: True if it said goodbye, False if it was gone at once (its power was cut)."""
        try:
            return self._negotiate() and self._transmit()
        except (Disconnected, ConnectionError):
            return False

    def _receive(self, length):
        data = bytearray()
        while len(data) < length:
            part = self._socket.recv(length - len(data))
            if not part:
                raise Disconnected
            data += part
        return bytes(data)

    def _negotiate(self):
        """Agrees on the export; False if the client left in an orderly way before that."""
        self._socket.sendall(_GREETING)
        self._receive(4)
        while True:
            magic, option, length = struct.unpack(">QII", self._receive(16))
            if magic != _OPTION_MAGIC or length > _MOST_OPTION:
                raise ProtocolError(f"option {option} of {length} bytes with magic {magic:#x}")
            self._receive(length)
            if option == _EXPORT_NAME:
                self._socket.sendall(struct.pack(">QH", self._disk.size, _FLAGS))
                return True
            if option in (_INFO, _GO):
                # Block sizes first: whole sectors only, and no more than MOST at once.
                self._reply(option, _REPLY_INFO, struct.pack(">HIII", 3, 512, 4096, MOST))
                self._reply(option, _REPLY_INFO, struct.pack(">HQH", 0, self._disk.size, _FLAGS))
                self._reply(option, _ACK)
                if option == _GO:
                    return True
            elif option == _LIST:
                self._reply(option, _SERVER, struct.pack(">I", 0))
                self._reply(option, _ACK)
            elif option == _ABORT:
                self._reply(option, _ACK)
                raise Disconnected
            else:
                self._reply(option, _UNSUPPORTED)

    def _reply(self, option, kind, data=b""):
        self._socket.sendall(struct.pack(">QIII", _REPLY_MAGIC, option, kind, len(data)) + data)

    def _transmit(self):
        while True:
            magic, flags, kind, cookie, offset, length = struct.unpack(">IHHQQI", self._receive(28))
            if magic != _REQUEST_MAGIC or length > MOST:
                raise ProtocolError(f"request {kind} of {length} bytes with magic {magic:#x}")
            payload = self._receive(length) if kind == _WRITE else b""
            if kind == _DISCONNECT:
                return True
            error, answer = 0, b""
            try:
                if kind == _READ:
                    answer = self._disk.read(offset, length)
                elif kind == _WRITE:
                    self._disk.write(offset, payload, durable=bool(flags & _FORCED))
                elif kind == _FLUSH:
                    self._disk.flush()
                else:
                    error = _EINVAL
            except OutOfRange:
                error = _EINVAL
            self._socket.sendall(struct.pack(">IIQ", _SIMPLE_MAGIC, error, cookie) + answer)
