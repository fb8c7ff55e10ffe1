"""The board of a box as a PDF file: its spaces and the place in the middle, on one sheet or on sheets to be glued."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal, mixed
from enacting.engine.board import Box, Seat
from enacting.scenes.place import LivingPlace, Quarter, cells_of, draw_place
from enacting.scenes.quarters import MOST, QuarterKind
from enacting.sheets.card_content import CRISIS, INK, Language
from enacting.sheets.choices import EDGE_MM, PAPERS, BoardPaper, PrintChoices, Size
from enacting.sheets.vector_art import TENTHS, grey, icon_svg
from enacting.typesetting import Document, Typeset, Typesetter, TypesettingStep
from enacting.typesetting.viewing import ACTUAL_SIZE

BOARD_A3: Final = Size(410, 283)
"""The board on one sheet of A3, with room for the ruler below it."""
OVERLAP_MM: Final = 10.0
"""How much of a sheet lies under the next one."""
_STRIP_MM: Final = 4.0
_SEAT_RADIUS_MM, _BORDER_MM = 4.0, 1.2


@dataclass(frozen=True, slots=True)
class BoardSheet:
    """A sheet of the board: what part of it, from the left, and whether the next sheet is glued on its right."""

    left: float
    width: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class BoardSheets:
    """How large the board is, and the sheets that it is on."""

    paper: Size
    board: Size
    tiles: tuple[BoardSheet, ...]


def board_sheets(paper: BoardPaper) -> BoardSheets:
    """The sheets of the board: one of A3, or two upright ones that overlap in the middle."""
    if paper is BoardPaper.A3:
        return BoardSheets(PAPERS["a3"].turned, BOARD_A3, (BoardSheet(0, BOARD_A3.width, is_last=True),))
    sheet = PAPERS[paper]
    widest, highest = sheet.width - 2 * EDGE_MM, sheet.height - 2 * EDGE_MM - _STRIP_MM
    scale = min((2 * widest - OVERLAP_MM) / BOARD_A3.width, highest / BOARD_A3.height)
    board = Size(BOARD_A3.width * scale, BOARD_A3.height * scale)
    half = (board.width + OVERLAP_MM) / 2
    return BoardSheets(
        sheet, board, (BoardSheet(0, half, is_last=False), BoardSheet(board.width - half, half, is_last=True))
    )


def board_pdf(
    language: Language,
    choices: PrintChoices,
    typesetter: Typesetter,
    *,
    on_step: Callable[[TypesettingStep], None] = lambda step: None,
) -> Typeset:
    """The file of the board. Raises `CannotTypeset`."""
    return typesetter.typeset(
        Document("board.typ", _data(language, choices), language.fonts),
        preferences=f"{ACTUAL_SIZE}/Duplex/Simplex",
        on_step=on_step,
    )


def _data(language: Language, choices: PrintChoices) -> Mapping[str, Any]:
    box, words = language.box, language.words
    sheets = board_sheets(choices.board)
    families = {family.id: family.title for family in box.description.posture_families}
    ground = colours.WHITE if choices.saves_ink else colours.BOARD

    def shown(text: str) -> str:
        return grey(text) if choices.grey else text

    return {
        "title": box.description.title,
        "lang": language.code,
        "width": sheets.paper.width,
        "height": sheets.paper.height,
        "edge": EDGE_MM,
        "board": {"width": sheets.board.width, "height": sheets.board.height},
        "tiles": [{"left": tile.left, "width": tile.width, "is_last": tile.is_last} for tile in sheets.tiles],
        "overlap": OVERLAP_MM,
        "alt": words("card.board_alt", count=len(box.board.seats)),
        "colours": {
            name: shown(hexadecimal(colour))
            for name, colour in {
                "ground": ground,
                "line": mixed(ground, colours.INK_SECOND, 0.35),
                "seat": mixed(ground, colours.CARD, 0.6),
                "paper": colours.CARD,
                "ink": colours.INK,
                "second": colours.INK_SECOND,
            }.items()
        },
        "radius": _SEAT_RADIUS_MM,
        "border": _BORDER_MM,
        "seats": [_rect(seat, sheets.board) | {"title": families[seat.family]} for seat in box.board.seats],
        "middle": _middle(box, sheets.board, shown),
        "scale_words": words("printing.scale"),
        "glue_words": words("printing.glue"),
        "sign": shown(icon_svg("warning", "fill", CRISIS)),
        "crisis": words("kind.crisis"),
    }


def _rect(seat: Seat, board: Size) -> dict[str, Any]:
    return {
        "x": seat.x * board.width / 100,
        "y": seat.y * board.height / 100,
        "width": seat.width * board.width / 100,
        "height": seat.height * board.height / 100,
    }


def _middle(box: Box, board: Size, shown: Callable[[str], str]) -> Mapping[str, Any]:
    """The place that the crisis strikes, alive, with the name of each quarter; a box without one has a disc there."""
    consequences = box.description.consequences
    kinds = tuple(QuarterKind)
    quarters = sorted(
        (
            (QuarterKind(consequence.quarter) if consequence.quarter else kinds[index % len(kinds)], consequence)
            for index, consequence in enumerate(consequences)
        ),
        key=lambda pair: kinds.index(pair[0]),
    )
    named = [
        {"title": consequence.title, "icon": shown(icon_svg(consequence.icon, "fill", INK)), "count": MOST}
        for _, consequence in quarters
    ]
    place = box.board.place
    if place is None:
        crisis = box.board.crisis
        side = crisis.size * board.height / 100
        left, top = crisis.x * board.width / 100 - side / 2, crisis.y * board.height / 100 - side / 2
        return {"x": left, "y": top, "width": side, "height": side, "picture": "", "quarters": named}
    size = Size(place.width * board.width / 100, place.height * board.height / 100)
    living = LivingPlace(tuple(Quarter(kind, MOST) for kind, _ in quarters))
    for said, cell in zip(named, cells_of(len(quarters), (size.width, size.height)), strict=True):
        left, top, width, height = cell.words
        said |= {"x": left, "y": top, "width": width, "height": height}
    return {
        "x": place.x * board.width / 100,
        "y": place.y * board.height / 100,
        "width": size.width,
        "height": size.height,
        "picture": shown(draw_place(living, (size.width * TENTHS, size.height * TENTHS))),
        "quarters": named,
    }
