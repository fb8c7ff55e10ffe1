"""What a rehearsed table tries at each moment of a session: simple habits and chance, no strategy.

Law: whatever the table does, it tries what ends the moment in the end, so that a session is played whole. What the
rules refuse is a habit too: people forget whose opinion is missing, and lay cards where there is no posture.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Final, TypeVar

from enacting.engine.agenda import next_to_speak, questions_of
from enacting.engine.board import Activity, ActivityKind, Part, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import FACILITATOR, Game, Opinion, PlayerId, Proposal, Step, Turn
from enacting.engine.moves import (
    Adopt,
    Amend,
    AskQuestion,
    DoNotRate,
    DrawMechanisms,
    DrawPosture,
    DrawTrouble,
    Drop,
    EndActivity,
    EndPart,
    EverybodyAgrees,
    GiveOpinion,
    JudgeProposal,
    KeepForLater,
    KeepMechanism,
    LeaveTakeaway,
    LinkProposals,
    Move,
    MoveProposal,
    NameSystem,
    Pass,
    PlacePosture,
    Present,
    Propose,
    Rate,
    RevealContext,
    RevealCrisis,
    TakeBack,
)
from enacting.engine.planning import planned_seconds

T = TypeVar("T")

WORDS: Final = "…"
"""What a rehearsed table writes wherever words are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How likely a table does each thing, from 0 to 1, each time it could. The figures are ours, not measured."""

    leaves_rating_out: float = 0.05
    tries_a_taken_space: float = 0.05
    uses_the_other_side: float = 0.15
    keeps_for_later: float = 0.10
    drops: float = 0.05
    takes_a_posture_of_the_card: float = 0.70
    tries_an_empty_space: float = 0.04
    asks_nobody: float = 0.40
    objects: float = 0.04
    reserves: float = 0.12
    decides_too_early: float = 0.05
    drop_after_objection: float = 0.35
    links: float = 0.70
    moves: float = 0.20
    takes_back: float = 0.30
    holds: float = 0.65
    asks_another_question: float = 0.40
    cuts_a_late_part: float = 0.50
    late: float = 1.25
    """From how many times its minutes on a part is late."""


HABITS: Final = Habits()


def tries(game: Game, chance: Random, habits: Habits = HABITS) -> Iterator[Move]:
    """What the table tries now, one after the other, until the rules accept one; the last one is always accepted."""
    part, activity = game.agenda[game.activity]
    if _is_late(game, part, habits) and _is_between_turns(game) and chance.random() < habits.cuts_a_late_part:
        yield EndPart(by=FACILITATOR)
    yield from _ACTIVITIES[activity.kind](game, part, activity, chance, habits)
    yield EndActivity(by=FACILITATOR)
    yield EndPart(by=FACILITATOR)


def _is_late(game: Game, part: Part, habits: Habits) -> bool:
    """Whether a part has taken its time; the last one, which is the debrief, takes as long as it takes."""
    planned = 60 * game.setup.plan.minutes.get(part.id, 0)
    is_last = part.id == game.box.description.parts[-1].id
    return not is_last and game.spent_seconds.get(part.id, 0) > planned * habits.late


def _is_between_turns(game: Game) -> bool:
    return game.turn is None or game.turn.step is Step.DRAW


# How long things last


def _seconds(game: Game, part: Part, activity: Activity, chance: Random) -> int:
    """How long one go of an activity lasts: between half as long as planned and twice, more often a little longer."""
    planned = planned_seconds(game.setup.plan, part, activity, len(game.present))
    return round(planned * (0.5 + chance.random() * 0.6 + chance.random() * 0.6))


# Activities


def _reveal(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    if not game.context_revealed:
        yield RevealContext(by=FACILITATOR)
    if not game.revealed:
        yield RevealCrisis(by=FACILITATOR, seconds=_seconds(game, part, activity, chance))


def _present(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    player = next_to_speak(game)
    if player is not None:
        yield Present(by=player, player=player, seconds=_seconds(game, part, activity, chance))


def _rate(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    player = next_to_speak(game)
    if player is None:
        return
    seconds = _seconds(game, part, activity, chance)
    if chance.random() < habits.leaves_rating_out:
        yield DoNotRate(by=player, player=player, seconds=seconds)
    scale = game.box.description.scale
    marks = {
        consequence.id: _pick(range(scale.least, scale.most + 1), chance)
        for consequence in game.box.description.consequences
    }
    yield Rate(by=player, player=player, marks=marks, seconds=seconds)


def _postures(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    turn = game.turn
    if turn is None:
        return
    if turn.step is Step.DRAW:
        yield DrawPosture(by=turn.player)
        return
    card, seconds = turn.hand[0], _seconds(game, part, activity, chance)
    family = game.box.postures[card].family
    taken = list(game.postures)
    if taken and chance.random() < habits.tries_a_taken_space:
        yield PlacePosture(by=turn.player, card=card, seat=_pick(taken, chance), seconds=seconds)
    free = [seat for seat in game.box.board.seats if seat.id not in game.postures]
    own_side = [seat for seat in free if seat.family == family]
    if own_side and chance.random() >= habits.uses_the_other_side:
        yield PlacePosture(by=turn.player, card=card, seat=_pick(own_side, chance).id, seconds=seconds)
    if free:
        yield PlacePosture(by=turn.player, card=card, seat=_pick(free, chance).id, seconds=seconds)


def _mechanisms(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    turn = game.turn
    if turn is None:
        return
    seconds = _seconds(game, part, activity, chance)
    match turn.step:
        case Step.DRAW:
            yield DrawMechanisms(by=turn.player) if game.mechanism_pile else Pass(by=turn.player)
        case Step.KEEP:
            yield KeepMechanism(by=turn.player, card=_pick(turn.hand, chance))
        case Step.DISCUSS:
            yield from _discuss_card(game, turn, chance, habits, seconds)
        case Step.DECIDE:
            yield from _decide(game, turn, chance, habits, seconds)


def _discuss_card(game: Game, turn: Turn, chance: Random, habits: Habits, seconds: int) -> Iterator[Move]:
    card, luck = turn.hand[0], chance.random()
    if luck < habits.keeps_for_later:
        yield KeepForLater(by=turn.player, seconds=seconds)
    elif luck < habits.keeps_for_later + habits.drops:
        yield Drop(by=turn.player, seconds=seconds)
    # Two thirds of a turn go by before the card is laid down, and the rest before it is decided on.
    before = seconds * 2 // 3
    answers = _answers(game, chance)
    allies = _allies(game, turn.player, chance, habits)
    for seat in _seats_for(game, card, chance, habits):
        yield Propose(by=turn.player, card=card, seat=seat, answers=answers, allies=allies, seconds=before)
    everything = tuple(consequence.id for consequence in game.box.description.consequences)
    everybody = tuple(player.id for player in game.present if player.id != turn.player)
    for seat in game.postures:
        yield Propose(by=turn.player, card=card, seat=seat, answers=everything, allies=everybody, seconds=before)
    yield KeepForLater(by=turn.player, seconds=seconds)


def _decide(game: Game, turn: Turn, chance: Random, habits: Habits, seconds: int) -> Iterator[Move]:
    proposal = turn.proposal
    assert proposal is not None
    if Opinion.OBJECT in proposal.opinions.values():
        yield from _answer_objection(game, turn, proposal, chance, habits, seconds)
    if chance.random() < habits.decides_too_early:
        yield Adopt(by=FACILITATOR)
    silent = [player.id for player in game.present if player.id not in proposal.opinions]
    for player in silent:
        opinion, words = _opinion(chance, habits)
        yield GiveOpinion(by=player, player=player, opinion=opinion, words=words)
        yield GiveOpinion(by=player, player=player, opinion=Opinion.AGREE)
    after = seconds - seconds * 2 // 3
    yield Adopt(by=FACILITATOR, seconds=after)
    yield EverybodyAgrees(by=FACILITATOR, seconds=after)
    yield KeepForLater(by=turn.player, seconds=after)


def _answer_objection(
    game: Game, turn: Turn, proposal: Proposal, chance: Random, habits: Habits, seconds: int
) -> Iterator[Move]:
    """Give up, or change something; after two amendments nobody insists."""
    after = seconds - seconds * 2 // 3
    if proposal.amendments > 1 or chance.random() < habits.drop_after_objection:
        yield KeepForLater(by=turn.player, seconds=after)
    answers, allies = _answers(game, chance), _allies(game, turn.player, chance, habits)
    for seat in _seats_for(game, proposal.card, chance, habits):
        yield Amend(by=turn.player, seat=seat, answers=answers, allies=allies, seconds=after)
    yield KeepForLater(by=turn.player, seconds=after)


def _arrange(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    """Each thing that can be done is done or not, once; naming the system ends it."""
    if not game.system_name:
        yield NameSystem(by=FACILITATOR, name=WORDS)
    seats, proposals = list(game.postures), [proposal.card for proposal in game.proposals]
    if len(proposals) > 1 and len(game.links) < len(proposals) and chance.random() < habits.links:
        yield LinkProposals(by=FACILITATOR, source=_pick(proposals, chance), target=_pick(proposals, chance))
    if game.later and seats and chance.random() < habits.takes_back:
        answers, seat = _answers(game, chance), _pick(seats, chance)
        yield TakeBack(by=FACILITATOR, card=game.later[0], seat=seat, answers=answers)
    if proposals and chance.random() < habits.moves:
        yield MoveProposal(by=FACILITATOR, card=_pick(proposals, chance), seat=_pick(seats, chance))
    yield EndActivity(by=FACILITATOR, seconds=_seconds(game, part, activity, chance))


def _trouble(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    if game.trouble is None:
        yield DrawTrouble(by=FACILITATOR)
    for proposal in game.proposals:
        if proposal.card not in game.verdicts:
            yield JudgeProposal(by=FACILITATOR, card=proposal.card, holds=chance.random() < habits.holds)
    yield EndActivity(by=FACILITATOR, seconds=_seconds(game, part, activity, chance))


def _discuss(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    questions = [question for question in questions_of(game.box, activity) if question != game.question]
    if questions and chance.random() < habits.asks_another_question:
        yield AskQuestion(by=FACILITATOR, question=_pick(questions, chance))
    yield EndActivity(by=FACILITATOR, seconds=_seconds(game, part, activity, chance))


def _takeaways(game: Game, part: Part, activity: Activity, chance: Random, habits: Habits) -> Iterator[Move]:
    for player in game.present:
        if player.id not in game.takeaways:
            seconds = _seconds(game, part, activity, chance)
            yield LeaveTakeaway(by=player.id, player=player.id, words=WORDS, seconds=seconds)


_Activity = Callable[[Game, Part, Activity, Random, Habits], Iterator[Move]]
_ACTIVITIES: Final[Mapping[ActivityKind, _Activity]] = MappingProxyType(
    {
        ActivityKind.REVEAL: _reveal,
        ActivityKind.PRESENT: _present,
        ActivityKind.RATE: _rate,
        ActivityKind.POSTURES: _postures,
        ActivityKind.MECHANISMS: _mechanisms,
        ActivityKind.ARRANGE: _arrange,
        ActivityKind.TROUBLE: _trouble,
        ActivityKind.DISCUSS: _discuss,
        ActivityKind.TAKEAWAYS: _takeaways,
    }
)


# What is chosen


def _seats_for(game: Game, card: CardId, chance: Random, habits: Habits) -> Iterator[SeatId]:
    """Where a mechanism is laid: under a posture that its card speaks of, or any; at times where there is none."""
    empty = [seat.id for seat in game.box.board.seats if seat.id not in game.postures]
    if empty and chance.random() < habits.tries_an_empty_space:
        yield _pick(empty, chance)
    named = game.box.mechanisms[card].postures
    seats = [seat for seat, posture in game.postures.items() if posture in named]
    if seats and chance.random() < habits.takes_a_posture_of_the_card:
        yield _pick(seats, chance)
    yield _pick(list(game.postures), chance)


def _answers(game: Game, chance: Random) -> tuple[ConsequenceId, ...]:
    """One consequence to three, of those that the box has."""
    consequences = [consequence.id for consequence in game.box.description.consequences]
    count = min(len(consequences), 1 + int(chance.random() * 2.4))
    return _some(consequences, count, chance)


def _allies(game: Game, proposer: PlayerId, chance: Random, habits: Habits) -> tuple[PlayerId, ...]:
    """Nobody, or up to three of the others."""
    others = [player.id for player in game.present if player.id != proposer]
    if not others or chance.random() < habits.asks_nobody:
        return ()
    return _some(others, min(len(others), 1 + int(chance.random() * 3)), chance)


def _opinion(chance: Random, habits: Habits) -> tuple[Opinion, str]:
    luck = chance.random()
    if luck < habits.objects:
        return Opinion.OBJECT, WORDS
    if luck < habits.objects + habits.reserves:
        return Opinion.RESERVE, WORDS
    return Opinion.AGREE, ""


def _pick(things: Sequence[T], chance: Random) -> T:
    """One of them. By `.random()`, the one method whose numbers Python promises to keep for a seed."""
    return things[int(chance.random() * len(things))]


def _some(things: Sequence[T], count: int, chance: Random) -> tuple[T, ...]:
    """That many of them, each once."""
    left, taken = list(things), []
    for _ in range(count):
        taken.append(left.pop(int(chance.random() * len(left))))
    return tuple(taken)
