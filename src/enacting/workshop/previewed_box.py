"""A box as its files make it now: the last version that can be shown, and what is wrong with the one on the disk.

Law: a box that is broken for a moment, half written or half corrected, never takes away what was there to see.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from enacting.box.differences import changed_cards
from enacting.box.folder_watch import FolderWatch
from enacting.box.loading import Boxes, Examined, Memory, examine
from enacting.box.places import card_at
from enacting.box.problems import BrokenBox, Problem, in_order
from enacting.box.vouching import unsupported
from enacting.engine.cards import Card, CardId
from enacting.sheets.decks import decks_of
from enacting.sheets.drawn import DrawnBox, drawn_box
from enacting.sheets.examining import beyond_reading
from enacting.sheets.fit import misfits_of, problem_for

CHECKING_SECONDS: Final = 0.008
"""How long cards are checked at a time: half a frame."""


class PreviewedBox:
    """The box of a folder, read again each time it is saved.

    `boxes` is the last version without an error, None before the first; `is_broken` says that the files on the disk are
    not it. `problems` are those of the files on the disk; texts that do not fit come in one after the other, and
    `is_checked` says that all cards have been looked at. `changed` are the cards that the last saving changed.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self.folder = folder
        self.boxes: Boxes | None = None
        self.is_broken = False
        self.changed: tuple[CardId, ...] = ()
        self._clock = clock
        self._watch = FolderWatch(folder)
        self._memory = Memory()
        self._found: list[Problem] = []
        self._to_check: Iterator[list[Problem]] = iter(())
        self._examined = Examined(boxes=None, problems=(), texts={})
        self.is_checked = True

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, errors first, then in the order of the files."""
        return in_order(self._found)

    def refresh(self) -> bool:
        """Read the files if they were saved; returns whether they were."""
        if not self._watch.changed(self._clock()):
            return False
        try:
            self._examined = examine(self.folder, self._memory)
        except BrokenBox as broken:
            self._examined = Examined(boxes=None, problems=broken.problems, texts={})
        self._found = list(self._examined.problems)
        boxes = self._examined.boxes
        self.is_broken = self._examined.broken or boxes is None
        if boxes is None or self.is_broken:
            self._to_check, self.is_checked = iter(()), True
            return True
        before, self.boxes = self.boxes, boxes
        changed = changed_cards(before, boxes) if before is not None else ()
        self.changed = tuple(card.id for card in changed) or self.changed
        self._to_check, self.is_checked = _to_check(self._examined, boxes, changed), False
        return True

    def check_more(self) -> bool:
        """Check some more cards, for less than a frame; returns whether anything was found or all are checked."""
        if self.is_checked:
            return False
        until, before = self._clock() + CHECKING_SECONDS, len(self._found)
        for found in self._to_check:
            self._found += found
            if self._clock() >= until:
                return len(self._found) > before
        self.is_checked = True
        return True

    def problems_of(self, card: CardId) -> tuple[Problem, ...]:
        """What is wrong in the lines of that card, in its deck and in the translations."""
        return tuple(found for found in self.problems if self.card_of(found) == card)

    def card_of(self, found: Problem) -> CardId:
        """The card in whose lines a problem is; "" when it is in none."""
        text = self._examined.texts.get(found.file, "")
        return CardId(card_at(found.file, text, found.line)) if text else CardId("")


def _to_check(examined: Examined, boxes: Boxes, first: tuple[Card, ...]) -> Iterator[list[Problem]]:
    """What takes long to find, a little at a time: texts that do not fit, those of what changed before the others."""
    yield list(unsupported(boxes))
    drawn = {language: drawn_box(boxes, language) for language in boxes.by_language}
    ids = {card.id for card in first}
    for early in (True, False):
        for language, box in drawn.items():
            for deck, cards in decks_of(box.box).items():
                for card in cards:
                    if (card.id in ids) is early:
                        misfits = misfits_of(card, box)
                        yield [problem_for(boxes, language, deck, card, misfit) for misfit in misfits]
    for found in beyond_reading(examined):
        yield [found]


def shown_in(boxes: Boxes) -> dict[str, DrawnBox]:
    """The box as it is drawn in each of its languages, that of its texts first."""
    languages = [boxes.written, *sorted(set(boxes.by_language) - {boxes.written})]
    return {language: drawn_box(boxes, language) for language in languages}
