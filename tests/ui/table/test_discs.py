"""The discs of who proposed a card and who commits, on its lower edge."""

from pathlib import Path

import pygame
import pytest
from ui.walks import Walk

from enacting.engine.game import PlayerId
from enacting.engine.moves import EndPart
from enacting.system import paths
from enacting.ui.items.item import Item
from enacting.ui.items.marks import Disc


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A session of four people, at their first mechanism."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new", "start")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by="facilitator"))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    return walk


def adopted(walk: Walk, *allies: str) -> str:
    """The card of a proposal that was adopted with these allies."""
    walk.click("place", f"seat-{walk.table.box.board.seats[0].id}")
    walk.click(walk.ids("answer-")[0], *(f"ally-{ally}" for ally in allies), "propose", "adopt")
    return walk.table.game.proposals[-1].card


def discs_of(walk: Walk, card: str) -> list[Item]:
    return [item for item in walk.app.items() if isinstance(item.look, Disc) and card in item.id]


def test_an_adopted_card_bears_the_disc_of_who_proposed_it_larger_than_those_who_commit(walk: Walk) -> None:
    proposer = walk.table.game.present[0].id

    card = adopted(walk, "p2", "p4")

    discs = {item.id.removeprefix(f"disc-{card}-"): item for item in discs_of(walk, card)}
    assert set(discs) == {proposer, "p2", "p4"}
    assert discs[proposer].rect.width > discs["p2"].rect.width == discs["p4"].rect.width
    look = discs["p4"].look
    assert isinstance(look, Disc)
    assert (look.letter, look.colour) == (walk.table.initial(PlayerId("p4")), walk.table.colour_of(PlayerId("p4")))


def test_a_card_says_who_proposed_it_and_who_commits(walk: Walk) -> None:
    names = {player.id: player.name for player in walk.table.game.present}

    card = adopted(walk, "p3")

    said = next(item.name for item in walk.app.items() if item.id == f"card-{card}")
    assert f"Proposed by {names[PlayerId('p1')]}." in said
    assert f"With: {names[PlayerId('p3')]}" in said


def test_the_discs_of_a_card_in_hand_are_not_left_on_the_board(walk: Walk) -> None:
    card = adopted(walk)
    while walk.table.doing is not None and walk.table.doing.kind != "arrange":
        walk.table.play(EndPart(by="facilitator"))

    walk.click(f"card-{card}")

    assert discs_of(walk, card) == []


def test_a_card_read_in_large_shows_the_discs_and_names_of_who_stands_behind_it(walk: Walk) -> None:
    names = {player.id: player.name for player in walk.table.game.present}
    card = adopted(walk, "p3", "p4")

    walk.click(f"card-{card}")

    shown = {item.id: item for item in walk.app.items()}
    looks = [shown[f"behind-{index}"].look for index in range(3)]
    letters = [look.letter for look in looks if isinstance(look, Disc)]
    assert letters == [walk.table.initial(PlayerId(player)) for player in ("p1", "p3", "p4")]
    assert all(names[PlayerId(player)] in shown["behind-said"].name for player in ("p1", "p3", "p4"))


def test_a_card_nobody_stands_behind_shows_nobody_when_it_is_read(walk: Walk) -> None:
    turn = walk.table.game.turn
    assert turn is not None

    walk.table.read(turn.hand[0])

    assert "behind-said" not in {item.id for item in walk.app.items()}
