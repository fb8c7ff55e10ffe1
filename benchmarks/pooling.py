"""One report of a thousand sessions, measured in a process of its own: processor seconds, seconds and memory.

Run as `python -m benchmarks.pooling FOLDER` by the table, once `make_sessions` has filled the folder; prints one JSON
object.
"""

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.printing import own_kilobytes
from enacting import __version__
from enacting.box.loading import find_box, load
from enacting.engine.game import Game
from enacting.engine.moves import Move
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.harvest.pooled.making import write_pool
from enacting.harvest.pooled.pool import read_pool, sessions_in
from enacting.language.words import words_in
from enacting.rehearsal.habits import tries
from enacting.rehearsal.playing import setup_of
from enacting.session.journal import Header, Journal, Row
from enacting.session.move_text import move_to_text

BOX = "enacting-the-commons"
COUNT = 1000
FIRST_DAY = datetime(2026, 1, 5, 9)


def make_sessions(folder: Path, count: int = COUNT) -> None:
    """Fill the folder with so many whole sessions of three to nine people, of every length of the shipped box."""
    boxes = load(find_box(BOX))
    box, content = boxes.by_language[boxes.written], boxes.content()
    lengths = box.description.lengths
    for seed in range(count):
        setup = setup_of(box, lengths[seed % len(lengths)], 3 + seed % 7, seed)
        header = Header(
            title=f"{seed}",
            created=(FIRST_DAY + timedelta(days=seed)).isoformat(timespec="seconds"),
            language="fr",
            program=__version__,
            box_id=box.description.id,
            box_title=box.description.title,
            box_digest=boxes.digest,
            files={name: text for name, text in content.items() if isinstance(text, str)},
            pictures={name: picture for name, picture in content.items() if isinstance(picture, bytes)},
            setup=setup,
        )
        moves = enumerate(_played(set_up(box, setup)[0], Random(seed)), start=1)
        rows = [Row(number, "played", move_to_text(move)) for number, move in moves]
        Journal.create(folder / f"{seed:04}.session", header, rows).close()


def _played(game: Game, chance: Random) -> list[Move]:
    moves: list[Move] = []
    while not game.over:
        for move in tries(game, chance):
            try:
                game, _ = apply(game, move)
            except IllegalMove:
                continue
            moves.append(move)
            break
    return moves


def pooled(folder: Path) -> dict[str, float]:
    """Read the sessions of that folder and write their report as a page and as text."""
    begun = time.perf_counter()
    pool = read_pool(sessions_in([folder]), "fr")
    with TemporaryDirectory() as out:
        write_pool(pool, Path(out), words_in("fr"))
    return {
        "sessions": len(pool.tables),
        "processor": time.process_time(),
        "seconds": time.perf_counter() - begun,
        "megabytes": own_kilobytes() / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(pooled(Path(sys.argv[1]))))
