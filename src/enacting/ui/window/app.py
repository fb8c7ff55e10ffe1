"""The application as its screens know it: the stack of screens, the items shown, and the services screens use.

Law: the window contains no rule of the game. It shows the items of the top screen, and an event only does what the item
under the pointer or with the focus says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.moves import Order
from enacting.language.words import NO_OWN_WORDS, Words, words_in
from enacting.system import clock as clocks
from enacting.ui.access.read_aloud import Alert, ReadAloud, SpokenScreen
from enacting.ui.destinations import Destination, NoVoice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import Held, Intent, Item, disabled, live_item
from enacting.ui.items.layout import Layout
from enacting.ui.items.panels import Overlay
from enacting.ui.window.displays import display_of
from enacting.ui.window.floating import Message, message_items
from enacting.ui.window.motion import Motion, Movements
from enacting.ui.window.room_window import Room
from enacting.ui.window.settings import Settings, write_settings
from enacting.ui.window.sound import Cue, Sounds
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.status_bar import StatusLine, status_line_height, status_line_items
from enacting.ui.window.too_small import is_too_small, too_small_items
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.text_field import TextField
from enacting.ui.writing.text_input import start_text_input, stop_text_input

if TYPE_CHECKING:
    from enacting.session.session import Session

MESSAGE_SECONDS = 6.0


class Screen:
    """A screen. `covers` is False for a dialog: what is below stays visible, darkened."""

    covers = True
    left_at: tuple[str, object] = ("", None)
    """What had the focus when another screen opened above it, and the situation then."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def secret(self) -> bool:
        """Whether secret answers are being given on it."""
        return False

    @property
    def alone(self) -> bool:
        """Whether a single person plays, so that sentences are for one person."""
        return False

    def played_session(self) -> Session | None:
        """The session on the table, if this is one."""
        return None

    def folder_of_box(self, box_id: str) -> Path | None:
        """The folder of the box of that id, where this screen knows one."""
        return None

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box calls things that is on this screen; what is above it says the same."""
        return NO_OWN_WORDS

    def explained_box(self) -> Box | None:
        """The box whose words the help and the glossary explain, if there is one."""
        return None

    def lay_out(self, layout: Layout) -> None:
        """Put everything of this screen on the layout."""
        raise NotImplementedError

    def lay_out_for_room(self, layout: Layout, room: Room) -> int:
        """Lay out what the room sees of this screen; returns the number of pages, 0 when it sees nothing of it."""
        return 0

    def status_line(self) -> StatusLine | None:
        """What stays visible along the bottom of the window, regardless of what is on top of this screen."""
        return None

    def can_close(self) -> bool:
        """Whether the window may close; a screen that would lose something asks first."""
        return True

    def arrive(self) -> None:
        """The screen has become the top one, with the focus that it had before in the same situation, if any."""

    def back(self) -> None:
        """Escape or the right mouse button was pressed."""
        self.app.close()

    def play(self, move: Order) -> None:
        """Play a move of the game; only the screen of a table can."""
        raise NotImplementedError

    def situation(self) -> object:
        """What it is about now: when that has changed between two presses of a double click, the second is for
        nobody."""
        return None

    def begun(self) -> Mapping[str, str]:
        """What is typed and chosen on it and kept nowhere yet, by names that mean the same when it is found again."""
        return {}

    def take_back(self) -> None:
        """Undo was asked for by its key, and nothing on the screen has that key."""

    def bring_back(self) -> None:
        """The same for redo."""

    def clicked_beside(self) -> None:
        """A click outside every live item."""

    def tick(self, now: float) -> bool:
        """Time has passed; returns whether something visible has changed."""
        return False

    def unseen(self) -> None:
        """The window could not be seen for a while: it was minimised, or the computer slept."""

    def slept(self) -> None:
        """The computer has slept, or the program was stopped for a while."""

    def dropped(self, path: Path) -> None:
        """A file or a folder was dropped on the window from another program."""

    def arrow(self, key: int) -> bool:
        """An arrow key; returns whether the screen handled it, otherwise the focus moves that way."""
        return False

    def passes_over(self, item: Item) -> bool:
        """Whether Tab skips that item, which the arrow keys reach."""
        return False

    def turn_page(self, direction: int) -> None:
        """Page down (1) or up (-1), when no pane scrolls."""

    def edited(self, name: str) -> None:
        """The text of a field has changed: shows a message when it has its maximum length."""
        text = self.app.field(name).text
        if len(text.text) == text.max_length:
            self.app.show_message(self.app.words("common.field_full", most=text.max_length))

    def left(self, name: str) -> None:
        """That item has lost the focus."""

    def read(self, card: CardId) -> None:
        """Show a card at reading size."""

    def held_item(self, held: Held, place: tuple[int, int]) -> Item | None:
        """The card or the disc held, at that position."""
        return None

    def first_place(self, held: Held) -> str:
        """The id of the place that the keyboard proposes first for what is in hand; "" for the first that takes it."""
        return ""

    def settings_changed(self) -> None:
        """The language, the text size or another setting has changed."""


class Dialog(Screen):
    """A screen that does not cover the one below."""

    covers = False


class ShownItems(NamedTuple):
    """The items of some screens, in painting order; for each scrolled pane, its height and its visible height."""

    items: list[Item]
    extents: dict[str, tuple[int, int]]


class App:
    """One window with its stack of screens.

    `open_destination` shows the screen that a button leads to. `held` is the card or the disc in hand, `dragging`
    whether the pointer drags it; `focus` is the id of the focused item, `by_keyboard` whether the keyboard was used
    last. `shown` are the items laid out last, `extents` their panes, `scrolled` the offset of each, `fields` the texts
    being edited.
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
        self.held: Held | None = None
        self.dragging = False
        self.focus = ""
        self.by_keyboard = False
        self.message: Message | None = None
        self.running = True
        self.shown: list[Item] = []
        self.extents: dict[str, tuple[int, int]] = {}
        self.scrolled: dict[str, int] = {}
        self.fields: dict[str, TextField] = {}
        self.found_again: dict[str, str] = {}
        """What was being typed or chosen when a form or the session was left: see `Screen.begun`."""
        self.editing = ""
        self.room: Room | None = None
        self.motion = Motion()
        self.sounds = Sounds()
        self._cues: list[tuple[float, str]] = []
        self.reader = ReadAloud()
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
        """The sentences of the window, in the language chosen, and for one person where a single person plays."""
        alone = next((screen.alone for screen in reversed(self.screens) if screen.covers), False)
        own = next((own for screen in reversed(self.screens) if (own := screen.own_words)), NO_OWN_WORDS)
        return words_in(self.settings.language, alone=alone, own=own)

    def open(self, screen: Screen) -> None:
        """Put a screen on top; the one below remembers its focus."""
        self.put_down()
        if self.screens:
            self.screen.left_at = (self.focus, self.screen.situation())
        self.screens.append(screen)
        self._arrive()

    def close(self) -> None:
        """Close the top screen; the one below is shown again, with the focus that it had."""
        self.put_down()
        if len(self.screens) > 1:
            self.screens.pop()
        focus, situation = self.screen.left_at
        self._arrive(focus if situation == self.screen.situation() else "")

    def show_only(self, screen: Screen) -> None:
        """Replace every screen by that one."""
        self.put_down()
        self.screens = [screen]
        self._arrive()

    def go_to(self, destination: Destination) -> None:
        """Show the screen a button leads to."""
        self._open_destination(self, destination)

    def _arrive(self, focus: str = "") -> None:
        self.focus = focus
        self.motion.finish()
        self.changed()
        if self.screens:
            self.screen.arrive()

    def quit(self) -> None:
        """Leave the program, unless a screen would lose something and asks first."""
        if not all(screen.can_close() for screen in self.screens):
            return
        self.reader.stop()
        self.running = False

    # The room

    def open_room(self, game_display: tuple[int, ...] = ()) -> None:
        """Open a second window for the room, on a display apart from this one where there is one.

        `game_display` is where the game was when the room had its window last, in points: it goes back there if that
        display is still there, so that the room gets its own display back.
        """
        if self.room is None:
            displays = self.stage.displays()
            known = next((display for display in displays if tuple(display) == game_display), None)
            if known is not None and display_of(self.stage.place(), displays) != known:
                self.stage.go_to(known, full_screen=self.settings.full_screen)
            self.room = Room(self.stage.open_another(self.words("room.window")))
            self.room.find_place(self.stage)
            if not self.room.has_display:
                self.show_message(self.words("room.behind"))
            self.changed()

    def change_displays(self) -> None:
        """Have the window of the room go to another display; where there are two, both windows change places."""
        if self.room is not None:
            self.room.change_display(self.stage, full_screen=self.settings.full_screen)
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
        """The scale from sizes of the design to pixels."""
        return Scale.for_window(self.size, self.settings.text_size)

    @property
    def card_languages(self) -> tuple[str, ...]:
        """The languages that cards are to be in, the one to try first before the others."""
        return tuple(filter(None, (self.settings.cards_language, self.settings.language)))

    @property
    def idle_seconds(self) -> float:
        """Seconds since the mouse or the keyboard was last used."""
        return self.clock() - self.last_touch

    def touch(self) -> None:
        """Record that the laptop is being used now."""
        self.last_touch = self.last_event = self.clock()

    def changed(self) -> None:
        """Have everything laid out again before the next frame."""
        self.stale = self.room_stale = True

    def layout(self, size: tuple[int, int] | None = None, below: int = 0, *, held: Held | None = None) -> Layout:
        """An empty layout of the size of the window, or of another, leaving `below` pixels free at the bottom.

        `held` is the card or the disc whose possible places are highlighted.
        """
        width, height = size or self.size
        scale = Scale.for_window((width, height), self.settings.text_size)
        return Layout((width, height - below), scale, self.words, self.scrolled, held, self.focus)

    def field(self, name: str, text: str = "", max_length: int = 280, *, multiline: bool = False) -> TextField:
        """The text field of that name, created with that text the first time, or with the one that was found again."""
        if name not in self.fields:
            begun = self.found_again.pop(name, text)
            self.fields[name] = TextField(EditedText.of(begun, max_length=max_length, multiline=multiline))
            self.fields[name].proposed = EditedText.of(text, max_length=max_length, multiline=multiline).text
        return self.fields[name]

    def forget_fields(self, beginning: str | tuple[str, ...]) -> None:
        """Remove the fields whose names begin with that."""
        for name in [name for name in self.fields if name.startswith(beginning)]:
            del self.fields[name]
        self.changed()

    def typed(self, beginning: str | tuple[str, ...]) -> dict[str, str]:
        """What the fields whose names begin so hold, where that is neither nothing nor what they began with."""
        return {
            name: field.text.text
            for name, field in self.fields.items()
            if name.startswith(beginning) and field.text.text.strip() and field.text.text != field.proposed
        }

    def swap_fields(self, fields: dict[str, TextField]) -> dict[str, TextField]:
        """Replace the text fields; returns those replaced, to be restored later."""
        before, self.fields = self.fields, fields
        self.changed()
        return before

    def expect_movements(self, movements: Movements, in_room: Movements | None = None) -> None:
        """Set what will have moved the next time the screen is laid out, and what the room sees; what moves ends."""
        self.finish_movements()
        if self.settings.reduce_motion:
            return
        self.motion.expect_movements(movements)
        if self.room is not None:
            self.room.motion.expect_movements(movements if in_room is None else in_room)

    def finish_movements(self) -> None:
        """End every movement, in the window of the room too."""
        self.motion.finish()
        if self.room is not None:
            self.room.motion.finish()

    def sound(self, *cues: Cue) -> None:
        """Play sounds, each at its time, if sounds are on; where nothing moves only the first, at once."""
        self.drop_cues()
        if not self.settings.sound:
            return
        now = self.clock()
        cues = tuple(replace(cue, delay=0.0) for cue in cues[:1]) if self.settings.reduce_motion else cues
        self._cues = [(now + cue.delay, cue.sound) for cue in cues]
        self.tick_sounds(now)

    def _try_sound(self) -> None:
        """Play a sound, so that people hear how loud it is; say so where this computer has no sound."""
        self.sounds = Sounds()
        self.sounds.play("turn")
        if self.sounds.silent:
            self.show_message(self.words("settings.no_sound"))

    def tick_sounds(self, now: float) -> None:
        """Play the sounds whose time has come."""
        for _, sound in [cue for cue in self._cues if cue[0] <= now]:
            self.sounds.play(sound)
        self._cues = [cue for cue in self._cues if cue[0] > now]

    def drop_cues(self) -> None:
        """Play none of the sounds that were still to come."""
        self._cues = []

    def show_message(self, text: str, *, alarm: bool = False) -> None:
        """Show a sentence over the bar for a while; an alarm stays until the next message."""
        self.message = Message(text, self.clock() + MESSAGE_SECONDS, alarm)
        self.changed()

    def pick_up(self, what: Held) -> None:
        """Hold a card or a disc: the places that accept it are highlighted."""
        self.held = what
        self.changed()

    def put_down(self) -> None:
        """Hold nothing."""
        self.held = None
        self.dragging = False
        self.changed()

    def apply_settings(self, settings: Settings) -> None:
        """Apply these settings at once, and save them."""
        if settings.full_screen != self.settings.full_screen:
            self.stage.toggle_full_screen()
        if settings.sound and not self.settings.sound:
            self._try_sound()
        self.settings = settings
        if self.settings_file is not None:
            try:
                write_settings(self.settings_file, settings)
            except OSError:
                self.show_message(self.words("window.settings_not_kept"))
        theme.use_theme(settings.theme)
        for screen in self.screens:
            screen.settings_changed()
        self.changed()

    def perform(self, intent: Intent) -> None:
        """Perform an intent: play a move, show another screen, or call a function."""
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
        """Do what a click on an item, or Enter, does."""
        if self.held is not None and item.drop is not None:
            self.held = None
            self.perform(item.drop)
        elif item.editing:
            self.focus_on(item.id)
        elif item.intent is not None:
            self.perform(item.intent)

    # Reading aloud

    def read_aloud(self, *, whole: bool) -> None:
        """Read the focused item aloud, then the whole screen, then stop; or the whole screen at once."""
        self._show_alert(self.reader.read_next(self._spoken_screen(), whole=whole))

    def read_screen_aloud(self) -> None:
        """Read the whole screen aloud."""
        self._show_alert(self.reader.read_screen(self._spoken_screen()))

    def tick_read_aloud(self) -> None:
        """Let the voice continue; it follows the focus if that setting is on."""
        self._show_alert(self.reader.tick(secret=self.screen.secret))
        if self.settings.speak_focus and not self.screen.secret:
            self.reader.follow(self._spoken_screen())

    def _spoken_screen(self) -> SpokenScreen:
        return SpokenScreen(
            screen=self.screen,
            items=self.items(),
            focus=self.focus,
            secret=self.screen.secret,
            words=self.words,
        )

    def _show_alert(self, alert: Alert | None) -> None:
        if alert is Alert.SECRET:
            self.show_message(self.words("aloud.secret"))
        elif alert is Alert.NO_VOICE:
            self.go_to(NoVoice())

    # Items

    def items(self) -> list[Item]:
        """All items on the screen, in painting order; laid out again if something has changed."""
        if self.stale:
            self.stale = False
            before, (self.shown, self.extents) = self.shown, self._lay_out()
            for pane, (height, seen) in self.extents.items():
                self.scrolled[pane] = min(self.scrolled.get(pane, 0), max(0, height - seen))
            if before and not self.settings.reduce_motion:
                self.motion.follow(before, self.shown, self.clock(), self.layout)
            self._update_focus()
        return self.shown

    def items_below(self, top: Screen, held: Held | None = None) -> list[Item]:
        """The items of the screens below that one, as if it were not there and that were held."""
        return self._stacked(self.screens[: self.screens.index(top)], held).items

    def _stacked(self, screens: list[Screen], held: Held | None) -> ShownItems:
        items: list[Item] = []
        extents: dict[str, tuple[int, int]] = {}
        line = self._status_line()
        below = status_line_height(self.layout(), line) if line is not None else 0
        bottom = max(index for index, screen in enumerate(screens) if screen.covers)
        for screen in screens[bottom:]:
            layout = self.layout(below=below, held=held)
            if not screen.covers:
                items = [
                    *disabled(items),
                    Item(id=f"veil-{len(items)}", rect=layout.rect, look=Overlay()),
                ]
            screen.lay_out(layout)
            items.extend(layout.items)
            extents = {**layout.extents, **extents, **layout.extents}  # Those of the top screen come first.
        return ShownItems(items, extents)

    def _status_line(self) -> StatusLine | None:
        """The status line of the topmost screen that has one."""
        return next(
            (line for line in (screen.status_line() for screen in reversed(self.screens)) if line is not None), None
        )

    def _lay_out(self) -> ShownItems:
        if is_too_small(self.size):
            return ShownItems(too_small_items(self.layout()), {})
        items, extents = self._stacked(self.screens, self.held)
        line = self._status_line()
        if line is not None:
            items.extend(status_line_items(self.layout(), line))
        if self.message is not None:
            items.extend(message_items(self.layout(), self.message))
        return ShownItems(items, extents)

    # Focus

    def focusable(self) -> list[Item]:
        """The items the keyboard can reach, in reading order; with something in hand, the places that accept it."""
        live = sorted((item for item in self.shown if item.live), key=lambda item: item.reading)
        if self.held is not None:
            places = [item for item in live if item.drop is not None]
            return places or live
        return [item for item in live if item.intent is not None or item.editing or item.lifts]

    def focused(self) -> Item | None:
        """The focused item."""
        return live_item(self.shown, self.focus)

    def focus_on(self, name: str) -> None:
        """Give the focus to that item, and scroll until it is visible."""
        previous, self.focus = self.focus, name
        if previous != name:
            if previous in self.fields:
                self.fields[previous].leave()
            self.screen.left(previous)
            self.focus = name  # Leaving an item may play a move, and a move clears the focus.
        self._scroll_to_focus()
        self._update_text_input()

    def reach(self, name: str) -> Item | None:
        """Focus the live item of that id, as Tab does; `None` if there is none."""
        item = live_item(self.items(), name)
        if item is not None:
            self.touch()
            self.by_keyboard = True
            self.focus_on(name)
            self.changed()
        return item

    def scroll(self, pane: str, distance: int) -> None:
        """Scroll a pane by that many pixels, no further than its ends."""
        height, seen = self.extents[pane]
        self.scrolled[pane] = max(0, min(height - seen, self.scrolled.get(pane, 0) + distance))
        self.changed()

    def _update_focus(self) -> None:
        """Keep the focus on an existing item; by default on the main action."""
        focusable = self.focusable()
        if self.focus and not any(item.id == self.focus for item in focusable):
            self.focus = ""
        if not self.focus:
            main_item = next((item for item in focusable if item.main), None)
            if main_item is None and self.held is not None and self.by_keyboard:
                proposed = self.screen.first_place(self.held)
                main_item = next((item for item in focusable if item.id == proposed), next(iter(focusable), None))
            self.focus = main_item.id if main_item is not None else ""
        self._update_text_input()

    def _update_text_input(self) -> None:
        item = self.focused()
        editing = item.id if item is not None and item.editing else ""
        if editing and item is not None and editing in self.fields:
            start_text_input(self._in_points(self.fields[editing].caret_rect()))
        elif self.editing:
            stop_text_input()
        self.editing = editing

    def _in_points(self, rect: pygame.Rect) -> pygame.Rect:
        """A rectangle of the surface, in points of the system."""
        pixel_ratio = self.stage.pixel_ratio()
        return pygame.Rect(*(round(length / pixel_ratio) for length in rect))

    def _scroll_to_focus(self) -> None:
        """Scroll until the focused item is visible."""
        item = self.focused()
        if item is None or item.clip is None or item.pane not in self.extents:
            return
        above, below = item.clip.top - item.rect.top, item.rect.bottom - item.clip.bottom
        move = -above if above > 0 else max(0, below)
        if move:
            self.scroll(item.pane, move)
