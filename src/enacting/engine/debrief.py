"""The debrief: questions put to the table, one sentence each to take home, what will be done next (RULES 6)."""

from collections.abc import Iterator
from typing import Final

from enacting.engine.agenda import Outcome, questions_of
from enacting.engine.board import ActivityKind
from enacting.engine.events import (
    NextStepAdded,
    NextStepCorrected,
    NextStepRemoved,
    QuestionAsked,
    TakeawayLeft,
    WordLeft,
)
from enacting.engine.game import (
    FACILITATOR,
    LINE_LENGTH,
    SENTENCE_LENGTH,
    WORD_LENGTH,
    Game,
    NextStep,
    clean_words,
    has_kind,
    replace,
    require_kind,
    require_own_words,
)
from enacting.engine.moves import (
    AddNextStep,
    AskQuestion,
    CorrectNextStep,
    LeaveTakeaway,
    LeaveWord,
    Move,
    RemoveNextStep,
)
from enacting.engine.refusals import Reason, require

EXAMPLE_SENTENCE = "A"
MAX_NEXT_STEPS: Final = 20
"""How many a table may write down: more than that is not done."""


def ask_question(game: Game, move: AskQuestion) -> Outcome:
    """Put one of the activity's questions to the table (RULES 6)."""
    require_kind(game, ActivityKind.DISCUSS)
    require(move.question in questions_of(game.box, game.agenda[game.activity][1]), Reason.UNKNOWN_QUESTION)
    require(move.question != game.question, Reason.QUESTION_ALREADY_ASKED)

    return replace(game, question=move.question), (QuestionAsked(question=move.question),)


def leave_takeaway(game: Game, move: LeaveTakeaway) -> Outcome:
    """Keep one person's sentence; a new one replaces it (RULES 6)."""
    require_kind(game, ActivityKind.TAKEAWAYS)
    require_own_words(game, move.by, move.player)
    words = clean_words(move.words, SENTENCE_LENGTH)
    require(words != game.takeaways.get(move.player), Reason.NOTHING_CHANGES)

    takeaways = {**game.takeaways, move.player: words}
    return replace(game, takeaways=takeaways), (TakeawayLeft(player=move.player),)


def leave_word(game: Game, move: LeaveWord) -> Outcome:
    """Keep the word with which one person goes; a new one replaces it (RULES 6)."""
    require_kind(game, ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)
    require_own_words(game, move.by, move.player)
    word = clean_words(move.word, WORD_LENGTH)
    require(word != game.farewells.get(move.player), Reason.NOTHING_CHANGES)

    return replace(game, farewells={**game.farewells, move.player: word}), (WordLeft(player=move.player),)


def add_next_step(game: Game, move: AddNextStep) -> Outcome:
    """Write down what somebody will do, as soon as take-aways are written and after the end (RULES 6)."""
    _require_next_steps(game)
    step = _next_step(move)
    require(step not in game.next_steps, Reason.NOTHING_CHANGES)
    require(len(game.next_steps) < MAX_NEXT_STEPS, Reason.TOO_MANY_NEXT_STEPS)

    steps = (*game.next_steps, step)
    return replace(game, next_steps=steps), (NextStepAdded(step=len(steps)),)


def correct_next_step(game: Game, move: CorrectNextStep) -> Outcome:
    """Replace what, who and when (RULES 6)."""
    _require_next_steps(game)
    _require_known(game, move.step)
    step = _next_step(move)
    require(step not in game.next_steps, Reason.NOTHING_CHANGES)

    place = move.step - 1
    steps = (*game.next_steps[:place], step, *game.next_steps[place + 1 :])
    return replace(game, next_steps=steps), (NextStepCorrected(step=move.step),)


def remove_next_step(game: Game, move: RemoveNextStep) -> Outcome:
    """Take a next step away; those after it are renumbered (RULES 6)."""
    _require_next_steps(game)
    _require_known(game, move.step)

    steps = (*game.next_steps[: move.step - 1], *game.next_steps[move.step :])
    return replace(game, next_steps=steps), (NextStepRemoved(step=move.step),)


def _next_step(move: AddNextStep | CorrectNextStep) -> NextStep:
    return NextStep(
        what=clean_words(move.what, SENTENCE_LENGTH),
        who=clean_words(move.who, LINE_LENGTH, may_be_empty=True),
        when=clean_words(move.when, LINE_LENGTH, may_be_empty=True),
    )


def _require_next_steps(game: Game) -> None:
    require(may_have_next_steps(game), Reason.NOT_THIS_ACTIVITY)


def may_have_next_steps(game: Game) -> bool:
    """Whether next steps may be written down now: with the take-aways, and once the session is over."""
    return game.over or has_kind(game, ActivityKind.TAKEAWAYS)


def _require_known(game: Game, step: int) -> None:
    require(1 <= step <= len(game.next_steps), Reason.UNKNOWN_NEXT_STEP)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; one sentence stands for all."""
    if has_kind(game, ActivityKind.DISCUSS):
        for question in questions_of(game.box, game.agenda[game.activity][1]):
            yield AskQuestion(by=FACILITATOR, question=question)
    if has_kind(game, ActivityKind.TAKEAWAYS):
        for player in game.present:
            yield LeaveTakeaway(by=player.id, player=player.id, words=EXAMPLE_SENTENCE)
    if has_kind(game, ActivityKind.DISCUSS) or has_kind(game, ActivityKind.TAKEAWAYS):
        for player in game.present:
            yield LeaveWord(by=player.id, player=player.id, word=EXAMPLE_SENTENCE)
    if may_have_next_steps(game):
        yield AddNextStep(by=FACILITATOR, what=EXAMPLE_SENTENCE)
        for step in range(1, len(game.next_steps) + 1):
            yield CorrectNextStep(by=FACILITATOR, step=step, what=EXAMPLE_SENTENCE)
            yield RemoveNextStep(by=FACILITATOR, step=step)
