"""What a session asks of its proposals, in the window: chosen in the set-up, said where it is missing, nothing lost."""

from pathlib import Path

import pygame
import pytest
from ui.walks import Walk

from enacting.engine.board import ProposalRules
from enacting.engine.game import Opinion
from enacting.engine.moves import EndPart, Propose
from enacting.engine.rules import completed
from enacting.system import paths
from enacting.ui.table.drafts import ProposalDraft
from enacting.ui.table.reason import ReasonDialog
from enacting.ui.table.table_screen import TableScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A session of four people that asks for two allies, one consequence and words for a reservation."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new", "ask-answers-more", "ask-allies-more", "ask-allies-more", "ask-reservations", "start")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by="facilitator"))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}", "place")
    return walk


def said(walk: Walk) -> str:
    return walk.app.message.text if walk.app.message is not None else ""


def draft(walk: Walk) -> ProposalDraft:
    placing = walk.table.placing
    assert placing is not None
    return placing


def proposed(walk: Walk) -> Walk:
    walk.click(walk.ids("seat-")[0])
    walk.click(walk.ids("answer-")[0], *walk.ids("ally-")[:2], "propose")
    return walk


def lit_seats(walk: Walk) -> set[str]:
    return {item.id for item in walk.app.items() if item.id.startswith("seat-") and item.drop is not None}


def test_the_set_up_gives_the_session_what_it_asks(walk: Walk) -> None:
    asked = ProposalRules(least_allies=2, least_answers=1, reservations_written=True)

    assert walk.table.game.setup.proposals == asked


def test_the_set_up_asks_for_no_more_than_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])

    walk.click("new", *["ask-allies-more"] * 9, *["ask-answers-more"] * 9, "start")

    assert walk.table.game.setup.proposals == ProposalRules(least_allies=3, least_answers=4)


def test_a_seat_lights_up_exactly_where_the_card_could_be_proposed(walk: Walk) -> None:
    game, turn = walk.table.game, walk.table.game.turn
    assert turn is not None

    lit = lit_seats(walk)

    could_be = {
        f"seat-{seat.id}"
        for seat in walk.table.box.board.seats
        if completed(game, Propose(by=turn.player, card=turn.hand[0], seat=seat.id)) is not None
    }
    assert lit == could_be
    assert lit


def test_a_seat_that_is_taken_takes_no_posture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new", "start")
    walk.table.play(EndPart(by="facilitator"))
    walk.click("draw", "place")
    first = lit_seats(walk)
    walk.click(min(first))

    walk.click("draw", "place")

    assert len(first) == len(walk.table.box.board.seats)
    assert lit_seats(walk) == first - {min(first)}


def test_what_a_proposal_lacks_is_said_and_what_was_chosen_stays(walk: Walk) -> None:
    walk.click(walk.ids("seat-")[0])
    first = walk.ids("ally-")[0]

    walk.click("propose")
    lacks_answers = said(walk)
    walk.click(walk.ids("answer-")[0], first, "propose")

    assert "which other consequences" in lacks_answers
    assert "more allies" in said(walk)
    assert len(draft(walk).answers) == len(draft(walk).allies) == 1
    walk.click(walk.ids("ally-")[1], "propose")
    assert isinstance(walk.app.screen, TableScreen)
    assert walk.table.game.turn is not None
    assert walk.table.game.turn.proposal is not None


def test_the_questions_say_how_many_are_needed(walk: Walk) -> None:
    walk.click(walk.ids("seat-")[0])

    told = {item.id: item.name for item in walk.app.items()}

    assert told["propose-answers"].endswith("At least one")
    assert told["propose-allies"].endswith("At least two people")


def test_an_amendment_that_changes_nothing_says_so_and_keeps_its_choices(walk: Walk) -> None:
    proposed(walk).click("amend", "propose")

    assert "propose" in [item.id for item in walk.app.items()]
    assert said(walk) == walk.app.words("reason.amendment_changes_nothing")
    assert len(draft(walk).allies) == 2


def test_a_refused_amendment_says_why_and_keeps_its_choices(walk: Walk) -> None:
    proposed(walk).click("amend", f"ally-{walk.table.game.turn.proposal.allies[0]}", "propose")  # type: ignore[union-attr]

    assert "more allies" in said(walk)
    assert len(draft(walk).allies) == 1


def test_a_reservation_asks_for_its_words_and_keeps_them(walk: Walk) -> None:
    name = walk.table.game.present[1].id
    proposed(walk).say("reserve", name)
    assert isinstance(walk.app.screen, ReasonDialog)
    walk.click("keep-reason")
    without_words = said(walk)

    walk.fill("reason-words", "Who keeps the keys?")
    walk.click("keep-reason")

    turn = walk.table.game.turn
    assert "in writing" in without_words
    assert turn is not None
    assert turn.proposal is not None
    assert turn.proposal.opinions[name] is Opinion.RESERVE
    assert turn.proposal.reasons[name] == "Who keeps the keys?"
