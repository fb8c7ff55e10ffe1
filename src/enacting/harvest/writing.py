"""Writing the harvest to a folder, whole or not at all.

Law: no file is ever overwritten, and none is left half written: text goes to a temporary file that then takes its name.
"""

import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from enacting.language.words import languages, words_in

SLUG_LENGTH = 60
WITHOUT_NAME = "harvest"
PART = ".part"
"""How the name of a file ends as long as it is half written."""
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
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
    name = _free_name(folder, file_name(session_title, date, end), [_end(one) for one in contents])
    written = tuple(folder / f"{name}.{_end(end)}" for end in contents)
    noted(written)
    for path, content in zip(written, contents.values(), strict=True):
        _write_whole(path, content)
    return written


def write_page(folder: Path, title: str, page: str) -> Path:
    """Write one page as `.html` under a name made of its title; where it is. `OSError` goes up."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_free_name(folder, file_name(title, ''), ['html'])}.html"
    _write_whole(path, page.encode())
    return path


def file_name(session_title: str, date: str, end: str = "") -> str:
    """A name any system takes, from the session's title, its date where the title does not say it, and an end."""
    slug = _slug(session_title)[:SLUG_LENGTH].strip("-") or WITHOUT_NAME
    if slug in _RESERVED:
        slug = f"{WITHOUT_NAME}-{slug}"
    day = "" if date in days_in(slug) else _slug(date)[:SLUG_LENGTH].strip("-")
    return "-".join(one for one in (slug, day, _slug(end)) if one)


def days_in(name: str) -> frozenset[str]:
    """The days that a name says, in figures or as people write them, each as 2026-03-12."""
    found = {f"{year}-{month}-{day}" for year, month, day in re.findall(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", name)}
    for day, month, year in _written_days().findall(name):
        found.add(f"{year}-{_months()[month]:02}-{int(day):02}")
    return frozenset(found)


@cache
def _months() -> dict[str, int]:
    """The months as they are in names, in every language."""
    return {_slug(words_in(one)(f"month.{number}")): number for one in languages() for number in range(1, 13)}


@cache
def _written_days() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d\d?)(?:er)?-({'|'.join(_months())})-(\d{{4}})(?!\d)")


def _slug(text: str) -> str:
    apart = unicodedata.normalize("NFKD", re.sub("['’]", "-", text.translate(_LETTERS)))
    plain = apart.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _end(end: str) -> str:
    """The end of a name, made safe: its parts between dots."""
    return ".".join(part for part in (_slug(one) for one in end.split(".")) if part) or "bin"


def _free_name(folder: Path, name: str, ends: list[str]) -> str:
    """The name, or the name with the first number that no file has yet."""
    candidates = [name, *(f"{name}-{number}" for number in range(2, 1000))]
    for one in candidates:
        if not any((folder / f"{one}.{end}").exists() for end in ends):
            return one
    raise FileExistsError(folder / name)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that is for others: with the rights that files of the person usually have."""
    # Not by `tempfile`, which tries ten thousand names in a folder that Windows protects.
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}{PART}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
