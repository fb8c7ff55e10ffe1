"""The schemas that editors read say what the game reads, are beside every box, and need no network."""

import dataclasses
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml
from box.designer_mistakes import MISTAKES, spoiled
from boxes import tiny_box_files

from enacting.box import find_box, shipped_boxes
from enacting.box.draft import Deck
from enacting.box.loading import GameFile
from enacting.box.new_box import make_box
from enacting.box.schema import first_line, schemas
from enacting.engine.board import Board
from enacting.language.words import languages, words_in

KINDS: Mapping[str, type] = {"game": GameFile, "board": Board, **{deck.value: deck.kind for deck in Deck}}
SHOWN_TO_EDITORS = {"E301", "E302", "E303", "E304", "E305", "E306", "E307", "E309", "E310", "E311"}
"""Codes of mistakes in one file that a schema can tell."""


class YamlOfEditors(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: dates and old words for true and false are texts."""


YamlOfEditors.yaml_implicit_resolvers = {
    letter: [
        (tag, re.compile("^(?:true|false)$") if tag.endswith(":bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
    ]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parsed(text: str) -> Any:
    return yaml.load(text, Loader=YamlOfEditors)


@cache
def checked_by(name: str) -> Any:
    """What an editor does with a file that names that schema."""
    return fastjsonschema.compile(json.loads(schemas(words_in("en"))[name]))


def is_underlined(file: str, text: str) -> bool:
    """Whether an editor would underline anything in a file of that name."""
    try:
        checked_by(first_line(file).strip().rpartition("/")[2])(parsed(text))
    except (fastjsonschema.JsonSchemaValueException, yaml.YAMLError):
        return True
    return False


@pytest.mark.parametrize("name", shipped_boxes())
def test_the_schemas_beside_a_shipped_box_are_those_of_the_engine(name: str) -> None:
    """After a change of a dataclass or of these words, write them again: `write_schemas(folder, words_in("fr"))`."""
    folder = find_box(name) / "schema"

    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == schemas(words_in("fr"))


@pytest.mark.parametrize("name", shipped_boxes())
def test_every_file_of_a_shipped_box_names_its_schema_in_its_first_line_and_keeps_to_it(name: str) -> None:
    files = sorted(find_box(name).glob("*.yaml"))

    assert len(files) >= 8
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert text.startswith(first_line(file.name)), file.name
        assert (file.parent / text.split("\n")[0].partition("$schema=")[2]).is_file()
        assert not is_underlined(file.name, text), file.name


@pytest.mark.parametrize("language", languages())
def test_a_new_box_has_its_schemas_in_its_language(tmp_path: Path, language: str) -> None:
    files = make_box(tmp_path / "box", language)

    assert {file.name for file in files if file.suffix == ".json"} == set(schemas(words_in(language)))
    for file in (file for file in files if file.suffix == ".yaml"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith(first_line(file.name))
        assert not is_underlined(file.name, text), file.name
    mechanism = json.loads((tmp_path / "box" / "schema" / "mechanism.json").read_text(encoding="utf-8"))
    assert mechanism["items"]["properties"]["who"]["description"] == words_in(language)("schema.key.who")


@pytest.mark.parametrize("stem", KINDS)
def test_a_schema_has_the_keys_of_the_engine_and_asks_for_those_without_a_default(stem: str) -> None:
    schema = json.loads(schemas(words_in("en"))[f"{stem}.json"])
    schema = schema.get("items", schema)
    fields = dataclasses.fields(KINDS[stem])
    missing = dataclasses.MISSING

    assert set(schema["properties"]) == {field.name for field in fields}
    assert set(schema["required"]) == {
        field.name for field in fields if field.default is missing and field.default_factory is missing
    }
    assert schema["additionalProperties"] is False


def test_no_schema_sends_an_editor_to_the_network() -> None:
    for text in schemas(words_in("en")).values():
        assert re.findall(r"https?://[^\"]*", text) == ["http://json-schema.org/draft-07/schema#"]


def test_a_right_box_is_underlined_nowhere() -> None:
    assert [name for name, text in tiny_box_files().items() if is_underlined(name, text)] == []


@pytest.mark.parametrize("name", [name for name, mistake in MISTAKES.items() if mistake.code in SHOWN_TO_EDITORS])
def test_an_editor_underlines_the_mistakes_of_one_file(name: str) -> None:
    mistake = MISTAKES[name]
    file = mistake.place.rpartition(":")[0]

    assert is_underlined(file, str(spoiled(mistake)[file]))


@pytest.mark.parametrize(
    "name", [name for name, mistake in MISTAKES.items() if mistake.code[0] == "W" and mistake.code != "W121"]
)
def test_an_editor_underlines_nothing_that_is_only_odd(name: str) -> None:
    files = {file: text for file, text in spoiled(MISTAKES[name]).items() if isinstance(text, str)}
    ours = {file: text for file, text in files.items() if file in tiny_box_files() and text}

    assert [file for file, text in ours.items() if is_underlined(file, text)] == []


def test_a_text_that_looks_like_a_number_or_a_word_of_yaml_is_a_text() -> None:
    card = tiny_box_files()["mechanism.yaml"].replace('year: "2014"', "year: 2014").replace("Lille", "no")

    assert not is_underlined("mechanism.yaml", card)
