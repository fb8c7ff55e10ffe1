"""Who plays, in the set-up: names that a report without names could take for a word are asked about at once."""

import pytest
from ui.walks import USUAL, Walk, Window

from enacting.ui.setup.setup_screen import SetupScreen


@pytest.mark.parametrize(
    ("language", "name", "asked"),
    [
        ("en", "Will", True),
        ("en", "A", True),
        ("en", "Rose", True),
        ("en", "Chloé", False),
        ("fr", "Will", False),
        ("fr", "Mésange", False),
    ],
)
def test_a_name_that_is_a_word_of_the_language_is_asked_about(language: str, name: str, asked: bool) -> None:
    walk = Walk(language, [Window(*USUAL, 1.0)])
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    field = screen.choices.rows[0].field

    walk.fill(field, name, 24)
    walk.app.focus = field
    assert not walk.ids(f"ask-{field}")
    walk.app.focus = "start"
    walk.app.changed()

    assert [item.id for item in walk.app.items() if item.id.startswith("ask-name-")] == (
        [f"ask-{field}"] if asked else []
    )
