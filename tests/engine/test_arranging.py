"""RULES 5: everybody together moves proposals, takes cards back, links two of them, and names the new system."""

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
    with_adopted,
    with_mechanism_in_hand,
)

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.events import Linked, LinkReworded, ProposalMoved, SystemNamed, TakenBack, Unlinked
from enacting.engine.game import FACILITATOR, Actor, Game, Link, PlayerId, Proposal, Zone
from enacting.engine.moves import (
    EndActivity,
    EverybodyAgrees,
    KeepForLater,
    LinkProposals,
    Move,
    MoveProposal,
    NameSystem,
    Propose,
    RemovePlayer,
    RewordLink,
    TakeBack,
    Unlink,
)
from enacting.engine.refusals import Reason


def two_adopted() -> Game:
    """m2 and m3 lie under the posture of the left seat."""
    return at_part("system", with_adopted(a_table(), 2))


def one_for_later(players: int = 2) -> Game:
    """m2 lies on the later pile, and no proposal on the board."""
    return at_part("system", after(with_mechanism_in_hand(a_table(players)), KeepForLater(by=AMINA)))


def linked(words: str = "opens") -> Game:
    return after(two_adopted(), LinkProposals(by=AMINA, source=M2, target=M3, words=words))


def seats(game: Game) -> dict[CardId, SeatId]:
    return {proposal.card: proposal.seat for proposal in game.proposals}


def test_the_new_system_is_arranged_in_its_part_only() -> None:
    game = with_adopted(a_table(3), 2)
    moves: tuple[Move, ...] = (
        MoveProposal(by=FACILITATOR, card=M2, seat=RIGHT),
        TakeBack(by=FACILITATOR, card=M2, seat=RIGHT),
        LinkProposals(by=FACILITATOR, source=M2, target=M3),
        RewordLink(by=FACILITATOR, source=M2, target=M3, words="opens"),
        Unlink(by=FACILITATOR, source=M2, target=M3),
        NameSystem(by=FACILITATOR, name="River"),
    )

    for move in moves:
        assert refused(game, move) is Reason.NOT_THIS_ACTIVITY


@pytest.mark.parametrize("by", [FACILITATOR, AMINA, LEO])
def test_everybody_arranges_and_may_go_on(by: Actor) -> None:
    game = after(two_adopted(), MoveProposal(by=by, card=M2, seat=RIGHT), NameSystem(by=by, name="River"))

    game = after(game, EndActivity(by=by))

    assert game.part is not None
    assert game.part.id == "debrief"


# Move adopted proposals to other postures.


def test_a_proposal_is_moved_under_another_posture() -> None:
    move = MoveProposal(by=LEO, card=M2, seat=RIGHT)

    assert events_of(two_adopted(), move) == (ProposalMoved(card=M2, seat=RIGHT),)
    assert seats(after(two_adopted(), move)) == {M2: RIGHT, M3: LEFT}


def test_a_proposal_moved_keeps_its_answers_allies_and_opinions() -> None:
    game = with_mechanism_in_hand(a_table())
    game = after(
        game,
        Propose(by=AMINA, card=M2, seat=LEFT, answers=(POLITICAL,), allies=(LEO,)),
        EverybodyAgrees(by=FACILITATOR),
    )
    before = game.proposals[0]

    game = after(at_part("system", game), MoveProposal(by=AMINA, card=M2, seat=RIGHT))

    after_it = game.proposals[0]
    assert after_it.seat == RIGHT
    assert (after_it.answers, after_it.allies, after_it.by) == ((POLITICAL,), (LEO,), AMINA)
    assert after_it.opinions == before.opinions


def test_a_proposal_is_moved_elsewhere() -> None:
    assert refused(two_adopted(), MoveProposal(by=AMINA, card=M2, seat=LEFT)) is Reason.ALREADY_THERE


def test_only_a_proposal_on_the_board_is_moved() -> None:
    assert refused(two_adopted(), MoveProposal(by=AMINA, card=M1, seat=RIGHT)) is Reason.NOT_ON_BOARD
    assert refused(two_adopted(), MoveProposal(by=AMINA, card=HELPER, seat=LEFT)) is Reason.NOT_ON_BOARD


def test_a_proposal_is_moved_under_a_posture() -> None:
    assert refused(two_adopted(), MoveProposal(by=AMINA, card=M2, seat=SPARE)) is Reason.SEAT_WITHOUT_POSTURE
    assert refused(two_adopted(), MoveProposal(by=AMINA, card=M2, seat=SeatId("moon"))) is Reason.UNKNOWN_SEAT


# Take one back from the later pile.


def test_a_card_taken_back_is_everybodys_proposal() -> None:
    game = one_for_later()
    move = TakeBack(by=LEO, card=M2, seat=RIGHT, answers=(SOCIAL,), allies=(AMINA, LEO))

    assert events_of(game, move) == (TakenBack(card=M2, seat=RIGHT),)
    game = after(game, move)
    assert game.later == ()
    assert game.zones()[M2] == [Zone.ADOPTED]
    assert game.proposals == (
        Proposal(card=M2, seat=RIGHT, answers=(SOCIAL,), allies=(AMINA, LEO), by=None, opinions={}),
    )


def test_only_a_card_of_the_later_pile_is_taken_back() -> None:
    for game, card in ((one_for_later(), M1), (one_for_later(), CardId("nothing")), (two_adopted(), M2)):
        assert refused(game, TakeBack(by=AMINA, card=card, seat=LEFT)) is Reason.NOT_IN_LATER_PILE


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (TakeBack(by=AMINA, card=M2, seat=SeatId("moon")), Reason.UNKNOWN_SEAT),
        (TakeBack(by=AMINA, card=M2, seat=SPARE), Reason.SEAT_WITHOUT_POSTURE),
        (TakeBack(by=AMINA, card=M2, seat=LEFT, answers=(ConsequenceId("comic"),)), Reason.UNKNOWN_CONSEQUENCE),
        (TakeBack(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL, SOCIAL)), Reason.SAID_TWICE),
        (TakeBack(by=AMINA, card=M2, seat=LEFT, allies=(LEO, LEO)), Reason.SAID_TWICE),
        (TakeBack(by=AMINA, card=M2, seat=LEFT, allies=(PlayerId("p9"),)), Reason.UNKNOWN_PLAYER),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_a_card_taken_back_is_as_sound_as_a_proposal(move: TakeBack, reason: Reason) -> None:
    assert refused(one_for_later(), move) is reason


def test_an_ally_who_has_left_does_not_commit_to_a_card_taken_back() -> None:
    game = after(one_for_later(3), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, TakeBack(by=AMINA, card=M2, seat=LEFT, allies=(INES,))) is Reason.PLAYER_HAS_LEFT


def test_a_card_of_the_discard_or_the_pile_stays_there() -> None:
    game = two_adopted()

    assert refused(game, TakeBack(by=FACILITATOR, card=M4, seat=LEFT)) is Reason.NOT_IN_LATER_PILE


# Link two proposals, with a word or two.


def test_one_proposal_makes_another_possible() -> None:
    move = LinkProposals(by=LEO, source=M2, target=M3, words="  opens ")

    assert events_of(two_adopted(), move) == (Linked(source=M2, target=M3),)
    assert after(two_adopted(), move).links == (Link(source=M2, target=M3, words="opens"),)


def test_a_link_may_have_no_words() -> None:
    assert linked("").links == (Link(source=M2, target=M3, words=""),)


def test_the_words_of_a_link_have_at_most_40_characters() -> None:
    link = LinkProposals(by=AMINA, source=M2, target=M3, words="x" * 41)
    reword = RewordLink(by=AMINA, source=M2, target=M3, words="x" * 41)

    assert refused(two_adopted(), link) is Reason.WORDS_TOO_LONG
    assert refused(linked(), reword) is Reason.WORDS_TOO_LONG
    assert linked("x" * 40).links[0].words == "x" * 40


def test_a_link_goes_from_one_proposal_to_another() -> None:
    assert refused(two_adopted(), LinkProposals(by=AMINA, source=M2, target=M2)) is Reason.LINK_TO_ITSELF


def test_both_ends_of_a_link_lie_on_the_board() -> None:
    assert refused(two_adopted(), LinkProposals(by=AMINA, source=M2, target=M1)) is Reason.NOT_ON_BOARD
    assert refused(two_adopted(), LinkProposals(by=AMINA, source=M1, target=M2)) is Reason.NOT_ON_BOARD


def test_a_link_is_made_once_but_may_go_both_ways() -> None:
    assert refused(linked(), LinkProposals(by=LEO, source=M2, target=M3)) is Reason.ALREADY_LINKED
    assert refused(linked(), LinkProposals(by=LEO, source=M3, target=M2)) is None


def test_a_link_stays_when_its_proposal_is_moved() -> None:
    game = after(linked(), MoveProposal(by=AMINA, card=M2, seat=RIGHT))

    assert game.links == (Link(source=M2, target=M3, words="opens"),)


def test_the_words_of_a_link_are_changed() -> None:
    move = RewordLink(by=LEO, source=M2, target=M3, words="pays for")

    assert events_of(linked(), move) == (LinkReworded(source=M2, target=M3),)
    assert after(linked(), move).links == (Link(source=M2, target=M3, words="pays for"),)


def test_changing_the_words_of_a_link_changes_something() -> None:
    move = RewordLink(by=LEO, source=M2, target=M3, words=" opens ")

    assert refused(linked(), move) is Reason.NOTHING_CHANGES


def test_a_link_is_removed_and_the_others_stay() -> None:
    game = after(linked(), LinkProposals(by=AMINA, source=M3, target=M2, words="feeds"))

    assert events_of(game, Unlink(by=LEO, source=M2, target=M3)) == (Unlinked(source=M2, target=M3),)
    assert after(game, Unlink(by=LEO, source=M2, target=M3)).links == (Link(source=M3, target=M2, words="feeds"),)


def test_only_a_link_that_exists_is_changed_or_removed() -> None:
    assert refused(linked(), Unlink(by=AMINA, source=M3, target=M2)) is Reason.NOT_LINKED
    assert refused(linked(), RewordLink(by=AMINA, source=M3, target=M2, words="x")) is Reason.NOT_LINKED


# Give the new system a name.


def test_the_system_is_named() -> None:
    move = NameSystem(by=LEO, name=" The river’s house ")

    assert events_of(two_adopted(), move) == (SystemNamed(name="The river’s house"),)
    assert after(two_adopted(), move).system_name == "The river’s house"


def test_the_system_may_be_named_again_but_not_the_same() -> None:
    game = after(two_adopted(), NameSystem(by=LEO, name="River"))

    assert refused(game, NameSystem(by=LEO, name="River ")) is Reason.NOTHING_CHANGES
    assert after(game, NameSystem(by=LEO, name="Sea")).system_name == "Sea"


def test_a_name_is_neither_empty_nor_longer_than_60_characters() -> None:
    assert refused(two_adopted(), NameSystem(by=LEO, name="  ")) is Reason.EMPTY_WORDS
    assert refused(two_adopted(), NameSystem(by=LEO, name="x" * 61)) is Reason.WORDS_TOO_LONG
    assert refused(two_adopted(), NameSystem(by=LEO, name="x" * 60)) is None


def test_a_system_may_be_arranged_without_any_proposal() -> None:
    game = at_part("system", a_table())

    assert game.proposals == ()
    assert refused(game, NameSystem(by=AMINA, name="Empty")) is None
