"""Boards that other boxes may have: two to nine spaces, without a place, crowded; every law of layout holds on them."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.layout_laws import LAWS
from ui.walks import USUAL, Walk, Window

from enacting.engine.board import Box, CrisisPlace, Seat, SeatId
from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, Game, Proposal
from enacting.engine.moves import EndPart
from enacting.system import paths
from enacting.ui.table.table import Table

WINDOWS = (Window(1280, 720, 1.0), Window(*USUAL, 2.0))
COLUMNS = {2: 2, 5: 3, 7: 4, 9: 3}
"""In how many columns so many spaces lie, above the crisis."""
IN_A_SPACE = 7


def spaces(count: int, box: Box) -> tuple[Seat, ...]:
    """So many spaces side by side, row by row."""
    columns = COLUMNS[count]
    wide, high = 96 / columns, 80 / -(-count // columns)
    families = box.description.posture_families
    return tuple(
        Seat(
            id=SeatId(f"space-{index}"),
            family=families[index % len(families)].id,
            x=2 + index % columns * wide,
            y=2 + index // columns * high,
            width=wide - 1,
            height=high - 1,
        )
        for index in range(count)
    )


def crowded(game: Game, count: int) -> tuple[Game, Box]:
    """The same game on a board of so many spaces without a place, with as many cards in each as there are."""
    box, held = game.box, game.turn.hand if game.turn is not None else ()
    seats = spaces(count, box)
    postures = {**box.postures}
    for number, posture in enumerate(list(box.postures.values())[: max(0, count - len(box.postures))]):
        postures[CardId(f"other-{number}")] = replace(posture, id=CardId(f"other-{number}"))
    board = replace(box.board, seats=seats, place=None, crisis=CrisisPlace(x=50, y=91, size=14))
    box = replace(box, board=board, postures=postures)
    people = [player.id for player in game.present]
    consequences = [consequence.id for consequence in box.description.consequences]
    cards = [card for card in box.mechanisms if card not in held]
    proposals = tuple(
        Proposal(
            card=card,
            seat=seats[index // IN_A_SPACE].id,
            answers=(consequences[index % len(consequences)],),
            allies=tuple(people[1 : 1 + index % len(people)]),
            by=people[0],
        )
        for index, card in enumerate(cards[: count * IN_A_SPACE])
    )
    lying = dict(zip((seat.id for seat in seats), postures, strict=False))
    return replace(game, box=box, postures=lying, proposals=proposals), box


@pytest.mark.parametrize("count", COLUMNS)
def test_a_crowded_board_of_so_many_spaces_keeps_every_law(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("fr", WINDOWS)
    walk.click("new", "start", "reveal-context", "reveal")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    walk.click(walk.ids("keep-")[0])
    game, box = crowded(walk.table.game, count)
    session = walk.table.session
    session._in_force[-1] = replace(session._in_force[-1], game=game)
    monkeypatch.setattr(Table, "box", property(lambda _: box))

    walk.show("crowded", stage=True)
    walk.click("place", f"seat-{box.board.seats[count // 2].id}")
    walk.click(walk.ids("answer-")[0])
    walk.show("placing", stage=True)

    assert [f"{frame}: {fault}" for frame in walk.shown for law in LAWS for fault in law(frame)] == []
