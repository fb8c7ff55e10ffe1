"""Text breaks where it should, is measured as it is painted, and never raises."""

import importlib.util
import json
from pathlib import Path

import pygame
import pytest
from fonts import TIFINAGH
from fonts import font as font_of

from enacting.box.font_formats import plain_font
from enacting.language.characters import drawable
from enacting.system.paths import assets_folder
from enacting.ui.graphics import typeset
from enacting.ui.graphics.typeset import (
    Face,
    Type,
    bring_fonts,
    fitted,
    line_surface,
    paint,
    shortened,
    undrawn,
    width_of,
    wrap_text,
    write,
)

BODY = Type(Face.TEXT, 20)
TITLE = Type(Face.TITLE_800, 40)
SENTENCE = "Un organisme sans but lucratif garde la propriété du sol, les ménages n’achètent que le logement."
INK = (31, 36, 51)
INK_OF_ZERO = (255, 255, 255)


def painted(surface: pygame.Surface) -> pygame.Rect:
    """Where something is not transparent."""
    return surface.get_bounding_rect()


def test_letters_that_our_fonts_lack_are_drawn_in_those_of_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "_brought", {})
    assert undrawn(TIFINAGH, Face.TEXT) == TIFINAGH
    before = width_of(TIFINAGH, BODY)

    bring_fonts([plain_font(font_of())])

    assert undrawn(TIFINAGH, Face.TEXT) == ""
    assert undrawn(TIFINAGH, Face.TEXT, ()) == TIFINAGH
    assert width_of(TIFINAGH, BODY) == round(4 * 0.75 * 20) != before
    assert painted(line_surface(TIFINAGH, BODY, INK)).width > 0
    bring_fonts(plain_font(font_of(letter)) for letter in "ⵉⵊⵋⵌⵍⵎⵏⵐⵑ")
    assert undrawn(TIFINAGH, Face.TEXT) == "ⴰⴱⵜ"


def test_no_line_is_wider_than_the_column() -> None:
    paragraph = wrap_text(SENTENCE, BODY, 240)

    assert len(paragraph.lines) > 3
    assert all(width_of(line, BODY) <= 240 for line in paragraph.lines)


def test_no_word_is_lost() -> None:
    assert " ".join(wrap_text(SENTENCE, BODY, 240).lines) == SENTENCE


def test_a_paragraph_is_as_wide_as_its_widest_line_and_as_high_as_its_lines() -> None:
    paragraph = wrap_text(SENTENCE, BODY, 240)

    assert paragraph.width == max(width_of(line, BODY) for line in paragraph.lines)
    assert paragraph.height == len(paragraph.lines) * BODY.line_height


def test_a_newline_starts_a_new_line() -> None:
    assert wrap_text("Un\n\nDeux", BODY, 500).lines == ("Un", "", "Deux")


def test_no_text_is_one_empty_line() -> None:
    assert wrap_text("", BODY, 500).lines == ("",)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_no_break_space_holds(space: str) -> None:
    width = width_of("Racontez vraiment", BODY) + 2

    assert wrap_text(f"Racontez vraiment{space}!", BODY, width).lines == ("Racontez", f"vraiment{space}!")


def test_a_line_may_end_after_a_hyphen_or_a_slash() -> None:
    assert wrap_text("Loos-en-Gohelle", BODY, width_of("Loos-en-", BODY)).lines == ("Loos-en-", "Gohelle")
    assert wrap_text("Fifty/fifty", BODY, width_of("Fifty/", BODY)).lines == ("Fifty/", "fifty")


def test_a_single_letter_is_not_parted_from_its_hyphen() -> None:
    assert wrap_text("dit a-t-il", BODY, width_of("dit a-t-", BODY)).lines == ("dit", "a-t-il")


def test_an_inclusive_ending_may_go_to_the_next_line_but_a_short_one_stays() -> None:
    assert wrap_text("Agriculteur·rice", BODY, width_of("Agriculteur·", BODY)).lines == ("Agriculteur·", "rice")
    assert wrap_text("Élu·e", BODY, width_of("Élu·", BODY)).broken


@pytest.mark.parametrize("text", ["Aujourd’hui qu’est-ce", "Pourquoi faudrait-il", "On verra celui-là"])
def test_a_pronoun_is_not_parted_from_its_verb(text: str) -> None:
    last = text.split()[-1]

    lines = wrap_text(text, BODY, width_of(text, BODY) - 2).lines

    assert lines[-1] == last


def test_a_word_is_cut_only_when_it_must_be_and_with_a_hyphen() -> None:
    paragraph = wrap_text("anticonstitutionnellement", BODY, 120)

    assert paragraph.broken
    assert all(line.endswith("-") for line in paragraph.lines[:-1])
    assert "".join(line.removesuffix("-") for line in paragraph.lines) == "anticonstitutionnellement"
    assert not wrap_text("anticonstitutionnellement", BODY, 500).broken


@pytest.mark.parametrize("width", range(60, 140, 4))
def test_a_word_that_is_cut_takes_its_signs_with_its_last_letters(width: int) -> None:
    lines = wrap_text("s’arrêtera\u202f?\u00a0»", BODY, width).lines

    assert any(letter.isalpha() for letter in lines[-1])
    assert not any(line.endswith("’-") for line in lines)


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-22-seance-du-22-novembre-2026.session",
        "conseilmunicipaldesenfantsduquartier.html.",
        "/home/zebulonde/Documents/conseilmunicipaldesenfants",
        "C:\\Users\\zebulonde\\conseilmunicipaldesenfants",
    ],
)
@pytest.mark.parametrize("width", [20, 60, 110, 170])
def test_the_name_of_a_file_gets_no_hyphen_that_is_not_in_it(name: str, width: int) -> None:
    paragraph = wrap_text(f"à {name}", BODY, width)

    assert "".join(paragraph.lines).replace(" ", "") == f"à{name}"
    assert not paragraph.broken


def test_the_name_of_a_file_goes_over_two_lines_between_its_parts() -> None:
    width = width_of("session-of-22-november-2026-", BODY)

    assert wrap_text("session-of-22-november-2026-anonymous.html", BODY, width).lines == (
        "session-of-22-november-2026-",
        "anonymous.html",
    )


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    assert "".join(line.removesuffix("-") for line in wrap_text("abc", BODY, 1).lines) == "abc"


def test_the_lines_of_a_title_are_about_as_long_as_one_another() -> None:
    text = "Observatoire citoyen de l’eau"
    width = width_of("Observatoire citoyen de", TITLE)

    assert wrap_text(text, TITLE, width).lines == ("Observatoire citoyen de", "l’eau")
    assert wrap_text(text, TITLE, width, balanced=True).lines == ("Observatoire", "citoyen de l’eau")


def test_beyond_the_lines_allowed_an_ellipsis_says_so() -> None:
    paragraph = wrap_text(SENTENCE, BODY, 240, max_lines=2)

    assert paragraph.cut
    assert len(paragraph.lines) == 2
    assert paragraph.lines[1].endswith("…")
    assert paragraph.width <= 240


def test_lines_break_at_the_same_words_in_any_window() -> None:
    small = wrap_text(SENTENCE, Type(Face.TEXT, 20), 300).lines

    assert wrap_text(SENTENCE, Type(Face.TEXT, 40), 600).lines == small
    assert wrap_text(SENTENCE, Type(Face.TEXT, 80), 1200).lines == small


def test_a_short_name_is_left_as_it_is() -> None:
    assert shortened("Amina", BODY, 200) == "Amina"


def test_a_long_name_is_shortened_to_what_fits() -> None:
    name = shortened("Association des habitants du quartier", BODY, 160)

    assert name.startswith("Association")
    assert name.endswith("…")
    assert 130 < width_of(name, BODY) <= 160


def test_the_first_type_that_fits_is_taken() -> None:
    types = [Type(Face.TEXT, size) for size in (40, 30, 20, 10)]

    found = fitted(SENTENCE, types, 400, 120)

    assert found is not None
    assert found.type.size == 20


def test_a_type_that_cuts_no_word_is_preferred() -> None:
    types = [Type(Face.TEXT, size) for size in (30, 20, 12)]

    found = fitted("anticonstitutionnellement", types, 160, 200)

    assert found is not None
    assert (found.type.size, found.broken) == (12, False)


def test_nothing_is_found_where_no_type_fits() -> None:
    assert fitted(SENTENCE, [BODY], 100, 20) is None


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\u200b", "\ufeff", "\r", "\x07", "😀", "\u202e", ""])
def test_any_character_can_be_drawn(text: str) -> None:
    surface = pygame.Surface((100, 30), pygame.SRCALPHA)

    paint(surface, wrap_text(text, BODY, 100), INK, (0, 0, 100, 30))
    line_surface(text, BODY, INK)
    write(surface, text, BODY, INK, (0, 0, 100, 30))


def test_marks_nobody_sees_are_taken_out_and_accents_joined() -> None:
    assert drawable("a\x00\u200bb\tc") == "ab c"
    assert drawable("e\u0301") == "é"


def strokes(text: str) -> list[tuple[str, str]]:
    """The families that a text is drawn in and what each draws, from left to right."""
    return [(stroke.file.split("_")[0], stroke.text) for stroke in typeset._strokes(text, BODY)]


def test_an_arrow_is_taken_from_another_font() -> None:
    assert strokes("Poser →") == [("AtkinsonHyperlegibleNext", "Poser "), ("Inter", "→")]


def test_french_spaces_do_not_change_fonts() -> None:
    assert strokes("Oui\u202f! Non\u00a0:") == [("AtkinsonHyperlegibleNext", "Oui\u202f! Non\u00a0:")]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ελένη", "Inter"),
        ("Олена", "Inter"),
        ("שרה", "NotoSansHebrew"),
        ("فاطمة", "NotoSansArabic"),
        ("Անի", "NotoSansArmenian"),
        ("ნინო", "NotoSansGeorgian"),
        ("🌱", "NotoEmoji"),
    ],
)
def test_names_in_the_scripts_of_workshops_are_drawn_in_a_font_that_has_them(name: str, family: str) -> None:
    assert strokes(name) == [(family, name)]
    drawn = line_surface(name, BODY, INK)
    assert pygame.mask.from_surface(drawn).count() > 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avec שרה", ["Avec", "שרה"]),
        ("שרה dit oui", ["dit oui", "שרה"]),
        ("שרה ו 12", ["12", "שרה ו"]),
    ],
)
def test_what_is_read_from_the_right_stands_in_its_order(text: str, expected: list[str]) -> None:
    assert [part.strip() for _, part in strokes(text) if part.strip()] == expected


def test_arabic_letters_are_joined() -> None:
    """Isolated letters would be wider."""
    joined = width_of("سلام", BODY)

    assert joined < sum(width_of(letter, BODY) for letter in "سلام")


def test_a_paragraph_from_right_to_left_begins_at_the_right() -> None:
    surface = pygame.Surface((400, 40), pygame.SRCALPHA)

    paint(surface, wrap_text("שלום", BODY, 400), INK, (0, 0, 400, 40))

    assert surface.get_bounding_rect().right > 380
    assert surface.get_bounding_rect().left > 200


def test_a_line_is_drawn_as_wide_as_it_was_measured() -> None:
    for style in (BODY, TITLE, Type(Face.TEXT_BOLD, 16, 80)):
        assert line_surface("MÉCANISME → 12", style, INK).width == width_of("MÉCANISME → 12", style)


def test_letters_can_be_spaced_out() -> None:
    assert width_of("POSTURE", Type(Face.TEXT_BOLD, 50, 100)) == width_of("POSTURE", Type(Face.TEXT_BOLD, 50)) + 30


def test_text_is_painted_where_it_is_asked_for() -> None:
    rect = pygame.Rect(50, 20, 300, 80)
    left, right, middle = (pygame.Surface((400, 120), pygame.SRCALPHA) for _ in range(3))
    paragraph = wrap_text("Amina", BODY, 300)

    paint(left, paragraph, INK, rect)
    paint(right, paragraph, INK, rect, "right")
    paint(middle, paragraph, INK, rect, "centre", "middle")

    assert abs(painted(left).left - rect.left) <= 2
    assert abs(painted(right).right - rect.right) <= 2
    assert abs(painted(middle).centerx - rect.centerx) <= 2
    assert abs(painted(middle).centery - rect.centery) <= 3


def test_capitals_stand_in_the_middle_of_their_line() -> None:
    for face in Face:
        surface = pygame.Surface((200, 100), pygame.SRCALPHA)

        write(surface, "HE", Type(face, 40), INK, (0, 0, 200, 100))

        assert abs(painted(surface).centery - 50) <= 2


def test_text_can_be_drawn_again_after_pygame_quit() -> None:
    line_surface("avant", BODY, INK)
    pygame.quit()
    pygame.font.init()

    assert line_surface("après", BODY, INK).width > 10


def test_memory_of_lines_is_bounded() -> None:
    for number in range(4_000):
        line_surface(str(number), Type(Face.TEXT, 10), INK)

    assert len(typeset._lines) <= 3_000
    assert typeset._lines.weight <= 48_000_000


def test_the_coverage_table_is_the_one_of_the_fonts() -> None:
    pytest.importorskip("fontTools")
    folder = assets_folder() / "fonts"
    script = _module(folder / "make_coverage.py")

    assert json.loads((folder / "coverage.json").read_text(encoding="utf-8")) == script.coverage()


def test_every_font_stands_beside_its_licence() -> None:
    folder = assets_folder() / "fonts"

    for font in folder.glob("*.ttf"):
        licence = (folder / f"OFL-{font.stem.split('_')[0]}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def _module(path: Path):  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("face", Face)
def test_a_zero_has_no_slash(face: Face) -> None:
    surface = pygame.Surface((200, 200))

    write(surface, "0", Type(face, 120), INK_OF_ZERO, surface.get_rect(), "centre")
    ink = pygame.mask.from_threshold(surface, INK_OF_ZERO, (90, 90, 90))
    (outline,) = ink.get_bounding_rects()
    within = outline.inflate(-outline.width * 0.85, -outline.height * 0.5)

    assert ink.overlap_area(pygame.mask.Mask(within.size, fill=True), within.topleft) == 0
