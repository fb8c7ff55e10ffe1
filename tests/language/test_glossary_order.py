"""The words a box explains, in the order in which people look them up."""

from pathlib import Path

import pytest

from enacting.box import load
from enacting.engine.board import GlossaryEntry
from enacting.language.glossary_order import in_order
from enacting.system.paths import shipped_boxes_folder

BOX = "enacting-the-commons"


def titles(*written: str) -> list[str]:
    """These titles in the order of the glossary."""
    return [entry.title for entry in in_order(GlossaryEntry(id="word", title=title, text="") for title in written)]


def test_accents_and_capitals_do_not_move_a_word() -> None:
    assert titles("Éthique", "effort", "eau", "École", "Fief", "Œuvre", "Oubli", "Ocre") == [
        "eau",
        "École",
        "effort",
        "Éthique",
        "Fief",
        "Ocre",
        "Œuvre",
        "Oubli",
    ]


@pytest.mark.parametrize(
    ("language", "first", "last"), [("fr", "Absence", "Usage civique"), ("en", "Absence", "Subsidiarity")]
)
def test_the_glossary_of_our_box_goes_from_a_to_z(language: str, first: str, last: str) -> None:
    box = load(Path(shipped_boxes_folder() / BOX)).by_language[language]

    words = in_order(box.description.glossary)

    assert (words[0].title, words[-1].title) == (first, last)
