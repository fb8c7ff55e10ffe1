"""Builders: closed sessions of the shipped box, as the list of sessions finds them."""

import os
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from window.prepared import boxes

from enacting.engine.game import FACILITATOR, NewPlayer, Setup
from enacting.engine.moves import EndPart, Rate
from enacting.engine.planning import plan_for
from enacting.session.metadata import note_opened
from enacting.session.session import Session
from enacting.system import paths


def a_session(name: str, played: datetime, *, parts: int = 0, marks: int = 0) -> Path:
    """A closed session of three people, so many parts of which are over, played last at that time."""
    box = boxes().by_language[boxes().written]
    setup = Setup(
        seed=3,
        players=tuple(NewPlayer(name=name) for name in ("Ana", "Bo", "Cyd")),
        plan=plan_for(box, minutes=90, players=3, postures_placed=False),
        decision=box.description.decision,
        crisis=next(iter(box.crises)),
    )
    path = paths.sessions_folder() / f"{name.lower()}.session"
    with closing(Session.start(boxes(), setup, path, "en", name, played)) as session:
        if marks:
            give_marks(session, marks)
        for _ in range(parts):
            session.play(EndPart(by=FACILITATOR))
    note_opened(path, date.today())
    os.utime(path, (played.timestamp(), played.timestamp()))
    return path


def give_marks(session: Session, mark: int) -> None:
    """Three people give that mark to everything, then a posture is laid."""
    session.play(EndPart(by=FACILITATOR))
    while session.game.doing is not None and session.game.doing.kind == "rate":
        marks = {consequence.id: mark for consequence in session.game.box.description.consequences}
        player = next(player.id for player in session.game.present if player.id not in session.game.done)
        session.play(Rate(by=player, player=player, marks=marks))
