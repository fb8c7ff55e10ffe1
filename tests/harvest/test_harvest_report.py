"""The report as blocks: each format writes all of them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from harvests import a_box, a_long_session, a_session, an_empty_session, harvested, read_back, with_pictures
from html_pages import PNG, ParsedPage

from enacting.engine.board import Box
from enacting.engine.cards import Source
from enacting.harvest.blocks import (
    Average,
    BoardPicture,
    Cell,
    Colophon,
    CoverPage,
    DataTable,
    Fact,
    Figure,
    LinkTable,
    Paragraph,
    Picture,
    PictureCredits,
    RatingPlot,
    Report,
    Section,
    Shift,
    SourceTable,
    WritingLines,
    as_text,
)
from enacting.harvest.gathering import Harvest
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.report import report_of
from enacting.language.words import words_in

NOT_READ = {"anchor", "colour", "shape", "name", "language", "url", "drawing", "content"}
"""Fields that are no text to be read."""

ONLY_ON_A_PAGE = {
    (Report, "page_title"), (Report, "figures"), (DataTable, "caption"), (LinkTable, "caption"),
    (SourceTable, "caption"),
    (LinkTable, "headings"),
    (Section, "board"), (Fact, "see"),
    (RatingPlot, "ends"), (RatingPlot, "legend"), (RatingPlot, "mean"), (WritingLines, "headings"),
}  # fmt: skip
ONLY_WITHOUT_DRAWINGS = {(Fact, "sentences"), (PictureCredits, "title")}


def texts_of(thing: object, left_out: set[tuple[type, str]]) -> Iterator[str]:
    """Every text of a report that is to be read, but for those of some fields."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts_of(item, left_out)
    elif is_dataclass(thing):
        for each in fields(thing):
            if each.name not in NOT_READ and (type(thing), each.name) not in left_out:
                yield from texts_of(getattr(thing, each.name), left_out)


def spaced(text: str) -> str:
    """The text with one plain space wherever there is white space."""
    return " ".join(text.split())


def a_sourced_box() -> Box:
    """A box with pictures, notes and sources on its cards."""
    box = with_pictures(a_box())
    source = Source(title="A study", year="2020", url="https://example.org/a|b")
    cards = {card: replace(each, note="Our reading.", sources=(source,)) for card, each in box.mechanisms.items()}
    return replace(box, mechanisms=cards)


def sessions() -> dict[str, Harvest]:
    game = a_session(a_sourced_box())
    pictures = {each.art.image: PNG for each in game.box.mechanisms.values()}
    return {
        "whole": harvested(game, pictures=pictures),
        "empty": harvested(an_empty_session()),
        "nine people": a_long_session(1, "fr"),
    }


@pytest.mark.parametrize("session", sessions())
def test_the_page_says_every_text_of_the_report(session: str) -> None:
    report = report_of(sessions()[session], words_in("fr"))

    seen = ParsedPage(as_html(report, words_in("fr"), with_fonts=False))

    read = spaced("".join(seen.text))
    assert [text for text in texts_of(report, ONLY_WITHOUT_DRAWINGS) if spaced(text) not in read] == []


@pytest.mark.parametrize("session", sessions())
def test_markdown_says_every_text_of_the_report_that_is_not_about_a_drawing(session: str) -> None:
    report = report_of(sessions()[session], words_in("fr"))
    sections = tuple(
        replace(each, blocks=tuple(block for block in each.blocks if not isinstance(block, BoardPicture | Picture)))
        for each in report.sections
        if each.anchor != "board"
    )

    read = spaced(read_back(as_markdown(report)))

    texts = texts_of(replace(report, sections=sections), {*ONLY_ON_A_PAGE, (Picture, "caption")})
    assert [text for text in texts if spaced(text) not in read] == []


def a_report(*blocks: Paragraph | DataTable) -> Report:
    """A report that says nothing but these blocks."""
    return Report(
        language="en",
        page_title="Report",
        cover=CoverPage(
            box_title="Box", kind="Report", title="Table", date="", duration="", system_label="None", system_name=""
        ),
        figures=(Figure("1", "person"),),
        sections=(Section("only", "Only section", blocks),),
        colophon=Colophon("About", ()),
    )


def test_markdown_escapes_whatever_stands_in_a_cell() -> None:
    table = DataTable(
        caption="",
        headings=(Cell(as_text("a|b"), detail="c|d"), Cell(as_text("mean")), Cell(as_text("moved"))),
        rows=(
            (
                Cell(as_text("*x*"), detail="<b>"),
                Average(value=2.0, highest=5, text="2.0|", is_latest=True),
                Shift(0.5, "+0.5"),
            ),
        ),
    )

    text = as_markdown(a_report(table))

    assert r"| a\|b (c\|d) | mean | moved |" in text
    assert r"| \*x\* (\<b\>) | 2.0\| | +0.5 |" in text


def test_a_section_that_holds_only_a_drawing_is_not_in_markdown() -> None:
    board = BoardPicture(drawing=PNG, description="The board", is_tall=False, caption="Below:", see=())
    report = replace(a_report(), sections=(Section("board", "The board", (board,)),))

    assert "The board" not in as_markdown(report)
