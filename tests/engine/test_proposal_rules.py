"""What a box or a session asks of a proposal: allies, consequences answered, reservations in words (RULES 4.3, 4.4)."""

import random

import pytest
from tables import (
    AMINA,
    INES,
    LEFT,
    LEO,
    M2,
    POLITICAL,
    RIGHT,
    SOCIAL,
    SPARE,
    a_table,
    after,
    at_part,
    random_moves,
    refused,
    with_adopted,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import ProposalRules
from enacting.engine.completing import allowed
from enacting.engine.game import FACILITATOR, Game, Opinion
from enacting.engine.moves import (
    Amend,
    EverybodyAgrees,
    GiveOpinion,
    KeepForLater,
    Move,
    MoveProposal,
    Propose,
    RemovePlayer,
    TakeBack,
)
from enacting.engine.refusals import Reason
from enacting.engine.rules import apply, completed, legal_moves, refusal

TWO_ALLIES = ProposalRules(least_allies=2)
BOTH_ANSWERS = ProposalRules(least_answers=2)
IN_WORDS = ProposalRules(reservations_written=True)
EVERYTHING = ProposalRules(least_allies=1, least_answers=1, reservations_written=True)


def in_hand(players: int, rules: ProposalRules) -> Game:
    return with_mechanism_in_hand(a_table(players, proposals=rules))


def test_a_proposal_needs_as_many_allies_as_the_session_asks() -> None:
    game = in_hand(3, TWO_ALLIES)

    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT)) is Reason.TOO_FEW_ALLIES
    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO,))) is Reason.TOO_FEW_ALLIES
    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO, INES))) is None


def test_nobody_is_asked_for_more_allies_than_there_are_at_the_table() -> None:
    game = after(in_hand(3, TWO_ALLIES), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT)) is Reason.TOO_FEW_ALLIES
    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO,))) is None
    assert refused(in_hand(1, TWO_ALLIES), Propose(by=AMINA, card=M2, seat=LEFT)) is None


def test_a_proposal_answers_as_many_consequences_as_the_session_asks() -> None:
    game = in_hand(3, BOTH_ANSWERS)

    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL,))) is Reason.TOO_FEW_ANSWERS
    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL, POLITICAL))) is None


def test_nobody_is_asked_for_more_consequences_than_the_crisis_has() -> None:
    game = in_hand(3, ProposalRules(least_answers=9))

    assert refused(game, Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL, POLITICAL))) is None


def test_an_amendment_and_a_card_taken_back_need_the_same() -> None:
    game = after(in_hand(3, TWO_ALLIES), Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO, INES)))
    later = at_part("system", after(game, KeepForLater(by=AMINA)))

    assert refused(game, Amend(by=AMINA, seat=RIGHT, answers=(), allies=(LEO,))) is Reason.TOO_FEW_ALLIES
    assert refused(later, TakeBack(by=FACILITATOR, card=M2, seat=LEFT, allies=(LEO,))) is Reason.TOO_FEW_ALLIES
    assert refused(later, TakeBack(by=FACILITATOR, card=M2, seat=LEFT, allies=(LEO, AMINA))) is None


def test_a_card_that_lies_on_the_board_is_moved_without_being_asked_again() -> None:
    game = at_part("system", with_adopted(a_table(3)))
    [proposal] = game.proposals

    assert refused(game, MoveProposal(by=FACILITATOR, card=proposal.card, seat=RIGHT)) is None


def test_a_reservation_is_said_in_words_where_the_session_asks_for_them() -> None:
    game = with_proposal(a_table(3, proposals=IN_WORDS))
    reserve = GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE)

    assert refused(game, reserve) is Reason.RESERVATION_NOT_WRITTEN
    assert refused(game, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.AGREE)) is None
    assert refused(game, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT)) is None
    assert refused(with_proposal(a_table(3)), reserve) is None


def test_the_words_of_an_opinion_stay_with_the_proposal() -> None:
    game = with_proposal(a_table(3, proposals=IN_WORDS))
    says = GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE, words=" Who pays? ")

    adopted = after(game, says, EverybodyAgrees(by=FACILITATOR)).proposals[0]

    assert adopted.opinions[LEO] is Opinion.RESERVE
    assert adopted.reasons == {LEO: "Who pays?"}


def test_words_said_again_replace_those_before_and_go_with_another_opinion() -> None:
    game = with_proposal(a_table(3))
    first = GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE, words="Who pays?")
    second = GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE, words="Who repairs?")
    agrees = GiveOpinion(by=LEO, player=LEO, opinion=Opinion.AGREE)

    said = after(game, first)

    assert refused(said, first) is Reason.NOTHING_CHANGES
    assert reasons(after(said, second)) == {LEO: "Who repairs?"}
    assert reasons(after(said, agrees)) == {}


def test_words_longer_than_a_sentence_are_refused() -> None:
    game = with_proposal(a_table(3))
    words = "x" * 281

    assert refused(game, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE, words=words)) is Reason.WORDS_TOO_LONG


def test_an_amendment_asks_everybody_again_and_keeps_no_words() -> None:
    game = after(with_proposal(a_table(3)), GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT, words="Too dear"))

    amended = after(game, Amend(by=AMINA, seat=RIGHT, answers=(SOCIAL,), allies=()))

    assert reasons(amended) == {}


def reasons(game: Game) -> object:
    assert game.turn is not None
    assert game.turn.proposal is not None
    return game.turn.proposal.reasons


# What has not been chosen yet


@pytest.mark.parametrize("rules", [ProposalRules(), TWO_ALLIES, BOTH_ANSWERS, EVERYTHING])
def test_a_proposal_that_is_not_filled_in_may_begin_where_it_could_be_played(rules: ProposalRules) -> None:
    game = in_hand(3, rules)

    whole = completed(game, Propose(by=AMINA, card=M2, seat=LEFT))

    assert isinstance(whole, Propose)
    assert whole.seat == LEFT
    assert refusal(game, whole) is None
    assert completed(game, Propose(by=AMINA, card=M2, seat=SPARE)) is None


def test_what_is_already_chosen_and_may_be_played_stays_as_it_is() -> None:
    game = in_hand(3, TWO_ALLIES)
    chosen = Propose(by=AMINA, card=M2, seat=LEFT, answers=(POLITICAL,), allies=(INES, LEO))

    assert completed(game, chosen) == chosen


def test_somebody_who_may_not_join_hides_nobody_who_may() -> None:
    def without_leo(game: Game, move: Move) -> Reason | None:
        return Reason.SAID_TWICE if isinstance(move, Propose) and LEO in move.allies else refusal(game, move)

    game = in_hand(5, ProposalRules(least_allies=3, least_answers=2))

    whole = next(allowed(game, Propose(by=AMINA, card=M2, seat=LEFT), without_leo))

    assert isinstance(whole, Propose)
    assert LEO not in whole.allies
    assert len(whole.allies) == 3
    everybody = in_hand(4, ProposalRules(least_allies=3))
    assert next(allowed(everybody, Propose(by=AMINA, card=M2, seat=LEFT), without_leo), None) is None


def test_a_consequence_that_may_not_be_answered_hides_none_that_may() -> None:
    def without_social(game: Game, move: Move) -> Reason | None:
        answers = move.answers if isinstance(move, Propose) else ()
        return Reason.UNKNOWN_CONSEQUENCE if SOCIAL in answers else refusal(game, move)

    game = in_hand(3, ProposalRules(least_allies=2, least_answers=1))

    whole = next(allowed(game, Propose(by=AMINA, card=M2, seat=LEFT), without_social))

    assert isinstance(whole, Propose)
    assert whole.answers == (POLITICAL,)


def test_a_reservation_may_begin_before_its_words() -> None:
    game = with_proposal(a_table(3, proposals=IN_WORDS))

    assert completed(game, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE)) is not None


def test_a_proposal_stays_among_what_may_be_played_whatever_the_session_asks() -> None:
    game = in_hand(3, EVERYTHING)

    proposals = [move for move in legal_moves(game) if isinstance(move, Propose)]

    assert {move.seat for move in proposals} == set(game.postures)
    assert all(refusal(game, move) is None for move in proposals)


@pytest.mark.parametrize("seed", range(6))
def test_whole_games_end_whatever_the_session_asks(seed: int) -> None:
    game = a_table(3, seed=seed, proposals=EVERYTHING)

    for at, move in random_moves(game, random.Random(seed)):
        game, _ = apply(at, move)

    assert game.over
    assert all(proposal.allies and proposal.answers for proposal in game.proposals if proposal.by)
