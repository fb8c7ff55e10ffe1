"""The faces of the cards: small on the board, at reading size in a panel, whole in focus, and their backs.

Law: the window and what is printed share these faces; nothing is left out silently: a title that is too long for the
board ends with an ellipsis and is whole in focus, and a reading face says whether it fits.
"""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

import pygame

from enacting.engine.board import Box, Consequence
from enacting.engine.cards import Art as ArtNames
from enacting.engine.cards import (
    Card,
    CardId,
    Confidence,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    Source,
)
from enacting.ui import theme
from enacting.ui.art import (
    ECHOES_BELOW_A_LABEL,
    art,
)
from enacting.ui.icons import Weight, icon, paint_icon
from enacting.ui.kept import Kept, surfaces, weight_of
from enacting.ui.shapes import (
    disc,
    layer,
    paint_at,
    paint_outline,
    paint_rounded,
    posture_mark,
    round_corners,
)
from enacting.ui.theme import Colour, Scale, colour_of, label_on, mixed
from enacting.ui.typeset import Face, Paragraph, Type, fitted, lay_out, paint, shortened, width_of, write

Say = Callable[..., str]
"""An interface sentence by key, with the fields it needs."""

KINDS = ("posture", "mechanism", "crisis", "persona", "question")

FACE_KEYS = (
    *(f"kind.{kind}" for kind in KINDS),
    "card.who",
    "card.strengths",
    "card.limits",
    "card.seen_with",
    "card.examples",
    "card.goal",
    "card.means",
    "card.fear",
    "card.consequences",
    "table.quote",
    *(f"card.confidence.{confidence}" for confidence in Confidence),
)
"""Every sentence a face may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureLook:
    """How a posture is shown where another card names it."""

    id: CardId
    title: str
    colour: Colour
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceLook:
    """What a face shows beside the card's own words.

    `tint` is the colour of the posture under which a mechanism lies; `marks` are the icons of the consequences it
    answers to.
    """

    scale: Scale
    say: Say
    colour: Colour = theme.MECHANISM
    ground: str = ""
    family: str = ""
    family_icon: str = ""
    tint: Colour | None = None
    marks: tuple[str, ...] = ()
    postures: tuple[PostureLook, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    picture: pygame.Surface | None = None

    @property
    def fill(self) -> Colour:
        """The colour of the art."""
        return self.tint or self.colour


@dataclass(frozen=True, slots=True)
class Reading:
    """A face at reading size, and whether all of it fits."""

    surface: pygame.Surface
    fits: bool


def look_of(
    card: Card,
    box: Box,
    scale: Scale,
    say: Say,
    *,
    tint: Colour | None = None,
    marks: tuple[str, ...] = (),
    picture: pygame.Surface | None = None,
) -> FaceLook:
    """The look of a card in its box."""
    look = partial(FaceLook, scale=scale, say=say, tint=tint, marks=marks, picture=picture)
    match card:
        case PostureCard():
            family = next((one.title for one in box.description.posture_families if one.id == card.family), "")
            return look(colour=colour_of(card.colour), ground=card.shape, family=family)
        case MechanismCard():
            found = next((one for one in box.description.mechanism_families if one.id == card.family), None)
            postures = tuple(_posture_look(box.postures[one]) for one in card.postures if one in box.postures)
            if found is None:
                return look(postures=postures)
            return look(
                colour=colour_of(found.colour),
                ground=found.ground,
                family=found.title,
                family_icon=found.icon,
                postures=postures,
            )
        case CrisisCard():
            return look(colour=theme.CRISIS, ground="cracks", consequences=box.description.consequences)
        case PersonaCard():
            return look(colour=theme.PERSONA, ground="scales")
        case QuestionCard():
            return look(colour=theme.DISCUSSION, ground="bubbles")
        case _:
            assert_never(card)


def kind_of(card: Card) -> str:
    """`posture`, `mechanism`, `crisis`, `persona` or `question`."""
    match card:
        case PostureCard():
            return "posture"
        case MechanismCard():
            return "mechanism"
        case CrisisCard():
            return "crisis"
        case PersonaCard():
            return "persona"
        case QuestionCard():
            return "question"
        case _:
            assert_never(card)


def board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    """The card as it lies on the board: art, title, place, consequences. Shared, not to be painted on."""
    return _remembered("board", card, size, look, lambda: _board_face(card, size, look))


def reading_face(card: Card, size: tuple[int, int], look: FaceLook) -> Reading:
    """The card with its text and question, as large as fits in that size. Its surface is not to be painted on."""
    return _readings.get((_Seen(card), size, look), lambda: _reading_face(card, size, look))


def focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    """All of the card at reading size, as high as it needs to be. Shared, not to be painted on.

    With room for it, what the card says in detail stands in a second column.
    """
    return _remembered("focus", card, (width, 0), look, lambda: _focus_face(card, width, look))


def focus_height(card: Card, width: int, look: FaceLook) -> int:
    """How high the focus face of that width is."""
    return _focus_plan(card, width, look).height


def back(kind: str, size: tuple[int, int]) -> pygame.Surface:
    """The back of a card of that kind. Shared, not to be painted on."""
    return _faces.get(("back", kind, size), lambda: _back(kind, size))


def corner_radius(size: tuple[int, int]) -> int:
    """How round the corners of a face of that size are: for its shadow and its focus ring."""
    return max(4, round(min(size) * 0.075))


# Remembering

_faces = surfaces(most=500, megabytes=128)
_readings: Kept[Hashable, Reading] = Kept(24, 64_000_000, lambda reading: weight_of(reading.surface))


def _remembered(
    form: str, card: Card, size: tuple[int, int], look: FaceLook, make: Callable[[], pygame.Surface]
) -> pygame.Surface:
    # Cards hold mappings and have no hash, so they are known by their place in memory, which `_Seen` keeps taken.
    return _faces.get((form, _Seen(card), size, look), make)


class _Seen:
    """A card as a key: the same object, and held so that its place in memory is not given to another."""

    __slots__ = ("card",)

    def __init__(self, card: Card) -> None:
        self.card = card

    def __hash__(self) -> int:
        return id(self.card)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seen) and other.card is self.card


# On the board


def _board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    width, height = size
    surface = _blank(size)
    edge = max(4, round(width * 0.07))
    foot = round(height * 0.17)
    ideal = look.scale.text(theme.TITLE_CARD)
    art_height = round(height * (0.44 if look.scale.text_size <= 1.3 else 0.32))
    _paint_board_art(surface, card, (width, art_height), look)
    title_room = height - art_height - foot - edge // 2
    title = _board_title(_title(card), width - 2 * edge, title_room, ideal, max(9, look.scale.px(12)))
    paint(surface, title, theme.INK, (edge, art_height + edge // 2 + 1, width - 2 * edge, title_room))
    _paint_board_foot(surface, card, pygame.Rect(edge, height - foot - edge // 3, width - 2 * edge, foot), look)
    round_corners(surface, corner_radius(size))
    return surface


def _paint_board_art(surface: pygame.Surface, card: Card, size: tuple[int, int], look: FaceLook) -> None:
    drawn = art(_art_names(card), size, look.fill, look.ground, echoes=(), disc_part=0.86, picture=look.picture)
    surface.blit(drawn, (0, 0))
    if look.family_icon and look.picture is None:
        side = max(8, round(size[1] * 0.24))
        paint_icon(
            surface,
            look.family_icon,
            Weight.FILL,
            side,
            label_on(look.fill),
            (size[0] - round(side * 0.85), round(side * 0.85)),
        )


def _board_title(text: str, width: int, height: int, ideal: int, least: int) -> Paragraph:
    """The title in at most three lines, smaller if it must be; at the smallest size it may be cut."""
    types = [Type(Face.TITLE_700, size) for size in range(ideal, least - 1, -1)]
    found = fitted(text, types, width, height, balanced=True, most_lines=3)
    if found is not None:
        return found
    smallest = Type(Face.TITLE_700, min(ideal, least + 1))
    return lay_out(text, smallest, width, most_lines=max(1, min(3, height // smallest.line_height)))


def _paint_board_foot(surface: pygame.Surface, card: Card, area: pygame.Rect, look: FaceLook) -> None:
    side = max(8, min(round(area.height * 0.8), look.scale.text(theme.SMALL)))
    left = area.right
    for name in reversed(look.marks):
        left -= side
        if left < area.left:
            return
        surface.blit(icon(name, Weight.FILL, side, theme.INK), (left, area.centery - side // 2))
        left -= max(1, side // 6)
    style = Type(Face.TEXT, max(9, min(look.scale.text(14), round(area.height * 0.72))))
    room = left - area.left
    place = _short_place(card, look)
    if room > 3 * style.size:
        write(surface, place, style, theme.INK_SECOND, (area.left, area.top, room, area.height))


def _short_place(card: Card, look: FaceLook) -> str:
    match card:
        case MechanismCard():
            return card.place.split(",")[0]
        case PostureCard():
            return look.family
        case CrisisCard() | PersonaCard() | QuestionCard():
            return ""
        case _:
            assert_never(card)


# A column of text

_Painter = Callable[[pygame.Surface, int, int], None]


class _Column:
    """Pieces of text one under another: measured first, painted later."""

    def __init__(self, width: int, size: Callable[[float], int]) -> None:
        self.width = width
        self.size = size
        self.height = 0
        self.broken = False
        self._pieces: list[tuple[int, _Painter]] = []

    def gap(self, height: float) -> None:
        """Leave room, unless nothing stands above."""
        if self._pieces:
            self.height += self.size(height)

    def add(self, height: int, painter: _Painter) -> None:
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


def _paint_question(
    paragraph: Paragraph, pad: int, mark: int, width: int, surface: pygame.Surface, left: int, top: int
) -> None:
    paint_rounded(surface, (left, top, width, paragraph.height + 2 * pad), theme.QUESTION, round(pad * 0.9))
    drawn = icon("chat-circle-dots", Weight.FILL, mark, theme.INK)
    surface.blit(drawn, (left + pad, top + pad + (paragraph.type.line_height - mark) // 2))
    paint(surface, paragraph, theme.INK, (left + 2 * pad + mark, top + pad, paragraph.width, paragraph.height))


def _paint_rule(width: int, thick: int, surface: pygame.Surface, left: int, top: int) -> None:
    surface.fill(theme.RULE, (left, top, width, thick))


# What each kind says


def _title(card: Card) -> str:
    return card.text if isinstance(card, QuestionCard) else card.title


def _art_names(card: Card) -> ArtNames:
    return ArtNames(icon="chat-circle-dots", echo="question") if isinstance(card, QuestionCard) else card.art


def _add_main(column: _Column, card: Card, look: FaceLook) -> None:
    """Title, place, text, question."""
    if isinstance(card, QuestionCard):
        column.text(card.text, Face.TITLE_700, 30, theme.INK)
    else:
        column.text(card.title, Face.TITLE_800, 36, theme.INK, balanced=True)
    match card:
        case PostureCard():
            column.gap(5)
            column.text(look.family, Face.TEXT, 18, theme.INK_SECOND)
            _add_text_and_question(column, card.text, card.question)
        case MechanismCard():
            column.gap(7)
            place = " · ".join(part for part in (card.place, card.year) if part)
            if place:
                pin = icon("map-pin", Weight.FILL, column.size(18), theme.INK_SECOND)
                column.beside(pin, place, Face.TEXT, 18, theme.INK_SECOND)
            _add_text_and_question(column, card.text, card.question)
        case CrisisCard():
            _add_text_and_question(column, card.text, card.question)
        case PersonaCard():
            _add_text_and_question(column, look.say("table.quote", text=card.say) if card.say else "", card.question)
        case QuestionCard():
            pass
        case _:
            assert_never(card)


def _add_text_and_question(column: _Column, text: str, question: str) -> None:
    column.gap(9)
    column.text(text, Face.TEXT, theme.BODY, theme.INK)
    column.gap(14)
    column.question(question, theme.BODY)


def _add_details(column: _Column, card: Card, look: FaceLook) -> None:
    """What is only said in focus."""
    match card:
        case PostureCard():
            _add_points(column, look.say("card.examples"), card.examples)
        case MechanismCard():
            _add_section(column, look.say("card.who"), "users", card.who)
            _add_section(column, look.say("card.strengths"), "plus", card.strengths)
            _add_section(column, look.say("card.limits"), "minus", card.limits)
        case CrisisCard():
            _add_consequences(column, card, look)
        case PersonaCard():
            for label, name, text in _aims(card, look):
                _add_section(column, label, name, text)
        case QuestionCard():
            pass
        case _:
            assert_never(card)


def _aims(card: PersonaCard, look: FaceLook) -> tuple[tuple[str, str, str], ...]:
    """What a persona wants, has and fears: label, icon, text."""
    return (
        (look.say("card.goal"), "flag-checkered", card.goal),
        (look.say("card.means"), "hand", card.means),
        (look.say("card.fear"), "warning", card.fear),
    )


def _add_label(column: _Column, label: str, name: str = "") -> None:
    column.gap(16)
    if name:
        drawn = icon(name, Weight.BOLD, column.size(18), theme.INK_SECOND)
        column.beside(drawn, label, Face.TEXT_BOLD, 17, theme.INK_SECOND)
    else:
        column.text(label, Face.TEXT_BOLD, 17, theme.INK_SECOND)
    column.gap(3)


def _add_section(column: _Column, label: str, name: str, text: str) -> None:
    if text:
        _add_label(column, label, name)
        column.text(text, Face.TEXT, theme.BODY, theme.INK)


def _add_points(column: _Column, label: str, points: tuple[str, ...]) -> None:
    if not points:
        return
    _add_label(column, label)
    for point in points:
        column.gap(4)
        column.beside(_bullet(column.size(18)), point, Face.TEXT, theme.BODY, theme.INK)


def _add_postures(column: _Column, card: Card, look: FaceLook) -> None:
    if not isinstance(card, MechanismCard):
        return
    shown = [posture for posture in look.postures if posture.id in card.postures]
    if not shown:
        return
    _add_label(column, look.say("card.seen_with"))
    for posture in shown:
        column.gap(6)
        mark = posture_mark(posture.shape, column.size(22), posture.colour)
        column.beside(mark, posture.title, Face.TEXT_BOLD, theme.BODY, theme.INK)
        column.text(card.postures[posture.id], Face.TEXT, 18, theme.INK)


def _add_consequences(column: _Column, card: CrisisCard, look: FaceLook) -> None:
    _add_label(column, look.say("card.consequences"))
    for consequence in look.consequences:
        text = card.consequences.get(consequence.id, "")
        if text:
            column.gap(8)
            mark = icon(consequence.icon, Weight.FILL, column.size(24), theme.CRISIS)
            column.beside(mark, consequence.title, Face.TEXT_BOLD, theme.BODY, theme.INK)
            column.text(text, Face.TEXT, theme.BODY, theme.INK)


def _add_origin(column: _Column, card: Card, look: FaceLook) -> None:
    """How sure we are, and of whom we know it."""
    sources: tuple[Source, ...] = () if isinstance(card, PersonaCard) else card.sources
    confidence = None if isinstance(card, QuestionCard) else card.confidence
    if confidence is None and not sources:
        return
    if column.height:
        column.gap(18)
        column.rule()
        column.gap(12)
    if confidence is not None:
        name = "seal-question" if confidence in (Confidence.INFERENCE, Confidence.PROPOSAL) else "check-circle"
        mark = icon(name, Weight.FILL, column.size(18), theme.INK_SECOND)
        column.beside(mark, look.say(f"card.confidence.{confidence}"), Face.TEXT, theme.SMALL, theme.INK_SECOND)
    if isinstance(card, PostureCard | MechanismCard) and card.note:
        column.gap(4)
        mark = icon("info", Weight.FILL, column.size(18), theme.INK_SECOND)
        column.beside(mark, card.note, Face.TEXT, theme.SMALL, theme.INK_SECOND)
    for source in sources:
        column.gap(4)
        mark = icon("book-open", Weight.FILL, column.size(18), theme.INK_SECOND)
        column.beside(mark, _cited(source), Face.TEXT, theme.SMALL, theme.INK_SECOND)


def _cited(source: Source) -> str:
    site = source.url.split("//")[-1].split("/")[0].removeprefix("www.")
    return f"{source.title} ({site})" if site and source.title else source.title or site


# At reading size


def _best_reading(card: Card, size: tuple[int, int], look: FaceLook) -> tuple[_Column, int, bool]:
    """The column in the largest type that fits, how high the art then is, and whether it does fit.

    The picture gives way before the text is much smaller than the player asked for.
    """
    width, height = size
    least = 0.7 / max(1.0, look.scale.text_size)
    parts = [step / 100 for step in range(100, math.floor(least * 100) - 1, -5)]
    tried = [(part, 0.26) for part in parts if part >= 0.85] + [(part, 0.1) for part in parts]
    for part, art_part in tried:
        column = _main_column(card, width, look, part)
        spare = height - _family_band(card, look, column) - column.height - 2 * column.size(20)
        if spare >= round(height * art_part) and not column.broken:
            return column, min(spare, round(height * 0.48)), True
    return column, max(spare, round(height * 0.1)), spare >= round(height * 0.1)


def _main_column(card: Card, width: int, look: FaceLook, part: float) -> _Column:
    size = partial(_text_size, look.scale, part)
    column = _Column(width - 2 * size(22), size)
    _add_main(column, card, look)
    if isinstance(card, PersonaCard):
        column.gap(6)
        for label, name, text in _aims(card, look):
            if text:
                column.gap(7)
                mark = icon(name, Weight.BOLD, column.size(18), theme.INK_SECOND)
                column.beside(mark, f"{label} · {text}", Face.TEXT, 18, theme.INK)
    return column


def _text_size(scale: Scale, part: float, size: float) -> int:
    return scale.text(size * part) if size >= 11 else max(1, scale.px(size * part))


def _reading_face(card: Card, size: tuple[int, int], look: FaceLook) -> Reading:
    column, art_height, fits = _best_reading(card, size, look)
    band = _family_band(card, look, column)
    surface = _blank(size)
    _paint_top(surface, card, (size[0], art_height), look, column.size(theme.SMALL))
    if band:
        _paint_band(surface, card, pygame.Rect(0, art_height, size[0], band), look, mixed(look.fill, theme.BLACK, 0.18))
    column.paint(surface, (size[0] - column.width) // 2, art_height + band + column.size(18))
    round_corners(surface, _focus_radius(look))
    return Reading(surface, fits)


def _family_band(card: Card, look: FaceLook, column: _Column) -> int:
    """How high the band with the family is; a posture says its family under its title."""
    return column.size(theme.SMALL) * 2 if look.family and isinstance(card, MechanismCard) else 0


def _paint_top(surface: pygame.Surface, card: Card, size: tuple[int, int], look: FaceLook, letters: int) -> None:
    """The art with the kind of card over it; where the word needs the room, the picture moves aside."""
    pad, disc_part = min(look.scale.px(18), size[1] // 4), 0.66
    style = Type(Face.TEXT_BOLD, letters, 80)
    kind = shortened(look.say(f"kind.{kind_of(card)}").upper(), style, size[0] - 2 * pad)
    reach = (pad + width_of(kind, style) + pad + size[1] * disc_part / 2) / size[0]
    middle = max(0.5, min(reach, 0.82))
    names, echoes = _art_names(card), ECHOES_BELOW_A_LABEL if middle < 0.58 else ()
    surface.blit(
        art(
            names, size, look.fill, look.ground, echoes=echoes, disc_part=disc_part, middle=middle, picture=look.picture
        ),
        (0, 0),
    )
    area = pygame.Rect(pad, pad, width_of(kind, style), style.line_height)
    paint_rounded(surface, area.inflate(style.size * 2 // 3, style.size // 3), look.fill, style.size // 2)
    write(surface, kind, style, label_on(look.fill), area)


def _paint_band(surface: pygame.Surface, card: Card, area: pygame.Rect, look: FaceLook, fill: Colour) -> None:
    """A strip of colour with the family of the card, or its kind."""
    surface.fill(fill, area)
    colour = label_on(fill)
    pad = look.scale.px(22)
    style = Type(Face.TEXT, area.height // 2)
    left = area.left + pad
    if look.family_icon:
        side = round(style.size * 1.15)
        paint_icon(surface, look.family_icon, Weight.FILL, side, colour, (left + side // 2, area.centery))
        left += side + style.size // 2
    text = look.family or look.say(f"kind.{kind_of(card)}")
    write(surface, text, style, colour, (left, area.top, area.right - pad - left, area.height))


# In focus


@dataclass(frozen=True, slots=True)
class _FocusPlan:
    height: int
    art_height: int
    foot: int
    columns: tuple[tuple[_Column, int], ...]


def _focus_plan(card: Card, width: int, look: FaceLook) -> _FocusPlan:
    size = partial(_text_size, look.scale, 1.0)
    wide = width >= size(theme.BODY) * 36 and isinstance(card, PostureCard | MechanismCard | CrisisCard)
    return _plan_in_two(card, width, look, size) if wide else _plan_in_one(card, width, look, size)


_PARTS = (_add_main, _add_details, _add_postures, _add_origin)


def _plan_in_one(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    pad, foot = look.scale.px(24), size(theme.SMALL) * 2
    art_height = min(round(width * 0.56), look.scale.px(300))
    column = _Column(width - 2 * pad, size)
    for add in _PARTS:
        add(column, card, look)
    return _FocusPlan(art_height + column.height + 2 * pad + foot, art_height, foot, ((column, pad),))


def _plan_in_two(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    """Two columns: whatever is said last goes under the question where that makes the card less high."""
    pad, foot = look.scale.px(24), size(theme.SMALL) * 2
    art_height = look.scale.px(240)
    inner = (width - 3 * pad) // 2
    best: tuple[_Column, _Column] | None = None
    for split in (4, 3, 2):
        left, right = _Column(inner, size), _Column(inner, size)
        for add in (_PARTS[0], *_PARTS[split:]):
            add(left, card, look)
        for add in _PARTS[1:split]:
            add(right, card, look)
        if best is None or max(left.height, right.height) < max(best[0].height, best[1].height):
            best = (left, right)
    assert best is not None
    height = art_height + max(best[0].height, best[1].height) + 2 * pad + foot
    return _FocusPlan(height, art_height, foot, ((best[0], pad), (best[1], 2 * pad + inner)))


def _focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    plan = _focus_plan(card, width, look)
    surface = _blank((width, plan.height))
    _paint_top(surface, card, (width, plan.art_height), look, look.scale.text(theme.SMALL))
    for column, left in plan.columns:
        column.paint(surface, left, plan.art_height + look.scale.px(24))
    _paint_band(surface, card, pygame.Rect(0, plan.height - plan.foot, width, plan.foot), look, look.fill)
    round_corners(surface, _focus_radius(look))
    return surface


def _focus_radius(look: FaceLook) -> int:
    return look.scale.px(18)


# Backs

_BACKS: dict[str, Colour] = {
    "posture": theme.RAISED,
    "mechanism": theme.BAR,
    "crisis": mixed(theme.CRISIS, theme.BLACK, 0.35),
    "persona": mixed(theme.PERSONA, theme.BLACK, 0.25),
    "question": mixed(theme.DISCUSSION, theme.BLACK, 0.3),
}


def _back(kind: str, size: tuple[int, int]) -> pygame.Surface:
    colour = _BACKS.get(kind, theme.BAR)
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour)
    cells = mixed(colour, theme.WHITE, 0.07)
    surface.blit(layer(size, cells, lambda canvas, _: _cells(canvas, cells)), (0, 0))
    side = round(min(size) * 0.46)
    middle = (size[0] // 2, size[1] // 2)
    paint_at(surface, disc(round(side * 1.5), colour), middle)
    paint_icon(surface, "hexagon", Weight.DUOTONE, side, theme.ACCENT, middle)
    border = max(2, round(min(size) * 0.025))
    radius = corner_radius(size)
    round_corners(surface, radius)
    paint_outline(surface, surface.get_rect(), theme.ACCENT, border, radius)
    return surface


def _cells(canvas: pygame.Surface, colour: Colour) -> None:
    step = canvas.width / 5
    for row in range(round(canvas.height / step / 0.87) + 2):
        for column in range(7):
            side = icon("hexagon", Weight.FILL, max(4, round(step * 1.02)), colour)
            canvas.blit(side, ((column - 0.5 * (row % 2) - 0.5) * step, (row * 0.87 - 0.5) * step))


def _blank(size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(theme.CARD)
    return surface


def _bullet(side: int) -> pygame.Surface:
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    paint_at(surface, disc(max(3, side // 3), theme.INK_SECOND), (side // 2, side // 2))
    return surface


def _posture_look(card: PostureCard) -> PostureLook:
    return PostureLook(id=card.id, title=card.title, colour=colour_of(card.colour), shape=card.shape)
