"""A damaged session is noticed, its good beginning is given back exactly, and its second copy where that has more."""

import random
from contextlib import closing
from pathlib import Path

import pytest
from damaging import BLOCK, Whole, cut, fates, flipped, whole_session, zeroed

from enacting.session.journal import DamagedSession, Journal, NewerFormat, NotASession, copy_of, peek, summary
from enacting.session.session import Session


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return whole_session(tmp_path_factory.mktemp("damage"))


def test_a_file_cut_short_anywhere_is_noticed(whole: Whole) -> None:
    size = len(whole.data)
    chance = random.Random(1)

    found = fates(
        whole, cut(whole.data, {0, 1, 99, 100, 511, 512, 4095, 4096, size - 1, *chance.sample(range(size), 90)})
    )

    assert set(found) == {"DamagedSession", "NotASession"}


def test_a_flipped_bit_is_noticed_or_changes_nothing(whole: Whole) -> None:
    chance = random.Random(12)
    beginning = range(0, 100, 3)

    found = fates(whole, flipped(whole.data, [*beginning, *chance.sample(range(len(whole.data)), 220)], chance))

    assert found["DamagedSession"] > 50
    assert found["harmless"] < 200


def test_a_flipped_bit_in_what_was_played_is_always_noticed(whole: Whole) -> None:
    places = [
        place + offset
        for row in whole.rows
        for place in [whole.data.index(row.data.encode())]
        for offset in (0, len(row.data.encode()) - 1)
        if row.data
    ]

    found = fates(whole, flipped(whole.data, places, random.Random(3)))

    assert found == {"DamagedSession": 2 * len([row for row in whole.rows if row.data])}


def test_blocks_of_zeros_are_noticed_or_change_nothing(whole: Whole) -> None:
    starts = range(0, len(whole.data), 3 * BLOCK)

    found = fates(whole, zeroed(whole.data, starts))

    assert found["harmless"] < len(starts) // 2
    assert set(found) <= {"DamagedSession", "NotASession", "harmless"}


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"%PDF-1.7\n" * 1000, b"PK\x03\x04" + bytes(5000), b"SQLite format 3\0" + bytes(8000)]
)
def test_another_file_is_noticed(whole: Whole, data: bytes) -> None:
    assert fates(whole, [("another file", data)]).keys() <= {"NotASession", "DamagedSession"}


def test_a_second_copy_that_goes_further_is_told_and_taken(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "a.session"
    path.write_bytes(whole.data)
    with closing(Journal.open(path)) as journal:
        journal.backup_to(copy_of(path))
        journal.append("played", whole.rows[-1].data)
    place = path.read_bytes().index(whole.rows[4].data.encode())
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 1
    path.write_bytes(damaged)

    with pytest.raises(DamagedSession) as refused:
        Session.resume(path)
    assert (refused.value.own_rows, refused.value.good_rows) == (4, len(whole.rows))
    assert (refused.value.from_copy, refused.value.word_key) == (True, "journal.damaged_but_copied")
    with closing(Session.rescue(path)) as rescued:
        assert len(rescued.log()) == len(whole.rows)

    assert path.with_name("a.session.damaged").read_bytes() == damaged


def test_the_good_beginning_is_told_where_there_is_no_better_copy(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "a.session"
    path.write_bytes(whole.data.replace(whole.rows[4].data.encode(), whole.rows[4].data.encode()[:-1] + b"]"))

    with pytest.raises(DamagedSession) as refused:
        Session.resume(path)

    assert (refused.value.own_rows, refused.value.good_rows) == (4, 4)
    assert (refused.value.from_copy, refused.value.word_key) == (False, "journal.damaged_session")


def test_a_session_damaged_before_the_first_move_can_be_set_again(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "a.session"
    path.write_bytes(whole.data.replace(whole.rows[0].data.encode(), whole.rows[0].data.encode()[:-1] + b"]"))

    with pytest.raises(DamagedSession) as refused:
        Session.resume(path)
    assert refused.value.word_key == "journal.damaged_at_once"

    with closing(Session.rescue(path)) as rescued:
        assert rescued.log() == ()


def test_a_list_shows_what_cannot_be_read_too(whole: Whole, tmp_path: Path) -> None:
    names = {"good": whole.data, "cut": whole.data[:600], "other": b"a shopping list"}
    for name, data in names.items():
        (tmp_path / f"{name}.session").write_bytes(data)

    shown = {name: summary(tmp_path / f"{name}.session") for name in names}

    assert shown["good"] == peek(tmp_path / "good.session")
    assert (shown["cut"].title, shown["cut"].trouble) == ("cut", DamagedSession(tmp_path, 0, 0).word_key)
    assert (shown["other"].title, shown["other"].trouble) == ("other", NotASession.word_key)


def test_a_newer_format_is_left_as_it_is(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "a.session"
    newer = whole.data[:60] + (2).to_bytes(4, "big") + whole.data[64:]
    path.write_bytes(newer)

    with pytest.raises(NewerFormat):
        Session.resume(path)

    assert path.read_bytes() == newer
