"""The help of the game leads to the guides, in the language of the window."""

import sys

import pytest
from opening import Opener
from ui.walks import Walk

from enacting.system import paths


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files without a program of its own")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_guides_open_in_the_language_of_the_window_and_say_where_they_are(language: str, opener: Opener) -> None:
    walk = Walk(language, [])

    walk.click("help", "guides")

    page = paths.guides_page(language)
    assert page.is_file()
    assert opener.opened(1) == [page]
    assert walk.app.message is not None
    assert str(page) in walk.app.message.text


def test_without_a_program_that_shows_them_the_place_of_the_guides_is_said(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(opener.folder / "nowhere"))
    walk = Walk("en", [])

    walk.click("help", "guides")

    assert walk.app.message is not None
    assert str(paths.guides_page("en")) in walk.app.message.text
