"""Names taken out of texts: all of a name, however it is written, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enacting.language.masking import Choices, MaskedSentence, Masks, is_like_a_word, plain
from enacting.language.plain_letters import without_accents

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


# Names that are words, initials, inside one another or alike

BOTH = ("fr", "en")
SOMEBODY = "quelqu’un"


def masks_of(*names: str, languages: tuple[str, ...] = BOTH) -> Masks:
    """Each of these people becomes "#1", "#2" and so on, and "#" where several may be meant."""
    return Masks({name: f"#{number}" for number, name in enumerate(names, 1)}, languages=languages, anybody="#")


@pytest.mark.parametrize(
    "text",
    [
        "Il y a un risque : l'eau manque",
        "A mon avis, il y a de l’eau.",
        "Y a-t-il un risque ? L’eau manque. À voir.",
        "Il a dit : « L'eau d’abord. »",
    ],
)
def test_people_called_by_an_initial_do_not_harm_what_was_written(text: str) -> None:
    assert masks_of("A", "Y", "L", languages=("fr",)).masked(text) == text


def test_a_name_of_one_or_two_letters_is_found_as_it_is_written() -> None:
    masks = masks_of("A", "Jo", "I", languages=("en",))

    assert (
        masks.masked("We ask A and Jo. I think Jo’s plan helps a lot.")
        == "We ask #1 and #2. I think #2’s plan helps a lot."
    )
    assert masks.masked("jo and JO agree") == "jo and JO agree"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Rose", "une rose pour Rose, ROSE", "une rose pour #1, #1"),
        ("Pierre", "pierre après pierre, dit Pierre", "pierre après pierre, dit #1"),
        ("Will", "we will ask Will", "we will ask #1"),
        ("rose", "une rose pour Rose", "une rose pour #1"),
        ("Hui", "aujourd’hui, Hui", "aujourd’hui, #1"),
        ("Un", "quelqu'un vient avec Un", "quelqu'un vient avec #1"),
        ("Can", "Can't we? Ask Can.", "Can't we? Ask #1."),
        ("Marie", "il se marie avec Marie", "il se marie avec #1"),
        ("La Grange", "une fois la grange finie, La Grange", "une fois la grange finie, #1"),
        ("Chloé", "chloe et chloé", "#1 et #1"),
    ],
)
def test_a_word_of_the_language_in_small_letters_is_nobodys_name(name: str, text: str, expected: str) -> None:
    assert masks_of(name).masked(text) == expected


def test_a_word_of_another_language_is_a_name_whatever_its_capitals() -> None:
    assert masks_of("Will", languages=("fr",)).masked("will propose") == "#1 propose"
    assert masks_of("Rose", languages=("pt",)).masked("rose propõe") == "#1 propõe"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("李雷", "我和李雷一起去"),
        ("ตะวัน", "ผมกับตะวันไป"),
        ("민수", "민수는 물을 말한다"),
        ("Ana", "我和Ana一起去"),
        ("さくら", "今日はさくらと行く"),
        ("Ayşe", "Ayşe'nin önerisi"),
        ("Jean Paul", "l’avis de jean-paul"),
        ("Jean-Paul", "JEAN PAUL dit oui"),
        ("O'Neil", "chez O’Neil"),
        ("Léo", "ex-Léo"),
    ],
)
def test_a_name_is_found_in_any_script_and_however_its_words_are_joined(name: str, text: str) -> None:
    assert "#1" in masks_of(name).masked(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("가", "각자"), ("か", "が"), ("Lo", "Lœuf"), ("Ana", "Anatole, Liana, ana_1"), ("Neil", "O’Neil")],
)
def test_a_name_is_no_piece_of_a_letter_or_of_a_longer_word(name: str, text: str) -> None:
    masks = masks_of(name, languages=())

    assert masks.masked(text).replace("#1_1", "ana_1") == text


def test_two_people_alike_but_for_an_accent_or_a_space_are_told_apart_where_they_can_be() -> None:
    masks = masks_of("Lea", "Léa", "Anna", "An Na", languages=("fr",))

    assert masks.masked("Lea, Léa, LEA, LÉA et léà") == "#1, #2, #1, #2 et #"
    assert masks.masked("Anna puis An Na") == "#3 puis #4"


def test_a_first_name_that_two_people_bear_is_said_of_neither() -> None:
    masks = masks_of("Jean Martin", "Jean Dupont")

    assert masks.masked("Jean, Martin et Jean Dupont") == "#, #1 et #2"


def test_who_is_erased_is_told_from_somebody_alike_who_stays() -> None:
    masks = Masks({"Léa": "P1"}, keep=["Lea", "Ana Lima"])

    assert masks.masked("Lea et Léa ; Ana Limace") == "Lea et P1 ; Ana Limace"


def test_a_shorter_name_is_found_where_a_longer_one_is_not() -> None:
    assert masks_of("Ana Lima", "Ana").masked("Ana Limace, Ana Lima") == "#2 Limace, #1"


# What is shown before anything is changed


def test_each_sentence_that_would_change_is_told_and_those_that_may_name_somebody() -> None:
    masks = masks_of("Rose", "A")
    text = "Rose aime l’eau. Il y a une rose.\nRien. « Oui », dit A !"

    assert list(masks.changes(text)) == [
        MaskedSentence("Rose aime l’eau.", "#1 aime l’eau.", is_certain=True),
        MaskedSentence("Il y a une rose.", "Il y a une #1.", is_certain=False),
        MaskedSentence("« Oui », dit A !", "« Oui », dit #2 !", is_certain=True),
    ]


def test_people_choose_which_sentences_change() -> None:
    text = "Rose pousse. Une rose pousse. Rose le dit à la rose."
    choices = Choices(kept=frozenset({"Rose pousse."}), taken=frozenset({"Une rose pousse.", "Rose le dit à la rose."}))
    masks = Masks({"Rose": "#"}, languages=BOTH, choices=choices)

    assert masks.masked(text) == "Rose pousse. Une # pousse. # le dit à la #."


def test_a_sentence_goes_on_where_a_name_runs_over_its_end() -> None:
    masks = masks_of("J. Martin")

    assert list(masks.changes("Avec J. Martin. Oui.")) == [
        MaskedSentence("Avec J. Martin.", "Avec #1.", is_certain=True)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A", True), ("Jo", True), ("Rose", True), ("Will", True), ("La Grange", True), ("Chloé", False), ("", False)],
)
def test_a_name_that_is_like_a_word_can_be_asked_about(name: str, expected: bool) -> None:
    assert is_like_a_word(name, BOTH) is expected


# Properties

AWKWARD = (
    """
    A|Y|L|I|O|À|Un|On|Le|It|Jo|Li|Bo|Rose|Pierre|Will|May|Mark|Claire|Aimée|Chêne|Renard|Otter|Mésange|Jean|Jean-Paul
    JeanPaul|Jean Paul|Ana|Anna|An Na|Ana Lima|Léa|Lea|Léo|Léonie|Lœtitia|Loetitia|Łukasz|Ørsted|Đorđe|Straße|İlker
    Σίσυφος|Ольга|李雷|李|민수|さくら|محمد|משה|Ayşe|O'Neil|D’Artagnan|J.-P.|J. Martin|R2|42|La Grange|Marie de la Place
    Anne-Sophie de La Grange
""".strip()
    .replace("\n    ", "|")
    .split("|")
)
WITHOUT_NAMES = {
    "fr": "il y a un risque : l’eau manque à la rivière|aujourd’hui quelqu’un se marie|la rose et le chêne|on le dit",
    "en": "we will ask it|in may|mark a rose by the oak|if i may say so|oh no|it can’t be|we don’t mark it",
}
WITH_IOTA = "".join(map(chr, range(0x1F80, 0x1FFD)))
"""Letters of ancient Greek that take a letter more in capitals."""
ANY_NAME = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(categories=["L"], exclude_characters=WITH_IOTA), min_size=3, max_size=8).map(str.capitalize),
)


def small_words(language: str) -> st.SearchStrategy[str]:
    """A sentence in small letters of words of the language, which names nobody."""
    return st.lists(st.sampled_from(WITHOUT_NAMES[language].split("|")), min_size=1, max_size=4).map(", ".join)


@given(st.data(), st.sampled_from(BOTH), st.lists(st.sampled_from(AWKWARD), min_size=1, max_size=9, unique=True))
def test_a_text_without_anybodys_name_never_changes(data: st.DataObject, language: str, names: list[str]) -> None:
    text = data.draw(small_words(language))

    masks = masks_of(*names, languages=(language,))

    assert masks.masked(text) == text
    assert masks.masked(text[0].upper() + text[1:]) == text[0].upper() + text[1:] or masks.finds(text.capitalize())


def spellings(name: str) -> set[str]:
    """The name as the game may write it: composed or not, in capitals, with plain letters and spaces of any kind."""
    letters = [letter for letter in plain(name) if letter.isalnum()]
    short = len(letters) <= 2 and name.lower() != name.upper()
    written = {name} if short else {name, name.upper(), without_accents(name), f"{name}\u0301"}
    written |= {unicodedata.normalize(form, each) for each in written for form in ("NFC", "NFD")}
    return (
        written
        | {each.replace(" ", "\u00a0").replace("'", "’") for each in written}
        | {each.replace(" ", "\n") for each in written}
    )


@given(
    st.lists(ANY_NAME, min_size=1, max_size=9, unique=True),
    st.sampled_from(
        ["avec {} et", "« {} »", "({})", "on {}, oui", "avec {}", "d’après l’avis de {}.", "ask {}’s friend"]
    ),
    st.sampled_from(BOTH),
)
def test_every_spelling_of_a_name_that_the_game_can_make_is_found(names: list[str], around: str, language: str) -> None:
    masks = masks_of(*names, languages=(language,))

    for name in names:
        for written in spellings(name):
            if name == "I" or (written == written.lower() and is_like_a_word(written, (language,))):
                continue  # It may be a word: people are asked.
            masked = masks.masked(around.format(written))

            assert masked in {around.format(f"#{number}") for number in ("", *range(1, 10))}, (name, written)


def test_a_surname_that_is_a_word_stays_at_the_head_of_a_sentence_and_a_first_name_does_not() -> None:
    masks = masks_of("Rose Petit", languages=("fr",))

    assert masks.masked("Petit jardin. Rose et Petit, chez les Petit.") == "Petit jardin. #1 et #1, chez les #1."
    assert [change.is_certain for change in masks.changes("Petit jardin.")] == [False]


def test_no_word_of_a_numbered_name_is_looked_for_by_itself() -> None:
    masks = masks_of("Personne 2", languages=("fr",))

    assert (
        masks.masked("Personne n’est venu. Une personne ? Personne 2 !") == "Personne n’est venu. Une personne ? #1 !"
    )
