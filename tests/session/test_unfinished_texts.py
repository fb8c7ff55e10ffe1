"""What had been begun when a session was left: written, read back, and never a reason to fail."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from enacting.session.unfinished import (
    MAX_PROPOSALS,
    MAX_TEXTS,
    Begun,
    Unfinished,
    read_unfinished,
    unfinished_of,
    write_unfinished,
)

WELL = {"kind": "mechanism", "card": "well", "seat": "s1"}
BEGUN = Begun(kind="mechanism", card="well", seat="s1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session's file, whose folder for copies is there."""
    session = tmp_path / "a.session"
    unfinished_of(session).parent.mkdir()
    return session


def stored(path: Path, **found: object) -> Unfinished:
    """What is read where the file holds that."""
    unfinished_of(path).write_text(json.dumps(found))
    return read_unfinished(path)


def test_what_was_begun_reads_back_equal(path: Path) -> None:
    proposal = replace(BEGUN, answers=("water",), allies=("p2", "p3"))
    begun = Unfinished(texts={"note": "Léo…"}, writing="p1", proposal=proposal, aside=(BEGUN,))

    write_unfinished(path, begun)

    assert read_unfinished(path) == begun


@pytest.mark.parametrize(
    "begun", [Unfinished(texts={"note": "a"}), Unfinished(proposal=BEGUN), Unfinished(aside=(BEGUN,))]
)
def test_any_thing_begun_is_kept_and_nothing_leaves_no_file(path: Path, begun: Unfinished) -> None:
    write_unfinished(path, begun)
    assert read_unfinished(path) == begun

    write_unfinished(path, Unfinished(writing="p1"))
    assert not unfinished_of(path).exists()


@pytest.mark.parametrize("content", ["", "{", "[1]", "[" * 100_000, '"text"'])
def test_a_file_that_cannot_be_read_is_as_good_as_none(path: Path, content: str) -> None:
    unfinished_of(path).write_text(content)

    assert read_unfinished(path) == Unfinished()


def test_what_is_of_another_kind_is_passed_over(path: Path) -> None:
    broken = ({"kind": "mechanism", "card": "well"}, {**WELL, "allies": [1]}, {**WELL, "answers": "water"}, 7)

    assert stored(path, texts={"note": 1, "word": "oui"}, writing=3, proposal=broken[0], aside=[*broken, WELL]) == (
        Unfinished(texts={"word": "oui"}, aside=(BEGUN,))
    )
    assert stored(path, texts=["note"], proposal=WELL, aside=WELL) == Unfinished(proposal=BEGUN)


def test_no_more_is_read_than_a_table_can_have_begun(path: Path) -> None:
    texts = {f"note-{number}": "a" for number in range(MAX_TEXTS + 1)}

    found = stored(path, texts=texts, aside=[WELL] * (MAX_PROPOSALS + 1))

    assert (len(found.texts), len(found.aside)) == (100, 40)
