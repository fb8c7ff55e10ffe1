"""The debrief: questions put to the table, and one sentence each to take home (RULES 6)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome, questions_of
from enacting.engine.board import ActivityKind
from enacting.engine.events import QuestionAsked, TakeawayLeft, WordLeft
from enacting.engine.game import (
    FACILITATOR,
    SENTENCE_LENGTH,
    WORD_LENGTH,
    Game,
    clean_words,
    has_kind,
    replace,
    require_kind,
    require_own_words,
)
from enacting.engine.moves import AskQuestion, LeaveTakeaway, LeaveWord, Move
from enacting.engine.refusals import Reason, require

EXAMPLE_SENTENCE = "A"


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
