"""A session file brought to the moment a test needs, without the window."""

from datetime import datetime
from functools import cache
from pathlib import Path

from enacting.box.loading import Boxes, find_box, load
from enacting.engine.game import FACILITATOR, NewPlayer, Setup
from enacting.engine.moves import DrawMechanisms, EndPart, KeepMechanism
from enacting.engine.planning import plan_for
from enacting.session.session import Session

BOX = "enacting-the-commons"


@cache
def boxes() -> Boxes:
    """The box we ship, read once."""
    return load(find_box(BOX))


def at_a_discussion(data: Path, *, language: str = "en") -> Path:
    """A session of three people, the first of whom has just kept a mechanism; its file, where the title finds it."""
    box = boxes().by_language[boxes().written]
    setup = Setup(
        seed=3,
        players=tuple(NewPlayer(name=name) for name in ("Ana", "Bo", "Cyd")),
        plan=plan_for(box, minutes=90, players=3, postures_placed=True),
        decision=box.description.decision,
        crisis=next(iter(box.crises)),
    )
    folder = data / "sessions"
    folder.mkdir(parents=True, exist_ok=True)
    session = Session.start(boxes(), setup, folder / "prepared.session", language, "Prepared", datetime.now())
    while session.game.turn is None:
        session.play(EndPart(by=FACILITATOR))
    session.play(DrawMechanisms(by=FACILITATOR))
    assert session.game.turn is not None
    session.play(KeepMechanism(by=FACILITATOR, card=session.game.turn.hand[0]))
    session.close()
    return session.path
