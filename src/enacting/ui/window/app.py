"""The application as its screens know it: the stack of screens, what is on them now, and what they may ask for.

Law: the window holds no rule of the game. It shows the items of the top screen, and an event only ever does what the
item under the pointer or the focus says.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.moves import Order
from enacting.language.words import Words, words_in
from enacting.system import clock as clocks
from enacting.ui.access.read_aloud import Alert, Aloud, SpokenScreen
from enacting.ui.destinations import Destination, NoVoice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale, palette
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, disabled, live_item
from enacting.ui.items.layout import Layout
from enacting.ui.window.floating import Message, message_items
from enacting.ui.window.motion import Motion, Movements
from enacting.ui.window.room_window import Room
from enacting.ui.window.settings import Settings, write_settings
from enacting.ui.window.sound import Sounds
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.status_bar import Line, line_height, line_items
from enacting.ui.window.too_small import small_items, too_small
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.text_field import TextField
from enacting.ui.writing.text_input import start_text_input, stop_text_input

MESSAGE_SECONDS = 6.0


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

    def explained_box(self) -> Box | None:
        """The box whose words the help and the glossary explain, where there is one."""
        return None

    def lay_out(self, layout: Layout) -> None:
        """Put everything of this screen on the sheet."""
        raise NotImplementedError

    def lay_out_for_room(self, layout: Layout, room: Room) -> int:
        """Put on the sheet what the room sees of this screen; the number of its pages, 0 when it sees nothing of it."""
        return 0

    def line(self) -> Line | None:
        """What stays in sight along the bottom of the window, whatever is on top of this screen."""
        return None

    def can_close(self) -> bool:
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
        if len(text.text) == text.max_length:
            self.app.say(self.app.words("common.field_full", most=text.max_length))

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

    def panel(self, layout: Layout, width: float, height: int) -> pygame.Rect:
        """A panel in the middle, `width` ems wide, never larger than the window; returns its inside."""
        edge = layout.px(28)
        wide = min(layout.em(width), layout.rect.width - 2 * edge)
        high = min(height + 2 * layout.px(36), layout.rect.height - 2 * edge)
        rect = pygame.Rect(0, 0, wide, high)
        rect.center = layout.rect.center
        layout.panel("dialog", rect, palette().panel, radius=theme.RADIUS_LARGE, shadow=24)
        return rect.inflate(-2 * layout.px(40), -2 * layout.px(36))


class ShownItems(NamedTuple):
    """What some screens show, in painting order; for each scrolled pane, how high it is and how much of it is seen."""

    items: list[Item]
    extents: dict[str, tuple[int, int]]


class App:
    """One window with its stack of screens.

    `open_destination` shows the screen that a button leads to. `held` is the card in hand, `dragging` says that the
    pointer has it; `focus` is the id of the focused item, `by_keyboard` that the keyboard was used last. `shown` is
    what was laid out last, `extents` its panes, `scrolled` how far each is scrolled, `fields` the texts being written.
    """

    def __init__(
        self,
        stage: WindowSurface,
        settings: Settings,
        *,
        open_destination: Callable[[App, Destination], None],
        settings_file: Path | None = None,
        clock: Callable[[], float] = clocks.seconds,
    ) -> None:
        self.stage = stage
        self.settings = settings
        self.settings_file = settings_file
        self.clock = clock
        self._open_destination = open_destination
        theme.use_theme(settings.theme)
        self.screens: list[Screen] = []
        self.held: CardId | None = None
        self.dragging = False
        self.focus = ""
        self.by_keyboard = False
        self.message: Message | None = None
        self.running = True
        self.shown: list[Item] = []
        self.extents: dict[str, tuple[int, int]] = {}
        self.scrolled: dict[str, int] = {}
        self.fields: dict[str, TextField] = {}
        self.editing = ""
        self.room: Room | None = None
        self.motion = Motion()
        self.sounds = Sounds()
        self.aloud = Aloud()
        self.frames_shown = 0
        self.last_event = self.last_touch = clock()
        self.stale = self.room_stale = True

    # Screens

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    @property
    def words(self) -> Words:
        """What the window says: in the person's language, and to one person where only one is at the table."""
        alone = next((screen.alone for screen in reversed(self.screens) if screen.covers), False)
        return words_in(self.settings.language, alone=alone)

    def open(self, screen: Screen) -> None:
        """Put a screen on top."""
        self.put_down()
        self.screens.append(screen)
        self._arrive()

    def close(self) -> None:
        """Take the top screen away; the one below comes back."""
        self.put_down()
        if len(self.screens) > 1:
            self.screens.pop()
        self._arrive()

    def show_only(self, screen: Screen) -> None:
        """Leave every screen for that one."""
        self.put_down()
        self.screens = [screen]
        self._arrive()

    def go_to(self, destination: Destination) -> None:
        """Show the screen a button leads to."""
        self._open_destination(self, destination)

    def _arrive(self) -> None:
        self.focus = ""
        self.motion.finish()
        self.changed()
        if self.screens:
            self.screen.arrive()

    def quit(self) -> None:
        """Leave the program, unless a screen would lose something and asks first."""
        if not all(screen.can_close() for screen in self.screens):
            return
        self.aloud.stop()
        self.running = False

    # The room

    def open_room(self) -> None:
        """Open a second window for the room, on another display where there is one."""
        if self.room is None:
            self.room = Room(self.stage.another(self.words("room.window")))
            if self.stage.displays() < 2:
                self.say(self.words("room.behind"))
            self.changed()

    def close_room(self) -> None:
        """Close the window of the room."""
        if self.room is not None:
            self.room.stage.close()
            self.room = None
            self.changed()

    # What screens use

    @property
    def size(self) -> tuple[int, int]:
        """The size of the surface, in pixels."""
        return self.stage.surface().get_size()

    @property
    def scale(self) -> Scale:
        """How many pixels a size of the design is now."""
        return Scale.for_window(self.size, self.settings.text_size)

    @property
    def idle_seconds(self) -> float:
        """Seconds since somebody last touched the mouse or the keyboard."""
        return self.clock() - self.last_touch

    def touch(self) -> None:
        """Note that somebody uses the laptop now."""
        self.last_touch = self.last_event = self.clock()

    def changed(self) -> None:
        """Say that what is on the screen may have changed."""
        self.stale = self.room_stale = True

    def layout(self, size: tuple[int, int] | None = None, below: int = 0, *, held: CardId | None = None) -> Layout:
        """An empty sheet of the size of the window, or of another one, leaving that many pixels below.

        `held` is the card for which places light up.
        """
        width, height = size or self.size
        scale = Scale.for_window((width, height), self.settings.text_size)
        return Layout((width, height - below), scale, self.words, self.scrolled, held, self.focus)

    def field(self, name: str, text: str = "", max_length: int = 280, *, multiline: bool = False) -> TextField:
        """The text field of that name, made with that text the first time."""
        if name not in self.fields:
            self.fields[name] = TextField(EditedText.of(text, max_length=max_length, multiline=multiline))
        return self.fields[name]

    def forget_fields(self, beginning: str) -> None:
        """Forget the fields whose names begin so."""
        for name in [name for name in self.fields if name.startswith(beginning)]:
            del self.fields[name]
        self.changed()

    def swap_fields(self, fields: dict[str, TextField]) -> dict[str, TextField]:
        """Take those text fields in place of the ones there are; returns these, to be given back."""
        before, self.fields = self.fields, fields
        self.changed()
        return before

    def expect(self, movements: Movements) -> None:
        """Say what will have moved the next time the screen is laid out."""
        if self.settings.reduce_motion:
            return
        self.motion.expect(movements)
        if self.room is not None:
            self.room.motion.expect(movements)

    def sound(self, name: str) -> None:
        """Play a sound, where the person wants sounds; "" is none."""
        if self.settings.sound and name:
            self.sounds.play(name)

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Show a sentence over the bar for a while; an alarm stays until the next one."""
        self.message = Message(text, self.clock() + MESSAGE_SECONDS, alarm)
        self.changed()

    def pick_up(self, card: CardId) -> None:
        """Hold a card: places that take it light up."""
        self.held = card
        self.changed()

    def put_down(self) -> None:
        """Hold nothing."""
        self.held = None
        self.dragging = False
        self.changed()

    def set(self, settings: Settings) -> None:
        """Take these settings at once, and keep them."""
        if settings.full_screen != self.settings.full_screen:
            self.stage.toggle_full_screen()
        self.settings = settings
        if self.settings_file is not None:
            try:
                write_settings(self.settings_file, settings)
            except OSError:
                self.say(self.words("window.settings_not_kept"))
        theme.use_theme(settings.theme)
        for screen in self.screens:
            screen.settings_changed()
        self.changed()

    def perform(self, intent: Intent) -> None:
        """Do what an item says: play a move, lead to another screen, or a command of the window."""
        if self.message is not None and not self.message.alarm:
            self.message = None
        if isinstance(intent, Order):
            self.screen.play(intent)
        elif isinstance(intent, Destination):
            self.go_to(intent)
        else:
            intent()
        self.changed()

    def activate(self, item: Item) -> None:
        """Click an item, or press Enter on it."""
        if self.held is not None and item.drop is not None:
            self.held = None
            self.perform(item.drop)
        elif item.editing:
            self.focus_on(item.id)
        elif item.intent is not None:
            self.perform(item.intent)

    # Reading aloud

    def read_aloud(self, *, whole: bool) -> None:
        """Read what has the focus aloud, then the whole screen, then nothing; or the whole screen at once."""
        self._heed(self.aloud.asked(self._spoken(), whole=whole))

    def read_screen_aloud(self) -> None:
        """Read the whole screen aloud."""
        self._heed(self.aloud.screen(self._spoken()))

    def tick_aloud(self) -> None:
        """Let the voice go on; it follows the focus where the person wants that."""
        self._heed(self.aloud.tick(secret=self.screen.secret))
        if self.settings.speak_focus and not self.screen.secret:
            self.aloud.follow(self._spoken())

    def _spoken(self) -> SpokenScreen:
        return SpokenScreen(
            screen=self.screen,
            items=self.items(),
            focus=self.focus,
            secret=self.screen.secret,
            words=self.words,
        )

    def _heed(self, alert: Alert | None) -> None:
        if alert is Alert.SECRET:
            self.say(self.words("aloud.secret"))
        elif alert is Alert.NO_VOICE:
            self.go_to(NoVoice())

    # Items

    def items(self) -> list[Item]:
        """Everything on the screen now, in painting order."""
        if self.stale:
            self.stale = False
            before, (self.shown, self.extents) = self.shown, self._laid_out()
            for pane, (height, seen) in self.extents.items():
                self.scrolled[pane] = min(self.scrolled.get(pane, 0), max(0, height - seen))
            if before and not self.settings.reduce_motion:
                self.motion.follow(before, self.shown, self.clock())
            self._mind_focus()
        return self.shown

    def items_below(self, top: Screen, held: CardId | None = None) -> list[Item]:
        """What the screens below that one show, as if it were not there and that card were held."""
        return self._stacked(self.screens[: self.screens.index(top)], held).items

    def _stacked(self, screens: list[Screen], held: CardId | None) -> ShownItems:
        items: list[Item] = []
        extents: dict[str, tuple[int, int]] = {}
        line = self._line()
        below = line_height(self.layout(), line) if line is not None else 0
        bottom = max(index for index, screen in enumerate(screens) if screen.covers)
        for screen in screens[bottom:]:
            layout = self.layout(below=below, held=held)
            if not screen.covers:
                items = [
                    *disabled(items),
                    Item(id=f"veil-{len(items)}", rect=layout.rect, look=paint.Overlay()),
                ]
            screen.lay_out(layout)
            items.extend(layout.items)
            extents = {**layout.extents, **extents, **layout.extents}  # Those of the top screen come first.
        return ShownItems(items, extents)

    def _line(self) -> Line | None:
        """What stays in sight along the bottom of the window, dialogs or not."""
        return next((line for line in (screen.line() for screen in reversed(self.screens)) if line is not None), None)

    def _laid_out(self) -> ShownItems:
        if too_small(self.size):
            return ShownItems(small_items(self.layout()), {})
        items, extents = self._stacked(self.screens, self.held)
        line = self._line()
        if line is not None:
            items.extend(line_items(self.layout(), line))
        if self.message is not None:
            items.extend(message_items(self.layout(), self.message))
        return ShownItems(items, extents)

    # Focus

    def focusable(self) -> list[Item]:
        """What the keyboard can reach, in reading order; with a card in hand, the places that take it."""
        live = sorted((item for item in self.shown if item.live), key=lambda item: item.reading)
        if self.held is not None:
            places = [item for item in live if item.drop is not None]
            return places or live
        return [item for item in live if item.intent is not None or item.editing or item.lifts]

    def focused(self) -> Item | None:
        """The item that has the focus."""
        return live_item(self.shown, self.focus)

    def focus_on(self, name: str) -> None:
        """Give the focus to that item, and scroll until it is in sight."""
        left, self.focus = self.focus, name
        if left != name:
            if left in self.fields:
                self.fields[left].leave()
            self.screen.left(left)
            self.focus = name  # What was left may have been played, and a move takes the focus away.
        self._reveal()
        self._mind_text_input()

    def reach(self, name: str) -> Item | None:
        """Bring the focus to the live item of that id, as Tab does; None where there is none."""
        item = live_item(self.items(), name)
        if item is not None:
            self.touch()
            self.by_keyboard = True
            self.focus_on(name)
            self.changed()
        return item

    def scroll(self, pane: str, distance: int) -> None:
        """Scroll a pane by so many pixels, no further than its ends."""
        height, seen = self.extents[pane]
        self.scrolled[pane] = max(0, min(height - seen, self.scrolled.get(pane, 0) + distance))
        self.changed()

    def _mind_focus(self) -> None:
        """Keep the focus on something that exists; begin with the next action."""
        focusable = self.focusable()
        if self.focus and not any(item.id == self.focus for item in focusable):
            self.focus = ""
        if not self.focus:
            main = next((item for item in focusable if item.main), None)
            if main is None and self.held is not None and self.by_keyboard:
                main = next(iter(focusable), None)
            self.focus = main.id if main is not None else ""
        self._mind_text_input()

    def _mind_text_input(self) -> None:
        item = self.focused()
        editing = item.id if item is not None and item.editing else ""
        if editing and item is not None and editing in self.fields:
            start_text_input(self._in_points(self.fields[editing].caret_rect()))
        elif self.editing:
            stop_text_input()
        self.editing = editing

    def _in_points(self, rect: pygame.Rect) -> pygame.Rect:
        """A rectangle of the surface in the points of the system."""
        ratio = self.stage.ratio()
        return pygame.Rect(*(round(length / ratio) for length in rect))

    def _reveal(self) -> None:
        """Scroll until the focused item is in sight."""
        item = self.focused()
        if item is None or item.clip is None or item.pane not in self.extents:
            return
        above, below = item.clip.top - item.rect.top, item.rect.bottom - item.clip.bottom
        move = -above if above > 0 else max(0, below)
        if move:
            self.scroll(item.pane, move)
