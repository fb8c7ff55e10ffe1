"""A box being checked: what could be read of it, and where each thing was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from enacting.box.problems import Field, Place, Problem, problem, warning
from enacting.box.reading import Items, Node, node_at, place_of, place_of_key, text_at
from enacting.engine.board import Board, Description
from enacting.engine.cards import (
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)

GAME_FILE = "game.yaml"
BOARD_FILE = "board.yaml"

T_co = TypeVar("T_co", covariant=True)
C = TypeVar("C", PostureCard, MechanismCard, ContextCard, CrisisCard, PersonaCard, QuestionCard, TroubleCard)


class Deck(StrEnum):
    """The decks of a box, each in a file of its name."""

    POSTURE = "posture"
    MECHANISM = "mechanism"
    CONTEXT = "context"
    CRISIS = "crisis"
    PERSONA = "persona"
    QUESTION = "question"
    TROUBLE = "trouble"

    @property
    def file(self) -> str:
        """The file of that deck."""
        return f"{self.value}.yaml"

    @property
    def kind(self) -> type[Card]:
        """The kind of its cards."""
        return _KINDS[self]


_KINDS: Mapping[Deck, type[Card]] = {
    Deck.POSTURE: PostureCard,
    Deck.MECHANISM: MechanismCard,
    Deck.CONTEXT: ContextCard,
    Deck.CRISIS: CrisisCard,
    Deck.PERSONA: PersonaCard,
    Deck.QUESTION: QuestionCard,
    Deck.TROUBLE: TroubleCard,
}


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """Something of the box with where it was written; no `value` when its shape is wrong."""

    file: str
    node: Node | None
    value: T_co | None

    @property
    def id(self) -> str:
        """Its id as written, even when the rest is wrong."""
        return text_at(self.node, "id")

    def at(self, *path: str | int) -> Place:
        """Where the value at that path is written."""
        return place_of(self.node, *path)

    def at_key(self, *path: str | int) -> Place:
        """Where the key at that path is written."""
        return place_of_key(self.node, *path)

    def wrong(self, path: tuple[str | int, ...], key: str, /, **fields: Field) -> Problem:
        """A problem of the value at that path."""
        return problem(self.file, self.at(*path), key, **fields)

    def wrong_key(self, path: tuple[str | int, ...], key: str, /, **fields: Field) -> Problem:
        """A problem of the key at that path."""
        return problem(self.file, self.at_key(*path), key, **fields)

    def odd(self, path: tuple[str | int, ...], key: str, /, **fields: Field) -> Problem:
        """A warning about the value at that path."""
        return warning(self.file, self.at(*path), key, **fields)


@dataclass(slots=True)
class BoxDraft:
    """A box as far as it is known: a file that cannot be read leaves nothing, or is missing from `decks`."""

    language: str = ""
    game: Located[Description] | None = None
    board: Located[Board] | None = None
    decks: dict[Deck, tuple[Located[Card], ...]] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    fonts: frozenset[str] = frozenset()

    def ids(self, deck: Deck) -> tuple[str, ...]:
        """The ids written in a deck, in its order."""
        return tuple(card.id for card in self.decks.get(deck, ()) if card.id)

    def written(self, kind: type[C]) -> Iterator[tuple[Located[Card], C]]:
        """The well-shaped cards of that kind with where they are written."""
        for cards in self.decks.values():
            for card in cards:
                if isinstance(card.value, kind):
                    yield card, card.value

    def ids_in_game(self, section: str) -> tuple[str, ...] | None:
        """The ids of a list of the game file, such as `consequences`; nothing when there is no such list."""
        node = None if self.game is None else self.game.node
        if not isinstance(node_at(node, section), Items):
            return None
        return tuple(text_at(item, "id") for item in items_of(node, section) if text_at(item, "id"))

    def activity_ids(self) -> tuple[str, ...] | None:
        """The ids of the activities of the game file; nothing without a list of parts."""
        if self.ids_in_game("parts") is None:
            return None
        return tuple(text_at(activity, "id") for activity in self.activity_nodes())

    def activity_nodes(self) -> list[Node]:
        """The activities of the game file as written."""
        parts = items_of(None if self.game is None else self.game.node, "parts")
        return [activity for part in parts for activity in items_of(part, "activities")]


def items_of(node: Node | None, *path: str | int) -> tuple[Node, ...]:
    """The items of the list at that path; none when there is no list."""
    found = node_at(node, *path)
    return found.items if isinstance(found, Items) else ()
