"""A recap in five lines, after a pause or for somebody who arrives: the crisis, what has been built, what is open now,
whose turn it is, the time.

Law: nothing given in secret, no note, and always five lines.
"""

from enacting.engine.agenda import ONE_BY_ONE_KINDS, next_to_speak
from enacting.engine.board import ActivityKind, Box
from enacting.engine.game import Game, Step
from enacting.language.event_sentences import card_name, seat_name
from enacting.language.words import Words

MAX_NAMED = 4
"""How many proposals are named; the others are counted."""


def recap(game: Game, box: Box, words: Words, *, minutes: int, ends: str = "") -> tuple[str, str, str, str, str]:
    """The five lines; `box` speaks the language of the words, `minutes` were played, `ends` is a time of the day."""
    return (
        _crisis(game, box, words),
        _built(game, box, words),
        _open(game, box, words),
        _whose_turn(game, words),
        _time(game, words, minutes, ends),
    )


def _crisis(game: Game, box: Box, words: Words) -> str:
    if not game.revealed:
        return words("recap.crisis_face_down")
    card = box.crises[game.crisis]
    return words("recap.crisis", title=card.title, text=card.text)


def _built(game: Game, box: Box, words: Words) -> str:
    placed = words("recap.postures", count=len(game.postures), all=len(box.postures))
    if not game.proposals:
        return f"{placed} {words('recap.no_proposal')}"
    latest = [card_name(proposal.card, box) for proposal in game.proposals[-MAX_NAMED:]]
    rest = len(game.proposals) - len(latest)
    named = words("recap.proposals", count=len(game.proposals), titles=words.list_of(latest))
    more = f" {words('recap.more', count=rest)}" if rest else ""
    return f"{placed} {named}{more}"


def _open(game: Game, box: Box, words: Words) -> str:
    if game.doing is None:
        return words("recap.over")
    part, activity = box.activity(game.doing.id)
    key = "recap.now_part" if len(part.activities) == 1 else "recap.now"
    now = words(key, part=part.title, activity=activity.title)
    turn = game.turn
    if turn is not None and turn.proposal is not None:
        seat = seat_name(turn.proposal.seat, game, box, words)
        return f"{now} {words('recap.deciding', card=card_name(turn.proposal.card, box), seat=seat)}"
    if turn is not None and turn.step is Step.DISCUSS:
        return f"{now} {words('recap.discussing', card=card_name(turn.hand[0], box))}"
    if game.question is not None and activity.kind is ActivityKind.DISCUSS:
        return f"{now} {words('recap.question', question=card_name(game.question, box))}"
    unanswered = [
        consequence.title for consequence in box.description.consequences if not game.answered()[consequence.id]
    ]
    if activity.kind is ActivityKind.ARRANGE and unanswered:
        return f"{now} {words('recap.unanswered', consequences=words.list_of(unanswered))}"
    return now


def _whose_turn(game: Game, words: Words) -> str:
    turn, doing = game.turn, game.doing
    if turn is not None:
        key = "recap.round" if doing is not None and doing.kind is ActivityKind.MECHANISMS else "recap.turn"
        name = game.player(turn.player).name
        return words(key, name=name, round=game.round, rounds=game.setup.plan.rounds)
    if doing is not None and doing.kind in ONE_BY_ONE_KINDS:
        following = next_to_speak(game)
        if following is not None:
            return words("recap.turn", name=game.player(following).name)
    return words("recap.together")


def _time(game: Game, words: Words, minutes: int, ends: str) -> str:
    key = "recap.time_over" if game.over or not ends else "recap.time"
    return words(key, played=words.duration(minutes), ends=ends)
