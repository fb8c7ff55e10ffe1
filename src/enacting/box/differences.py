"""What changed between two versions of a box: cards added, removed, reworded, in each language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from enacting.box.draft import BOARD_FILE, GAME_FILE, Deck
from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import Card
from enacting.language.words import Words


class Change(StrEnum):
    """What happened to a card, or to one of its texts."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A value of a card before and after, as text; None where there was, or is, none. `key` is as `sources.0.title`."""

    language: str
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A card that changed, or with an empty `id` a file that holds one thing: the game or the board."""

    file: str
    id: str
    title: str
    change: Change
    texts: tuple[TextChange, ...] = ()


def differences(before: Boxes, after: Boxes) -> tuple[Difference, ...]:
    """Every difference, by file and then in the order of the decks; the order of cards in a deck does not count.

    Languages: that of the box tells all that changed, each translation only words that changed otherwise.
    """
    pairs = _languages(before, after)
    found: list[Difference] = []
    for file, part in ((GAME_FILE, "description"), (BOARD_FILE, "board")):
        texts = _texts((language, getattr(old, part), getattr(new, part)) for language, old, new in pairs)
        if texts:
            found.append(Difference(file, "", "", Change.CHANGED, texts))
    cards = [(language, _cards(old), _cards(new)) for language, old, new in pairs]
    for deck in Deck:
        found += _in_deck(deck, cards)
    old, new = {**before.pictures, **before.fonts}, {**after.pictures, **after.fonts}
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            found.append(Difference(name, "", "", _change(name in old, name in new)))
    return tuple(found)


def changed_cards(before: Boxes, after: Boxes) -> tuple[Card, ...]:
    """The cards of the newer version that are new or changed in any language, in the language of the box."""
    cards = _cards(after.by_language[after.written])
    return tuple(
        cards[difference.id]
        for difference in differences(before, after)
        if difference.id and difference.change is not Change.REMOVED
    )


def as_lines(found: Sequence[Difference], words: Words) -> Iterator[str]:
    """A line for each card, and under it the texts before (-) and after (+), with their language and key."""
    for difference in found:
        name = f"{difference.file}: {difference.id}".removesuffix(": ")
        title = words("difference.title", title=difference.title) if difference.title else ""
        yield " ".join(part for part in (name, title, words(f"difference.{difference.change}")) if part)
        for text in difference.texts:
            yield f"  {text.key} ({text.language})"
            for sign, value in (("-", text.before), ("+", text.after)):
                if value is not None:
                    yield f"    {sign} {value}"
    if not found:
        yield words("difference.none")


def _languages(before: Boxes, after: Boxes) -> list[tuple[str, Box, Box]]:
    """Both versions in the language of the newer one, then in each other language that both have."""
    others = sorted(set(after.by_language) & set(before.by_language) - {after.written})
    return [(language, before.box(language), after.box(language)) for language in (after.written, *others)]


def _in_deck(deck: Deck, cards: Sequence[tuple[str, Mapping[str, Card], Mapping[str, Card]]]) -> Iterator[Difference]:
    _, old, new = cards[0]
    for card, newest in {**old, **new}.items():
        if not isinstance(newest, deck.kind):
            continue
        change = _change(card in old, card in new)
        both = change is Change.CHANGED
        texts = _texts((language, was[card], now[card]) for language, was, now in cards) if both else ()
        if texts or not both:
            yield Difference(deck.file, card, _title(newest), change, texts)


def _texts(versions: Iterable[tuple[str, object, object]]) -> tuple[TextChange, ...]:
    """What changed in something, given in each language before and after."""
    found: list[TextChange] = []
    seen: set[tuple[str, str | None, str | None]] = set()
    for language, before, after in versions:
        if before == after:
            continue
        old, new = _flat(before), _flat(after)
        for key in {**old, **new}:
            change = (key, old.get(key), new.get(key))
            if change[1] != change[2] and change not in seen:
                seen.add(change)
                found.append(TextChange(language, *change))
    return tuple(found)


def _flat(value: object, key: str = "") -> dict[str, str]:
    """Every value within a card, as text, by its path."""
    if is_dataclass(value) and not isinstance(value, type):
        children = {field.name: getattr(value, field.name) for field in fields(value)}
    elif isinstance(value, Mapping):
        children = {str(name): child for name, child in value.items()}
    elif isinstance(value, tuple):
        children = {str(number): child for number, child in enumerate(value)}
    else:
        return {key: str(value)} if value not in ("", None) else {}
    flat: dict[str, str] = {}
    for name, child in children.items():
        flat |= _flat(child, f"{key}.{name}" if key else name)
    return flat


def _change(was: bool, is_now: bool) -> Change:
    if was and is_now:
        return Change.CHANGED
    return Change.ADDED if is_now else Change.REMOVED


def _cards(box: Box) -> dict[str, Card]:
    return {card.id: card for cards in box.decks() for card in cards.values()}


def _title(card: Card) -> str:
    return getattr(card, "title", "") or getattr(card, "text", "")
