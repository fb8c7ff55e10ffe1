"""Builders: whole sessions as files, played by habit, in which people write."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sessions import TEN

from enacting import __version__
from enacting.box.loading import Boxes, load
from enacting.engine.game import FACILITATOR, Game, NewPlayer, Opinion
from enacting.engine.moves import (
    AddNextStep,
    GiveOpinion,
    JudgeProposal,
    KeepForLater,
    LeaveTakeaway,
    Move,
    NameSystem,
    WriteMechanism,
)
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.rehearsal.habits import tries
from enacting.rehearsal.playing import setup_of
from enacting.session.journal import Header, Journal, Row
from enacting.session.move_text import move_to_text
from enacting.system.paths import shipped_boxes_folder

SAYS = "Amina l'a dit : il manque de l'eau."
"""What people write wherever they write; it names one of them."""


def shipped_boxes() -> Boxes:
    """The box we ship."""
    return load(shipped_boxes_folder() / "enacting-the-commons")


def a_played_file(
    path: Path,
    *,
    seed: int = 1,
    names: Sequence[str] = ("Amina", "Léo", "Inès"),
    length: int = -1,
    begun: datetime = TEN,
    boxes: Boxes | None = None,
    until: int = 10_000,
    claims: str | None = None,
    writes: str = "",
) -> Game:
    """A session played whole, or for so many moves, and its last game.

    `claims` is the digest that its box is given; `writes` is the title of a mechanism that the first in turn writes.
    """
    boxes = boxes or shipped_boxes()
    box = boxes.by_language[boxes.written]
    setup = setup_of(box, box.description.lengths[length], len(names), seed)
    setup = replace(setup, players=tuple(NewPlayer(name=name) for name in names))
    first, _ = set_up(box, setup)
    moves, game = _played(first, Random(seed), until, writes)
    header = Header(
        title=f"Atelier de {names[0]}",
        created=(begun + timedelta(days=seed)).isoformat(timespec="seconds"),
        language="fr",
        program=__version__,
        box_id=box.description.id,
        box_title=box.description.title,
        box_digest=claims or boxes.digest,
        files={name: text for name, text in boxes.content().items() if isinstance(text, str)},
        pictures={name: picture for name, picture in boxes.content().items() if isinstance(picture, bytes)},
        setup=setup,
    )
    rows = [Row(number, "played", move_to_text(move)) for number, move in enumerate(moves, start=1)]
    Journal.create(path, header, rows).close()
    return game


def _played(game: Game, chance: Random, until: int, writes: str) -> tuple[list[Move], Game]:
    """What the table does by habit, then what it writes at the end."""
    moves: list[Move] = []
    while not game.over and len(moves) < until:
        for move in (*_writing(game, writes), *map(_with_words, tries(game, chance))):
            try:
                game, _ = apply(game, move)
            except IllegalMove:
                continue
            moves.append(move)
            break
    if game.over:
        step = AddNextStep(by=FACILITATOR, what=SAYS, who="Mme Durand", when="en mai")
        game, _ = apply(game, step)
        moves.append(step)
    return moves, game


def _writing(game: Game, title: str) -> list[Move]:
    """Writing a card of that title, once, and keeping it for later."""
    if not title or game.turn is None:
        return []
    card = WriteMechanism(
        by=game.turn.player,
        title=title,
        text=SAYS,
        family=game.box.description.mechanism_families[0].id,
        icon="leaf",
    )
    is_written = game.turn.before_the_table is not None and game.turn.before_the_table.startswith("written.")
    return [KeepForLater(by=FACILITATOR)] if is_written else [] if game.written else [card]


def _with_words(move: Move) -> Move:
    """The move with what people say with it."""
    match move:
        case GiveOpinion() if move.opinion is not Opinion.AGREE:
            return replace(move, words=SAYS)
        case LeaveTakeaway():
            return replace(move, words=f"{9 - int(move.player[1:])}. {SAYS}")  # The last in the order of the table.
        case JudgeProposal():
            return replace(move, words=SAYS)
        case NameSystem():
            return replace(move, name="La maison d'Amina")
        case _:
            return move
