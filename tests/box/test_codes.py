"""Every problem has a code, every code a paragraph, and neither ever changes."""

import ast
import re
from pathlib import Path

import pytest

import enacting.box
import enacting.sheets
from enacting.box.codes import KEYS, code_of
from enacting.language.words import languages, read_sentences
from enacting.system.paths import assets_folder

ROOT = Path(__file__).resolve().parents[2]
WARNING = {"warning", "odd", "_warn"}
"""The functions that tell a warning."""


def keys_of_sentences() -> set[str]:
    found = read_sentences(assets_folder() / "words" / "en" / "problems.yaml")
    return {key.removeprefix("problem.") for key in found if not key.startswith("problem.instead.")}


def paragraphs(language: str) -> dict[str, str]:
    """What the page of that language says under each code."""
    page = ROOT / "docs" / ("problems.md" if language == "en" else f"problems.{language}.md")
    pieces = re.split(r"^### ([EW]\d{3})$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {code: text.split("\n## ")[0].strip() for code, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def told_as_warnings() -> dict[str, bool]:
    """Each key that a function tells in the code, and whether it tells a warning."""
    found: dict[str, bool] = {}
    for package in (enacting.box, enacting.sheets):
        for file in Path(package.__file__ or "").parent.glob("*.py"):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(call, ast.Call):
                    continue
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                texts = [
                    given.value
                    for given in call.args
                    if isinstance(given, ast.Constant) and isinstance(given.value, str)
                ]
                if texts and name in WARNING | {"problem", "wrong", "wrong_key", "_wrong", "_note", "_stop"}:
                    found[texts[-1]] = name in WARNING
    return found


def test_every_sentence_has_one_code_and_every_code_a_sentence() -> None:
    keys = [key for keys in KEYS.values() for key in keys]

    assert len(keys) == len(set(keys))
    assert set(keys) == keys_of_sentences()


def test_a_code_says_whether_it_is_an_error() -> None:
    told = told_as_warnings()

    assert len(told) > 100
    assert {key: code_of(key) for key, mild in told.items() if code_of(key)[0] != ("W" if mild else "E")} == {}


@pytest.mark.parametrize("language", languages())
def test_every_code_has_a_paragraph_in_every_language(language: str) -> None:
    found = paragraphs(language)

    assert list(found) == list(KEYS)
    assert [code for code, text in found.items() if len(text) < 60] == []


def test_codes_that_were_told_once_are_never_taken_away() -> None:
    """Add the codes of each version here; other programs and notes of designers name them."""
    first = "E101 E102 E103 E104 E105 E106 E107 E108 E109 E110 E111 E112 E113 W120 W121 W122 W123 W124 W125"
    second = "E201 E202 E203 E204 E205 E206 E207 E208 E209 E210 E211 E212 E213 E214 E215 E216 E217 E218 E219 E220 E221"
    third = "W230 W231 W232 W233 W234 W235 W236 W237 E301 E302 E303 E304 E305 E306 E307 E308 E309 E310 E311"
    fourth = "E401 E402 E403 E404 E405 E406 E407 E408 E409 W420 W421 W422 W423 E501 E502 E503 E504 E505 E506 E507 E508"
    fifth = "W520 W521 W522 W523 W524 E601 E602 E603 W610 W611 W612 E701 E702 W710"

    assert set(" ".join((first, second, third, fourth, fifth)).split()) <= set(KEYS)
    assert code_of("colon_in_text") == "E214"
