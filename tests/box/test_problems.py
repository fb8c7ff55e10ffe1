"""Every problem has its sentence, in every language, said in the same way."""

import ast
import re
import time
from pathlib import Path

import pytest

import enacting.box
import enacting.box.bundle
import enacting.language.characters
import enacting.sheets
from enacting.box import BrokenBox, Instead, Problem, format_problem
from enacting.box.problems import Place, problem, warning
from enacting.box.shaping import _KEYS
from enacting.language.words import languages, read_sentences, words_in
from enacting.system.paths import assets_folder

JARGON = re.compile(r"mapping|scalar|token|parse|syntax|\bnode|scalaire|jeton|syntaxe|analys", re.IGNORECASE)


def sentences(language: str) -> dict[str, str]:
    """The sentences about problems, by key."""
    found = read_sentences(assets_folder() / "words" / language / "problems.yaml")
    return {key.removeprefix("problem."): sentence for key, sentence in found.items()}


def placeholders(sentence: str) -> set[str]:
    """The names between braces."""
    return set(re.findall(r"\{(\w+)\}", sentence))


def code_that_tells() -> list[Path]:
    """The files in which problems are told."""
    folders = [Path(package.__file__ or "").parent for package in (enacting.box, enacting.sheets)]
    alone = [Path(module.__file__ or "") for module in (enacting.box.bundle, enacting.language.characters)]
    return [*alone, *(file for folder in folders for file in folder.glob("*.py"))]


def told_in_code() -> list[tuple[str, set[str] | None]]:
    """Each key told somewhere in the code with its fields; no fields when they are gathered elsewhere."""
    telling = {"problem", "warning", "wrong", "wrong_key", "odd", "_wrong", "_warn", "_note", "_stop"}
    found: list[tuple[str, set[str] | None]] = []
    for file in code_that_tells():
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            texts = [
                given.value for given in call.args if isinstance(given, ast.Constant) and isinstance(given.value, str)
            ]
            if name in telling and texts:
                spread = any(keyword.arg is None for keyword in call.keywords)
                found.append((texts[-1], None if spread else {str(keyword.arg) for keyword in call.keywords}))
            elif name == "BrokenBundle" and texts:
                found.append((texts[0], {str(keyword.arg) for keyword in call.keywords}))
            elif name == "_misfit":
                found.append((texts[-1], {"name", "key"} | {str(keyword.arg) for keyword in call.keywords}))
            elif name in {"_unknown", "_unknown_key"} and texts:
                found.append((texts[-1], {"name", "instead"}))
    return found


def test_every_language_has_the_same_problems_with_the_same_fields() -> None:
    first, *others = [sentences(language) for language in languages()]

    assert others
    for other in others:
        assert set(other) == set(first)
        assert {key: placeholders(text) for key, text in other.items()} == {
            key: placeholders(text) for key, text in first.items()
        }


def test_every_problem_told_in_the_code_has_a_sentence_and_its_fields() -> None:
    known = sentences("en")

    assert len(told_in_code()) > 60
    for key, fields in told_in_code():
        assert key in known
        assert fields is None or placeholders(known[key]) <= fields, key


def test_every_kind_of_wrong_value_has_a_sentence() -> None:
    assert set(_KEYS.values()) <= set(sentences("en"))


def test_no_sentence_is_left_over() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in code_that_tells())

    assert [key for key in sentences("en") if f'"{key}"' not in code and f"problem.{key}" not in code] == []


@pytest.mark.parametrize("language", languages())
def test_every_sentence_says_what_is_wrong_then_what_would_be_right(language: str) -> None:
    for key, sentence in sentences(language).items():
        if key.startswith("instead."):
            continue
        assert re.search(r"\S ?; \S", sentence), key
        assert not sentence.endswith("."), key


@pytest.mark.parametrize("language", languages())
def test_no_sentence_speaks_like_a_machine(language: str) -> None:
    assert [key for key, sentence in sentences(language).items() if JARGON.search(sentence)] == []


def test_a_problem_is_one_line_with_its_place() -> None:
    posture = problem(
        "mechanism.yaml",
        Place(12, 5),
        "unknown_posture",
        name="partnr",
        instead=Instead("partnr", ("partner", "producer")),
    )

    assert (
        format_problem(posture, words_in("en"))
        == "mechanism.yaml:12:5: unknown posture “partnr”; did you mean “partner”?"
    )
    assert format_problem(posture, words_in("fr")) == (
        "mechanism.yaml:12:5: posture inconnue «\u202fpartnr\u202f»\u202f; "
        "vouliez-vous dire «\u202fpartner\u202f»\u202f?"
    )


def test_without_anything_alike_the_choice_is_given() -> None:
    far = problem("board.yaml", Place(1, 1), "unknown_shape", name="zzz", instead=Instead("zzz", ("ring", "star")))

    assert format_problem(far, words_in("en")) == "board.yaml:1:1: unknown shape “zzz”; the choice is: ring, star"


def test_with_nothing_to_choose_from_that_is_said() -> None:
    none = problem("board.yaml", Place(1, 1), "unknown_shape", name="zzz", instead=Instead("zzz", ()))

    assert format_problem(none, words_in("en")).endswith("; there is none yet")


def test_a_long_choice_is_cut() -> None:
    many = Instead("zzz", tuple(f"icon-{number}" for number in range(40)))
    icon = format_problem(problem("board.yaml", Place(1, 1), "unknown_icon", name="zzz", instead=many), words_in("en"))

    assert "icon-11…" in icon
    assert "icon-12" not in icon


def test_capital_letters_do_not_hide_the_nearest_name() -> None:
    assert Instead("PARTNR", ("partner", "producer")).nearest() == "partner"


def test_a_line_to_paste_keeps_its_straight_quotes() -> None:
    colon = problem("mechanism.yaml", Place(2, 10), "colon_in_text", right='title: "Pacte : l\'eau"')

    assert format_problem(colon, words_in("en")).endswith('write title: "Pacte : l\'eau"')
    assert format_problem(colon, words_in("fr")).endswith('écrivez title: "Pacte : l\'eau"')


def test_nothing_a_designer_wrote_can_disturb_a_terminal() -> None:
    evil = problem("mec\x1b[2J.yaml", Place(1, 1), "unknown_shape", name="\x1b[31m\u202e", instead=Instead("x", ()))

    assert format_problem(evil, words_in("en")).isprintable()


def test_a_name_that_could_have_been_meant_cannot_disturb_a_terminal_either() -> None:
    evil = Instead("partner\x1b", ("partner\x1b[2J", "\u202eproducer"))
    far = Instead("zzz", ("partner\x1b[2J", "\u202eproducer"))

    assert format_problem(
        problem("a.yaml", Place(1, 1), "unknown_shape", name="x", instead=evil), words_in("en")
    ).isprintable()
    assert format_problem(
        problem("a.yaml", Place(1, 1), "unknown_shape", name="x", instead=far), words_in("en")
    ).isprintable()


def test_a_sentence_stays_short_whatever_it_repeats() -> None:
    long = "a" * 1_000_000
    choice = Instead(long, tuple(f"{number}{long}" for number in range(40)))

    told = format_problem(problem(long, Place(1, 1), "unknown_shape", name=long, instead=choice), words_in("en"))

    assert len(told) < 2000


def test_a_problem_with_many_names_to_choose_from_is_sorted_at_once() -> None:
    names = tuple(f"name-{number}" for number in range(5000))
    many = [problem("a.yaml", Place(n, 1), "unknown_shape", name="x", instead=Instead("x", names)) for n in range(5000)]
    started = time.process_time()

    assert BrokenBox(many).more == 4950
    assert time.process_time() - started < 2


def test_problems_are_sorted_errors_first_and_told_once() -> None:
    late = problem("b.yaml", Place(1, 1), "no_crisis")
    first = problem("a.yaml", Place(10, 1), "no_crisis")
    before = problem("a.yaml", Place(9, 1), "no_crisis")
    mild = warning("a.yaml", Place(1, 1), "untranslated", name="x")

    assert BrokenBox([late, mild, first, before, late]).problems == (before, first, late, mild)


def test_a_problem_can_be_compared() -> None:
    assert problem("a.yaml", Place(1, 2), "tab") == Problem("a.yaml", 1, 2, "tab", {})
