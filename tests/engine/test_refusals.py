"""Every reason the rules can have for saying no is given at least once, and then nothing has changed."""

from collections.abc import Callable

import pytest
from tables import (
    AMINA,
    INES,
    LEFT,
    LEO,
    M1,
    M2,
    M3,
    PARTNER,
    POLITICAL,
    RIGHT,
    SOCIAL,
    SPARE,
    a_plan,
    a_setup,
    a_table,
    after,
    at_activity,
    at_part,
    refused,
    rich_box,
    with_adopted,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import DecisionRule, PartId, ProposalRules, SeatId
from enacting.engine.cards import CardId, ConsequenceId, FamilyId, Reprint
from enacting.engine.game import FACILITATOR, Game, NoteId, Opinion, PlayerId, replace
from enacting.engine.moves import (
    AddNextStep,
    AddPlayer,
    Adopt,
    Amend,
    AskQuestion,
    ChangePlan,
    ComeBack,
    DrawMechanisms,
    DrawPosture,
    DrawTrouble,
    EndActivity,
    EndFloor,
    GiveFloor,
    GiveOpinion,
    JudgeProposal,
    KeepForLater,
    KeepMechanism,
    KeepPart,
    LinkProposals,
    Move,
    MoveProposal,
    NameSystem,
    Pass,
    PlacePosture,
    Present,
    Propose,
    Rate,
    RemoveNextStep,
    RemoveNote,
    RemovePlayer,
    RenamePlayer,
    ReprintCards,
    RevealContext,
    RevealCrisis,
    SkipPart,
    TakeBack,
    Unlink,
    WriteMechanism,
    WriteNote,
)
from enacting.engine.refusals import Reason
from enacting.engine.setup import set_up

HOW = CardId("how")
NOBODY = PlayerId("p9")


def opening() -> Game:
    return a_table(3)


def with_twenty_next_steps() -> Game:
    steps = (AddNextStep(by=AMINA, what=f"Step {number}") for number in range(20))
    return after(at_activity("takeaways", opening()), *steps)


def presented() -> Game:
    return after(at_activity("present", opening()), Present(by=AMINA, player=AMINA))


def rated() -> Game:
    return after(at_activity("before", opening()), rate(2, 4))


def rate(social: int, political: int) -> Rate:
    return Rate(by=AMINA, player=AMINA, marks={SOCIAL: social, POLITICAL: political})


def in_hand() -> Game:
    return with_mechanism_in_hand(opening())


def proposed() -> Game:
    return with_proposal(opening())


def objected() -> Game:
    return after(proposed(), GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT))


def arranging() -> Game:
    return at_part("system", with_adopted(opening(), 2))


def linked() -> Game:
    return after(arranging(), LinkProposals(by=AMINA, source=M2, target=M3))


def ines_left() -> Game:
    return after(opening(), RemovePlayer(by=FACILITATOR, player=INES))


def amina_has_floor() -> Game:
    return after(opening(), GiveFloor(by=FACILITATOR, player=AMINA))


def one_posture_placed() -> Game:
    game = after(at_part("postures", opening()), DrawPosture(by=AMINA))
    assert game.turn is not None
    return after(game, PlacePosture(by=AMINA, card=game.turn.hand[0], seat=LEFT), DrawPosture(by=LEO))


def without_mechanisms() -> Game:
    """A game that cannot be reached by playing: a turn to draw, and no pile."""
    return replace(at_part("mechanisms", opening()), mechanism_pile=())


def troubled() -> Game:
    game, _ = set_up(rich_box(), a_setup(3, plan=a_plan(trouble=True)))
    return at_activity("trouble", with_adopted(game))


def writing(*, family: str = "act", icon: str = "drop") -> Move:
    return WriteMechanism(by=AMINA, title="A bench", text="Somewhere to sit.", family=FamilyId(family), icon=icon)


def reprint(card: CardId, **texts: str) -> Move:
    return ReprintCards(by=FACILITATOR, reprints=(Reprint(card=card, language="en", texts=texts),))


def system_skipped() -> Game:
    return after(opening(), SkipPart(by=FACILITATOR, part=PartId("system")))


PROVOKED: dict[Reason, tuple[Callable[[], Game], Move]] = {
    Reason.SESSION_OVER: (lambda: at_part("after the session", opening()), RevealCrisis(by=AMINA)),
    Reason.NOT_THIS_ACTIVITY: (opening, DrawPosture(by=AMINA)),
    Reason.NOT_YOUR_TURN: (in_hand, Pass(by=LEO)),
    Reason.ONLY_FACILITATOR: (opening, GiveFloor(by=AMINA, player=AMINA)),
    Reason.NOT_YOURS_TO_SAY: (opening, RenamePlayer(by=AMINA, player=LEO, name="Léon")),
    Reason.UNKNOWN_PLAYER: (opening, RevealCrisis(by=NOBODY)),
    Reason.PLAYER_HAS_LEFT: (ines_left, RevealCrisis(by=INES)),
    Reason.UNKNOWN_PART: (opening, SkipPart(by=FACILITATOR, part=PartId("holidays"))),
    Reason.PART_IS_BEHIND: (opening, SkipPart(by=FACILITATOR, part=PartId("opening"))),
    Reason.PART_ALREADY_SKIPPED: (system_skipped, SkipPart(by=FACILITATOR, part=PartId("system"))),
    Reason.PART_NOT_SKIPPED: (opening, KeepPart(by=FACILITATOR, part=PartId("system"))),
    Reason.PLAN_OFF_LIMITS: (
        opening,
        ChangePlan(by=FACILITATOR, rounds=7, turns=0, posture_seconds=60, mechanism_seconds=120),
    ),
    Reason.ACTIVITY_NOT_FINISHED: (in_hand, EndActivity(by=AMINA)),
    Reason.ALREADY_REVEALED: (lambda: after(opening(), RevealCrisis(by=AMINA)), RevealCrisis(by=AMINA)),
    Reason.NO_CONTEXT: (opening, RevealContext(by=AMINA)),
    Reason.ALREADY_PRESENTED: (presented, Present(by=AMINA, player=AMINA)),
    Reason.ALREADY_RATED: (rated, rate(3, 3)),
    Reason.RATING_INCOMPLETE: (
        lambda: at_activity("before", opening()),
        Rate(by=AMINA, player=AMINA, marks={SOCIAL: 3}),
    ),
    Reason.RATING_OFF_SCALE: (lambda: at_activity("before", opening()), rate(3, 6)),
    Reason.NOT_TIME_TO_DRAW: (in_hand, DrawMechanisms(by=AMINA)),
    Reason.PILE_EMPTY: (without_mechanisms, DrawMechanisms(by=AMINA)),
    Reason.NOT_TIME_TO_KEEP: (in_hand, KeepMechanism(by=AMINA, card=M2)),
    Reason.CARD_NOT_IN_HAND: (in_hand, Propose(by=AMINA, card=M3, seat=LEFT)),
    Reason.NOT_TIME_TO_PLACE: (proposed, Propose(by=AMINA, card=M2, seat=LEFT)),
    Reason.UNKNOWN_SEAT: (in_hand, Propose(by=AMINA, card=M2, seat=SeatId("moon"))),
    Reason.SEAT_TAKEN: (one_posture_placed, PlacePosture(by=LEO, card=PARTNER, seat=LEFT)),
    Reason.SEAT_WITHOUT_POSTURE: (in_hand, Propose(by=AMINA, card=M2, seat=SPARE)),
    Reason.UNKNOWN_CONSEQUENCE: (in_hand, Propose(by=AMINA, card=M2, seat=LEFT, answers=(ConsequenceId("comic"),))),
    Reason.SAID_TWICE: (in_hand, Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO, LEO))),
    Reason.ALLY_OF_ONESELF: (in_hand, Propose(by=AMINA, card=M2, seat=LEFT, allies=(AMINA,))),
    Reason.TOO_FEW_ANSWERS: (
        lambda: with_mechanism_in_hand(a_table(3, proposals=ProposalRules(least_answers=1))),
        Propose(by=AMINA, card=M2, seat=LEFT),
    ),
    Reason.TOO_FEW_ALLIES: (
        lambda: with_mechanism_in_hand(a_table(3, proposals=ProposalRules(least_allies=2))),
        Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO,)),
    ),
    Reason.RESERVATION_NOT_WRITTEN: (
        lambda: with_proposal(a_table(3, proposals=ProposalRules(reservations_written=True))),
        GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE, words=" "),
    ),
    Reason.NOTHING_TO_DECIDE: (in_hand, Adopt(by=AMINA)),
    Reason.NOT_EVERYBODY_HAS_SPOKEN: (proposed, Adopt(by=AMINA)),
    Reason.SOMEBODY_OBJECTS: (objected, Adopt(by=AMINA)),
    Reason.NO_MAJORITY: (lambda: with_proposal(a_table(decision=DecisionRule.MAJORITY)), Adopt(by=AMINA)),
    Reason.NOTHING_TO_PUT_ASIDE: (lambda: at_part("mechanisms", opening()), KeepForLater(by=AMINA)),
    Reason.AMENDMENT_CHANGES_NOTHING: (proposed, Amend(by=AMINA, seat=LEFT, answers=(SOCIAL,), allies=())),
    Reason.NOT_ON_BOARD: (arranging, MoveProposal(by=AMINA, card=M1, seat=LEFT)),
    Reason.ALREADY_THERE: (arranging, MoveProposal(by=AMINA, card=M2, seat=LEFT)),
    Reason.NOT_IN_LATER_PILE: (arranging, TakeBack(by=AMINA, card=M1, seat=LEFT)),
    Reason.LINK_TO_ITSELF: (arranging, LinkProposals(by=AMINA, source=M2, target=M2)),
    Reason.ALREADY_LINKED: (linked, LinkProposals(by=AMINA, source=M2, target=M3)),
    Reason.NOT_LINKED: (arranging, Unlink(by=AMINA, source=M2, target=M3)),
    Reason.EMPTY_WORDS: (opening, WriteNote(by=AMINA, text=" ")),
    Reason.WORDS_TOO_LONG: (arranging, NameSystem(by=AMINA, name="x" * 61)),
    Reason.UNKNOWN_QUESTION: (lambda: at_activity("feelings", opening()), AskQuestion(by=AMINA, question=CardId("x"))),
    Reason.QUESTION_ALREADY_ASKED: (lambda: at_activity("feelings", opening()), AskQuestion(by=AMINA, question=HOW)),
    Reason.ALREADY_HAS_FLOOR: (amina_has_floor, GiveFloor(by=FACILITATOR, player=AMINA)),
    Reason.NOBODY_HAS_FLOOR: (opening, EndFloor(by=FACILITATOR)),
    Reason.UNKNOWN_NOTE: (opening, RemoveNote(by=AMINA, note=NoteId(1))),
    Reason.UNKNOWN_NEXT_STEP: (lambda: at_activity("takeaways", opening()), RemoveNextStep(by=AMINA, step=1)),
    Reason.TOO_MANY_NEXT_STEPS: (with_twenty_next_steps, AddNextStep(by=AMINA, what="More")),
    Reason.UNKNOWN_CARD: (opening, WriteNote(by=AMINA, text="Hm", card=CardId("king"))),
    Reason.CARD_ON_BOARD: (proposed, reprint(M2, title="A well")),
    Reason.NOT_ITS_WORDS: (opening, reprint(M2, family="care")),
    Reason.UNKNOWN_FAMILY: (lambda: at_part("mechanisms", opening()), writing(family="poems")),
    Reason.UNKNOWN_ICON: (lambda: at_part("mechanisms", opening()), writing(icon="crown")),
    Reason.NO_TROUBLE_YET: (troubled, JudgeProposal(by=AMINA, card=M2, holds=True)),
    Reason.ONE_TROUBLE_IS_ENOUGH: (lambda: after(troubled(), DrawTrouble(by=AMINA)), DrawTrouble(by=LEO)),
    Reason.NAME_TAKEN: (opening, AddPlayer(by=FACILITATOR, name="amina")),
    Reason.TABLE_FULL: (lambda: a_table(9), AddPlayer(by=FACILITATOR, name="Ada")),
    Reason.ALREADY_HERE: (opening, ComeBack(by=FACILITATOR, player=AMINA)),
    Reason.LAST_PLAYER: (lambda: a_table(1), RemovePlayer(by=FACILITATOR, player=AMINA)),
    Reason.PERSONA_TAKEN: (opening, AddPlayer(by=FACILITATOR, name="Ada", persona=CardId("mayor"))),
    Reason.NOTHING_CHANGES: (objected, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT)),
    Reason.NEGATIVE_TIME: (opening, RevealCrisis(by=AMINA, seconds=-1)),
}


def test_every_reason_is_in_the_table() -> None:
    assert set(PROVOKED) == set(Reason)


@pytest.mark.parametrize("reason", PROVOKED, ids=lambda reason: str(reason.value))
def test_the_rules_give_that_reason_and_nothing_has_changed(reason: Reason) -> None:
    at, move = PROVOKED[reason]
    game = at()

    assert refused(game, move) is reason


def test_the_same_move_is_refused_again_for_the_same_reason() -> None:
    game = in_hand()
    move = Propose(by=AMINA, card=M2, seat=SPARE)

    assert [refused(game, move) for _ in range(3)] == [Reason.SEAT_WITHOUT_POSTURE] * 3
    assert refused(game, Propose(by=AMINA, card=M2, seat=RIGHT)) is None
