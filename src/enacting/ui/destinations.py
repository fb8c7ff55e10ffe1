"""Where buttons lead: a value for each screen that a button opens, so a button can be inspected without pressing it.

Law: a destination holds numbers, texts, paths and ids, never a screen or a function. Only `routes` opens them.
"""

from dataclasses import dataclass
from pathlib import Path

from enacting.engine.cards import CardId
from enacting.engine.game import NoteId, PlayerId


@dataclass(frozen=True, slots=True)
class _WithoutFields:
    """A destination without fields. A dataclass for each would slow down every start."""


# From anywhere


class ScreenText(_WithoutFields):
    """The text view of the screen; opened from the text view, it goes back to the screen."""

    __slots__ = ()


class NoVoice(_WithoutFields):
    """Says that this computer has no voice, and offers the text view."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Help:
    """Help for a topic: a screen, or a moment of the game; `what_now` is what the box says about that moment."""

    topic: str
    what_now: str = ""


class Glossary(_WithoutFields):
    """The glossary of the box that the screen shows."""

    __slots__ = ()


class About(_WithoutFields):
    """Where the game comes from, and what anybody may do with it."""

    __slots__ = ()


class Preferences(_WithoutFields):
    """The settings."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card of the screen at reading size."""

    card: CardId


# Between sessions


class Home(_WithoutFields):
    """The title screen, once the whole session is on disk or the person has accepted that it is not."""

    __slots__ = ()


class Tour(_WithoutFields):
    """The tour."""

    __slots__ = ()


class TryAlone(_WithoutFields):
    """Five minutes alone."""

    __slots__ = ()


class NewSession(_WithoutFields):
    """The set-up of a session."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SessionList:
    """The sessions of this computer; `chosen` is the file of the selected one."""

    chosen: Path | None = None


@dataclass(frozen=True, slots=True)
class Hall:
    """The tables of one hall side by side; `first` is a session, or a folder of them, to begin with."""

    first: Path | None = None


class PaperForm(_WithoutFields):
    """The form to type in a session that was played on paper."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """Resume a session where it was left."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookAt:
    """A session opened read-only."""

    path: Path


# From a table


class Menu(_WithoutFields):
    """The menu of the session."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes; `person` is who is about to speak, where it is known."""

    person: PlayerId | None = None


class People(_WithoutFields):
    """The people at the table."""

    __slots__ = ()


class ErasePerson(_WithoutFields):
    """Choose a person of this session to erase."""

    __slots__ = ()


class Parts(_WithoutFields):
    """The parts of the session and its pace."""

    __slots__ = ()


class Overview(_WithoutFields):
    """The whole session, line by line."""

    __slots__ = ()


class CopyFromHere(_WithoutFields):
    """Copy the session from the moment shown."""

    __slots__ = ()


class Break(_WithoutFields):
    """The break that has begun, with its end."""

    __slots__ = ()


class Recap(_WithoutFields):
    """Where the table is, in five lines."""

    __slots__ = ()


class NewTexts(_WithoutFields):
    """The new texts of a box that was edited while it is played."""

    __slots__ = ()


class Speech(_WithoutFields):
    """The speaking time of each person."""

    __slots__ = ()


class CardsForLater(_WithoutFields):
    """The cards kept for later."""

    __slots__ = ()


class Prompt(_WithoutFields):
    """A question to restart the discussion."""

    __slots__ = ()


class RoomMode(_WithoutFields):
    """One thing at a time, large enough for the whole room."""

    __slots__ = ()


class WholeBoard(_WithoutFields):
    """The board, as large as the window."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class VerdictForm:
    """Whether an adopted proposal holds when trouble comes."""

    card: CardId


@dataclass(frozen=True, slots=True)
class NextStepForm:
    """A next step: that of a number, or a new one where it is 0."""

    number: int = 0


class MechanismForm(_WithoutFields):
    """A mechanism to be written instead of being drawn."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReasonForm:
    """The words of somebody's reservation, or of what they object."""

    player: PlayerId
    objects: bool = False


@dataclass(frozen=True, slots=True)
class EraseWords:
    """Erase a note, or the sentence and the word that somebody leaves."""

    said: NoteId | PlayerId


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
    | About
    | Preferences
    | ReadCard
    | Home
    | Tour
    | TryAlone
    | NewSession
    | SessionList
    | Hall
    | PaperForm
    | Resume
    | LookAt
    | Menu
    | Notes
    | People
    | ErasePerson
    | Parts
    | Overview
    | CopyFromHere
    | Break
    | Recap
    | NewTexts
    | Speech
    | CardsForLater
    | Prompt
    | RoomMode
    | WholeBoard
    | VerdictForm
    | NextStepForm
    | MechanismForm
    | ReasonForm
    | EraseWords
    | LinkForm
)
