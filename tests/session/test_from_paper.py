"""A session played on paper, typed in afterwards."""

from dataclasses import replace

import pytest
from tables import (
    AMINA,
    FLOOD,
    HELPER,
    INES,
    LEFT,
    LEO,
    M1,
    M3,
    M4,
    PARTNER,
    POLITICAL,
    RIGHT,
    SOCIAL,
    rich_box,
    tiny_box,
)

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.game import Game, Link, NextStep, Opinion, OwnCrisis, Verdict, WrittenMechanism
from enacting.engine.moves import Drop, KeepForLater
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.engine.written import MECHANISM_ICONS, mechanism_id
from enacting.session.from_paper import PaperLink, PaperProposal, PaperSession, typed_in

GARDEN = WrittenMechanism(
    title="A garden", text="Shared", family=tiny_box().description.mechanism_families[0].id, icon=MECHANISM_ICONS[0]
)
PAPER = PaperSession(
    people=("Amina", "Léo", "Inès"),
    crisis=FLOOD,
    postures={RIGHT: PARTNER, LEFT: HELPER},
    proposals=(
        PaperProposal(
            mechanism=M3, posture=PARTNER, by=2, answers=(SOCIAL,), allies=(0,), reservations={1: "Who pays?"}
        ),
        PaperProposal(mechanism=M1, posture=HELPER, by=0, ending=KeepForLater),
        PaperProposal(mechanism=GARDEN, posture=HELPER, by=0),
        PaperProposal(mechanism=M4, posture=HELPER, by=1, ending=Drop),
    ),
    links=(PaperLink(source=2, target=0, words="feeds"),),
    system_name="Water together",
    before={0: {SOCIAL: 1, POLITICAL: 2}},
    after={0: {SOCIAL: 4, POLITICAL: 3}, 2: {SOCIAL: 5, POLITICAL: 5}},
    takeaways={1: "Call the council"},
    next_steps=(NextStep(what="Call", who="Léo", when="12 March"),),
    notes=("People were tired",),
)


def played(box: Box, paper: PaperSession) -> Game:
    setup, moves = typed_in(box, paper)
    game, _ = set_up(box, setup)
    for move in moves:
        assert move.seconds == 0
        game, _ = apply(game, move)
    return game


def test_the_moves_lead_to_the_table_that_the_sheets_say() -> None:
    game = played(tiny_box(), PAPER)

    assert game.over
    assert dict(game.postures) == {RIGHT: PARTNER, LEFT: HELPER}
    assert [(each.card, each.seat, each.by) for each in game.proposals] == [
        (M3, RIGHT, INES),
        (mechanism_id(1), LEFT, AMINA),
    ]
    first = game.proposals[0]
    assert (first.answers, first.allies, first.opinions, first.reasons) == (
        (SOCIAL,), (AMINA,), {LEO: Opinion.RESERVE}, {LEO: "Who pays?"}
    )  # fmt: skip
    assert game.links == (Link(source=mechanism_id(1), target=M3, words="feeds"),)
    assert (game.later, game.discard) == ((M1,), (M4,))
    assert [len(marks) for marks in game.ratings.values()] == [1, 2]
    assert (game.system_name, game.crisis, dict(game.takeaways)) == ("Water together", FLOOD, {LEO: "Call the council"})
    assert game.next_steps == PAPER.next_steps
    assert [note.text for note in game.notes] == ["People were tired"]


def test_trouble_a_crisis_of_the_table_and_personas_are_as_the_sheets_say() -> None:
    drought = OwnCrisis(title="Drought", text="No rain", consequences={SOCIAL: "People leave"})
    box = rich_box()
    accident = list(box.troubles)[1]
    verdicts = {0: Verdict(holds=True), 2: Verdict(holds=False, words="Share the keys")}
    paper = replace(PAPER, crisis=drought, personas={1: CardId("mayor")}, trouble=accident, verdicts=verdicts)

    game = played(box, paper)

    assert game.setup.own_crisis is not None and game.setup.own_crisis.title == "Drought"
    assert [player.persona for player in game.players] == [None, "mayor", None]
    assert game.trouble == accident
    assert dict(game.verdicts) == {M3: verdicts[0], mechanism_id(1): verdicts[2]}


def test_an_empty_sheet_is_a_whole_session_too() -> None:
    game = played(tiny_box(), PaperSession(people=("A", "B", "C"), crisis=FLOOD))

    assert game.over
    assert (game.proposals, game.later, game.discard) == ((), (), ())


@pytest.mark.parametrize("draw", [1, 2, 3])
def test_only_the_cards_that_the_table_took_are_drawn(draw: int) -> None:
    game = played(tiny_box(draw=draw), PAPER)

    assert set(game.mechanism_pile) == {CardId("m2")}


def test_a_card_that_the_box_has_not_is_refused() -> None:
    proposal = PaperProposal(mechanism=CardId("m9"), posture=PARTNER, by=0)

    with pytest.raises(IllegalMove) as refused:
        typed_in(tiny_box(), PaperSession(people=("A", "B", "C"), crisis=FLOOD, proposals=(proposal,)))

    assert refused.value.reason is Reason.UNKNOWN_CARD


def test_a_card_taken_twice_is_refused() -> None:
    proposals = (PaperProposal(mechanism=M1, posture=PARTNER, by=0),) * 2

    with pytest.raises(IllegalMove) as refused:
        typed_in(tiny_box(), PaperSession(people=("A", "B", "C"), crisis=FLOOD, proposals=proposals))

    assert refused.value.reason is Reason.SAID_TWICE
