"""The pages of a box as PDF files: each card is an image of 300 dots per inch whose text screen readers can read."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pygame

from enacting.engine.cards import Card
from enacting.sheets.board import BOARD_HEIGHT_MM, BOARD_WIDTH_MM, draw_board
from enacting.sheets.decks import DrawnBox
from enacting.sheets.paper import PAPER_HEIGHT, PAPER_WIDTH, Page, cut_marks, pages_of
from enacting.system.paths import assets_folder
from enacting.system.whole_files import write_whole
from enacting.ui.faces.printing import BORDER_MM, HEIGHT_MM, WIDTH_MM, print_back, print_face
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.graphics.theme import Scale


def write_pages(drawn: DrawnBox, folder: Path) -> tuple[Path, ...]:
    """Write the cards and the board of the box to that folder; two files, because the board needs larger paper."""
    name = f"{drawn.box.description.id}-{drawn.box.language}"
    cards, board = folder / f"{name}.pdf", folder / f"{name}-board.pdf"
    write_whole(cards, cards_pdf(drawn))
    write_whole(board, board_pdf(drawn))
    return cards, board


def cards_pdf(drawn: DrawnBox) -> bytes:
    """Every card of the box, four to a page of A4, with their backs on every second page."""
    decks = drawn.decks()
    scenes: dict[str, float] = {}
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for deck, cards in decks.items():
            _save(print_back(deck.value), folder / f"{deck}.png")
            for card in cards:
                face = print_face(card, drawn.look(card, Scale()))
                _save(face.surface, folder / f"{deck}-{card.id}.png")
                if face.scene is not None:
                    (folder / f"{card.id}.svg").write_text(face.scene.svg, encoding="utf-8")
                    scenes[card.id] = face.scene.height_mm
        pages = [_page(drawn, page, scenes) for page in pages_of(decks)]
        return _compiled(folder, drawn, pages, PAPER_WIDTH, PAPER_HEIGHT)


def board_pdf(drawn: DrawnBox) -> bytes:
    """The board on a page of A3 in landscape."""
    alt = drawn.words("card.board_alt", count=len(drawn.box.board.seats))
    board = {
        "file": "board.png",
        "x": 0,
        "y": 0,
        "width": BOARD_WIDTH_MM,
        "height": BOARD_HEIGHT_MM,
        "alt": alt,
        "scene": [],
    }
    with TemporaryDirectory() as temporary:
        _save(draw_board(drawn), Path(temporary) / "board.png")
        return _compiled(Path(temporary), drawn, [{"marks": [], "cards": [board]}], BOARD_WIDTH_MM, BOARD_HEIGHT_MM)


def _page(drawn: DrawnBox, page: Page, scenes: Mapping[str, float]) -> Mapping[str, Any]:
    """The data of a page for the template; `scenes` gives the height in millimetres of the scene of each card."""
    back = drawn.words("card.back_alt", deck=drawn.words(f"card.deck.{page.deck}"))
    return {
        "marks": [] if page.backs else cut_marks(),
        "cards": [
            {
                "file": f"{page.deck}.png" if page.backs else f"{page.deck}-{card.id}.png",
                "x": left,
                "y": top,
                "width": WIDTH_MM,
                "height": HEIGHT_MM,
                "alt": back if page.backs else spoken_whole(card, drawn.box, drawn.words),
                "scene": [] if page.backs else _scene(card, scenes),
            }
            for card, left, top in page.positions()
        ],
    }


def _scene(card: Card, scenes: Mapping[str, float]) -> list[Mapping[str, Any]]:
    """The scene that lies below the face of a card, if it has one."""
    if card.id not in scenes:
        return []
    width = WIDTH_MM - 2 * BORDER_MM
    return [{"file": f"{card.id}.svg", "inset": BORDER_MM, "width": width, "height": scenes[card.id]}]


def _save(image: pygame.Surface, file: Path) -> None:
    pygame.image.save(image, file)


def _compiled(
    folder: Path, drawn: DrawnBox, pages: list[Mapping[str, Any]], width_mm: float, height_mm: float
) -> bytes:
    # Imported here: it is large, and only printing needs it.
    import typst

    title, language = drawn.box.description.title, drawn.box.language
    data = {"title": title, "language": language, "width": width_mm, "height": height_mm, "pages": pages}
    template = folder / "pages.typ"
    template.write_bytes((assets_folder() / "print" / "pages.typ").read_bytes())
    pdf = typst.compile(
        template,
        root=folder,
        ignore_system_fonts=True,
        sys_inputs={"pages": json.dumps(data)},
        pdf_standards=["ua-1"],
    )
    assert isinstance(pdf, bytes)
    return pdf
