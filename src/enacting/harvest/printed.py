"""A report as what `assets/typst/report.typ` sets in type: on pages to read, or on one page to pin on a wall.

Law: the template gets every text as data, and writes each block as the other formats do.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, assert_never

from enacting.box.picture_formats import UnfitPicture, plain_picture
from enacting.harvest.blocks import (
    Average,
    Bar,
    Block,
    BoardPicture,
    Bullets,
    Card,
    CardGroup,
    Cell,
    Count,
    CoverPage,
    DataTable,
    EntryList,
    Fact,
    Heading,
    Icon,
    LinkTable,
    ListEntry,
    Mark,
    Paragraph,
    Picture,
    PictureCredits,
    PlotRow,
    PostureShape,
    Question,
    Quotation,
    Quotations,
    RatingPlot,
    Report,
    Shift,
    SourceRow,
    SourceTable,
    TableCell,
    WebSource,
    WritingLines,
    plain,
)
from enacting.harvest.markup import Html, tag
from enacting.harvest.svg_marks import colour_or_ink, data_address, posture_mark
from enacting.language.words import Words
from enacting.system.paths import assets_folder
from enacting.typesetting import Document

SVG: Final = "http://www.w3.org/2000/svg"
SEPARATOR: Final = " · "

MAX_PICTURES: Final = 12
"""How many cards are printed with their pictures: more would make a file too heavy to be mailed."""

Data = Mapping[str, Any]


class PaperSize(StrEnum):
    """The sheets that printers have."""

    A4 = "a4"
    LETTER = "us-letter"


def as_document(
    report: Report, words: Words, *, paper: PaperSize = PaperSize.A4, is_one_page: bool = False
) -> Document:
    """The report as a document to be typeset, whole or on one page; `words` are for what only paper says."""
    cards = [card for section in report.sections for card in _cards_in(section.blocks)]
    data = {
        "language": report.language,
        "paper": paper,
        "one_page": is_one_page,
        "sheet": None,
        "pictured": len(cards) <= MAX_PICTURES,
        "title": report.page_title,
        "page_of": words("harvest.printed.page", number="{number}", count="{count}"),
        "cover": _cover(report.cover),
        "figures": [{"number": figure.number, "label": figure.label} for figure in report.figures],
        "sections": [
            {
                "anchor": section.anchor,
                "title": section.title,
                "blocks": [_block(block) for block in section.blocks if not isinstance(block, PictureCredits)],
            }
            for section in report.sections
        ],
        "colophon": {
            "title": report.colophon.title,
            "paragraphs": [plain(paragraph) for paragraph in report.colophon.paragraphs],
        },
    }
    return Document("report.typ", data, report.fonts)


def as_picture(report: Report, words: Words, *, width_mm: float, height_mm: float) -> Document:
    """The report of several sessions at one look, on a sheet of that size."""
    sheet = {"width": width_mm, "height": height_mm}
    return Document("report.typ", {**as_document(report, words).data, "sheet": sheet})


def _cards_in(blocks: Iterable[Block]) -> Iterable[Card]:
    return (card for block in blocks if isinstance(block, CardGroup) for card in block.cards)


def _cover(cover: CoverPage) -> Data:
    return {
        "kind": cover.kind,
        "box": cover.box_title,
        "title": cover.title,
        "when": SEPARATOR.join(part for part in (cover.date, cover.duration) if part),
        "system_label": cover.system_label,
        "system": cover.system_name,
        "about": [{"label": label, "text": plain(text)} for label, text in cover.about],
    }


def _block(block: Block) -> Data:
    match block:
        case Paragraph():
            text = " ".join(map(plain, block.sentences))
            return {"kind": "paragraph", "text": text, "tone": block.tone.value}
        case Heading():
            return {"kind": "heading", "text": plain(block.text)}
        case Question():
            return {"kind": "question", "label": block.label, "text": block.text}
        case Bullets():
            return {"kind": "bullets", "items": list(block.items)}
        case Quotations():
            return {"kind": "quotations", "items": _said(block.items), "prominent": block.is_prominent}
        case EntryList():
            return {"kind": "entries", "items": [_entry(entry) for entry in block.items]}
        case DataTable():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return _table(block.caption, block.headings, rows)
        case LinkTable():
            links = [
                [_text_cell(link.source), _cell(Cell(link.label)), _text_cell(link.target)] for link in block.links
            ]
            return _table(block.caption, block.headings, links)
        case RatingPlot():
            return _plot(block)
        case WritingLines():
            return {"kind": "lines", "headings": list(block.headings), "count": block.count}
        case SourceTable():
            return {"kind": "sources", "rows": [_source_row(row) for row in block.rows]}
        case CardGroup():
            return _card_group(block)
        case Picture():
            return {"kind": "picture", "svg": _svg(block.content), "caption": block.caption}
        case PictureCredits():
            return {"kind": "paragraph", "text": "", "tone": "fact"}  # Each picture has its own under it.
        case BoardPicture():
            drawing = block.drawing if isinstance(block.drawing, Html) else _svg(block.drawing)
            return {"kind": "board", "svg": drawing, "description": block.description, "tall": block.is_tall}
        case _:
            assert_never(block)


def _card_group(group: CardGroup) -> Data:
    return {
        "kind": "cards",
        "title": group.title,
        "mark": _mark(group.mark),
        "colour": colour_or_ink(group.mark.colour) if isinstance(group.mark, PostureShape) else colour_or_ink(""),
        "subtitle": plain(group.subtitle),
        "text": group.text,
        "cards": [_card(card) for card in group.cards],
    }


def _card(card: Card) -> Data:
    return {
        "title": card.title,
        "icon": _mark(card.icon)["icon"],
        "where": card.place_and_year,
        "text": card.text,
        "picture": _svg(card.picture.content) if card.picture is not None else "",
        "credit": card.picture.caption if card.picture is not None else "",
        "colour": colour_or_ink(card.colour),
        "facts": [_fact(fact) for fact in card.facts],
        "blocks": [_block(block) for block in card.blocks],
    }


def _fact(fact: Fact) -> Data:
    return {
        "label": fact.label,
        "sentences": [plain(sentence) for sentence in fact.sentences],
        "tags": [{"mark": _mark(each.mark), "title": each.title} for each in fact.tags],
        "see": fact.see.anchor if fact.see is not None else "",
    }


def _entry(entry: ListEntry) -> Data:
    return {
        "title": entry.title,
        "where": entry.place_and_year,
        "text": " ".join(map(plain, entry.sentences)),
        "said": _said(entry.quotations),
    }


def _said(quotations: Iterable[Quotation]) -> list[Data]:
    return [{"text": plain(each.text), "by": SEPARATOR.join(map(plain, each.attribution))} for each in quotations]


# Tables and plots


def _table(caption: str, headings: Iterable[Cell], rows: list[list[Data]]) -> Data:
    return {
        "kind": "table",
        "caption": caption,
        "headings": [_cell(each) for each in headings],
        "rows": rows,
    }


def _cell(cell: TableCell) -> Data:
    match cell:
        case Cell():
            mark = _mark(cell.mark) if cell.mark is not None else None
            return {"kind": "text", "text": plain(cell.text), "mark": mark, "detail": cell.detail}
        case Average():
            share = max(0.0, min(1.0, cell.value / cell.highest))
            return {"kind": "average", "text": cell.text, "share": share, "detail": ""}
        case Bar():
            share = min(1.0, cell.value / max(cell.whole, 1))
            return {"kind": "average", "text": cell.text, "share": share, "detail": cell.detail}
        case Shift():
            return {"kind": "change", "text": cell.text}
        case Count():
            return {"kind": "count", "value": cell.value, "colour": colour_or_ink(cell.colour)}
        case _:
            assert_never(cell)


def _text_cell(text: str) -> Data:
    return {"kind": "text", "text": text, "mark": None, "detail": ""}


def _plot(plot: RatingPlot) -> Data:
    return {
        "kind": "plot",
        "lowest": plot.lowest,
        "highest": plot.highest,
        "ends": list(plot.ends),
        "moments": list(plot.moments),
        "legend": plot.legend,
        "mean": plot.mean,
        "rows": [_plot_row(row) for row in plot.rows],
    }


def _plot_row(row: PlotRow) -> Data:
    moments = [
        {"average": moment.average, "text": moment.text, "counts": list(moment.counts)} for moment in row.moments
    ]
    said = SEPARATOR.join(moment.spread or moment.text for moment in row.moments)
    return {"title": row.title, "mark": _mark(row.mark), "moments": moments, "said": said}


def _source_row(row: SourceRow) -> Data:
    return {
        "anchor": row.anchor,
        "title": row.title,
        "about": row.about,
        "confidence": row.confidence,
        "note": row.note,
        "sources": [_source(source) for source in row.sources],
        "absence": row.absence,
    }


def _source(source: WebSource) -> Data:
    is_address = source.url.startswith(("https://", "http://"))
    return {"text": source.text or source.url, "url": source.url if is_address else ""}


# Drawings


def _mark(mark: Mark) -> Data:
    """One of our icons by its path in the assets, or the shape of a posture as SVG."""
    match mark:
        case Icon():
            path = f"/icons/fill/{mark.name}.svg"
            return {"icon": path if (assets_folder() / path[1:]).is_file() else "", "svg": ""}
        case PostureShape():
            drawn = posture_mark(mark.shape, mark.colour, 24)
            return {"icon": "", "svg": tag("svg", drawn, xmlns=SVG, viewBox="0 0 24 24", width=24, height=24)}
        case _:
            assert_never(mark)


def _svg(content: bytes) -> str:
    """A picture as the text of an SVG; nothing for one that is not drawn."""
    if content.startswith(b"<svg "):
        return content.decode()
    try:
        picture = plain_picture(content)
    except UnfitPicture:
        return ""
    width, height = picture.size
    image = tag("image", href=data_address(picture.content), width=width, height=height)
    return tag("svg", image, xmlns=SVG, viewBox=f"0 0 {width} {height}", width=width, height=height)
