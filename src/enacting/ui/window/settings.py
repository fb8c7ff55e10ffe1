"""What a person has chosen for every session: language, text size, full screen, motion. A small JSON file."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from enacting.session.metadata import DAYS, USUAL_DAYS
from enacting.system.private_files import write_private_file
from enacting.system.untrusted_files import read_text

MAX_BYTES: Final = 1 << 20

TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
TOUR, TRY, NOTHING = "tour", "try", ""
"""What is offered to somebody new, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A person's choices. `text_size` is one of `TEXT_SIZES`; language "" means the system's.

    `offered` is what the title screen offers to somebody new: the tour, then a try, then nothing any more.
    `keep_days` is for how many days the next session is to be kept, one of `metadata.DAYS`.
    `crises_aside` are the crises a facilitator has set aside, each as the id of its box, a slash and its own.
    """

    language: str = ""
    text_size: float = 1.0
    full_screen: bool = False
    reduce_motion: bool = False
    speak_focus: bool = False
    sound: bool = False
    theme: str = "light"
    offered: str = TOUR
    keep_days: int = USUAL_DAYS
    crises_aside: tuple[str, ...] = ()


def read_settings(file: Path) -> Settings:
    """The settings kept in the file; what is missing or unreadable is as usual."""
    kept, usual = _kept(file) or {}, asdict(Settings())
    if isinstance(kept.get("crises_aside"), tuple):
        kept["crises_aside"] = tuple(one for one in kept["crises_aside"] if isinstance(one, str))
    known = {name: kept[name] for name, value in usual.items() if name in kept and _is_like(kept[name], value)}
    if known.get("keep_days") not in DAYS:
        known["keep_days"] = USUAL_DAYS
    settings = Settings(**known)
    return settings if settings.text_size in TEXT_SIZES else replace(settings, text_size=1.0)


def are_settings_damaged(file: Path) -> bool:
    """Whether there is a file of settings, and something in it cannot be read: a person is told that it is as usual."""
    kept, usual = _kept(file), asdict(Settings())
    return kept is None or not all(_is_like(kept[name], value) for name, value in usual.items() if name in kept)


def write_settings(file: Path, settings: Settings) -> None:
    """Keep the settings; `OSError` when the file cannot be written, and those before are still there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_private_file(file, json.dumps(asdict(settings), indent=1).encode())


def _kept(file: Path) -> dict[str, Any] | None:
    """What the file says, nothing where there is none; None where it cannot be read."""
    try:
        kept = json.loads(read_text(file, MAX_BYTES))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict):
        return None
    if isinstance(kept.get("crises_aside"), list):
        kept["crises_aside"] = tuple(kept["crises_aside"])
    return kept


def _is_like(value: object, usual: object) -> bool:
    """Whether a value read is of the kind of the usual one; in a row, every one is a text."""
    if type(value) is not type(usual):
        return False
    return not isinstance(value, tuple) or all(isinstance(one, str) for one in value)
