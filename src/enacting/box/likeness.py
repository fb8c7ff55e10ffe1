"""Cards that people would take for one another.

Law: these are warnings: two cards may be alike on purpose.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from enacting.box.checking import COLOUR
from enacting.box.draft import BoxDraft, Located
from enacting.box.problems import Problem, warning
from enacting.box.reading import text_at
from enacting.engine.cards import Card, PostureCard

_ALIKE: Final = 48
"""Two colours nearer than this, in a cube of 256 on a side, are hard to tell apart on a wall."""


def similar_cards(draft: BoxDraft) -> Iterator[Problem]:
    """A warning for the second of two cards of one deck that look alike."""
    for cards in draft.decks.values():
        titles: dict[str, str] = {}
        for card in cards:
            title = " ".join(text_at(card.node, "title").split()).casefold()
            if title and title in titles:
                yield warning(card.file, card.at("title"), "cards_alike", name=card.id, other=titles[title])
            elif title:
                titles[title] = card.id
    for (_, before), (written, posture) in combinations(draft.written(PostureCard), 2):
        yield from _postures_alike(before, written, posture)


def _postures_alike(before: PostureCard, written: Located[Card], posture: PostureCard) -> Iterator[Problem]:
    alike = {"shape": posture.shape == before.shape, "colour": _are_near(posture.colour, before.colour)}
    for key, is_alike in alike.items():
        if is_alike:
            place = written.at(key)
            yield warning(written.file, place, "postures_alike", name=posture.id, other=before.id, key=key)


def _are_near(one: str, other: str) -> bool:
    """Whether two colours are hard to tell apart; false for what is no colour, which is reported elsewhere."""
    if COLOUR.fullmatch(one) is None or COLOUR.fullmatch(other) is None:
        return False
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) < _ALIKE**2
