"""The boxes of sessions that were looked at: many sessions are of one box, and reading it is what takes long.

Law: a box is known by a digest of the files that a session holds, computed here and not the one that it claims.
"""

from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.session.journal import Header, look
from enacting.session.session import Session

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

MAX_KEPT: Final = 4
"""How many boxes are kept at once: each takes some megabytes."""


class KnownBoxes:
    """Looks at sessions, and reads each box once as long as it is among the last that were used."""

    def __init__(self) -> None:
        self._boxes: OrderedDict[bytes, Boxes] = OrderedDict()

    def look(self, path: Path) -> Session:
        """The session of that file, only to be looked at; raises a `JournalError`."""
        journal = look(path)
        digest = _digest(journal.header)
        session = Session.replayed(journal, boxes=self._boxes.get(digest))
        self._boxes[digest] = session.boxes
        self._boxes.move_to_end(digest)
        if len(self._boxes) > MAX_KEPT:
            self._boxes.popitem(last=False)
        return session


def _digest(header: Header) -> bytes:
    """A digest of the names and contents of the files; the length of each comes first, so that none is taken apart."""
    files: dict[str, bytes] = {name: text.encode() for name, text in header.files.items()}
    files.update(header.pictures)
    digest = sha256()
    for name, content in sorted(files.items()):
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.digest()
