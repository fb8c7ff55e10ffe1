"""A column of text: pieces one under another, measured first, painted later."""

from collections.abc import Callable
from functools import partial

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import paint_rounded
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Paragraph, Type, lay_out, paint, width_of

Painter = Callable[[pygame.Surface, int, int], None]
"""Paints a piece: the surface, its left, its top."""


class Column:
    """Pieces of text one under another: measured first, painted later."""

    def __init__(self, width: int, size: Callable[[float], int]) -> None:
        self.width = width
        self.size = size
        self.height = 0
        self.broken = False
        self._pieces: list[tuple[int, Painter]] = []

    def gap(self, height: float) -> None:
        """Leave room, unless nothing stands above."""
        if self._pieces:
            self.height += self.size(height)

    def add(self, height: int, painter: Painter) -> None:
        """A piece of that height."""
        self._pieces.append((self.height, painter))
        self.height += height

    def text(self, text: str, face: Face, size: float, colour: Colour, *, balanced: bool = False) -> None:
        """A paragraph over the whole width; nothing for no text."""
        if not text:
            return
        paragraph = lay_out(text, Type(face, self.size(size)), self.width, balanced=balanced)
        self.broken = self.broken or paragraph.broken
        self.add(paragraph.height, partial(_paint_paragraph, paragraph, colour))

    def beside(self, mark: pygame.Surface, text: str, face: Face, size: float, colour: Colour) -> None:
        """A paragraph with a mark before its first line."""
        indent = mark.width + self.size(7)
        paragraph = lay_out(text, Type(face, self.size(size)), self.width - indent)
        self.broken = self.broken or paragraph.broken
        self.add(max(paragraph.height, mark.height), partial(_paint_beside, paragraph, colour, mark, indent))

    def headed(self, mark: pygame.Surface, text: str, size: float, tag_mark: pygame.Surface, tag: str) -> None:
        """A bold line with a mark before it, and a small remark at its end, or below where it has no room."""
        gap, small = self.size(7), Type(Face.TEXT, self.size(theme.SMALL))
        needed = mark.width + gap + width_of(text, Type(Face.TEXT_BOLD, self.size(size)))
        remark = tag_mark.width + gap + width_of(tag, small)
        if needed + 2 * gap + remark > self.width:
            self.beside(mark, text, Face.TEXT_BOLD, size, palette().ink)
            self.beside(tag_mark, tag, Face.TEXT, theme.SMALL, palette().ink_second)
            return
        top = self.height
        self.beside(mark, text, Face.TEXT_BOLD, size, palette().ink)
        paragraph = lay_out(tag, small, remark - tag_mark.width - gap)
        down = top + (self.height - top - paragraph.height) // 2
        painter = partial(_paint_beside, paragraph, palette().ink_second, tag_mark, tag_mark.width + gap)
        self._pieces.append((down, partial(_paint_shifted, painter, self.width - remark)))

    def question(self, text: str, size: float) -> None:
        """The question of a card in its box; nothing for no text."""
        if not text:
            return
        pad, mark = self.size(13), self.size(size * 1.2)
        style = Type(Face.TEXT_BOLD, self.size(size))
        paragraph = lay_out(text, style, self.width - 3 * pad - mark)
        self.broken = self.broken or paragraph.broken
        self.add(paragraph.height + 2 * pad, partial(_paint_question, paragraph, pad, mark, self.width))

    def rule(self) -> None:
        """A thin line across."""
        thick = max(1, self.size(1.2))
        self.add(thick, partial(_paint_rule, self.width, thick))

    def paint(self, surface: pygame.Surface, left: int, top: int) -> None:
        """Paint every piece."""
        for down, painter in self._pieces:
            painter(surface, left, top + down)


def _paint_paragraph(paragraph: Paragraph, colour: Colour, surface: pygame.Surface, left: int, top: int) -> None:
    paint(surface, paragraph, colour, (left, top, paragraph.width, paragraph.height))


def _paint_beside(
    paragraph: Paragraph,
    colour: Colour,
    mark: pygame.Surface,
    indent: int,
    surface: pygame.Surface,
    left: int,
    top: int,
) -> None:
    surface.blit(mark, (left, top + (paragraph.type.line_height - mark.height) // 2))
    paint(surface, paragraph, colour, (left + indent, top, paragraph.width, paragraph.height))


def _paint_shifted(painter: Painter, right: int, surface: pygame.Surface, left: int, top: int) -> None:
    painter(surface, left + right, top)


def _paint_question(
    paragraph: Paragraph, pad: int, mark: int, width: int, surface: pygame.Surface, left: int, top: int
) -> None:
    paint_rounded(surface, (left, top, width, paragraph.height + 2 * pad), palette().question, round(pad * 0.9))
    drawn = icon("chat-circle-dots", Weight.FILL, mark, palette().ink)
    surface.blit(drawn, (left + pad, top + pad + (paragraph.type.line_height - mark) // 2))
    paint(surface, paragraph, palette().ink, (left + 2 * pad + mark, top + pad, paragraph.width, paragraph.height))


def _paint_rule(width: int, thick: int, surface: pygame.Surface, left: int, top: int) -> None:
    surface.fill(palette().rule, (left, top, width, thick))
