"""What another game calls its postures and its mechanisms is said in every sentence, and agrees."""

import re

import pytest

from enacting.language.own_words import KNOWN, LABELS, NOUNS, in_own_words, lacks_article
from enacting.language.words import languages, read_sentences, words_in
from enacting.system.paths import assets_folder

FRENCH = {
    "own_word.posture": "une posture",
    "own_word.postures": "postures",
    "own_word.mechanism": "un mécanisme",
    "own_word.mechanisms": "mécanismes",
    "own_word.public_actor": "un acteur public",
}
NOT_OF_A_GAME = {"about", "check", "command", "import", "problems", "schema"}
"""Files of sentences about our own game, or about the files of a box, whose names do not change."""
OUR_WORDS = re.compile(r"\b(?:posture|mechanism|mécanisme|public actor|acteur public)s?\b", re.IGNORECASE)
FILE_NAMES = {"harvest.file.postures", "printing.option.decks"}
"""Sentences in which our words are names of files."""


def in_french(sentence: str, **own: str) -> str:
    return in_own_words({**FRENCH, "said": sentence}, "fr", own)["said"]


def in_english(sentence: str, **own: str) -> str:
    ours = {"own_word.posture": "a posture", "own_word.postures": "postures"}
    return in_own_words({**ours, "said": sentence}, "en", own)["said"]


@pytest.mark.parametrize("language", languages())
def test_no_sentence_of_a_game_says_our_words_where_a_box_could_not_change_them(language: str) -> None:
    left = {}
    for file in sorted((assets_folder() / "words" / language).glob("*.yaml")):
        if file.stem not in NOT_OF_A_GAME:
            for key, sentence in read_sentences(file).items():
                said = re.sub(r"<[^<>]*>|\{\w+\}", "", sentence)
                if OUR_WORDS.search(said) and key not in FILE_NAMES and not key.startswith("own_word."):
                    left[key] = sentence

    assert left == {}


@pytest.mark.parametrize("language", languages())
def test_every_sentence_is_said_without_marks_in_our_words_and_in_others(language: str) -> None:
    usual = words_in(language)
    others = words_in(language, own={"posture": "an atelier", "mechanism": "une clé", "public_actor": "équipe"})

    for file in (assets_folder() / "words" / language).glob("*.yaml"):
        for key, sentence in read_sentences(file).items():
            marked = set(re.findall(r"<[^<>]+>", sentence))
            fields = dict.fromkeys(re.findall(r"\{(\w+)", sentence), "") if marked else {}
            for words in (usual, others) if marked else ():
                assert not any(mark in words(key, **fields) for mark in marked), key


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Piochez <une posture>, lisez-<posture:le/la>.", "Piochez un rôle, lisez-le."),
        ("<La posture> est <posture:posé/posée>.", "Le rôle est posé."),
        ("Ce qui se dit <de la posture>, sous <quelle posture>", "Ce qui se dit du rôle, sous quel rôle"),
        ("Les <postures> <posture:posés/posées>", "Les rôles posés"),
    ],
)
def test_a_masculine_word_in_the_place_of_a_feminine_one(sentence: str, said: str) -> None:
    assert in_french(sentence, posture="un rôle", postures="rôles") == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Piochez <un mécanisme>, gardez-en <mécanisme:un/une>.", "Piochez une idée, gardez-en une."),
        ("<Aucun mécanisme>, discussion <d'un mécanisme>", "Aucune idée, discussion d'une idée"),
        ("<ce mécanisme>, <le mécanisme>, tours <de mécanismes>", "cette idée, l'idée, tours d'idées"),
    ],
)
def test_a_feminine_word_with_a_vowel_in_the_place_of_a_masculine_one(sentence: str, said: str) -> None:
    assert in_french(sentence, mechanism="une idée", mechanisms="idées") == said


def test_a_masculine_word_with_a_vowel_or_an_h_that_is_sounded() -> None:
    assert in_french("<ce mécanisme>, <le mécanisme>", mechanism="un outil") == "cet outil, l'outil"
    assert in_french("<le mécanisme>", mechanism="un héros") == "le héros"
    assert in_french("<le mécanisme>", mechanism="un hôpital") == "l'hôpital"


def test_an_english_word_brings_its_article_and_one_of_another_language_is_given_it() -> None:
    assert in_english("Draw <a posture>.", posture="an hour") == "Draw an hour."
    assert in_english("<A posture> there", posture="attitude") == "An attitude there"
    assert in_english("<Postures> placed", posture="a role", postures="roles") == "Roles placed"


def test_a_word_that_a_box_does_not_give_is_ours() -> None:
    assert in_french("<Un acteur public>, <la posture>", posture="un rôle") == "Un acteur public, le rôle"


def test_a_label_is_what_the_box_writes_even_with_signs_that_fields_have() -> None:
    words = words_in("en", own={"who": "Wer {handelt}", "posture": "a {count}", "postures": "x"})

    assert words("card.who") == words("write_card.who_label") == "Wer {handelt}"
    assert words("kind.posture") == "{count}"


@pytest.mark.parametrize("language", languages())
def test_every_label_is_a_sentence_without_fields(language: str) -> None:
    words = words_in(language)

    assert all(words(key) for keys in LABELS.values() for key in keys)
    assert len(KNOWN) == len(set(KNOWN))
    assert all(words(f"own_word.{key}") for key in NOUNS)


def test_only_a_word_for_one_thing_needs_an_article_and_only_in_languages_we_speak() -> None:
    assert lacks_article("fr", "posture", "rôle")
    assert lacks_article("fr-CA", "posture", "a role")
    assert not lacks_article("fr", "posture", "un rôle")
    assert not lacks_article("fr", "postures", "rôles")
    assert not lacks_article("en", "who", "Who uses it")
    assert not lacks_article("de", "posture", "Rolle")
