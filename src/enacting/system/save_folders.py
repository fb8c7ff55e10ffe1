"""The folders a session can be kept in: the usual one, the documents, the sticks plugged in; and their free space.

Law: nothing is created by looking; whether a folder takes a file is found out by writing one that vanishes at once.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from enacting.system import paths, private_files
from enacting.system.untrusted_files import is_link, is_own_folder, is_private_folder

FOLDER: Final = "Enacting the Commons"
"""What our folder is called where a person would look for it."""

TRACES: Final = "traces"
"""What the folder of traces is called in the temporary one."""

ROOM: Final = 10 * 1024 * 1024
"""Bytes that must be free: a session, its second copy and its report many times over."""


class PlaceKind(StrEnum):
    """What a person calls the place."""

    USUAL = "usual"
    DOCUMENTS = "documents"
    DESKTOP = "desktop"
    STICK = "stick"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class SaveFolder:
    """A folder for sessions, which need not be there yet."""

    kind: PlaceKind
    folder: Path

    @property
    def name(self) -> str:
        """What the place is called on this computer: the name of a stick, of a folder."""
        return self.folder.parent.name or str(self.folder.parent)


def places() -> tuple[SaveFolder, ...]:
    """Every place there is now, the best first."""
    found = [SaveFolder(PlaceKind.USUAL, paths.sessions_folder())]
    if not os.environ.get(paths.DATA_VARIABLE):
        import platformdirs

        found.append(SaveFolder(PlaceKind.DOCUMENTS, platformdirs.user_documents_path() / FOLDER))
        found.append(SaveFolder(PlaceKind.DESKTOP, platformdirs.user_desktop_path() / FOLDER))
    found.extend(SaveFolder(PlaceKind.STICK, stick / FOLDER) for stick in _sticks() if not is_link(stick / FOLDER))
    temporary = temporary_folder()
    if temporary is not None:
        found.append(SaveFolder(PlaceKind.TEMPORARY, temporary))
    return tuple(found)


def temporary_folder() -> Path | None:
    """Our folder in the temporary one; None where others may look into it or write to it: it may be theirs."""
    folder = _temporary()
    if not os.path.lexists(folder) or is_private_folder(folder):
        return folder
    return None


def made_temporary_folder() -> Path | None:
    """The same, there when this returns; None as well where it cannot be made."""
    folder = _temporary()
    with suppress(OSError):
        folder.mkdir(mode=private_files.FOLDER)
    return folder if is_private_folder(folder) else None


def close_temporary_folder() -> None:
    """Keep others from looking into the folder that earlier versions made; one they could write to is left alone."""
    folder = _temporary()
    if os.name == "posix" and is_own_folder(folder):
        with suppress(OSError):
            folder.chmod(private_files.FOLDER)


def _temporary() -> Path:
    return Path(tempfile.gettempdir()) / FOLDER


def places_that_take() -> tuple[SaveFolder, ...]:
    """Those that can be written to now."""
    return tuple(place for place in places() if takes(place.folder))


def takes(folder: Path) -> bool:
    """Whether files can be written in that folder now, or it can be made; and there is room for a session."""
    try:
        existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
        if shutil.disk_usage(existing).free < ROOM:
            return False
        _write_and_remove(existing / f".{os.urandom(8).hex()}.probe")
    except OSError:
        return False
    return True


def _write_and_remove(probe: Path) -> None:
    """Make a file and take it away; `OSError` at the first refusal.

    Python's `tempfile` would try ten thousand names in a folder that Windows protects.
    """
    try:
        with probe.open("xb") as opened:
            opened.write(bytes(4096))
    finally:
        probe.unlink(missing_ok=True)


def harvest_folder(session: Path) -> Path:
    """Where the harvest of that session is written: as usual where that can be, else beside the session's file."""
    usual = paths.harvest_folder()
    return usual if takes(usual) else session.parent


def _sticks() -> Iterator[Path]:
    """Where the sticks that are plugged in are found."""
    yield from _removable_drives()
    if sys.platform == "darwin":
        yield from _mounted(Path("/Volumes"))
    elif sys.platform != "win32":
        for root in (Path("/media"), Path("/run/media")):
            yield from _mounted(root)
            for person in _folders_of(root):
                yield from _mounted(person)


def _mounted(root: Path) -> Iterator[Path]:
    """The folders of that one where another disk begins."""
    return (folder for folder in _folders_of(root) if folder.is_mount())


def _folders_of(root: Path) -> list[Path]:
    """The folders in that one; none where it is not ours to look into."""
    try:
        return sorted(folder for folder in root.iterdir() if folder.is_dir() and not folder.is_symlink())
    except OSError:
        return []


def _removable_drives() -> Iterator[Path]:
    """The drives of Windows that can be taken out."""
    if sys.platform != "win32":
        return
    import ctypes

    removable = 2
    for letter in "DEFGHIJKLMNOPQRSTUVWXYZ":
        drive = Path(f"{letter}:\\")
        if ctypes.windll.kernel32.GetDriveTypeW(str(drive)) == removable and drive.exists():
            yield drive
