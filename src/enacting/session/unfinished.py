"""What people had begun to write or to choose when a session was left: found again when it is taken up.

Law: it is a small file beside the second copy, as private as that; a session without one, or with one that cannot be
read, is as good as any. It goes with the session, and when the session is rewritten without somebody or some words.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from enacting.session.journal import COPIES, must_stay_beside
from enacting.system.private_files import keep_draft
from enacting.system.untrusted_files import read_text

SUFFIX: Final = ".draft"
MAX_BYTES: Final = 1 << 18
MAX_TEXTS: Final = 100
MAX_PROPOSALS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A proposal that was being made: the ids of its kind, card, seat, answers and allies."""

    kind: str
    card: str
    seat: str
    answers: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Texts by the names of their fields, whose sentence was being written, the proposal being made, those left."""

    texts: Mapping[str, str] = field(default_factory=dict)
    writing: str = ""
    proposal: Begun | None = None
    aside: tuple[Begun, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing had been begun."""
        return not self.texts and self.proposal is None and not self.aside


def unfinished_of(path: Path) -> Path:
    """Where that is kept for the session of that file."""
    return path.parent / COPIES / f"{path.name}{SUFFIX}"


def read_unfinished(path: Path) -> Unfinished:
    """What had been begun in the session of that file; nothing where it cannot be read."""
    try:
        must_stay_beside(path)
        stored = json.loads(read_text(unfinished_of(path), MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return Unfinished()
    if not isinstance(stored, dict):
        return Unfinished()
    texts, writing, aside = (stored.get(name) for name in ("texts", "writing", "aside"))
    begun = map(_begun, aside[:MAX_PROPOSALS] if isinstance(aside, list) else [])
    return Unfinished(
        texts=dict(list(_texts(texts).items())[:MAX_TEXTS]),
        writing=writing if isinstance(writing, str) else "",
        proposal=_begun(stored.get("proposal")),
        aside=tuple(draft for draft in begun if draft is not None),
    )


def write_unfinished(path: Path, unfinished: Unfinished) -> None:
    """Keep that; nothing to keep leaves no file. A session never fails for it."""
    with suppress(OSError):
        must_stay_beside(path)
        content = b"" if unfinished.is_empty else json.dumps(asdict(unfinished), ensure_ascii=True).encode()
        keep_draft(unfinished_of(path), content)


def _texts(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def _begun(found: object) -> Begun | None:
    named = _texts(found)
    if not isinstance(found, dict) or not {"kind", "card", "seat"} <= named.keys():
        return None
    lists = {name: found.get(name, []) for name in ("answers", "allies")}
    if not all(isinstance(ids, list) and all(isinstance(each, str) for each in ids) for ids in lists.values()):
        return None
    return Begun(
        kind=named["kind"],
        card=named["card"],
        seat=named["seat"],
        answers=tuple(lists["answers"]),
        allies=tuple(lists["allies"]),
    )
