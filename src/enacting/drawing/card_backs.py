"""What is on the backs of cards, by their kind, wherever they are drawn or printed."""

from collections.abc import Mapping
from typing import Final

from enacting.drawing.colours import BLACK, CONTEXT, CRISIS, DISCUSSION, PERSONA, TROUBLE, Colour, mixed

SIGNS: Final[Mapping[str, str]] = {
    "posture": "hand",
    "mechanism": "gear",
    "context": "map-pin",
    "crisis": "warning",
    "persona": "user",
    "question": "chat-circle-dots",
    "trouble": "lightning",
    "aid": "compass",
}
"""The icon in the middle of the back."""
GROUNDS: Final[Mapping[str, Colour]] = {
    "posture": (0x2F, 0x3E, 0x5C),
    "context": mixed(CONTEXT, BLACK, 0.3),
    "trouble": mixed(TROUBLE, BLACK, 0.3),
    "crisis": mixed(CRISIS, BLACK, 0.35),
    "persona": mixed(PERSONA, BLACK, 0.25),
    "question": mixed(DISCUSSION, BLACK, 0.3),
}
"""The colour of the back on paper, else `BAR`; the window draws that of the postures as its theme has it."""
