"""Screen readers: the items of the window given to the system through AccessKit, and the requests that come back.

Law: nothing is done until a screen reader asks, and nothing at all without AccessKit. Requests of the system come from
another thread and are only queued there: an exception in it would end the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

import pygame

from enacting.ui.items.item import Item, ReadingOrder, Role, in_reading_order

try:
    import accesskit
except ImportError:  # No AccessKit for this system: the window works the same, without its tree.
    accesskit = None

ROOT, DIALOG, FIRST = 0, 1, 2
"""The node ids of the window, of the dialog over it, and of the first item."""


@dataclass(frozen=True, slots=True)
class ScreenReaderRequest:
    """A request of a screen reader: to press an item, to focus it, or to write a text in it."""

    item: str
    action: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibleWindow:
    """A window for screen readers: its title and language, its items, the focused one.

    `roles` are the names of roles for which the system has none; `dialog`: there is a dialog over the window; `alarm`:
    the message is urgent; `carets` are the indices of the carets of fields.
    """

    title: str
    language: str
    items: tuple[Item, ...]
    focus: str
    roles: Mapping[Role, str]
    dialog: bool = False
    alarm: bool = False
    carets: Mapping[str, int]

    def fingerprint(self) -> tuple[object, ...]:
        """A value that changes whenever something that a screen reader presents does."""
        items = [
            (item.id, item.role, item.name, item.state, item.keys, item.chosen, item.live, tuple(item.rect))
            for item in in_reading_order(self.items)
        ]
        return (self.title, self.language, items, self.focus, self.dialog, self.alarm, dict(self.carets))


class ScreenReaderBridge:
    """The connection between a window and a screen reader, if there is one."""

    def __init__(self, window: pygame.Window) -> None:
        self.listening = False
        self._requests: SimpleQueue[tuple[str, int, str]] = SimpleQueue()
        self._numbers: dict[str, int] = {}
        self._shown: tuple[object, ...] | None = None
        self._adapter = self._adapter_of(window)

    def _adapter_of(self, window: pygame.Window) -> Any:
        if accesskit is None:
            return None
        if sys.platform == "win32":
            return accesskit.windows.SubclassingAdapter(window.handle, self._on_activate, self._on_request)
        if sys.platform == "darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return accesskit.macos.SubclassingAdapter.for_window(window.handle, self._on_activate, self._on_request)
        return accesskit.unix.Adapter(self._on_activate, self._on_request, self._on_deactivate)

    # Called from another thread

    def _on_activate(self) -> None:
        self._requests.put(("wake", ROOT, ""))

    def _on_deactivate(self) -> None:
        self._requests.put(("sleep", ROOT, ""))

    def _on_request(self, request: Any) -> None:
        try:
            for known, action in (
                (accesskit.Action.CLICK, "press"),
                (accesskit.Action.FOCUS, "focus"),
                (accesskit.Action.SCROLL_INTO_VIEW, "focus"),
                (accesskit.Action.SET_VALUE, "write"),
            ):
                if request.action == known:
                    text = request.data[1] if action == "write" and request.data is not None else ""
                    self._requests.put((action, int(request.target), str(text)))
        except Exception as failure:  # Raised again in the thread of the window.
            self._requests.put(("failed", ROOT, repr(failure)))

    # Called by the window

    def requests(self) -> list[ScreenReaderRequest]:
        """The requests since the last call."""
        if self._requests.empty():
            return []
        names = {number: name for name, number in self._numbers.items()}
        requests: list[ScreenReaderRequest] = []
        while True:
            try:
                action, target, text = self._requests.get_nowait()
            except Empty:
                return requests
            if action == "failed":
                raise RuntimeError(text)
            if action in ("wake", "sleep"):
                self.listening, self._shown = action == "wake", None
            elif target in names:
                requests.append(ScreenReaderRequest(names[target], action, text))

    def announce_focus(self, *, focused: bool) -> None:
        """Tell the system whether the window has the keyboard focus."""
        if self._adapter is None:
            return
        if sys.platform == "darwin":
            _raise_events(self._adapter.update_view_focus_state(focused))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(focused)

    def show(self, window: AccessibleWindow) -> None:
        """Give the window to the screen reader, if one listens and something has changed."""
        if self._adapter is None or not self.listening or window.fingerprint() == self._shown:
            return
        self._shown = window.fingerprint()
        _raise_events(self._adapter.update_if_active(lambda: self._tree(window)))

    # The tree

    def _tree(self, window: AccessibleWindow) -> Any:
        items = in_reading_order(window.items)
        news = [item for item in items if item.reading is ReadingOrder.NEWS]
        rest = [item for item in items if item.reading is not ReadingOrder.NEWS]
        nodes: list[tuple[int, Any]] = []
        for item in items:
            nodes.extend(self._nodes(item, window))
        root = accesskit.Node(accesskit.Role.WINDOW)
        root.set_label(window.title)
        root.set_language(window.language)
        child_numbers = [self._number(item.id) for item in rest]
        if window.dialog and rest:  # A window too small for a sentence has no items.
            dialog = accesskit.Node(accesskit.Role.DIALOG)
            dialog.set_label(next((item.name for item in rest if item.role is Role.HEADING), window.title))
            dialog.set_modal()
            dialog.set_bounds(_bounds(rest[0].rect.unionall([item.rect for item in rest])))
            dialog.set_children(child_numbers)
            nodes.append((DIALOG, dialog))
            child_numbers = [DIALOG]
        root.set_children([*child_numbers, *(self._number(item.id) for item in news)])
        focused = window.focus if any(item.id == window.focus for item in items) else ""
        update = accesskit.TreeUpdate(self._number(focused) if focused else ROOT)
        tree = accesskit.Tree(ROOT)
        tree.toolkit_name = "pygame"
        update.tree = tree
        update.nodes.extend([(ROOT, root), *nodes])
        return update

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, FIRST + len(self._numbers))

    def _nodes(self, item: Item, window: AccessibleWindow) -> Iterable[tuple[int, Any]]:
        number, node = self._number(item.id), accesskit.Node(_role_of(item))
        node.set_bounds(_bounds(item.rect))
        yield number, node
        if item.role is Role.TEXT or (item.role is Role.CARD and not item.live):
            node.set_value(item.name)
            if item.reading is ReadingOrder.NEWS:
                node.set_live(accesskit.Live.ASSERTIVE if window.alarm else accesskit.Live.POLITE)
            return
        node.set_label(item.name)
        if item.role is Role.CHOICE:
            node.set_toggled(accesskit.Toggled.TRUE if item.chosen else accesskit.Toggled.FALSE)
        if item.keys and item.live:
            node.set_keyboard_shortcut(item.keys)
        if item.live:
            node.add_action(accesskit.Action.CLICK)
            node.add_action(accesskit.Action.FOCUS)
        elif item.role in (Role.BUTTON, Role.CHOICE):
            node.set_disabled()
        if item.editing:
            yield from self._text_nodes(item, node, window.carets.get(item.id))
            return
        descriptions = [window.roles.get(item.role, ""), "" if item.role is Role.CHOICE and item.chosen else item.state]
        if any(descriptions):  # A description, not a custom role, which AccessKit cannot name to AT-SPI.
            node.set_description(", ".join(part for part in descriptions if part))

    def _text_nodes(self, item: Item, node: Any, caret: int | None) -> Iterable[tuple[int, Any]]:
        """The text of a field, character by character, and the position of the caret."""
        text = item.state
        node.set_value(text)
        node.add_action(accesskit.Action.SET_VALUE)
        run_number = self._number(f"{item.id} text")
        run = accesskit.Node(accesskit.Role.TEXT_RUN)
        run.set_value(text)
        run.set_bounds(_bounds(item.rect))
        run.set_character_lengths([len(character.encode()) for character in text])
        run.set_word_lengths(_word_lengths(text))
        node.set_children([run_number])
        if caret is not None:
            position = accesskit.TextPosition(run_number, min(caret, len(text)))
            node.set_text_selection(accesskit.TextSelection(position, position))
        yield run_number, run


def _role_of(item: Item) -> Any:
    match item.role:
        case Role.HEADING:
            return accesskit.Role.HEADING
        case Role.FIELD:
            return accesskit.Role.TEXT_INPUT
        case Role.TIMER:
            return accesskit.Role.TIMER
        case Role.TEXT | Role.DECOR:
            return accesskit.Role.LABEL
        case Role.CARD if not item.live:
            return accesskit.Role.LABEL
        case _:
            return accesskit.Role.BUTTON


def _bounds(rect: pygame.Rect) -> Any:
    return accesskit.Rect(rect.left, rect.top, rect.right, rect.bottom)


def _word_lengths(text: str) -> list[int]:
    """The number of characters of each word with the spaces after it, as AccessKit counts them."""
    lengths: list[int] = []
    previous = " "
    for character in text:
        if not lengths or (previous.isspace() and not character.isspace()):
            lengths.append(0)
        lengths[-1] += 1
        previous = character
    return lengths


def _raise_events(events: Any) -> None:
    """Raise the events of a change, on systems where that is not automatic."""
    if events is not None:
        events.raise_events()


CUSTOM_ROLES = (Role.CARD, Role.SEAT, Role.PLAYER)
"""Roles that are buttons for the system, and have a more precise name for people."""
