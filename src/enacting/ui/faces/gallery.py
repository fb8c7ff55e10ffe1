"""A card among all the others of its box: the art always as high, then what it is called and what it is about."""

import pygame

from enacting.engine.cards import Card, CrisisCard, MechanismCard, PersonaCard, PostureCard, QuestionCard
from enacting.ui.faces.card_text import add_heading, art_names, text_of
from enacting.ui.faces.column import Column
from enacting.ui.faces.face_look import FaceLook, kind_of
from enacting.ui.faces.shared import blank, corner_radius
from enacting.ui.graphics import theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import posture_mark, round_corners
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face

ART_PART = 0.4
_TEXT, _SMALLEST_TEXT = 17, 9


def gallery_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    """The card in that size. Its text is made smaller until it fits: this face is looked at, not played with."""
    width, height = size
    surface = blank(size)
    top = round(height * ART_PART)
    surface.blit(art(art_names(card, look), (width, top), look.fill, look.ground, picture=look.picture), (0, 0))
    foot = _foot(card, width, look)
    pad = foot.size(14)
    line = height - foot.height - 2 * pad
    for text in range(_TEXT, _SMALLEST_TEXT - 1, -1):
        column = _column(card, width, look, text)
        if top + column.height + 2 * pad <= line:
            break
    column.paint(surface, (width - column.width) // 2, top + pad)
    surface.fill(palette().rule, (0, line, width, max(1, look.scale.px(1.5))))
    foot.paint(surface, (width - foot.width) // 2, line + pad)
    round_corners(surface, corner_radius(size))
    return surface


def _column(card: Card, width: int, look: FaceLook, text: int) -> Column:
    """What the card is called and what it is about, in type of that size."""
    column = Column(width - 2 * look.scale.px(16), look.scale.px)
    add_heading(column, card, look, size=text + 9)
    column.gap(8)
    column.text(text_of(card, look), Face.TEXT, text, palette().ink)
    return column


def _foot(card: Card, width: int, look: FaceLook) -> Column:
    """The family of a mechanism, the kind of any other card; on one line, unless it would be too small."""
    said = look.family if isinstance(card, MechanismCard) and look.family else look.say(f"kind.{kind_of(card)}")
    for size in (15, 14, 13):
        column = Column(width - 2 * look.scale.px(16), look.scale.px)
        mark = _mark(card, look, column.size(18))
        column.beside(mark, said, Face.TEXT, size, palette().ink)
        if column.height < 2 * column.size(size):
            break
    return column


def _mark(card: Card, look: FaceLook, side: int) -> pygame.Surface:
    match card:
        case PostureCard():
            return posture_mark(card.shape, side, look.colour)
        case MechanismCard():
            return icon(look.family_icon, Weight.FILL, side, palette().ink)
        case CrisisCard():
            return icon("warning", Weight.FILL, side, theme.CRISIS)
        case PersonaCard():
            return icon("user", Weight.FILL, side, theme.PERSONA)
        case QuestionCard():
            return icon("chat-circle-dots", Weight.FILL, side, theme.DISCUSSION)
