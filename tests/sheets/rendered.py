"""Looks at PDF files as they are printed: their pages in pixels, what is dark in them and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

DOTS_PER_INCH = 400


@dataclass(frozen=True)
class Rendered:
    """A page in pixels, red, green and blue, row by row."""

    width: int
    height: int
    pixels: bytes
    mm: float = DOTS_PER_INCH / 25.4
    """The pixels in a millimetre."""

    def colour(self, x_mm: float, y_mm: float) -> tuple[int, int, int]:
        """The colour at a point, in millimetres from the top left corner."""
        at = (round(y_mm * self.mm) * self.width + round(x_mm * self.mm)) * 3
        red, green, blue = self.pixels[at : at + 3]
        return red, green, blue

    def row(self, y_mm: float, from_mm: float, to_mm: float) -> list[tuple[int, int, int]]:
        """The colours along a horizontal line."""
        return [self.colour(x / self.mm, y_mm) for x in range(round(from_mm * self.mm), round(to_mm * self.mm))]

    def column(self, x_mm: float, from_mm: float, to_mm: float) -> list[tuple[int, int, int]]:
        """The colours along a vertical line."""
        return [self.colour(x_mm, y / self.mm) for y in range(round(from_mm * self.mm), round(to_mm * self.mm))]

    @property
    def printed(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is not white, in millimetres."""
        white = b"\xff" * (self.width * 3)
        rows = [self.pixels[y * self.width * 3 : (y + 1) * self.width * 3] for y in range(self.height)]
        inked = [y for y, row in enumerate(rows) if row != white]
        left = min(_first_ink(rows[y]) for y in inked)
        right = max(self.width - _first_ink(rows[y][::-1]) for y in inked)
        return left / self.mm, inked[0] / self.mm, right / self.mm, (inked[-1] + 1) / self.mm


def _first_ink(row: bytes) -> int:
    return (len(row) - len(row.lstrip(b"\xff"))) // 3


def pages(pdf: bytes, dots_per_inch: float = DOTS_PER_INCH, only: tuple[int, ...] | None = None) -> Iterator[Rendered]:
    """The pages of a file, or only those of these numbers, from 0, as a printer would draw them."""
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)) if only is None else only:
        bitmap = document[number].render(scale=dots_per_inch / 72, rev_byteorder=True, no_smoothtext=True)
        assert bitmap.n_channels == 3
        lines = bytes(bitmap.buffer)
        row = bitmap.width * 3
        pixels = b"".join(lines[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))
        yield Rendered(bitmap.width, bitmap.height, pixels, dots_per_inch / 25.4)


def sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    """The width and height of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [(page.get_width() / 72 * 25.4, page.get_height() / 72 * 25.4) for page in document]


def words_of(pdf: bytes) -> list[str]:
    """The text of each page, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


def dark(colour: tuple[int, int, int]) -> bool:
    """Whether a colour is that of a cut mark or of the ruler, and not paper."""
    return sum(colour) < 300


def white(colour: tuple[int, int, int]) -> bool:
    """Whether nothing is printed there."""
    return min(colour) > 250


def middles(colours: list[tuple[int, int, int]], from_mm: float) -> list[float]:
    """Where each dark line crosses a line of colours that begins there, in millimetres."""
    found: list[list[int]] = []
    for index, colour in enumerate(colours):
        if dark(colour):
            if found and found[-1][-1] == index - 1:
                found[-1].append(index)
            else:
                found.append([index])
    return [from_mm + (run[0] + run[-1] + 1) / 2 * 25.4 / DOTS_PER_INCH for run in found]
