"""The printed face holds all of the card, at sizes of type that can be read on paper."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pygame
import pytest
from ui.faces.cards import CARDS, CRISIS, LONG, MECHANISM, PERSONA, QUESTION, WITHOUT, look, said_by

from enacting.engine.cards import Card
from enacting.scenes.setting import Setting
from enacting.ui.faces.face_look import KINDS, kind_of
from enacting.ui.faces.printing import (
    BORDER_MM,
    DOTS_PER_INCH,
    WIDTH_MM,
    pixels,
    print_back,
    print_face,
    print_plan,
    smallest_print_plan,
)
from enacting.ui.graphics.scenery import Scenery


def white_border(surface: pygame.Surface) -> bool:
    """Whether two millimetres around the card are white."""
    width, height = surface.get_size()
    border = pixels(2)
    strips = [(0, 0, width, border), (0, height - border, width, border), (0, 0, border, height)]
    return all(pygame.transform.average_color(surface, strip)[:3] == (255, 255, 255) for strip in strips)


@pytest.mark.parametrize("card", CARDS, ids=kind_of)
def test_a_printed_card_is_100_by_140_millimetres_at_300_dots_per_inch_within_a_white_border(card: Card) -> None:
    face = print_face(card, look(card))

    assert face.fits
    assert face.surface.get_size() == (1181, 1654)
    assert white_border(face.surface)
    assert pygame.transform.average_color(face.surface, (300, 60, 400, 100))[:3] != (255, 255, 255)


def test_the_back_of_a_kind_is_as_large_as_its_faces() -> None:
    backs = [print_back(kind) for kind in KINDS]

    assert {back.get_size() for back in backs} == {(1181, 1654)}
    assert all(white_border(back) for back in backs)
    assert len({pygame.image.tobytes(back, "RGB") for back in backs}) == len(KINDS)


@pytest.mark.parametrize("part", WITHOUT)
def test_every_part_of_a_mechanism_is_printed(part: str) -> None:
    def height(card: Card) -> int:
        plan = smallest_print_plan(card, look(card))
        return plan.body.height + plan.origin.height

    assert height(WITHOUT[part]) < height(MECHANISM)


def test_a_crisis_is_printed_with_what_is_attested_and_the_note_for_the_facilitator() -> None:
    noted = replace(CRISIS, note="Sujet sensible.")

    keys = said_by(lambda seen: print_plan(noted, seen), noted)

    assert {"card.our_proposal", "card.note_facilitator", "card.confidence.proposal"} <= set(keys)


def test_what_a_card_says_less_of_it_says_larger() -> None:
    sizes = [print_plan(card, look(card)).points for card in (QUESTION, PERSONA, MECHANISM)]

    assert sizes == [14.0, 12.5, 9.5]


def test_a_card_that_says_much_is_printed_in_smaller_type_down_to_the_floor() -> None:
    longer = replace(MECHANISM, limits=LONG * 3, strengths=LONG)
    longest = replace(MECHANISM, limits=LONG * 7, strengths=LONG * 3)

    assert 7.5 <= print_plan(longer, look(longer)).points < 9.5
    assert print_plan(longer, look(longer)).fits
    assert print_plan(longest, look(longest)).points == 7.5
    assert not print_plan(longest, look(longest)).fits
    assert not print_face(longest, look(longest)).fits


def test_the_picture_gives_way_before_the_type_is_smaller_than_wished() -> None:
    longer = replace(MECHANISM, limits=LONG, strengths=LONG)

    plan, usual = print_plan(longer, look(longer)), print_plan(MECHANISM, look(MECHANISM))

    assert plan.points == 9.5
    assert plan.art < usual.art


def test_nothing_on_paper_is_smaller_than_six_points_and_a_half() -> None:
    column = smallest_print_plan(MECHANISM, look(MECHANISM)).body

    assert column.size(20) == round(7.5 * 300 / 72)
    assert column.size(16) == round(6.5 * 300 / 72)


def test_a_word_wider_than_the_card_does_not_fit() -> None:
    card = replace(MECHANISM, who="Anticonstitutionnellement" * 5)

    plan = smallest_print_plan(card, look(card))

    assert (plan.overflow, plan.fits) == (0, False)


# Scenes


SCENE = Scenery(("sky clear", "house 50 80 60 lit"), Setting("#2F5B66"))


def test_a_printed_card_leaves_its_scene_to_the_picture_that_lies_below() -> None:
    face = print_face(MECHANISM, replace(look(MECHANISM), scenery=SCENE))

    assert face.scene is not None
    border, width = pixels(BORDER_MM), pixels(WIDTH_MM - 2 * BORDER_MM)
    height = round(face.scene.height_mm / 25.4 * DOTS_PER_INCH)
    ET.fromstring(face.scene.svg)
    assert f'viewBox="0 0 {width} {height}"' in face.scene.svg
    assert face.surface.get_at((border + width // 2, border + height // 2)).a == 0
    assert face.surface.get_at((border + width // 2, border + 2)).a == 0
    opaque = [(border, border), (border + 12, border + 40), (border + width // 2, border + height + 2), (5, 5)]
    assert [face.surface.get_at(place).a for place in opaque] == [255] * 4


def test_a_printed_card_without_a_scene_is_opaque_all_over() -> None:
    picture = pygame.Surface((40, 40))
    own = replace(look(MECHANISM), scenery=SCENE, picture=picture)

    for seen in (look(MECHANISM), own):
        face = print_face(MECHANISM, seen)

        assert face.scene is None
        assert face.surface.get_at((590, 200)).a == 255
