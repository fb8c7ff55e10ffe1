"""The end of a session on the wall: the system and its name, trouble, the debrief, sentences, and a last picture."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.wall.backdrops import FEAST
from enacting.ui.wall.board import WallBoard, lay_out_board
from enacting.ui.wall.looks import Backdrop, CardPictureLook, Pictured
from enacting.ui.wall.people import PersonShown, Time, clock, disc
from enacting.ui.wall.turns import ask
from enacting.ui.wall.wall_text import ALOUD, SMALLEST, WallText, fits, write, write_line


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTalk:
    """The board large under a title, what is done with it, and the time."""

    title: str
    does: str
    board: WallBoard
    time: Time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleShown:
    """What happens to the system: the card drawn, its question, the board with what gives way."""

    picture: Pictured
    title: str
    text: str
    question: str
    board: WallBoard
    time: Time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """A question of the debrief beside the board it is about."""

    step: str
    title: str
    question: str
    does: str
    name: str
    board: WallBoard
    time: Time | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """What somebody takes away."""

    person: PersonShown
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Sentences as they come: the last one large, or the board before the first; who has said theirs, who writes."""

    title: str
    does: str
    last: Sentence | None
    said: tuple[PersonShown, ...]
    waiting: tuple[PersonShown, ...]
    writing: PersonShown | None
    writes: str
    board: WallBoard


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPicture:
    """The picture that people take home: the name of the system, its board, each sentence, thanks.

    `foot` holds lines for its foot, from the one that says most.
    """

    game: str
    name: str
    date: str
    board: WallBoard
    sentences: tuple[Sentence, ...]
    thanks: str
    foot: tuple[str, ...]


def lay_out_board_talk(layout: Layout, shown: BoardTalk) -> None:
    """The name, the board, what to do."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 40, 24)
    head, body, foot = layout.stack(area, (layout.px(136), REST, layout.px(112)), 14)
    words = _with_clock(layout, head, shown.time)
    accent = palette().accent
    title = WallText(
        id="title", text=shown.title, colour=accent, face=Face.TITLE_800, size=104, smallest=54, role=Role.HEADING
    )
    write_line(layout, words, title, align="centre")
    lay_out_board(layout, shown.board, body)
    does = WallText(id="does", text=shown.does, colour=palette().light_ink, size=52, smallest=SMALLEST)
    write_line(layout, foot, does, align="centre")


def lay_out_trouble(layout: Layout, shown: TroubleShown) -> None:
    """What happens, its question, and the board where what gives way is crossed."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 36, 30)
    left, right = layout.row(area, (area.width * 52 // 100, REST), 32)
    scene, sheet = layout.stack(left, (left.height * 38 // 100, REST))
    layout.add(Item(id="scene", rect=scene, look=CardPictureLook(picture=shown.picture)))
    layout.panel("words-ground", sheet, palette().card, radius=0)
    ink = palette().ink
    words = [
        WallText(id="title", text=shown.title, colour=ink, size=96, smallest=54, role=Role.HEADING),
        WallText(id="text", text=shown.text, colour=ink, face=Face.TEXT, size=62, smallest=ALOUD, before=14),
    ]
    write(layout, layout.inset(sheet, 44, 24), words, vertical="middle")
    board, lower = layout.stack(right, (right.height * 46 // 100, REST), 20)
    lay_out_board(layout, shown.board, board)
    question = _with_clock(layout, lower, shown.time, high=layout.px(190))
    ask(layout, "question", question, shown.question, size=76)


def lay_out_debrief(layout: Layout, shown: Debrief) -> None:
    """The question at the left, the board and its name at the right."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 48, 36)
    left, right = layout.row(area, (area.width * 44 // 100, REST), 44)
    light = palette().light_ink
    head, sheet = layout.stack(left, (layout.px(150), REST), 20)
    words = [WallText(id="title", text=shown.title, colour=light, size=64, smallest=44, role=Role.HEADING)]
    if shown.step:
        words.insert(0, WallText(id="step", text=shown.step, colour=light, face=Face.TEXT, size=46))
    write(layout, head, words, vertical="middle")
    ask(layout, "question", sheet, shown.question, size=128)
    high = layout.px(112) if shown.name else 0
    name, board, foot = layout.stack(right, (high, REST, layout.px(230)), 20)
    if shown.name:
        title = WallText(id="name", text=shown.name, colour=palette().accent, size=84, smallest=44, role=Role.HEADING)
        write_line(layout, name, title, align="centre")
    lay_out_board(layout, shown.board, board)
    does = _with_clock(layout, foot, shown.time)
    text = WallText(id="does", text=shown.does, colour=light, face=Face.TEXT, size=56, smallest=SMALLEST)
    write_line(layout, does, text)


def lay_out_sentences(layout: Layout, shown: Sentences) -> None:
    """The last sentence in the colour of who said it; below it, who has spoken and who has not."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 56, 36)
    head, body, foot = layout.stack(area, (layout.px(190), REST, layout.px(180)), 24)
    light = palette().light_ink
    words = [
        WallText(id="title", text=shown.title, colour=palette().accent, size=84, smallest=54, role=Role.HEADING),
        WallText(id="does", text=shown.does, colour=light, face=Face.TEXT, size=54, before=6),
    ]
    write(layout, head, words, vertical="middle")
    if shown.last is not None:
        _sentence(layout, "last", shown.last, body, size=130, smallest=48)
    elif shown.writing is not None:
        at, text = layout.row(body, (layout.px(320), REST), 48)
        disc(layout, "writing-disc", at, shown.writing)
        write_line(layout, text, WallText(id="writing", text=shown.writes, colour=light, size=110, smallest=54))
    else:
        lay_out_board(layout, shown.board, body)
    people = [(person, True) for person in shown.said] + [(person, False) for person in shown.waiting]
    step = min(layout.px(170), foot.width // max(1, len(people)))
    for index, (person, has_said) in enumerate(people):
        at = pygame.Rect(foot.left + index * step, foot.top, step, foot.height).inflate(-layout.px(14), -layout.px(30))
        disc(layout, f"said-{index}", at, person)
        if has_said:
            side = layout.px(56)
            tick = pygame.Rect(at.right - side, at.bottom - side, side, side)
            layout.panel(f"said-ground-{index}", tick, palette().card, radius=100)
            layout.symbol(f"said-tick-{index}", tick, "check", side * 3 // 4, palette().ink)


def _sentence(layout: Layout, name: str, said: Sentence, rect: pygame.Rect, *, size: int, smallest: int) -> None:
    """A sentence on a card of its person's colour."""
    layout.panel(f"{name}-ground", rect, said.person.colour, radius=26)
    ink = palette().on_accent
    pad = layout.px(36)
    inner = rects.inset(rect, pad)
    side = layout.px(200)
    at, words = rects.row(inner, (side, REST), pad)
    disc(layout, f"{name}-disc", at, said.person)
    write(
        layout,
        words,
        [WallText(id=f"{name}-text", text=said.text, colour=ink, size=size, smallest=smallest)],
        vertical="middle",
    )


def lay_out_last_picture(layout: Layout, shown: LastPicture) -> None:
    """The name on its banner, the board, every sentence in the colour of who said it, and thanks."""
    area, px = layout.rect, layout.px
    layout.add(Item(id="scene", rect=area, look=Backdrop(FEAST)))
    banner, body, foot = layout.stack(area, (px(170), REST, px(92)))
    layout.panel("banner", banner, palette().accent, radius=0)
    dark = palette().on_accent
    inner = layout.inset(banner, 44, 12)
    game, name, date = layout.row(inner, (px(330), REST, px(330)), 24)
    write_line(layout, game, WallText(id="game", text=shown.game, colour=dark, size=44))
    title = WallText(
        id="name", text=shown.name, colour=dark, face=Face.TITLE_800, size=132, smallest=54, role=Role.HEADING
    )
    write_line(layout, name, title, align="centre")
    write_line(layout, date, WallText(id="date", text=shown.date, colour=dark, size=44), align="right")
    layout.panel("people-ground", foot, palette().bar, radius=0)
    under = layout.inset(foot, 36, 6)
    lines = [WallText(id="foot", text=text, colour=palette().light_ink, size=48) for text in shown.foot]
    write_line(layout, under, next((line for line in lines if fits(layout, under, (line,))), lines[-1]), align="centre")
    inner = layout.inset(body, 36, 28)
    _board_and_sentences(layout, shown, inner)


def _board_and_sentences(layout: Layout, shown: LastPicture, area: pygame.Rect) -> None:
    """The board beside the sentences, smaller the more they say; where they still do not fit, what fits of each."""
    for part in (50, 42, 34, 28):
        left, right = layout.row(area, (area.width * part // 100, REST), 28)
        cells = _cells(layout, right, len(shown.sentences))
        if all(
            fits(layout, _words_in(layout, cell), [_said(0, sentence.text)])
            for sentence, cell in zip(shown.sentences, cells, strict=False)
        ):
            break
    lay_out_board(layout, shown.board, left)
    for index, (sentence, cell) in enumerate(zip(shown.sentences, cells, strict=False)):
        layout.panel(f"sentence-ground-{index}", cell, sentence.person.colour, radius=22)
        at = layout.row(layout.inset(cell, 14, 6), (layout.px(86), REST))[0]
        disc(layout, f"sentence-disc-{index}", at, sentence.person)
        words = _words_in(layout, cell)
        write_line(layout, words, _said(index, sentence.text))
    last = cells[len(shown.sentences)]
    layout.panel("thanks-ground", last, palette().bar, radius=22)
    thanks = WallText(
        id="thanks", text=shown.thanks, colour=palette().accent, face=Face.TITLE_800, size=104, smallest=54
    )
    write_line(layout, layout.inset(last, 20), thanks, align="centre")


def _cells(layout: Layout, area: pygame.Rect, count: int) -> list[pygame.Rect]:
    """Where so many sentences are, then the thanks: beside the last sentence, or in a lower row of their own."""
    columns = 1 if count <= 2 else 2
    gap = layout.px(18)
    rows = -(-count // columns)
    has_own_row = count % columns == 0
    thanks = layout.px(104) if has_own_row else 0
    high = (area.height - thanks - gap * (rows - 1 + has_own_row)) // max(1, rows)
    cells = rects.grid(area, count + (not has_own_row), columns, high, gap)
    if has_own_row:
        cells.append(pygame.Rect(area.left, area.bottom - thanks, area.width, thanks))
    return cells


def _words_in(layout: Layout, cell: pygame.Rect) -> pygame.Rect:
    inner = layout.inset(cell, 14, 6)
    return layout.row(inner, (layout.px(86), REST), 12)[1]


def _said(index: int, text: str) -> WallText:
    return WallText(id=f"sentence-{index}", text=text, colour=palette().on_accent, size=56, smallest=SMALLEST)


def _with_clock(layout: Layout, area: pygame.Rect, time: Time | None, *, high: int = 0) -> pygame.Rect:
    """What is left of a rectangle beside the clock, which lies at its left, or above it where it is `high`."""
    if time is None:
        return area
    if high:
        ring, rest = layout.stack(area, (high, REST), 16)
    else:
        ring, rest = layout.row(area, (area.height, REST), 28)
    clock(layout, ring, time)
    return rest
