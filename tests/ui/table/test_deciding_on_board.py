"""People's discs are put on three mats; nothing adopts by default before everybody has spoken."""

from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, press
from ui.walks import USUAL, Walk, Window

from enacting.engine.board import DecisionRule
from enacting.engine.game import FACILITATOR, Opinion, PlayerId, Proposal
from enacting.engine.moves import EndPart
from enacting.system import paths
from enacting.ui.items.item import DiscOf, Item, Role
from enacting.ui.items.mats import Form, Mat

PEOPLE = ("p1", "p2", "p3", "p4")


def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *choices: str) -> Walk:
    """Four people who decide on their first proposal, in a session with these choices."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", *choices, "start")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}", "place", f"seat-{walk.table.box.board.seats[0].id}", "propose")
    return walk


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """The same, in a usual session."""
    return started(tmp_path, monkeypatch)


def proposal(walk: Walk) -> Proposal:
    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    return turn.proposal


def item(walk: Walk, name: str) -> Item:
    return next(item for item in reversed(walk.app.items()) if item.id == name)


def mains(walk: Walk) -> list[str]:
    return [item.id for item in walk.app.items() if item.main]


# The mats


def test_the_three_mats_differ_in_form_icon_and_word(walk: Walk) -> None:
    mats = [item(walk, f"mat-{opinion}") for opinion in Opinion]

    forms = [mat.look.form for mat in mats if isinstance(mat.look, Mat)]
    icons = {item(walk, f"mat-icon-{opinion}").look for opinion in Opinion}
    assert forms == [Form.ROUND, Form.DASHED, Form.OCTAGON]
    assert len(icons) == 3
    assert [mat.name for mat in mats] == ["Agree: no disc yet", "Reservation: no disc yet", "Objection: no disc yet"]


def test_a_disc_in_hand_lights_the_mats_and_they_say_whose_they_take(walk: Walk) -> None:
    name = walk.table.name_of(walk.table.game.present[1].id)
    assert not any(item(walk, f"mat-{opinion}").live for opinion in Opinion)

    walk.click("disc-p2")

    assert walk.app.held == DiscOf(walk.table.game.present[1].id)
    for opinion in Opinion:
        mat = item(walk, f"mat-{opinion}")
        assert isinstance(mat.look, Mat)
        assert mat.look.lit
        assert (mat.role, mat.state) == (Role.BUTTON, f"takes {name}’s disc")
    assert item(walk, "disc-p2").state == "in hand"


def test_a_disc_put_on_a_mat_gives_that_opinion_and_lies_there(walk: Walk) -> None:
    walk.say("reserve", "p3")

    assert proposal(walk).opinions == {"p3": Opinion.RESERVE}
    assert item(walk, "mat-reserve").rect.contains(item(walk, "token-p3").rect)
    assert item(walk, "disc-p3").state == "Reservation"
    assert item(walk, "ring-p3")
    assert item(walk, "mat-reserve").name == f"Reservation: {walk.table.name_of(walk.table.game.present[2].id)}"
    assert item(walk, "token-p3").glides


def test_a_disc_can_be_dragged_to_a_mat_and_from_one_to_another(walk: Walk) -> None:
    for start, end in (("disc-p2", "mat-reserve"), ("token-p2", "mat-agree")):
        begin, target = item(walk, start).rect.center, item(walk, end).rect.center
        walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=begin))
        for at in ((begin[0] + 20, begin[1] - 20), target):
            walk.loop.handle(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(1, 0, 0)))
            walk.app.items()
        walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=target))

    assert proposal(walk).opinions == {"p2": Opinion.AGREE}


def test_a_mat_on_which_a_disc_lies_already_does_not_take_it_again(walk: Walk) -> None:
    walk.say("agree", "p2")

    walk.click("disc-p2")

    assert [opinion for opinion in Opinion if item(walk, f"mat-{opinion}").drop is not None] == [
        Opinion.RESERVE,
        Opinion.OBJECT,
    ]


def test_escape_puts_a_disc_back(walk: Walk) -> None:
    walk.click("disc-p2")

    press(walk, pygame.K_ESCAPE)

    assert walk.app.held is None
    assert proposal(walk).opinions == {}
    assert item(walk, "token-p2").rect.colliderect(item(walk, "disc-p2").rect)


def test_while_nobody_has_spoken_the_first_mat_says_what_to_do(walk: Walk) -> None:
    assert item(walk, "mats-how").name == "Each person takes their disc and puts it on a mat."
    walk.click("disc-p2")
    assert item(walk, "mats-how").name == "Put the disc on a mat: agree, reservation or objection."

    walk.click("mat-reserve")

    assert "mats-how" not in [shown.id for shown in walk.app.items()]


# Words


def test_the_reason_of_an_objection_is_written_beside_its_disc_and_said(walk: Walk) -> None:
    walk.say("object", "p2")

    walk.click("token-p2")
    walk.fill("reason-words", "Who pays afterwards?")
    walk.click("keep-reason")

    assert proposal(walk).reasons == {"p2": "Who pays afterwards?"}
    assert item(walk, "opinion-why-p2").name == "“Who pays afterwards?”"
    assert item(walk, "opinion-name-p2").name == walk.table.game.player(PlayerId("p2")).name
    assert item(walk, "token-p2").name.endswith(": Objection, “Who pays afterwards?”")


def test_a_reason_already_given_can_be_reworded(walk: Walk) -> None:
    walk.say("reserve", "p2")
    walk.click("token-p2")
    walk.fill("reason-words", "The keys")
    walk.click("keep-reason", "token-p2")

    assert item(walk, "reason-words").state == "The keys"


# The way forward


def test_before_anybody_has_spoken_the_way_forward_is_a_disc_and_no_key_adopts(walk: Walk) -> None:
    assert mains(walk) == ["disc-p1"]
    assert walk.app.focus == "disc-p1"
    assert item(walk, "adopt").keys == ""

    press(walk, pygame.K_a)
    press(walk, pygame.K_RETURN)

    assert walk.app.held is not None
    assert walk.table.game.proposals == ()


@pytest.mark.parametrize("choice", ["decision-majority", "decision-facilitator"])
def test_no_rule_of_decision_adopts_by_default_before_anybody_has_spoken(
    choice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = started(tmp_path, monkeypatch, choice)

    assert mains(walk) == ["disc-p1"]


def test_the_way_forward_goes_from_one_who_has_not_spoken_to_the_next_then_to_adopting(walk: Walk) -> None:
    ways = []
    for _ in PEOPLE:
        ways += mains(walk)
        press(walk, pygame.K_RETURN, pygame.K_RETURN)
    ways += mains(walk)

    assert ways == ["disc-p1", "disc-p2", "disc-p3", "disc-p4", "adopt"]
    assert proposal(walk).opinions == dict.fromkeys(PEOPLE, Opinion.AGREE)
    press(walk, pygame.K_RETURN)
    assert len(walk.table.game.proposals) == 1


def test_digits_take_discs_and_arrows_choose_the_mat(walk: Walk) -> None:
    press(walk, pygame.K_3)
    assert walk.app.focus == "mat-agree"
    press(walk, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_RETURN, pygame.K_RETURN)

    assert proposal(walk).opinions == {"p3": Opinion.OBJECT}


def test_an_objection_makes_amending_the_way_forward(walk: Walk) -> None:
    walk.say("object", "p2")

    assert mains(walk) == ["amend"]
    assert item(walk, "objection").name.endswith("what would make the proposal acceptable?")


def test_the_others_can_agree_at_once_when_somebody_has_spoken(walk: Walk) -> None:
    walk.say("reserve", "p2")
    assert item(walk, "adopt").name == "The others agree"

    focus_on(walk, "adopt")
    press(walk, pygame.K_RETURN)

    assert walk.table.game.proposals[0].opinions == {
        "p1": Opinion.AGREE,
        "p2": Opinion.RESERVE,
        "p3": Opinion.AGREE,
        "p4": Opinion.AGREE,
    }


def test_the_facilitator_who_decides_may_adopt_without_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = started(tmp_path, monkeypatch, "decision-facilitator")
    assert walk.table.game.setup.decision is DecisionRule.FACILITATOR

    walk.click("adopt")

    assert len(walk.table.game.proposals) == 1


def test_the_board_can_be_seen_and_the_decision_comes_back_as_it_was(walk: Walk) -> None:
    walk.say("reserve", "p2")

    walk.click("see-board")
    assert "mat-agree" not in [item.id for item in walk.app.items()]
    walk.click("decide")

    assert item(walk, "mat-reserve").rect.contains(item(walk, "token-p2").rect)


def test_a_proposal_can_be_kept_for_later_or_dropped(walk: Walk) -> None:
    card = proposal(walk).card
    walk.click("later")
    assert walk.table.game.later == (card,)

    walk.click("undo", "drop")

    assert walk.table.game.discard == (card,)


def test_the_card_between_the_mats_says_all_of_the_proposal(walk: Walk) -> None:
    title = walk.table.box.mechanisms[proposal(walk).card].title

    said = item(walk, "decision-about").name

    assert said.startswith(title)
    assert f"Proposed by {walk.table.name_of(walk.table.game.present[0].id)}." in said
    assert "Addresses no consequence in particular." in said


def test_ctrl_enter_is_the_others_agree_once_somebody_has_spoken(walk: Walk) -> None:
    press(walk, pygame.K_RETURN, mod=pygame.KMOD_LCTRL)
    walk.app.put_down()
    before = walk.table.game.proposals
    walk.say(Opinion.RESERVE, "p1")
    key = item(walk, "adopt").keys
    press(walk, pygame.K_RETURN, mod=pygame.KMOD_LCTRL)

    assert (before, key) == ((), "ctrl+return")
    assert list(walk.table.game.proposals[0].opinions.values()) == [Opinion.RESERVE, *[Opinion.AGREE] * 3]
