"""The forms in which a report is written, and the files of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from enacting.harvest.agenda import agenda_file
from enacting.harvest.as_json import as_json
from enacting.harvest.blocks import BoardPicture, Report
from enacting.harvest.gathering import Harvest
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.printed import PaperSize, as_document
from enacting.harvest.report import board_of
from enacting.harvest.style import COLOURS
from enacting.harvest.tables import as_csv, tables_of
from enacting.harvest.writing import ReportFile
from enacting.language.words import Words
from enacting.typesetting import Document, MissingCharacter, Typeset, Typesetter, packed

MM_PER_INCH: Final = 25.4
STANDARDS: Final = ("ua-1", "a-2a")


class Format(StrEnum):
    """A form of a report. `PDF` is two documents: the whole one, and one page to pin on a wall.

    `ICS` is the next steps for a calendar, or a list of them where none has a day.
    """

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    PNG = "png"
    ICS = "ics"


USUAL_FORMATS: Final = (Format.HTML, Format.MARKDOWN)
_SECTIONS: Final = {"parts": "time", "people": "table"}
"""The sections of tables that are not named as theirs."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a picture: its sides in millimetres, and how finely it is drawn."""

    name: str
    width_mm: float
    height_mm: float
    dots_per_inch: float


SHEETS: Final = (
    Sheet("a3", 420, 297, 300),
    Sheet("screen", 1920 / 96 * MM_PER_INCH, 1080 / 96 * MM_PER_INCH, 96),
)


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """The files of a report, and the letters that no font has, which its pages say by their names."""

    files: tuple[ReportFile, ...]
    missing: tuple[MissingCharacter, ...] = ()


def files_of(
    harvest: Harvest,
    report: Report,
    words: Words,
    formats: Sequence[Format],
    typesetter: Typesetter,
    paper: PaperSize = PaperSize.A4,
) -> WrittenReport:
    """The files of a report in these forms, in that order. `CannotTypeset` where pages or pictures cannot be made."""
    missing: dict[MissingCharacter, None] = {}

    def typeset(document: Document, dots_per_inch: float = 0) -> Typeset:
        is_page = dots_per_inch == 0
        done = typesetter.typeset(document, standards=STANDARDS, dots_per_inch=dots_per_inch, pdf=is_page)
        missing.update(dict.fromkeys(done.missing))
        return done

    files = [file for form in dict.fromkeys(formats) for file in _files(form, harvest, report, words, paper, typeset)]
    return WrittenReport(tuple(files), tuple(missing))


_Typeset = Callable[..., Typeset]


def _files(
    form: Format, harvest: Harvest, report: Report, words: Words, paper: PaperSize, typeset: _Typeset
) -> Iterable[ReportFile]:
    wanted = {section.anchor for section in report.sections}
    match form:
        case Format.PDF:
            yield ReportFile("pdf", packed(typeset(as_document(report, words, paper=paper)).pdf))
            page = as_document(report, words, paper=paper, is_one_page=True)
            yield ReportFile("pdf", packed(typeset(page).pdf), words("harvest.file.one_page"))
        case Format.HTML:
            yield ReportFile("html", as_html(report, words).encode())
        case Format.MARKDOWN:
            yield ReportFile("md", as_markdown(report).encode())
        case Format.CSV:
            for table in tables_of(harvest, words):
                if _SECTIONS.get(table.key, table.key) not in wanted:
                    continue
                yield ReportFile("csv", as_csv(table, words), words(f"harvest.file.{table.key}"))
        case Format.JSON:
            yield ReportFile("json", as_json(harvest).encode())
        case Format.ICS:
            yield agenda_file(harvest, words)
        case Format.PNG:
            board = board_of(harvest, words)
            for sheet in SHEETS:
                picture = typeset(_picture(board, sheet, report.fonts), sheet.dots_per_inch).pictures[0]
                yield ReportFile("png", picture, words(f"harvest.file.{sheet.name}"))


def _picture(board: BoardPicture, sheet: Sheet, fonts: tuple[bytes, ...]) -> Document:
    """The board on a sheet."""
    return Document(
        "picture.typ",
        {
            "svg": str(board.drawing),
            "description": board.description,
            "width": sheet.width_mm,
            "height": sheet.height_mm,
            "margin": sheet.height_mm / 40,
            "ground": COLOURS["paper"],
        },
        fonts,
    )
