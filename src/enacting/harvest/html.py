"""A report as one web page that needs nothing else: no script, no network, readable by everybody and on paper.

Law: every text goes through `markup`, which escapes it; headings follow one another without a gap; every table has a
caption and headers; a drawing says nothing that is not also written.
"""

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
    Figure,
    Heading,
    Icon,
    LinkTable,
    ListEntry,
    Mark,
    Paragraph,
    Picture,
    PictureCredits,
    PostureShape,
    Question,
    Quotation,
    Quotations,
    RatingPlot,
    Reference,
    Report,
    Section,
    Shift,
    SourceRow,
    SourceTable,
    TableCell,
    Tag,
    Text,
    Tone,
    WebSource,
    WritingLines,
    quoted,
)
from enacting.harvest.markup import Html, tag, together
from enacting.harvest.plots import rating_plot
from enacting.harvest.style import COLOURS, STYLE, font_faces, letter_faces
from enacting.harvest.svg_marks import INK, colour_or_ink, data_address, icon, posture_mark, small_mark
from enacting.language.words import Words

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
NOTHING = Html("")
SEPARATOR = " · "

_SECTION_LEVEL: Final = 2
_CARD_LEVEL: Final = 4
_TONES: Final = {
    Tone.LEAD: "lead prose",
    Tone.PROSE: "prose",
    Tone.FACT: None,
    Tone.ABSENCE: "quiet",
    Tone.NOTICE: "question",
}


def as_html(report: Report, words: Words, *, with_fonts: bool = True) -> str:
    """The report as one HTML file; `words` are for what only a page says ("Contents").

    `with_fonts` puts the fonts of the game in the file, 250 kB; without them it is read in the system's own.
    """
    body = tag("body", _skip(words), _cover(report.cover), _content(report, words), _footer(report.colophon))
    fonts = font_faces() + letter_faces(report.fonts, str(body)) if with_fonts else ""
    page = tag("html", _head(report, fonts), body, lang=report.language)
    return f"<!DOCTYPE html>\n{page}\n"


def _head(report: Report, fonts: str) -> Html:
    # The style is ours alone and holds no text of a session, so it goes in as it is.
    style = Html(fonts + STYLE)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", report.page_title),
        tag("style", style),
    )


# Around the sections


def _skip(words: Words) -> Html:
    return tag("a", words("harvest.skip"), class_="skip", href="#content")


def _cover(cover: CoverPage) -> Html:
    logo = tag("polygon", points="12,1 21.5,6.5 21.5,17.5 12,23 2.5,17.5 2.5,6.5", fill=COLOURS["accent"])
    when = SEPARATOR.join(part for part in (cover.date, cover.duration) if part)
    inner = tag(
        "div",
        tag("p", small_mark(logo), tag("span", f"{cover.box_title}{SEPARATOR}{cover.kind}"), class_="kind"),
        tag("h1", _text(quoted(cover.title))),
        tag("p", when, class_="when") if when else NOTHING,
        tag("p", cover.system_label, class_="named"),
        tag("p", _text(quoted(cover.system_name)), class_="system") if cover.system_name else NOTHING,
        tag("dl", *(together(tag("dt", label), tag("dd", _text(text))) for label, text in cover.about), class_="about"),
        class_="inner",
    )
    return tag("header", inner, class_="cover", role="banner")


def _content(report: Report, words: Words) -> Html:
    sections = (_section(section, words) for section in report.sections)
    main = tag("main", _figures(report.figures), _contents(report.sections, words), *sections, id="content")
    return tag("div", main, class_="inner")


def _figures(figures: Iterable[Figure]) -> Html:
    items = (tag("li", tag("b", figure.number), " ", figure.label) for figure in figures)
    return tag("ul", *items, class_="figures")


def _contents(sections: Iterable[Section], words: Words) -> Html:
    links = (tag("li", _reference(Reference(section.title, section.anchor))) for section in sections)
    title = tag("h2", words("harvest.contents"), id="contents")
    return tag("nav", title, tag("ul", *links), aria_labelledby="contents")


def _footer(colophon: Colophon) -> Html:
    paragraphs = (tag("p", _text(paragraph)) for paragraph in colophon.paragraphs)
    inner = tag("div", tag("h2", colophon.title), *paragraphs, class_="inner")
    return tag("footer", inner, role="contentinfo")


def _section(section: Section, words: Words) -> Html:
    board = next((block for block in section.blocks if isinstance(block, BoardPicture)), None)
    kind = "part" if board is None else "part board-page tall" if board.is_tall else "part board-page"
    return tag(
        "section",
        tag("h2", section.title, id=f"{section.anchor}-title"),
        *(_block(block, words, _SECTION_LEVEL) for block in section.blocks),
        id=section.anchor,
        class_=kind,
        aria_labelledby=f"{section.anchor}-title",
    )


# Blocks


def _block(block: Block, words: Words, level: int) -> Html:
    """A block that stands under a heading of that level."""
    match block:
        case Paragraph():
            return tag("p", _sentences(block.sentences), class_=_TONES[block.tone])
        case Heading():
            return tag(f"h{level + 1}", _text(block.text))
        case Question():
            return tag("div", tag("b", block.label), tag("p", block.text), class_="question")
        case Bullets():
            return tag("ul", *(tag("li", item) for item in block.items), class_="plain columns")
        case Quotations():
            return _prominent_quotations(block) if block.is_prominent else _quotations(block.items)
        case EntryList():
            return tag("ul", *(_entry(entry) for entry in block.items), class_="plain")
        case DataTable():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return _table(block.caption, block.headings, rows)
        case RatingPlot():
            return rating_plot(block)
        case WritingLines():
            return _writing_lines(block)
        case LinkTable():
            links = [[together(link.source), _text(link.label), together(link.target)] for link in block.links]
            return _table(block.caption, block.headings, links)
        case SourceTable():
            return _table(block.caption, block.headings, [_source_row(row) for row in block.rows])
        case CardGroup():
            return _card_group(block, words)
        case Picture():
            return _picture(block)
        case PictureCredits():
            return NOTHING  # Each picture has its own under it.
        case BoardPicture():
            return _board(block, words)
        case _:
            assert_never(block)


def _writing_lines(lines: WritingLines) -> Html:
    """Rows to write in by hand, which only paper has."""
    rows = [lines.headings, *([("",) * len(lines.headings)] * lines.count)]
    cells = (tag("span", text) for row in rows for text in row)
    return tag("div", *cells, class_="by-hand", aria_hidden="true", style=f"--columns:{len(lines.headings)}")


def _board(board: BoardPicture, words: Words) -> Html:
    if isinstance(board.drawing, bytes):
        drawing = tag("img", src=data_address(board.drawing), alt=board.description)
    else:
        drawing = board.drawing
    scrolled = tag("div", drawing, class_="picture", tabindex="0", role="region", aria_label=words("harvest.scroll"))
    links = _joined(_reference(reference) for reference in board.see)
    return tag("figure", scrolled, tag("figcaption", board.caption, " ", links, "."))


def _card_group(group: CardGroup, words: Words) -> Html:
    return tag(
        "div",
        tag("h3", _mark(group.mark, 32), group.title),
        tag("p", _text(group.subtitle), class_="quiet"),
        tag("p", group.text, class_="prose") if group.text else NOTHING,
        tag("div", *(_card(card, words) for card in group.cards), class_="cards"),
        class_="posture",
    )


def _card(card: Card, words: Words) -> Html:
    return tag(
        "article",
        _picture(card.picture) if card.picture is not None else NOTHING,
        tag("h4", card.title),
        tag("p", card.place_and_year, class_="where") if card.place_and_year else NOTHING,
        tag("p", card.text) if card.text else NOTHING,
        tag("dl", *(together(tag("dt", fact.label), tag("dd", _fact(fact))) for fact in card.facts)),
        *(_block(block, words, _CARD_LEVEL) for block in card.blocks),
        class_="proposal",
        style=f"--posture:{colour_or_ink(card.colour)}",
    )


def _fact(fact: Fact) -> Html:
    if fact.tags:
        content = together(*(together(_tag(each), " ") for each in fact.tags))
    elif len(fact.sentences) == 1:
        content = _text(fact.sentences[0])
    else:
        content = together(*(tag("p", _text(sentence)) for sentence in fact.sentences))
    return content if fact.see is None else together(content, SEPARATOR, _reference(fact.see))


def _tag(tagged: Tag) -> Html:
    return tag("span", _mark(tagged.mark), tagged.title, class_="answer")


def _picture(picture: Picture) -> Html:
    drawn = tag("img", src=data_address(picture.content), alt="")
    caption = tag("figcaption", picture.caption) if picture.caption else NOTHING
    return tag("figure", drawn, caption, class_="own")


def _entry(entry: ListEntry) -> Html:
    return tag(
        "li",
        tag("b", entry.title),
        tag("span", f" {entry.place_and_year}", class_="quiet") if entry.place_and_year else NOTHING,
        tag("p", _sentences(entry.sentences)) if entry.sentences else NOTHING,
        _quotations(entry.quotations) if entry.quotations else NOTHING,
    )


def _quotations(quotations: Iterable[Quotation]) -> Html:
    return tag("ul", *(_quotation(each) for each in quotations), class_="said")


def _prominent_quotations(quotations: Quotations) -> Html:
    return tag("ul", *(_quotation(each) for each in quotations.items), class_="takeaways")


def _quotation(quotation: Quotation) -> Html:
    by = _joined(_text(each) for each in quotation.attribution)
    return tag("li", tag("blockquote", _text(quotation.text)), tag("span", by, class_="by") if by else NOTHING)


# Tables


def _table(caption: str, headings: Iterable[Cell], rows: Iterable[Sequence[Html]]) -> Html:
    head = tag("tr", *(tag("th", _heading(cell), scope="col") for cell in headings))
    body = (tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in rows)
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))
    # Where it is wider than the window, the keys scroll it.
    return tag("div", whole, class_="scroll", tabindex="0", role="group", aria_label=caption)


def _heading(cell: Cell) -> Html:
    return together(_text(cell.text), tag("br"), tag("small", cell.detail)) if cell.detail else _text(cell.text)


def _cell(cell: TableCell) -> Html:
    match cell:
        case Cell():
            text = _text(cell.text)
            marked = tag("span", _mark(cell.mark), text, class_="named-row") if cell.mark is not None else text
            return together(marked, _detail(cell.detail))
        case Average():
            return together(
                cell.text, _bar(cell.value / cell.highest, COLOURS["after" if cell.is_latest else "before"])
            )
        case Bar():
            bar = _bar(cell.value / max(cell.whole, 1), COLOURS["before"])
            return together(cell.text, bar, _detail(cell.detail))
        case Shift():
            return tag("b", cell.text)
        case Count():
            return together(_squares(cell), str(cell.value))
        case _:
            assert_never(cell)


def _source_row(row: SourceRow) -> list[Html]:
    sources = tag("ul", *(tag("li", _source(source)) for source in row.sources))
    return [
        together(tag("span", row.title, id=row.anchor), _detail(row.about)),
        together(row.confidence, _detail(row.note)),
        sources if row.sources else tag("p", row.absence),
    ]


def _source(source: WebSource) -> Html:
    """A source; only web addresses become links."""
    if not source.url.startswith(("https://", "http://")):
        return together(source.text)
    return tag("a", source.text or source.url, href=source.url, rel="noreferrer")


def _detail(text: str) -> Html:
    return tag("small", text, class_="origin") if text else NOTHING


def _bar(share: float, fill: str) -> Html:
    ground = tag("rect", width="100", height="10", rx="3", fill=COLOURS["track"])
    part = max(0.0, min(1.0, share))
    bar = tag("rect", width=f"{100 * part:.1f}", height="10", rx="3", fill=fill)
    return tag("svg", ground, bar, class_="bar", viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")


def _squares(count: Count) -> Html:
    """One small square for each, as on the screen of the game."""
    if not count.value:
        return NOTHING
    fill, width = colour_or_ink(count.colour), count.value * 14
    squares = (
        tag("rect", x=str(place * 14), width="11", height="16", rx="3", fill=fill) for place in range(count.value)
    )
    drawn = tag("svg", *squares, width=width, height=16, viewBox=f"0 0 {width} 16", aria_hidden="true")
    return tag("span", drawn, class_="pips")


# Texts


def _text(text: Text) -> Html:
    """A text; what people or cards wrote is kept from turning the text around it to its own direction."""
    return together(*(tag("bdi", span.text) if span.is_quoted else span.text for span in text))


def _sentences(sentences: Iterable[Text]) -> Html:
    return _joined((_text(sentence) for sentence in sentences), " ")


def _joined(pieces: Iterable[Html], separator: str = SEPARATOR) -> Html:
    return Html(separator.join(pieces))


def _reference(reference: Reference) -> Html:
    return tag("a", reference.text, href=f"#{reference.anchor}")


def _mark(mark: Mark, side: int = 24) -> Html:
    """A mark beside words that say the same."""
    match mark:
        case Icon():
            return small_mark(icon(mark.name, INK, side), side)
        case PostureShape():
            return small_mark(posture_mark(mark.shape, mark.colour, side), side)
        case _:
            assert_never(mark)
