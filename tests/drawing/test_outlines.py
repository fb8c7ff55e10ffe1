"""The outlines of postures: one for each shape that a box may ask for."""

import re

import pytest

from enacting.drawing.colours import INK, WHITE, colour_of, hexadecimal, readable_on
from enacting.drawing.outlines import RING_HOLE, shape_outline
from enacting.engine.cards import POSTURE_SHAPES
from enacting.harvest.svg_marks import posture_mark


@pytest.mark.parametrize("shape", POSTURE_SHAPES)
def test_a_shape_has_an_outline_of_its_own_that_stays_in_its_square(shape: str) -> None:
    points = shape_outline(shape)

    assert (shape == "octagon") == (points == shape_outline("croissant"))
    assert all(-0.02 <= value <= 1.02 for point in points for value in point)


def test_the_ring_of_the_report_has_the_hole_of_that_of_the_window() -> None:
    drawn = posture_mark("ring", "#A32A2A", 100)

    radius, width = (float(re.findall(rf'{name}="([0-9.]+)"', drawn)[0]) for name in (" r", "stroke-width"))
    assert radius + width / 2 == pytest.approx(0.5)
    assert 2 * (radius - width / 2) == pytest.approx(RING_HOLE)


def test_a_colour_is_written_as_it_is_read() -> None:
    assert hexadecimal(colour_of("#0a95EE")) == "#0A95EE"


def test_a_label_is_the_ink_or_white_that_reads_better() -> None:
    assert readable_on(WHITE) == INK
    assert readable_on(INK) == WHITE
    assert readable_on((0x60, 0x60, 0x60), ink=(0, 0, 0)) == WHITE
