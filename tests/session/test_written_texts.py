"""What people wrote is found by the types of the fields, and no text of a move or of a game is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Annotated, Any, get_args, get_type_hints

import pytest
from tables import AMINA, LEO, a_setup

from enacting.engine import board, cards
from enacting.engine.events import Event
from enacting.engine.game import (
    FACILITATOR,
    NAME_LENGTH,
    NOTE_LENGTH,
    Chosen,
    Game,
    NewPlayer,
    NoteText,
    Setup,
    Written,
)
from enacting.engine.moves import Move, NameSystem, Propose, WriteNote
from enacting.session.journal import Header
from enacting.session.written_texts import rewritten, without_texts, written_in

PRINTED = (board.__name__, cards.__name__)
"""The modules of what the box says: people at the table write nothing of it."""


def unmarked_texts(hint: Any, where: str) -> Iterator[str]:
    """Where a type has a text that says neither who writes it nor what it is the id of."""
    if hint is str:
        yield where
    elif isinstance(hint, type) and is_dataclass(hint):
        if hint.__module__ not in PRINTED:
            hints = get_type_hints(hint, include_extras=True)
            for each in fields(hint):
                yield from unmarked_texts(hints[each.name], f"{hint.__name__}.{each.name}")
    elif not any(isinstance(mark, Written | Chosen) for mark in get_args(hint)[1:]):
        for argument in get_args(hint):
            if not isinstance(argument, str | Enum):
                yield from unmarked_texts(argument, where)


@pytest.mark.parametrize("kind", [*get_args(Move), *get_args(Event), Setup, Game], ids=lambda kind: kind.__name__)
def test_every_text_says_by_its_type_that_people_write_it_or_what_it_is_the_id_of(kind: type) -> None:
    assert list(unmarked_texts(kind, kind.__name__)) == []


def test_a_text_that_says_nothing_of_itself_is_found_wherever_it_is() -> None:
    @dataclass(frozen=True)
    class Inner:
        said: tuple[str, ...]
        marked: NoteText
        identity: cards.CardId

    @dataclass(frozen=True)
    class Outer:
        why: str | None
        inner: Inner | None
        by_person: dict[cards.CardId, Annotated[str, "no mark of ours"]]

    assert list(unmarked_texts(Outer, "")) == ["Outer.why", "Inner.said", "Outer.by_person"]


@pytest.mark.parametrize("kind", get_args(Move), ids=lambda kind: kind.__name__)
def test_every_text_of_a_move_is_found_and_can_be_changed(kind: Any) -> None:
    hints = get_type_hints(kind)
    texts = [each.name for each in fields(kind) if hints[each.name] is str and each.name != "icon"]
    move = kind(**{each.name: "Léo viendra" if each.name in texts else None for each in fields(kind)})

    found = [text for _, text in written_in(move)]
    changed = rewritten(move, lambda written, text: "Quelqu'un viendra")

    assert found == ["Léo viendra"] * len(texts)
    assert [getattr(changed, name) for name in texts] == ["Quelqu'un viendra"] * len(texts)


def test_each_text_says_how_long_it_may_be_and_whether_it_is_a_name() -> None:
    setup = a_setup(1)
    note = WriteNote(by=FACILITATOR, text="un mot")

    assert written_in(setup) == ((Written(NAME_LENGTH, is_name=True), setup.players[0].name),)
    assert written_in(note) == ((Written(NOTE_LENGTH), "un mot"),)


def test_a_value_without_texts_of_people_is_left_as_it_is() -> None:
    move = Propose(by=AMINA, card=cards.CardId("m1"), seat=board.SeatId("left"), allies=(LEO,))

    assert rewritten(move, lambda written, text: "x") is move


def test_texts_are_compared_by_whether_there_are_any() -> None:
    named, renamed, unnamed = (NameSystem(by=FACILITATOR, name=name) for name in ("A", "B", ""))

    assert without_texts(named) == without_texts(renamed) != without_texts(unnamed)


def test_a_header_has_the_title_and_the_names_and_nothing_of_the_program() -> None:
    setup = Setup(
        seed=1,
        players=(NewPlayer(name="Amina"),),
        plan=a_setup(1).plan,
        decision=board.DecisionRule.CONSENT,
    )
    header = Header(
        title="Chez Amina",
        created="2026-03-12T10:00:00",
        language="fr",
        program="1",
        box_id="box",
        box_title="Box",
        box_digest="0",
        files={"game.yaml": "text of the box"},
        pictures={},
        setup=setup,
    )

    assert [text for _, text in written_in(header)] == ["Chez Amina", "Amina"]
