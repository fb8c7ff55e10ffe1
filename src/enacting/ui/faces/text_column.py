"""A column of text: pieces stacked from top to bottom, measured first, painted later."""

from collections.abc import Callable
from functools import partial

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import paint_rounded
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, WrappedText, paint, width_of, wrap_text

Painter = Callable[[pygame.Surface, int, int], None]
"""Paints a piece: the surface, its left, its top."""


class TextColumn:
    """Pieces of text stacked from top to bottom: measured when they are added, painted later."""

    def __init__(self, width: int, size: Callable[[float], int]) -> None:
        self.width = width
        self.size = size
        self.height = 0
        self.broken = False
        self._pieces: list[tuple[int, Painter]] = []

    def gap(self, height: float) -> None:
        """Leave a vertical space, unless the column is empty."""
        if self._pieces:
            self.height += self.size(height)

    def add(self, height: int, painter: Painter) -> None:
        """Add a piece of that height."""
        self._pieces.append((self.height, painter))
        self.height += height

    def text(self, text: str, face: Face, size: float, colour: Colour, *, balanced: bool = False) -> None:
        """Add a paragraph over the whole width; nothing for no text."""
        if not text:
            return
        paragraph = wrap_text(text, Type(face, self.size(size)), self.width, balanced=balanced)
        self.broken = self.broken or paragraph.broken
        self.add(paragraph.height, partial(_paint_paragraph, paragraph, colour))

    def beside(self, mark: pygame.Surface, text: str, face: Face, size: float, colour: Colour) -> None:
        """Add a paragraph with a mark before its first line."""
        indent = mark.width + self.size(7)
        paragraph = wrap_text(text, Type(face, self.size(size)), self.width - indent)
        self.broken = self.broken or paragraph.broken
        self.add(max(paragraph.height, mark.height), partial(_paint_beside, paragraph, colour, mark, indent))

    def headed(self, mark: pygame.Surface, text: str, size: float, tag_mark: pygame.Surface, tag: str) -> None:
        """Add a bold line with a mark before it, and a small tag at its end, or below where it does not fit."""
        spacing, tag_type = self.size(7), Type(Face.TEXT, self.size(theme.SMALL))
        heading_width = mark.width + spacing + width_of(text, Type(Face.TEXT_BOLD, self.size(size)))
        tag_width = tag_mark.width + spacing + width_of(tag, tag_type)
        if heading_width + 2 * spacing + tag_width > self.width:
            self.beside(mark, text, Face.TEXT_BOLD, size, palette().ink)
            self.beside(tag_mark, tag, Face.TEXT, theme.SMALL, palette().ink_second)
            return
        top = self.height
        self.beside(mark, text, Face.TEXT_BOLD, size, palette().ink)
        paragraph = wrap_text(tag, tag_type, tag_width - tag_mark.width - spacing)
        tag_top = top + (self.height - top - paragraph.height) // 2
        painter = partial(_paint_beside, paragraph, palette().ink_second, tag_mark, tag_mark.width + spacing)
        self._pieces.append((tag_top, partial(_paint_shifted, painter, self.width - tag_width)))

    def question(self, text: str, size: float) -> None:
        """Add the question of a card in its box; nothing for no text."""
        if not text:
            return
        padding, mark_size = self.size(13), self.size(size * 1.2)
        style = Type(Face.TEXT_BOLD, self.size(size))
        paragraph = wrap_text(text, style, self.width - 3 * padding - mark_size)
        self.broken = self.broken or paragraph.broken
        self.add(paragraph.height + 2 * padding, partial(_paint_question, paragraph, padding, mark_size, self.width))

    def rule(self) -> None:
        """Add a thin line over the whole width."""
        thickness = max(1, self.size(1.2))
        self.add(thickness, partial(_paint_rule, self.width, thickness))

    def paint(self, surface: pygame.Surface, left: int, top: int) -> None:
        """Paint every piece."""
        for piece_top, painter in self._pieces:
            painter(surface, left, top + piece_top)


def _paint_paragraph(paragraph: WrappedText, colour: Colour, surface: pygame.Surface, left: int, top: int) -> None:
    paint(surface, paragraph, colour, (left, top, paragraph.width, paragraph.height))


def _paint_beside(
    paragraph: WrappedText,
    colour: Colour,
    mark: pygame.Surface,
    indent: int,
    surface: pygame.Surface,
    left: int,
    top: int,
) -> None:
    surface.blit(mark, (left, top + (paragraph.type.line_height - mark.height) // 2))
    paint(surface, paragraph, colour, (left + indent, top, paragraph.width, paragraph.height))


def _paint_shifted(painter: Painter, offset_x: int, surface: pygame.Surface, left: int, top: int) -> None:
    painter(surface, left + offset_x, top)


def _paint_question(
    paragraph: WrappedText, padding: int, mark_size: int, width: int, surface: pygame.Surface, left: int, top: int
) -> None:
    paint_rounded(surface, (left, top, width, paragraph.height + 2 * padding), palette().question, round(padding * 0.9))
    mark_image = icon("chat-circle-dots", Weight.FILL, mark_size, palette().ink)
    surface.blit(mark_image, (left + padding, top + padding + (paragraph.type.line_height - mark_size) // 2))
    paint(
        surface,
        paragraph,
        palette().ink,
        (left + 2 * padding + mark_size, top + padding, paragraph.width, paragraph.height),
    )


def _paint_rule(width: int, thickness: int, surface: pygame.Surface, left: int, top: int) -> None:
    surface.fill(palette().rule, (left, top, width, thickness))
