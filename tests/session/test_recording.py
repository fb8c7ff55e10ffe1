"""The recorded session of the tour: it plays to its end with today's box and rules, in every language, on no disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from enacting.box import find_box, load
from enacting.box.loading import Boxes
from enacting.engine.moves import Drop
from enacting.engine.refusals import IllegalMove
from enacting.language.words import languages, words_in
from enacting.session.recording import (
    Recording,
    Replay,
    Stop,
    UnreadableRecording,
    read_recording,
    recording_file,
    write_recording,
)

RECORD_AGAIN = "run assets/tour/make_recording.py"


@pytest.fixture(scope="module")
def boxes() -> Boxes:
    return load(find_box("enacting-the-commons"))


@pytest.fixture(scope="module")
def recording() -> Recording:
    return read_recording(recording_file())


def replay(recording: Recording, boxes: Boxes, language: str = "en") -> Replay:
    """That recording, ready to be played, on a clock that stands still."""
    return Replay(recording, boxes, words_in(language), lambda: 0.0)


@pytest.mark.parametrize("language", languages())
def test_the_recorded_session_plays_to_its_end_with_todays_box_and_rules(
    recording: Recording, boxes: Boxes, language: str
) -> None:
    played = replay(recording, boxes, language)

    played.go_to(len(recording.moves))

    game = played.session.game
    assert game.over, RECORD_AGAIN
    assert len(game.postures) == 6
    assert len(game.proposals) == 4
    assert len(game.links) == 2
    assert len(game.ratings) == 2
    assert len(game.takeaways) == 4


def test_what_the_people_of_the_recording_say_is_in_the_language_of_the_window(
    recording: Recording, boxes: Boxes
) -> None:
    names = {language: replay(recording, boxes, language).session.game.players[0].name for language in ("fr", "en")}
    french = replay(recording, boxes, "fr")
    french.go_to(len(recording.moves))

    assert names == {"fr": "Léo", "en": "Leo"}
    assert french.session.game.system_name == "La ville à l’ombre"
    assert "tour.said" not in repr(french.session.game.notes + french.session.game.links)


def test_going_back_and_on_again_comes_to_the_same_game(recording: Recording, boxes: Boxes) -> None:
    played = replay(recording, boxes)
    played.go_to(30)
    first = played.session.game

    played.go_to(12)
    played.go_to(30)

    assert played.session.game == first
    assert len(played.session.in_force()) == 30


def test_a_recording_stands_at_its_beginning_until_it_is_moved(recording: Recording, boxes: Boxes) -> None:
    assert replay(recording, boxes).session.in_force() == ()


def test_standing_where_one_is_plays_nothing_again(recording: Recording, boxes: Boxes) -> None:
    played = replay(recording, boxes)
    played.go_to(12)
    session = played.session

    played.go_to(12)

    assert played.session is session


def test_the_time_at_the_table_is_that_of_people_who_talk(recording: Recording, boxes: Boxes) -> None:
    played = replay(recording, boxes)

    played.go_to(len(recording.moves))

    assert 45 < sum(played.session.game.spent_seconds.values()) / 60 < 120


def test_a_recording_reads_back_as_it_was_written(recording: Recording, tmp_path: Path) -> None:
    file = tmp_path / "again.jsonl"

    write_recording(recording, file)

    assert read_recording(file) == recording
    assert file.read_bytes() == recording_file().read_bytes()


def test_a_stop_hides_the_board_while_the_table_decides_unless_it_says_otherwise(
    recording: Recording, tmp_path: Path
) -> None:
    stop = Stop(name="here", moves=len(recording.moves), shows=(("board", "hand"), ("turn",)))

    write_recording(replace(recording, stops=(stop, replace(stop, board=True))), tmp_path / "again.jsonl")

    assert [found.board for found in read_recording(tmp_path / "again.jsonl").stops] == [False, True]
    assert (tmp_path / "again.jsonl").read_text(encoding="utf-8").count('"board": true') == 1


@pytest.mark.parametrize("more", [0, 1])
def test_a_recording_of_a_megabyte_is_read_and_no_larger_one(tmp_path: Path, more: int) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(WHOLE.rstrip().ljust(1_048_576 + more))

    if more:
        with pytest.raises(UnreadableRecording):
            read_recording(file)
    else:
        assert read_recording(file) == read_recording(recording_file())


def test_a_recording_that_the_rules_refuse_is_told_before_anything_is_shown(recording: Recording, boxes: Boxes) -> None:
    wrong = replace(recording, moves=(*recording.moves[:8], Drop(by="facilitator"), *recording.moves[8:]))

    with pytest.raises(IllegalMove):
        replay(wrong, boxes)


def test_playing_the_recording_writes_nothing(recording: Recording, boxes: Boxes) -> None:
    before = {file: file.stat().st_mtime for file in recording_file().parent.iterdir()}
    played = replay(recording, boxes)
    played.go_to(len(recording.moves))

    played.session.backup()
    played.session.close()

    assert played.session._journal.rows() == ()
    assert {file: file.stat().st_mtime for file in recording_file().parent.iterdir()} == before


WHOLE = recording_file().read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        *(
            b"",
            b"\n",
            b"{}\n{}\n",
            b"[]\n7\n",
            WHOLE[:200],
            WHOLE[: len(WHOLE) // 2],
            WHOLE.replace(b'"', b"'"),
            b"\xff" * 99,
        ),
        *(b"[" * 100_000, WHOLE + b"\n7\n", WHOLE + b'{"stop": 7, "shows": 7}\n', bytes(2 << 20)),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_recording_that_is_damaged_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "recorded.jsonl").write_bytes(content)

    with pytest.raises(UnreadableRecording):
        read_recording(tmp_path / "recorded.jsonl")


def test_a_recording_that_is_missing_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableRecording):
        read_recording(tmp_path / "recorded.jsonl")
