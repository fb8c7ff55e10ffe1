"""From many sessions to the files of one report."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from enacting.harvest.formats import SHEETS, STANDARDS
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.pooled.database import as_database
from enacting.harvest.pooled.pool import Pool
from enacting.harvest.pooled.report import MAX_PRINTED, report_of
from enacting.harvest.pooled.rows import as_json, tables_of
from enacting.harvest.printed import PaperSize, as_document, as_picture
from enacting.harvest.tables import as_csv
from enacting.harvest.writing import ReportFile, write_harvest
from enacting.language.words import Words, words_in
from enacting.typesetting import Typesetter, packed


class PooledFormat(StrEnum):
    """A form of the report of several sessions. `PNG` is an overview: the first of its tables, and the ratings."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    PNG = "png"
    SQLITE = "sqlite"


USUAL: Final = (PooledFormat.HTML, PooledFormat.MARKDOWN)
LARGER: Final = 2
"""How many times as large as on a page everything is in the overview, which is read from afar."""


def write_pool(
    pool: Pool,
    folder: Path,
    words: Words,
    formats: Sequence[PooledFormat] = USUAL,
    paper: PaperSize = PaperSize.A4,
) -> tuple[Path, ...]:
    """Write the report of a pool that has a session; the files. `OSError` and `CannotTypeset` go up.

    Nothing of it is noted in the sessions: it names nobody, and is made again without one that was erased.
    """
    words = words_in(words.language, own=pool.own_words)
    files = [file for form in dict.fromkeys(formats) for file in _files(form, pool, words, paper)]
    days = [table.day for table in pool.tables]
    return write_harvest(folder, words("pooled.title", count=len(pool.tables)), days[-1], files)


def _files(form: PooledFormat, pool: Pool, words: Words, paper: PaperSize) -> Iterable[ReportFile]:
    match form:
        case PooledFormat.PDF:
            with Typesetter() as typesetter:
                report = report_of(pool, words, MAX_PRINTED)
                done = typesetter.typeset(as_document(report, words, paper=paper), standards=STANDARDS)
            yield ReportFile("pdf", packed(done.pdf))
        case PooledFormat.HTML:
            yield ReportFile("html", as_html(report_of(pool, words), words).encode())
        case PooledFormat.MARKDOWN:
            yield ReportFile("md", as_markdown(report_of(pool, words)).encode())
        case PooledFormat.CSV:
            for table in tables_of(pool):
                if table.rows:
                    yield ReportFile("csv", as_csv(table, words, "pooled.csv"), words(f"pooled.file.{table.key}"))
        case PooledFormat.JSON:
            yield ReportFile("json", as_json(pool, words).encode())
        case PooledFormat.PNG:
            report = report_of(pool, words, MAX_PRINTED)
            with Typesetter() as typesetter:
                for sheet in SHEETS:
                    width, height = sheet.width_mm / LARGER, sheet.height_mm / LARGER
                    document = as_picture(report, words, width_mm=width, height_mm=height)
                    done = typesetter.typeset(document, pdf=False, dots_per_inch=sheet.dots_per_inch * LARGER)
                    yield ReportFile("png", done.pictures[0], words(f"pooled.file.{sheet.name}"))
        case PooledFormat.SQLITE:
            yield ReportFile("sqlite", as_database(pool))
