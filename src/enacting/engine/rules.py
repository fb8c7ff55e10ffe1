"""The one door to the rules: play a move, ask why it is refused, list what may be played.

Law: `apply` is total. It returns the next game, or raises `IllegalMove` and nothing has changed.
"""

from collections.abc import Iterator
from typing import assert_never

from enacting.engine import (
    arranging,
    debrief,
    deciding,
    floor,
    notes,
    opening,
    parts,
    players,
    postures,
    proposing,
    reprinting,
    trouble,
)
from enacting.engine.agenda import Outcome
from enacting.engine.completing import allowed
from enacting.engine.game import FACILITATOR, Game, require_present
from enacting.engine.moves import (
    AddNextStep,
    AddPlayer,
    Adopt,
    Amend,
    AskQuestion,
    ChangePlan,
    ComeBack,
    CorrectNextStep,
    CorrectNote,
    DoNotRate,
    DrawMechanisms,
    DrawPosture,
    DrawTrouble,
    Drop,
    EndActivity,
    EndFloor,
    EndPart,
    EverybodyAgrees,
    GiveFloor,
    GiveOpinion,
    JudgeProposal,
    KeepForLater,
    KeepMechanism,
    KeepPart,
    KeepSpeech,
    LeaveTakeaway,
    LeaveWord,
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
    RewordLink,
    SkipPart,
    TakeBack,
    Unlink,
    WriteMechanism,
    WriteNote,
)
from enacting.engine.refusals import IllegalMove, Reason, require

TOPICS = (opening, postures, proposing, deciding, arranging, trouble, debrief, floor, notes, players, parts, reprinting)


def apply(game: Game, move: Move) -> Outcome:
    """The game after that move, and what happened; raises `IllegalMove` with its reason."""
    require(move.seconds >= 0, Reason.NEGATIVE_TIME)
    if move.by != FACILITATOR:
        require_present(game, move.by)
    if move.seconds:
        game = floor.with_time(game, move.seconds)
    return _rule(game, move)


def refusal(game: Game, move: Move) -> Reason | None:
    """Why that move would be refused now, None when it may be played."""
    try:
        apply(game, move)
    except IllegalMove as refused:
        return refused.reason
    return None


def completed(game: Game, move: Move) -> Move | None:
    """That move, or the first it could become that may be played now; None when its reason would stay the same.

    This is what a window asks before somebody begins to make a proposal.
    """
    return next(allowed(game, move, refusal), None)


def legal_moves(game: Game) -> Iterator[Move]:
    """Every move that may be played now, one of each shape.

    Where a move carries words, marks, consequences answered or allies, the plainest one stands for all.
    """
    for topic in TOPICS:
        for move in topic.choices(game):
            whole = completed(game, move)
            if whole is not None:
                yield whole


def _rule(game: Game, move: Move) -> Outcome:
    # One case a move, the most frequent first.
    match move:
        case GiveOpinion():
            return deciding.give_opinion(game, move)
        case WriteNote():
            return notes.write_note(game, move)
        case GiveFloor():
            return floor.give_floor(game, move)
        case EndFloor():
            return floor.end_floor(game, move)
        case DrawMechanisms():
            return proposing.draw_mechanisms(game, move)
        case KeepMechanism():
            return proposing.keep_mechanism(game, move)
        case WriteMechanism():
            return proposing.write_mechanism(game, move)
        case Propose():
            return proposing.propose(game, move)
        case EverybodyAgrees():
            return deciding.everybody_agrees(game, move)
        case Adopt():
            return deciding.adopt(game, move)
        case Amend():
            return deciding.amend(game, move)
        case KeepForLater():
            return proposing.keep_for_later(game, move)
        case Drop():
            return proposing.drop(game, move)
        case Pass():
            return proposing.pass_turn(game, move)
        case RevealContext():
            return opening.reveal_context(game, move)
        case RevealCrisis():
            return opening.reveal_crisis(game, move)
        case Present():
            return opening.present(game, move)
        case Rate():
            return opening.rate(game, move)
        case DoNotRate():
            return opening.do_not_rate(game, move)
        case DrawPosture():
            return postures.draw_posture(game, move)
        case PlacePosture():
            return postures.place_posture(game, move)
        case MoveProposal():
            return arranging.move_proposal(game, move)
        case TakeBack():
            return arranging.take_back(game, move)
        case LinkProposals():
            return arranging.link_proposals(game, move)
        case RewordLink():
            return arranging.reword_link(game, move)
        case Unlink():
            return arranging.unlink(game, move)
        case NameSystem():
            return arranging.name_system(game, move)
        case DrawTrouble():
            return trouble.draw_trouble(game, move)
        case JudgeProposal():
            return trouble.judge_proposal(game, move)
        case AskQuestion():
            return debrief.ask_question(game, move)
        case LeaveTakeaway():
            return debrief.leave_takeaway(game, move)
        case LeaveWord():
            return debrief.leave_word(game, move)
        case AddNextStep():
            return debrief.add_next_step(game, move)
        case CorrectNextStep():
            return debrief.correct_next_step(game, move)
        case RemoveNextStep():
            return debrief.remove_next_step(game, move)
        case CorrectNote():
            return notes.correct_note(game, move)
        case RemoveNote():
            return notes.remove_note(game, move)
        case RenamePlayer():
            return players.rename_player(game, move)
        case AddPlayer():
            return players.add_player(game, move)
        case RemovePlayer():
            return players.remove_player(game, move)
        case ComeBack():
            return players.come_back(game, move)
        case EndActivity():
            return parts.end_activity(game, move)
        case EndPart():
            return parts.end_part(game, move)
        case SkipPart():
            return parts.skip_part(game, move)
        case KeepPart():
            return parts.keep_part(game, move)
        case ChangePlan():
            return parts.change_plan(game, move)
        case KeepSpeech():
            return floor.keep_speech(game, move)
        case ReprintCards():
            return reprinting.reprint_cards(game, move)
        case _:
            assert_never(move)
