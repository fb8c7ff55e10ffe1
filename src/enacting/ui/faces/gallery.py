"""A card on the contact sheet of its box: art of the same height on each, then title and text."""

import pygame

from enacting.engine.cards import (
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.ui.faces.card_text import add_heading, art_names, text_of
from enacting.ui.faces.face_look import FaceLook, kind_of
from enacting.ui.faces.face_parts import blank, corner_radius
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import posture_mark, round_corners
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face

ART_PART = 0.36
_TITLE = 23
"""The same on every card, however long its text: from across the sheet, titles are what one looks for."""
_TEXT, _SMALLEST_TEXT = 17, 9


def gallery_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    """The card in that size. Its text is made smaller until it fits: this face is looked at, not played with."""
    width, height = size
    surface = blank(size)
    art_height = round(height * ART_PART)
    art_size = (width, art_height)
    drawn = art(art_names(card, look), art_size, look.fill, look.ground, picture=look.picture, scenery=look.scenery)
    surface.blit(drawn, (0, 0))
    footer = _footer(card, width, look)
    padding = footer.size(14)
    rule_top = height - footer.height - 2 * padding
    for text in range(_TEXT, _SMALLEST_TEXT - 1, -1):
        column = _column(card, width, look, text)
        if art_height + column.height + 2 * padding <= rule_top:
            break
    column.paint(surface, (width - column.width) // 2, art_height + padding)
    surface.fill(palette().rule, (0, rule_top, width, max(1, look.scale.px(1.5))))
    footer.paint(surface, (width - footer.width) // 2, rule_top + padding)
    round_corners(surface, corner_radius(size))
    return surface


def _column(card: Card, width: int, look: FaceLook, text: int) -> TextColumn:
    """Title and text, in type of that size."""
    column = TextColumn(width - 2 * look.scale.px(16), look.scale.px)
    add_heading(column, card, look, size=_TITLE)
    column.gap(8)
    column.text(text_of(card, look), Face.TEXT, text, palette().ink)
    return column


def _footer(card: Card, width: int, look: FaceLook) -> TextColumn:
    """The family of a mechanism, the kind of any other card; on one line, unless the type would be too small."""
    label = look.family if isinstance(card, MechanismCard) and look.family else look.say(f"kind.{kind_of(card)}")
    for size in (15, 14, 13):
        column = TextColumn(width - 2 * look.scale.px(16), look.scale.px)
        mark = _mark(card, look, column.size(18))
        column.beside(mark, label, Face.TEXT, size, palette().ink)
        if column.height < 2 * column.size(size):
            break
    return column


def _mark(card: Card, look: FaceLook, side: int) -> pygame.Surface:
    match card:
        case PostureCard():
            return posture_mark(card.shape, side, look.colour)
        case MechanismCard():
            return icon(look.family_icon, Weight.FILL, side, palette().ink)
        case ContextCard():
            return icon("map-pin", Weight.FILL, side, theme.CONTEXT)
        case TroubleCard():
            return icon("lightning", Weight.FILL, side, theme.TROUBLE)
        case CrisisCard():
            return icon("warning", Weight.FILL, side, theme.CRISIS)
        case PersonaCard():
            return icon("user", Weight.FILL, side, theme.PERSONA)
        case QuestionCard():
            return icon("chat-circle-dots", Weight.FILL, side, theme.DISCUSSION)
