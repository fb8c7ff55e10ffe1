"""The window of the room, seen by everybody; notes, secret marks and buttons stay on the laptop.

Law: it shows what `Screen.lay_out_for_room` lays out and nothing else; never a dialog, a message or a field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

import pygame

from enacting.engine.cards import CardId
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.buttons import Button
from enacting.ui.items.item import CALM, Item
from enacting.ui.items.layout import Layout
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.displays import RoomPlace, display_of, displays_apart, room_place
from enacting.ui.window.motion import NO_MOVEMENTS, Motion
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.too_small import is_too_small, too_small_items


class Showing(StrEnum):
    """What the facilitator has chosen to show."""

    FOLLOW = "follow"
    TABLE = "table"
    LARGE = "large"
    CARD = "card"
    RATINGS = "ratings"
    BLACK = "black"


class Room:
    """What the room is shown, and where.

    `version` increases when its picture has changed, once every movement has ended. `place` is where its window was
    when it was last looked at, `minimised` whether nothing of it can be seen. `showing` is what was chosen, `shown`
    what is there: where there is nothing of what was chosen, the window follows the table.
    """

    def __init__(self, stage: WindowSurface) -> None:
        self.stage = stage
        self.canvas = Canvas(stage)
        self.showing = self.shown = Showing.FOLLOW
        self.card: CardId | None = None
        self.frozen = False
        self.page = 0
        self.pages = 1
        self.items: list[Item] = []
        self.version = 0
        self.motion = Motion()
        self.place = RoomPlace.ONLY
        self.minimised = False
        self._displays: tuple[pygame.Rect, ...] = ()
        self._home: pygame.Rect | None = None
        self._game = pygame.Rect(0, 0, 0, 0)

    # Where

    def find_place(self, game: WindowSurface) -> bool:
        """Go to a display apart from the game's if the displays have changed; return whether where it is has changed.

        A display that comes back where it was gets the window back.
        """
        displays, before, lies = game.displays(), self.place, game.place()
        if any(display.collidepoint(lies.center) for display in displays):
            self._game = lies  # A minimised window is nowhere on some systems: then it is where it was.
        if displays != self._displays:
            self._displays = displays
            self._go_home(game)
        self.place = room_place(self.stage.place(), self._game, displays)
        return self.place is not before

    @property
    def game_display(self) -> tuple[int, ...]:
        """Where the display of the game is: left, top, width and height in points; nothing before it is known."""
        return tuple(display_of(self._game, self._displays)) if self._displays else ()

    @property
    def is_apart(self) -> bool:
        """Whether it can be seen, and on another picture than the game."""
        return self.place is RoomPlace.APART and not self.minimised

    @property
    def has_display(self) -> bool:
        """Whether there is a display for it, apart from the game's."""
        return self._home is not None and self._home in self._displays

    def _go_home(self, game: WindowSurface) -> None:
        """Fill a display apart from the game's: the one it filled last, if it is there; else lie behind the game."""
        apart = displays_apart(self._game, self._displays)
        if apart:
            self._fill(self._home if self._home in apart else apart[0])
        else:
            self.stage.go_to(display_of(self._game, self._displays), full_screen=False)
        game.focus()

    def _fill(self, display: pygame.Rect) -> None:
        self._home = display
        self.stage.go_to(display, full_screen=True)

    def change_display(self, game: WindowSurface, *, full_screen: bool) -> None:
        """Go to the next display apart from the game's; where there is one only, change places with the game.

        `full_screen` is whether the game fills its display.
        """
        displays = game.displays()
        here, there = display_of(self.stage.place(), displays), display_of(game.place(), displays)
        apart = displays_apart(game.place(), displays)
        if not apart:
            return
        if here not in apart:
            self._fill(apart[0])
        elif len(apart) > 1:
            self._fill(apart[(apart.index(here) + 1) % len(apart)])
        else:
            game.go_to(here, full_screen=full_screen)
            self._fill(there)
        game.focus()

    # What

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window in pixels."""
        return self.stage.surface().get_size()

    def show(self, showing: Showing, card: CardId | None = None) -> None:
        """Show that from now on, and unfreeze."""
        self.showing, self.card, self.frozen, self.page = showing, card, False, 0

    def freeze(self) -> None:
        """Freeze what is shown, or let it follow the table again."""
        self.frozen = not self.frozen

    def turn_page(self, direction: int) -> None:
        """Show the next page of the large view (1), or the one before (-1)."""
        self.page = (self.page + direction) % max(1, self.pages)

    def draw(self, layout: Layout, lay_out: Callable[[Layout], int], now: float, *, animated: bool) -> bool:
        """Paint what has changed; returns whether anything had.

        `layout` has the size of this window. `lay_out` fills it with what the room sees, and returns the number of
        pages, 0 when there is nothing to see yet. `animated`: whether movements are shown.
        """
        if not self.frozen:
            before, self.items = self.items, self._lay_out(layout, lay_out)
            if before and animated:
                self.motion.follow(before, self.items, now)
            else:
                self.motion.expect_movements(NO_MOVEMENTS)
        drawn = self.canvas.paint([(item, item.rect, CALM) for item in self.motion.shown(self.items, now)])
        if drawn and not self.motion.moving:
            self.version += 1
        return drawn

    def _lay_out(self, layout: Layout, lay_out: Callable[[Layout], int]) -> list[Item]:
        if is_too_small(self.size):
            return too_small_items(layout)
        if self.showing is Showing.BLACK:
            self.shown = Showing.BLACK
            layout.panel("black", layout.rect, theme.BLACK, radius=0)
        else:
            self.pages = lay_out(layout)
            if not self.pages:
                self._lay_out_title(layout)
        return [_without_actions(item) for item in layout.items]

    def _lay_out_title(self, layout: Layout) -> None:
        """Lay out the name of the game, shown before a session."""
        words = layout.words
        layout.panel("ground", layout.rect, palette().table, radius=0)
        style = Type(Face.TITLE_800, round(layout.rect.height * 0.09))
        layout.label(
            "name", layout.rect, words("title.name"), style, palette().light_ink, align="centre", vertical="middle"
        )


def _without_actions(item: Item) -> Item:
    """The same item without its actions and without what only shows that there are some."""
    look = item.look
    if isinstance(look, Button) and look.halo:
        look = replace(look, halo=0)
    return replace(item, look=look, intent=None, lifts=None, drop=None, editing=False, main=False, tip=False, keys="")
