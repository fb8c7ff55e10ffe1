"""What a part is: its name, the numbers that say where it goes, the words that change how it looks.

The tables of parts are made of these; the checking of a scene, its documentation and `enacting scenes` read them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Value = bool | int | str
"""What a word means to the function that draws: it is there, it counts, it is one of several."""


class Group(StrEnum):
    """The subjects of the parts, in the order in which they are shown."""

    LAYERS = "layers"
    WEATHER = "weather"
    NATURE = "nature"
    BUILDINGS = "buildings"
    TRANSPORT = "transport"
    THINGS = "things"
    SIGNS = "signs"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Number:
    """A number after the name of a part, in percent; without `default` it must be written."""

    name: str
    minimum: int
    maximum: int
    default: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that is there or not: `lit`."""

    name: str


@dataclass(frozen=True, slots=True)
class WordChoice:
    """One word of several: `red`, `green` or `blue`. The first is the one meant when none is written."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word that ends in a whole number: `n5`."""

    name: str
    minimum: int
    maximum: int
    default: int


Word = Flag | WordChoice | WordCount

X: Final = Number("x", -20, 120)
FOOT: Final = Number("foot", 0, 140)
HEIGHT: Final = Number("height", 2, 160)
STANDING: Final = (X, FOOT, HEIGHT)
"""Where a part that stands on its foot goes: across, down, and how high it is."""

EVERYWHERE: Final[tuple[Word, ...]] = (Flag("flip"), WordCount("tilt", -90, 90, 0))
"""What every standing part understands: mirrored from left to right, turned clockwise by so many degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePart:
    """A drawing by name.

    `draw` takes the paints, then each word by its name, with `-` written `_`. A standing part also says how wide it is
    in percent of its height, and whether it is heavy enough to have a shadow; one that is `seeded` also takes `seed`.
    A layer takes the frame of the picture instead of standing anywhere, and always a `seed`.
    """

    name: str
    draw: Callable[..., str]
    group: Group
    numbers: tuple[Number, ...] = STANDING
    words: tuple[Word, ...] = ()
    width: int = 100
    heavy: bool = False
    seeded: bool = False

    @property
    def stands(self) -> bool:
        """Whether it stands somewhere, rather than being a layer."""
        return self.numbers is STANDING

    @property
    def understood(self) -> tuple[Word, ...]:
        """Every word that may follow its name."""
        return (*self.words, *EVERYWHERE) if self.stands else self.words

    @property
    def defaults(self) -> Mapping[str, Value]:
        """The value of each of its words when it is not written."""
        return {word.name: default_of(word) for word in self.understood}


def default_of(word: Word) -> Value:
    """The value of a word that is not written."""
    match word:
        case Flag():
            return False
        case WordChoice(options=options):
            return options[0]
        case WordCount(default=default):
            return default


def spellings(word: Word) -> tuple[str, ...]:
    """How a word may be written; of one that counts, its two ends."""
    match word:
        case Flag(name=name):
            return (name,)
        case WordChoice(options=options):
            return options
        case WordCount(name=name, minimum=minimum, maximum=maximum):
            return (f"{name}{minimum}", f"{name}{maximum}")
