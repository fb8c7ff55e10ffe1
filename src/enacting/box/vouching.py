"""What a box claims and who vouches for it: a card that says *documented* has sources of two different sites.

Law: this is for who writes the box. A box that does not hold it can be played, and sessions keep theirs for ever.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.box.places import written_at
from enacting.box.problems import Problem, in_order, problem, quoted
from enacting.engine.board import Box
from enacting.engine.cards import Confidence, ContextCard, CrisisCard, MechanismCard, PostureCard, Source, TroubleCard

MIN_SITES = 2
_SHORT_LABEL = 3
"""A label of at most so many letters before the last one belongs to the ending: `co.uk`, `gov.scot`, `com.br`."""


def unsupported(boxes: Boxes) -> tuple[Problem, ...]:
    """A problem for each card that says *documented* without sources of two different sites."""
    return in_order(_unsupported(boxes))


def checked_longest_ago(box: Box) -> tuple[str, tuple[MechanismCard, ...]]:
    """The oldest month in which mechanisms were checked, and those; an empty month when some never were.

    A mechanism that the box itself proposes has nothing to be checked.
    """
    by_month: dict[str, list[MechanismCard]] = defaultdict(list)
    for card in box.mechanisms.values():
        if card.confidence is not Confidence.PROPOSAL:
            by_month[card.checked].append(card)
    oldest = min(by_month, default="")
    return oldest, tuple(by_month[oldest])


def sites_of(sources: Sequence[Source]) -> frozenset[str]:
    """The sites that the sources stand on; the parts of a site, such as `blog.` and `wiki.`, are one."""
    return frozenset(site for source in sources if (site := _site(source.url)))


def _unsupported(boxes: Boxes) -> Iterator[Problem]:
    box = boxes.by_language[boxes.written]
    decks: tuple[tuple[Deck, Sequence[PostureCard | MechanismCard | ContextCard | CrisisCard | TroubleCard]], ...] = (
        (Deck.POSTURE, tuple(box.postures.values())),
        (Deck.MECHANISM, tuple(box.mechanisms.values())),
        (Deck.CONTEXT, tuple(box.contexts.values())),
        (Deck.CRISIS, tuple(box.crises.values())),
        (Deck.TROUBLE, tuple(box.troubles.values())),
    )
    for deck, cards in decks:
        for card in cards:
            count = len(sites_of(card.sources))
            if card.confidence is Confidence.DOCUMENTED and count < MIN_SITES:
                file, place = written_at(boxes, boxes.written, deck, card.id, "confidence")
                yield problem(file, place, "unsupported", name=quoted(card.id), count=count, least=MIN_SITES)


def _site(address: str) -> str:
    """The name somebody registered, of an address of the web: `wiki.example.co.uk` stands on `example.co.uk`."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    labels = host.removeprefix("www.").split(".")
    label_count = 3 if len(labels) > 2 and len(labels[-2]) <= _SHORT_LABEL else 2
    return ".".join(labels[-label_count:])
