"""RULES 4.1 to 4.3: draw three mechanisms, keep one, discuss it, lay it under a posture as a proposal; or pass."""

from dataclasses import fields

import pytest
from tables import (
    AMINA,
    HELPER,
    INES,
    LEFT,
    LEO,
    M1,
    M2,
    M3,
    M4,
    POLITICAL,
    RIGHT,
    SOCIAL,
    SPARE,
    a_table,
    after,
    at_part,
    events_of,
    refused,
    tiny_box,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import Description, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.events import (
    CardsPutBack,
    Dropped,
    KeptForLater,
    MechanismKept,
    MechanismsDrawn,
    Proposed,
    TurnPassed,
    TurnStarted,
)
from enacting.engine.game import FACILITATOR, Game, PlayerId, Proposal, Step, Zone
from enacting.engine.moves import (
    DrawMechanisms,
    Drop,
    EverybodyAgrees,
    KeepForLater,
    KeepMechanism,
    Move,
    Pass,
    Propose,
    RemovePlayer,
)
from enacting.engine.refusals import Reason


def at_mechanisms(players: int = 2, *, rounds: int = 1, mechanisms: int = 4, draw: int = 2) -> Game:
    """Amina begins; the pile is m2, m1, m3, m4 from the top, and the box draws two."""
    return at_part("mechanisms", a_table(players, rounds=rounds, box=tiny_box(mechanisms=mechanisms, draw=draw)))


def in_hand(players: int = 2, *, rounds: int = 1) -> Game:
    """Amina has drawn m2 and m1, and kept m2."""
    return after(at_mechanisms(players, rounds=rounds), DrawMechanisms(by=AMINA), KeepMechanism(by=AMINA, card=M2))


# 4: for the number of rounds of the plan, each player in turn.


def turns_of(game: Game) -> list[PlayerId]:
    """Who has the turn, turn after turn, when everybody keeps their card for later."""
    order = []
    while game.turn is not None:
        order.append(game.turn.player)
        game = after(with_mechanism_in_hand(game), KeepForLater(by=FACILITATOR))
    return order


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_each_player_has_a_turn_in_each_round(rounds: int) -> None:
    game = at_mechanisms(3, rounds=rounds, mechanisms=20)

    assert turns_of(game) == [AMINA, LEO, INES] * rounds


def test_the_round_is_counted_from_one() -> None:
    game = at_mechanisms(2, rounds=2)

    rounds = [game.round, after(game, Pass(by=AMINA)).round, after(game, Pass(by=AMINA), Pass(by=LEO)).round]

    assert rounds == [1, 1, 2]


def test_after_the_last_round_the_next_part_begins() -> None:
    game = after(at_mechanisms(), Pass(by=AMINA), Pass(by=LEO))

    assert game.part is not None
    assert game.part.id == "system"
    assert game.turn is None


def test_a_plan_without_rounds_passes_over_the_mechanisms() -> None:
    game = at_part("mechanisms", a_table(rounds=0))

    assert game.over


def test_when_the_pile_is_empty_the_part_is_over() -> None:
    game = at_mechanisms(3, rounds=2, mechanisms=3, draw=1)

    assert turns_of(game) == [AMINA, LEO, INES]


def test_nobody_plays_in_the_turn_of_another() -> None:
    drawn = after(at_mechanisms(), DrawMechanisms(by=AMINA))
    moves: tuple[tuple[Game, Move], ...] = (
        (at_mechanisms(), DrawMechanisms(by=LEO)),
        (at_mechanisms(), Pass(by=LEO)),
        (drawn, KeepMechanism(by=LEO, card=M2)),
        (in_hand(), Propose(by=LEO, card=M2, seat=LEFT)),
        (in_hand(), KeepForLater(by=LEO)),
        (in_hand(), Drop(by=LEO)),
    )

    for game, move in moves:
        assert refused(game, move) is Reason.NOT_YOUR_TURN


def test_mechanisms_are_played_in_their_part_only() -> None:
    moves: tuple[Move, ...] = (
        DrawMechanisms(by=FACILITATOR),
        KeepMechanism(by=FACILITATOR, card=M2),
        Propose(by=FACILITATOR, card=M2, seat=LEFT),
        KeepForLater(by=FACILITATOR),
        Drop(by=FACILITATOR),
        Pass(by=FACILITATOR),
    )

    for move in moves:
        assert refused(a_table(), move) is Reason.NOT_THIS_ACTIVITY
        assert refused(at_part("system", a_table()), move) is Reason.NOT_THIS_ACTIVITY


# 4.1: draws as many cards as the box says, keeps one, puts the others back under the pile.


def test_a_player_draws_as_many_cards_as_the_box_says() -> None:
    game = at_mechanisms(mechanisms=4, draw=3)

    assert events_of(game, DrawMechanisms(by=AMINA)) == (MechanismsDrawn(player=AMINA, cards=(M2, M1, M3)),)
    game = after(game, DrawMechanisms(by=AMINA))
    assert game.turn is not None
    assert game.turn.step is Step.KEEP
    assert game.turn.hand == (M2, M1, M3)
    assert game.mechanism_pile == (M4,)


def test_a_box_draws_three_unless_it_says_otherwise() -> None:
    assert {field.name: field.default for field in fields(Description)}["draw"] == 3


def test_when_few_are_left_a_player_draws_those() -> None:
    game = after(at_mechanisms(mechanisms=4, draw=9), DrawMechanisms(by=AMINA))

    assert game.turn is not None
    assert game.turn.hand == (M2, M1, M3, M4)
    assert game.mechanism_pile == ()


def test_a_card_drawn_alone_is_kept_at_once() -> None:
    game = after(at_mechanisms(draw=1), DrawMechanisms(by=AMINA))

    assert game.turn is not None
    assert game.turn.step is Step.DISCUSS
    assert game.turn.hand == (M2,)


def test_cards_are_drawn_once_a_turn() -> None:
    game = after(at_mechanisms(), DrawMechanisms(by=AMINA))

    assert refused(game, DrawMechanisms(by=AMINA)) is Reason.NOT_TIME_TO_DRAW
    assert refused(in_hand(), DrawMechanisms(by=AMINA)) is Reason.NOT_TIME_TO_DRAW


def test_the_others_go_back_under_the_pile_in_the_order_drawn() -> None:
    game = after(at_mechanisms(draw=3), DrawMechanisms(by=AMINA))
    keep = KeepMechanism(by=AMINA, card=M1)

    assert events_of(game, keep) == (MechanismKept(player=AMINA, card=M1), CardsPutBack(cards=(M2, M3)))
    game = after(game, keep)
    assert game.turn is not None
    assert game.turn.hand == (M1,)
    assert game.mechanism_pile == (M4, M2, M3)


def test_one_card_is_kept_once() -> None:
    assert refused(at_mechanisms(), KeepMechanism(by=AMINA, card=M2)) is Reason.NOT_TIME_TO_KEEP
    assert refused(in_hand(), KeepMechanism(by=AMINA, card=M2)) is Reason.NOT_TIME_TO_KEEP


def test_only_a_card_drawn_is_kept() -> None:
    game = after(at_mechanisms(), DrawMechanisms(by=AMINA))

    assert refused(game, KeepMechanism(by=AMINA, card=M3)) is Reason.CARD_NOT_IN_HAND
    assert refused(game, KeepMechanism(by=AMINA, card=CardId("nothing"))) is Reason.CARD_NOT_IN_HAND


# 4.3: onto a posture's seat, with the consequences it answers and the allies who commit.


def test_a_proposal_says_where_what_it_answers_and_who_commits() -> None:
    game = in_hand(3)
    move = Propose(by=AMINA, card=M2, seat=RIGHT, answers=(POLITICAL, SOCIAL), allies=(INES, LEO))

    assert events_of(game, move) == (Proposed(player=AMINA, card=M2, seat=RIGHT),)
    game = after(game, move)
    assert game.turn is not None
    assert game.turn.step is Step.DECIDE
    assert game.turn.hand == ()
    assert game.turn.proposal == Proposal(
        card=M2, seat=RIGHT, answers=(POLITICAL, SOCIAL), allies=(INES, LEO), by=AMINA, opinions={}, amendments=0
    )
    assert game.zones()[M2] == [Zone.PROPOSAL]
    assert game.proposals == ()


def test_a_proposal_may_answer_nothing_and_have_no_allies() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=M2, seat=LEFT)) is None


def test_what_the_facilitator_proposes_is_the_players() -> None:
    game = after(in_hand(), Propose(by=FACILITATOR, card=M2, seat=LEFT))

    assert game.turn is not None
    assert game.turn.proposal is not None
    assert game.turn.proposal.by == AMINA


def test_a_card_is_kept_before_it_is_proposed() -> None:
    move = Propose(by=AMINA, card=M2, seat=LEFT)

    assert refused(at_mechanisms(), move) is Reason.NOT_TIME_TO_PLACE
    assert refused(after(at_mechanisms(), DrawMechanisms(by=AMINA)), move) is Reason.NOT_TIME_TO_PLACE


def test_a_card_is_proposed_once_a_turn() -> None:
    game = with_proposal(a_table())

    assert refused(game, Propose(by=AMINA, card=M2, seat=RIGHT)) is Reason.NOT_TIME_TO_PLACE


def test_only_the_card_kept_is_proposed() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=M1, seat=LEFT)) is Reason.CARD_NOT_IN_HAND


def test_a_proposal_lies_on_a_seat_of_the_board() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=M2, seat=SeatId("moon"))) is Reason.UNKNOWN_SEAT


def test_a_proposal_lies_under_a_posture() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=M2, seat=SPARE)) is Reason.SEAT_WITHOUT_POSTURE


def test_many_proposals_may_lie_under_one_posture() -> None:
    game = with_proposal(after(with_proposal(a_table(), LEFT), EverybodyAgrees(by=FACILITATOR)), LEFT)

    game = after(game, EverybodyAgrees(by=FACILITATOR))

    assert [(proposal.card, proposal.seat) for proposal in game.proposals] == [(M2, LEFT), (M3, LEFT)]


def test_a_proposal_answers_consequences_of_the_box() -> None:
    move = Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL, ConsequenceId("comic")))

    assert refused(in_hand(), move) is Reason.UNKNOWN_CONSEQUENCE


def test_consequences_and_allies_are_named_once() -> None:
    twice = Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL, SOCIAL))
    allies_twice = Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO, LEO))

    assert refused(in_hand(), twice) is Reason.SAID_TWICE
    assert refused(in_hand(), allies_twice) is Reason.SAID_TWICE


def test_nobody_is_their_own_ally_even_when_the_facilitator_writes() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=M2, seat=LEFT, allies=(AMINA,))) is Reason.ALLY_OF_ONESELF
    assert refused(in_hand(), Propose(by=FACILITATOR, card=M2, seat=LEFT, allies=(AMINA,))) is Reason.ALLY_OF_ONESELF


def test_an_ally_is_at_the_table() -> None:
    game = after(in_hand(3), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(INES,))) is Reason.PLAYER_HAS_LEFT
    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(PlayerId("p9"),))) is Reason.UNKNOWN_PLAYER


# 4.4: keep it for later (the later pile), or drop it (discard), before or after it was proposed.


@pytest.mark.parametrize("proposed", [False, True])
def test_a_card_kept_for_later_goes_to_the_later_pile(proposed: bool) -> None:
    game = with_proposal(a_table()) if proposed else in_hand()

    assert events_of(game, KeepForLater(by=AMINA)) == (KeptForLater(card=M2), TurnStarted(player=LEO))
    game = after(game, KeepForLater(by=AMINA))
    assert game.later == (M2,)
    assert game.zones()[M2] == [Zone.LATER]


@pytest.mark.parametrize("proposed", [False, True])
def test_a_card_dropped_goes_to_the_discard(proposed: bool) -> None:
    game = with_proposal(a_table()) if proposed else in_hand()

    assert events_of(game, Drop(by=AMINA)) == (Dropped(card=M2), TurnStarted(player=LEO))
    game = after(game, Drop(by=AMINA))
    assert game.discard == (M2,)
    assert game.zones()[M2] == [Zone.DISCARD]


def test_there_is_nothing_to_put_aside_before_a_card_is_kept() -> None:
    for game in (at_mechanisms(), after(at_mechanisms(), DrawMechanisms(by=AMINA))):
        assert refused(game, KeepForLater(by=AMINA)) is Reason.NOTHING_TO_PUT_ASIDE
        assert refused(game, Drop(by=AMINA)) is Reason.NOTHING_TO_PUT_ASIDE


def test_the_later_pile_keeps_the_order_in_which_cards_came() -> None:
    game = after(in_hand(), KeepForLater(by=AMINA))

    game = after(game, DrawMechanisms(by=LEO), KeepMechanism(by=LEO, card=M3), KeepForLater(by=LEO))

    assert game.later == (M2, M3)


# 4: anyone may pass.


def test_who_passes_before_drawing_leaves_the_pile_as_it_is() -> None:
    game = at_mechanisms()

    assert events_of(game, Pass(by=AMINA)) == (TurnPassed(player=AMINA), TurnStarted(player=LEO))
    assert after(game, Pass(by=AMINA)).mechanism_pile == (M2, M1, M3, M4)


def test_who_passes_before_keeping_puts_all_their_cards_under_the_pile() -> None:
    game = after(at_mechanisms(), DrawMechanisms(by=AMINA), Pass(by=AMINA))

    assert game.mechanism_pile == (M3, M4, M2, M1)
    assert game.later == ()


def test_who_passes_with_a_card_kept_leaves_it_on_the_later_pile() -> None:
    game = after(in_hand(), Pass(by=AMINA))

    assert game.later == (M2,)
    assert game.mechanism_pile == (M3, M4, M1)


def test_who_passes_with_a_proposal_leaves_it_on_the_later_pile() -> None:
    game = after(with_proposal(a_table()), Pass(by=AMINA))

    assert game.later == (M2,)
    assert game.proposals == ()
    assert game.turn is not None
    assert game.turn.player == LEO


def test_a_posture_is_no_card_of_this_part() -> None:
    assert refused(in_hand(), Propose(by=AMINA, card=HELPER, seat=LEFT)) is Reason.CARD_NOT_IN_HAND


def test_a_plan_of_fewer_turns_than_people_ends_the_activity_after_them() -> None:
    game = at_part("mechanisms", a_table(3, turns=2, box=tiny_box(mechanisms=8, draw=1)))

    game = after(game, Pass(by=FACILITATOR))

    assert game.turn is not None
    assert game.turn.player == LEO
    game = after(game, Pass(by=FACILITATOR))
    assert game.turn is None
    assert game.part is not None
    assert game.part.id == "system"


def test_somebody_who_leaves_does_not_take_a_turn_with_them() -> None:
    game = at_part("mechanisms", a_table(3, turns=2, box=tiny_box(mechanisms=8, draw=1)))

    game = after(game, RemovePlayer(by=FACILITATOR, player=AMINA), Pass(by=FACILITATOR))

    assert game.turn is not None
    assert game.turn.player == INES


def test_the_turns_of_a_plan_concern_mechanisms_only() -> None:
    game = at_part("postures", a_table(2, turns=1))

    game = after(game, Pass(by=FACILITATOR))

    assert game.part is not None
    assert game.part.id == "postures"
