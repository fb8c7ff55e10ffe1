"""People and the time of a table as the wall shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.engine.game import PlayerId
from enacting.ui.wall.people import PersonShown, Time

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def person_of(table: Table, player: PlayerId) -> PersonShown:
    """Somebody at the table."""
    return PersonShown(player, table.name_of(player), table.initial(player), table.colour_of(player))


def time_of(table: Table) -> Time | None:
    """The time left; None where nothing is timed."""
    timer = table.timer
    if table.doing is None or not timer.total:
        return None
    spoken = table.words("table.time_left" if timer.left >= 0 else "table.time_over", time=timer.text.lstrip("+"))
    return Time(text=timer.text, spoken=spoken, part=timer.part, paused=table.session.paused, over=timer.over)
