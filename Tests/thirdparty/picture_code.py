"""The machine-readable part of a simulated picture, read from its description and from nothing else.

96 black or white cells: 3 rows of 32 in a picture at least 256 pixels wide, 6 rows of 16 from 128 pixels, 12 rows of 8
below. Rows are a twelfth of the picture's height, from the top; cell i of n reaches from i*width//n to (i+1)*width//n.
Left to right, top to bottom, most significant bit first, white is 1: the frame's number (32 bits), its time in
milliseconds since the shift's start (32 bits), and the check: number XOR time XOR 0xA5C35A3C.
"""

import numpy as np

KEY = 0xA5C35A3C
CELLS = 96
LAYOUTS = (32, 16, 8)


def columns_for(width):
    """Cells in a row of a picture that was not scaled."""
    return 32 if width >= 256 else 16 if width >= 128 else 8


def cell(index, columns, width, height):
    """left, top, right, bottom of a cell, in pixels."""
    row, column = divmod(index, columns)
    return (column * width // columns, row * height // 12, (column + 1) * width // columns, (row + 1) * height // 12)


class Reader:
    """Reads codes from many pictures of one size at once."""

    def __init__(self, width, height, columns):
        # Four points each way in the inner half of each cell: what coding blurs is left out.
        points = []
        for index in range(CELLS):
            left, top, right, bottom = cell(index, columns, width, height)
            xs = np.linspace(left + (right - left) / 4, right - (right - left) / 4 - 1, 4).round().astype(int)
            ys = np.linspace(top + (bottom - top) / 4, bottom - (bottom - top) / 4 - 1, 4).round().astype(int)
            points.append([y * width + x for y in ys for x in xs])
        self.points = np.array(points).ravel()

    def read(self, luma):
        """luma: one row of bytes a picture. Returns numbers, milliseconds, and whether each check matches."""
        means = luma[:, self.points].reshape(len(luma), CELLS, -1).mean(axis=2)
        bits = (means > 128).astype(np.uint64)
        weights = np.uint64(1) << np.arange(31, -1, -1, dtype=np.uint64)
        words = (bits.reshape(len(luma), 3, 32) * weights).sum(axis=2, dtype=np.uint64)
        number, time, check = words[:, 0], words[:, 1], words[:, 2]
        return number.astype(np.int64), time.astype(np.int64), (number ^ time ^ np.uint64(KEY)) == check


def draw(number, milliseconds, width, height):
    """The luma of a picture that bears this code over grey, for tests of the reader."""
    picture = np.full((height, width), 90, np.uint8)
    words = (number, milliseconds, number ^ milliseconds ^ KEY)
    columns = columns_for(width)
    for index in range(CELLS):
        left, top, right, bottom = cell(index, columns, width, height)
        picture[top:bottom, left:right] = 235 if words[index // 32] >> (31 - index % 32) & 1 else 16
    return picture
