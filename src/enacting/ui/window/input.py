"""The pointer and the keyboard: what an event means for the items on the screen.

Law: a press is for what has been in the picture for a while. What has only just come under the pointer, nobody meant;
nor the second press of a doubled key, when the first has changed what it is for.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from enacting.engine.moves import Order
from enacting.ui.destinations import Destination, ScreenText
from enacting.ui.items.item import Item, at, live_item, nearest
from enacting.ui.items.keys import GO, REPEATING_KEYS, SINGLE_PRESS_KEYS, key_name, without_late_repeats
from enacting.ui.window.app import App, Screen
from enacting.ui.writing.keyboards import meant_key
from enacting.ui.writing.text_field import FieldOutcome

DRAG_DISTANCE = 8
NOWHERE = "-"
"""No field has that id: what is typed there is lost."""
DOUBLE_CLICK_SECONDS = 0.4
"""Also how long what has changed under the pointer takes no press, and a key no second one."""


SCROLL_BAR = "scroll-"
"""How the id of the bar of a pane begins."""
BAR_REACH = 24
"""How much wider than it looks a bar can be taken, in pixels of the design."""


@dataclass(slots=True)
class Scrolling:
    """A pane that may be dragged: how far it was scrolled when pressed, and how far it goes for each pixel.

    `has_begun` once the pointer has moved far enough, or has pressed the bar.
    """

    pane: str
    start: int
    rate: float
    has_begun: bool


@dataclass(slots=True)
class Pointer:
    """The state of the mouse. `pressed` is the id of the item on which the button was pressed; `is_dead`: none."""

    position: tuple[int, int] = (-1, -1)
    pressed: str = ""
    pressed_at: tuple[int, int] = (0, 0)
    is_dead: bool = False
    scrolling: "Scrolling | None" = None


@dataclass(frozen=True, slots=True)
class PaintedFrame:
    """What was painted: the items, the screen on top, and what that was about."""

    items: list[Item]
    screen: Screen
    situation: object

    def offers(self, point: tuple[int, int]) -> object:
        """What a press on that point does, to be compared with what it does in another picture."""
        return self._does(at(self.items, point))

    def offers_key(self, key: str) -> object:
        """What the key of that name does, to be compared in the same way."""
        return self._does(next((item for item in self.items if item.keys == key and item.intent is not None), None))

    def _does(self, item: Item | None) -> object:
        if item is None:
            return None
        does = item.intent if isinstance(item.intent, Order | Destination) else None
        return self.screen, item.id, does, item.lifts, item.drop is not None


class Input:
    """Handles the pointer and the keyboard of a window for its application."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.pointer = Pointer()
        self._typing_field = ""
        self._keys_down: set[int] = set()
        self._last_key = pygame.K_UNKNOWN
        self._is_same_key = False
        self._last_press = (0.0, (0, 0))
        self._painted: PaintedFrame | None = None
        self._painted_before = deque[tuple[float, PaintedFrame]]()
        self._situation_pressed: object = None

    def painted(self) -> None:
        """The items of the application have just been painted."""
        now, picture = self.app.clock(), self._picture()
        if self._painted is not None and self._painted.items is not picture.items:
            self._painted_before.append((now, self._painted))
        self._painted = picture
        while self._painted_before and now - self._painted_before[0][0] >= DOUBLE_CLICK_SECONDS:
            self._painted_before.popleft()

    def _picture(self) -> PaintedFrame:
        return PaintedFrame(self.app.items(), self.app.screen, self.app.screen.situation())

    def meant(self, events: Sequence[pygame.event.Event]) -> list[pygame.event.Event]:
        """The events without the repeats of keys that people have let go of."""
        return without_late_repeats(events, self._keys_down)

    def handle(self, event: pygame.event.Event) -> None:
        """Handle an event of the pointer or the keyboard; others are ignored."""
        match event.type:
            case pygame.MOUSEMOTION:
                self._move_pointer(event)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._press(event)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._release(event)
            case pygame.MOUSEBUTTONDOWN if event.button == 3:
                self._press_right(event)
            case pygame.MOUSEWHEEL:
                self._wheel(event.y)
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                self._type(event)
            case pygame.KEYDOWN | pygame.KEYUP:
                self.handle_key(event)

    def handle_key(self, event: pygame.event.Event) -> None:
        """Handle a key that goes down or up."""
        if event.type == pygame.KEYDOWN:
            self._key(event)
            return
        self._keys_down.discard(event.key)
        self._typing_field = self.app.editing  # An input method may write without any key going down.

    def ignore(self, event: pygame.event.Event) -> None:
        """A key or a button of the mouse goes down and does nothing, and neither does the rest of that press."""
        if event.type == pygame.KEYDOWN:
            self._keys_down.add(event.key)
            self._typing_field = NOWHERE
        else:
            self.pointer.position = self._at(event)
            self.pointer.pressed, self.pointer.is_dead = "", True

    def release_all(self) -> None:
        """The window has lost the keyboard: end every press, drag and composition."""
        app = self.app
        if app.editing in app.fields and app.fields[app.editing].leave():
            app.changed()
        if app.dragging:
            app.put_down()
        self.pointer.pressed = ""
        self._keys_down.clear()

    # The pointer

    def hovered(self) -> Item | None:
        """The item under the pointer."""
        return at(self.app.shown, self.pointer.position)

    def _at(self, event: pygame.event.Event) -> tuple[int, int]:
        pixel_ratio = self.app.stage.pixel_ratio()
        return round(event.pos[0] * pixel_ratio), round(event.pos[1] * pixel_ratio)

    def _move_pointer(self, event: pygame.event.Event) -> None:
        app, pointer = self.app, self.pointer
        pointer.position = self._at(event)
        if pointer.scrolling is not None and self._drag_pane(pointer.scrolling):
            return
        if not pointer.pressed or app.dragging:
            return
        if pointer.pressed == app.editing:
            item = app.focused()
            if item is not None:
                self._place_caret(item, extend=True)
            return
        moved = max(abs(a - b) for a, b in zip(pointer.position, pointer.pressed_at, strict=True))
        item = live_item(app.shown, pointer.pressed)
        if item is not None and item.lifts is not None and moved > app.scale.px(DRAG_DISTANCE):
            app.by_keyboard = False
            app.pick_up(item.lifts)
            app.dragging = True

    def _press(self, event: pygame.event.Event) -> None:
        app = self.app
        self.pointer.position = self.pointer.pressed_at = self._at(event)
        app.by_keyboard = False
        item = at(app.items(), self.pointer.position)
        self.pointer.scrolling = self._scrolling(item)
        is_double_click = self._is_double_click()
        self.pointer.is_dead = self._is_unmeant(item, is_double_click=is_double_click)
        self.pointer.pressed = item.id if item is not None and not self.pointer.is_dead else ""
        self._situation_pressed = app.screen.situation()
        if item is not None and item.editing:
            is_first = app.editing != item.id
            app.focus_on(item.id)
            self._typing_field = app.editing
            field = app.fields[item.id]
            field.press(field.index_at(self.pointer.position), is_first=is_first)
            app.changed()
            if is_double_click:
                field.select_word(field.index_at(self.pointer.position))

    def _press_right(self, event: pygame.event.Event) -> None:
        """The right button goes back, but in a field, where people mean to paste, it only gives the focus."""
        app = self.app
        self.pointer.position = self._at(event)
        item = at(app.items(), self.pointer.position)
        if item is not None and item.editing:
            app.focus_on(item.id)
            app.changed()
        else:
            self._back()

    def _is_double_click(self) -> bool:
        """Whether this press follows another at the same position within the time of a double click."""
        now, (x, y) = self.app.clock(), self.pointer.position
        before, (last_x, last_y) = self._last_press
        self._last_press = (now, self.pointer.position)
        return now - before < DOUBLE_CLICK_SECONDS and abs(x - last_x) + abs(y - last_y) < DRAG_DISTANCE

    def _is_unmeant(self, item: Item | None, *, is_double_click: bool) -> bool:
        """Whether the pointer has pressed something that was not there, or meant something else, a moment ago."""
        if item is not None and item.editing:
            return False
        now, here = self._picture(), self.pointer.position
        if is_double_click and now.situation != self._situation_pressed:
            return True
        return any(
            picture.screen is not now.screen or picture.offers(here) != now.offers(here) for picture in self._seen()
        )

    def _seen(self) -> list[PaintedFrame]:
        """What has been in the window within the time of a double click, up to now."""
        now = self.app.clock()
        before = [picture for until, picture in self._painted_before if now - until < DOUBLE_CLICK_SECONDS]
        return [*before, *([self._painted] if self._painted is not None else [])]

    def _is_doubled(self) -> bool:
        """Whether the same key was pressed before, and what it is for has only just changed."""
        now = self._picture()
        about = now.screen, now.situation
        return self._is_same_key and any((picture.screen, picture.situation) != about for picture in self._seen())

    def _release(self, event: pygame.event.Event) -> None:
        app = self.app
        self.pointer.position = self._at(event)
        scrolling, self.pointer.scrolling = self.pointer.scrolling, None
        if scrolling is not None and scrolling.has_begun:
            self.pointer.pressed, self.pointer.is_dead = "", False
            return
        if self.pointer.is_dead:
            self.pointer.is_dead = False
            return
        item = at(app.items(), self.pointer.position)
        pressed, self.pointer.pressed = self.pointer.pressed, ""
        if app.dragging:
            drop = item.drop if item is not None else None
            app.put_down()
            if drop is not None:
                app.perform(drop)
        elif item is not None and item.id == pressed:
            if not item.editing:
                app.focus_on(item.id)
                app.activate(item)
        elif item is None and app.held is not None:
            app.put_down()
        elif item is None and not pressed:
            app.screen.clicked_beside()
        app.changed()

    def _place_caret(self, item: Item, *, extend: bool = False) -> None:
        field = self.app.fields.get(item.id)
        if field is not None:
            field.click(field.index_at(self.pointer.position), extend=extend)
            self.app.changed()

    def _wheel(self, steps: int) -> None:
        pane = self._pane_under_pointer()
        if pane:
            self._scroll_by_hand(pane, -steps * self.app.scale.px(90))

    def _scroll_by_hand(self, pane: str, distance: int) -> None:
        self.app.scroll(pane, distance)
        self._painted = None  # What the hand itself has moved under the pointer is meant.
        self._painted_before.clear()

    def _pane_under_pointer(self) -> str:
        """The topmost pane under the pointer that scrolls, "" for none."""
        app = self.app
        for pane in dict.fromkeys(item.pane for item in reversed(app.shown) if item.pane):
            clip = next((item.clip for item in app.shown if item.pane == pane and item.clip), None)
            if clip is not None and clip.collidepoint(self.pointer.position) and pane in app.extents:
                return pane
        return ""

    def _scrolling(self, item: Item | None) -> Scrolling | None:
        """What a drag that begins here may scroll: the bar its pane, anything that is not lifted or edited its own."""
        app, (x, y) = self.app, self.pointer.position
        for bar in reversed(app.shown):
            pane = bar.id.removeprefix(SCROLL_BAR)
            if bar.id.startswith(SCROLL_BAR) and pane in app.extents:
                if not bar.rect.inflate(app.scale.px(BAR_REACH), 0).collidepoint(x, y):
                    continue
                height, seen = app.extents[pane]
                top = bar.rect.top + bar.rect.height * app.scrolled.get(pane, 0) // height
                length = bar.rect.height * seen // height
                if not top <= y < top + length:  # Beside its handle, the bar turns a page.
                    self._scroll_by_hand(pane, seen * 9 // 10 * (1 if y >= top else -1))
                return Scrolling(pane, app.scrolled.get(pane, 0), height / bar.rect.height, has_begun=True)
        pane = self._pane_under_pointer()
        if not pane or app.extents[pane][0] <= app.extents[pane][1]:
            return None
        if item is not None and (item.editing or item.lifts is not None):
            return None
        return Scrolling(pane, app.scrolled.get(pane, 0), -1.0, has_begun=False)

    def _drag_pane(self, scrolling: Scrolling) -> bool:
        """Scroll as far as the pointer has moved; whether it is the pane that is dragged."""
        app, pane = self.app, scrolling.pane
        if pane not in app.extents:
            return False
        moved = self.pointer.position[1] - self.pointer.pressed_at[1]
        if not scrolling.has_begun and abs(moved) > app.scale.px(DRAG_DISTANCE):
            scrolling.has_begun = True
        if scrolling.has_begun:
            self.pointer.pressed = ""
            self._scroll_by_hand(pane, scrolling.start + round(moved * scrolling.rate) - app.scrolled.get(pane, 0))
        return scrolling.has_begun

    # The keyboard

    def _type(self, event: pygame.event.Event) -> None:
        app = self.app
        if self._typing_field != app.editing:
            return  # The letter of a shortcut is not typed into the field that the shortcut opened.
        field = app.fields.get(app.editing)
        if field is not None and field.handle(event) is FieldOutcome.CHANGED:
            app.screen.edited(app.editing)
            app.changed()

    def _key(self, event: pygame.event.Event) -> None:
        app = self.app
        if self._is_unwanted_repeat(event):
            return
        self._is_same_key, self._last_key = event.key == self._last_key, event.key
        app.items()  # A key is for the current items, not for those before the last click.
        if key_name(event) == GO and any(item.keys == GO and item.intent is not None for item in app.items()):
            app.by_keyboard = True
            self._shortcut(event)
            return
        if self._edit(event) or self._global_key(event):
            return
        app.by_keyboard = True
        app.changed()
        match key := meant_key(event):
            case pygame.K_TAB:
                self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            case pygame.K_LEFT | pygame.K_RIGHT | pygame.K_UP | pygame.K_DOWN:
                self._move_focus(key)
            case pygame.K_RETURN | pygame.K_KP_ENTER | pygame.K_SPACE:
                item = app.focused()
                if item is not None and not self._is_doubled():
                    app.activate(item)
            case pygame.K_ESCAPE:
                self._back()
            case pygame.K_PAGEUP | pygame.K_PAGEDOWN:
                self._page(-1 if key == pygame.K_PAGEUP else 1)
            case _:
                self._shortcut(event)

    def _is_unwanted_repeat(self, event: pygame.event.Event) -> bool:
        """Whether this is a key repeat to ignore: a press of Enter or of a shortcut acts once."""
        is_repeat = event.key in self._keys_down
        self._keys_down.add(event.key)
        if not is_repeat:
            self._typing_field = self.app.editing
            return False
        return event.key in SINGLE_PRESS_KEYS if self.app.editing else event.key not in REPEATING_KEYS

    def _edit(self, event: pygame.event.Event) -> bool:
        """Give a key to the field being edited; returns whether the field handled it."""
        app = self.app
        field = app.fields.get(app.editing)
        if field is None:
            return False
        outcome = field.handle(event)
        if outcome is FieldOutcome.IGNORED:
            return False
        if outcome is FieldOutcome.CHANGED:
            app.screen.edited(app.editing)
        item = app.focused()
        if outcome is FieldOutcome.SUBMITTED and item is not None and not self._is_doubled():
            app.by_keyboard = True
            if item.intent is not None:
                app.perform(item.intent)
            else:
                self._tab(1)
        if outcome is FieldOutcome.CANCELLED:
            self._back()
        app.changed()
        return True

    def _global_key(self, event: pygame.event.Event) -> bool:
        app = self.app
        if event.key == pygame.K_F11:
            app.apply_settings(replace(app.settings, full_screen=not app.settings.full_screen))
            return True
        if event.key == pygame.K_F6:
            app.go_to(ScreenText())
            return True
        return False

    def _shortcut(self, event: pygame.event.Event) -> None:
        app, key = self.app, key_name(event)
        now = self._picture()
        if not key or (
            self._is_doubled() and any(seen.offers_key(key) != now.offers_key(key) for seen in self._seen())
        ):
            return
        for item in now.items:
            if item.keys == key and item.intent is not None:
                app.perform(item.intent)
                return
        focused = app.focused()
        if key == "ctrl+z":
            app.screen.take_back()
        elif key in ("ctrl+y", "ctrl+shift+z"):
            app.screen.bring_back()
        elif key == "v" and focused is not None and focused.reads is not None:
            app.screen.read(focused.reads)
        elif key == "f8":
            app.show_message(app.words("room.elsewhere"))
        elif key == "r":
            app.read_aloud(whole=bool(event.mod & pygame.KMOD_SHIFT))

    def _back(self) -> None:
        app = self.app
        if app.held is not None:
            app.put_down()
            app.focus = ""
        else:
            app.screen.back()
        app.changed()

    def _page(self, direction: int) -> None:
        app, item = self.app, self.app.focused()
        panes = [item.pane] if item is not None and item.pane in app.extents else list(app.extents)
        if not panes:
            app.screen.turn_page(direction)
        for pane in panes[:1]:
            app.scroll(pane, direction * app.extents[pane][1] * 4 // 5)

    def _tab(self, direction: int) -> None:
        """Tab: focus the next item in reading order, or the one before."""
        app = self.app
        names = [item.id for item in app.focusable() if not app.screen.passes_over(item)]
        if not names:
            return
        current = names.index(app.focus) if app.focus in names else (-1 if direction > 0 else 0)
        app.focus_on(names[(current + direction) % len(names)])

    def _move_focus(self, key: int) -> None:
        """Arrows: focus the nearest item in that direction, unless the screen handles the key."""
        app = self.app
        if app.screen.arrow(key):
            return
        item = app.focused()
        if item is None:
            self._tab(1)
            return
        target = nearest(item, app.focusable(), key)
        if target is not None:
            app.focus_on(target.id)
