"""The laws of the architecture: who may import whom, where chance comes in, and that everything can be said."""

import ast
import inspect
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from importlinter.cli import lint_imports
from imports import imported_by, tree_of

import enacting.engine
from enacting.engine import events, rules
from enacting.engine.board import ActivityKind
from enacting.engine.events import Event
from enacting.engine.moves import Move, Order
from enacting.engine.refusals import Reason
from enacting.language.words import LANGUAGE_NAMES, languages, read_sentences, words_in
from enacting.system.paths import assets_folder

ENGINE = Path(enacting.engine.__file__).parent
PYPROJECT = ENGINE.parents[2] / "pyproject.toml"
MODULES = sorted(ENGINE.glob("*.py"))
ALLOWED = {"collections", "dataclasses", "enum", "random", "types", "typing", "enacting"}
PLURALS = ("one", "other")

EVENTS: tuple[type[Event], ...] = get_args(Event)
MOVES: tuple[type[Move], ...] = get_args(Move)


# Who may import whom.


def test_the_contracts_of_the_imports_are_kept() -> None:
    assert lint_imports(config_filename=str(PYPROJECT), no_cache=True) == 0


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_the_engine_imports_itself_and_a_little_of_the_standard_library(module: Path) -> None:
    imported = imported_by(module)

    ours = {name for name in imported if name.startswith("enacting")}
    assert {name.split(".")[0] for name in imported} <= ALLOWED
    assert [name for name in ours if not name.startswith("enacting.engine")] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_the_engine_opens_prints_and_asks_nothing(module: Path) -> None:
    calls = [node.func for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    called = {function.id for function in calls if isinstance(function, ast.Name)}

    assert called & {"open", "print", "input", "exec", "eval", "compile", "__import__", "globals"} == set()


def test_topics_never_import_the_one_door() -> None:
    importers = {module.stem for module in MODULES if "enacting.engine.rules" in imported_by(module)}

    assert importers == set()


# Where chance comes in.


def test_chance_comes_in_once_at_the_setup() -> None:
    seeded = {module.name: module.read_text(encoding="utf-8").count("random.Random(") for module in MODULES}
    importers = {module.name for module in MODULES if "random" in imported_by(module)}

    assert {name: count for name, count in seeded.items() if count} == {"setup.py": 1}
    assert importers == {"setup.py"}


def test_of_chance_only_the_method_that_python_promises_to_keep_is_used() -> None:
    text = (ENGINE / "setup.py").read_text(encoding="utf-8")

    assert set(re.findall(r"\brandom\.(\w+)", text)) == {"Random"}
    assert set(re.findall(r"\bchance\.(\w+)", text)) == {"random"}


# Every move goes through the one door.


def test_every_order_is_a_move() -> None:
    assert Counter(MOVES) == Counter(Order.__subclasses__())


def test_every_move_has_one_case_and_the_rest_is_impossible() -> None:
    (match,) = [node for node in ast.walk(ast.parse(inspect.getsource(rules))) if isinstance(node, ast.Match)]
    cases = [case.pattern.cls for case in match.cases if isinstance(case.pattern, ast.MatchClass)]
    last = match.cases[-1]

    assert sorted(ast.unparse(case) for case in cases) == sorted(kind.__name__ for kind in MOVES)
    assert isinstance(last.pattern, ast.MatchAs)
    assert last.pattern.pattern is None
    assert [ast.unparse(line) for line in last.body] == ["assert_never(move)"]


def test_every_event_is_one_of_the_union() -> None:
    declared = [kind for kind in vars(events).values() if isinstance(kind, type) and kind.__module__ == events.__name__]

    assert Counter(EVENTS) == Counter(declared)


# Everything can be said, in every language.


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_a_sentence(language: str) -> None:
    words = words_in(language)

    assert [reason for reason in Reason if not words.has(f"reason.{reason.value}")] == []


@pytest.mark.parametrize("language", languages())
def test_every_event_has_a_sentence(language: str) -> None:
    words = words_in(language)

    assert [kind.__name__ for kind in EVENTS if not words.has(f"event.{kind.__name__}")] == []
    assert words.has("event.PosturePlaced_other_side")


def test_every_language_has_a_name_of_its_own() -> None:
    assert set(LANGUAGE_NAMES) == set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_kind_of_activity_has_its_help(language: str) -> None:
    words = words_in(language)

    assert [kind for kind in ActivityKind if not words.has(f"help.{kind}")] == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_about_an_event_or_a_reason_that_does_not_exist(language: str) -> None:
    keys = sentences_in(language)
    known = {f"event.{kind.__name__}" for kind in EVENTS} | {f"reason.{reason.value}" for reason in Reason}

    assert {key for key in keys if key.startswith(("event.", "reason."))} - known == {"event.PosturePlaced_other_side"}


@pytest.mark.parametrize("language", languages())
def test_the_sentence_of_an_event_says_nothing_but_its_fields(language: str) -> None:
    sentences = sentences_in(language)

    for kind in EVENTS:
        fields = set(kind.__dataclass_fields__)
        assert placeholders(sentences[f"event.{kind.__name__}"]) <= fields, kind.__name__


def sentences_in(language: str) -> dict[str, str]:
    """Every sentence of a language, by key, over all its files; a key is written once."""
    sentences: dict[str, str] = {}
    for file in sorted((assets_folder() / "words" / language).glob("*.yaml")):
        found = read_sentences(file)
        assert not set(found) & set(sentences), f"{file} says again {set(found) & set(sentences)}"
        sentences.update(found)
    return sentences


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


def without_number(key: str) -> str:
    """The key of a sentence, without `one` or `other` at its end."""
    head, _, last = key.rpartition(".")
    return head if last in PLURALS else key


def said_by_key(language: str) -> dict[str, set[str]]:
    """The placeholders of each sentence, singular and plural together; `count` aside, which may be said in a word."""
    found: dict[str, set[str]] = {}
    for key, sentence in sentences_in(language).items():
        found.setdefault(without_number(key), set()).update(placeholders(sentence))
    return {key: names - {"count"} for key, names in found.items()}


@pytest.mark.parametrize("language", languages()[1:])
def test_every_language_says_the_same_things(language: str) -> None:
    first = said_by_key(languages()[0])
    other = said_by_key(language)

    assert sorted(set(first) ^ set(other)) == []
    assert {key: (first[key], other[key]) for key in first if first[key] != other[key]} == {}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_files(language: str) -> None:
    first, other = (
        sorted(file.name for file in (assets_folder() / "words" / code).iterdir())
        for code in (languages()[0], language)
    )

    assert first == other


@pytest.mark.parametrize("language", languages())
def test_a_sentence_with_a_singular_has_a_plural(language: str) -> None:
    keys = sentences_in(language)
    plurals = {without_number(key) for key in keys if key.rpartition(".")[2] in PLURALS}

    assert {key for key in plurals for number in PLURALS if f"{key}.{number}" not in keys} == set()
    assert {key for key in plurals if key in keys} == set()


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_empty_or_badly_formed(language: str) -> None:
    for key, sentence in sentences_in(language).items():
        assert sentence.strip(), key
        assert sentence.format_map(dict.fromkeys(placeholders(sentence), 1)), key


# Each thing once.


def using(names: set[str]) -> set[str]:
    """The modules of the game that call something of that name."""
    return {
        module.stem
        for module in ENGINE.parent.rglob("*.py")
        if any(isinstance(node, ast.Attribute) and node.attr in names for node in ast.walk(tree_of(module)))
    }


def has_half_a_character(module: Path) -> bool:
    """Whether a text of a module names halves of characters, as every list of what no text may hold must."""
    texts = (node.value for node in ast.walk(tree_of(module)) if isinstance(node, ast.Constant))
    return any(isinstance(text, str) and re.search("[\ud800-\udfff]", text) for text in texts)


def test_files_are_put_on_the_disk_in_one_place() -> None:
    assert using({"fsync"}) == {"whole_files"}


def test_letters_lose_their_accents_and_find_them_in_one_place_each() -> None:
    assert using({"normalize"}) == {"characters", "plain_letters"}


def test_what_no_text_may_hold_is_listed_in_one_place() -> None:
    assert {module.stem for module in ENGINE.parent.rglob("*.py") if has_half_a_character(module)} == {"characters"}
