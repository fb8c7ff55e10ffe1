"""What is known of a session beside its file: until when to keep it, when it was opened, what was written from it.

Law: it is a small file beside the second copy; a session without one is as good as any, kept for the usual time.
Nothing here ever erases anything: a date that has passed is shown, no more.
"""

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path, PureWindowsPath
from typing import Final

from enacting.session.journal import COPIES, must_stay_beside
from enacting.system.paths import harvest_folder
from enacting.system.private_files import make_private_folder, write_private_file
from enacting.system.untrusted_files import read_text

on_windows: Final = os.name == "nt"
"""Where the path of a file may name another computer."""

SUFFIX: Final = ".slip"
USUAL_DAYS: Final = 30
FOR_EVER: Final = 0
MAX_BYTES: Final = 1 << 20
MAX_FILES: Final = 1000
REPORT_SUFFIXES: Final = ("html", "md", "pdf", "csv", "json", "png", "ics", "txt")
"""How the files of a report end."""
_REPORT: Final = re.compile(rf"(?:^|[/\\])[a-z0-9-]+\.(?:{'|'.join((*REPORT_SUFFIXES, 'yaml'))})$")
"""What reports and decks are called. The metadata names files that a click opens: no program may be among them."""
DECK_SUFFIX: Final = ".yaml"
"""How a file ends that is a deck of the table's own cards, and not a report."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DAYS: Final = (1, 7, 14, 30, 60, 90, 180, 365, FOR_EVER)
"""How many days a session can be kept after the last day it was played; `FOR_EVER` is without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """`days` to keep the session after the day it was last `opened` to be played: 2026-03-12, or "" if not known.

    `reports` are the files written from it, the decks of the table's own cards among them; `capsules` are the whole
    copies given away, `left` the files it was kept in before it was saved elsewhere: paths, the oldest first. `room` is
    whether the window of the room was open when it was last played, and `display` where the display was meanwhile that
    the game itself was on: left, top, width and height in points, or nothing if not known.
    """

    days: int = USUAL_DAYS
    opened: str = ""
    reports: tuple[str, ...] = ()
    capsules: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    room: bool = False
    display: tuple[int, ...] = ()

    def due(self, changed: float) -> date | None:
        """The last day to keep the session; `changed` is when its file was, in seconds. None when there is none."""
        if self.days == FOR_EVER:
            return None
        try:
            return (date.fromisoformat(self.opened) if self.opened else date.fromtimestamp(changed)) + timedelta(
                self.days
            )
        except (ValueError, OverflowError, OSError):
            return None


def metadata_of(path: Path) -> Path:
    """Where the metadata of that session is, or would be."""
    return path.parent / COPIES / f"{path.name}{SUFFIX}"


def read_metadata(path: Path) -> Metadata:
    """The metadata of the session of that file; what is missing or unreadable has its usual value."""
    try:
        must_stay_beside(path)
        stored = json.loads(read_text(metadata_of(path), MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return Metadata()
    if not isinstance(stored, dict):
        return Metadata()
    days, opened = stored.get("days"), stored.get("opened")
    return Metadata(
        days=days if type(days) is int and days in DAYS else USUAL_DAYS,
        opened=opened if isinstance(opened, str) and _DAY.fullmatch(opened) else "",
        reports=tuple(report for report in _files(stored.get("reports"), path) if _REPORT.search(report)),
        capsules=_files(stored.get("capsules"), path),
        left=_files(stored.get("left"), path),
        room=stored.get("room") is True,
        display=_rectangle(stored.get("display")),
    )


def write_metadata(path: Path, metadata: Metadata) -> None:
    """Write the metadata of the session of that file; `OSError` when it cannot be written."""
    file = metadata_of(path)
    must_stay_beside(path)
    make_private_folder(file.parent)
    write_private_file(file, json.dumps(asdict(metadata), ensure_ascii=True, indent=1).encode())


def note_opened(path: Path, today: date, days: int | None = None) -> None:
    """Remember that the session was opened, and for how many days it is kept where that was chosen.

    Metadata that cannot be written is left as it was: a session never fails for it.
    """
    metadata = replace(read_metadata(path), opened=today.isoformat())
    with suppress(OSError):
        write_metadata(path, metadata if days is None else replace(metadata, days=days))


def note_reports(path: Path, files: Iterable[Path]) -> None:
    """Remember reports written from the session."""
    metadata = read_metadata(path)
    with suppress(OSError):
        write_metadata(path, replace(metadata, reports=_with(metadata.reports, files)))


def reports_of(path: Path) -> tuple[Path, ...]:
    """The report written last from the session, the page first, as far as it is still there; not its parts."""
    named = (Path(file) for file in read_metadata(path).reports if not file.endswith(DECK_SUFFIX))
    files = [file for file in named if file.is_file()]
    pages = [file for file in files if file.suffix in (".html", ".md")]
    last = {file.stem for file in (pages or files)[-1:]}
    return tuple(sorted((file for file in files if file.stem in last), key=lambda file: file.suffix != ".html"))


def note_capsule(path: Path, file: Path) -> None:
    """Remember a whole copy of the session that was given away."""
    metadata = read_metadata(path)
    with suppress(OSError):
        write_metadata(path, replace(metadata, capsules=_with(metadata.capsules, [file])))


def note_left(path: Path, file: Path) -> None:
    """Remember a file where the session was before it was saved elsewhere: it still holds all it held then."""
    metadata = read_metadata(path)
    with suppress(OSError):
        write_metadata(path, replace(metadata, left=_with(metadata.left, [file])))


def note_room(path: Path, *, is_open: bool, display: tuple[int, ...] = ()) -> None:
    """Remember whether the window of the room is open: it opens again with the session, after an accident too.

    `display` is the one that the game itself is on meanwhile: left, top, width and height in points.
    """
    metadata = read_metadata(path)
    noted = replace(metadata, room=is_open, display=display)
    if noted != metadata:
        with suppress(OSError):
            write_metadata(path, noted)


def days_step(days: int, direction: int) -> int:
    """The next number of days that can be chosen, up or down."""
    here = DAYS.index(days) if days in DAYS else DAYS.index(USUAL_DAYS)
    return DAYS[max(0, min(len(DAYS) - 1, here + direction))]


def _with(known: tuple[str, ...], files: Iterable[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *(os.path.abspath(file) for file in files))))  # noqa: PTH100 (keeps links)


def _rectangle(found: object) -> tuple[int, ...]:
    """Left, top, width and height, or nothing where that is not what was found."""
    if not isinstance(found, list) or len(found) != 4 or not all(type(length) is int for length in found):
        return ()
    return tuple(found)


def _files(found: object, path: Path) -> tuple[str, ...]:
    """The paths in a list; asking another computer for a file would reveal who asks (`_is_near`)."""
    if not isinstance(found, list):
        return ()
    return tuple(
        file for file in found[:MAX_FILES] if isinstance(file, str) and "\0" not in file and _is_near(file, path)
    )


def _is_near(file: str, path: Path) -> bool:
    """Whether a file is on a disk of this computer, or where the session or the reports are."""
    if not on_windows:
        return True
    share, *near = (PureWindowsPath(place).drive.casefold() for place in (file, path, harvest_folder()))
    return not share.startswith("\\\\") or share in near
