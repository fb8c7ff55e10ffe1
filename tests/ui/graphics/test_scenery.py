"""Scenes on the screen: drawn once for a size, within a share of memory, the large ones while the window goes on."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from tables import tiny_box

from enacting.engine.cards import Art, CardId
from enacting.language.words import words_in
from enacting.scenes.place import LivingPlace, Quarter
from enacting.scenes.quarters import QuarterKind
from enacting.scenes.setting import Setting
from enacting.ui.faces.face_look import FaceLook, look_of, scenery_of
from enacting.ui.faces.on_board import board_face
from enacting.ui.faces.place_look import PlaceScenery
from enacting.ui.graphics import scenery
from enacting.ui.graphics.scenery import (
    Scenery,
    begin_frame,
    collect,
    drawing_ahead,
    is_drawing_aside,
    scenery_surface,
    watching,
)
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import CALM, Item
from enacting.ui.items.panels import Panel
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.stage import OffscreenSurface

LINES = ("hills far 58 5", "house 32 64 40 lit", "crowd 60 95 40")
LARGE = (1400, 800)
CARD = replace(tiny_box().mechanisms[CardId("m1")], art=Art(icon="tree", scene=LINES))


def a_scene(number: int = 0) -> Scenery:
    """A scene that is drawn nowhere else."""
    return Scenery(LINES, Setting("#2F5B66", seed=500 + number))


@pytest.fixture(autouse=True)
def _nothing_drawn_before() -> Iterator[None]:
    scenery._cache.clear()
    begin_frame()
    yield
    scenery._cache.clear()


def wait_for_what_is_drawn_aside() -> None:
    """Wait until all of it has been taken in."""
    deadline = time.monotonic() + 60
    while is_drawing_aside():
        assert time.monotonic() < deadline
        collect()
        time.sleep(0.002)


def colours_of(surface: pygame.Surface) -> int:
    """How many colours a surface has, on a coarse grid."""
    width, height = surface.get_size()
    return len({tuple(surface.get_at((x, y))) for x in range(0, width, 7) for y in range(0, height, 7)})


def test_a_scene_is_drawn_once_for_a_size() -> None:
    scene = a_scene()

    assert scenery_surface(scene, (132, 90)) is scenery_surface(a_scene(), (132, 90))
    assert scenery_surface(scene, (132, 90)) is not scenery_surface(scene, (140, 90))
    assert scenery_surface(scene, (140, 90)).get_size() == (140, 90)


def test_scenes_take_no_more_than_their_share_of_memory() -> None:
    for number in range(30):
        scenery_surface(a_scene(number), (700, 600))

    assert 30_000_000 < scenery._cache.weight <= 40_000_000


def test_outside_of_the_loop_a_large_scene_is_drawn_at_once() -> None:
    with watching() as watch:
        drawn = scenery_surface(a_scene(), LARGE)

    assert not watch.missing
    assert colours_of(drawn) > 20


def test_a_large_scene_is_its_sky_until_it_is_ready() -> None:
    with drawing_ahead():
        with watching() as watch:
            before = scenery_surface(a_scene(), LARGE)
        wait_for_what_is_drawn_aside()
        with watching() as later:
            after = scenery_surface(a_scene(), LARGE)

    assert (len(watch.missing), len(later.missing)) == (1, 0)
    assert watch.can_go_on
    assert before.get_size() == after.get_size() == LARGE
    assert colours_of(before) <= 5 < 20 < colours_of(after)
    assert before.get_at((700, 20)) == after.get_at((700, 20))


def test_while_a_place_is_drawn_aside_the_one_before_it_is_shown() -> None:
    def a_place(answers: int) -> PlaceScenery:
        return PlaceScenery(LivingPlace((Quarter(QuarterKind.NATURE, answers),), colour="#1F5C78"))

    before = scenery_surface(a_place(0), LARGE)
    with drawing_ahead():
        meanwhile = scenery_surface(a_place(1), LARGE)
        other = scenery_surface(PlaceScenery(LivingPlace((), colour="#A32A2A")), LARGE)
        wait_for_what_is_drawn_aside()
        after = scenery_surface(a_place(1), LARGE)

    assert meanwhile is before
    assert other is not before
    assert pygame.image.tobytes(after, "RGBA") != pygame.image.tobytes(before, "RGBA")


def test_what_is_drawn_aside_is_what_would_be_drawn_at_once() -> None:
    at_once = pygame.image.tobytes(scenery_surface(a_scene(), LARGE), "RGBA")
    scenery._cache.clear()

    with drawing_ahead():
        scenery_surface(a_scene(), LARGE)
        wait_for_what_is_drawn_aside()
        aside = pygame.image.tobytes(scenery_surface(a_scene(), LARGE), "RGBA")

    assert aside == at_once


def test_a_frame_draws_small_scenes_only_as_long_as_it_has_time_for() -> None:
    with drawing_ahead(), watching() as watch:
        scenery_surface(a_scene(1), (132, 90))
        first = set(scenery._workshop.missing)
        scenery._workshop.spent = scenery.FRAME_SHARE
        scenery_surface(a_scene(2), (132, 90))
        begin_frame()
        scenery_surface(a_scene(3), (132, 90))
        wait_for_what_is_drawn_aside()

    assert first == set()
    assert watch.missing == {(a_scene(2), (132, 90))}
    assert len(scenery._cache) == 3


def test_a_small_scene_is_on_its_face_at_once_however_little_time_is_left() -> None:
    look = FaceLook(scale=Scale(), say=words_in("en"), scenery=a_scene())

    with drawing_ahead(), watching() as watch:
        scenery._workshop.spent = scenery.FRAME_SHARE
        face = board_face(CARD, (140, 178), look)

    assert watch.missing == frozenset()
    assert board_face(CARD, (140, 178), look) is face


def test_a_face_is_made_again_once_its_scene_is_ready_and_not_before() -> None:
    look, size = FaceLook(scale=Scale(), say=words_in("en"), scenery=a_scene()), (900, 1200)

    with drawing_ahead():
        before = board_face(CARD, size, look)
        same = board_face(CARD, size, look)
        wait_for_what_is_drawn_aside()
        after = board_face(CARD, size, look)
        again = board_face(CARD, size, look)

    assert colours_of(before) < colours_of(after)
    assert same is before
    assert again is after


def test_what_goes_wrong_aside_is_raised_where_it_is_taken_in() -> None:
    wrong = Scenery(("house 50 80",), Setting("#2F5B66"))

    with drawing_ahead():
        scenery._ask((wrong, LARGE))
        with pytest.raises(AssertionError):
            wait_for_what_is_drawn_aside()
        scenery_surface(a_scene(), LARGE)
        wait_for_what_is_drawn_aside()

    assert len(scenery._cache) == 1


class _Face:
    """What is painted of one scene."""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: object) -> None:
        """Paint the scene."""
        surface.blit(scenery_surface(a_scene(), rect.size), rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def test_a_window_paints_again_what_has_become_ready_and_nothing_else() -> None:
    canvas = Canvas(OffscreenSurface((1600, 900)))
    rect = pygame.Rect(0, 0, *LARGE)
    item = Item(id="face", rect=rect, look=_Face())

    with drawing_ahead():
        painted = [canvas.paint([(item, rect, CALM)]), canvas.paint([(item, rect, CALM)])]
        before = colours_of(canvas.stage.surface())
        wait_for_what_is_drawn_aside()
        painted += [canvas.paint([(item, rect, CALM)]), canvas.paint([(item, rect, CALM)])]

    assert painted == [True, False, True, False]
    assert before < colours_of(canvas.stage.surface())


def test_a_window_paints_all_of_what_was_ready_when_a_part_of_it_was_painted() -> None:
    canvas, rect = Canvas(OffscreenSurface((1600, 900))), pygame.Rect(0, 0, *LARGE)
    face = (Item(id="face", rect=rect, look=_Face()), rect, CALM)
    corner = pygame.Rect(0, 0, 90, 90)
    over = (Item(id="over", rect=corner, look=Panel(fill=(1, 2, 3))), corner, CALM)

    with drawing_ahead():
        canvas.paint([face, over])
        job = next(iter(scenery._workshop.asked))
        scenery._cache.get(job, lambda: scenery._drawn(job))  # As when a frame has time left to draw it at once.
        canvas.paint([face])
        wait_for_what_is_drawn_aside()
        canvas.paint([face])
        painted = pygame.image.tobytes(canvas.stage.surface(), "RGB")
        canvas.invalidate()
        canvas.paint([face])

    assert painted == pygame.image.tobytes(canvas.stage.surface(), "RGB")


# The scenery of a card


def test_a_card_without_a_scene_has_its_icon() -> None:
    box = tiny_box()

    assert scenery_of(box.mechanisms[CardId("m1")], box) is None
    assert look_of(box.mechanisms[CardId("m1")], box, Scale(), words_in("en")).scenery is None


def test_the_scene_of_a_mechanism_is_in_the_colour_of_its_family_wherever_it_lies() -> None:
    box = tiny_box()
    family = next(family for family in box.description.mechanism_families if family.id == CARD.family)

    placed = look_of(CARD, box, Scale(), words_in("en"), tint=(255, 0, 0)).scenery

    assert placed is not None
    assert placed == scenery_of(CARD, box)
    assert placed.setting.colour == family.colour


def test_a_card_may_say_the_colour_of_its_scene() -> None:
    box = tiny_box()
    crisis = next(iter(box.crises.values()))

    usual = scenery_of(replace(crisis, art=Art(icon="fire", scene=LINES)), box)
    own = scenery_of(replace(crisis, art=Art(icon="fire", scene=LINES, colour="#1F5C78")), box)

    assert usual is not None
    assert own is not None
    assert (usual.setting.colour, own.setting.colour) == ("#A32A2A", "#1F5C78")
    assert usual.setting.seed == own.setting.seed


def test_a_posture_is_in_tones_and_a_persona_before_rays() -> None:
    box = tiny_box()
    posture, persona = next(iter(box.postures.values())), next(iter(box.personas.values()))

    ground = scenery_of(replace(posture, art=Art(icon="hand", scene=LINES)), box)
    face = scenery_of(replace(persona, art=Art(icon="user", scene=LINES)), box)

    assert ground is not None
    assert face is not None
    assert (ground.setting.colour, ground.setting.tones) == (posture.colour, True)
    assert (face.setting.pattern, face.setting.tones) == ("rays", False)


def test_a_designers_own_picture_goes_before_the_scene() -> None:
    picture = pygame.Surface((40, 40))
    picture.fill((255, 0, 255))
    look = FaceLook(scale=Scale(), say=words_in("en"), scenery=a_scene(), picture=picture)

    face = board_face(CARD, (140, 178), look)

    assert tuple(face.get_at((70, 40))) == (255, 0, 255, 255)
