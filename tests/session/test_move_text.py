"""A move or a setup as text: it reads back equal, and nothing else is ever read."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import AMINA, LEFT, LEO, POLITICAL, SOCIAL, a_setup

from enacting.engine.board import PartId
from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, Opinion, Setup
from enacting.engine.moves import EndFloor, GiveOpinion, Move, NameSystem, Propose, Rate, WriteNote
from enacting.session.move_text import (
    MOVE,
    UnreadableMove,
    move_from_text,
    move_to_text,
    setup_from_text,
    setup_to_text,
)

MOVES = [st.from_type(kind) for kind in get_args(Move)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
)


@given(st.one_of(MOVES))
def test_a_move_reads_back_equal(move: Move) -> None:
    assert move_from_text(move_to_text(move)) == move


@given(st.one_of(MOVES))
def test_a_move_is_one_line_that_utf8_can_hold(move: Move) -> None:
    text = move_to_text(move)

    assert "\n" not in text
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.from_type(Setup))
def test_a_setup_reads_back_equal(setup: Setup) -> None:
    assert setup_from_text(setup_to_text(setup)) == setup


def test_fields_come_in_the_order_they_are_declared() -> None:
    move = Propose(by=LEO, seconds=12, card=CardId("m1"), seat=LEFT, answers=(SOCIAL, POLITICAL), allies=(AMINA,))

    assert move_to_text(move) == (
        '{"move":"Propose","by":"p2","seconds":12,"card":"m1","seat":"left",'
        '"answers":["social","political"],"allies":["p1"]}'
    )


def test_accents_are_written_as_they_are() -> None:
    assert '"name":"Été à l’œuvre"' in move_to_text(NameSystem(by=FACILITATOR, name="Été à l’œuvre"))


def test_half_a_surrogate_pair_reads_back() -> None:
    move = NameSystem(by=FACILITATOR, name="\ud83d")

    text = move_to_text(move)

    assert text.encode("utf-8")
    assert move_from_text(text) == move


def test_an_opinion_comes_back_as_an_opinion() -> None:
    move = move_from_text(move_to_text(GiveOpinion(by=LEO, player=LEO, opinion=Opinion.RESERVE)))

    assert isinstance(move, GiveOpinion)
    assert move.opinion is Opinion.RESERVE


def test_marks_keep_their_order() -> None:
    move = move_from_text(move_to_text(Rate(by=LEO, player=LEO, marks={SOCIAL: 2, POLITICAL: 5})))

    assert isinstance(move, Rate)
    assert list(move.marks.items()) == [(SOCIAL, 2), (POLITICAL, 5)]


def test_a_field_added_since_takes_its_default() -> None:
    old = '{"move":"WriteNote","by":"facilitator","text":"Oui"}'

    assert move_from_text(old) == WriteNote(by=FACILITATOR, text="Oui")


def test_no_field_of_a_move_is_called_as_its_name_is() -> None:
    assert all(MOVE not in kind.__dataclass_fields__ for kind in get_args(Move))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"EndFloor"',
        "{}",
        '{"move":null}',
        '{"move":["EndFloor"],"by":"p1"}',
        '{"move":"Cheat","by":"p1"}',
        '{"move":"EndFloor"}',
        '{"move":"EndFloor","by":null}',
        '{"move":"EndFloor","by":1}',
        '{"move":"EndFloor","by":"p1","seconds":true}',
        '{"move":"EndFloor","by":"p1","seconds":1.0}',
        '{"move":"EndFloor","by":"p1","seconds":"1"}',
        '{"move":"EndFloor","by":"p1","seconds":null}',
        '{"move":"EndFloor","by":"p1","by":"p2"}',
        '{"move":"EndFloor","by":"p1","colour":"red"}',
        '{"move":"EndFloor","by":"p1"} more',
        '{"move":"GiveOpinion","by":"p1","player":"p1","opinion":"perhaps"}',
        '{"move":"GiveOpinion","by":"p1","player":"p1","opinion":[]}',
        '{"move":"Rate","by":"p1","player":"p1","marks":{"social":NaN}}',
        '{"move":"Rate","by":"p1","player":"p1","marks":{"social":"3"}}',
        '{"move":"Rate","by":"p1","player":"p1","marks":[]}',
        '{"move":"Amend","by":"p1","seat":"left","answers":"social","allies":[]}',
        '{"move":"Amend","by":"p1","seat":"left","answers":[["social"]],"allies":[]}',
        '{"move":"EndFloor","by":"p1","seconds":' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"move":' * 100_000,
        " " * 2_000_000,
    ],
)
def test_anything_else_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableMove):
        move_from_text(text)


@given(st.text())
def test_any_text_is_a_move_or_unreadable(text: str) -> None:
    with pytest.raises(UnreadableMove):
        move_from_text(text)
    with pytest.raises(UnreadableMove):
        setup_from_text(text)


@given(st.sampled_from([kind.__name__ for kind in get_args(Move)]), st.dictionaries(st.text(), JSON), st.data())
def test_a_move_with_anything_in_its_fields_is_read_or_unreadable(
    name: str, fields: dict[str, object], data: st.DataObject
) -> None:
    text = move_to_text(data.draw(st.one_of(MOVES)))
    known = json.loads(text)
    field = data.draw(st.sampled_from(sorted(known)))
    damaged = {**known, field: data.draw(JSON), **fields}

    for tree in (damaged, {MOVE: name, **fields}):
        try:
            move = move_from_text(json.dumps(tree))
        except UnreadableMove:
            continue
        assert move_from_text(move_to_text(move)) == move


def test_a_setup_says_everything_chosen_before_playing() -> None:
    setup = a_setup(2, seed=7)

    assert setup_from_text(setup_to_text(setup)).plan.minutes[PartId("opening")] == 10
    assert move_from_text(move_to_text(EndFloor(by=FACILITATOR, seconds=3))).seconds == 3
