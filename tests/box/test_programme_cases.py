"""Every case that the founding documents of the programme name is a card of our box."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from enacting.box import find_box, load
from enacting.engine.board import Box
from enacting.engine.cards import CardId

CASES: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "programme_cases.yaml").read_text(encoding="utf-8")
)


@cache
def boxes() -> Mapping[str, Box]:
    """The box of the programme in its languages."""
    return load(find_box("enacting-the-commons")).by_language


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["mechanism"])
def test_a_case_of_the_programme_is_a_mechanism_of_the_box(case: Mapping[str, str]) -> None:
    card = boxes()["fr"].mechanisms[CardId(case["mechanism"])]

    assert case["place"] in card.place
    assert case["says"].casefold() in f"{card.title} {card.text} {card.who}".casefold()
    assert card.sources


@pytest.mark.parametrize("case", [case for case in CASES if "family" in case], ids=lambda case: case["mechanism"])
def test_a_case_has_the_family_it_has_on_the_slides(case: Mapping[str, str]) -> None:
    assert boxes()["fr"].mechanisms[CardId(case["mechanism"])].family == case["family"]


def test_no_card_stands_for_two_cases() -> None:
    named = [case["mechanism"] for case in CASES]

    assert len(named) == len(set(named)) == 17


def test_the_sensitive_crisis_of_the_programme_is_set_aside_with_a_note_and_a_neutral_variant() -> None:
    for box in boxes().values():
        crisis = box.crises[CardId("far-right-takeover")]

        assert crisis.note
        assert crisis.set_aside
        assert crisis.neutral == "brutal-change-of-majority"
        assert box.crises[crisis.neutral].title in crisis.note
