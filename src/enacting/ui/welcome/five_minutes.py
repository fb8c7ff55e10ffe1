"""Five minutes alone: one person, a few cards, an ordinary session that begins at once."""

from __future__ import annotations

import random
from dataclasses import replace

from enacting.box.problems import BrokenBox
from enacting.engine.board import Box
from enacting.engine.game import NewPlayer, Setup
from enacting.engine.planning import plan_for
from enacting.ui.dialogs.message import show_failure
from enacting.ui.library import try_box
from enacting.ui.table.open_session import begin
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.window.app import App
from enacting.ui.window.settings import NOTHING

MINUTES = 5
ROUNDS = 2
"""Two cards: enough to link them."""
THINKING_SECONDS = 45


def begin_try(app: App, seed: int | None = None) -> None:
    """Set the table for one person and show it; it is kept like any session. Without a seed, by chance."""
    try:
        boxes = try_box()
    except BrokenBox as failure:
        show_failure(app, failure)
        return
    app.apply_settings(replace(app.settings, offered=NOTHING))
    words = app.words
    chance = random.SystemRandom().randrange(2**31) if seed is None else seed
    begin(app, boxes, setup_for_one(boxes.box(words.language), words("try.name"), chance), words("try.session"))
    if isinstance(app.screen, TableScreen):
        app.screen.table.session.pause()  # No time goes by before the first card is turned over.


def setup_for_one(box: Box, name: str, seed: int) -> Setup:
    """One person, a crisis and a persona at random, two mechanisms."""
    plan = plan_for(box, minutes=MINUTES, players=1)
    return Setup(
        seed=seed,
        players=(NewPlayer(name=name),),
        plan=replace(plan, rounds=ROUNDS, mechanism_seconds=THINKING_SECONDS),
        decision=box.description.decision,
        excluded_crises=box.crises_set_aside(),
        proposals=box.description.proposals,
    )
