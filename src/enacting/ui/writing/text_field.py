"""A text being edited: what keys, the pointer and the clipboard do to it, and what can be undone.

Law: only TEXTINPUT writes; only the event is read, never the state of the keyboard.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import RectLike
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.writing.clipboard import copy_to_clipboard, read_clipboard
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_lines import (
    Pixel,
    caret_rect,
    index_at,
    index_lines_away,
    line_end,
    line_start,
    scroll_to_caret,
)
from enacting.ui.writing.keyboards import FIRST_NOT_TYPING, meant_key

MAX_UNDO_STEPS = 200

_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_KEYPAD_TYPES = range(pygame.K_KP_DIVIDE, pygame.K_KP_PERIOD + 1)
_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META
_ALT = pygame.KMOD_ALT | pygame.KMOD_MODE


class FieldOutcome(Enum):
    """What a field did with an event.

    Only an IGNORED event is for the screen. TAKEN: it was for the field, and nothing has to be redrawn.
    """

    IGNORED = auto()
    TAKEN = auto()
    CHANGED = auto()
    SUBMITTED = auto()
    CANCELLED = auto()


class _EditKind(Enum):
    """The kinds of edits: consecutive edits of a kind are undone together."""

    TYPING = auto()
    ERASING = auto()
    OTHER = auto()


@dataclass(slots=True)
class TextField:
    """A text being edited, with its undo history and its scroll.

    Up, Down, Home and End depend on its lines: call `place` whenever it is laid out.
    """

    text: EditedText
    scroll: Pixel = (0, 0)
    proposed: str = ""
    """The text it began with, before anybody typed; a draft that was found again differs from it."""
    suggestion: str = ""
    """A text that was put there for people; while it stays so, a click selects it whole, to be typed over."""
    takes_paste: Callable[[str], bool] | None = None
    """Takes what is pasted in place of the field, and says whether it did."""
    takes_undo: Callable[[], bool] | None = None
    """The same for undo, where that reaches beyond the field and there is nothing to undo in it."""
    style: Type = field(default_factory=lambda: Type(Face.TEXT, theme.BODY))
    rect: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 100_000, 100_000))
    _past: deque[EditedText] = field(init=False, default_factory=lambda: deque(maxlen=MAX_UNDO_STEPS))
    _future: list[EditedText] = field(init=False, default_factory=list)
    _edit_kind: _EditKind | None = field(init=False, default=None)
    _column: int | None = field(init=False, default=None)

    def place(self, rect: RectLike, style: Type) -> None:
        """Put the field in that rectangle of the surface, in that type; the caret stays visible."""
        self.rect, self.style = pygame.Rect(rect), style
        self._scroll_to_caret()

    def handle(self, event: pygame.event.Event) -> FieldOutcome:
        """Handle an event: keys, text, composition, the window losing the focus."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.TEXTINPUT:
                return self._type(event.text)
            case pygame.TEXTEDITING:
                return self._change_to(self.text.compose(event.text), self._edit_kind)
            case pygame.WINDOWFOCUSLOST:
                return FieldOutcome.CHANGED if self.leave() else FieldOutcome.IGNORED
            case _:
                return FieldOutcome.IGNORED

    def click(self, index: int, *, extend: bool = False) -> FieldOutcome:
        """Move the caret to that index, or with `extend` (Shift, or dragging) select up to it; drops a composition."""
        return self._change_to(self.text.to(index, extend=extend), None)

    def press(self, index: int, *, is_first: bool) -> FieldOutcome:
        """What a press of the pointer does; the first one, which gives the focus, selects a suggestion whole."""
        if is_first and self.suggestion and self.text.text == self.suggestion:
            return self._change_to(self.text.select_all(), None)
        return self.click(index)

    def select_word(self, index: int) -> FieldOutcome:
        """Select the word at that index, as a double click does."""
        return self._change_to(self.text.select_word(index), None)

    def index_at(self, point: Pixel) -> int:
        """The index nearest to a point of the surface."""
        return index_at(point, self.text, self.style, self.rect, scroll=self.scroll)

    def caret_rect(self) -> pygame.Rect:
        """The rectangle of the caret on the surface."""
        return caret_rect(self.text, self.style, self.rect, scroll=self.scroll)

    def paste(self, written: str) -> FieldOutcome:
        """Insert a text, as one edit to undo."""
        return self._change_to(self.text.insert(written), _EditKind.OTHER)

    def undo(self) -> FieldOutcome:
        """Undo the last edit."""
        if not self._past:
            return FieldOutcome.TAKEN
        self._future.append(self.text.compose(""))
        return self._restore(self._past.pop())

    def redo(self) -> FieldOutcome:
        """Redo the last edit undone."""
        if not self._future:
            return FieldOutcome.TAKEN
        self._past.append(self.text.compose(""))
        return self._restore(self._future.pop())

    def leave(self) -> bool:
        """Drop the composition, because the field loses the focus; returns whether there was one."""
        return self._change_to(self.text.compose(""), None) is FieldOutcome.CHANGED

    def _key(self, event: pygame.event.Event) -> FieldOutcome:
        key, mod = meant_key(event), event.mod
        if self.text.composition:
            return FieldOutcome.TAKEN
        if key in _ENTER:
            return self._press_enter(mod)
        if key == pygame.K_ESCAPE:
            return FieldOutcome.CANCELLED
        if key == pygame.K_TAB:
            return FieldOutcome.IGNORED
        if key in (pygame.K_UP, pygame.K_DOWN) and self.text.multiline:
            return self._up_or_down(-1 if key == pygame.K_UP else 1, mod)
        if (moved := self._after_movement(key, mod)) is not None:
            return self._change_to(moved, None)
        if (erased := self._after_erasing(key, mod)) is not None:
            return self._change_to(erased, _EditKind.ERASING)
        if mod & _COMMAND and not mod & _ALT:
            return self._shortcut(key, mod)
        return FieldOutcome.TAKEN if key < FIRST_NOT_TYPING or key in _KEYPAD_TYPES else FieldOutcome.IGNORED

    def _press_enter(self, mod: int) -> FieldOutcome:
        if mod & _ALT:
            return FieldOutcome.IGNORED
        if self.text.multiline and not mod & _COMMAND:
            return self._change_to(self.text.insert("\n"), _EditKind.OTHER)
        return FieldOutcome.SUBMITTED

    def _after_movement(self, key: int, mod: int) -> EditedText | None:
        """The text with the caret moved by that key: by words with Ctrl (Option), to the ends of the line with Cmd."""
        text, extend = self.text, bool(mod & pygame.KMOD_SHIFT)
        to_line_end, by_word = mod & pygame.KMOD_META, mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        match key:
            case pygame.K_HOME if mod & _COMMAND:
                return text.to(0, extend=extend)
            case pygame.K_END if mod & _COMMAND:
                return text.to(len(text.text), extend=extend)
            case pygame.K_HOME:
                return self._to_line_start(extend=extend)
            case pygame.K_END:
                return self._to_line_end(extend=extend)
            case pygame.K_LEFT if to_line_end:
                return self._to_line_start(extend=extend)
            case pygame.K_RIGHT if to_line_end:
                return self._to_line_end(extend=extend)
            case pygame.K_LEFT:
                return text.word_left(extend=extend) if by_word else text.left(extend=extend)
            case pygame.K_RIGHT:
                return text.word_right(extend=extend) if by_word else text.right(extend=extend)
            case _:
                return None

    def _after_erasing(self, key: int, mod: int) -> EditedText | None:
        by_word = mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        match key:
            case pygame.K_BACKSPACE if mod & pygame.KMOD_META and not self.text.selected:
                return self._to_line_start(extend=True).backspace()
            case pygame.K_BACKSPACE:
                return self.text.backspace_word() if by_word else self.text.backspace()
            case pygame.K_DELETE:
                return self.text.delete_word() if by_word else self.text.delete()
            case _:
                return None

    def _shortcut(self, key: int, mod: int) -> FieldOutcome:
        match key:
            case pygame.K_a:
                return self._change_to(self.text.select_all(), None)
            case pygame.K_c:
                return self._copy()
            case pygame.K_x:
                self._copy()
                return self._change_to(self.text.backspace() if self.text.selected else self.text, _EditKind.OTHER)
            case pygame.K_v:
                pasted = read_clipboard()
                if self.takes_paste is not None and self.takes_paste(pasted):
                    return FieldOutcome.CHANGED
                return self.paste(pasted)
            case pygame.K_z if not (mod & pygame.KMOD_SHIFT or self._past) and self.takes_undo is not None:
                return FieldOutcome.CHANGED if self.takes_undo() else FieldOutcome.TAKEN
            case pygame.K_z:
                return self.redo() if mod & pygame.KMOD_SHIFT else self.undo()
            case pygame.K_y:
                return self.redo()
            case _:
                return FieldOutcome.IGNORED

    def _copy(self) -> FieldOutcome:
        if self.text.selected:
            copy_to_clipboard(self.text.selected)
        return FieldOutcome.TAKEN

    def _to_line_start(self, *, extend: bool) -> EditedText:
        return self.text.to(line_start(self.text, self.style, self.rect.width), extend=extend)

    def _to_line_end(self, *, extend: bool) -> EditedText:
        return self.text.to(line_end(self.text, self.style, self.rect.width), extend=extend)

    def _up_or_down(self, rows: int, mod: int) -> FieldOutcome:
        """Move up or down, keeping the column in which a series of such moves began."""
        column = self.caret_rect().left - self.rect.left if self._column is None else self._column
        index = index_lines_away(self.text, self.style, self.rect.width, rows=rows, column=column)
        outcome = self._change_to(self.text.to(index, extend=bool(mod & pygame.KMOD_SHIFT)), None)
        self._column = column
        return outcome

    def _type(self, written: str) -> FieldOutcome:
        """Insert typed text; a word after a space is undone apart from what precedes it."""
        before = self.text.text[: self.text.selection[0]]
        if self.text.selected or (before[-1:].isspace() and not written[:1].isspace()):
            self._edit_kind = None
        return self._change_to(self.text.insert(written), _EditKind.TYPING)

    def _change_to(self, text: EditedText, edit_kind: _EditKind | None) -> FieldOutcome:
        """Change to that text; the one before can be undone to, unless an edit of the same kind continues."""
        before, self.text, self._column = self.text, text, None
        if text.text != before.text:
            if edit_kind is not self._edit_kind or edit_kind is _EditKind.OTHER:
                self._past.append(before.compose(""))
            self._future.clear()
            self._edit_kind = edit_kind
        elif edit_kind is None:
            self._edit_kind = None
        self._scroll_to_caret()
        return FieldOutcome.CHANGED if text != before else FieldOutcome.TAKEN

    def _restore(self, text: EditedText) -> FieldOutcome:
        self.text, self._edit_kind, self._column = text, None, None
        self._scroll_to_caret()
        return FieldOutcome.CHANGED

    def _scroll_to_caret(self) -> None:
        self.scroll = scroll_to_caret(self.text, self.style, self.rect.size, self.scroll)
