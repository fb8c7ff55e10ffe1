"""Screen readers: the items of the window given to the system through AccessKit, and what is asked of them.

Law: nothing is done until a screen reader asks, and nothing at all without AccessKit. What the system asks comes from
another thread, and is only put in a queue here: a mistake there would end the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

import pygame

from enacting.ui.items.item import Item, Reading, Role, in_reading_order

try:
    import accesskit
except ImportError:  # A system for which there is no AccessKit: the window is the same, without its tree.
    accesskit = None

ROOT, DIALOG, FIRST = 0, 1, 2
"""The number of the window, of the dialog over it, and of the first item."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a screen reader asks: to press an item, to bring the focus to it, or to write a text in it."""

    item: str
    action: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A window as it is told: its title and language, its items, the one that has the focus.

    `roles` are the words for what an item is, where the system has none of its own; `dialog` says that there is one
    over the window; `alarm` that the message must not wait; `carets` where the caret is in a field.
    """

    title: str
    language: str
    items: tuple[Item, ...]
    focus: str
    roles: Mapping[Role, str]
    dialog: bool = False
    alarm: bool = False
    carets: Mapping[str, int]

    def told(self) -> tuple[object, ...]:
        """What a screen reader can tell apart."""
        items = [
            (item.id, item.role, item.name, item.state, item.keys, item.chosen, item.live, tuple(item.rect))
            for item in in_reading_order(self.items)
        ]
        return (self.title, self.language, items, self.focus, self.dialog, self.alarm, dict(self.carets))


class Bridge:
    """A window and its screen reader, if there is one."""

    def __init__(self, window: pygame.Window) -> None:
        self.listening = False
        self._asked: SimpleQueue[tuple[str, int, str]] = SimpleQueue()
        self._numbers: dict[str, int] = {}
        self._shown: tuple[object, ...] | None = None
        self._adapter = self._adapter_of(window)

    def _adapter_of(self, window: pygame.Window) -> Any:
        if accesskit is None:
            return None
        if sys.platform == "win32":
            return accesskit.windows.SubclassingAdapter(window.handle, self._wake, self._ask)
        if sys.platform == "darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return accesskit.macos.SubclassingAdapter.for_window(window.handle, self._wake, self._ask)
        return accesskit.unix.Adapter(self._wake, self._ask, self._sleep)

    # Called from another thread

    def _wake(self) -> None:
        self._asked.put(("wake", ROOT, ""))

    def _sleep(self) -> None:
        self._asked.put(("sleep", ROOT, ""))

    def _ask(self, request: Any) -> None:
        try:
            for known, action in (
                (accesskit.Action.CLICK, "press"),
                (accesskit.Action.FOCUS, "focus"),
                (accesskit.Action.SCROLL_INTO_VIEW, "focus"),
                (accesskit.Action.SET_VALUE, "write"),
            ):
                if request.action == known:
                    text = request.data[1] if action == "write" and request.data is not None else ""
                    self._asked.put((action, int(request.target), str(text)))
        except Exception as failure:  # Told in the window's own thread.
            self._asked.put(("failed", ROOT, repr(failure)))

    # Called by the window

    def requests(self) -> list[Request]:
        """What has been asked since the last time."""
        if self._asked.empty():
            return []
        names = {number: name for name, number in self._numbers.items()}
        found: list[Request] = []
        while True:
            try:
                action, target, text = self._asked.get_nowait()
            except Empty:
                return found
            if action == "failed":
                raise RuntimeError(text)
            if action in ("wake", "sleep"):
                self.listening, self._shown = action == "wake", None
            elif target in names:
                found.append(Request(names[target], action, text))

    def announce_focus(self, *, focused: bool) -> None:
        """Say whether the window has the keyboard."""
        if self._adapter is None:
            return
        if sys.platform == "darwin":
            _raise(self._adapter.update_view_focus_state(focused))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(focused)

    def show(self, seen: Seen) -> None:
        """Tell the window to whoever listens, if it has changed."""
        if self._adapter is None or not self.listening or seen.told() == self._shown:
            return
        self._shown = seen.told()
        _raise(self._adapter.update_if_active(lambda: self._tree(seen)))

    # The tree

    def _tree(self, seen: Seen) -> Any:
        items = in_reading_order(seen.items)
        news = [item for item in items if item.reading is Reading.NEWS]
        rest = [item for item in items if item.reading is not Reading.NEWS]
        nodes: list[tuple[int, Any]] = []
        for item in items:
            nodes.extend(self._nodes(item, seen))
        root = accesskit.Node(accesskit.Role.WINDOW)
        root.set_label(seen.title)
        root.set_language(seen.language)
        inside = [self._number(item.id) for item in rest]
        if seen.dialog and rest:  # A window too small for any word has nothing in it.
            dialog = accesskit.Node(accesskit.Role.DIALOG)
            dialog.set_label(next((item.name for item in rest if item.role is Role.HEADING), seen.title))
            dialog.set_modal()
            dialog.set_bounds(_bounds(rest[0].rect.unionall([item.rect for item in rest])))
            dialog.set_children(inside)
            nodes.append((DIALOG, dialog))
            inside = [DIALOG]
        root.set_children([*inside, *(self._number(item.id) for item in news)])
        focused = seen.focus if any(item.id == seen.focus for item in items) else ""
        update = accesskit.TreeUpdate(self._number(focused) if focused else ROOT)
        tree = accesskit.Tree(ROOT)
        tree.toolkit_name = "pygame"
        update.tree = tree
        update.nodes.extend([(ROOT, root), *nodes])
        return update

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, FIRST + len(self._numbers))

    def _nodes(self, item: Item, seen: Seen) -> Iterable[tuple[int, Any]]:
        number, node = self._number(item.id), accesskit.Node(_role_of(item))
        node.set_bounds(_bounds(item.rect))
        yield number, node
        if item.role is Role.TEXT or (item.role is Role.CARD and not item.live):
            node.set_value(item.name)
            if item.reading is Reading.NEWS:
                node.set_live(accesskit.Live.ASSERTIVE if seen.alarm else accesskit.Live.POLITE)
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
            yield from self._written(item, node, seen.carets.get(item.id))
            return
        about = [seen.roles.get(item.role, ""), "" if item.role is Role.CHOICE and item.chosen else item.state]
        if any(about):  # A description, not a role of our own, which AccessKit cannot name to AT-SPI.
            node.set_description(", ".join(one for one in about if one))

    def _written(self, item: Item, node: Any, caret: int | None) -> Iterable[tuple[int, Any]]:
        """What is written in a field, letter by letter, and where the caret is."""
        text = item.state
        node.set_value(text)
        node.add_action(accesskit.Action.SET_VALUE)
        run_number = self._number(f"{item.id} text")
        run = accesskit.Node(accesskit.Role.TEXT_RUN)
        run.set_value(text)
        run.set_bounds(_bounds(item.rect))
        run.set_character_lengths([len(letter.encode()) for letter in text])
        run.set_word_lengths(_word_lengths(text))
        node.set_children([run_number])
        if caret is not None:
            place = accesskit.TextPosition(run_number, min(caret, len(text)))
            node.set_text_selection(accesskit.TextSelection(place, place))
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
    """How many letters each word has with the spaces after it, as AccessKit counts them."""
    lengths: list[int] = []
    before = " "
    for letter in text:
        if not lengths or (before.isspace() and not letter.isspace()):
            lengths.append(0)
        lengths[-1] += 1
        before = letter
    return lengths


def _raise(events: Any) -> None:
    """Let the system know of what changed, where that is not done by itself."""
    if events is not None:
        events.raise_events()


ROLES_OF_OUR_OWN = (Role.CARD, Role.SEAT, Role.PLAYER)
"""What is a button for the system, and more than that for people."""
