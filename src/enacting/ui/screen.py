"""What every screen is: items laid out on a sheet, and answers to what happens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.moves import Order
from enacting.ui import theme
from enacting.ui.item import Item
from enacting.ui.sheet import Sheet
from enacting.ui.standing import Line

if TYPE_CHECKING:
    from enacting.ui.app import App
    from enacting.ui.room import Room


class Screen:
    """A screen. `covers` is False for a dialog: what is below stays in sight, behind a veil."""

    covers = True

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def secret(self) -> bool:
        """Whether something is being said in secret on it."""
        return False

    @property
    def alone(self) -> bool:
        """Whether what it says is said to one person alone at the table."""
        return False

    def lay_out(self, sheet: Sheet) -> None:
        """Put everything of this screen on the sheet."""
        raise NotImplementedError

    def lay_out_for_room(self, sheet: Sheet, room: Room) -> bool:
        """Put on the sheet what the room sees of this screen; False when the room sees nothing of it."""
        return False

    def line(self) -> Line | None:
        """What stays in sight along the bottom of the window, whatever is on top of this screen."""
        return None

    def lets_go(self) -> bool:
        """Whether the window may close; a screen that would lose something asks first."""
        return True

    def arrive(self) -> None:
        """The screen has come on top."""

    def back(self) -> None:
        """Escape, or the right button."""
        self.app.close()

    def play(self, move: Order) -> None:
        """Play a move of the game; only a table can."""
        raise NotImplementedError

    def clicked_beside(self) -> None:
        """A click where nothing can be pointed at."""

    def tick(self, now: float) -> bool:
        """Time has passed; True when something to be seen has changed."""
        return False

    def unseen(self) -> None:
        """Nobody has been able to see the window for a while: it was minimised, or the computer slept."""

    def slept(self) -> None:
        """The computer has slept, or the program was stopped for a while."""

    def dropped(self, path: Path) -> None:
        """A file or a folder has been dropped on the window from elsewhere."""

    def arrow(self, key: int) -> bool:
        """An arrow key; True when the screen has taken it, otherwise the focus goes that way."""
        return False

    def passes_over(self, item: Item) -> bool:
        """Whether Tab leaves that item to the arrows."""
        return False

    def turn_page(self, way: int) -> None:
        """Page down (1) or up (-1), where nothing scrolls."""

    def edited(self, name: str) -> None:
        """The text of a field has changed: say when it can be no longer."""
        text = self.app.field(name).text
        if len(text.text) == text.most:
            self.app.say(self.app.words("common.field_full", most=text.most))

    def left(self, name: str) -> None:
        """The focus has left that item."""

    def read(self, card: CardId) -> None:
        """Show a card at reading size."""

    def held_item(self, card: CardId, place: tuple[int, int]) -> Item | None:
        """The card held, at that place."""
        return None

    def settings_changed(self) -> None:
        """The language, the text size or another setting has changed."""


class Dialog(Screen):
    """A screen over another one."""

    covers = False

    def panel(self, sheet: Sheet, width: float, height: int) -> pygame.Rect:
        """A panel in the middle, `width` ems wide, never larger than the window; returns its inside."""
        edge = sheet.px(28)
        wide = min(sheet.em(width), sheet.rect.width - 2 * edge)
        high = min(height + 2 * sheet.px(36), sheet.rect.height - 2 * edge)
        rect = pygame.Rect(0, 0, wide, high)
        rect.center = sheet.rect.center
        sheet.panel("dialog", rect, theme.PANEL, radius=theme.RADIUS_LARGE, shadow=24)
        return rect.inflate(-2 * sheet.px(40), -2 * sheet.px(36))
