"""What was laid on the board last: it glows until something else is done there.

Law: it follows from the moves in force, so that taking one back makes the one before it glow again.
"""

from __future__ import annotations

from collections.abc import Sequence

from enacting.engine.events import (
    Adopted,
    Amended,
    KeptForLater,
    Linked,
    PosturePlaced,
    ProposalMoved,
    SystemNamed,
    TakenBack,
    TroubleDrawn,
    Unlinked,
)
from enacting.session.session import LogEntry


def laid_last(entries: Sequence[LogEntry]) -> str:
    """The id of the item of the board that was laid last, in the order of these moves; "" where another thing was."""
    for entry in reversed(entries):
        for event in reversed(entry.events):
            match event:
                case Adopted(card=card) | Amended(card=card) | ProposalMoved(card=card) | TakenBack(card=card):
                    return f"card-{card}"
                case PosturePlaced(seat=seat):
                    return f"seat-{seat}"
                case Linked() | Unlinked() | SystemNamed() | KeptForLater() | TroubleDrawn():
                    return ""
                case _:
                    pass
    return ""
