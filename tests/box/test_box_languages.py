"""A box in a third language: found by its tag or the nearest, and set as that language prints it."""

import dataclasses

import pytest
from boxes import tiny_box_files

from enacting.box.loading import Boxes, load_files
from enacting.engine.board import Box
from enacting.language.typeset_words import typeset_words
from enacting.language.words import language_name


def boxes(*languages: str) -> Boxes:
    """A box written in French, in these other languages too."""
    files = tiny_box_files(en="") | {f"{language}.yaml": "game: {title: Box}\n" for language in languages}
    return load_files(dict(files))


@pytest.mark.parametrize(
    ("spoken", "wanted", "found"),
    [
        (("en", "de"), ("de",), "de"),
        (("pt-BR",), ("pt",), "pt-BR"),
        (("pt",), ("pt-BR",), "pt"),
        (("pt-BR", "pt-PT"), ("pt-PT",), "pt-PT"),
        (("de",), ("es", "de"), "de"),
        (("de",), ("es", "it"), "fr"),
        ((), ("en",), "fr"),
    ],
)
def test_the_nearest_language_that_the_box_speaks_is_taken(
    spoken: tuple[str, ...], wanted: tuple[str, ...], found: str
) -> None:
    assert boxes(*spoken).nearest(*wanted) == found


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "«\u202fL’eau\u202f»\u202f!"), ("fr-CA", "«\u202fL’eau\u202f»\u202f!"), ("de", "« L'eau » !")],
)
def test_a_text_is_set_as_its_own_language_prints_it(language: str, expected: str) -> None:
    box = boxes().box("fr")
    titled = dataclasses.replace(box, description=dataclasses.replace(box.description, title="« L'eau » !"))

    shown: Box = typeset_words(titled, language)

    assert shown.description.title == expected


@pytest.mark.parametrize(
    ("tag", "name"), [("de", "Deutsch"), ("pt-BR", "Português (BR)"), ("fr", "Français"), ("tlh", "tlh")]
)
def test_a_language_is_called_as_those_who_speak_it_do(tag: str, name: str) -> None:
    assert language_name(tag) == name
