"""Whole random games in which every law of the engine is checked after every move."""

import random
from collections.abc import Callable
from dataclasses import fields
from typing import get_args

from tables import RARE, snapshot, varied

from enacting.engine.agenda import TURN_KINDS
from enacting.engine.board import ActivityKind, Box
from enacting.engine.cards import CardId, CardWords, Reprint
from enacting.engine.events import Event
from enacting.engine.game import FACILITATOR, Game, Opinion, Setup, Step, Zone
from enacting.engine.moves import EndActivity, Move
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import apply, legal_moves, refusal
from enacting.engine.setup import set_up

MOVE_KINDS: tuple[type[Move], ...] = get_args(Move)
MAX_MOVES = 400
POSTURE_ZONES = {Zone.PILE, Zone.HAND, Zone.SEAT}
MECHANISM_ZONES = set(Zone) - {Zone.SEAT}


def broken_laws(game: Game) -> list[str]:
    """What is wrong on that table: nothing, always."""
    laws = {
        "every card is in exactly one zone": _cards_have_one_zone(game),
        "a turn is played where there are turns, by somebody at the table": _turn_is_sound(game),
        "people at the table have names and personas of their own": _people_are_distinct(game),
        "proposals lie under postures, links join two proposals": _board_is_sound(game),
        "only somebody at the table has the floor": game.floor is None or game.is_present(game.floor),
        "a question is asked in discussions only": (game.question is not None)
        == (game.doing is not None and game.doing.kind is ActivityKind.DISCUSS),
        "what was passed over is on the table": _past_is_on_the_table(game),
    }
    return [law for law, holds in laws.items() if not holds]


def _cards_have_one_zone(game: Game) -> bool:
    zones = game.zones()
    return (
        set(zones) == {*game.box.postures, *game.box.mechanisms}
        and all(len(found) == 1 for found in zones.values())
        and all(zones[card][0] in POSTURE_ZONES for card in game.box.postures)
        and all(zones[card][0] in MECHANISM_ZONES for card in game.box.mechanisms)
    )


def _turn_is_sound(game: Game) -> bool:
    turn = game.turn
    if turn is None:
        return game.doing is None or game.doing.kind not in TURN_KINDS
    held = {Step.DRAW: 0, Step.DISCUSS: 1, Step.DECIDE: 0}
    return (
        game.doing is not None
        and game.doing.kind in TURN_KINDS
        and game.is_present(turn.player)
        and (turn.proposal is not None) == (turn.step is Step.DECIDE)
        and (len(turn.hand) >= 2 if turn.step is Step.KEEP else len(turn.hand) == held[turn.step])
        and (turn.proposal is None or all(game.is_present(player) for player in turn.proposal.opinions))
        and (turn.proposal is None or all(game.is_present(ally) for ally in turn.proposal.allies))
    )


def _people_are_distinct(game: Game) -> bool:
    here = game.present
    names = [player.name.casefold() for player in here]
    personas = [player.persona for player in here if player.persona is not None] + list(game.persona_pile)
    return (
        1 <= len(here) <= game.box.description.players.most
        and len(set(names)) == len(names)
        and len(set(personas)) == len(personas)
        and len({player.id for player in game.players}) == len(game.players) == game.people_met
    )


def _board_is_sound(game: Game) -> bool:
    on_board = {proposal.card for proposal in game.proposals}
    ends = [(link.source, link.target) for link in game.links]
    return (
        all(proposal.seat in game.postures for proposal in game.proposals)
        and all(source in on_board and target in on_board and source != target for source, target in ends)
        and len(set(ends)) == len(ends)
    )


def _past_is_on_the_table(game: Game) -> bool:
    past = {activity.kind for _, activity in game.agenda[: game.activity]}
    return (ActivityKind.REVEAL not in past or game.revealed) and (
        ActivityKind.POSTURES not in past or not game.posture_pile
    )


def play(game: Game, move: Move) -> tuple[Game, tuple[Event, ...]]:
    """What `apply` gives, having checked that it changed nothing of the game it was given, and broke no law."""
    before = snapshot(game)
    after, events = apply(game, move)
    assert snapshot(game) == before, f"{move} changed its own game"
    assert not broken_laws(after), f"{move} broke: {broken_laws(after)}"
    return after, events


def whole_game(box: Box, setup: Setup, seed: int, attempts: int = 2) -> tuple[Game, list[Move], list[Event]]:
    """A random game played to its end, with its moves and events; at each step some moves of any kind are tried too."""
    chance = random.Random(seed)
    printed = repr(box)
    game, began = set_up(box, setup)
    assert not broken_laws(game)
    moves: list[Move] = []
    told = list(began)
    while not game.over:
        for _ in range(attempts):
            attempt(game, any_move(game, chance))
        tired = (game.turn is None and chance.random() < 0.12) or len(moves) > MAX_MOVES
        moves.append(EndActivity(by=FACILITATOR) if tired else some_move(game, chance))
        game, events = play(game, moves[-1])
        told.extend(events)
    assert repr(box) == printed
    return game, moves, told


def some_move(game: Game, chance: random.Random) -> Move:
    """A legal move in words of its own; half the time its kind is drawn first, so that what is rare comes too."""
    legal = list(legal_moves(game))
    common = [move for move in legal if not isinstance(move, RARE)]
    pick = legal if chance.random() < 0.1 or not common else common
    if chance.random() < 0.5:
        kind = chance.choice(sorted({type(move).__name__ for move in pick}))
        pick = [move for move in pick if type(move).__name__ == kind]
    plain = chance.choice(pick)
    move = varied(plain, game, chance)
    return move if refusal(game, move) is None else plain


def attempt(game: Game, move: Move) -> Game | None:
    """The game after that move, legal or not: None when it is refused, and then nothing has changed."""
    before = snapshot(game)
    try:
        return play(game, move)[0]
    except IllegalMove:
        assert snapshot(game) == before, f"{move} was refused and changed its game"
        return None


def replayed(box: Box, setup: Setup, moves: list[Move]) -> Game:
    """The game that a setup and moves give."""
    game, _ = set_up(box, setup)
    for move in moves:
        game, _ = apply(game, move)
    return game


def any_move(game: Game, chance: random.Random) -> Move:
    """A move of any kind, about things that are there, that are elsewhere, or that do not exist."""
    kind = chance.choice(MOVE_KINDS)
    make: Callable[..., Move] = kind
    return make(**{field.name: _any_value(field.name, game, chance) for field in fields(kind)})


def _any_value(name: str, game: Game, chance: random.Random) -> object:
    box = game.box
    people = [player.id for player in game.players]
    consequences = [consequence.id for consequence in box.description.consequences]
    hand = game.turn.hand if game.turn else ()
    match name:
        case "by":
            return chance.choice([FACILITATOR, FACILITATOR, *people, "p99"])
        case "player":
            return chance.choice([*people, *people, "p99"])
        case "person":
            return chance.choice([None, *people, "p99"])
        case "seconds":
            return chance.choice([0, 0, 0, 30, -1])
        case "card" | "source" | "target":
            near = [*hand, *game.later, *(proposal.card for proposal in game.proposals)]
            return chance.choice([*near, *near, *box.mechanisms, *box.postures, "nothing"])
        case "persona":
            return chance.choice([None, *box.personas, "nothing"])
        case "question":
            return chance.choice([*box.questions, "nothing"])
        case "seat":
            return chance.choice([*(seat.id for seat in box.board.seats), "moon"])
        case "answers":
            return tuple(chance.choice([*consequences, *consequences, "comic"]) for _ in range(chance.randint(0, 2)))
        case "allies":
            return tuple(chance.choice([*people, *people, "p99"]) for _ in range(chance.randint(0, 2)))
        case "marks":
            scale = box.description.scale
            given = consequences if chance.random() < 0.7 else consequences[1:]
            return {consequence: chance.randint(scale.least - 1, scale.most + 1) for consequence in given}
        case "opinion":
            return chance.choice(list(Opinion))
        case "part":
            return chance.choice([*(part.id for part in box.description.parts), "holidays"])
        case "kept":
            return chance.random() < 0.5
        case "rounds" | "turns":
            return chance.randint(-1, 4)
        case "posture_seconds" | "mechanism_seconds":
            return chance.choice([0, 15, 60, 240, 1200, 1201])
        case "note":
            return chance.randint(0, game.notes_written + 1)
        case "reprints":
            card = _any_value("card", game, chance)
            texts: dict[str, CardWords] = {chance.choice(["title", "year", "text", "colour"]): chance.choice(["", "A"])}
            return (Reprint(card=CardId(str(card)), language=chance.choice(["en", "fr"]), texts=texts),)
        case "step":
            return chance.randint(0, len(game.next_steps) + 1)
        case _:
            return chance.choice(["", " ", "A", "Léo", "y\n", "é’<&>", "x" * chance.randint(1, 1200)])
