"""A soft hyphen of a box is kept in its words, and shown only where a line breaks there."""

import pygame
from boxes import with_edit

from enacting.box import load_files
from enacting.engine.cards import CardId
from enacting.language.words import words_in
from enacting.sheets.fit import misfits
from enacting.ui.graphics.theme import Scale
from enacting.ui.graphics.typeset import Face, Type, width_of, wrap_text
from enacting.ui.items.layout import Layout

STYLE = Type(Face.TEXT, 20)
LONG = "Gemeinschafts\u00adgarten"


def test_a_word_is_cut_at_its_soft_hyphen_and_nowhere_else() -> None:
    wide = width_of("Gemeinschafts-", STYLE) + 2

    wrapped = wrap_text(LONG, STYLE, wide)

    assert (wrapped.lines, wrapped.broken) == (("Gemeinschafts-", "garten"), False)


def test_a_word_that_fits_shows_no_soft_hyphen() -> None:
    wrapped = wrap_text(f"Der {LONG}", STYLE, 1000)

    assert wrapped.lines == ("Der Gemeinschaftsgarten",)
    assert wrapped.width == width_of("Der Gemeinschaftsgarten", STYLE)


def test_a_title_with_a_soft_hyphen_fits_where_its_word_did_not() -> None:
    word = "Nachbarschaftsgemeinschaftsgarten"
    cut = "Nachbar\\xadschafts\\xadgemein\\xadschafts\\xadgarten"
    long, hyphened = (load_files(with_edit("mechanism.yaml", "Jardin partagé", title)) for title in (word, f'"{cut}"'))

    assert "word_cut_on_board" in {misfit.key for misfit in misfits(long)}
    assert {misfit.key for misfit in misfits(hyphened)} == set()
    assert "\u00ad" in hyphened.box("fr").mechanisms[CardId("garden")].title


def test_a_soft_hyphen_is_not_said() -> None:
    layout = Layout((1280, 720), Scale.for_window((1280, 720), 1.0), words_in("en"))

    layout.label("title", pygame.Rect(0, 0, 60, 200), LONG, STYLE, (0, 0, 0))

    assert [item.name for item in layout.items] == ["Gemeinschaftsgarten"]
