"""What moves on the table when something has happened: the flight of a card for each event that moves one."""

from __future__ import annotations

from collections.abc import Iterable

from enacting.engine.cards import CardId
from enacting.engine.events import (
    Adopted,
    CardsPutBack,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    Event,
    KeptForLater,
    MechanismsDrawn,
    PostureDrawn,
    PosturePlaced,
    Rated,
    RatingLeftOut,
    TakenBack,
)
from enacting.ui.window.motion import Arrival, Departure, Movements

PILE, LATER, CURTAIN = "draw-pile", "later-pile", "curtain-token"
ONE_AFTER_ANOTHER = 0.07
"""Seconds between two cards drawn together."""


def movements_of(events: Iterable[Event]) -> Movements:
    """The movements that show what happened."""
    arrivals: dict[str, Arrival] = {}
    departures: dict[str, Departure] = {}
    stamps: list[str] = []
    for event in events:
        match event:
            case ContextRevealed(card=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="context")
            case CrisisRevealed(card=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="crisis")
            case PostureDrawn(card=card):
                arrivals[_lying(card)] = Arrival(PILE, turns="posture")
            case MechanismsDrawn(cards=cards):
                for index, card in enumerate(cards):
                    arrivals[_lying(card)] = Arrival(PILE, turns="mechanism", delay=index * ONE_AFTER_ANOTHER)
            case CardsPutBack(cards=cards):
                for card in cards:
                    departures[_lying(card)] = Departure(PILE, turns="mechanism")
            case PosturePlaced(card=card, seat=seat):
                departures[_lying(card)] = Departure(f"seat-{seat}")
            case KeptForLater(card=card):
                departures[_lying(card)] = Departure(LATER)
            case Dropped(card=card):
                departures[_lying(card)] = Departure()
            case TakenBack(card=card):
                arrivals[_lying(card)] = Arrival(LATER)
            case Adopted(card=card):
                stamps.append(_lying(card))
            case Rated() | RatingLeftOut():
                stamps.append(CURTAIN)
            case _:
                pass
    return Movements(arrivals, departures, tuple(stamps))


def _lying(card: CardId) -> str:
    return f"card-{card}"
