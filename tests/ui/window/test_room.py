"""The room: what it sees is large enough, never secret, and what the facilitator has chosen."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.hand_overs import Pair, at_the_curtain, give_marks
from ui.keyboard import press
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind, Box
from enacting.engine.cards import Card
from enacting.engine.game import Opinion
from enacting.engine.moves import GiveOpinion
from enacting.language.words import words_in
from enacting.system import paths
from enacting.ui.faces.large_view import Block, LargeView, lay_out_large_view
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import Item, text_model
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.panels import Panel
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.room_moment import card_view, moment
from enacting.ui.window.room_window import Showing
from enacting.ui.window.stage import OffscreenSurface

HIGH = 1080
SCALE = Scale.for_window((1920, HIGH))
MIN_TYPE, MIN_TIME = 54, 162
"""A letter of 54 pixels at 1080 can be read five metres from an image a metre and a half wide."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def at_a_card(language: str = "fr") -> Walk:
    """Four people; the first discusses a mechanism."""
    walk = Walk(language, [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    assert setup.choices.plan is not None
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity", "draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    walk.app.message = None
    return walk


def settled(walk: Walk) -> None:
    """Paint until nothing changes."""
    walk.app.changed()
    walk.loop.draw()
    walk.loop.draw()


def shown(walk: Walk) -> list[Item]:
    assert walk.app.room is not None
    return walk.app.room.items


def picture(walk: Walk) -> bytes:
    assert walk.app.room is not None
    return pygame.image.tobytes(walk.app.room.stage.surface(), "RGB")


# Large


def faults(layout: Layout) -> list[str]:
    """What is too small, too pale, too long for its place, or outside the window."""
    found = []
    for index, item in enumerate(layout.items):
        if not layout.rect.contains(item.rect):
            found.append(f"{item.id} leaves the window")
        if not isinstance(item.look, Label):
            continue
        if item.look.type.size < (MIN_TIME if item.id == "large-time" else MIN_TYPE):
            found.append(f"{item.id} is written in {item.look.type.size}")
        if not item.look.fits(item.rect):
            found.append(f"{item.id} does not fit")
        grounds = [
            below.look.fill
            for below in layout.items[:index]
            if isinstance(below.look, Panel) and below.look.fill and below.rect.collidepoint(item.rect.center)
        ]
        if theme.contrast(item.look.colour, grounds[-1]) < 7:
            found.append(f"{item.id} is pale")
    return found


def layout() -> Layout:
    return Layout((1920, HIGH), SCALE, words_in("fr"))


def every_card(box: Box) -> list[Card]:
    decks = (box.postures, box.mechanisms, box.crises, box.personas, box.questions)
    return [card for deck in decks for card in deck.values()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_card_can_be_read_from_the_back_of_the_room(language: str) -> None:
    walk = at_a_card(language)

    found = []
    for card in every_card(walk.table.box):
        pages = lay_out_large_view(layout(), card_view(walk.table, card, SCALE))
        for page in range(pages):
            paper = layout()
            lay_out_large_view(paper, card_view(walk.table, card, SCALE), page)
            found += [f"{card.id}, page {page + 1}: {fault}" for fault in faults(paper)]

    assert found == []


def test_no_word_of_a_card_is_left_out_of_its_pages() -> None:
    walk = at_a_card()

    for card in walk.table.box.crises.values():
        thing = card_view(walk.table, card, SCALE)
        papers = []
        for page in range(lay_out_large_view(layout(), thing)):
            papers.append(layout())
            lay_out_large_view(papers[-1], thing, page)
        told = " ".join(item.name for paper in papers for item in paper.items if item.id[6:].isdigit())
        assert told.split() == " ".join(block.text for block in thing.blocks).split()


def test_a_text_grows_as_long_as_all_of_it_fits_on_one_page() -> None:
    sizes = []
    for words in ("Racontez.", "Racontez la partie, du début à la fin. " * 10, "Racontez la partie. " * 60):
        paper = layout()
        lay_out_large_view(paper, LargeView(title="Bilan", blocks=(Block(words.strip()),)))
        sizes.append(
            next(
                look.type.size for item in paper.items if isinstance(look := item.look, Label) and item.id == "large-0"
            )
        )

    assert sizes[0] == HIGH // 10
    assert HIGH // 10 > sizes[1] > HIGH // 20
    assert sizes[2] == HIGH // 20


def test_the_time_stays_large_past_its_end() -> None:
    paper = layout()

    lay_out_large_view(
        paper, LargeView(title="Bilan", blocks=(Block("Racontez."),), time="+12:05", spoken_time="+12:05", name="Zoé")
    )

    assert faults(paper) == []


def test_while_a_card_is_drawn_the_room_reads_the_crisis_its_question_and_what_is_on_the_board() -> None:
    walk = at_a_card()
    table = walk.table
    crisis = table.box.crises[table.game.crisis]
    walk.click("place", f"seat-{table.box.board.seats[0].id}", "propose", "adopt")

    shown_now = moment(table, SCALE)

    assert shown_now.title == crisis.title
    said = [block.text for block in shown_now.blocks]
    assert said[1] == crisis.question
    assert table.box.mechanisms[table.game.proposals[0].card].title in said[2]


def test_room_mode_follows_the_table_and_leads_back() -> None:
    walk = at_a_card()
    assert walk.table.game.turn is not None
    card = walk.table.box.mechanisms[walk.table.game.turn.hand[0]]

    walk.click("large")
    walk.show("room mode")
    title = next(item for item in walk.app.items() if item.id == "wall-title")
    walk.click("room-back")

    assert title.name == card.title
    assert walk.at_table


# What the room sees


def test_the_room_sees_the_board_the_card_and_the_time_and_no_button() -> None:
    walk = at_a_card()
    walk.app.open_room()

    walk.click("room-table")
    settled(walk)

    names = {item.id for item in shown(walk)}
    assert "timer" in names
    assert {f"seat-{seat.id}" for seat in walk.table.box.board.seats} <= names
    assert any(item.id.startswith("side-") for item in shown(walk))
    assert [item.id for item in shown(walk) if item.live or item.keys] == []
    assert not names & {"menu", "notes", "undo", "place"}


def test_no_dialog_note_or_message_reaches_the_room() -> None:
    walk = at_a_card()
    walk.app.open_room()
    settled(walk)
    before = picture(walk)

    walk.click("notes")
    walk.app.field("note-text").paste("Entre nous : personne n’y croit.")
    walk.app.show_message("Le disque est plein.", alarm=True)
    settled(walk)

    assert picture(walk) == before


def test_black_is_black_and_frozen_stays_until_it_thaws() -> None:
    walk = at_a_card()
    walk.app.open_room()
    settled(walk)
    before = picture(walk)

    walk.click("room-freeze", "place")
    walk.app.put_down()
    walk.click("pass")
    settled(walk)
    frozen = picture(walk)
    walk.click("room-freeze")
    settled(walk)
    thawed = picture(walk)
    walk.click("room-black")
    settled(walk)

    assert frozen == before
    assert thawed != before
    assert set(picture(walk)) == {0}
    assert text_model(shown(walk)) == []


def test_the_room_follows_by_itself_what_is_discussed_answered_and_asked() -> None:
    walk = at_a_card()
    walk.app.open_room()
    turn, words = walk.table.game.turn, walk.app.words
    assert turn is not None
    card = walk.table.box.mechanisms[turn.hand[0]]

    def says() -> set[str]:
        settled(walk)
        return {item.name for item in shown(walk)}

    assert {card.title, card.question} <= says()
    walk.click("prompt")
    assert walk.table.box.questions[walk.table.prompts()[0]].text in says()
    walk.click("close", "place", f"seat-{walk.table.box.board.seats[0].id}")
    asked = {walk.table.game.present[1].name, words("propose.allies", count=3)}
    assert asked <= says()
    walk.click("propose")
    assert words("decision.consent_question") in says()
    objector, why = walk.table.game.present[1], "Qui paiera ?"
    walk.table.play(GiveOpinion(by=objector.id, player=objector.id, opinion=Opinion.OBJECT, words=why))
    asked = {words("decision.acceptable", names=objector.name), words("wall.says", text=why)}
    assert asked <= says()
    walk.table.play(GiveOpinion(by=objector.id, player=objector.id, opinion=Opinion.AGREE))
    walk.click("adopt")
    assert words("wall.adopted") in says()


def test_what_ends_the_projection_lies_far_from_the_next_action() -> None:
    walk = at_a_card()
    next_action = walk.item("place").rect
    walk.app.open_room()
    settled(walk)

    close = walk.item("room-close").rect

    assert close.right < next_action.left
    assert all(walk.item(item).rect.left >= close.left for item in walk.ids("room-") if item != "room-picture")


@pytest.mark.parametrize("showing", [Showing.TABLE, Showing.LARGE])
def test_what_is_not_there_is_not_claimed(showing: Showing) -> None:
    walk = at_the_curtain()
    walk.app.open_room()
    assert walk.app.room is not None

    walk.app.room.show(showing)
    settled(walk)

    assert walk.app.room.shown is Showing.FOLLOW


def test_this_card_is_shown_large() -> None:
    walk = at_a_card()
    walk.app.open_room()
    turn = walk.table.game.turn
    assert turn is not None

    walk.click("room-card")
    settled(walk)

    title = next(item for item in shown(walk) if item.id == "large-title")
    assert title.name == walk.table.box.mechanisms[turn.hand[0]].title


def test_a_card_being_read_can_be_shown_to_the_room() -> None:
    walk = at_a_card()
    walk.app.open_room()

    walk.table.read(walk.table.game.crisis)
    walk.click("show-card")
    settled(walk)

    title = next(item for item in shown(walk) if item.id == "title")
    assert title.name == walk.table.box.crises[walk.table.game.crisis].title
    assert walk.at_table


def test_a_second_display_is_told_when_a_session_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    two = (pygame.Rect(0, 0, 1920, 1080), pygame.Rect(1920, 0, 1920, 1080))
    monkeypatch.setattr(OffscreenSurface, "displays", lambda stage: two)
    walk = Walk("en", [Window(*USUAL, 1.0)])

    walk.click("new", "start")

    assert walk.app.message is not None
    assert "F8" in walk.app.message.text


def test_the_thumbnail_is_the_picture_of_the_room() -> None:
    walk = at_a_card()
    walk.app.open_room()
    settled(walk)

    item = next(item for item in walk.app.items() if item.id == "room-picture")

    assert walk.app.room is not None
    assert item.look.surface is walk.app.room.stage.surface()  # type: ignore[attr-defined]
    assert item.look.version == walk.app.room.version  # type: ignore[attr-defined]


def test_closing_the_window_of_the_room_leaves_the_game_open() -> None:
    walk = at_a_card()
    walk.app.open_room()
    assert walk.app.room is not None
    walk.app.room.stage.owns = lambda event: True  # type: ignore[method-assign]

    walk.loop.handle(pygame.event.Event(pygame.WINDOWCLOSE))

    assert walk.app.room is None
    assert walk.app.running


# Secrets


def test_f8_says_where_it_opens_the_room_while_answers_are_secret() -> None:
    walk = at_the_curtain()

    press(walk, pygame.K_F8)

    assert walk.app.room is None
    assert walk.app.message is not None
    assert walk.app.message.text == walk.app.words("room.elsewhere")


def test_marks_being_given_change_nothing_in_the_room() -> None:
    walk = at_the_curtain()
    walk.app.open_room()
    settled(walk)
    before, words = picture(walk), text_model(shown(walk))

    walk.click("its-me")
    give_marks(walk, 5, 4, 1)
    settled(walk)

    assert picture(walk) == before
    assert text_model(shown(walk)) == words


def test_averages_are_shown_to_the_room_only_once_the_table_talks_about_them() -> None:
    walk = at_the_curtain()
    walk.app.open_room()
    assert walk.app.room is not None
    walk.app.room.show(Showing.RATINGS)
    for _ in walk.table.game.present:
        walk.click("its-me")
        give_marks(walk, 5, 4, 1, 2)
    settled(walk)

    assert walk.app.room.shown is Showing.FOLLOW
    assert not any(item.id.startswith("average-") for item in shown(walk))
    assert "room-ratings" not in walk.ids("room-")


@pytest.mark.parametrize("showing", [Showing.FOLLOW, Showing.TABLE, Showing.LARGE, Showing.RATINGS])
def test_no_hand_over_tells_the_room_a_mark(showing: Showing, clock: HandClock) -> None:
    pair = Pair(11, clock)
    for walk in pair.walks:
        walk.app.open_room()
        assert walk.app.room is not None
        walk.app.room.show(showing)

    looked = 0
    while pair.lifted < 6:
        pair.hand_over()
        one, other = pair.walks
        if one.table.doing is not None and one.table.doing.kind is ActivityKind.RATE:
            looked += 1
            assert picture(one) == picture(other)
            assert text_model(shown(one)) == text_model(shown(other))

    assert looked > 2
