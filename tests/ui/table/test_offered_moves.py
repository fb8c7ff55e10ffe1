"""What the table offers is what the rules allow, at every moment of sessions played at random."""

import random
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from tables import random_moves
from ui.walks import Walk

from enacting.engine.board import ActivityKind, SeatId
from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import (
    DrawMechanisms,
    DrawPosture,
    KeepForLater,
    LinkProposals,
    Move,
    MoveProposal,
    PlacePosture,
    Propose,
    SkipPart,
    TakeBack,
)
from enacting.engine.rules import completed
from enacting.system import paths
from enacting.ui.destinations import Parts
from enacting.ui.items.item import Item
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.table_screen import TableScreen

SEEDS = (9, 13, 14)
MOMENTS = 90


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))


def moments() -> Iterator[tuple[Walk, Game]]:
    """The games of sessions played at random, each shown on the screen when it comes."""
    for seed in SEEDS:
        walk, chance = Walk("en", []), random.Random(seed)
        walk.click("new", "length-short")
        assert isinstance(walk.app.screen, SetupScreen)
        walk.app.screen.choices.seed = seed
        walk.click("start")
        for _ in range(MOMENTS):
            played = next(random_moves(walk.table.game, chance, 1), None)
            if played is None:
                break
            walk.table.play(played[1])
            while not isinstance(walk.app.screen, TableScreen):
                walk.app.close()
            yield walk, walk.table.game
        walk.table.session.close()


def held_items(walk: Walk, card: CardId | None) -> list[Item]:
    """What is on the screen while that card is held."""
    walk.app.held = card
    walk.app.changed()
    items = [item for item in walk.app.items() if item.live]
    walk.app.put_down()
    return items


def cards_to_hold(game: Game) -> list[CardId]:
    """The cards that somebody could take in their hand: drawn, kept for later or adopted."""
    hand = game.turn.hand if game.turn is not None else ()
    return [*hand, *game.later, *(proposal.card for proposal in game.proposals)][:6]


def placing(game: Game, card: CardId, seat: SeatId) -> Move:
    """What laying that card on that seat is."""
    if game.turn is not None and card in game.turn.hand:
        by = game.turn.player
        on_seat = PlacePosture if card in game.box.postures else Propose
        return on_seat(by=by, card=card, seat=seat)
    if card in game.later:
        return TakeBack(by=FACILITATOR, card=card, seat=seat)
    return MoveProposal(by=FACILITATOR, card=card, seat=seat)


def test_whatever_is_offered_is_allowed() -> None:
    offered = 0

    for walk, game in moments():
        for card in (None, *cards_to_hold(game)[:2]):
            moves = [
                move for item in held_items(walk, card) for move in (item.intent, item.drop) if isinstance(move, Move)
            ]
            assert [move for move in moves if completed(game, move) is None] == []
            offered += len(moves)

    assert offered > MOMENTS


def test_a_place_lights_up_exactly_when_the_rules_let_the_card_held_lie_there() -> None:
    counts = {"seats": 0, "links": 0, "later": 0, "draws": 0}

    for walk, game in moments():
        arranging = game.doing is not None and game.doing.kind is ActivityKind.ARRANGE
        for card in cards_to_hold(game):
            items = {item.id: item for item in held_items(walk, card)}
            for seat in game.box.board.seats:
                if f"seat-{seat.id}" in items:
                    lies = completed(game, placing(game, card, seat.id)) is not None
                    assert (items[f"seat-{seat.id}"].drop is not None) == lies
                    counts["seats"] += lies
            if "later-pile" in items:
                kept = game.turn is not None and completed(game, KeepForLater(by=game.turn.player)) is not None
                assert (items["later-pile"].drop is not None) == kept
                counts["later"] += kept
            for other in game.proposals:
                if f"card-{other.card}" in items and game.proposal(card) is not None and card != other.card:
                    link = LinkProposals(by=FACILITATOR, source=card, target=other.card)
                    linked = arranging and completed(game, link) is not None
                    assert (items[f"card-{other.card}"].drop is not None) == linked
                    counts["links"] += linked
        if game.turn is not None:
            by = game.turn.player
            draws = [move for move in (DrawPosture(by=by), DrawMechanisms(by=by)) if completed(game, move) is not None]
            shown = {item.intent for item in held_items(walk, None)}
            assert [move for move in draws if move not in shown] == []
            counts["draws"] += len(draws)

    assert all(counts.values()), counts


def test_only_parts_that_can_be_left_out_have_a_button_for_it() -> None:
    seen: set[bool] = set()

    for walk, game in moments():
        walk.app.go_to(Parts())
        for part in game.box.description.parts:
            move = SkipPart(by=FACILITATOR, part=part.id)
            offered = any(item.intent == move or item.id == f"skip-{part.id}" for item in walk.app.items() if item.live)
            assert offered == (completed(game, move) is not None)
            seen.add(offered)
        walk.app.close()

    assert seen == {True, False}
