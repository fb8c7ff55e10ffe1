"""What a report is made of, in every format: sections, paragraphs, tables, cards, quotations, pictures.

Law: frozen values that know neither sessions nor formats. A writer handles every kind of block, or mypy refuses it
(`assert_never`); what a format cannot show (a drawing in Markdown) is also there in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from enacting.harvest.markup import Html


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a sentence; `is_quoted` when people or cards wrote it, and a writer keeps it apart from ours."""

    text: str
    is_quoted: bool = False


Text = tuple[Span, ...]
"""One sentence or label."""


def as_text(text: str) -> Text:
    """The same as one span."""
    return (Span(text),)


def quoted(text: str) -> Text:
    """The same as one span that people or cards wrote."""
    return (Span(text, is_quoted=True),)


def plain(text: Iterable[Span]) -> str:
    """The text as one string."""
    return "".join(span.text for span in text)


# Marks: small drawings beside words that say the same


@dataclass(frozen=True, slots=True)
class Icon:
    """One of our icons."""

    name: str


@dataclass(frozen=True, slots=True)
class PostureShape:
    """The shape of a posture in its colour, `#RRGGBB`."""

    shape: str
    colour: str


Mark = Icon | PostureShape


@dataclass(frozen=True, slots=True)
class Reference:
    """The way to another place of the report: the id of a section or of a source."""

    text: str
    anchor: str


# Tables


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with a mark before it and a smaller detail after it, where there are any."""

    text: Text
    mark: Mark | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Average:
    """A mean on a scale that ends at `highest`; `is_latest` for the last of several."""

    value: float
    highest: float
    text: str
    is_latest: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a mean has moved."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many, drawn as that many squares of a colour where drawings are."""

    value: int
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of `whole`, drawn as a bar of that share where drawings are; `text` says it, `detail` which."""

    value: int
    whole: int
    text: str
    detail: str = ""


TableCell = Cell | Average | Shift | Count | Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """Rows of as many cells as there are headings; the first cell of each says what the row is about."""

    caption: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotMoment:
    """One rating of one thing: its mean, and how many gave each mark, the least first; nothing where that is secret.

    `text` says the mean, `spread` the same as the counts.
    """

    average: float
    text: str
    counts: tuple[int, ...]
    spread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotRow:
    """One thing that was rated, at each moment."""

    title: str
    mark: Mark
    moments: tuple[PlotMoment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingPlot:
    """Marks from `lowest` to `highest` before and after, drawn where drawings are; `ends` say what these two mean.

    `moments` names each rating, `legend` says how to read the drawing. The means are in a table before it.
    """

    lowest: int
    highest: int
    ends: tuple[str, str]
    moments: tuple[str, ...]
    legend: str
    mean: str
    rows: tuple[PlotRow, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty rows of a table to write in by hand, on paper only, under these headings."""

    headings: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One thing that does something for another."""

    source: str
    label: Text
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable:
    """Links from one thing to another, under three headings."""

    caption: str
    headings: tuple[Cell, ...]
    links: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class WebSource:
    """A source; `url` may be empty, and is no link unless it is a web address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Where a card comes from. `anchor` is where references lead; `note` may be empty."""

    anchor: str
    title: str
    about: str
    confidence: str
    note: str
    sources: tuple[WebSource, ...]
    absence: str
    """Says that there is no source; empty when there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """Where cards come from, under three headings."""

    caption: str
    headings: tuple[Cell, ...]
    rows: tuple[SourceRow, ...]


# Texts


class Tone(Enum):
    """What a paragraph is for."""

    LEAD = "lead"
    PROSE = "prose"
    FACT = "fact"
    ABSENCE = "absence"
    """Nothing is there, and this says so."""
    NOTICE = "notice"
    """To be read before going on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that follow one another."""

    sentences: tuple[Text, ...]
    tone: Tone = Tone.PROSE


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, one level below what it stands in."""

    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the table, and what kind of question it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short texts, one under the other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said or wrote; who, about what and the like, as far as it is said."""

    text: Text
    attribution: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotations:
    """What people said; `is_prominent` where it is what a section is about."""

    items: tuple[Quotation, ...]
    is_prominent: bool = False


@dataclass(frozen=True, slots=True)
class ListEntry:
    """Something named, where it is from if known, what is to be known of it, and what was said."""

    title: str
    place_and_year: str
    quotations: tuple[Quotation, ...]
    sentences: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryList:
    """Things named, one under the other."""

    items: tuple[ListEntry, ...]


# Cards and pictures


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, JPEG, WebP or SVG that says nothing that is not written beside it; `caption`: who made it, if known."""

    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class PictureCredits:
    """Who made the pictures, by title of card, for a report that shows none."""

    title: str
    credits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A thing by its mark and title."""

    mark: Mark
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what there is to say; the `tags` say the same as the sentences where drawings are."""

    label: str
    sentences: tuple[Text, ...]
    tags: tuple[Tag, ...] = ()
    see: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card of the game with what became of it; its icon stands where there is no room for its picture."""

    title: str
    icon: Icon
    place_and_year: str
    text: str
    picture: Picture | None
    colour: str
    facts: tuple[Fact, ...]
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards under one title with its mark, and what they have in common."""

    title: str
    mark: Mark
    subtitle: Text
    text: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPicture:
    """The board, drawn as SVG or given as the bytes of a picture; `description` says what is on it.

    `is_tall` when it is better printed on an upright page; `see` is where the same is written.
    """

    drawing: Html | bytes
    description: str
    is_tall: bool
    caption: str
    see: tuple[Reference, ...]


Block = (
    Paragraph
    | Heading
    | Question
    | Bullets
    | Quotations
    | EntryList
    | DataTable
    | LinkTable
    | RatingPlot
    | WritingLines
    | SourceTable
    | CardGroup
    | Picture
    | PictureCredits
    | BoardPicture
)


# The whole


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under a title; `anchor` is where references lead."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPage:
    """What the report is of; `date`, `duration` and `system_name` are empty where not known.

    `about` says where the table played, with which crisis and who was there: a label and a text each.
    """

    box_title: str
    kind: str
    title: str
    date: str
    duration: str
    system_label: str
    system_name: str
    about: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something, in figures and in words."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Colophon:
    """What closes the report: what the session was played with, one text a paragraph."""

    title: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report, in one language. `fonts` are the files of the fonts of its box, for letters that ours lack."""

    language: str
    page_title: str
    cover: CoverPage
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    colophon: Colophon
    fonts: tuple[bytes, ...] = ()
