"""RULES 4.4: the table decides on a proposal, by consent, by majority, or the facilitator does."""

from dataclasses import replace

import pytest
from tables import (
    AMINA,
    INES,
    LEFT,
    LEO,
    M2,
    NAMES,
    POLITICAL,
    RIGHT,
    SOCIAL,
    SPARE,
    a_table,
    after,
    events_of,
    refused,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import DecisionRule, SeatId
from enacting.engine.cards import ConsequenceId
from enacting.engine.deciding import may_adopt
from enacting.engine.events import Adopted, Amended, OpinionGiven, TurnStarted
from enacting.engine.game import FACILITATOR, Actor, Dissent, Game, Hearing, Opinion, PlayerId, Proposal, Zone
from enacting.engine.moves import (
    AddPlayer,
    Adopt,
    Amend,
    Drop,
    EndActivity,
    EndPart,
    EverybodyAgrees,
    GiveOpinion,
    KeepForLater,
    Move,
    Pass,
    RemovePlayer,
)
from enacting.engine.refusals import Reason

AGREE, RESERVE, OBJECT = Opinion.AGREE, Opinion.RESERVE, Opinion.OBJECT
CONSENT, MAJORITY, BY_FACILITATOR = DecisionRule.CONSENT, DecisionRule.MAJORITY, DecisionRule.FACILITATOR


def proposed(players: int = 3, decision: DecisionRule = CONSENT) -> Game:
    """Amina has proposed m2 on the left seat, for the social consequence."""
    return with_proposal(a_table(players, decision=decision))


def says(player: PlayerId, opinion: Opinion, by: Actor | None = None) -> GiveOpinion:
    return GiveOpinion(by=by or player, player=player, opinion=opinion)


def after_opinions(game: Game, *opinions: Opinion) -> Game:
    """The game after the first players have said these, in order."""
    return after(game, *(says(player.id, opinion) for player, opinion in zip(game.present, opinions, strict=False)))


def open_proposal(game: Game) -> Proposal:
    assert game.turn is not None
    assert game.turn.proposal is not None
    return game.turn.proposal


# Each says agree, agree with a reservation, or object.


@pytest.mark.parametrize("opinion", Opinion)
def test_each_says_what_they_think(opinion: Opinion) -> None:
    game = proposed()

    assert events_of(game, says(LEO, opinion)) == (OpinionGiven(player=LEO, opinion=opinion),)
    assert open_proposal(after(game, says(LEO, opinion))).opinions == {LEO: opinion}


def test_the_proposer_says_it_too() -> None:
    game = after(proposed(), says(AMINA, AGREE))

    assert open_proposal(game).opinions == {AMINA: AGREE}


def test_one_may_change_ones_mind_but_not_say_the_same_again() -> None:
    game = after(proposed(), says(LEO, OBJECT))

    assert refused(game, says(LEO, OBJECT)) is Reason.NOTHING_CHANGES
    assert open_proposal(after(game, says(LEO, AGREE))).opinions == {LEO: AGREE}


def test_nobody_speaks_for_somebody_else_but_the_facilitator() -> None:
    assert refused(proposed(), says(LEO, AGREE, by=INES)) is Reason.NOT_YOURS_TO_SAY
    assert refused(proposed(), says(LEO, AGREE, by=FACILITATOR)) is None


def test_only_who_is_at_the_table_has_a_say() -> None:
    game = after(proposed(), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, says(INES, AGREE, by=FACILITATOR)) is Reason.PLAYER_HAS_LEFT
    assert refused(game, says(INES, AGREE)) is Reason.PLAYER_HAS_LEFT
    assert refused(game, says(PlayerId("p9"), AGREE, by=FACILITATOR)) is Reason.UNKNOWN_PLAYER


def test_without_a_proposal_there_is_nothing_to_decide() -> None:
    game = with_mechanism_in_hand(a_table())
    moves: tuple[Move, ...] = (
        says(AMINA, AGREE),
        EverybodyAgrees(by=FACILITATOR),
        Adopt(by=FACILITATOR),
        Amend(by=AMINA, seat=RIGHT, answers=(), allies=()),
    )

    for move in moves:
        assert refused(game, move) is Reason.NOTHING_TO_DECIDE
        assert refused(a_table(), move) is Reason.NOT_THIS_ACTIVITY


# By consent: no objection, and the proposal is adopted.


def test_by_consent_everybody_speaks_first() -> None:
    game = after_opinions(proposed(), AGREE, AGREE)

    assert not may_adopt(game)
    assert refused(game, Adopt(by=FACILITATOR)) is Reason.NOT_EVERYBODY_HAS_SPOKEN


def test_by_consent_one_objection_is_enough() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, OBJECT)

    assert not may_adopt(game)
    assert refused(game, Adopt(by=FACILITATOR)) is Reason.SOMEBODY_OBJECTS


def test_an_objection_is_told_before_a_silence() -> None:
    game = after_opinions(proposed(), OBJECT)

    assert refused(game, Adopt(by=FACILITATOR)) is Reason.SOMEBODY_OBJECTS


def test_by_consent_a_reservation_does_not_prevent() -> None:
    game = after_opinions(proposed(), AGREE, RESERVE, RESERVE)

    assert may_adopt(game)
    game = after(game, Adopt(by=FACILITATOR))
    assert [(proposal.card, proposal.opinions) for proposal in game.proposals] == [
        (M2, {AMINA: AGREE, LEO: RESERVE, INES: RESERVE})
    ]


def test_an_objection_withdrawn_no_longer_prevents() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, OBJECT)

    game = after(game, says(INES, RESERVE))

    assert refused(game, Adopt(by=FACILITATOR)) is None


@pytest.mark.parametrize("by", [AMINA, LEO, FACILITATOR])
def test_anybody_may_say_that_it_is_adopted(by: Actor) -> None:
    game = after_opinions(proposed(), AGREE, AGREE, AGREE)

    assert refused(game, Adopt(by=by)) is None


# Adopted, it stays on the board, and the next player has the turn.


def test_an_adopted_proposal_stays_on_the_board() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, AGREE)

    assert events_of(game, Adopt(by=AMINA)) == (Adopted(card=M2, seat=LEFT), TurnStarted(player=LEO))
    game = after(game, Adopt(by=AMINA))
    assert game.proposals == (
        Proposal(
            card=M2,
            seat=LEFT,
            answers=(SOCIAL,),
            allies=(),
            by=AMINA,
            opinions={AMINA: AGREE, LEO: AGREE, INES: AGREE},
        ),
    )
    assert game.zones()[M2] == [Zone.ADOPTED]
    assert game.answered() == {SOCIAL: 1, POLITICAL: 0}


# One key says "everyone agrees".


def test_everybody_agrees_counts_the_silent_as_agreeing() -> None:
    game = after(proposed(), EverybodyAgrees(by=FACILITATOR))

    assert game.proposals[0].opinions == {AMINA: AGREE, LEO: AGREE, INES: AGREE}


def test_everybody_agrees_keeps_the_reservations_said() -> None:
    game = after(proposed(), says(LEO, RESERVE), EverybodyAgrees(by=FACILITATOR))

    assert game.proposals[0].opinions == {AMINA: AGREE, LEO: RESERVE, INES: AGREE}


def test_everybody_agrees_does_not_silence_an_objection() -> None:
    game = after(proposed(), says(LEO, OBJECT))

    assert refused(game, EverybodyAgrees(by=FACILITATOR)) is Reason.SOMEBODY_OBJECTS


# By majority: more than half of those at the table, reservations included.


@pytest.mark.parametrize(
    ("players", "in_favour", "reason"),
    [
        (1, 0, Reason.NO_MAJORITY),
        (1, 1, None),
        (2, 1, Reason.NO_MAJORITY),
        (2, 2, None),
        (3, 1, Reason.NO_MAJORITY),
        (3, 2, None),
        (4, 2, Reason.NO_MAJORITY),
        (4, 3, None),
        (9, 4, Reason.NO_MAJORITY),
        (9, 5, None),
    ],
)
def test_a_majority_is_more_than_half(players: int, in_favour: int, reason: Reason | None) -> None:
    game = proposed(players, MAJORITY)

    agreed = after_opinions(game, *[AGREE] * in_favour)
    opposed = after_opinions(game, *[RESERVE] * in_favour, *[OBJECT] * (players - in_favour))

    assert refused(agreed, Adopt(by=FACILITATOR)) is reason
    assert refused(opposed, Adopt(by=FACILITATOR)) is reason
    assert may_adopt(agreed) is (reason is None)


def test_by_majority_objections_do_not_prevent() -> None:
    game = after_opinions(proposed(3, MAJORITY), AGREE, RESERVE, OBJECT)

    game = after(game, Adopt(by=LEO))

    assert game.proposals[0].opinions == {AMINA: AGREE, LEO: RESERVE, INES: OBJECT}


def test_by_majority_the_silent_are_not_counted_in_favour_unless_everybody_agrees() -> None:
    game = after_opinions(proposed(3, MAJORITY), OBJECT)

    assert refused(game, Adopt(by=FACILITATOR)) is Reason.NO_MAJORITY
    game = after(game, EverybodyAgrees(by=FACILITATOR))
    assert game.proposals[0].opinions == {AMINA: OBJECT, LEO: AGREE, INES: AGREE}


def test_everybody_does_not_agree_when_half_object() -> None:
    game = after_opinions(proposed(2, MAJORITY), OBJECT)

    assert refused(game, EverybodyAgrees(by=FACILITATOR)) is Reason.NO_MAJORITY


# The facilitator decides.


def test_when_the_facilitator_decides_opinions_do_not_count() -> None:
    game = after_opinions(proposed(3, BY_FACILITATOR), OBJECT, OBJECT)

    assert may_adopt(game)
    assert refused(game, Adopt(by=AMINA)) is Reason.ONLY_FACILITATOR
    assert refused(game, EverybodyAgrees(by=AMINA)) is Reason.ONLY_FACILITATOR
    assert after(game, Adopt(by=FACILITATOR)).proposals[0].opinions == {AMINA: OBJECT, LEO: OBJECT}


def test_there_is_nothing_to_adopt_without_a_proposal() -> None:
    assert not may_adopt(a_table(decision=BY_FACILITATOR))
    assert not may_adopt(with_mechanism_in_hand(a_table(decision=MAJORITY)))


# Otherwise the player may amend it (other posture, other allies) and ask again.


def test_an_amended_proposal_is_asked_again() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, OBJECT)
    amend = Amend(by=AMINA, seat=RIGHT, answers=(POLITICAL,), allies=(INES,))

    assert events_of(game, amend) == (Amended(card=M2, seat=RIGHT),)
    game = after(game, amend)
    assert open_proposal(game) == Proposal(
        card=M2,
        seat=RIGHT,
        answers=(POLITICAL,),
        allies=(INES,),
        by=AMINA,
        opinions={},
        amendments=1,
        hearings=(Hearing(seat=LEFT, answers=(SOCIAL,), allies=(), dissents=(Dissent(player=INES, opinion=OBJECT),)),),
    )
    assert refused(game, Adopt(by=FACILITATOR)) is Reason.NOT_EVERYBODY_HAS_SPOKEN


def test_a_proposal_is_amended_as_often_as_needed() -> None:
    game = proposed()

    for count, seat in enumerate((RIGHT, LEFT, RIGHT), start=1):
        game = after(game, Amend(by=AMINA, seat=seat, answers=(), allies=()))
        assert open_proposal(game).amendments == count


@pytest.mark.parametrize(
    "amend",
    [
        Amend(by=AMINA, seat=RIGHT, answers=(SOCIAL,), allies=()),
        Amend(by=AMINA, seat=LEFT, answers=(), allies=()),
        Amend(by=AMINA, seat=LEFT, answers=(SOCIAL,), allies=(LEO,)),
    ],
    ids=["seat", "answers", "allies"],
)
def test_an_amendment_changes_the_seat_the_answers_or_the_allies(amend: Amend) -> None:
    assert refused(proposed(), amend) is None


def test_an_amendment_changes_something() -> None:
    game = after(proposed(), says(LEO, OBJECT))

    assert refused(game, Amend(by=AMINA, seat=LEFT, answers=(SOCIAL,), allies=())) is Reason.AMENDMENT_CHANGES_NOTHING


def test_an_amendment_may_be_words_alone() -> None:
    game = after(proposed(), says(LEO, OBJECT))

    game = after(game, Amend(by=AMINA, seat=LEFT, answers=(SOCIAL,), allies=(), words=" if the lease is public "))

    assert open_proposal(game).hearings[0].words == "if the lease is public"
    assert open_proposal(game).amendments == 1


# What people dissented from is remembered, whatever becomes of it.


def test_two_objections_are_still_known_once_the_amended_proposal_is_adopted() -> None:
    why = GiveOpinion(by=LEO, player=LEO, opinion=OBJECT, words="Nobody asked the farmers.")
    game = after(proposed(), says(AMINA, AGREE), why, says(INES, OBJECT))
    game = after(game, Amend(by=AMINA, seat=RIGHT, answers=(SOCIAL,), allies=()), EverybodyAgrees(by=FACILITATOR))

    assert game.proposals[0].hearings[0].dissents == (
        Dissent(player=LEO, opinion=OBJECT, words="Nobody asked the farmers."),
        Dissent(player=INES, opinion=OBJECT),
    )


def test_an_objection_that_is_withdrawn_after_a_while_is_still_known() -> None:
    game = after(proposed(), says(LEO, OBJECT), replace(says(LEO, AGREE), seconds=60))
    game = after(game, EverybodyAgrees(by=FACILITATOR))

    assert game.proposals[0].withdrawn == (Dissent(player=LEO, opinion=OBJECT),)
    assert game.proposals[0].opinions[LEO] is AGREE


def test_an_opinion_replaced_at_once_was_a_slip_of_the_hand() -> None:
    game = after(proposed(), says(LEO, OBJECT), replace(says(LEO, AGREE), seconds=2))

    assert open_proposal(game).withdrawn == ()


def test_an_objection_said_in_other_words_is_the_same_objection() -> None:
    why = GiveOpinion(by=LEO, player=LEO, opinion=OBJECT, words="It is too dear.", seconds=60)
    game = after(proposed(), says(LEO, OBJECT), why)

    assert open_proposal(game).dissents == (Dissent(player=LEO, opinion=OBJECT, words="It is too dear."),)


@pytest.mark.parametrize(
    "move",
    [KeepForLater(by=AMINA), Drop(by=AMINA), Pass(by=AMINA), EndActivity(by=FACILITATOR), EndPart(by=FACILITATOR)],
    ids=lambda move: type(move).__name__,
)
def test_what_was_objected_to_a_proposal_that_is_put_aside_is_still_known(move: Move) -> None:
    game = after(proposed(), says(LEO, OBJECT), move)

    assert [(proposal.card, proposal.dissents) for proposal in game.set_aside] == [
        (M2, (Dissent(player=LEO, opinion=OBJECT),))
    ]


def test_a_proposal_put_aside_without_dissent_leaves_nothing_to_remember() -> None:
    assert after(proposed(), says(LEO, AGREE), Drop(by=AMINA)).set_aside == ()


def test_the_objection_of_somebody_who_leaves_is_still_known() -> None:
    game = after(proposed(), says(LEO, OBJECT), RemovePlayer(by=FACILITATOR, player=LEO))

    assert open_proposal(game).withdrawn == (Dissent(player=LEO, opinion=OBJECT),)


def test_only_the_player_in_turn_amends_or_the_facilitator_for_them() -> None:
    amend = Amend(by=LEO, seat=RIGHT, answers=(SOCIAL,), allies=())

    assert refused(proposed(), amend) is Reason.NOT_YOUR_TURN
    assert refused(proposed(), replace(amend, by=FACILITATOR)) is None


@pytest.mark.parametrize(
    ("amend", "reason"),
    [
        (Amend(by=AMINA, seat=SeatId("moon"), answers=(), allies=()), Reason.UNKNOWN_SEAT),
        (Amend(by=AMINA, seat=SPARE, answers=(), allies=()), Reason.SEAT_WITHOUT_POSTURE),
        (Amend(by=AMINA, seat=LEFT, answers=(ConsequenceId("comic"),), allies=()), Reason.UNKNOWN_CONSEQUENCE),
        (Amend(by=AMINA, seat=LEFT, answers=(SOCIAL, SOCIAL), allies=()), Reason.SAID_TWICE),
        (Amend(by=AMINA, seat=LEFT, answers=(), allies=(LEO, LEO)), Reason.SAID_TWICE),
        (Amend(by=AMINA, seat=LEFT, answers=(), allies=(AMINA,)), Reason.ALLY_OF_ONESELF),
        (Amend(by=FACILITATOR, seat=LEFT, answers=(), allies=(AMINA,)), Reason.ALLY_OF_ONESELF),
        (Amend(by=AMINA, seat=LEFT, answers=(), allies=(PlayerId("p9"),)), Reason.UNKNOWN_PLAYER),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_an_amendment_is_as_sound_as_a_proposal(amend: Amend, reason: Reason) -> None:
    assert refused(proposed(), amend) is reason


# Or keep it for later, or drop it.


def test_a_refused_proposal_is_kept_for_later_or_dropped() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, OBJECT)

    assert after(game, KeepForLater(by=AMINA)).later == (M2,)
    assert after(game, Drop(by=AMINA)).discard == (M2,)


# Whoever arrives has a say, whoever leaves has none any more (RULES 7).


def test_who_arrives_while_the_table_decides_has_a_say() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, AGREE)

    game = after(game, AddPlayer(by=FACILITATOR, name="Marc"))

    assert refused(game, Adopt(by=FACILITATOR)) is Reason.NOT_EVERYBODY_HAS_SPOKEN
    assert refused(game, says(PlayerId("p4"), AGREE)) is None


def test_when_the_last_to_speak_leaves_the_others_have_decided() -> None:
    game = after_opinions(proposed(), AGREE, AGREE)

    game = after(game, RemovePlayer(by=FACILITATOR, player=INES))

    assert may_adopt(game)
    assert after(game, Adopt(by=FACILITATOR)).proposals[0].opinions == {AMINA: AGREE, LEO: AGREE}


def test_the_objection_of_somebody_who_leaves_goes_with_them() -> None:
    game = after_opinions(proposed(), AGREE, AGREE, OBJECT)

    game = after(game, RemovePlayer(by=FACILITATOR, player=INES))

    assert open_proposal(game).opinions == {AMINA: AGREE, LEO: AGREE}
    assert refused(game, Adopt(by=FACILITATOR)) is None


def test_the_majority_is_of_those_still_there() -> None:
    game = after_opinions(proposed(4, MAJORITY), AGREE, AGREE)
    assert refused(game, Adopt(by=FACILITATOR)) is Reason.NO_MAJORITY

    game = after(game, RemovePlayer(by=FACILITATOR, player=PlayerId("p4")))

    assert refused(game, Adopt(by=FACILITATOR)) is None


def test_a_table_of_nine_decides_too() -> None:
    game = after_opinions(proposed(9), *[AGREE] * 9)

    game = after(game, Adopt(by=FACILITATOR))

    assert len(game.proposals[0].opinions) == len(NAMES)
