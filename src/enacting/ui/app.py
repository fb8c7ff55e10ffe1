"""The application: events in, items out, and nothing drawn when nothing changes.

Law: the window holds no rule of the game. It shows the items of the top screen, and an event only ever does what the
item under the pointer or the focus says.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pygame

from enacting import clock as clocks
from enacting.engine.cards import CardId
from enacting.engine.moves import Order
from enacting.settings import Settings, write_settings
from enacting.ui import paint, theme
from enacting.ui.access import ScreenReader
from enacting.ui.aloud import Aloud
from enacting.ui.canvas import Canvas
from enacting.ui.floating import Message, focus_ring, message_items, speaking_items, tip_items
from enacting.ui.item import CALM, Intent, Item, Mood, asleep, at, nearest
from enacting.ui.keys import HELD, ONCE, key_name
from enacting.ui.motion import Motion, Movements
from enacting.ui.room import Room
from enacting.ui.screen import Screen
from enacting.ui.screens.text import TextView
from enacting.ui.sheet import Sheet
from enacting.ui.small import small_items, too_small
from enacting.ui.sound import Sounds
from enacting.ui.standing import Line, line_height, line_items
from enacting.ui.text_field import Field, Outcome, Text, text_input_off, text_input_on
from enacting.ui.text_view import text_view_file, write_text_view
from enacting.ui.theme import Scale
from enacting.ui.window import Stage
from enacting.words import Words, words_in

DRAG_DISTANCE = 8
DOUBLE_CLICK_SECONDS = 0.4
MESSAGE_SECONDS = 6.0
ACTIVE_SECONDS = 2.0
FRAMES_ACTIVE, FRAMES_IDLE, FRAMES_HIDDEN = 60, 20, 5
TOUCHES = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)
"""The events that say that somebody is there."""


@dataclass(slots=True)
class Pointer:
    """What the mouse is doing. `pressed` is the item under the button when it went down."""

    place: tuple[int, int] = (-1, -1)
    pressed: str = ""
    pressed_at: tuple[int, int] = (0, 0)
    dragging: bool = False


class App:
    """One window with its stack of screens."""

    def __init__(
        self,
        stage: Stage,
        settings: Settings,
        *,
        settings_file: Path | None = None,
        clock: Callable[[], float] = clocks.seconds,
    ) -> None:
        self.stage = stage
        self.canvas = Canvas(stage)
        self.settings = settings
        self.settings_file = settings_file
        self.clock = clock
        theme.take(settings.theme)
        self.screens: list[Screen] = []
        self.held: CardId | None = None
        self.focus = ""
        self.by_keyboard = False
        self.pointer = Pointer()
        self.message: Message | None = None
        self.running = True
        self.text_view = text_view_file()
        self.scrolled: dict[str, int] = {}
        self._extents: dict[str, tuple[int, int]] = {}
        self._fields: dict[str, Field] = {}
        self._items: list[Item] = []
        self._stale = self._room_stale = True
        self.room: Room | None = None
        self.motion = Motion()
        self.sounds = Sounds()
        self._editing = ""
        self._typing_for = ""
        self._down: set[int] = set()
        self._last_press = (0.0, (0, 0))
        self._hidden = False
        self.frames_shown = 0
        self._last_event = self._last_touch = self._last_tick = clock()
        self.aloud = Aloud(self)
        self.screen_reader: ScreenReader | None = None

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

    def _arrive(self) -> None:
        self.focus = ""
        self.motion.finish()
        self.changed()
        if self.screens:
            self.screen.arrive()

    def quit(self) -> None:
        """Leave the program, unless a screen would lose something and asks first."""
        if not all(screen.lets_go() for screen in self.screens):
            return
        self.aloud.hush()
        self.running = False

    def show_text(self) -> None:
        """Show the screen in plain words, or come back from there."""
        if isinstance(self.screen, TextView):
            self.screen.back()
        else:
            self.open(TextView(self))

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
        return self.clock() - self._last_touch

    def touch(self) -> None:
        """Note that somebody uses the laptop now."""
        self._last_touch = self._last_event = self.clock()

    def changed(self) -> None:
        """Say that what is on the screen may have changed."""
        self._stale = self._room_stale = True

    def sheet(self, size: tuple[int, int] | None = None, below: int = 0) -> Sheet:
        """An empty sheet of the size of the window, or of another one, leaving that many pixels below."""
        width, height = size or self.size
        scale = Scale.for_window((width, height), self.settings.text_size)
        return Sheet((width, height - below), scale, self.words, self.scrolled)

    def field(self, name: str, text: str = "", most: int = 280, *, multiline: bool = False) -> Field:
        """The text field of that name, made with that text the first time."""
        if name not in self._fields:
            self._fields[name] = Field(Text.of(text, most=most, multiline=multiline))
        return self._fields[name]

    def forget_fields(self, beginning: str) -> None:
        """Forget the fields whose names begin so."""
        for name in [name for name in self._fields if name.startswith(beginning)]:
            del self._fields[name]
        self.changed()

    def swap_fields(self, fields: dict[str, Field]) -> dict[str, Field]:
        """Take those text fields in place of the ones there are; returns these, to be given back."""
        before, self._fields = self._fields, fields
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
        self.pointer.dragging = False
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
        self._take_theme()
        for screen in self.screens:
            screen.settings_changed()
        self.changed()

    def _take_theme(self) -> None:
        """Paint everything anew where the colours have changed."""
        theme.take(self.settings.theme)
        self.canvas.forget()
        if self.room is not None:
            self.room.canvas.forget()

    def perform(self, intent: Intent) -> None:
        """Do what an item says: play a move, or a command of the window."""
        if self.message is not None and not self.message.alarm:
            self.message = None
        if isinstance(intent, Order):
            self.screen.play(intent)
        else:
            intent()
        self.changed()

    def activate(self, item: Item) -> None:
        """Click an item, or press Enter on it."""
        if self.held is not None and item.drop is not None:
            self.held = None
            self.perform(item.drop)
        elif item.editing:
            self._focus_on(item.id)
        elif item.intent is not None:
            self.perform(item.intent)

    # Items

    def items(self) -> list[Item]:
        """Everything on the screen now, in painting order."""
        if self._stale:
            self._stale = False
            before, self._items = self._items, self._laid_out()
            if before and not self.settings.reduce_motion:
                self.motion.follow(before, self._items, self.clock())
            self._mind_focus()
        return self._items

    def items_below(self, top: Screen) -> list[Item]:
        """What the screens below that one show, as if it were not there."""
        extents = self._extents
        items = self._stacked(self.screens[: self.screens.index(top)])
        self._extents = extents
        return items

    def _stacked(self, screens: list[Screen]) -> list[Item]:
        items: list[Item] = []
        self._extents = {}
        line = self._line()
        below = line_height(self.sheet(), line) if line is not None else 0
        covering = max(index for index, screen in enumerate(screens) if screen.covers)
        for screen in screens[covering:]:
            sheet = self.sheet(below=below)
            if not screen.covers:
                items = [
                    *asleep(items),
                    Item(id=f"veil-{len(items)}", rect=sheet.rect, look=paint.Veil()),
                ]
            screen.lay_out(sheet)
            items.extend(sheet.items)
            self._extents = {**sheet.extents, **self._extents, **sheet.extents}  # Those of the top screen come first.
        return items

    def _line(self) -> Line | None:
        """What stays in sight along the bottom of the window, dialogs or not."""
        return next((line for line in (screen.line() for screen in reversed(self.screens)) if line is not None), None)

    def _laid_out(self) -> list[Item]:
        if too_small(self.size):
            self._extents = {}
            return small_items(self.sheet())
        items = self._stacked(self.screens)
        line = self._line()
        if line is not None:
            items.extend(line_items(self.sheet(), line))
        if self.message is not None:
            items.extend(message_items(self.sheet(), self.message))
        for pane, (height, seen) in self._extents.items():
            self.scrolled[pane] = min(self.scrolled.get(pane, 0), max(0, height - seen))
        return items

    def _mind_focus(self) -> None:
        """Keep the focus on something that exists; begin with the next action."""
        focusable = self._focusable()
        if self.focus and not any(item.id == self.focus for item in focusable):
            self.focus = ""
        if not self.focus:
            main = next((item for item in focusable if item.main), None)
            if main is None and self.held is not None and self.by_keyboard:
                main = next(iter(focusable), None)
            self.focus = main.id if main is not None else ""
        self._mind_text_input()

    def _mind_text_input(self) -> None:
        item = self._focused()
        editing = item.id if item is not None and item.editing else ""
        if editing and item is not None and editing in self._fields:
            text_input_on(self._in_points(self._fields[editing].caret_rect()))
        elif self._editing:
            text_input_off()
        self._editing = editing

    def _in_points(self, rect: pygame.Rect) -> pygame.Rect:
        """A rectangle of the surface in the points of the system."""
        ratio = self.stage.ratio()
        return pygame.Rect(*(round(length / ratio) for length in rect))

    def _focusable(self) -> list[Item]:
        live = sorted((item for item in self._items if item.live), key=lambda item: item.reading)
        if self.held is not None:
            places = [item for item in live if item.drop is not None]
            return places or live
        return [item for item in live if item.intent is not None or item.editing or item.lifts]

    def _focused(self) -> Item | None:
        return self._live(self.focus)

    def _live(self, name: str) -> Item | None:
        """The item of that id that can be pointed at: not its twin asleep behind a dialog."""
        return next((item for item in reversed(self._items) if item.id == name and item.live), None)

    def _focus_on(self, name: str) -> None:
        left, self.focus = self.focus, name
        if left != name:
            if left in self._fields:
                self._fields[left].leave()
            self.screen.left(left)
            self.focus = name  # What was left may have been played, and a move takes the focus away.
        self._reveal()
        self._mind_text_input()

    def _reveal(self) -> None:
        """Scroll until the focused item is in sight."""
        item = self._focused()
        if item is None or item.clip is None or item.pane not in self._extents:
            return
        above, below = item.clip.top - item.rect.top, item.rect.bottom - item.clip.bottom
        move = -above if above > 0 else max(0, below)
        if move:
            self._scroll(item.pane, move)

    def _scroll(self, pane: str, distance: int) -> None:
        height, seen = self._extents[pane]
        self.scrolled[pane] = max(0, min(height - seen, self.scrolled.get(pane, 0) + distance))
        self.changed()

    # Events

    def handle(self, event: pygame.event.Event) -> None:
        """Do what an event asks for."""
        self._last_event = self.clock()
        if self.room is not None and self.room.stage.owns(event):
            self._room_event(event)
            return
        if "window" in event.__dict__ and not self.stage.owns(event):
            return  # Of a window that is gone: the one of the room was closed.
        if event.type in TOUCHES:
            self._last_touch = self._last_event
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.motion.finish()
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.quit()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                self._hidden = False
                self.canvas.forget()
                self.motion.finish()
                self.changed()
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._hidden = True
                self._gone()
            case pygame.WINDOWFOCUSGAINED if self.screen_reader is not None:
                self.screen_reader.bridge.tell_focus(focused=True)
            case pygame.WINDOWFOCUSLOST:
                if self.screen_reader is not None:
                    self.screen_reader.bridge.tell_focus(focused=False)
                if self._editing in self._fields and self._fields[self._editing].leave():
                    self.changed()
                if self.pointer.dragging:
                    self.put_down()
                self.pointer.pressed = ""
                self._down.clear()
            case pygame.MOUSEMOTION:
                self._point(event)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._press(event)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._release(event)
            case pygame.MOUSEBUTTONDOWN if event.button == 3:
                self._back()
            case pygame.MOUSEWHEEL:
                self._wheel(event.y)
            case pygame.DROPFILE:
                self.screen.dropped(Path(event.file))
                self.changed()
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                self._type(event)
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.KEYUP:
                self._down.discard(event.key)
                self._typing_for = self._editing  # An input method may write without any key going down.

    def _room_event(self, event: pygame.event.Event) -> None:
        """Nothing can be pointed at in the window of the room; keys pressed there count as pressed here."""
        assert self.room is not None
        match event.type:
            case pygame.WINDOWCLOSE:
                self.close_room()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                self.room.canvas.forget()
                self.changed()
            case pygame.KEYDOWN if event.key == pygame.K_F11:
                self.room.stage.toggle_full_screen()
            case pygame.KEYDOWN:
                self._last_touch = self._last_event
                self._key(event)
            case pygame.KEYUP:
                self._down.discard(event.key)

    def _at(self, event: pygame.event.Event) -> tuple[int, int]:
        ratio = self.stage.ratio()
        return round(event.pos[0] * ratio), round(event.pos[1] * ratio)

    def _point(self, event: pygame.event.Event) -> None:
        self.pointer.place = self._at(event)
        if not self.pointer.pressed or self.pointer.dragging:
            return
        if self.pointer.pressed == self._editing:
            item = self._focused()
            if item is not None:
                self._place_caret(item, extend=True)
            return
        moved = max(abs(a - b) for a, b in zip(self.pointer.place, self.pointer.pressed_at, strict=True))
        item = self._live(self.pointer.pressed)
        if item is not None and item.lifts is not None and moved > self.scale.px(DRAG_DISTANCE):
            self.by_keyboard = False
            self.pick_up(item.lifts)
            self.pointer.dragging = True

    def _press(self, event: pygame.event.Event) -> None:
        self.pointer.place = self.pointer.pressed_at = self._at(event)
        self.by_keyboard = False
        item = at(self.items(), self.pointer.place)
        self.pointer.pressed = item.id if item is not None else ""
        if item is not None and item.editing:
            self._focus_on(item.id)
            self._typing_for = self._editing
            self._place_caret(item)
            if self._is_double_click():
                field = self._fields[item.id]
                field.select_word(field.index_at(self.pointer.place))

    def _is_double_click(self) -> bool:
        """Whether this press follows another one at the same place within the time of a double click."""
        now, (x, y) = self.clock(), self.pointer.place
        before, (last_x, last_y) = self._last_press
        self._last_press = (now, self.pointer.place)
        return now - before < DOUBLE_CLICK_SECONDS and abs(x - last_x) + abs(y - last_y) < DRAG_DISTANCE

    def _release(self, event: pygame.event.Event) -> None:
        self.pointer.place = self._at(event)
        item = at(self.items(), self.pointer.place)
        pressed, self.pointer.pressed = self.pointer.pressed, ""
        if self.pointer.dragging:
            drop = item.drop if item is not None else None
            self.put_down()
            if drop is not None:
                self.perform(drop)
        elif item is not None and item.id == pressed:
            if not item.editing:
                self._focus_on(item.id)
                self.activate(item)
        elif item is None and self.held is not None:
            self.put_down()
        elif item is None and not pressed:
            self.screen.clicked_beside()
        self.changed()

    def _place_caret(self, item: Item, *, extend: bool = False) -> None:
        field = self._fields.get(item.id)
        if field is not None:
            field.click(field.index_at(self.pointer.place), extend=extend)
            self.changed()

    def _wheel(self, steps: int) -> None:
        for pane in dict.fromkeys(item.pane for item in reversed(self._items) if item.pane):
            shown = next((item.clip for item in self._items if item.pane == pane and item.clip), None)
            if shown is not None and shown.collidepoint(self.pointer.place) and pane in self._extents:
                self._scroll(pane, -steps * self.scale.px(90))
                return

    def _type(self, event: pygame.event.Event) -> None:
        if self._typing_for != self._editing:
            return  # The letter of a shortcut is not typed into the field the shortcut opened.
        field = self._fields.get(self._editing)
        if field is not None and field.handle(event) is Outcome.CHANGED:
            self.screen.edited(self._editing)
            self.changed()

    def _key(self, event: pygame.event.Event) -> None:
        if self._held_too_long(event):
            return
        self.items()  # A key is for what is on the screen now, not for what was before the last click.
        if self._edit(event) or self._global_key(event):
            return
        self.by_keyboard = True
        self.changed()
        match event.key:
            case pygame.K_TAB:
                self._step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            case pygame.K_LEFT | pygame.K_RIGHT | pygame.K_UP | pygame.K_DOWN:
                self._walk(event.key)
            case pygame.K_RETURN | pygame.K_KP_ENTER | pygame.K_SPACE:
                item = self._focused()
                if item is not None:
                    self.activate(item)
            case pygame.K_ESCAPE:
                self._back()
            case pygame.K_PAGEUP | pygame.K_PAGEDOWN:
                self._page(-1 if event.key == pygame.K_PAGEUP else 1)
            case _:
                self._shortcut(event)

    def _held_too_long(self, event: pygame.event.Event) -> bool:
        """Whether a key still down comes again and may not: one press of Enter or of a shortcut does one thing.

        It comes again too when what it did took long: pygame counts the time of a key until its release is read.
        """
        again = event.key in self._down
        self._down.add(event.key)
        if not again:
            self._typing_for = self._editing
            return False
        return event.key in ONCE if self._editing else event.key not in HELD

    def _edit(self, event: pygame.event.Event) -> bool:
        """Give a key to the field being edited; True when it took it."""
        field = self._fields.get(self._editing)
        if field is None:
            return False
        outcome = field.handle(event)
        if outcome is Outcome.IGNORED:
            return False
        if outcome is Outcome.CHANGED:
            self.screen.edited(self._editing)
        item = self._focused()
        if outcome is Outcome.SUBMITTED and item is not None:
            self.by_keyboard = True
            if item.intent is not None:
                self.perform(item.intent)
            else:
                self._step(1)
        if outcome is Outcome.CANCELLED:
            self._back()
        self.changed()
        return True

    def _global_key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_F11:
            self.set(replace(self.settings, full_screen=not self.settings.full_screen))
            return True
        if event.key == pygame.K_F6:
            self.show_text()
            return True
        return False

    def _shortcut(self, event: pygame.event.Event) -> None:
        wanted = key_name(event)
        if not wanted:
            return
        for item in self.items():
            if item.keys == wanted and item.intent is not None:
                self.perform(item.intent)
                return
        focused = self._focused()
        if wanted == "v" and focused is not None and focused.reads is not None:
            self.screen.read(focused.reads)
        elif wanted == "r":
            self.aloud.asked(whole=bool(event.mod & pygame.KMOD_SHIFT))

    def _back(self) -> None:
        if self.held is not None:
            self.put_down()
            self.focus = ""
        else:
            self.screen.back()
        self.changed()

    def _page(self, way: int) -> None:
        item = self._focused()
        panes = [item.pane] if item is not None and item.pane in self._extents else list(self._extents)
        if not panes:
            self.screen.turn_page(way)
        for pane in panes[:1]:
            self._scroll(pane, way * self._extents[pane][1] * 4 // 5)

    def _step(self, way: int) -> None:
        """Tab: to the next thing in reading order."""
        names = [item.id for item in self._focusable() if not self.screen.passes_over(item)]
        if not names:
            return
        here = names.index(self.focus) if self.focus in names else (-1 if way > 0 else 0)
        self._focus_on(names[(here + way) % len(names)])

    def _walk(self, key: int) -> None:
        """Arrows: to the nearest thing that way, unless the screen has another use for them."""
        if self.screen.arrow(key):
            return
        item = self._focused()
        if item is None:
            self._step(1)
            return
        found = nearest(item, self._focusable(), key)
        if found is not None:
            self._focus_on(found.id)

    # Time

    def tick(self) -> None:
        """Let time pass: messages go, screens count."""
        now = self.clock()
        slept, self._last_tick = now - self._last_tick > clocks.SLEEP_SECONDS, now
        if slept:
            self._gone()
            for screen in self.screens:
                screen.slept()
        if self.message is not None and not self.message.alarm and now > self.message.until:
            self.message = None
            self.changed()
        for screen in self.screens:  # A timer goes on behind a dialog.
            if screen.tick(now):
                self.changed()
        self.aloud.tick()
        if self.screen_reader is not None:
            self.screen_reader.tick()

    def _gone(self) -> None:
        """Nobody has been able to see the window for a while."""
        for screen in self.screens:
            screen.unseen()
        self.changed()

    # Painting

    def draw(self) -> bool:
        """Paint what has changed since the last time, and show it. False when nothing had."""
        now = self.clock()
        if self.room is not None and (self._room_stale or self.room.motion.moving):
            self._room_stale = False
            if self.room.draw(self, now) and not self.room.motion.moving:
                self._stale = True
        items = self.items()
        self.motion.rest(now)
        hovered = "" if self.pointer.dragging else self._hovered()
        visuals = [(item, *self._visual(item, now, hovered)) for item in items]
        visuals.extend((item, self.motion.place(item, now), CALM) for item in self.motion.gone)
        visuals.extend((item, item.rect, CALM) for item in self._floating())
        drawn = self.canvas.paint(visuals, self.motion.glides)
        self.frames_shown += 1
        if self.screen_reader is not None:
            self.screen_reader.show(items)
        if drawn and self.text_view is not None:
            self._write_text_view(self.text_view, items)
        return drawn

    def _write_text_view(self, file: Path, items: list[Item]) -> None:
        order = [item.id for item in self._focusable()]
        write_text_view(
            file, items, frame=self.canvas.frames_drawn, size=self.size, focus=self.focus, order=order, held=self.held
        )

    def _visual(self, item: Item, now: float, hovered: str) -> tuple[pygame.Rect, Mood]:
        """Where an item is shown now, and in what mood."""
        if item.id in self.motion.glides:
            return self.motion.place(item, now), CALM
        if item.id != hovered or not item.live:
            return item.rect, CALM
        return item.rect, Mood(True, self.pointer.pressed == item.id)

    def reach(self, name: str) -> Item | None:
        """Bring the focus to the live item of that id, as Tab does; None where there is none."""
        self.items()
        item = self._live(name)
        if item is not None:
            self.touch()
            self.by_keyboard = True
            self._focus_on(name)
            self.changed()
        return item

    def _hovered(self) -> str:
        item = at(self._items, self.pointer.place)
        return item.id if item is not None else ""

    def _floating(self) -> list[Item]:
        """What floats above everything: the card held, the focus ring, the name under the pointer."""
        floating: list[Item] = []
        if too_small(self.size):
            return floating
        held = self.screen.held_item(self.held, self._hand()) if self.held is not None else None
        if held is not None:
            floating.append(held)
        focused = self._focused()
        if focused is not None and self.by_keyboard:
            floating.append(focus_ring(self.sheet(), focused))
        named = focused if self.by_keyboard else at(self._items, self.pointer.place)
        if named is not None and named.tip and self.held is None:
            floating.extend(tip_items(self.sheet(), named))
        if self.aloud.sign:
            floating.extend(speaking_items(self.sheet(), self.aloud.sign))
        return floating

    def _hand(self) -> tuple[int, int]:
        """Where the card held is: under the pointer, or by the focused place."""
        focused = self._focused()
        if self.by_keyboard and focused is not None:
            return focused.rect.centerx, focused.rect.centery
        return self.pointer.place

    # The loop

    def run(self) -> None:
        """Show the screens until the person leaves."""
        rhythm = pygame.time.Clock()
        while self.running:
            for event in pygame.event.get():
                self.handle(event)
                if not self.running:
                    return
            self.tick()
            if not self._hidden:
                self.draw()
            rhythm.tick(self._frames())

    def _frames(self) -> int:
        """How often to look, in times a second."""
        if self._hidden:
            return FRAMES_HIDDEN
        moving = self.motion.moving or (self.room is not None and self.room.motion.moving)
        active = moving or self.held is not None or self.clock() - self._last_event < ACTIVE_SECONDS
        return FRAMES_ACTIVE if active else FRAMES_IDLE
