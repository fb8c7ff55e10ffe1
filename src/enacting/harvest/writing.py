"""Writing the harvest to a folder, whole or not at all.

Law: no file is ever overwritten, and none is left half written: a file takes its name once it is whole.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from enacting.language.plain_letters import slug
from enacting.language.words import languages, words_in
from enacting.system.whole_files import write_whole

SLUG_LENGTH = 60
PARTS = (
    *("one_page", "a3", "screen", "proposals", "notes", "takeaways", "next_steps"),
    *("postures", "ratings", "links", "aside", "parts", "people"),
)
"""The parts of a report that have files of their own, by the keys of their names."""
WITHOUT_NAME = "harvest"
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file of a report: how it ends (`pdf`), what it holds, and which part of the report it is; "" is all of it."""

    suffix: str
    content: bytes
    part: str = ""

    def named(self, name: str) -> str:
        """The name of the file, for a report of that name."""
        return f"{'-'.join(filter(None, (name, slug(self.part, SLUG_LENGTH))))}.{slug(self.suffix, SLUG_LENGTH)}"


def is_part_of(file: Path, whole: Path) -> bool:
    """Whether the file is named as a part of that report: the page for the wall, the board, a table."""
    parts = {slug(words_in(language)(f"harvest.file.{key}"), SLUG_LENGTH) for language in languages() for key in PARTS}
    return file.stem.removeprefix(f"{whole.stem}-") in parts


def write_harvest(
    folder: Path,
    session_title: str,
    date: str,
    files: Iterable[ReportFile],
    *,
    end: str = "",
    noted: Callable[[tuple[Path, ...]], None] = lambda files: None,
) -> tuple[Path, ...]:
    """Write the files of a report under one name; where they are, in that order.

    They are `noted` before any of them is there. `end` tells this report from others of the session. The folder is
    made if need be. `OSError` goes up.
    """
    files = tuple(files)
    folder.mkdir(parents=True, exist_ok=True)
    name = _free_name(folder, file_name(session_title, date, end), files)
    written = tuple(folder / file.named(name) for file in files)
    noted(written)
    for path, file in zip(written, files, strict=True):
        write_whole(path, file.content)
    return written


def write_decks(
    folder: Path,
    session_title: str,
    date: str,
    decks: Mapping[str, str],
    *,
    end: str,
    noted: Callable[[tuple[Path, ...]], None] = lambda files: None,
) -> tuple[Path, ...]:
    """Write the text of each deck, by the name of its file, in a new folder inside of that one; the files.

    They are `noted` before any of them is there. `end` tells the folder from the names of reports. `OSError` goes up.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = _free_folder(folder, file_name(session_title, date, end))
    written = tuple(folder / name / deck for deck in decks)
    noted(written)
    (folder / name).mkdir()
    for path, text in zip(written, decks.values(), strict=True):
        write_whole(path, text.encode())
    return written


def is_deck_folder(name: str) -> bool:
    """Whether `write_decks` can have named a folder so."""
    ends = {slug(words_in(language)("table_cards.folder"), SLUG_LENGTH) for language in languages()}
    return re.fullmatch(rf"[a-z0-9-]+-(?:{'|'.join(sorted(ends))})(?:-\d+)?", name) is not None


def write_page(folder: Path, title: str, page: str) -> Path:
    """Write one page as `.html` under a name made of its title; where it is. `OSError` goes up."""
    folder.mkdir(parents=True, exist_ok=True)
    file = ReportFile("html", page.encode())
    path = folder / file.named(_free_name(folder, file_name(title, ""), (file,)))
    write_whole(path, file.content)
    return path


def file_name(session_title: str, date: str, end: str = "") -> str:
    """A name any system takes, from the session's title, its date where the title does not say it, and an end."""
    name = slug(session_title, SLUG_LENGTH) or WITHOUT_NAME
    if name in _RESERVED:
        name = f"{WITHOUT_NAME}-{name}"
    day = "" if date in days_in(name) else slug(date, SLUG_LENGTH)
    return "-".join(part for part in (name, day, slug(end, SLUG_LENGTH)) if part)


def days_in(name: str) -> frozenset[str]:
    """The days that a name says, in figures or as people write them, each as 2026-03-12."""
    found = {f"{year}-{month}-{day}" for year, month, day in re.findall(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", name)}
    for day, month, year in _written_days().findall(name):
        found.add(f"{year}-{_months()[month]:02}-{int(day):02}")
    return frozenset(found)


@cache
def _months() -> dict[str, int]:
    """The months as they are in names, in every language."""
    return {
        slug(words_in(language)(f"month.{number}"), SLUG_LENGTH): number
        for language in languages()
        for number in range(1, 13)
    }


@cache
def _written_days() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d\d?)(?:er)?-({'|'.join(_months())})-(\d{{4}})(?!\d)")


def _free_folder(folder: Path, name: str) -> str:
    """The name, or the name with the first number that no file or folder has yet."""
    for candidate in (name, *(f"{name}-{number}" for number in range(2, 1000))):
        if not (folder / candidate).exists():
            return candidate
    raise FileExistsError(folder / name)


def _free_name(folder: Path, name: str, files: Iterable[ReportFile]) -> str:
    """The name, or the name with the first number that no file has yet."""
    for candidate in (name, *(f"{name}-{number}" for number in range(2, 1000))):
        if not any((folder / file.named(candidate)).exists() for file in files):
            return candidate
    raise FileExistsError(folder / name)
