"""Writing the harvest to a folder, whole or not at all.

Law: no file is ever overwritten, and none is left half written: a file takes its name once it is whole.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from enacting.language.plain_letters import slug
from enacting.language.words import languages, words_in
from enacting.system.whole_files import write_whole

SLUG_LENGTH = 60
WITHOUT_NAME = "harvest"
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


def write_harvest(
    folder: Path,
    session_title: str,
    date: str,
    html: str,
    markdown: str,
    extra: Mapping[str, bytes] | None = None,
    *,
    end: str = "",
    noted: Callable[[tuple[Path, ...]], None] = lambda files: None,
) -> tuple[Path, ...]:
    """Write the report as `.html` and `.md`, and each extra file, under one name; the files written, in that order.

    They are `noted` before any of them is there. `end` tells this report from others of the session. `extra` maps the
    end of a name ("svg", "plateau.png") to bytes. The folder is made if need be. `OSError` goes up.
    """
    contents = {"html": html.encode(), "md": markdown.encode(), **(extra or {})}
    folder.mkdir(parents=True, exist_ok=True)
    name = _free_name(folder, file_name(session_title, date, end), [_end(name) for name in contents])
    written = tuple(folder / f"{name}.{_end(end)}" for end in contents)
    noted(written)
    for path, content in zip(written, contents.values(), strict=True):
        write_whole(path, content)
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
    path = folder / f"{_free_name(folder, file_name(title, ''), ['html'])}.html"
    write_whole(path, page.encode())
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


def _end(end: str) -> str:
    """The end of a name, made safe: its parts between dots."""
    return ".".join(filter(None, (slug(part, SLUG_LENGTH) for part in end.split(".")))) or "bin"


def _free_folder(folder: Path, name: str) -> str:
    """The name, or the name with the first number that no file or folder has yet."""
    for candidate in (name, *(f"{name}-{number}" for number in range(2, 1000))):
        if not (folder / candidate).exists():
            return candidate
    raise FileExistsError(folder / name)


def _free_name(folder: Path, name: str, ends: list[str]) -> str:
    """The name, or the name with the first number that no file has yet."""
    candidates = [name, *(f"{name}-{number}" for number in range(2, 1000))]
    for candidate in candidates:
        if not any((folder / f"{candidate}.{end}").exists() for end in ends):
            return candidate
    raise FileExistsError(folder / name)
