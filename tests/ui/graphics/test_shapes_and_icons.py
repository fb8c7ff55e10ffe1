"""Shapes are where they should be and smooth, icons have the colour asked for, and memory is bounded."""

from itertools import combinations

import pygame
import pytest

from enacting.box.checking import shipped_icons
from enacting.drawing.outlines import shape_outline
from enacting.drawing.thread_routes import Thread
from enacting.engine.cards import POSTURE_SHAPES
from enacting.system.paths import assets_folder
from enacting.ui.graphics import icons, shapes
from enacting.ui.graphics.cache import LruCache
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import (
    TOP,
    Shadow,
    arc,
    board_paper,
    disc,
    paint_outline,
    paint_rounded,
    paint_thread,
    posture_mark,
    ring,
    round_corners,
    shadow_of,
)

RED = (200, 20, 20)
BLUE = (20, 20, 200)


def canvas(width: int = 200, height: int = 200) -> pygame.Surface:
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((255, 255, 255))
    return surface


def alpha_at(surface: pygame.Surface, x: int, y: int) -> int:
    return surface.get_at((x, y)).a


def colour_at(surface: pygame.Surface, x: int, y: int) -> tuple[int, int, int]:
    found = surface.get_at((x, y))
    return found.r, found.g, found.b


# Shapes


def test_a_rounded_rectangle_is_full_inside_and_open_at_its_corners() -> None:
    surface = canvas()

    paint_rounded(surface, (20, 20, 100, 60), RED, 16)

    assert colour_at(surface, 70, 50) == colour_at(surface, 20, 50) == colour_at(surface, 119, 50) == RED
    assert colour_at(surface, 20, 20) == colour_at(surface, 119, 79) == (255, 255, 255)
    assert colour_at(surface, 120, 50) == (255, 255, 255)


def test_only_the_corners_asked_for_are_round() -> None:
    surface = canvas()

    paint_rounded(surface, (20, 20, 100, 60), RED, 16, TOP)

    assert colour_at(surface, 20, 20) == (255, 255, 255)
    assert colour_at(surface, 20, 79) == RED


def test_the_edge_of_a_corner_is_smooth() -> None:
    surface = canvas()

    paint_rounded(surface, (20, 20, 100, 60), RED, 16)

    between = [surface.get_at((x, y)).g for x in range(20, 36) for y in range(20, 36)]
    assert any(40 < value < 230 for value in between)


def test_a_radius_larger_than_the_rectangle_makes_a_pill() -> None:
    surface = canvas()

    paint_rounded(surface, (20, 20, 100, 30), RED, 900)

    assert colour_at(surface, 70, 35) == RED
    assert colour_at(surface, 20, 20) == (255, 255, 255)


def test_an_outline_leaves_the_inside_alone() -> None:
    surface = canvas()

    paint_outline(surface, (20, 20, 100, 60), RED, 4, 12)

    assert colour_at(surface, 70, 21) == colour_at(surface, 21, 50) == RED
    assert colour_at(surface, 70, 50) == (255, 255, 255)


def test_a_shadow_is_dark_beneath_and_fades_out() -> None:
    shadow = shadow_of((80, 80), 10, Shadow(16, 4, 120))

    assert shadow.get_size() == (112, 112)
    assert alpha_at(shadow, 56, 56) > 90
    assert 0 < alpha_at(shadow, 14, 56) < 90
    assert alpha_at(shadow, 0, 0) == 0


def test_a_ring_has_a_hole() -> None:
    drawn = ring(80, 10, RED)

    assert (alpha_at(drawn, 40, 40), alpha_at(drawn, 4, 40)) == (0, 255)


def test_an_arc_runs_clockwise_from_noon() -> None:
    drawn = arc(80, 10, RED, 0, 90)

    assert alpha_at(drawn, 68, 12) == 255
    assert alpha_at(drawn, 12, 12) == alpha_at(drawn, 12, 68) == alpha_at(drawn, 68, 68) == 0


def test_an_arc_of_no_length_is_nothing_and_a_whole_one_is_a_ring() -> None:
    assert arc(80, 10, RED, 30, 30).get_bounding_rect().width == 0
    assert arc(80, 10, RED, 0, 360) is ring(80, 10, RED)


def test_corners_of_a_surface_can_be_cut() -> None:
    surface = canvas()

    round_corners(surface, 20)

    assert alpha_at(surface, 0, 0) == 0
    assert alpha_at(surface, 100, 0) == alpha_at(surface, 100, 100) == 255


@pytest.mark.parametrize("shape", POSTURE_SHAPES)
def test_the_mark_of_a_posture_is_in_its_colour(shape: str) -> None:
    mark = posture_mark(shape, 64, RED)

    seen = [mark.get_at((x, y)) for x in range(64) for y in range(64)]
    assert {(pixel.r, pixel.g, pixel.b) for pixel in seen if pixel.a > 250} == {RED}
    assert 0.2 < sum(pixel.a for pixel in seen) / 255 / 64**2 < 0.9


def test_no_two_postures_have_the_same_silhouette_however_they_are_turned() -> None:
    def mask(shape: str, degrees: int) -> pygame.mask.Mask:
        drawn = posture_mark(shape, 64, RED)
        frame = pygame.Surface((120, 120), pygame.SRCALPHA)
        turned = pygame.transform.rotate(drawn, degrees)
        frame.blit(turned, turned.get_rect(center=(60, 60)))
        return pygame.mask.from_surface(frame)

    for first, second in combinations(POSTURE_SHAPES[:6], 2):
        straight = mask(first, 0)
        for degrees in range(0, 360, 15):
            turned = mask(second, degrees)
            both = straight.overlap_area(turned, (0, 0))
            assert both / (straight.count() + turned.count() - both) < 0.8, (first, second, degrees)


@pytest.mark.parametrize("shape", POSTURE_SHAPES)
def test_the_icon_of_a_posture_stands_within_its_mark(shape: str) -> None:
    plain, marked = posture_mark(shape, 96, RED), posture_mark(shape, 96, RED, "tree")

    assert pygame.image.tobytes(plain, "RGBA") != pygame.image.tobytes(marked, "RGBA")
    across, down, part = shapes._ICON_PLACES[shape]
    assert part / 2 <= across <= 1 - part / 2
    assert part / 2 <= down <= 1 - part / 2 + 0.01


def test_an_unknown_shape_is_an_octagon() -> None:
    assert shape_outline("croissant") == shape_outline("octagon")


def test_a_thread_has_a_light_edge_a_dot_where_it_starts_and_an_arrow_head_where_it_arrives() -> None:
    surface = canvas()
    surface.fill((90, 90, 90))

    paint_thread(surface, Thread((20, 100), (100, 100), (180, 100)), RED, 6, edge=(255, 255, 255), edge_width=3)

    assert colour_at(surface, 100, 100) == RED
    assert colour_at(surface, 100, 105) == (255, 255, 255)
    assert colour_at(surface, 100, 120) == (90, 90, 90)
    assert colour_at(surface, 20, 105) == RED
    assert [colour_at(surface, x, 108) == RED for x in (159, 176)] == [True, False]
    assert colour_at(surface, 190, 100) == (90, 90, 90)


def test_the_paper_of_the_board_is_opaque_and_quiet() -> None:
    paper = board_paper((300, 300), 1.0)

    assert paper.get_flags() & pygame.SRCALPHA == 0
    seen = {colour_at(paper, x, y) for x in range(300) for y in range(0, 300, 7)}
    assert len(seen) > 2
    assert all(max(colour) - min(colour) < 60 and min(colour) > 180 for colour in seen)


def test_the_same_shape_is_drawn_once() -> None:
    assert disc(31, RED) is disc(31, RED)


# Icons


def test_an_icon_has_the_size_and_colour_asked_for() -> None:
    drawn = icon("drop", Weight.FILL, 48, RED)

    assert drawn.get_size() == (48, 48)
    assert colour_at(drawn, 24, 24) == RED


def test_a_duotone_icon_has_a_pale_part() -> None:
    drawn = icon("drop", Weight.DUOTONE, 96, RED)

    pale = [drawn.get_at((x, y)).a for x in range(96) for y in range(96) if 40 < drawn.get_at((x, y)).a < 60]
    assert len(pale) > 500


def test_icons_are_in_the_pixels_of_the_window() -> None:
    assert icon("drop", Weight.FILL, 48, RED).get_masks() == pygame.Surface((1, 1), pygame.SRCALPHA).get_masks()


def test_an_unknown_icon_is_drawn_all_the_same() -> None:
    assert icon("no-such-icon", Weight.FILL, 48, RED).get_bounding_rect().width > 30


def test_an_icon_we_have_only_in_another_weight_is_drawn_in_it() -> None:
    missing = icons._names(Weight.FILL) - icons._names(Weight.DUOTONE)
    name = min(missing)

    drawn = icon(name, Weight.DUOTONE, 48, RED)

    bold = icon(name, Weight.BOLD, 48, RED)
    assert pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(bold, "RGBA")


def test_the_icons_a_card_may_use_exist_large_and_small() -> None:
    assert {"drop", "tree", "compass"} <= shipped_icons()
    assert shipped_icons() <= icons._names(Weight.DUOTONE) & icons._names(Weight.FILL)


def test_every_icon_file_can_be_drawn_in_our_colour() -> None:
    for weight in Weight:
        for file in (assets_folder() / "icons" / weight).glob("*.svg"):
            assert "currentColor" in file.read_text(encoding="utf-8"), file
            assert icon(file.stem, weight, 24, RED).get_bounding_rect().width > 4, file


# Memory


def test_what_was_not_used_for_longest_goes_first() -> None:
    cached: LruCache[str, str] = LruCache(2)
    cached.get("a", lambda: "first")
    cached.get("b", lambda: "first")
    cached.get("a", lambda: "again")

    cached.get("c", lambda: "first")

    assert cached.get("a", lambda: "again") == "first"
    assert cached.get("b", lambda: "again") == "again"


def test_memory_is_bounded_by_weight() -> None:
    cached: LruCache[int, bytes] = LruCache(100, 1_000, len)

    for number in range(50):
        cached.get(number, lambda: bytes(300))

    assert (len(cached), cached.weight) == (3, 900)


def test_a_thing_heavier_than_all_memory_is_still_given() -> None:
    cached: LruCache[int, bytes] = LruCache(100, 10, len)

    assert cached.get(1, lambda: bytes(300)) == bytes(300)
