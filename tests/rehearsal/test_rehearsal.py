"""Rehearsed sessions: whole, the same for the same seed, and told as they were played."""

import dataclasses
import re
from collections import Counter
from pathlib import Path

import pytest
from tables import tiny_box

from enacting.box.loading import find_box, load
from enacting.cli import CANNOT_RUN, OK, main
from enacting.engine.board import ActivityKind, Box, Length, ProposalRules
from enacting.engine.cards import CardId
from enacting.engine.refusals import Reason
from enacting.language.words import words_in
from enacting.rehearsal import rehearsing
from enacting.rehearsal.findings import FindingsRow, FindingsSection, findings
from enacting.rehearsal.findings_text import as_lines, as_page
from enacting.rehearsal.playing import EndlessSession, Played, play
from enacting.rehearsal.rehearsing import rehearse
from enacting.rehearsal.tally import CROWDED, Tally, never

MINI = "enacting-the-commons-mini"
ENGLISH = words_in("en")


def shipped() -> Box:
    return load(find_box("enacting-the-commons")).by_language["fr"]


def tallied(*sessions: Played) -> Tally:
    tally = Tally()
    for session in sessions:
        tally.add(session)
    return tally


def a_session(box: Box, **changes: object) -> Played:
    played = play(box, box.description.lengths[0], 4, seed=3)
    return dataclasses.replace(played, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("people", [3, 9])
@pytest.mark.parametrize("length", range(3))
def test_a_session_is_played_whole_in_every_length(people: int, length: int) -> None:
    """Statistics of a deck need sessions, not tables that stop half-way."""
    box = shipped()
    chosen = box.description.lengths[length]

    played = play(box, chosen, people, seed=5)

    time_used = [part for part, seconds in played.planned_seconds.items() if seconds and not played.seconds[part]]
    assert not time_used
    assert played.placed
    assert played.rounds_played >= 1


def test_a_box_that_asks_more_of_its_proposals_is_played_whole_too() -> None:
    box = tiny_box()
    asks = ProposalRules(least_allies=2, least_answers=2, reservations_written=True)
    asking = dataclasses.replace(box, description=dataclasses.replace(box.description, proposals=asks))

    sessions = [play(asking, box.description.lengths[0], 4, seed) for seed in range(20)]

    assert any(session.placed for session in sessions)
    assert sum((session.refused for session in sessions), Counter())[Reason.TOO_FEW_ALLIES] > 0


@pytest.mark.parametrize("kind", [ActivityKind.POSTURES, ActivityKind.ARRANGE, ActivityKind.REVEAL])
def test_a_box_without_a_kind_of_activity_is_played_whole(kind: ActivityKind) -> None:
    box = tiny_box()
    parts = tuple(
        dataclasses.replace(part, activities=kept)
        for part in box.description.parts
        if (kept := tuple(activity for activity in part.activities if activity.kind is not kind))
    )
    without = dataclasses.replace(box, description=dataclasses.replace(box.description, parts=parts))

    assert play(without, without.description.lengths[0], 3, seed=1).moves > 10


def test_the_same_seed_plays_the_same_session_and_another_seed_another() -> None:
    box = shipped()
    length = box.description.lengths[1]

    assert play(box, length, 5, seed=8) == play(box, length, 5, seed=8)
    assert play(box, length, 5, seed=8) != play(box, length, 5, seed=9)


def test_the_same_seed_gives_the_same_tally_and_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsing, "STEP", 7)
    folder, told = find_box(MINI), list[int]()

    first = rehearse(folder, sessions=20, seed=4, progress=told.append)

    assert rehearse(folder, sessions=20, seed=4, progress=lambda _: None) == first
    assert told == [7, 14, 20]


def test_every_length_and_every_number_of_people_has_its_sessions() -> None:
    box = load(find_box(MINI)).by_language["fr"]
    people = box.description.players.most - box.description.players.comfortable + 1

    tally = rehearse(find_box(MINI), sessions=people * len(box.description.lengths), seed=1, progress=lambda _: None)

    assert {length: played.sessions for length, played in tally.lengths.items()} == {
        length.id: people for length in box.description.lengths
    }


def test_a_session_without_end_is_said_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enacting.rehearsal.playing.MAX_MOVES", 5)

    with pytest.raises(EndlessSession) as endless:
        play(shipped(), shipped().description.lengths[0], 3, seed=12)
    assert endless.value.seed == 12


def test_cards_that_nobody_places_are_named() -> None:
    box = tiny_box()
    tally = tallied(a_session(box, drawn=frozenset({"m1", "m2"}), placed=(CardId("m1"),)))

    assert never(box, tally.placed) == ("m2", "m3", "m4")
    cards = section("Mechanisms placed least", tally, box)
    assert "Never drawn, 2 mechanisms: " in cards.remark


def test_a_space_overflows_from_one_card_more_than_it_shows() -> None:
    box = tiny_box()
    full, over = a_session(box, by_space={"left": CROWDED}), a_session(box, by_space={"left": CROWDED + 1})

    spaces = section("Spaces of the board", tallied(full, over), box)

    assert spaces.rows[0].figures == ("7.5", "8", "50%")


def test_minutes_are_those_played_beside_those_planned() -> None:
    box = tiny_box()
    played = a_session(box, seconds={"opening": 300}, planned_seconds={"opening": 600}, cut_short=("opening",))

    first = next(iter(findings(tallied(played), box, ENGLISH)))

    assert first.rows[0].figures == ("5", "10", "100%")


def test_consequences_without_an_answer_are_counted() -> None:
    box = tiny_box()
    one, none = a_session(box, answered={"social": 2}), a_session(box, answered={"social": 0})

    assert section("Consequences", tallied(one, none), box).rows[0].figures == ("1.0", "50%")


def test_what_the_rules_refuse_most_comes_first_in_their_own_words() -> None:
    box = tiny_box()
    played = a_session(box, refused=Counter({Reason.SEAT_TAKEN: 1, Reason.LINK_TO_ITSELF: 3}))

    rows = section("What the rules refused", tallied(played), box).rows

    assert [row.name for row in rows] == [ENGLISH("reason.link_to_itself"), ENGLISH("reason.seat_taken")]
    assert rows[0].figures == ("300.0",)


def test_the_lines_and_the_page_say_the_same_figures() -> None:
    sections = [
        FindingsSection(
            "Spaces", ("Space", "Cards"), (FindingsRow("<b>", ("4.5",), 0.5), FindingsRow("c", ("9.0",), 1.0)), "Seven."
        )
    ]

    lines, page = "\n".join(as_lines("Heading", sections)), as_page("Heading", sections, ENGLISH)

    for text in ("Heading", "Spaces", "4.5", "9.0", "Seven."):
        assert text in lines
        assert text in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert [len(bar) for bar in re.findall("█+", lines)] == [12, 24]


def test_the_command_prints_findings_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", MINI, "--games", "15", "--language", "fr"]) == OK

    out = capsys.readouterr().out
    assert "15 séances jouées en répétition" in out
    assert "Les emplacements du plateau" in out


def test_the_command_writes_a_page(tmp_path: Path) -> None:
    page = tmp_path / "rehearsal.html"

    assert main(["rehearse", MINI, "--games", "5", "--out", str(page), "--language", "en"]) == OK

    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_broken_box_is_not_rehearsed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(tmp_path), "--games", "5", "--language", "en"]) == CANNOT_RUN
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("games", ["0", "-3", "many", "1000001"])
def test_a_number_of_sessions_that_makes_no_sense_is_refused(games: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rehearse", MINI, "--games", games])
    assert "--games" in capsys.readouterr().err


def section(title: str, tally: Tally, box: Box) -> FindingsSection:
    return next(found for found in findings(tally, box, ENGLISH) if found.title.startswith(title))


def test_a_length_that_no_session_had_is_left_out() -> None:
    box = tiny_box()
    more = dataclasses.replace(
        box.description, lengths=(*box.description.lengths, Length(id="other", title="Other", minutes=20))
    )

    titles = [
        found.title for found in findings(tallied(a_session(box)), dataclasses.replace(box, description=more), ENGLISH)
    ]

    assert not any(title.startswith("Other") for title in titles)
