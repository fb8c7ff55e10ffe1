"""Builder: texts drawn with their caret, fields, and the events that write in them."""

import pygame
from hypothesis import strategies as st
from pygame.event import Event

from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.text_field import TextField

CTRL, SHIFT, ALT, CMD = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT, pygame.KMOD_LMETA
ALT_GR_ON_WINDOWS = pygame.KMOD_LCTRL | pygame.KMOD_RALT
STYLE = Type(Face.TEXT, 20)
BOX = pygame.Rect(40, 30, 200, 90)
E_ACUTE_IN_TWO = "e\u0301"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WAVE = "\U0001f44b\U0001f3fd"
FRANCE, BELGIUM = "\U0001f1eb\U0001f1f7", "\U0001f1e7\U0001f1ea"


def marked(marks: str, **rest: bool) -> EditedText:
    """A text drawn with its caret as `|` and, if something is selected, its anchor as `^`."""
    written = marks.replace("|", "").replace("^", "")
    caret = marks.replace("^", "").index("|")
    anchor = marks.replace("|", "").index("^") if "^" in marks else caret
    return EditedText(written, caret, anchor, **rest)  # type: ignore[arg-type]


def drawn(text: EditedText) -> str:
    """The text with its marks, as `marked` reads them."""
    marks = [(text.caret, "|")] + ([(text.anchor, "^")] if text.anchor != text.caret else [])
    written = text.text
    for index, mark in sorted(marks, reverse=True):
        written = written[:index] + mark + written[index:]
    return written


def field(marks: str = "|", *, multiline: bool = False) -> TextField:
    return TextField(marked(marks, multiline=multiline))


def press(key: int, mod: int = 0, scancode: int = 0) -> Event:
    return Event(pygame.KEYDOWN, key=key, mod=mod, unicode="#", scancode=scancode)


def typed(text: str) -> Event:
    return Event(pygame.TEXTINPUT, text=text)


def composing(text: str) -> Event:
    return Event(pygame.TEXTEDITING, text=text, start=len(text), length=0)


def write(into: TextField, words: str) -> None:
    for letter in words:
        into.handle(press(ord(letter)))
        into.handle(typed(letter))


WIDTHS = st.integers(40, 260)


def ground(colour: tuple[int, int, int] = palette().panel) -> pygame.Surface:
    surface = pygame.Surface((280, 150))
    surface.fill(colour)
    return surface
