"""The pointer and the keyboard: what an event means for the items that are on the screen."""

from dataclasses import dataclass, replace

import pygame

from enacting.ui.destinations import ScreenText
from enacting.ui.items.item import Item, at, live_item, nearest
from enacting.ui.items.keys import HELD, ONCE, key_name
from enacting.ui.window.app import App
from enacting.ui.writing.text_field import Outcome

DRAG_DISTANCE = 8
DOUBLE_CLICK_SECONDS = 0.4


@dataclass(slots=True)
class Pointer:
    """What the mouse is doing. `pressed` is the item under the button when it went down."""

    place: tuple[int, int] = (-1, -1)
    pressed: str = ""
    pressed_at: tuple[int, int] = (0, 0)


class Input:
    """What the pointer and the keyboard of one window do to its application."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.pointer = Pointer()
        self._typing_for = ""
        self._down: set[int] = set()
        self._last_press = (0.0, (0, 0))

    def handle(self, event: pygame.event.Event) -> None:
        """Do what an event of the pointer or the keyboard asks for; any other changes nothing."""
        match event.type:
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
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                self._type(event)
            case pygame.KEYDOWN | pygame.KEYUP:
                self.handle_key(event)

    def handle_key(self, event: pygame.event.Event) -> None:
        """Do what a key asks for."""
        if event.type == pygame.KEYDOWN:
            self._key(event)
            return
        self._down.discard(event.key)
        self._typing_for = self.app.editing  # An input method may write without any key going down.

    def let_go(self) -> None:
        """The window has lost the keyboard: nothing is being pressed, dragged or composed any more."""
        app = self.app
        if app.editing in app.fields and app.fields[app.editing].leave():
            app.changed()
        if app.dragging:
            app.put_down()
        self.pointer.pressed = ""
        self._down.clear()

    # The pointer

    def hovered(self) -> Item | None:
        """The item under the pointer."""
        return at(self.app.shown, self.pointer.place)

    def _at(self, event: pygame.event.Event) -> tuple[int, int]:
        ratio = self.app.stage.ratio()
        return round(event.pos[0] * ratio), round(event.pos[1] * ratio)

    def _point(self, event: pygame.event.Event) -> None:
        app, pointer = self.app, self.pointer
        pointer.place = self._at(event)
        if not pointer.pressed or app.dragging:
            return
        if pointer.pressed == app.editing:
            item = app.focused()
            if item is not None:
                self._place_caret(item, extend=True)
            return
        moved = max(abs(a - b) for a, b in zip(pointer.place, pointer.pressed_at, strict=True))
        item = live_item(app.shown, pointer.pressed)
        if item is not None and item.lifts is not None and moved > app.scale.px(DRAG_DISTANCE):
            app.by_keyboard = False
            app.pick_up(item.lifts)
            app.dragging = True

    def _press(self, event: pygame.event.Event) -> None:
        app = self.app
        self.pointer.place = self.pointer.pressed_at = self._at(event)
        app.by_keyboard = False
        item = at(app.items(), self.pointer.place)
        self.pointer.pressed = item.id if item is not None else ""
        if item is not None and item.editing:
            app.focus_on(item.id)
            self._typing_for = app.editing
            self._place_caret(item)
            if self._is_double_click():
                field = app.fields[item.id]
                field.select_word(field.index_at(self.pointer.place))

    def _is_double_click(self) -> bool:
        """Whether this press follows another one at the same place within the time of a double click."""
        now, (x, y) = self.app.clock(), self.pointer.place
        before, (last_x, last_y) = self._last_press
        self._last_press = (now, self.pointer.place)
        return now - before < DOUBLE_CLICK_SECONDS and abs(x - last_x) + abs(y - last_y) < DRAG_DISTANCE

    def _release(self, event: pygame.event.Event) -> None:
        app = self.app
        self.pointer.place = self._at(event)
        item = at(app.items(), self.pointer.place)
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
            field.click(field.index_at(self.pointer.place), extend=extend)
            self.app.changed()

    def _wheel(self, steps: int) -> None:
        app = self.app
        for pane in dict.fromkeys(item.pane for item in reversed(app.shown) if item.pane):
            clip = next((item.clip for item in app.shown if item.pane == pane and item.clip), None)
            if clip is not None and clip.collidepoint(self.pointer.place) and pane in app.extents:
                app.scroll(pane, -steps * app.scale.px(90))
                return

    # The keyboard

    def _type(self, event: pygame.event.Event) -> None:
        app = self.app
        if self._typing_for != app.editing:
            return  # The letter of a shortcut is not typed into the field the shortcut opened.
        field = app.fields.get(app.editing)
        if field is not None and field.handle(event) is Outcome.CHANGED:
            app.screen.edited(app.editing)
            app.changed()

    def _key(self, event: pygame.event.Event) -> None:
        app = self.app
        if self._held_too_long(event):
            return
        app.items()  # A key is for what is on the screen now, not for what was before the last click.
        if self._edit(event) or self._global_key(event):
            return
        app.by_keyboard = True
        app.changed()
        match event.key:
            case pygame.K_TAB:
                self._step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            case pygame.K_LEFT | pygame.K_RIGHT | pygame.K_UP | pygame.K_DOWN:
                self._walk(event.key)
            case pygame.K_RETURN | pygame.K_KP_ENTER | pygame.K_SPACE:
                item = app.focused()
                if item is not None:
                    app.activate(item)
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
            self._typing_for = self.app.editing
            return False
        return event.key in ONCE if self.app.editing else event.key not in HELD

    def _edit(self, event: pygame.event.Event) -> bool:
        """Give a key to the field being edited; True when it took it."""
        app = self.app
        field = app.fields.get(app.editing)
        if field is None:
            return False
        outcome = field.handle(event)
        if outcome is Outcome.IGNORED:
            return False
        if outcome is Outcome.CHANGED:
            app.screen.edited(app.editing)
        item = app.focused()
        if outcome is Outcome.SUBMITTED and item is not None:
            app.by_keyboard = True
            if item.intent is not None:
                app.perform(item.intent)
            else:
                self._step(1)
        if outcome is Outcome.CANCELLED:
            self._back()
        app.changed()
        return True

    def _global_key(self, event: pygame.event.Event) -> bool:
        app = self.app
        if event.key == pygame.K_F11:
            app.set(replace(app.settings, full_screen=not app.settings.full_screen))
            return True
        if event.key == pygame.K_F6:
            app.go_to(ScreenText())
            return True
        return False

    def _shortcut(self, event: pygame.event.Event) -> None:
        app, wanted = self.app, key_name(event)
        if not wanted:
            return
        for item in app.items():
            if item.keys == wanted and item.intent is not None:
                app.perform(item.intent)
                return
        focused = app.focused()
        if wanted == "v" and focused is not None and focused.reads is not None:
            app.screen.read(focused.reads)
        elif wanted == "r":
            app.read_aloud(whole=bool(event.mod & pygame.KMOD_SHIFT))

    def _back(self) -> None:
        app = self.app
        if app.held is not None:
            app.put_down()
            app.focus = ""
        else:
            app.screen.back()
        app.changed()

    def _page(self, way: int) -> None:
        app, item = self.app, self.app.focused()
        panes = [item.pane] if item is not None and item.pane in app.extents else list(app.extents)
        if not panes:
            app.screen.turn_page(way)
        for pane in panes[:1]:
            app.scroll(pane, way * app.extents[pane][1] * 4 // 5)

    def _step(self, way: int) -> None:
        """Tab: to the next thing in reading order."""
        app = self.app
        names = [item.id for item in app.focusable() if not app.screen.passes_over(item)]
        if not names:
            return
        here = names.index(app.focus) if app.focus in names else (-1 if way > 0 else 0)
        app.focus_on(names[(here + way) % len(names)])

    def _walk(self, key: int) -> None:
        """Arrows: to the nearest thing that way, unless the screen has another use for them."""
        app = self.app
        if app.screen.arrow(key):
            return
        item = app.focused()
        if item is None:
            self._step(1)
            return
        found = nearest(item, app.focusable(), key)
        if found is not None:
            app.focus_on(found.id)
