"""The settings of a person for every session: language, text size, full screen, motion… A small JSON file."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from enacting.session.metadata import DAYS, USUAL_DAYS
from enacting.system.private_files import write_private_file
from enacting.system.untrusted_files import read_text

MAX_BYTES: Final = 1 << 20

_LISTS: Final = ("crises_aside", "boxes")
TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
TOUR, TRY, NOTHING = "tour", "try", ""
"""What the title screen offers to a new person, in that order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a person. `text_size` is one of `TEXT_SIZES`; language "" means that of the system.

    `cards_language` is that of the cards, "" where it follows that of the window.
    `offered` is what the title screen offers to a new person: the tour, then a try, then nothing.
    `keep_days` is the number of days that the next session is to be kept, one of `metadata.DAYS`.
    `crises_aside` are the crises a facilitator has set aside, each as the id of its box, a slash and its own id.
    `boxes` are the paths of the boxes that were opened from elsewhere and stay on the list.
    """

    language: str = ""
    cards_language: str = ""
    text_size: float = 1.0
    full_screen: bool = False
    reduce_motion: bool = False
    speak_focus: bool = False
    sound: bool = False
    theme: str = "light"
    offered: str = TOUR
    keep_days: int = USUAL_DAYS
    crises_aside: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()


def read_settings(file: Path) -> Settings:
    """The settings in the file; what is missing or unreadable has its default."""
    stored, defaults = _read(file) or {}, asdict(Settings())
    for name in _LISTS:
        if isinstance(stored.get(name), tuple):
            stored[name] = tuple(item for item in stored[name] if isinstance(item, str))
    valid = {
        name: stored[name] for name, value in defaults.items() if name in stored and _is_of_type_of(stored[name], value)
    }
    if valid.get("keep_days") not in DAYS:
        valid["keep_days"] = USUAL_DAYS
    settings = Settings(**valid)
    return settings if settings.text_size in TEXT_SIZES else replace(settings, text_size=1.0)


def are_settings_damaged(file: Path) -> bool:
    """Whether the file exists, and something in it cannot be read and has its default instead."""
    stored, defaults = _read(file), asdict(Settings())
    return stored is None or not all(
        _is_of_type_of(stored[name], value) for name, value in defaults.items() if name in stored
    )


def write_settings(file: Path, settings: Settings) -> None:
    """Save the settings; raises `OSError` when the file cannot be written, and leaves the old ones unchanged."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_private_file(file, json.dumps(asdict(settings), indent=1).encode())


def _read(file: Path) -> dict[str, Any] | None:
    """The content of the file, empty if there is none; `None` if it cannot be read."""
    try:
        stored = json.loads(read_text(file, MAX_BYTES))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(stored, dict):
        return None
    for name in _LISTS:
        if isinstance(stored.get(name), list):
            stored[name] = tuple(stored[name])
    return stored


def _is_of_type_of(value: object, default: object) -> bool:
    """Whether a value has the type of the default; every item of a tuple must be a text."""
    if type(value) is not type(default):
        return False
    return not isinstance(value, tuple) or all(isinstance(item, str) for item in value)
