"""What moves on the table when something has happened: the flight of a card for each event that moves one, and more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from enacting.engine.agenda import next_to_speak
from enacting.engine.averages import averages
from enacting.engine.board import ActivityKind
from enacting.engine.cards import CardId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    Adopted,
    CardsPutBack,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    Event,
    KeptForLater,
    Linked,
    MechanismsDrawn,
    PersonaPresented,
    PostureDrawn,
    PosturePlaced,
    QuestionAsked,
    Rated,
    RatingLeftOut,
    SystemNamed,
    TakenBack,
    TroubleDrawn,
)
from enacting.engine.game import Game
from enacting.ui.window.motion import Appear, Arrival, Departure, Movements, Stamp

PILE, LATER, CURTAIN, PLACE = "draw-pile", "later-pile", "curtain-token", "board-place"
ONE_AFTER_ANOTHER: Final = 0.07
"""Seconds between two cards drawn together."""
LANDS_FROM: Final = 1.18
"""How large a card is before it lands, or a token."""
SCENE_SECONDS, TITLE_SECONDS, CONSEQUENCE_SECONDS = 0.4, 0.2, 0.25
"""How long the scene of a crisis, its title and each consequence take to come."""
LINK_APART: Final = 0.12
"""Seconds between two links that draw themselves, and the most for all of them."""
LINKS_WITHIN: Final = 1.0
ROW_APART: Final = 0.05
"""Seconds between two rows of ratings."""
MARKS_AFTER, MARKS_SECONDS = 1.5, 0.3
"""After how long the marks of a row come, and how long that takes."""


def movements_of(events: Iterable[Event], game: Game) -> Movements:
    """The movements that show what happened, in the game as it is now."""
    arrivals: dict[str, Arrival] = {}
    departures: dict[str, Departure] = {}
    stamps: dict[str, Stamp] = {}
    appearing: dict[str, Appear] = {}
    growing: dict[str, float] = {}
    events = tuple(events)
    for event in events:
        match event:
            case ContextRevealed(card=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="context")
            case CrisisRevealed(card=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="crisis")
                appearing |= _crisis_appears(game)
            case TroubleDrawn(card=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="trouble")
            case QuestionAsked(question=card):
                arrivals[_lying(card)] = Arrival(_lying(card), turns="question")
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
                stamps[_lying(card)] = Stamp(LANDS_FROM)
            case Rated() | RatingLeftOut():
                stamps[CURTAIN] = Stamp(LANDS_FROM)
            case PersonaPresented() | ActivityStarted():
                arrivals |= _persona_turns(game)
            case Linked(source=source, target=target):
                links = [(link.source, link.target) for link in game.links]
                index = links.index((source, target)) if (source, target) in links else len(links) - 1
                growing |= _links_grow((index,))
            case SystemNamed():
                growing |= _links_grow(range(len(game.links)))
            case _:
                pass
    if shows_ratings(events, game):
        consequences = game.box.description.consequences
        for index, consequence in enumerate(consequences):
            growing[f"bars-{consequence.id}"] = index * ROW_APART
            appearing[f"rated-value-{consequence.id}"] = Appear(MARKS_SECONDS, index * ROW_APART + MARKS_AFTER)
    return Movements(
        arrivals=arrivals,
        departures=departures,
        stamps=stamps,
        appearing=appearing,
        growing=growing,
        changing=_place_mends(game) if events else frozenset(),
    )


def _place_mends(game: Game) -> frozenset[str]:
    """The place, and in each quarter the row of how many answers it has."""
    return frozenset(
        {PLACE, *(f"quarter-answers-{consequence.id}" for consequence in game.box.description.consequences)}
    )


def _lying(card: CardId) -> str:
    return f"card-{card}"


def _crisis_appears(game: Game) -> dict[str, Appear]:
    """After its card has turned over, the title of the crisis, then each of its consequences."""
    found = {"turn-name": Appear(TITLE_SECONDS, SCENE_SECONDS)}
    delay = SCENE_SECONDS + TITLE_SECONDS
    for consequence in game.box.description.consequences:
        for name in ("panel-", "", "text-", "disc-", "icon-"):
            found[f"consequence-{name}{consequence.id}"] = Appear(CONSEQUENCE_SECONDS, delay)
        delay += CONSEQUENCE_SECONDS
    return found


def _persona_turns(game: Game) -> dict[str, Arrival]:
    """The card of who presents themselves turns over where it lies."""
    if game.doing is None or game.doing.kind is not ActivityKind.PRESENT:
        return {}
    player = next_to_speak(game)
    persona = game.player(player).persona if player is not None else None
    return {_lying(persona): Arrival(_lying(persona), turns="persona")} if persona is not None else {}


def _links_grow(indexes: Iterable[int]) -> dict[str, float]:
    """Links draw themselves one after the other, and their words with them."""
    indexes = tuple(indexes)
    apart = min(LINK_APART, LINKS_WITHIN / max(1, len(indexes)))
    return {f"thread-{index}": place * apart for place, index in enumerate(indexes)}


def shows_ratings(events: tuple[Event, ...], game: Game) -> bool:
    """Whether all the marks have just been given, so that those before and those after are shown."""
    rates = {activity.id for _, activity in game.agenda if activity.kind is ActivityKind.RATE}
    ended = any(isinstance(event, ActivityEnded) and event.activity in rates for event in events)
    return ended and (game.doing is None or game.doing.id not in rates) and len(averages(game)) > 1
