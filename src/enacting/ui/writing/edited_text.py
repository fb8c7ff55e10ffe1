"""The text of a field as a value: what is written, the caret, the selection, the composition.

Law: the text is never longer than its limit, and the caret never inside a character.
"""

import re
from dataclasses import dataclass, replace
from typing import Self

from enacting.language import characters
from enacting.ui.writing.caret_stops import (
    next_word,
    previous_word,
    snapped_to_stop,
    stop_before,
    whole_characters_within,
    word_around,
)

_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class EditedText:
    """The content of a field: the text, the caret and the other end of the selection, in code points.

    `composition` is what a dead key or an input method is composing: shown in place of the selection, not yet part of
    the text. Raises `ValueError` for a caret outside the text or a text beyond `max_length`; `EditedText.of` repairs
    any text.
    """

    text: str = ""
    caret: int = 0
    anchor: int = 0
    composition: str = ""
    max_length: int = 200
    multiline: bool = False

    def __post_init__(self) -> None:
        if len(self.text) > self.max_length:
            raise ValueError(f"a text of {len(self.text)} characters in a field of {self.max_length}")
        if not (0 <= self.caret <= len(self.text) and 0 <= self.anchor <= len(self.text)):
            raise ValueError(f"caret {self.caret} or anchor {self.anchor} outside 0 to {len(self.text)}")

    @classmethod
    def of(cls, written: str, *, max_length: int = 200, multiline: bool = False) -> Self:
        """That text, cleaned and no longer than `max_length`, with the caret at its end."""
        text = _cleaned_within(written, max_length, multiline=multiline)
        return cls(text, len(text), len(text), "", max_length, multiline)

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of the selection; both are the caret if nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def insert(self, written: str) -> Self:
        """Typed or pasted text in place of the selection, cleaned and cut to the room left; it ends a composition."""
        start, end = self.selection
        room = self.max_length - len(self.text) + end - start
        piece = _cleaned_within(written, room, multiline=self.multiline)
        if not piece:
            return replace(self, composition="")
        return self._rewritten(self.text[:start] + piece + self.text[end:], start + len(piece))

    def compose(self, composition: str) -> Self:
        """The same with that composition; an empty one ends it."""
        return replace(self, composition=cleaned_input(_prefix_for(composition, self.max_length), multiline=False))

    def backspace(self) -> Self:
        """Without the selection, or else without the character before the caret."""
        return (self if self.selected else self.left(extend=True))._without_selection()

    def delete(self) -> Self:
        """Without the selection, or else without the character after the caret."""
        return (self if self.selected else self.right(extend=True))._without_selection()

    def backspace_word(self) -> Self:
        """Without the selection, or else without the word before the caret."""
        return (self if self.selected else self.word_left(extend=True))._without_selection()

    def delete_word(self) -> Self:
        """Without the selection, or else without the word after the caret."""
        return (self if self.selected else self.word_right(extend=True))._without_selection()

    def to(self, index: int, *, extend: bool = False) -> Self:
        """The caret at the first stop from that index on; `extend` extends the selection to it."""
        caret = snapped_to_stop(self.text, index)
        return replace(self, caret=caret, anchor=self.anchor if extend else caret, composition="")

    def left(self, *, extend: bool = False) -> Self:
        """The caret one character back, or at the start of the selection, which ends."""
        if self.selected and not extend:
            return self.to(self.selection[0])
        return self.to(stop_before(self.text, self.caret), extend=extend)

    def right(self, *, extend: bool = False) -> Self:
        """The caret one character forward, or at the end of the selection, which ends."""
        if self.selected and not extend:
            return self.to(self.selection[1])
        return self.to(self.caret + 1, extend=extend)

    def word_left(self, *, extend: bool = False) -> Self:
        """The caret at the start of the word it is in or after."""
        return self.to(previous_word(self.text, self.caret), extend=extend)

    def word_right(self, *, extend: bool = False) -> Self:
        """The caret after the word it is in or before, and the spaces that follow."""
        return self.to(next_word(self.text, self.caret), extend=extend)

    def select_all(self) -> Self:
        """Everything selected, the caret at the end."""
        return self.to(0).to(len(self.text), extend=True)

    def select_word(self, index: int) -> Self:
        """The word, or the run of spaces or of punctuation, at that index selected."""
        start, end = word_around(self.text, index)
        return self.to(start).to(end, extend=True)

    def _without_selection(self) -> Self:
        start, end = self.selection
        return self._rewritten(self.text[:start] + self.text[end:], start)

    def _rewritten(self, text: str, caret: int) -> Self:
        caret = snapped_to_stop(text, caret)
        return replace(self, text=text, caret=caret, anchor=caret, composition="")


def cleaned_input(written: str, *, multiline: bool) -> str:
    """The text cleaned by `characters.cleaned`; in a single line, newlines become spaces, but for those at the ends."""
    text = characters.cleaned(_NEWLINE.sub("\n", written).replace("\t", " "))
    return text if multiline else re.sub("\n+", " ", text.strip("\n"))


def _cleaned_within(written: str, max_length: int, *, multiline: bool) -> str:
    return whole_characters_within(cleaned_input(_prefix_for(written, max_length), multiline=multiline), max_length)


def _prefix_for(written: str, max_length: int) -> str:
    """A part of a text that is long enough to fill `max_length`, even if cleaning removes or joins much of it."""
    return written[: 16 * max_length + 4096]
