"""A report as Markdown, to be pasted, edited and mailed; it says what the web page says.

Law: no text of a card or of a person is read as Markdown or as HTML, however it is written.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from enacting.harvest.blocks import (
    Average,
    Bar,
    Block,
    BoardPicture,
    Bullets,
    Card,
    CardGroup,
    Cell,
    Colophon,
    Count,
    CoverPage,
    DataTable,
    EntryList,
    Fact,
    Heading,
    LinkRow,
    LinkTable,
    ListEntry,
    Paragraph,
    Picture,
    PictureCredits,
    Question,
    Quotation,
    Quotations,
    RatingPlot,
    Report,
    Section,
    Shift,
    SourceRow,
    SourceTable,
    TableCell,
    Text,
    Tone,
    WebSource,
    WritingLines,
    plain,
)
from enacting.language.characters import writable

SEPARATOR = " · "

_SECTION_LEVEL: Final = 2
_CARD_LEVEL: Final = 4
_SPECIAL = re.compile(r"([\\`*_\[\]{}<>&|~#!$^])")
_AT_START = re.compile(r"(?m)^(\d+(?=[.)])|(?=[-+=:]))")


def as_markdown(report: Report) -> str:
    """The report as one Markdown text."""
    sections = (paragraph for section in report.sections for paragraph in _section(section))
    return "\n\n".join([*_cover(report.cover), *sections, *_colophon(report.colophon)]) + "\n"


def escaped(text: str) -> str:
    """Text that means in Markdown what it says; line breaks stay line breaks."""
    text = writable(text).replace("\t", " ")
    text = _SPECIAL.sub(r"\\\1", "\n".join(line.strip(" ") for line in text.split("\n")))
    return _AT_START.sub(r"\1\\", text)


def _cover(cover: CoverPage) -> list[str]:
    about = (cover.box_title, cover.kind, cover.date, cover.duration)
    system = _labelled(cover.system_label, _line(cover.system_name)) if cover.system_name else _line(cover.system_label)
    facts = [_labelled(label, _text(text)) for label, text in cover.about]
    title = [f"# {_line(cover.title)}", SEPARATOR.join(escaped(part) for part in about if part), system]
    return [*title, *([_list(facts)] if facts else [])]


def _colophon(colophon: Colophon) -> list[str]:
    return [_title(_SECTION_LEVEL, colophon.title), *(escaped(plain(paragraph)) for paragraph in colophon.paragraphs)]


def _section(section: Section) -> list[str]:
    """The section with its title; nothing when nothing of it can be written as text."""
    written = [paragraph for block in section.blocks for paragraph in _block(block, _SECTION_LEVEL)]
    return [_title(_SECTION_LEVEL, section.title), *written] if written else []


# Blocks


def _block(block: Block, level: int) -> list[str]:
    """A block that stands under a heading of that level, in paragraphs."""
    match block:
        case Paragraph():
            text = escaped(_sentences(block.sentences))
            return [f"**{text}**" if block.tone is Tone.NOTICE else text]
        case Heading():
            return [_title(level + 1, plain(block.text))]
        case Question():
            return [_labelled(block.label, _line(block.text))]
        case Bullets():
            return [_list(_line(item) for item in block.items)]
        case Quotations():
            return [_quotation(each) for each in block.items]
        case EntryList():
            return [paragraph for entry in block.items for paragraph in _entry(entry)]
        case DataTable():
            return [_table(block.headings, [[_cell(cell) for cell in row] for row in block.rows])]
        case RatingPlot():
            return _spreads(block)
        case WritingLines():
            return []
        case LinkTable():
            return [_list(_link(link) for link in block.links)]
        case SourceTable():
            return [_table(block.headings, [_source_row(row) for row in block.rows])]
        case CardGroup():
            title = [_title(level + 1, block.title), f"*{_text(block.subtitle)}*"]
            title.extend([escaped(block.text)] if block.text else [])
            return title + [paragraph for card in block.cards for paragraph in _card(card)]
        case Picture() | BoardPicture():
            return []  # Both say nothing that is not written elsewhere.
        case PictureCredits():
            lines = _list(f"{_line(title)} — {_line(credit)}" for title, credit in block.credits)
            return [f"**{_line(block.title)}**", lines]
        case _:
            assert_never(block)


def _spreads(plot: RatingPlot) -> list[str]:
    """How many people gave each mark; the means are in the table before."""
    lines = [
        f"**{_line(row.title)}** — {' '.join(_line(moment.spread) for moment in row.moments)}"
        for row in plot.rows
        if any(moment.spread for moment in row.moments)
    ]
    return [_list(lines)] if lines else []


def _card(card: Card) -> list[str]:
    return [
        _title(_CARD_LEVEL, card.title),
        *([f"*{_line(card.place_and_year)}*"] if card.place_and_year else []),
        *([escaped(card.text)] if card.text else []),
        _list(_fact(fact) for fact in card.facts),
        *(paragraph for block in card.blocks for paragraph in _block(block, _CARD_LEVEL)),
    ]


def _link(link: LinkRow) -> str:
    return f"{_line(link.source)} **{_text(link.label)}** → {_line(link.target)}"


def _fact(fact: Fact) -> str:
    return _labelled(fact.label, _line(_sentences(fact.sentences)))


def _entry(entry: ListEntry) -> list[str]:
    where = f" ({_line(entry.place_and_year)})" if entry.place_and_year else ""
    said = [" ".join(_text(each) for each in entry.sentences)] if entry.sentences else []
    return [f"**{_line(entry.title)}**{where}", *said, *(_quotation(each) for each in entry.quotations)]


def _quotation(quotation: Quotation) -> str:
    """A quotation with, under it, who said it."""
    by = SEPARATOR.join(_text(each) for each in quotation.attribution)
    lines = [*escaped(plain(quotation.text)).split("\n"), *([f"— {by}"] if by else [])]
    return "\n".join(f"> {line}\\" for line in lines).rstrip("\\")


# Tables


def _table(headings: Iterable[Cell], rows: Iterable[Sequence[str]]) -> str:
    titles = [_cell(heading) for heading in headings]
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, ["---"] * len(titles), *rows))


def _cell(cell: TableCell) -> str:
    match cell:
        case Cell():
            return f"{_text(cell.text)} ({_line(cell.detail)})" if cell.detail else _text(cell.text)
        case Average() | Shift():
            return _SPECIAL.sub(r"\\\1", cell.text)  # A sign at the start of a cell begins no list.
        case Bar():
            return f"{_line(cell.text)} — {_line(cell.detail)}" if cell.detail else _line(cell.text)
        case Count():
            return str(cell.value)
        case _:
            assert_never(cell)


def _source_row(row: SourceRow) -> list[str]:
    return [
        f"**{_line(row.title)}** — {_line(row.about)}",
        f"{_line(row.confidence)}. {_line(row.note)}" if row.note else _line(row.confidence),
        SEPARATOR.join(_source(source) for source in row.sources) or _line(row.absence),
    ]


def _source(source: WebSource) -> str:
    """A source; only web addresses become links."""
    if not source.url.startswith(("https://", "http://")) or re.search(r"[\s<>\\]", source.url):
        return _line(source.text)
    return f"[{_line(source.text or source.url)}](<{source.url.replace('|', '%7C')}>)"


# Texts


def _title(level: int, text: str) -> str:
    return f"{'#' * level} {_line(text)}"


def _labelled(label: str, text: str) -> str:
    return f"**{_line(label)}** — {text}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _sentences(sentences: Iterable[Text]) -> str:
    return " ".join(plain(sentence) for sentence in sentences)


def _text(text: Text) -> str:
    return _line(plain(text))


def _line(text: str) -> str:
    """Escaped text on one line."""
    return " ".join(escaped(text).split("\n"))
