"""Where buttons lead: a value for each screen that a button opens, so that what it does can be read without doing it.

Law: a destination holds numbers, texts, paths and ids, never a screen nor a function. `routes` alone opens them.
"""

from dataclasses import dataclass
from pathlib import Path

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId
from enacting.engine.game import PlayerId

# From anywhere


@dataclass(frozen=True, slots=True)
class ScreenText:
    """The screen in plain words; from there, back to the screen."""


@dataclass(frozen=True, slots=True)
class NoVoice:
    """That nobody speaks on this computer, with the words to read instead."""


@dataclass(frozen=True, slots=True)
class Help:
    """Help for a topic: a screen, or a moment of the game; `what_now` is what the box says of that moment."""

    topic: str
    what_now: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of the game, as the box of the screen explains them."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language, text size, colours and the other settings."""


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card of the screen at reading size."""

    card: CardId


# Between sessions


@dataclass(frozen=True, slots=True)
class Home:
    """The title screen, once all of the session is on disk or the person knows that it is not."""


@dataclass(frozen=True, slots=True)
class Tour:
    """The tour."""


@dataclass(frozen=True, slots=True)
class TryAlone:
    """Five minutes alone."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """The set-up of a session."""


@dataclass(frozen=True, slots=True)
class SessionList:
    """Every session of this computer; `chosen` is the file of one of them."""

    chosen: Path | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """A session taken up where it stood."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookAt:
    """A session as it is now, which cannot be changed."""

    path: Path


# From a table


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of the session."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes; `person` is who is about to say something, where it is known."""

    person: PlayerId | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The people at the table."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the session, and its pace."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole session, line by line."""


@dataclass(frozen=True, slots=True)
class CopyFromHere:
    """A copy of the session from the moment that is looked at."""


@dataclass(frozen=True, slots=True)
class Recap:
    """Where the table is, in five lines."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The share of speech."""


@dataclass(frozen=True, slots=True)
class CardsForLater:
    """The cards kept for later."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that sets the talk going again."""


@dataclass(frozen=True, slots=True)
class RoomMode:
    """One thing at a time, large enough for a room."""


@dataclass(frozen=True, slots=True)
class WholeBoard:
    """The board, as large as the window."""


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """What goes with a mechanism laid on a seat, from the hand or from the later pile."""

    card: CardId
    seat: SeatId
    from_later: bool = False


@dataclass(frozen=True, slots=True)
class AmendmentForm:
    """The proposal being decided, to be changed."""


@dataclass(frozen=True, slots=True)
class ReservationForm:
    """Somebody's reservation, in words."""

    player: PlayerId


@dataclass(frozen=True, slots=True)
class LinkForm:
    """The words on the link between two proposals."""

    source: CardId
    target: CardId


Destination = (
    ScreenText
    | NoVoice
    | Help
    | Glossary
    | Preferences
    | ReadCard
    | Home
    | Tour
    | TryAlone
    | NewSession
    | SessionList
    | Resume
    | LookAt
    | Menu
    | Notes
    | People
    | Parts
    | Overview
    | CopyFromHere
    | Recap
    | Speech
    | CardsForLater
    | Prompt
    | RoomMode
    | WholeBoard
    | ProposalForm
    | AmendmentForm
    | ReservationForm
    | LinkForm
)
