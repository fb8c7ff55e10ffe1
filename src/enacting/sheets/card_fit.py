"""How large the type of each printed card can be, and what does not fit: measured by typst, which then prints it.

Law: the type is never under its floor. What does not fit at the floor is reported; it is not made smaller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any, Final

from enacting.sheets.card_content import LONG_WORD, pieces_of
from enacting.sheets.choices import BORDER_MM, PrintChoices
from enacting.typesetting import Document, Typesetter

FLOOR_POINTS: Final = 7.5
BAND_MM, PAD_TOP_MM, PAD_BOTTOM_MM = 5.4, 2.6, 1.6
_MARGIN_MM: Final = 5.5
"""From the edge of a cut card to its text."""
_LONG_TITLE_WORD: Final = 9
"""The letters from which a word of a title may be too wide for a card."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a card is set: the size of its text, the height of its picture, lines too many, whether a word is cut."""

    points: float
    art_mm: float
    lines_over: int = 0
    word_cut: bool = False

    @property
    def fits(self) -> bool:
        """Whether all of the card is printed."""
        return not self.lines_over and not self.word_cut


@dataclass(frozen=True, slots=True)
class CardFrame:
    """The lengths of a printed card, in millimetres: what is inside its border, and the margin of its text."""

    width: float
    height: float
    border: float
    margin: float

    @property
    def text_width(self) -> float:
        """How wide its text can be."""
        return self.width + 2 * self.border - 2 * self.margin


def frame_of(choices: PrintChoices) -> CardFrame:
    """The lengths of the cards that are so printed."""
    border = 0.0 if choices.bleed_mm else BORDER_MM
    trim = choices.trim
    return CardFrame(trim.width - 2 * border, trim.height - 2 * border, border, _MARGIN_MM + border * 0.7)


def fits_of(
    contents: Sequence[Mapping[str, Any]], choices: PrintChoices, typesetter: Typesetter, fonts: tuple[bytes, ...] = ()
) -> tuple[Fit, ...]:
    """How each of these cards is set. Raises `CannotTypeset`."""
    frame = frame_of(choices)
    cards = [
        {
            **{
                name: content[name] for name in ("lang", "blocks", "origin", "largest", "hyphenate", "origin_hyphenate")
            },
            "guess": _guess(content, frame),
            "long_words": _long_words(content["blocks"]),
        }
        for content in contents
    ]
    taken = BAND_MM + PAD_TOP_MM + PAD_BOTTOM_MM
    data = {"width": frame.text_width, "height": frame.height, "taken": taken, "cards": cards}
    done = typesetter.typeset(Document("card-fit.typ", data, fonts), pdf=False, labels=("fit",))
    return tuple(
        Fit(found["points"], found["art"], ceil(found["over"] / found["line"] - 0.01), found["wide"])
        for found in done.measures["fit"]
    )


def _guess(content: Mapping[str, Any], frame: CardFrame) -> float:
    """A first size of type, from the number of letters; typst then measures how far it is from the right one."""
    area = 0.0
    for block in content["blocks"]:
        letters = len(block.get("text", "")) + len(block.get("label", "")) + len(block.get("title", ""))
        part = {"title": 1.8, "question": 1.15, "row": 0.95, "consequence": 1.05}.get(block["is"], 1.0)
        area += (letters * 0.5 * part + 8) * 1.32 * part
    area += sum((len(row["text"]) * 0.5 + 6) * 1.32 * 0.64 for row in content["origin"])
    room = frame.text_width * frame.height * 0.72 / 0.3528**2
    return min(float(content["largest"]), sqrt(room / max(1.0, area)))


def _long_words(blocks: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The longest word of each title, and words of the text that may not go in a line."""
    found: list[Mapping[str, Any]] = []
    for block in blocks:
        is_title = block["is"] == "title"
        for text in (block.get("text", ""), block.get("label", ""), block.get("title", "")):
            word = max((piece for word in text.split() for piece in pieces_of(word)), key=len, default="")
            if len(word) >= (_LONG_TITLE_WORD if is_title else LONG_WORD):
                indent = 0.0 if block["is"] in ("title", "text") else 2.6
                found.append({"text": word, "title": is_title, "indent": indent, "large": block.get("large", False)})
    return found
