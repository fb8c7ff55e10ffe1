"""The parts that faces of several sizes share: ground, art with the kind of the card, band, corners."""

import pygame

from enacting.engine.cards import Card
from enacting.ui.faces.card_text import art_names
from enacting.ui.faces.face_look import FaceLook, kind_of
from enacting.ui.graphics.art import ECHOES_BELOW_A_LABEL, art
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.shapes import RIGHT, paint_rounded
from enacting.ui.graphics.theme import BLACK, Colour, Scale, label_on, mixed, palette
from enacting.ui.graphics.typeset import Face, Type, shortened, width_of, write


def corner_radius(size: tuple[int, int]) -> int:
    """The radius of the corners of a face of that size, for its shadow and its focus ring too."""
    return max(4, round(min(size) * 0.075))


def large_corner_radius(look: FaceLook) -> int:
    """The radius of the corners of a face to be read."""
    return look.scale.px(18)


def text_size(scale: Scale, part: float, size: float) -> int:
    """A size of type, or a small distance, times `part`, in pixels."""
    return scale.text(size * part) if size >= 11 else max(1, scale.px(size * part))


def blank(size: tuple[int, int]) -> pygame.Surface:
    """A surface in the colour of a card."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(palette().card)
    return surface


def paint_top(
    surface: pygame.Surface,
    card: Card,
    size: tuple[int, int],
    look: FaceLook,
    type_size: int,
) -> None:
    """Paint the art with the kind of card over it; where the word needs the space, the picture moves aside."""
    padding, disc_part = min(look.scale.px(18), size[1] // 4), 0.66
    style = Type(Face.TEXT_BOLD, type_size, 80)
    kind = shortened(look.say(f"kind.{kind_of(card)}").upper(), style, size[0] - 2 * padding)
    beside_kind = (padding + width_of(kind, style) + padding + size[1] * disc_part / 2) / size[0]
    middle = max(0.5, min(beside_kind, 0.82))
    names, echoes = art_names(card, look), ECHOES_BELOW_A_LABEL if middle < 0.58 else ()
    drawn = art(
        names,
        size,
        look.fill,
        look.ground,
        echoes=echoes,
        disc_part=disc_part,
        middle=middle,
        picture=look.picture,
        scenery=look.scenery,
    )
    surface.blit(drawn, (0, 0))
    area = pygame.Rect(padding, padding, width_of(kind, style), style.line_height)
    if look.shows_scene:
        _paint_tab(surface, area, look.fill, style.size)
    else:
        paint_rounded(surface, area.inflate(style.size * 2 // 3, style.size // 3), look.fill, style.size // 2)
    write(surface, kind, style, label_on(look.fill), area)


def _paint_tab(surface: pygame.Surface, area: pygame.Rect, fill: Colour, letter_height: int) -> None:
    """The ground of the kind over a scene: a tab that comes out of the left edge, with a little shadow."""
    tab = area.inflate(letter_height * 5 // 3, letter_height * 2 // 3)
    tab.width, tab.left = tab.right, 0
    for fall, colour in ((max(1, letter_height // 7), mixed(fill, BLACK, 0.5)), (0, fill)):
        paint_rounded(surface, tab.move(0, fall), colour, letter_height * 2 // 3, RIGHT)


def paint_band(surface: pygame.Surface, card: Card, area: pygame.Rect, look: FaceLook, fill: Colour) -> None:
    """Paint a band of colour with the family of the card, or its kind."""
    surface.fill(fill, area)
    colour = label_on(fill)
    padding = look.scale.px(22)
    style = Type(Face.TEXT, area.height // 2)
    left = area.left + padding
    if look.family_icon:
        side = round(style.size * 1.15)
        paint_icon(surface, look.family_icon, Weight.FILL, side, colour, (left + side // 2, area.centery))
        left += side + style.size // 2
    text = look.family or look.say(f"kind.{kind_of(card)}")
    write(surface, text, style, colour, (left, area.top, area.right - padding - left, area.height))
