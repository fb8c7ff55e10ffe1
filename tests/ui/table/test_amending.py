"""What people agree on in words is read where they decide on it, and writing it never acts on the table."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.keyboard import press, write
from ui.walks import LINE, USUAL, Walk, Window, longest

from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH, Opinion, PlayerId, Proposal
from enacting.engine.moves import EndPart, EverybodyAgrees, GiveOpinion
from enacting.system import paths
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.keys import GO
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.table.room_moment import moment
from enacting.ui.table.room_view import moment_picture
from enacting.ui.wall.deciding import Committing, Opinions
from enacting.ui.wall.pictures import lay_out_picture

AGREED = "on condition that tenants stay"


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people who decide on their first proposal."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}", "place", f"seat-{walk.table.box.board.seats[0].id}", "propose")
    return walk


def proposal(walk: Walk) -> Proposal:
    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    return turn.proposal


def amend(walk: Walk, words: str = AGREED) -> None:
    walk.click("amend")
    walk.fill("amend-words", words, multiline=True)
    walk.click("propose")


def names(walk: Walk) -> list[str]:
    return [item.name for item in walk.app.items()]


# What was agreed on is read


def test_what_was_agreed_on_is_read_on_the_laptop_in_the_room_and_on_the_wall(walk: Walk) -> None:
    amend(walk)

    said = f"Agreed: “{AGREED}”"
    picture = moment_picture(walk.table, Scale())
    assert isinstance(picture, Opinions)
    layout = Layout(USUAL, Scale.for_window(USUAL), walk.app.words)
    lay_out_picture(layout, picture)
    assert said in names(walk)
    assert said in [item.name for item in layout.items]
    assert any(said in block.text for block in moment(walk.table, Scale()).blocks)


def test_why_people_object_stays_in_sight_while_the_proposal_is_amended_on_the_laptop_and_on_the_wall(
    walk: Walk,
) -> None:
    reason = "The fishers were not asked"
    walk.table.play(GiveOpinion(by=PlayerId("p2"), player=PlayerId("p2"), opinion=Opinion.OBJECT, words=reason))
    walk.click("amend")

    said = f"{walk.table.name_of(PlayerId('p2'))}: Objection, “{reason}”"
    picture = moment_picture(walk.table, Scale())
    assert isinstance(picture, Committing)
    layout = Layout(USUAL, Scale.for_window(USUAL), walk.app.words)
    lay_out_picture(layout, picture)
    assert said in names(walk)
    assert said in [item.name for item in layout.items]


def test_what_was_agreed_on_at_each_amendment_stays(walk: Walk) -> None:
    amend(walk)
    amend(walk, "the town pays")

    assert f"Agreed: “{AGREED}” and “the town pays”" in names(walk)


def test_a_proposal_that_was_not_amended_in_words_says_nothing_of_it(walk: Walk) -> None:
    assert "decision-agreed" not in [item.id for item in walk.app.items()]


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
def test_what_was_agreed_on_is_whole_however_long(walk: Walk, size: tuple[int, int], text_size: float) -> None:
    amend(walk, longest(LINE, SENTENCE_LENGTH))
    walk.app.stage = walk.stages[size]
    walk.app.apply_settings(replace(walk.app.settings, text_size=text_size))

    agreed, *_ = [item for item in walk.app.items() if item.id == "decision-agreed"]

    assert isinstance(agreed.look, Label)
    assert agreed.look.fits(agreed.rect)


def test_what_was_agreed_on_is_read_in_what_was_said(walk: Walk) -> None:
    amend(walk)
    walk.table.play(EverybodyAgrees(by=FACILITATOR))
    while walk.table.doing is not None and "said-title" not in [item.id for item in walk.app.items()]:
        walk.table.play(EndPart(by=FACILITATOR))

    assert f"“{AGREED}”" in names(walk)
    assert any(name.endswith(" · What you agreed on") for name in names(walk))


# Amending by keyboard


def test_amending_begins_in_the_words_and_ctrl_enter_asks_again(walk: Walk) -> None:
    walk.click("amend")

    assert walk.app.focus == "amend-words"
    assert walk.item("propose").keys == GO
    write(walk, AGREED)
    press(walk, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert proposal(walk).agreed == (AGREED,)


def test_undoing_while_amending_closes_the_amendment(walk: Walk) -> None:
    walk.table.play(GiveOpinion(by=PlayerId("p2"), player=PlayerId("p2"), opinion=Opinion.OBJECT))
    walk.click("amend")

    walk.table.undo()

    assert walk.table.placing is None
    assert "amend-words" not in [item.id for item in walk.app.items()]
    assert "mat-object" in [item.id for item in walk.app.items()]


# Why somebody objects


def test_an_objection_is_typed_at_once_and_its_letters_act_on_nothing(walk: Walk) -> None:
    press(walk, pygame.K_2, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_RETURN)
    press(walk, pygame.K_q, pygame.K_r, pygame.K_SPACE)
    write(walk, "Who pays?")
    press(walk, pygame.K_RETURN)

    assert proposal(walk).opinions == {"p2": Opinion.OBJECT}
    assert proposal(walk).reasons == {"p2": "Who pays?"}
    assert walk.at_table


def test_an_objection_without_words_is_kept_and_one_given_up_is_not(walk: Walk) -> None:
    press(walk, pygame.K_2, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_RETURN, pygame.K_ESCAPE)
    assert proposal(walk).opinions == {}

    press(walk, pygame.K_2, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_RETURN, pygame.K_RETURN)

    assert proposal(walk).opinions == {"p2": Opinion.OBJECT}
    assert walk.at_table
