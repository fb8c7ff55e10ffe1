"""Where buttons lead: a value for each screen that a button opens, so that what it does can be read without doing it.

Law: a destination holds numbers, texts, paths and ids, never a screen nor a function. `routes` alone opens them.
"""

from dataclasses import dataclass
from pathlib import Path

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId
from enacting.engine.game import PlayerId


@dataclass(frozen=True, slots=True)
class _Alone:
    """A destination whose name says all: not a dataclass each, which would take long to make at every start."""


# From anywhere


class ScreenText(_Alone):
    """The screen in plain words; from there, back to the screen."""

    __slots__ = ()


class NoVoice(_Alone):
    """That nobody speaks on this computer, with the words to read instead."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Help:
    """Help for a topic: a screen, or a moment of the game; `what_now` is what the box says of that moment."""

    topic: str
    what_now: str = ""


class Glossary(_Alone):
    """The words of the game, as the box of the screen explains them."""

    __slots__ = ()


class Preferences(_Alone):
    """Language, text size, colours and the other settings."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card of the screen at reading size."""

    card: CardId


# Between sessions


class Home(_Alone):
    """The title screen, once all of the session is on disk or the person knows that it is not."""

    __slots__ = ()


class Tour(_Alone):
    """The tour."""

    __slots__ = ()


class TryAlone(_Alone):
    """Five minutes alone."""

    __slots__ = ()


class NewSession(_Alone):
    """The set-up of a session."""

    __slots__ = ()


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


class Menu(_Alone):
    """The menu of the session."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes; `person` is who is about to say something, where it is known."""

    person: PlayerId | None = None


class People(_Alone):
    """The people at the table."""

    __slots__ = ()


class ErasePerson(_Alone):
    """The person of this session to erase, to be chosen."""

    __slots__ = ()


class Parts(_Alone):
    """The parts of the session, and its pace."""

    __slots__ = ()


class Overview(_Alone):
    """The whole session, line by line."""

    __slots__ = ()


class CopyFromHere(_Alone):
    """A copy of the session from the moment that is looked at."""

    __slots__ = ()


class Recap(_Alone):
    """Where the table is, in five lines."""

    __slots__ = ()


class Speech(_Alone):
    """The share of speech."""

    __slots__ = ()


class CardsForLater(_Alone):
    """The cards kept for later."""

    __slots__ = ()


class Prompt(_Alone):
    """A question that sets the talk going again."""

    __slots__ = ()


class RoomMode(_Alone):
    """One thing at a time, large enough for a room."""

    __slots__ = ()


class WholeBoard(_Alone):
    """The board, as large as the window."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """What goes with a mechanism laid on a seat, from the hand or from the later pile."""

    card: CardId
    seat: SeatId
    from_later: bool = False


class AmendmentForm(_Alone):
    """The proposal being decided, to be changed."""

    __slots__ = ()


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
    | ErasePerson
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
