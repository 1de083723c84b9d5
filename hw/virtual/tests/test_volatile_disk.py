"""The model of the volatile disk: what a cut may take, and what it may never take."""

import os
import tempfile
import unittest

from volatile_disk.volatile_disk import CAPACITY, SECTOR, OutOfRange, VolatileDisk

SECTORS = 64
OLD, NEW, NEWER = b"o" * SECTOR, b"n" * SECTOR, b"N" * SECTOR


class VolatileDiskTest(unittest.TestCase):
    def setUp(self):
        self.file = tempfile.TemporaryFile()
        self.addCleanup(self.file.close)
        self.reset()

    def reset(self):
        os.pwrite(self.file.fileno(), OLD * SECTORS, 0)

    def disk(self, seed=1, capacity=CAPACITY):
        return VolatileDisk(self.file.fileno(), seed, capacity)

    def medium(self, sector, count=1):
        return os.pread(self.file.fileno(), count * SECTOR, sector * SECTOR)

    def cut_with_model(self, model, act):
        """Runs `act` on fresh disks with one seed after another until the cut draws `model`."""
        for seed in range(1000):
            self.reset()
            disk = self.disk(seed)
            act(disk)
            disk.cut_power()
            if disk.account.model == model:
                return disk
        self.fail(f"no seed draws '{model}'")

    def test_a_write_is_read_back_before_it_reaches_the_medium(self):
        disk = self.disk()
        disk.write(3 * SECTOR, NEW)
        self.assertEqual(disk.read(2 * SECTOR, 3 * SECTOR), OLD + NEW + OLD)
        self.assertEqual(self.medium(3), OLD)

    def test_a_flush_makes_every_write_before_it_durable(self):
        for seed in range(50):
            self.reset()
            disk = self.disk(seed)
            disk.write(0, NEW * 5)
            disk.write(9 * SECTOR, NEW)
            disk.flush()
            disk.cut_power()
            self.assertEqual(self.medium(0, 5) + self.medium(9), NEW * 6)
            self.assertEqual(disk.account.unflushed, 0)

    def test_a_forced_write_is_durable_alone(self):
        def act(disk):
            disk.write(0, NEW)
            disk.write(1 * SECTOR, NEW, durable=True)

        self.cut_with_model("all lost", act)
        self.assertEqual(self.medium(0, 2), OLD + NEW)

    def test_a_forced_write_is_not_undone_by_an_earlier_cached_one(self):
        def act(disk):
            disk.write(0, NEW)
            disk.write(0, NEWER, durable=True)

        for model in ("all lost", "all kept", "in order", "scattered"):
            self.cut_with_model(model, act)
            self.assertEqual(self.medium(0), NEWER, model)

    def test_a_cut_can_lose_all_that_was_not_flushed(self):
        disk = self.cut_with_model("all lost", lambda disk: disk.write(0, NEW * 8))
        self.assertEqual(self.medium(0, 8), OLD * 8)
        self.assertEqual((disk.account.unflushed, disk.account.lost), (8, 8))

    def test_a_cut_can_keep_all_that_was_not_flushed(self):
        disk = self.cut_with_model("all kept", lambda disk: disk.write(0, NEW * 8))
        self.assertEqual(self.medium(0, 8), NEW * 8)
        self.assertEqual(disk.account.kept, 8)

    def test_a_cut_in_order_keeps_no_write_after_one_that_was_lost(self):
        def act(disk):
            for sector in range(20):
                disk.write(sector * SECTOR, NEW)

        self.cut_with_model("in order", act)
        whole = [self.medium(sector) == NEW for sector in range(20)]
        last = max((place for place, there in enumerate(whole) if there), default=-1)
        self.assertNotIn(False, whole[:last])

    def test_a_scattered_cut_loses_some_sectors_and_keeps_others_of_one_write(self):
        seen = set()
        for seed in range(40):
            self.reset()
            disk = self.disk(seed)
            disk.write(0, NEW * SECTORS)
            disk.cut_power()
            if disk.account.model == "scattered":
                seen.update((self.medium(sector) == NEW) for sector in range(SECTORS))
        self.assertEqual(seen, {True, False})

    def test_a_cut_can_bring_back_an_earlier_version(self):
        def act(disk):
            for sector in range(SECTORS):
                disk.write(sector * SECTOR, NEW)
                disk.write(sector * SECTOR, NEWER)

        older = 0
        for seed in range(20):
            self.reset()
            disk = self.disk(seed)
            act(disk)
            disk.cut_power()
            older += disk.account.older
            contents = [self.medium(sector) for sector in range(SECTORS)]
            self.assertEqual(contents.count(NEW), disk.account.older if disk.account.model != "all lost" else 0)
        self.assertGreater(older, 0)

    def test_a_torn_sector_is_new_at_its_start_and_old_at_its_end(self):
        torn = 0
        for seed in range(60):
            self.reset()
            disk = self.disk(seed)
            disk.write(0, NEW * SECTORS)
            disk.cut_power()
            torn += disk.account.torn
            for sector in range(SECTORS):
                content = self.medium(sector)
                self.assertEqual(content, b"n" * content.count(b"n") + b"o" * content.count(b"o"))
        self.assertGreater(torn, 0)

    def test_the_account_adds_up(self):
        for seed in range(60):
            disk = self.disk(seed)
            for sector in range(0, SECTORS, 2):
                disk.write(sector * SECTOR, NEW)
            disk.cut_power()
            account = disk.account
            self.assertEqual(account.unflushed, SECTORS // 2)
            self.assertEqual(account.lost + account.kept + account.older + account.torn, account.unflushed)

    def test_the_same_seed_loses_the_same(self):
        left = []
        for _ in range(2):
            self.reset()
            disk = self.disk(seed=4)
            disk.write(0, NEW * SECTORS)
            disk.cut_power()
            left.append(self.medium(0, SECTORS))
        self.assertEqual(left[0], left[1])

    def test_an_orderly_end_keeps_everything(self):
        disk = self.disk()
        disk.write(0, NEW * 3)
        disk.end_orderly()
        self.assertEqual(self.medium(0, 3), NEW * 3)

    def test_a_full_cache_destages_what_was_idle_for_longest(self):
        disk = self.disk(capacity=4 * SECTOR)
        for sector in (0, 1, 2, 3, 0, 4):
            disk.write(sector * SECTOR, NEW)
        self.assertEqual(self.medium(0, 5), OLD + NEW + NEW + OLD + OLD)

    def test_what_is_not_whole_sectors_of_the_disk_is_refused(self):
        disk = self.disk()
        for offset, length in ((1, SECTOR), (0, 100), (0, 0), (SECTORS * SECTOR, SECTOR), ((SECTORS - 1) * SECTOR, 2 * SECTOR)):
            with self.assertRaises(OutOfRange):
                disk.read(offset, length)

    def test_an_image_that_is_not_whole_sectors_is_refused(self):
        self.file.truncate(SECTOR + 1)
        with self.assertRaises(OutOfRange):
            self.disk()


if __name__ == "__main__":
    unittest.main()
