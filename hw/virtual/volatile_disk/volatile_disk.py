"""The model: what a drive with a volatile write cache holds, and what is left of it when the power goes.

A write is acknowledged when it is in the cache. A flush (or a write with "forced unit access") makes it durable. At a cut,
what was not flushed may be there or not, sector by sector: a drive destages in any order, and several versions of a
sector may have been on their way. Flushed sectors are never touched.
"""

import os
import random
from dataclasses import asdict, dataclass

SECTOR = 512
"""The unit that a drive writes whole, unless the cut tears it."""

CAPACITY = 64 << 20
"""Bytes of unflushed sectors held. Beyond it the oldest are destaged, as a drive has to do."""

TORN_SHARE = 0.01
"""The share of unflushed sectors that a cut leaves half new, half old. Drives without power-loss protection do that."""

MODELS = ("all lost", "all kept", "in order", "scattered", "scattered")
"""What a cut may do with the cache; the seed's first draw picks one of these."""


class OutOfRange(ValueError):
    """An access that is not whole sectors inside the disk."""


@dataclass
class Account:
    """What happened to a disk until its power went."""

    seed: int
    writes: int = 0
    flushes: int = 0
    end: str = "running"
    """"orderly", or "cut"."""
    model: str = "none"
    """What this cut did with the cache: one of MODELS, or "none"."""
    unflushed: int = 0
    """Sectors that were acknowledged and not flushed; the next four counts are parts of it."""
    kept: int = 0
    older: int = 0
    """Sectors that hold an earlier unflushed version, not the last one."""
    lost: int = 0
    torn: int = 0

    def line(self):
        """One line for a person."""
        head = f"volatile-disk: {self.writes} writes, {self.flushes} flushes"
        if self.end == "orderly":
            return f"{head}; orderly end, nothing lost"
        return (f"{head}; cut with {self.unflushed} unflushed sectors ({self.model}): {self.lost} lost, {self.kept} kept, "
                f"{self.older} an older version, {self.torn} torn; seed {self.seed}")

    def record(self):
        """The same for a program."""
        return asdict(self)


class VolatileDisk:
    """A disk image with a volatile write cache in front. Not for several threads."""

    def __init__(self, descriptor, seed, capacity=CAPACITY):
        """`descriptor` is open for reading and writing and stays the caller's; its size has to be whole sectors."""
        self._file = descriptor
        self.size = os.fstat(descriptor).st_size
        if self.size == 0 or self.size % SECTOR:
            raise OutOfRange(f"the image is {self.size} bytes long; a disk is whole sectors of {SECTOR}")
        self._capacity = capacity // SECTOR
        # Sector number to its unflushed versions, (number of the write, bytes), oldest first. A sector that is written
        # again moves to the end, so that the front is what was idle for longest.
        self._cache = {}
        self._held = 0
        self.account = Account(seed)

    def _sectors(self, offset, length):
        if offset % SECTOR or length % SECTOR or offset < 0 or length <= 0 or offset + length > self.size:
            raise OutOfRange(f"{length} bytes at {offset} are not whole sectors inside {self.size} bytes")
        return range(offset // SECTOR, (offset + length) // SECTOR)

    def read(self, offset, length):
        """What a running machine reads: the cache before the medium."""
        sectors = self._sectors(offset, length)
        data = bytearray(os.pread(self._file, length, offset))
        if self._cache:
            for place, sector in enumerate(sectors):
                versions = self._cache.get(sector)
                if versions:
                    data[place * SECTOR:(place + 1) * SECTOR] = versions[-1][1]
        return bytes(data)

    def write(self, offset, data, durable=False):
        """Takes a write into the cache, or with `durable` (forced unit access) past it."""
        sectors = self._sectors(offset, len(data))
        self.account.writes += 1
        if durable:
            for sector in sectors:
                self._forget(sector)
            self._put(offset, data)
            return
        number = self.account.writes
        for place, sector in enumerate(sectors):
            versions = self._cache.pop(sector, [])
            versions.append((number, data[place * SECTOR:(place + 1) * SECTOR]))
            self._cache[sector] = versions
            self._held += 1
        while self._held > self._capacity:
            oldest = next(iter(self._cache))
            self._put(oldest * SECTOR, self._forget(oldest)[-1][1])

    def flush(self):
        """Makes everything acknowledged so far durable."""
        self.account.flushes += 1
        self._destage()

    def end_orderly(self):
        """The machine said goodbye: a drive that keeps its power writes what it holds."""
        self.account.end = "orderly"
        self._destage()

    def cut_power(self):
        """Decides by the seed what becomes of every unflushed sector, and writes that to the image."""
        drawn = random.Random(self.account.seed)
        account = self.account
        account.end = "cut"
        account.unflushed = len(self._cache)
        account.model = drawn.choice(MODELS)
        numbers = sorted({number for versions in self._cache.values() for number, _ in versions})
        # "In order": all writes up to this one reached the medium, and of this one each sector may have.
        last = drawn.choice(numbers) if numbers else 0
        share = drawn.random()
        for sector in sorted(self._cache):
            versions = self._cache[sector]
            survivor = self._survivor(versions, last, share, drawn)
            # Only what was being written when the power went can be torn: in order, that is the last write.
            writing = account.model == "scattered" or (account.model == "in order" and versions[-1][0] == last)
            if writing and drawn.random() < TORN_SHARE:
                self._tear(sector, versions[-1][1], drawn)
            elif survivor is None:
                account.lost += 1
            else:
                self._put(sector * SECTOR, survivor[1])
                if survivor is versions[-1]:
                    account.kept += 1
                else:
                    account.older += 1
        self._cache.clear()
        self._held = 0

    def _survivor(self, versions, last, share, drawn):
        """The version of a sector that the cut leaves, or None for what the medium had."""
        model = self.account.model
        if model == "all lost":
            return None
        if model == "all kept":
            return versions[-1]
        if model == "in order":
            reached = [each for each in versions if each[0] < last or (each[0] == last and drawn.random() < 0.5)]
            return reached[-1] if reached else None
        return drawn.choice(versions) if drawn.random() < share else None

    def _tear(self, sector, new, drawn):
        """Leaves the new bytes up to some point and the old ones after it."""
        point = drawn.randrange(1, SECTOR)
        self._put(sector * SECTOR, new[:point])
        self.account.torn += 1

    def _forget(self, sector):
        versions = self._cache.pop(sector, [])
        self._held -= len(versions)
        return versions

    def _destage(self):
        """Writes the last version of every sector, neighbours together."""
        start, run = 0, []
        for sector in sorted(self._cache):
            if run and sector != start + len(run):
                self._put(start * SECTOR, b"".join(run))
                run = []
            if not run:
                start = sector
            run.append(self._cache[sector][-1][1])
        if run:
            self._put(start * SECTOR, b"".join(run))
        self._cache.clear()
        self._held = 0

    def _put(self, offset, data):
        """Writes to the image. No fsync: the machine that holds the image does not lose power, only the guest does."""
        view = memoryview(data)
        while view:
            written = os.pwrite(self._file, view, offset)
            view = view[written:]
            offset += written
