"""How wide words are, near enough to break lines without a font at hand.

Law: a line is never longer than asked, by an estimate that errs on the wide side; a word too long is cut in two.
"""

import unicodedata

_NARROW = frozenset("iIjlt.,;:!|'’‘`()[]{}/\\-·\u202f\u00ad")
_WIDE = frozenset("mwMWOQ@%&—…ŒœÆæ")
_SPACE = 0.29


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is in a type of that size."""
    return sum(_width(letter) for letter in text) * size * (1.08 if bold else 1.0)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room`."""
    lines: list[str] = []
    line = ""
    for word in _breakable(text, size, room, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, bold=bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def balanced(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in no more lines than it needs, of lengths as equal as can be."""
    lines = wrapped(text, size, room, bold=bold)
    narrower = room
    while len(lines) > 1 and narrower > size:
        narrower -= size / 2
        tried = wrapped(text, size, narrower, bold=bold)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _breakable(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """The words of a text, those wider than the room in pieces."""
    pieces: list[str] = []
    # Fixed and narrow spaces keep words together, so only the ordinary white space parts them.
    for word in text.replace("\n", " ").replace("\t", " ").split(" "):
        piece = ""
        for letter in word:
            if piece and width_of(piece + letter, size, bold=bold) > room:
                pieces.append(piece)
                piece = ""
            piece += letter
        if piece:
            pieces.append(piece)
    return pieces


def _width(letter: str) -> float:
    if letter in " \u00a0":
        return _SPACE
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.92
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.7 if letter.isupper() else 0.56
