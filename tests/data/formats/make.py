"""Keep what this version of the program writes, for ever: `python tests/data/formats/make.py`, at each release.

It makes a folder named after the version: a session of the tiny box with many kinds of moves, a whole session of the
box we ship (packed with xz), every move as text, a box as its designer would have written it, the settings, and what
must be found again in all that. Never make the folder of a released version again.
"""

import json
import lzma
import os
import random
import shutil
import sys
import tempfile
import warnings
from datetime import datetime
from pathlib import Path
from typing import get_args

HERE = Path(__file__).resolve().parent
ROOT = Path(os.environ.get("RELEASED", HERE.parents[2]))
"""The program whose files are kept: this one, or one that was released earlier, unpacked in that folder."""

sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]
sys.path.append(str(HERE.parents[1]))  # A version released earlier has no `released.py` of its own.
os.environ["SDL_VIDEODRIVER"] = "dummy"

from boxes import tiny_box_files  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from released import found_in  # noqa: E402
from tables import a_setup, random_moves  # noqa: E402

from enacting import __version__, cli  # noqa: E402
from enacting.box.loading import load_files  # noqa: E402
from enacting.engine.moves import Move  # noqa: E402
from enacting.session.move_text import move_to_text  # noqa: E402
from enacting.session.session import Session  # noqa: E402
from enacting.ui.window.settings import Settings, write_settings  # noqa: E402

SEED = 6


class Steps:
    """A clock that goes on by itself."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.5
        return self.now


def main() -> None:
    """Make the folder of this version."""
    folder = HERE / __version__
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "box").mkdir(parents=True)
    for name, text in tiny_box_files().items():
        (folder / "box" / name).write_text(text, encoding="utf-8", newline="\n")
    write_settings(folder / "settings.json", Settings(language="en", text_size=1.5, reduce_motion=True))
    (folder / "moves.txt").write_text("\n".join(_moves()) + "\n", encoding="utf-8", newline="\n")
    expected = {}
    with tempfile.TemporaryDirectory() as place:
        for name, session in (("tiny", _tiny(Path(place))), ("whole", _whole(Path(place)))):
            expected[name] = found_in(session)
            session.close()
            (folder / f"{name}.session.xz").write_bytes(lzma.compress(session.path.read_bytes(), preset=9))
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _moves() -> list[str]:
    """One move of each kind."""
    warnings.simplefilter("ignore")
    text = st.text("aeio éœ’", min_size=1, max_size=12)
    st.register_type_strategy(str, text)
    return [move_to_text(st.from_type(kind).example()) for kind in get_args(Move)]


def _tiny(place: Path) -> Session:
    """Random moves, some taken back, in two languages."""
    chance, now = random.Random(SEED), datetime(2026, 3, 12, 10)
    boxes = load_files(tiny_box_files())
    path = place / "tiny.session"
    session = Session.start(boxes, a_setup(4), path, "fr", "Atelier d’été", now, clock=Steps())
    for _, move in random_moves(session.game, chance, 90):
        session.play(move)
        if chance.random() < 0.1:
            session.undo()
            session.redo()
        if chance.random() < 0.05:
            session.speak(chance.choice(("fr", "en")))
    session.undo()
    return session


def _whole(place: Path) -> Session:
    """The session of `enacting demo`."""
    cli.main(["demo", "--out", str(place / "demo"), "--players", "5", "--language", "fr"])
    return Session.resume(next((place / "demo").glob("*.session")))


if __name__ == "__main__":
    main()
