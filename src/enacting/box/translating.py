"""A box in another language: the same cards, with the words a translation file gives them.

Law: a translation changes words and nothing else. What it leaves out stays in the language the box was written in,
with a warning.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from enacting.box.draft import Deck
from enacting.box.problems import TOP, Field, Instead, Place, Problem, problem, quoted, warning
from enacting.box.reading import Entries, Items, Node, Text, is_nothing, node_at, place_of, place_of_key
from enacting.engine.board import Box, Part
from enacting.engine.cards import CARD_WORDS, Source
from enacting.language.own_words import lacks_article

WORDS: Mapping[str, tuple[str, ...]] = {
    "game": ("title", "subtitle", "credits", "words"),
    "consequence": ("title",),
    "posture_family": ("title", "text"),
    "mechanism_family": ("title",),
    "length": ("title",),
    "part": ("title",),
    "activity": ("title", "text"),
    "glossary": ("title", "text"),
    **{deck.value: CARD_WORDS[deck.kind] for deck in Deck},
    "source": ("title", "url"),
}
"""What can be translated, section by section of a translation file: a source by its title, anything else by its id."""

_OFTEN_THE_SAME = {
    ("game", "title"),
    ("mechanism", "year"),
    ("mechanism", "place"),
    ("source", "title"),
    ("source", "url"),
}
"""What may stay as it is in another language without a warning: proper names, years, texts that have one language."""

_NAMES = frozenset({"title", "place", "year", "url", "credits"})
_WORDS_OF_A_SENTENCE = 4
"""A text of fewer words may well be the same in two languages."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Named)


def translated(
    box: Box, language: str, file: str, node: Node | None, unsure: Collection[str] = ()
) -> tuple[Box, list[Problem]]:
    """The box in that language, and what is wrong with its translation file.

    What is missing or unknown is not reported in the sections that are `unsure`, whose ids may be wrong in the box.
    """
    overlay = _Overlay(file, node, unsure)
    description = box.description
    overlay.look_at_sections()
    words = dataclasses.replace(
        overlay.in_its_words("game", (), description),
        consequences=overlay.all("consequence", description.consequences),
        posture_families=overlay.all("posture_family", description.posture_families),
        mechanism_families=overlay.all("mechanism_family", description.mechanism_families),
        lengths=overlay.all("length", description.lengths),
        parts=overlay.parts(description.parts),
        glossary=overlay.all("glossary", description.glossary),
    )
    overlay.look_at_own_words(language, words.words)
    changed = dataclasses.replace(
        box,
        language=language,
        description=words,
        postures=overlay.deck(Deck.POSTURE, box.postures),
        mechanisms=overlay.deck(Deck.MECHANISM, box.mechanisms),
        contexts=overlay.deck(Deck.CONTEXT, box.contexts),
        crises=overlay.deck(Deck.CRISIS, box.crises),
        personas=overlay.deck(Deck.PERSONA, box.personas),
        questions=overlay.deck(Deck.QUESTION, box.questions),
        troubles=overlay.deck(Deck.TROUBLE, box.troubles),
    )
    overlay.look_for_strange_sources()
    return changed, overlay.problems


class _Overlay:
    """One translation file being laid over the box; gathers what is wrong on the way."""

    def __init__(self, file: str, node: Node | None, unsure: Collection[str]) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._root = node
        self._unsure = unsure
        self._section = ""
        self._titles: set[str] = set()

    def look_at_sections(self) -> None:
        """Sections that are no sections, and sections that hold no keys."""
        if self._root is None:
            return
        if not isinstance(self._root, Entries):
            self._wrong(self._root.place, "should_be_entries", name=self.file, value="")
            return
        for name, entry in self._root.entries.items():
            if name not in WORDS:
                instead = Instead(name, tuple(WORDS))
                self._wrong(entry.place, "unknown_section", name=quoted(name), instead=instead)
            elif not isinstance(entry.node, Entries):
                self._wrong(entry.node.place, "should_be_entries", name=name, value="")

    def look_at_own_words(self, language: str, words: Mapping[str, str]) -> None:
        """Words that are given without the article that the language has."""
        for key, word in words.items():
            node = node_at(self._root, "game", "words", key)
            if node is not None and lacks_article(language, key, word):
                self._warn(node.place, "article_missing", name=key)

    def deck(self, deck: Deck, cards: Mapping[Any, N]) -> dict[Any, N]:
        """The cards of a deck in their words."""
        return {card.id: self._with_sources(card) for card in self.all(deck.value, tuple(cards.values()))}

    def _with_sources(self, card: N) -> N:
        """The card with its sources as they are called, and where they are found, in that language."""
        sources: tuple[Source, ...] = getattr(card, "sources", ())
        if not sources:
            return card
        self._titles.update(source.title for source in sources)
        theirs = tuple(self.in_its_words("source", (source.title,), source) for source in sources)
        return dataclasses.replace(card, sources=theirs)  # type: ignore[type-var]

    def look_for_strange_sources(self) -> None:
        """Sources that no card names, once all the cards are known."""
        if not self._unsure:  # Else a card that is wrong may name them.
            self._report_unknown_ids(node_at(self._root, "source"), tuple(sorted(self._titles)))

    def parts(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts of the session and their activities in their words."""
        activities = self.all("activity", tuple(activity for part in parts for activity in part.activities))
        by_id = {activity.id: activity for activity in activities}
        return tuple(
            dataclasses.replace(part, activities=tuple(by_id[activity.id] for activity in part.activities))
            for part in self.all("part", parts)
        )

    def all(self, section: str, items: tuple[N, ...]) -> tuple[N, ...]:
        """The items of a section in their words."""
        self._section = section
        self._report_unknown_ids(node_at(self._root, section), tuple(item.id for item in items))
        if items and node_at(self._root, section) is None:
            self._warn(place_of(self._root), "section_untranslated", name=section)
            return items
        return tuple(self.in_its_words(section, (item.id,), item) for item in items)

    def _report_unknown_ids(self, node: Node | None, known: tuple[str, ...]) -> None:
        for name, entry in _entries(node):
            if name not in known and self._section not in self._unsure:
                self._wrong(entry.place, "unknown_id", name=quoted(name), instead=Instead(name, known))

    def in_its_words(self, section: str, path: tuple[str, ...], item: T) -> T:
        """One item with its words replaced by those of the file."""
        self._section = section
        node = node_at(self._root, section, *path)
        name = ".".join((section, *path))
        if node is None:
            if any(self._is_missed(section, item, word) for word in WORDS[section]):
                self._warn(place_of_key(self._root, section, *path), "untranslated", name=name)
            return item
        if not isinstance(node, Entries):
            self._wrong(node.place, "should_be_entries", name=name, value="")
            return item
        self._look_for_strange_keys(section, item, node)
        words = {word: self._words(section, name, item, node, word) for word in WORDS[section]}
        return dataclasses.replace(item, **words)  # type: ignore[type-var]

    def _look_for_strange_keys(self, section: str, item: object, node: Entries) -> None:
        for key, entry in node.entries.items():
            if key in WORDS[section]:
                continue
            if hasattr(item, key):
                self._wrong(entry.place, "not_words", name=key)
            else:
                self._wrong(entry.place, "unknown_key", name=quoted(key), instead=Instead(key, WORDS[section]))

    def _is_missed(self, section: str, item: object, word: str) -> bool:
        return bool(getattr(item, word)) and (section, word) not in _OFTEN_THE_SAME

    def _words(self, section: str, name: str, item: object, node: Entries, word: str) -> object:
        original = getattr(item, word)
        given = node_at(node, word)
        if given is None or is_nothing(given):
            if self._is_missed(section, item, word):
                self._warn(node.place, "untranslated", name=f"{name}.{word}")
            return original
        if isinstance(original, str):
            return self._text(given, word, original)
        if isinstance(original, tuple):
            return self._list(given, word, original)
        return self._by_id(given, name, word, original)

    def _text(self, given: Node, word: str, original: str) -> str:
        if not isinstance(given, Text):
            self._wrong(given.place, "should_be_text", name=word, value="")
            return original
        if not given.value and original:
            self._wrong(given.place, "empty_text", name=word)
        elif given.value == original and word not in _NAMES and len(original.split()) >= _WORDS_OF_A_SENTENCE:
            self._warn(given.place, "same_text", name=word)
        elif given.value and not original:
            self._warn(given.place, "nothing_to_translate", name=word)
        return given.value

    def _list(self, given: Node, word: str, original: tuple[str, ...]) -> tuple[str, ...]:
        if not isinstance(given, Items):
            self._wrong(given.place, "should_be_list", name=word, value="")
            return original
        if len(given.items) != len(original):
            self._wrong(given.place, "list_length", name=word, count=len(given.items), right=len(original))
            return original
        return tuple(self._text(given_text, word, text) for given_text, text in zip(given.items, original, strict=True))

    def _by_id(self, given: Node, name: str, word: str, original: Mapping[str, str]) -> Mapping[str, str]:
        if not isinstance(given, Entries):
            self._wrong(given.place, "should_be_entries", name=word, value="")
            return original
        self._report_unknown_ids(given, tuple(original))
        return {key: self._one_by_id(given, f"{name}.{word}", key, text) for key, text in original.items()}

    def _one_by_id(self, given: Entries, name: str, key: str, original: str) -> str:
        node = node_at(given, key)
        if node is None:
            self._warn(given.place, "untranslated", name=f"{name}.{key}")
            return original
        return self._text(node, key, original)

    def _wrong(self, place: Place, key: str, /, **fields: Field) -> None:
        self.problems.append(problem(self.file, place, key, **fields))

    def _warn(self, place: Place, key: str, /, **fields: Field) -> None:
        if self._section in self._unsure and key in ("untranslated", "section_untranslated"):
            return
        self.problems.append(warning(self.file, place or TOP, key, **fields))


def _entries(node: Node | None) -> Iterable[tuple[str, Any]]:
    return node.entries.items() if isinstance(node, Entries) else ()
