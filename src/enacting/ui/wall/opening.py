"""The opening on the wall: what is about to be turned over, the place, the crisis whole, each persona."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.wall.backdrops import NIGHT
from enacting.ui.wall.looks import Backdrop, CardPictureLook, FaceDownCard, Pictured
from enacting.ui.wall.people import PersonShown, Time, turn
from enacting.ui.wall.wall_text import ALOUD, WallText, fits, height_of, paper, used_height, write


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceDown:
    """A card that lies face down: its kind, what it is called, what is coming, who does what now."""

    kind: str
    title: str
    sentence: str
    asks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """The place that the session is set in; `coming` is the kind of card that is turned over next."""

    picture: Pictured
    title: str
    size: str
    text: str
    traits: tuple[str, ...]
    coming: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceShown:
    """What the crisis does to one order of things."""

    id: str
    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisShown:
    """The crisis, with all its consequences."""

    picture: Pictured
    title: str
    text: str
    consequences: tuple[ConsequenceShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaShown:
    """Somebody presents themselves; `says` and `aims` come from their persona, `picture` too where they have one."""

    person: PersonShown
    caption: str
    title: str
    says: str
    aims: tuple[str, ...]
    picture: Pictured | None
    time: Time | None


def lay_out_face_down(layout: Layout, shown: FaceDown) -> None:
    """The sleeping town, the back of the card over it, one sentence."""
    area, px = layout.rect, layout.px
    layout.add(Item(id="scene", rect=area, look=Backdrop(NIGHT)))
    high = area.height * 72 // 100
    card = pygame.Rect(0, 0, high * 5 // 7, high)
    card.center = (area.right - card.width // 2 - px(150), area.centery - px(20))
    layout.add(Item(id="face-down", rect=card, look=FaceDownCard(shown.kind, 4.0)))
    text = pygame.Rect(area.left, area.top, card.left - px(150), area.height)
    widest = layout.inset(text, 56, 56)
    light = palette().light_ink
    words = [
        WallText(id="title", text=shown.title, colour=palette().accent, size=64, role=Role.HEADING),
        WallText(id="sentence", text=shown.sentence, colour=light, size=118, smallest=ALOUD, before=16),
        WallText(id="asks", text=shown.asks, colour=light, face=Face.TEXT_BOLD, size=58, smallest=ALOUD, before=40),
    ]
    _sheet_of(layout, "words-ground", widest, words)


def lay_out_place(layout: Layout, shown: PlaceShown) -> None:
    """The place over the whole wall, its words on a sheet."""
    ink = palette().ink
    words = [
        WallText(id="title", text=shown.title, colour=ink, size=110, smallest=64, role=Role.HEADING),
        WallText(id="size", text=shown.size, colour=ink, face=Face.TEXT_BOLD, size=48, before=6),
        WallText(id="text", text=shown.text, colour=ink, face=Face.TEXT, size=64, smallest=ALOUD, before=24),
        *(
            WallText(id=f"trait-{index}", text=trait, colour=ink, face=Face.TEXT, size=48, before=20)
            for index, trait in enumerate(shown.traits)
        ),
    ]
    left = _beside_picture(layout, shown.picture, [text for text in words if text.text])
    high = min(left.height * 36 // 100, left.width * 84 // 100)
    card = pygame.Rect(0, 0, high * 5 // 7, high)
    card.midtop = (left.centerx, layout.px(70))
    layout.add(Item(id="face-down", rect=card, look=FaceDownCard(shown.coming, -5.0)))


def lay_out_crisis(layout: Layout, shown: CrisisShown) -> None:
    """The scene, the title and the text, and every consequence along the foot: all of it on one picture."""
    area, px = layout.rect, layout.px
    layout.add(Item(id="scene", rect=area, look=CardPictureLook(picture=shown.picture)))
    margin = px(36)
    count = len(shown.consequences)
    per_row = count if count <= 4 else -(-count // 2)
    gap = px(20)
    width = (area.width - 2 * margin - gap * (per_row - 1)) // max(1, per_row)
    rows = -(-count // max(1, per_row))
    high = max((_plate_height(layout, consequence, width) for consequence in shown.consequences), default=0)
    plates = pygame.Rect(margin, 0, area.width - 2 * margin, rows * high + (rows - 1) * gap)
    plates.bottom = area.bottom - margin
    above = pygame.Rect(margin, margin, plates.width, plates.top - 2 * margin)
    ink = palette().light_ink
    words = [
        WallText(
            id="title", text=shown.title, colour=ink, face=Face.TITLE_800, size=150, smallest=66, role=Role.HEADING
        ),
        WallText(id="text", text=shown.text, colour=ink, face=Face.TEXT_BOLD, size=58, smallest=ALOUD, before=16),
    ]
    _on_narrowest_sheet(layout, "words-ground", above, words)
    for consequence, rect in zip(
        shown.consequences, rects.grid(plates, count, max(1, per_row), high, gap), strict=True
    ):
        _plate(layout, consequence, rect)


def _plate_words(shown: ConsequenceShown) -> list[WallText]:
    ink = palette().ink
    title = WallText(id=f"quarter-name-{shown.id}", text=shown.title, colour=ink, size=46, smallest=40)
    if not shown.text:
        return [title]
    return [
        title,
        WallText(id=f"quarter-text-{shown.id}", text=shown.text, colour=ink, face=Face.TEXT, size=46, before=6),
    ]


def _plate_height(layout: Layout, shown: ConsequenceShown, width: int) -> int:
    pad = layout.px(24)
    return height_of(layout, _plate_words(shown), width - 2 * pad, largest=False) + 2 * pad + layout.px(10)


def _plate(layout: Layout, shown: ConsequenceShown, rect: pygame.Rect) -> None:
    """A consequence: its icon on the upper edge, its name, what the crisis does."""
    pad = layout.px(24)
    paper(layout, f"quarter-{shown.id}", rect, palette().card)
    edge = pygame.Rect(rect.left, rect.top, rect.width, layout.px(10))
    layout.panel(f"quarter-edge-{shown.id}", edge, theme.CRISIS, radius=5)
    side = layout.px(84)
    badge = pygame.Rect(rect.right - side - layout.px(16), rect.top - side * 3 // 5, side, side)
    layout.panel(f"quarter-badge-{shown.id}", badge, theme.CRISIS, radius=200)
    layout.symbol(f"quarter-icon-{shown.id}", badge, shown.icon, side * 6 // 10, theme.WHITE)
    inner = rects.inset(rect, pad)
    inner.top += layout.px(6)
    write(layout, inner, _plate_words(shown))


def lay_out_persona(layout: Layout, shown: PersonaShown) -> None:
    """Who speaks, whom they speak for, one line to say."""
    ink = palette().ink
    if shown.picture is None:
        _oneself(layout, shown)
        return
    words = [
        WallText(id="title", text=shown.title, colour=ink, size=96, smallest=58, role=Role.HEADING),
        WallText(id="says", text=shown.says, colour=ink, face=Face.TEXT_BOLD, size=70, smallest=ALOUD, before=20),
        *(
            WallText(id=f"aim-{index}", text=aim, colour=ink, face=Face.TEXT, size=48, before=22 if index == 0 else 8)
            for index, aim in enumerate(shown.aims)
        ),
    ]
    band = layout.px(170)
    _beside_picture(layout, shown.picture, words, band=band)
    head = pygame.Rect(0, 0, layout.rect.width, band)
    layout.panel("turn-ground", head, palette().table, radius=0)
    turn(layout, layout.inset(head, 36, 14), shown.caption, shown.person, shown.time)


def _oneself(layout: Layout, shown: PersonaShown) -> None:
    layout.panel("ground", layout.rect, palette().table, radius=0)
    head, body = layout.stack(layout.inset(layout.rect, 90), (layout.px(260), REST), 60)
    turn(layout, head, shown.caption, shown.person, shown.time)
    words = [
        WallText(id="title", text=shown.title, colour=palette().light_ink, size=130, smallest=66, role=Role.HEADING),
        WallText(
            id="says", text=shown.says, colour=palette().light_ink, face=Face.TEXT, size=72, smallest=ALOUD, before=30
        ),
    ]
    write(layout, body, words, vertical="middle")


def _beside_picture(layout: Layout, picture: Pictured, words: list[WallText], *, band: int = 0) -> pygame.Rect:
    """A picture at the left, words on a sheet at the right, wider where there are many; returns where the picture is.

    `band` is left free above.
    """
    area = pygame.Rect(0, band, layout.rect.width, layout.rect.height - band)
    pad = layout.px(48)
    for part in (50, 56, 62, 70):
        sheet = layout.row(area, (REST, area.width * part // 100))[1]
        if fits(layout, rects.inset(sheet, pad), words):
            break
    left = pygame.Rect(area.left, area.top, sheet.left - area.left, area.height)
    layout.add(Item(id="scene", rect=left, look=CardPictureLook(picture=picture)))
    layout.panel("words-ground", sheet, palette().card, radius=0)
    write(layout, rects.inset(sheet, pad), words, vertical="middle")
    return left


def _on_narrowest_sheet(layout: Layout, name: str, area: pygame.Rect, words: list[WallText]) -> None:
    """Words on a dark sheet at the upper left, as narrow as they allow, so that the scene is seen beside it."""
    pad = layout.px(40)
    widths = [area.width * part // 100 for part in (54, 62, 72, 84, 100)]
    sheets = [pygame.Rect(area.left, area.top, width, area.height) for width in widths]
    sheet = next((sheet for sheet in sheets if fits(layout, rects.inset(sheet, pad), words)), sheets[-1])
    _sheet_of(layout, name, sheet, words)


def _sheet_of(layout: Layout, name: str, area: pygame.Rect, words: list[WallText]) -> None:
    """Words on a dark sheet as wide as a rectangle, and as high as they are."""
    pad = layout.px(40)
    inner = rects.inset(area, pad)
    high = used_height(layout, inner, words) + 2 * pad
    paper(layout, name, pygame.Rect(area.left, area.top, area.width, high), palette().bar)
    write(layout, inner, words)
