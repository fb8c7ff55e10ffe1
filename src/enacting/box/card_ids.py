"""Ids for cards that come without one."""

from collections.abc import Collection
from typing import Final

from enacting.box.checking import LONGEST_ID
from enacting.engine.cards import CardId
from enacting.language.plain_letters import slug

_NUMBER_LENGTH: Final = 4
"""Room at the end of an id for a number that tells it from another."""


def card_id(text: str, taken: Collection[str]) -> CardId:
    """An id made of a text, with a number when another card has it."""
    name = slug(text, LONGEST_ID - _NUMBER_LENGTH) or "card"
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return CardId(free)
