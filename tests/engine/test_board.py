"""What a box is when it says nothing else, what it keeps apart, and how long a text of people may be."""

from dataclasses import replace

import pytest
from tables import tiny_box

from enacting.engine import game
from enacting.engine.board import Length
from enacting.engine.cards import CardId, MechanismKind


def test_a_length_that_says_no_more_has_postures_drawn_and_no_trouble() -> None:
    usual = Length(id="usual", title="Usual", minutes=90)

    assert (usual.postures_placed, usual.trouble) == (False, False)


def test_the_crises_set_aside_and_the_failures_of_a_box_are_known() -> None:
    box = tiny_box()
    flood, m2 = box.crises[CardId("flood")], box.mechanisms[CardId("m2")]
    apart = replace(
        box,
        crises={**box.crises, flood.id: replace(flood, set_aside=True)},
        mechanisms={**box.mechanisms, m2.id: replace(m2, kind=MechanismKind.FAILURE)},
    )

    assert (box.crises_set_aside(), box.failures()) == ((), ())
    assert (apart.crises_set_aside(), apart.failures()) == ((CardId("flood"),), (CardId("m2"),))


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("NAME_LENGTH", 24),
        ("LINK_LENGTH", 40),
        ("SYSTEM_NAME_LENGTH", 60),
        ("SENTENCE_LENGTH", 280),
        ("NOTE_LENGTH", 1000),
        ("TITLE_LENGTH", 40),
        ("LINE_LENGTH", 80),
        ("TEXT_LENGTH", 220),
        ("CONSEQUENCE_LENGTH", 90),
    ],
)
def test_texts_may_be_as_long_as_before_or_a_session_would_not_be_played_again(name: str, characters: int) -> None:
    assert getattr(game, name) == characters
