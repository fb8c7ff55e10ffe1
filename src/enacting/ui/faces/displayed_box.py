"""A box as it is displayed: its words in the typography of the language."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final

from enacting.engine.board import Box
from enacting.language.typeset_words import typeset_words
from enacting.ui.graphics.cache import Identity, LruCache

_DECKS: Final = tuple(field.name for field in fields(Box) if field.name.endswith("s"))
_VERSIONS_KEPT: Final = 6


def typeset_box(box: Box) -> Box:
    """The same box with every text it shows in the typography of its language; cached."""
    return _cache.get(Identity(box), lambda: _typeset(box))


def _typeset(box: Box) -> Box:
    """Of a box that was shown before, in an earlier version, only the cards that have changed are typeset again."""
    name = (box.description.id, box.language)
    before, set_before = _versions.pop(name, (None, None))
    decks: dict[str, Any] = {
        deck: _set_cards(
            getattr(box, deck),
            getattr(before, deck, {}),
            getattr(set_before, deck, {}),
            box.language,
        )
        for deck in _DECKS
    }
    empty: dict[str, Any] = {deck: {} for deck in _DECKS}
    rest = typeset_words(replace(box, **empty), box.language)
    made = replace(rest, **decks)
    _versions[name] = (box, made)
    while len(_versions) > _VERSIONS_KEPT:
        del _versions[next(iter(_versions))]
    return made


def _set_cards(
    cards: Mapping[Any, Any], before: Mapping[Any, Any], set_before: Mapping[Any, Any], language: str
) -> dict[Any, Any]:
    return {
        id_: set_before[id_] if id_ in set_before and before[id_] == card else typeset_words(card, language)
        for id_, card in cards.items()
    }


_cache: LruCache[Identity, Box] = LruCache(6)
_versions: dict[tuple[str, str], tuple[Box, Box]] = {}
