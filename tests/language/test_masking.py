"""Names taken out of texts: all of a name, however it is written, and nothing else."""

import pytest

from enacting.language.masking import Masks, plain

LEO = Masks({"Léo": "Personne 2"})
GRANGE = Masks({"Anne-Sophie de La Grange": "Personne 4"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Léo propose un square.", "Personne 2 propose un square."),
        ("LÉO, leo et léo", "Personne 2, Personne 2 et Personne 2"),
        ("d’après Léo : l’eau", "d’après Personne 2 : l’eau"),
        ("Le\u0301o", "Personne 2"),
        ("(Léo)", "(Personne 2)"),
        ("Vas-y Léo", "Vas-y Personne 2"),
    ],
)
def test_a_name_is_found_whatever_its_capitals_and_accents(text: str, expected: str) -> None:
    assert LEO.masked(text) == expected
    assert LEO.finds(text)


@pytest.mark.parametrize("text", ["Léonie", "Cléo", "Léo-Paul", "Jean-Léo", "la rivière", "", "Leonardo"])
def test_a_name_is_not_found_inside_another_word(text: str) -> None:
    assert LEO.masked(text) == text
    assert not LEO.finds(text)


def test_a_name_of_several_words_is_found_whole_over_two_lines_and_by_each_of_its_words() -> None:
    assert GRANGE.masked("anne-sophie  de la\ngrange dit oui") == "Personne 4 dit oui"
    assert GRANGE.masked("Anne-Sophie dit oui") == "Personne 4 dit oui"
    assert GRANGE.masked("Madame Grange") == "Madame Personne 4"


def test_a_word_of_a_name_is_looked_for_by_itself_from_three_letters_on() -> None:
    masks = Masks({"Li Wei Bo": "Personne 5"})

    assert masks.masked("Li et Bo écoutent Wei") == "Li et Bo écoutent Personne 5"
    assert masks.masked("Li Wei Bo écoute") == "Personne 5 écoute"


def test_one_word_of_a_name_without_its_capital_is_a_word_like_another() -> None:
    assert GRANGE.masked("une grange, de la place") == "une grange, de la place"


@pytest.mark.parametrize("text", ["jean-pierre", "Jean-pierre", "JEAN-PIERRE", "jean\u2011pierre"])
def test_a_word_of_a_name_with_a_hyphen_is_found_whatever_its_capitals(text: str) -> None:
    masks = Masks({"Jean-Pierre Benali": "Renard"})

    assert masks.masked(f"{text} propose une haie") == "Renard propose une haie"
    assert not masks.finds("jean et pierre, un benali")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/stick/2026-03-12-chez-jean-pierre-benali.session", True),
        ("/stick/BENALI_2.session", True),
        ("/chez Jean-Pierre/a.session", True),
        ("/stick/benalia.session", False),
        ("/stick/jean.session", False),
    ],
)
def test_a_name_is_found_in_a_path(path: str, expected: bool) -> None:
    assert Masks({"Jean-Pierre Benali": "Renard"}).finds_in_path(path) is expected


def test_a_name_that_is_a_word_of_a_longer_one_is_its_own() -> None:
    masks = Masks({"Ana": "Renard", "Ana Lima": "Loutre"})

    assert masks.masked("Ana Lima et Ana, Lima") == "Loutre et Renard, Loutre"


def test_names_of_other_alphabets_and_signs_are_found() -> None:
    masks = Masks({"Ольга": "Chêne", "😀": "Renard", "A+B": "Héron"})

    assert masks.masked("ОЛЬГА, 😀 et a+b") == "Chêne, Renard et Héron"


def test_a_text_that_would_grow_too_long_is_given_an_ellipsis_instead() -> None:
    assert LEO.masked("Léo et Léo", 16) == "… et …"
    assert LEO.masked("Léo et Léo", 40) == "Personne 2 et Personne 2"


def test_without_names_nothing_changes() -> None:
    assert Masks({}).masked("Léo") == "Léo"
    assert Masks({"": "x", "  ": "y"}).masked("rien  ne change") == "rien  ne change"


def test_names_that_differ_by_accents_capitals_and_spaces_are_plainly_the_same() -> None:
    assert plain(" LÉO   d’Arc") == plain("leo d'arc") == "leo d'arc"
