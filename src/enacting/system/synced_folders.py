"""Folders that a service copies to its own computers: known by their names and by the marks that services leave there.

Law: looking only; a folder that says nothing is taken for one that stays on this computer.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

SERVICES: Final = {
    "OneDrive": r"onedrive(?: ?- ?.+|-.+)?",
    "Dropbox": r"dropbox(?: ?\(.+\)|-.+)?",
    "Google Drive": r"google ?drive(?:-.+)?|my drive|mon drive|drivefs",
    "iCloud": r"icloud ?drive.*|icloud~.+|com~apple~.+|mobile documents",
    "Nextcloud": r"nextcloud(?:-.+|\d*)?",
    "ownCloud": r"owncloud(?:-.+|\d*)?",
    "pCloud": r"pcloud ?drive|pclouddrive",
    "kDrive": r"kdrive\d*",
    "Proton Drive": r"proton ?drive(?:-.+)?",
    "Box": r"box ?sync|box-box",
    "Seafile": r"seafile",
    "Syncthing": r"syncthing",
}
"""How each service calls its folders, in lower case."""

MARKS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".seafile-data": "Seafile",
}
"""What the services leave in the folders they copy."""

_SYNC_LISTS: Final = re.compile(r"\._?sync_[0-9a-f]+\.db")
"""Where Nextcloud and ownCloud keep what they have copied."""

_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def service_of(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The name of the service that copies that folder elsewhere; "" where none is known."""
    try:
        places = dict.fromkeys((folder.absolute(), folder.resolve()))
    except (OSError, RuntimeError):
        places = {folder.absolute(): None}
    return next((found for place in places if (found := _service_of(place, environment))), "")


def _service_of(folder: Path, environment: Mapping[str, str]) -> str:
    for variable in _VARIABLES:
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for parent in (folder, *folder.parents):
        found = _by_name(parent.name) or _by_mark(parent)
        if found:
            return found
    return ""


def _by_name(name: str) -> str:
    small = name.casefold()
    return next((service for service, pattern in SERVICES.items() if re.fullmatch(pattern, small)), "")


def _by_mark(folder: Path) -> str:
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.name.startswith(".")]
    except OSError:
        return ""
    marked = next((MARKS[name] for name in names if name in MARKS), "")
    return marked or ("Nextcloud" if any(map(_SYNC_LISTS.fullmatch, names)) else "")
