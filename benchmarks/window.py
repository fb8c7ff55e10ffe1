"""The window, measured in processes of its own: first frame, frames while dragging, idle frames, memory.

Run as `python -m benchmarks.window NAME ...` by the table; prints one JSON object.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def first_frame() -> dict[str, float]:
    """The moment the first frame was shown, on the clock of the system."""
    from enacting.system import paths
    from enacting.ui.start import new_loop, settings_for
    from enacting.ui.window.system_window import RealWindow

    settings = settings_for("fr", full_screen=False)
    stage = RealWindow("benchmark", (1280, 720), full_screen=False)
    loop = new_loop(stage, settings, paths.shipped_boxes_folder() / "enacting-the-commons")
    loop.draw()
    return {"at": time.time(), "megabytes": _megabytes()}


def dragging(width: int, height: int) -> dict[str, float]:
    """Milliseconds of frames while a card is dragged over a board with all the mechanisms of the box on it."""
    import pygame

    loop = _full_board((width, height))
    app = loop.app
    item = next(item for item in app.items() if item.lifts is not None)
    x, y = item.rect.center
    _send(loop, pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
    times = []
    for step in range(240):
        place = (width // 6 + step * width // 400, height // 4 + (step * 7) % (height // 2))
        begin = time.perf_counter()
        _send(loop, pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(1, 0, 0))
        loop.draw()
        times.append(1000 * (time.perf_counter() - begin))
    assert app.held is not None
    floor = _memcpy_milliseconds(width, height)
    whole = _whole_redraw(loop)
    kept = sorted(times[20:])
    cards = sum(item.id.startswith("card-") for item in app.items())
    return {
        "median": kept[len(kept) // 2],
        "p95": kept[len(kept) * 95 // 100],
        "floor": floor,
        "whole": whole,
        "cards": cards,
        "megabytes": _megabytes(),
    }


def flying(width: int, height: int) -> dict[str, float]:
    """Milliseconds of frames while cards fly over that board: each to another seat, and one that turns over."""
    from enacting.engine.game import FACILITATOR
    from enacting.engine.moves import MoveProposal
    from enacting.ui.window.motion import Arrival, Movements

    loop = _full_board((width, height))
    app = loop.app
    table = app.screen.table
    now = [1000.0]
    app.clock = lambda: now[0]
    seats = list(table.game.postures)
    cards = [proposal.card for proposal in table.game.proposals][:8]
    times = []
    for number, card in enumerate(cards):
        seat = next(proposal.seat for proposal in table.game.proposals if proposal.card == card)
        app.expect_movements(Movements({f"card-{cards[-1]}": Arrival("draw-pile", turns="mechanism")}))
        table.session.play(MoveProposal(by=FACILITATOR, card=card, seat=seats[(seats.index(seat) + 3) % len(seats)]))
        app.changed()
        while True:
            begin = time.perf_counter()
            drawn = loop.draw()
            if number > 1:
                times.append(1000 * (time.perf_counter() - begin))
            if not drawn and not app.motion.moving:
                break
            now[0] += 1 / 60
    kept = sorted(times)
    return {"median": kept[len(kept) // 2], "p95": kept[len(kept) * 95 // 100], "frames": len(kept)}


def adopting(width: int, height: int) -> dict[str, float]:
    """Milliseconds of frames while a proposal is stamped on that board, the place mends and a turn is announced."""
    from dataclasses import replace

    from enacting.ui.graphics.scenery import drawing_ahead
    from enacting.ui.table.announcements import AdoptionStamp, TurnBanner
    from enacting.ui.window.motion import Movements

    loop = _full_board((width, height))
    app = loop.app
    table = app.screen.table
    now = [1000.0]
    app.clock = lambda: now[0]
    times = []
    with drawing_ahead():
        for number in range(6):
            told = table.session._in_force[-1]
            adopted = told.game.proposals[number]
            answers = tuple(consequence.id for consequence in table.box.description.consequences)
            proposals = tuple(
                replace(proposal, answers=answers) if proposal is adopted else proposal
                for proposal in told.game.proposals
            )
            table.session._in_force[-1] = replace(told, game=replace(told.game, proposals=proposals))
            app.expect_movements(
                Movements(
                    changing=frozenset({"board-place"}),
                    announcements=(
                        AdoptionStamp(adopted.card, "Adoptée", "Le nom de la carte", "Proposée par Amina"),
                        TurnBanner("Au tour de", "Amina", "A", (242, 184, 75), 1.38),
                    ),
                )
            )
            app.changed()
            while True:
                begin = time.perf_counter()
                loop.tick()
                loop.draw()
                spent = time.perf_counter() - begin
                if number > 1:
                    times.append(1000 * spent)
                if not app.motion.moving:
                    break
                now[0] += 1 / 60
                time.sleep(max(0.0, 1 / 60 - spent))
    kept = sorted(times)
    return {"median": kept[len(kept) // 2], "p95": kept[len(kept) * 95 // 100], "most": kept[-1], "frames": len(kept)}


def idle(seconds: float) -> dict[str, float]:
    """Frames drawn while nothing happens, and the share of a processor that takes."""
    import pygame

    from enacting.system import paths
    from enacting.ui.start import new_loop, settings_for
    from enacting.ui.window.system_window import RealWindow

    stage = RealWindow("benchmark", (1280, 720), full_screen=False)
    loop = new_loop(stage, settings_for("fr", full_screen=False), paths.shipped_boxes_folder() / "enacting-the-commons")
    loop.app.screens[0].library.boxes()  # type: ignore[attr-defined]
    _loop(loop, 3.0)
    before, begin = loop.canvas.frames_drawn, time.process_time()
    _loop(loop, seconds)
    drawn, spent = loop.canvas.frames_drawn - before, time.process_time() - begin
    pygame.quit()
    return {"frames": drawn, "processor": spent / seconds}


def _loop(loop, seconds: float) -> None:  # type: ignore[no-untyped-def]
    import pygame

    rhythm, end = pygame.time.Clock(), time.monotonic() + seconds
    while time.monotonic() < end:
        for event in pygame.event.get():
            loop.handle(event)
        loop.tick()
        loop.draw()
        rhythm.tick(20)


def _full_board(size: tuple[int, int]):  # type: ignore[no-untyped-def]
    """A session in its fourth part with every mechanism on the board."""
    from datetime import datetime

    from enacting.box.loading import load
    from enacting.engine.game import FACILITATOR, NewPlayer, Proposal, Setup, replace
    from enacting.engine.moves import EndPart
    from enacting.engine.planning import plan_for
    from enacting.session.session import Session
    from enacting.system import paths
    from enacting.ui.start import new_loop, settings_for
    from enacting.ui.table.open_session import show
    from enacting.ui.window.system_window import RealWindow

    folder = paths.shipped_boxes_folder() / "enacting-the-commons"
    boxes = load(folder)
    box = boxes.by_language[boxes.written]
    plan = plan_for(box, minutes=90, players=6, postures_placed=True)
    players = tuple(NewPlayer(name=name) for name in ("Amina", "Léo", "Inès", "Marc", "Jo", "Sam"))
    setup = Setup(seed=1, players=players, plan=plan, decision=box.description.decision)
    path = Path(os.environ["ENACTING_DATA"]) / f"benchmark-{os.getpid()}.session"
    path.parent.mkdir(parents=True, exist_ok=True)
    session = Session.start(boxes, setup, path, "fr", "benchmark", datetime.now())
    while session.game.part is None or session.game.part.id != "system":
        session.play(EndPart(by=FACILITATOR))
    seats = list(session.game.postures)
    cards = session.game.mechanism_pile
    proposals = tuple(
        Proposal(card=card, seat=seats[number % len(seats)], answers=(), allies=(), by=None)
        for number, card in enumerate(cards)
    )
    told = session._in_force[-1]
    session._in_force[-1] = type(told)(
        **{name: getattr(told, name) for name in ("sequence", "kind", "move", "language", "events")},
        game=replace(session.game, proposals=proposals, mechanism_pile=()),
    )
    stage = RealWindow("benchmark", size, full_screen=False)
    loop = new_loop(stage, settings_for("fr", full_screen=False), folder)
    show(loop.app, session)
    loop.draw()
    return loop


def _send(loop, kind: int, **fields: Any) -> None:  # type: ignore[no-untyped-def]
    import pygame

    loop.handle(pygame.event.Event(kind, **fields))


def _whole_redraw(loop) -> float:  # type: ignore[no-untyped-def]
    """Milliseconds to paint everything again with warm caches: the median of 20."""
    times = []
    for _ in range(20):
        loop.canvas.invalidate()
        begin = time.perf_counter()
        loop.draw()
        times.append(1000 * (time.perf_counter() - begin))
    return sorted(times)[len(times) // 2]


def _memcpy_milliseconds(width: int, height: int) -> float:
    """Copying one frame's pixels: what no drawing can beat."""
    frame = bytearray(width * height * 4)
    begin = time.perf_counter()
    for _ in range(10):
        bytes(frame)
    return 100 * (time.perf_counter() - begin)


def _megabytes() -> float:
    """The most memory the process has used."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    measured = {"first_frame": first_frame, "dragging": dragging, "flying": flying, "adopting": adopting, "idle": idle}[
        name
    ](*map(int, arguments))  # type: ignore[operator]
    sys.stdout.write(json.dumps(measured))
