"""The cards: what is printed on each kind of card, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

POSTURE_SHAPES: Final = (
    "ring",
    "square",
    "corner",
    "chevron",
    "bar",
    "triangle",
    "circle",
    "octagon",
    "heart",
    "diamond",
    "star",
)
"""The shapes a posture may have; the first six stay distinct under any rotation."""

CardId = NewType("CardId", str)
ConsequenceId = NewType("ConsequenceId", str)
FamilyId = NewType("FamilyId", str)


class Confidence(StrEnum):
    """How sure we are of what a card says; `TABLE` when people wrote it while they played."""

    DOCUMENTED = "documented"
    PARTLY = "partly"
    INFERENCE = "inference"
    PROPOSAL = "proposal"
    TABLE = "table"


class MechanismKind(StrEnum):
    """What a mechanism is an example of: a scheme to take up, or one that failed or divides people."""

    SCHEME = "scheme"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Art:
    """What is drawn on a card: a picture of the designer's own, or a scene, or an icon with echoes of a second one.

    `scene` has a part on each line, as `enacting.scenes` reads them; `colour` (`#RRGGBB`) is that of its sky and ground
    where it is not the card's usual one. `hero` is the part that the card brings to the middle of the board. `credit`
    says who made the picture.
    """

    icon: str = ""
    echo: str = ""
    hero: str = ""
    colour: str = ""
    scene: tuple[str, ...] = ()
    image: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from; `year` is that of the text, as it is to be shown."""

    title: str
    year: str = ""
    url: str = ""

    @property
    def named(self) -> str:
        """The title with its year."""
        return f"{self.title} ({self.year})" if self.year else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureCard:
    """How a public actor behaves towards a commons; `risk` says in one line where that can go wrong."""

    id: CardId
    title: str
    family: FamilyId
    text: str
    question: str
    colour: str
    shape: str
    art: Art
    risk: str = ""
    examples: tuple[str, ...] = ()
    note: str = ""
    confidence: Confidence = Confidence.DOCUMENTED
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismCard:
    """A real scheme, met somewhere; `postures` says why it was seen with each posture.

    `kind` marks the ones that tell of a failure or a controversy, so that they can be left out of a session.

    `checked` is the month in which its facts were last compared with their sources, as `2026-11`.
    """

    id: CardId
    title: str
    place: str
    year: str
    family: FamilyId
    text: str
    art: Art
    question: str = ""
    kind: MechanismKind = MechanismKind.SCHEME
    who: str = ""
    strengths: str = ""
    limits: str = ""
    note: str = ""
    postures: Mapping[CardId, str] = field(default_factory=dict)
    confidence: Confidence = Confidence.DOCUMENTED
    checked: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextCard:
    """A place to play in: how large it is, what it has, what helps it and what it lacks.

    Only a table that writes one may leave all that out, and say no more than where it is.
    """

    id: CardId
    title: str
    art: Art
    text: str = ""
    size: str = ""
    means: str = ""
    strengths: tuple[str, ...] = ()
    weak_points: tuple[str, ...] = ()
    question: str = ""
    note: str = ""
    confidence: Confidence = Confidence.PROPOSAL
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisCard:
    """A situation that puts the territory in danger, with its consequences by order.

    `fits` names the contexts it can happen in; it fits them all when it names none.
    `documented` names the consequences found in a source; the others are proposed by the box.
    `note` is for the facilitator. `neutral` is the crisis to take instead where this one is too sensitive.
    `set_aside` keeps it out of chance until the facilitator brings it in.
    """

    id: CardId
    title: str
    text: str
    consequences: Mapping[ConsequenceId, str]
    art: Art
    question: str = ""
    fits: tuple[CardId, ...] = ()
    documented: tuple[ConsequenceId, ...] = ()
    note: str = ""
    neutral: CardId = CardId("")
    set_aside: bool = False
    confidence: Confidence = Confidence.PROPOSAL
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard:
    """Who a player speaks for; `say` is one line to introduce oneself."""

    id: CardId
    title: str
    goal: str
    means: str
    fear: str
    say: str
    art: Art
    question: str = ""
    confidence: Confidence = Confidence.PROPOSAL


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question for the table; `ask_in` names the activities it belongs to. Without `art`, it has their icon."""

    id: CardId
    text: str
    ask_in: tuple[str, ...]
    art: Art = Art()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleCard:
    """Something that happens once the system stands: what holds, and what gives way?

    `postures` and `families` name those it tests most, for the facilitator.
    """

    id: CardId
    title: str
    text: str
    question: str
    art: Art
    postures: tuple[CardId, ...] = ()
    families: tuple[FamilyId, ...] = ()
    note: str = ""
    confidence: Confidence = Confidence.PROPOSAL
    sources: tuple[Source, ...] = ()


Card = PostureCard | MechanismCard | ContextCard | CrisisCard | PersonaCard | QuestionCard | TroubleCard

CARD_WORDS: Final[Mapping[type, tuple[str, ...]]] = {
    PostureCard: ("title", "text", "question", "risk", "examples", "note"),
    MechanismCard: (
        *("title", "place", "year", "text", "question", "who"),
        *("strengths", "limits", "note", "postures"),
    ),
    ContextCard: ("title", "size", "text", "means", "strengths", "weak_points", "question", "note"),
    CrisisCard: ("title", "text", "question", "consequences", "note"),
    PersonaCard: ("title", "goal", "means", "fear", "say", "question"),
    QuestionCard: ("text",),
    TroubleCard: ("title", "text", "question", "note"),
}
"""What is words on each kind of card: what a translation changes, and what may be printed anew while a table plays."""

CardWords = str | tuple[str, ...] | Mapping[str, str]
"""A text, several, or one for each id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """What a card says from now on in one language, field by field, at a table whose box was edited meanwhile."""

    card: CardId
    language: str
    texts: Mapping[str, CardWords]
