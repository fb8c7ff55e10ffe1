"""The window of the room: what everybody sees while the laptop keeps the notes, the secret marks and the buttons.

Law: it shows what `Screen.lay_out_for_room` gives and nothing else; no dialog, no message and no field ever reaches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from enacting.engine.cards import CardId
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import CALM, Item
from enacting.ui.items.layout import Layout
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.motion import Motion
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.too_small import small_items, too_small


class Showing(StrEnum):
    """What the facilitator has chosen to show."""

    TABLE = "table"
    LARGE = "large"
    CARD = "card"
    BLACK = "black"


class Room:
    """What the room is shown. `version` changes when its picture has, once what moved has come to rest."""

    def __init__(self, stage: WindowSurface) -> None:
        self.stage = stage
        self.canvas = Canvas(stage)
        self.showing = Showing.TABLE
        self.card: CardId | None = None
        self.frozen = False
        self.page = 0
        self.pages = 1
        self.items: list[Item] = []
        self.version = 0
        self.motion = Motion()

    @property
    def size(self) -> tuple[int, int]:
        """Its size in pixels."""
        return self.stage.surface().get_size()

    def show(self, showing: Showing, card: CardId | None = None) -> None:
        """Show that from now on; whatever was frozen thaws."""
        self.showing, self.card, self.frozen, self.page = showing, card, False, 0

    def freeze(self) -> None:
        """Keep what is shown as it is, or let it follow the table again."""
        self.frozen = not self.frozen

    def turn_page(self, way: int) -> None:
        """The next page of what is shown large, or the one before."""
        self.page = (self.page + way) % max(1, self.pages)

    def draw(self, layout: Layout, lay_out: Callable[[Layout], int], now: float, *, moves: bool) -> bool:
        """Paint what has changed; True when something had.

        `layout` is as large as this window. `lay_out` puts on it what the room sees, and gives the number of its
        pages, 0 when there is nothing to see yet. `moves` says whether what has moved is seen to move.
        """
        if not self.frozen:
            before, self.items = self.items, self._laid_out(layout, lay_out)
            if before and moves:
                self.motion.follow(before, self.items, now)
        self.motion.rest(now)
        visuals = [(item, self.motion.place(item, now), CALM) for item in (*self.items, *self.motion.gone)]
        drawn = self.canvas.paint(visuals, self.motion.glides)
        if drawn and not self.motion.moving:
            self.version += 1
        return drawn

    def _laid_out(self, layout: Layout, lay_out: Callable[[Layout], int]) -> list[Item]:
        if too_small(self.size):
            return small_items(layout)
        if self.showing is Showing.BLACK:
            layout.panel("black", layout.rect, theme.BLACK, radius=0)
        else:
            self.pages = lay_out(layout)
            if not self.pages:
                self._nothing_yet(layout)
        return [_only_seen(item) for item in layout.items]

    def _nothing_yet(self, layout: Layout) -> None:
        """Before a session: the name of the game."""
        words = layout.words
        layout.panel("ground", layout.rect, palette().table, radius=0)
        style = Type(Face.TITLE_800, round(layout.rect.height * 0.09))
        layout.label(
            "name", layout.rect, words("title.name"), style, palette().light_ink, align="centre", vertical="middle"
        )


def _only_seen(item: Item) -> Item:
    """The same item, that nobody can point at. What only serves to point is not shown."""
    look = item.look
    if isinstance(look, paint.Button) and look.halo:
        look = replace(look, halo=0)
    return replace(item, look=look, intent=None, lifts=None, drop=None, editing=False, main=False, tip=False, keys="")
