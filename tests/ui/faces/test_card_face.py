"""Every kind of card has its faces; nothing is left out of them without a sign."""

from dataclasses import replace

import pygame
import pytest
from ui.faces.cards import CARDS, CRISIS, LONG, MECHANISM, PERSONA, POSTURE, QUESTION, WITHOUT, look, said_by

from enacting.drawing.card_kinds import KINDS, kind_of
from enacting.engine.cards import (
    Art,
    Card,
    Confidence,
    ConsequenceId,
    FamilyId,
    QuestionCard,
)
from enacting.ui.faces import face_cache
from enacting.ui.faces.back import back
from enacting.ui.faces.card_text import art_names
from enacting.ui.faces.face_parts import corner_radius
from enacting.ui.faces.focus import focus_face, focus_height
from enacting.ui.faces.on_board import board_face, board_title, title_on_board
from enacting.ui.faces.reading_face import reading_face, reading_plan
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, Scale, palette

SIZE = (128, 150)
PANEL = (430, 570)
BLUE: Colour = (11, 149, 238)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapit"
"""As long as the title of a card that people write may be."""


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGBA")


def colour_at(surface: pygame.Surface, x: int, y: int) -> Colour:
    found = surface.get_at((x, y))
    return found.r, found.g, found.b


@pytest.mark.parametrize("card", CARDS, ids=kind_of)
def test_every_kind_of_card_has_a_face_on_the_board(card: Card) -> None:
    face = board_face(card, SIZE, look(card))

    assert face.get_size() == SIZE
    assert colour_at(face, 20, 4) != palette().card
    assert colour_at(face, 3, 100) == palette().card


@pytest.mark.parametrize("card", CARDS, ids=kind_of)
def test_faces_have_round_corners(card: Card) -> None:
    for face in (board_face(card, SIZE, look(card)), focus_face(card, 420, look(card))):
        assert face.get_at((0, 0)).a == 0
        assert face.get_at((face.width // 2, face.height // 2)).a == 255


@pytest.mark.parametrize("card", CARDS, ids=kind_of)
def test_a_face_in_focus_is_as_high_as_it_says(card: Card) -> None:
    for width in (420, 1000):
        assert focus_face(card, width, look(card)).get_size() == (width, focus_height(card, width, look(card)))


@pytest.mark.parametrize("card", CARDS, ids=kind_of)
@pytest.mark.parametrize("text_size", [0.8, 1.0, 1.5, 2.0])
def test_a_usual_card_fits_the_reading_panel_at_any_text_size(card: Card, text_size: float) -> None:
    reading = reading_face(card, PANEL, look(card, Scale(1.0, text_size)))

    assert reading.fits
    assert reading.surface.get_size() == PANEL


def test_a_card_with_a_word_too_long_for_any_type_is_read_with_the_word_cut() -> None:
    long = replace(MECHANISM, title=LONG_WORD)
    plan = reading_plan(long, (260, 570), look(long))

    assert plan.fits
    assert plan.splits_word
    assert not reading_plan(MECHANISM, (260, 570), look(MECHANISM)).splits_word


def test_a_card_that_says_too_much_for_the_panel_says_so() -> None:
    assert not reading_face(replace(MECHANISM, text=LONG * 6), PANEL, look(MECHANISM)).fits


def test_the_more_a_card_says_the_higher_it_is_in_focus() -> None:
    longer = replace(MECHANISM, limits=LONG)

    assert focus_height(longer, 420, look(longer)) > focus_height(MECHANISM, 420, look(MECHANISM))


def test_with_room_for_two_columns_a_card_is_less_high() -> None:
    assert focus_height(MECHANISM, 1000, look(MECHANISM)) < focus_height(MECHANISM, 420, look(MECHANISM))


@pytest.mark.parametrize("part", WITHOUT)
def test_every_part_of_a_mechanism_is_in_focus(part: str) -> None:
    shorter = WITHOUT[part]

    assert focus_height(shorter, 420, look(shorter)) < focus_height(MECHANISM, 420, look(MECHANISM))


@pytest.mark.parametrize("card", (POSTURE, MECHANISM, CRISIS, PERSONA), ids=kind_of)
@pytest.mark.parametrize("confidence", Confidence)
def test_how_sure_we_are_is_said_at_reading_size_and_in_focus(card: Card, confidence: Confidence) -> None:
    assert not isinstance(card, QuestionCard)
    claimed = replace(card, confidence=confidence)

    for face in (lambda seen: reading_face(claimed, PANEL, seen), lambda seen: focus_face(claimed, 420, seen)):
        assert f"card.confidence.{confidence}" in said_by(face, claimed)


def test_the_month_in_which_a_mechanism_was_checked_is_said_at_reading_size_and_in_focus() -> None:
    checked = replace(MECHANISM, checked="2026-11")

    for face in (lambda seen: reading_face(checked, PANEL, seen), lambda seen: focus_face(checked, 420, seen)):
        assert {"card.checked", "month.11"} <= set(said_by(face, checked))
    assert "card.checked" not in said_by(lambda seen: reading_face(MECHANISM, PANEL, seen), MECHANISM)


def test_the_risk_of_a_posture_is_said_at_reading_size_and_in_focus() -> None:
    risky = replace(POSTURE, risk="Quand tout le monde décide, qui répond\u202f?")

    for face in (lambda seen: reading_face(risky, PANEL, seen), lambda seen: focus_face(risky, 420, seen)):
        assert "card.risk" in said_by(face, risky)
    assert "card.risk" not in said_by(lambda seen: focus_face(POSTURE, 420, seen), POSTURE)


def test_a_question_claims_nothing() -> None:
    keys = said_by(lambda seen: reading_face(QUESTION, PANEL, seen), QUESTION)

    assert keys == ["kind.question"]


def test_a_question_shows_the_icon_of_the_activity_it_is_asked_in() -> None:
    elsewhere = replace(QUESTION, ask_in=("nowhere",))

    assert art_names(QUESTION, look(QUESTION)).icon == "books"
    assert art_names(elsewhere, look(elsewhere)).icon == "chat-circle-dots"


def test_a_question_may_have_a_picture_of_its_own() -> None:
    own = replace(QUESTION, art=Art(icon="door-open", scene=("sky dusk", "ground 66")))

    assert art_names(own, look(own)) == own.art
    assert look(own).scenery is not None


def test_each_consequence_of_a_crisis_says_whether_a_source_tells_it() -> None:
    attested = replace(CRISIS, documented=(ConsequenceId("social"),))

    assert "card.our_proposal" in said_by(lambda seen: focus_face(CRISIS, 420, seen), CRISIS)
    assert "card.attested" not in said_by(lambda seen: focus_face(CRISIS, 420, seen), CRISIS)
    assert "card.attested" in said_by(lambda seen: focus_face(attested, 420, seen), attested)


def test_where_the_remark_has_no_room_beside_its_heading_it_goes_below() -> None:
    def height(width: int) -> int:
        column = TextColumn(width, round)
        column.headed(pygame.Surface((24, 24)), "Environnementale", 20, pygame.Surface((18, 18)), "notre proposition")
        return column.height

    assert height(260) == height(420) + 21


def test_the_note_of_a_crisis_says_that_it_is_for_the_facilitator() -> None:
    noted = replace(CRISIS, note="Sujet sensible.")

    assert "card.note_facilitator" in said_by(lambda seen: focus_face(noted, 420, seen), noted)
    assert focus_height(noted, 420, look(noted)) > focus_height(CRISIS, 420, look(CRISIS))


def test_whoever_made_the_picture_of_a_card_is_named_in_focus() -> None:
    pictured = replace(MECHANISM, art=Art(image="art/pact.png", credit="Mina Rossi, CC BY 4.0"))

    assert "card.picture" in said_by(lambda seen: focus_face(pictured, 420, seen), pictured)


def test_a_placed_mechanism_takes_the_colour_of_its_posture() -> None:
    assert colour_at(board_face(MECHANISM, SIZE, look(MECHANISM, tint=BLUE)), 64, 20)[2] > 200
    assert colour_at(board_face(MECHANISM, SIZE, look(MECHANISM)), 64, 20)[2] < 140


def test_the_consequences_a_mechanism_answers_are_marked_at_its_foot() -> None:
    plain = board_face(MECHANISM, SIZE, look(MECHANISM))
    marked = board_face(MECHANISM, SIZE, look(MECHANISM, marks=("users-three", "bank")))

    changed = pygame.mask.from_threshold(marked, palette().ink, (60, 60, 60, 255), plain)
    assert pixels(plain.subsurface((0, 0, 128, 110))) == pixels(marked.subsurface((0, 0, 128, 110)))
    assert pixels(plain) != pixels(marked)
    assert changed.count() > 0


def test_a_long_title_on_the_board_stays_within_the_card_and_above_its_foot() -> None:
    title = "Reconnaissance juridique de l’usage civique et collectif des lieux"

    paragraph = board_title(title, 112, 60, 18, 12)

    assert len(paragraph.lines) <= 3
    assert paragraph.width <= 112
    assert paragraph.height <= 60
    assert paragraph.cut


def test_a_title_is_made_smaller_before_a_word_is_cut() -> None:
    paragraph = board_title("Intermédiaire", 112, 60, 36, 12)

    assert (paragraph.lines, paragraph.broken) == (("Intermédiaire",), False)
    assert paragraph.type.size < 36


def test_a_word_is_cut_before_a_title_is_too_small_for_its_card() -> None:
    paragraph = board_title(LONG_WORD, 300, 120, 30, 9)

    assert (paragraph.broken, paragraph.cut) == (True, False)
    assert paragraph.type.size == 30


def test_on_the_board_large_text_takes_from_the_art_what_makes_the_title_larger() -> None:
    long = replace(MECHANISM, title="Le patrimoine citoyen de la ville")
    usual, large = (title_on_board(long, SIZE, look(long, Scale(1.0, text))) for text in (1.0, 2.0))

    assert (usual.type.size, usual.cut) == (16, False)
    assert (large.type.size, large.cut) == (20, False)
    assert colour_at(board_face(long, SIZE, look(long, Scale(1.0, 2.0))), 10, 55) == palette().card


def test_the_text_setting_makes_the_card_in_focus_higher() -> None:
    assert focus_height(CRISIS, 420, look(CRISIS, Scale(1.0, 1.5))) > focus_height(CRISIS, 420, look(CRISIS))


def test_a_designers_picture_takes_the_place_of_the_art() -> None:
    picture = pygame.Surface((40, 90))
    picture.fill((10, 200, 30))

    face = board_face(MECHANISM, SIZE, replace(look(MECHANISM), picture=picture))

    assert colour_at(face, 64, 30) == (10, 200, 30)


def test_a_face_is_drawn_once_for_the_same_card_and_look() -> None:
    assert board_face(MECHANISM, SIZE, look(MECHANISM)) is board_face(MECHANISM, SIZE, look(MECHANISM))
    assert reading_face(MECHANISM, PANEL, look(MECHANISM)) is reading_face(MECHANISM, PANEL, look(MECHANISM))


def test_another_card_at_the_same_place_is_not_taken_for_it() -> None:
    other = replace(MECHANISM, title="Autre")

    assert pixels(board_face(MECHANISM, SIZE, look(MECHANISM))) != pixels(board_face(other, SIZE, look(other)))


def test_memory_of_faces_is_bounded() -> None:
    for width in range(400, 460):
        focus_face(MECHANISM, width * 3, look(MECHANISM, Scale(3.0)))

    assert face_cache.cached_faces.weight <= 128_000_000


def test_each_kind_has_a_back_of_its_own() -> None:
    assert len({pixels(back(kind, (96, 130))) for kind in KINDS}) == len(KINDS)


def test_a_mechanism_of_an_unknown_family_is_still_shown() -> None:
    stray = replace(MECHANISM, family=FamilyId("none"))

    assert look(stray).colour == theme.MECHANISM
    assert board_face(stray, SIZE, look(stray)).get_size() == SIZE


@pytest.mark.parametrize("size", [(20, 24), (68, 80), (512, 600)])
@pytest.mark.parametrize("card", CARDS, ids=kind_of)
def test_a_card_can_be_drawn_in_any_size(card: Card, size: tuple[int, int]) -> None:
    assert board_face(card, size, look(card, Scale(0.5))).get_size() == size
    assert corner_radius(size) < min(size) / 2


@pytest.mark.parametrize("ground", ["rays", "waves", "orbits", "cracks", "scales", "bubbles", "star", ""])
def test_every_ground_has_a_pattern(ground: str) -> None:
    face = board_face(MECHANISM, (256, 300), replace(look(MECHANISM), ground=ground))

    assert len({colour_at(face, x, y) for x in range(20, 60) for y in range(8, 100)}) > 1
