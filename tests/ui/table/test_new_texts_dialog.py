"""A box that is edited while it is played: the table is told when nothing goes on, and takes what it says yes to."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from boxes import tiny_box_files, write_box
from ui.keyboard import on_disk
from ui.walks import USUAL, Walk, Window

from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.system import paths
from enacting.ui.destinations import Menu
from enacting.ui.table.edited_box import LOOK_EVERY, EditedBox
from enacting.ui.table.new_texts_dialog import NewTextsDialog

NEW = "A text that somebody has just written."


def test_a_save_is_read_aside_and_a_broken_one_is_passed_over(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    edited = EditedBox(folder)

    def look(now: float) -> None:
        edited.look(now)
        if edited._looking is not None:
            edited._looking.join()

    def save_and_look(text: str, now: float) -> Boxes | None:
        (folder / "mechanism.yaml").write_text(text, encoding="utf-8")
        look(now)
        return edited.boxes

    look(0.0)

    text = tiny_box_files()["mechanism.yaml"]
    assert save_and_look(text.replace("Naples", "Palerme"), LOOK_EVERY / 2) is None
    read = save_and_look(text.replace("Naples", "Palermo"), LOOK_EVERY)
    assert read is not None
    assert read.box("fr").mechanisms[CardId("water-board")].place == "Palermo"
    assert save_and_look("- nothing", 2 * LOOK_EVERY) is read


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people about to draw a mechanism, in English."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "plan-placed", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    walk.app.message = None
    return walk


def edit(walk: Walk, *cards: CardId) -> None:
    """Somebody has written another text on those cards, and saved."""

    def written(box: Box) -> Box:
        texts = {card: replace(box.mechanisms[card], text=NEW) for card in cards}
        return replace(box, mechanisms={**box.mechanisms, **texts})

    boxes, edited = walk.table.session.boxes, walk.table.edited
    edited.boxes = replace(boxes, by_language={language: written(box) for language, box in boxes.by_language.items()})
    edited.is_news = True


def test_the_new_texts_are_told_shown_taken_and_kept(walk: Walk) -> None:
    card = walk.table.game.mechanism_pile[-1]
    before = walk.table.box.mechanisms[card].text
    edit(walk, card)

    walk.app.screen.tick(walk.app.clock())
    assert walk.app.message is not None
    assert walk.app.message.text == walk.app.words("new_texts.told")
    walk.app.go_to(Menu())
    walk.click("new-texts")
    dialog = walk.app.screen
    assert isinstance(dialog, NewTextsDialog)
    shown = [item.name for item in walk.app.items()]
    assert any(before in name for name in shown)
    assert any(NEW in name for name in shown)
    walk.click("take")

    assert walk.table.box.mechanisms[card].text == NEW
    assert on_disk(walk).box("fr").mechanisms[card].text == NEW
    assert not walk.table.offers_new_texts
    walk.table.undo()
    assert walk.table.box.mechanisms[card].text == before


def test_nobody_is_told_in_the_middle_of_a_turn_and_what_was_drawn_stays(walk: Walk) -> None:
    edit(walk, *walk.table.game.mechanism_pile)
    walk.click("draw")
    walk.app.message = None

    walk.app.screen.tick(walk.app.clock())
    walk.app.go_to(Menu())

    assert walk.app.message is None
    assert not walk.ids("new-texts")
    assert walk.table.game.turn is not None
    drawn = set(walk.table.game.turn.hand)
    assert drawn.isdisjoint(reprint.card for reprint in walk.table.new_texts.reprints)
