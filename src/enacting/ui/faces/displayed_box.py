"""A box as it is displayed: its words in the typography of the language."""

from enacting.engine.board import Box
from enacting.language.typeset_words import typeset_words
from enacting.language.words import Words
from enacting.ui.graphics.cache import Identity, LruCache


def typeset_box(box: Box, words: Words) -> Box:
    """The same box with every text it shows in the typography of the language; cached by box and words."""
    return _cache.get((Identity(box), words), lambda: typeset_words(box, words))


_cache: LruCache[tuple[Identity, Words], Box] = LruCache(6)
