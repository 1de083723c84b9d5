"""The server as a client of the protocol sees it, over a socket pair."""

import os
import socket
import struct
import tempfile
import threading
import unittest

from volatile_disk.nbd import Connection, ProtocolError
from volatile_disk.volatile_disk import SECTOR, VolatileDisk

READ, WRITE, DISCONNECT, FLUSH, TRIM = 0, 1, 2, 3, 4


class NBDTest(unittest.TestCase):
    def setUp(self):
        self.file = tempfile.TemporaryFile()
        self.file.truncate(64 * SECTOR)
        self.disk = VolatileDisk(self.file.fileno(), seed=1)
        self.client, server = socket.socketpair()
        self.client.settimeout(5)
        self.orderly = self.fault = None

        def serve():
            try:
                with server:
                    self.orderly = Connection(server, self.disk).serve()
            except ProtocolError as error:
                self.fault = error

        self.server = threading.Thread(target=serve, daemon=True)
        self.server.start()
        self.addCleanup(self.file.close)
        self.addCleanup(self.server.join, 5)
        self.addCleanup(self.client.close)

    def receive(self, length):
        data = b""
        while len(data) < length:
            part = self.client.recv(length - len(data))
            self.assertTrue(part, "the server has closed the connection")
            data += part
        return data

    def greet(self):
        magic, option, flags = struct.unpack(">QQH", self.receive(18))
        self.assertEqual((magic, option), (0x4E42444D41474943, 0x49484156454F5054))
        self.assertTrue(flags & 1, "fixed newstyle")
        self.client.sendall(struct.pack(">I", 3))

    def option(self, number, data=b""):
        self.client.sendall(struct.pack(">QII", 0x49484156454F5054, number, len(data)) + data)

    def reply(self):
        magic, option, kind, length = struct.unpack(">QIII", self.receive(20))
        self.assertEqual(magic, 0x3E889045565A9)
        return option, kind, self.receive(length)

    def go(self):
        """Negotiates as QEMU does: an option the server does not know, then GO."""
        self.greet()
        self.option(8)
        self.assertEqual(self.reply(), (8, (1 << 31) + 1, b""))
        self.option(7, struct.pack(">IH", 0, 0))
        replies = []
        while not replies or replies[-1][1] != 1:
            replies.append(self.reply())
        return {struct.unpack(">H", data[:2])[0]: data[2:] for _, kind, data in replies if kind == 3}

    def request(self, kind, offset=0, length=0, data=b"", flags=0, answer=0):
        self.client.sendall(struct.pack(">IHHQQI", 0x25609513, flags, kind, 77, offset, length or len(data)) + data)
        magic, error, cookie = struct.unpack(">IIQ", self.receive(16))
        self.assertEqual((magic, cookie), (0x67446698, 77))
        return error, self.receive(answer)

    def end(self):
        self.client.close()
        self.server.join(5)
        self.assertFalse(self.server.is_alive())

    def test_the_export_tells_its_size_and_that_it_takes_flush_and_forced_access(self):
        size, flags = struct.unpack(">QH", self.go()[0])
        self.assertEqual(size, 64 * SECTOR)
        self.assertEqual(flags & 0b1100, 0b1100)

    def test_the_old_way_to_name_an_export_works(self):
        self.greet()
        self.option(1, b"evidence")
        self.assertEqual(struct.unpack(">QH", self.receive(10))[0], 64 * SECTOR)

    def test_a_write_is_read_back(self):
        self.go()
        self.assertEqual(self.request(WRITE, 512, data=b"x" * 1024), (0, b""))
        self.assertEqual(self.request(READ, 1024, 1024, answer=1024), (0, b"x" * 512 + b"\0" * 512))

    def test_a_flush_reaches_the_image(self):
        self.go()
        self.request(WRITE, 0, data=b"x" * 512)
        self.assertEqual(os.pread(self.file.fileno(), 512, 0), b"\0" * 512)
        self.assertEqual(self.request(FLUSH), (0, b""))
        self.assertEqual(os.pread(self.file.fileno(), 512, 0), b"x" * 512)

    def test_a_forced_write_reaches_the_image_at_once(self):
        self.go()
        self.request(WRITE, 0, data=b"x" * 512, flags=1)
        self.assertEqual(os.pread(self.file.fileno(), 512, 0), b"x" * 512)

    def test_a_request_outside_the_disk_is_refused_and_the_connection_goes_on(self):
        self.go()
        self.assertEqual(self.request(READ, 64 * SECTOR, 512)[0], 22)
        self.assertEqual(self.request(WRITE, 100, data=b"x" * 512)[0], 22)
        self.assertEqual(self.request(TRIM, 0, 512)[0], 22)
        self.assertEqual(self.request(READ, 0, 512, answer=512)[0], 0)

    def test_a_goodbye_is_an_orderly_end(self):
        self.go()
        self.client.sendall(struct.pack(">IHHQQI", 0x25609513, 0, DISCONNECT, 1, 0, 0))
        self.end()
        self.assertIs(self.orderly, True)

    def test_a_client_that_is_gone_was_cut(self):
        self.go()
        self.end()
        self.assertIs(self.orderly, False)

    def test_a_write_that_was_not_sent_whole_is_not_taken(self):
        self.go()
        self.client.sendall(struct.pack(">IHHQQI", 0x25609513, 0, WRITE, 1, 0, 1024) + b"x" * 600)
        self.end()
        self.assertIs(self.orderly, False)
        self.assertEqual(self.disk.account.writes, 0)

    def test_a_request_of_more_than_the_protocol_allows_ends_the_connection(self):
        self.go()
        self.client.sendall(struct.pack(">IHHQQI", 0x25609513, 0, WRITE, 1, 0, 1 << 31))
        self.end()
        self.assertIsInstance(self.fault, ProtocolError)

    def test_a_request_with_a_wrong_magic_ends_the_connection(self):
        self.go()
        self.client.sendall(b"\0" * 28)
        self.end()
        self.assertIsInstance(self.fault, ProtocolError)


if __name__ == "__main__":
    unittest.main()
