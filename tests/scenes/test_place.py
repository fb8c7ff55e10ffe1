"""The place is a pure function of its value: each answer mends it, and taking the answer back undoes that."""

import io
import re
from itertools import pairwise, product
from xml.etree import ElementTree

import pygame
import pytest

from enacting.scenes.place import (
    HEROES,
    Built,
    LivingPlace,
    PostureTag,
    Quarter,
    cells_of,
    draw_place,
    sky_of_place,
)
from enacting.scenes.quarters import MOST, STANDING, QuarterKind
from enacting.scenes.reading import read_line

TALL, WIDE = (462, 806), (760, 300)
SQUARE = PostureTag(((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)), "#7A3B10")
RING = PostureTag(((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)), "#1E88D2", 0.58)
TRACTOR, BUSH = Built("tractor red", SQUARE), Built("bush flowers", RING)
DROUGHT = ("sky dry", "sun 66 62 54", "cracks 40 84 55 15")


def place(*answers: int, built: tuple[Built, ...] = (), **more: object) -> LivingPlace:
    """A place whose quarters have so many answers, with the same cards in each."""
    kinds = list(QuarterKind)
    quarters = tuple(Quarter(kinds[index % 4], count, built if count else ()) for index, count in enumerate(answers))
    return LivingPlace(quarters, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", QuarterKind)
@pytest.mark.parametrize("state", range(MOST + 1))
def test_every_line_of_every_state_of_a_quarter_is_understood(kind: QuarterKind, state: int) -> None:
    assert [read_line(line)[1] for line in STANDING[kind][state] if read_line(line)[1]] == []


@pytest.mark.parametrize(("count", "size"), list(product(range(1, 10), (TALL, WIDE, (300, 300), (40, 70)))))
def test_one_to_nine_quarters_lie_apart_within_the_picture_of_any_shape(count: int, size: tuple[int, int]) -> None:
    grounds = [pygame.Rect(*(round(value) for value in cell.ground)) for cell in cells_of(count, size)]

    assert len(grounds) == count
    assert all(pygame.Rect((0, 0), size).inflate(2, 2).contains(ground) for ground in grounds)
    assert [ground for ground in grounds if len(ground.inflate(-4, -4).collidelistall(grounds)) > 1] == []
    for cell in cells_of(count, size):
        assert cell.stage[1] + cell.stage[3] <= cell.words[1] + 0.1
        assert cell.words[1] + cell.words[3] <= cell.ground[1] + cell.ground[3] + 0.1


@pytest.mark.parametrize(("size", "columns"), [(TALL, 2), (WIDE, 4), ((300, 300), 2)])
def test_four_quarters_are_about_as_wide_as_high_whatever_the_shape_of_the_picture(
    size: tuple[int, int], columns: int
) -> None:
    grounds = [cell.ground for cell in cells_of(4, size)]

    assert len({left for left, _, _, _ in grounds}) == columns
    assert all(0.5 < width / height < 2 for _, _, width, height in grounds)


@pytest.mark.parametrize("quarter", range(4))
def test_each_more_answer_changes_the_picture_up_to_the_best_state(quarter: int) -> None:
    def drawn(count: int) -> str:
        return draw_place(place(*(count if index == quarter else 1 for index in range(4))), TALL)

    assert all(drawn(fewer) != drawn(more) for fewer, more in pairwise(range(MOST + 1)))
    assert drawn(MOST) == drawn(MOST + 4)


def test_taking_an_answer_back_gives_the_picture_there_was() -> None:
    before = draw_place(place(1, 0, 2, 0, built=(TRACTOR,)), TALL)
    draw_place(place(1, 1, 2, 0, built=(TRACTOR, BUSH)), TALL)

    assert draw_place(place(1, 0, 2, 0, built=(TRACTOR,)), TALL) == before


def test_the_whole_mends_step_by_step_and_never_worsens_with_an_answer() -> None:
    states = [place(*(min(3, max(0, total - 3 * index)) for index in range(4))).state for total in range(13)]

    assert states == sorted(states)
    assert (states[0], states[-1]) == (0, MOST)
    assert set(states) == {0, 1, 2, 3}


def test_a_quarter_without_answers_shows_the_sign_of_the_crisis_and_the_others_do_not() -> None:
    def without(sign: str, *answers: int) -> bool:
        return draw_place(place(*answers, sign=sign), TALL) == draw_place(place(*answers), TALL)

    assert not without("scissors", 0, 1, 1, 1)
    assert without("scissors", 1, 1, 1, 1)


def test_sky_and_ground_without_answers_are_those_of_the_crisis() -> None:
    assert sky_of_place(place(0, 0, colour="#1F5C78"))[1] == "#1F5C78"
    assert sky_of_place(place(0, 0, scene=DROUGHT))[0] == "#F9DC8C"
    assert sky_of_place(place(3, 3, colour="#1F5C78")) == sky_of_place(place(3, 3, scene=DROUGHT))


def test_the_ground_only_cracks_where_the_crisis_is_dry() -> None:
    dry = draw_place(place(0, scene=("cracks 40 84 55 15",)), TALL)

    assert dry != draw_place(place(0), TALL)


def test_a_place_asleep_shows_nothing_of_the_crisis_nor_of_the_answers() -> None:
    at_night = draw_place(place(0, 0, at_night=True), TALL)

    assert draw_place(place(2, 1, sign="scissors", colour="#1F5C78", scene=DROUGHT, at_night=True), TALL) == at_night


def test_the_first_cards_are_seen_with_the_shape_of_their_posture_and_no_more_than_fit() -> None:
    def drawn(*built: Built) -> str:
        return draw_place(place(3, built=built), TALL)

    assert drawn(TRACTOR).count(SQUARE.colour) == drawn().count(SQUARE.colour) + 1
    assert drawn(TRACTOR, BUSH) != drawn(BUSH, TRACTOR)
    assert drawn(*(TRACTOR,) * HEROES) == drawn(*(TRACTOR,) * (HEROES + 2))


def test_tags_lie_over_all_that_cards_brought() -> None:
    built = (TRACTOR, Built("stall", RING), Built("bush flowers", RING))
    picture = draw_place(place(1, built=built), TALL)
    tags = list(re.finditer('<circle [^>]*fill="#FFFDF8"', picture))

    assert len(tags) == len(built)
    assert "<g" not in picture[tags[0].start() : tags[-1].end()]


@pytest.mark.parametrize("size", [TALL, WIDE, (60, 110), (20, 20)])
@pytest.mark.parametrize("count", [1, 4, 9])
def test_the_picture_is_well_formed_and_pygame_draws_it_from_edge_to_edge(count: int, size: tuple[int, int]) -> None:
    text = draw_place(place(*(index % 4 for index in range(count)), built=(TRACTOR, BUSH), scene=DROUGHT), size)

    ElementTree.fromstring(text)
    surface = pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)
    corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
    assert surface.get_size() == size
    assert [surface.get_at(corner).a for corner in corners] == [255] * 4
    assert not re.search("nan|inf|clip|mask|filter", text)


def test_the_fullest_place_has_no_more_elements_than_are_drawn_in_time() -> None:
    four, nine = (draw_place(place(*(3,) * count, built=(TRACTOR,) * 3), TALL).count("<") for count in (4, 9))

    assert four < 1500
    assert nine < 3200
