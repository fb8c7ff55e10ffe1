"""What a person has chosen for every session: language, text size, full screen, motion. A small JSON file."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from enacting.slip import DAYS, USUAL_DAYS

TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
TOUR, TRY, NOTHING = "tour", "try", ""
"""What is offered to somebody new, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A person's choices. `text_size` is one of `TEXT_SIZES`; language "" means the system's.

    `offered` is what the title screen offers to somebody new: the tour, then a try, then nothing any more.
    `keep_days` is for how many days the next session is to be kept, one of `slip.DAYS`.
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
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    usual = asdict(Settings())
    if isinstance(kept.get("crises_aside"), list):
        kept["crises_aside"] = tuple(one for one in kept["crises_aside"] if isinstance(one, str))
    known = {name: kept[name] for name, value in usual.items() if type(kept.get(name)) is type(value)}
    if known.get("keep_days") not in DAYS:
        known["keep_days"] = USUAL_DAYS
    settings = Settings(**known)
    return settings if settings.text_size in TEXT_SIZES else replace(settings, text_size=1.0)


def write_settings(file: Path, settings: Settings) -> None:
    """Keep the settings; `OSError` when the file cannot be written, and those before are still there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    fresh.replace(file)
