"""What `unit run` decides without a guest: paths that stay visible, module order, the guest's lines, the command line."""

import contextlib
import io
import os
import tempfile
import types
import unittest
from pathlib import Path

from virtual_unit import configuration, initramfs, options
from virtual_unit.conversation import Conversation
from virtual_unit.outcome import LIMIT, NO_BOOT, NOT_CUT, USAGE, UnitError


class KeptPathsTest(unittest.TestCase):
    def test_a_path_outside_the_covered_folders_needs_nothing(self):
        self.assertEqual(configuration.kept(["/usr/bin"]), [])

    def test_an_outer_folder_comes_before_what_lies_in_it(self):
        with tempfile.TemporaryDirectory(dir="/tmp") as outer:
            inner = os.path.join(outer, "inner")
            os.mkdir(inner)
            self.assertEqual(configuration.kept([inner, outer]), [(outer, outer), (inner, inner)])

    def test_a_link_in_a_covered_folder_is_kept_under_its_own_name(self):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            link = os.path.join(folder, "link")
            os.symlink("/usr/bin", link)
            self.assertEqual(configuration.kept([link]), [("/usr/bin", link)])


class ModuleOrderTest(unittest.TestCase):
    def test_every_module_comes_after_what_it_needs(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "modules.dep").write_text(
                "kernel/a-b.ko: kernel/top.ko kernel/deep.ko\nkernel/top.ko: kernel/deep.ko\nkernel/deep.ko:\n")
            kernel = types.SimpleNamespace(modules=Path(folder))
            self.assertEqual(initramfs.modules_in_order(kernel, ["a_b", "top"]),
                             ["kernel/deep.ko", "kernel/top.ko", "kernel/a-b.ko"])


class FakeMachine:
    """The control channel of a guest that says `lines`; its end is the guest's, unless it hangs."""

    def __init__(self, lines, hangs=False):
        read_end, write_end = os.pipe()
        os.write(write_end, "".join(f"{line}\n" for line in lines).encode())
        self._ends = [read_end]
        if hangs:
            self._ends.append(write_end)
        else:
            os.close(write_end)
        self.channels = {"control": read_end}
        self.killed = False

    def kill(self):
        self.killed = True

    def wait(self, _seconds):
        pass

    def close(self):
        for end in self._ends:
            os.close(end)


class ConversationTest(unittest.TestCase):
    def follow(self, lines, hangs=False, limit=None, cut_after=None):
        self.machine = FakeMachine(lines, hangs)
        self.addCleanup(self.machine.close)
        self.said = []
        chosen = types.SimpleNamespace(limit=limit, cut_after=cut_after)
        return Conversation(self.machine, chosen, self.said.append).follow()

    def assert_fails(self, status, *arguments, **keywords):
        with self.assertRaises(UnitError) as caught:
            self.follow(*arguments, **keywords)
        self.assertEqual(caught.exception.status, status)

    def test_the_status_of_the_command_is_returned(self):
        self.assertEqual(self.follow(["up", "status 7"]), 7)

    def test_a_note_is_passed_on(self):
        self.follow(["up", "note hello there", "status 0"])
        self.assertEqual(self.said, ["hello there"])

    def test_a_guest_that_ends_before_the_command_started_did_not_boot(self):
        self.assert_fails(NO_BOOT, [])

    def test_a_guest_that_ends_without_a_status_died(self):
        self.assert_fails(NO_BOOT, ["up"])

    def test_a_guest_that_cannot_be_set_up_is_ended(self):
        self.assert_fails(NO_BOOT, ["failed no module"], hangs=True)
        self.assertTrue(self.machine.killed)

    def test_a_command_that_goes_on_past_the_limit_is_ended(self):
        self.assert_fails(LIMIT, ["up"], hangs=True, limit=0.01)
        self.assertTrue(self.machine.killed)

    def test_the_power_is_cut_after_ready(self):
        self.assertEqual(self.follow(["up", "ready"], hangs=True, cut_after=0.01), 0)
        self.assertTrue(self.machine.killed)

    def test_a_command_that_is_never_ready_is_not_cut(self):
        self.assert_fails(LIMIT, ["up"], hangs=True, limit=0.01, cut_after=0)

    def test_a_command_that_ends_before_the_cut_says_so(self):
        self.assert_fails(NOT_CUT, ["up", "ready", "status 0"], cut_after=60)


class OptionsTest(unittest.TestCase):
    def test_a_disk_that_is_cut_is_volatile_unless_told_otherwise(self):
        with tempfile.NamedTemporaryFile() as image:
            disk = ["--disk", image.name]
            self.assertTrue(options.parse([*disk, "--cut-after", "1", "--", "true"]).volatile)
            self.assertFalse(options.parse([*disk, "--cut-after", "1", "--plain-disk", "--", "true"]).volatile)
            self.assertFalse(options.parse([*disk, "--", "true"]).volatile)

    def test_what_cannot_be_is_wrong_usage(self):
        for arguments in (["--disk", "/nowhere/disk"], ["--volatile"], ["--keep", "/nowhere"], ["--memory", "1"]):
            with self.assertRaises(UnitError) as caught:
                options.parse([*arguments, "--", "true"])
            self.assertEqual(caught.exception.status, USAGE)

    def test_a_limit_has_to_be_above_zero(self):
        for limit in ("0", "-1", "nan", "soon"):
            with self.assertRaises(SystemExit) as caught, contextlib.redirect_stderr(io.StringIO()):
                options.parse(["--limit", limit, "--", "true"])
            self.assertEqual(caught.exception.code, 2)

    def test_the_command_keeps_its_own_options(self):
        self.assertEqual(options.parse(["--", "ls", "--limit", "3"]).command, ["ls", "--limit", "3"])


if __name__ == "__main__":
    unittest.main()
