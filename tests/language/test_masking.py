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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Łukasz", "Lukasz"),
        ("Lukasz", "Łukasz"),
        ("Ørsted", "orsted"),
        ("Lœtitia", "Loetitia"),
        ("Đorđe", "Dorde"),
        ("Straße", "STRASSE"),
    ],
)
def test_a_name_typed_with_plain_letters_is_the_same_name(name: str, text: str) -> None:
    masks = Masks({name: "quelqu’un"})

    assert masks.masked(f"{text} viendra") == "quelqu’un viendra"
    assert masks.finds_in_path(f"chez-{text}.session")


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


def test_an_empty_name_is_no_name() -> None:
    masks = Masks({"": "X", " ": "Y", "Ana": "P1"}, keep=["", "Bo"])

    assert masks.masked("Ana et Bo, puis Cyd.") == "P1 et Bo, puis Cyd."
    assert not masks.finds("Bo et Cyd")


def test_a_word_that_is_somebody_else_s_name_stays() -> None:
    masks = Masks({"Jean Martin": "P1"}, keep=["Martin"])

    assert masks.masked("Jean Martin, puis Martin, puis Jean") == "P1, puis Martin, puis P1"


def test_a_text_that_is_just_as_long_as_it_may_be_keeps_what_takes_the_place_of_the_name() -> None:
    masks = Masks({"Ana": "Personne"})

    assert masks.masked("Ana ici", len("Personne ici")) == "Personne ici"
    assert masks.masked("Ana ici", len("Personne ici") - 1) == "… ici"


def test_words_without_a_capital_in_a_name_are_not_looked_for_by_themselves() -> None:
    masks = Masks({"ceux du quartier": "P1", "marie-anne du bois": "P2"})

    assert masks.masked("Le Quartier et le Bois de Marie-Anne, ceux du quartier") == "Le Quartier et le Bois de P2, P1"


@pytest.mark.parametrize("name", ["Zoe\u0301", "Zoe\u0301\u0323"])
def test_accents_that_lie_loose_go_with_their_name(name: str) -> None:
    assert Masks({"Zoé": "P1"}).masked(f"{name} parle") == "P1 parle"
    assert Masks({"Zoé": "P1"}).masked(name) == "P1"
