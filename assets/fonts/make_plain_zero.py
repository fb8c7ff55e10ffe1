"""Gives the fonts of text a zero without a slash: `python assets/fonts/make_plain_zero.py`, after they were replaced.

In dates and counts a slashed zero reads like another sign. The widths stay, so that nothing is laid out differently:
the two halves of the counter become one, which has the form of the outline.
"""

from itertools import pairwise
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent
FILES = ("AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_700Bold.ttf")

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top, in units of the font."""


def contours_of(font: TTFont, name: str) -> list[list[tuple[str, tuple[tuple[float, float], ...]]]]:
    """The contours of a glyph, each as what a pen draws."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    ends = [0, *(index + 1 for index, (act, _) in enumerate(pen.value) if act in ("closePath", "endPath"))]
    return [pen.value[begin:end] for begin, end in pairwise(ends)]


def bounds_of(*contours: list[tuple[str, tuple[tuple[float, float], ...]]]) -> Bounds:
    """What all the points of these contours lie within."""
    points = [point for contour in contours for _, drawn in contour for point in drawn if point is not None]
    across, down = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def make_plain(font: TTFont) -> None:
    """Draw the zero anew: its outline, and that outline again as its counter."""
    outline, *halves = sorted(contours_of(font, "zero"), key=lambda contour: bounds_of(contour)[0])
    outer, inner = bounds_of(outline), bounds_of(*halves)
    x, y = (inner[2] - inner[0]) / (outer[2] - outer[0]), (inner[3] - inner[1]) / (outer[3] - outer[1])
    pen = TTGlyphPen(None)
    counter = TransformPen(ReverseContourPen(pen), (x, 0, 0, y, inner[0] - outer[0] * x, inner[1] - outer[1] * y))
    for target in (pen, counter):
        for act, points in outline:
            getattr(target, act)(*points)
    font["glyf"]["zero"] = pen.glyph(round=round)


def main() -> None:
    """Change every file that still has a slash."""
    for name in FILES:
        font = TTFont(FOLDER / name, recalcTimestamp=False)
        if len(contours_of(font, "zero")) == 3:
            make_plain(font)
            font.save(FOLDER / name)


if __name__ == "__main__":
    main()
