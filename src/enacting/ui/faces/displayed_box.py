"""A box as it is displayed: its words in the typography of the language."""

from enacting.engine.board import Box
from enacting.language.typeset_words import typeset_words
from enacting.ui.graphics.cache import Identity, LruCache


def typeset_box(box: Box) -> Box:
    """The same box with every text it shows in the typography of its language; cached."""
    return _cache.get(Identity(box), lambda: typeset_words(box, box.language))


_cache: LruCache[Identity, Box] = LruCache(6)
