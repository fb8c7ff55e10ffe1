"""A session among many that cannot be used: it is left out, with the reason, and the others are used all the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from enacting.session.journal import JournalError
from enacting.session.known_boxes import KnownBoxes
from enacting.session.session import Session


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not used; `why` is the key of the sentence that says so, with its fields."""

    file: Path
    why: str
    fields: Mapping[str, object] = field(default_factory=dict)


def look_or_leave_out(file: Path, known: KnownBoxes) -> Session | LeftOut:
    """The session of that file, only to be looked at."""
    try:
        return known.look(file)
    except JournalError as failure:
        return LeftOut(file, failure.word_key, failure.fields)
    except OSError as failure:
        return LeftOut(file, "command.gather_unread", {"why": failure.strerror or ""})
