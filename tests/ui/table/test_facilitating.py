"""The facilitator's comfort: timer, pace, share of speech, the whole session, who comes and goes, undo, recap."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.keyboard import in_the_room
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind, PartId
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import ChangePlan, EndActivity, EndPart, GiveFloor, SkipPart, WriteNote
from enacting.session.pace import Pace, advice
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Destination, Home, Menu, Parts, People, Speech
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import Item, Role, text_model
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.overview_dialog import OverviewDialog
from enacting.ui.table.past import Past
from enacting.ui.table.people import NewcomerDialog, PeopleDialog
from enacting.ui.table.recap_dialog import RecapDialog
from enacting.ui.table.room_view import moment_picture
from enacting.ui.table.session_parts import SessionPartsDialog
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.wall.opening import PersonaShown
from enacting.ui.window.app import App


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


@pytest.fixture
def walk() -> Walk:
    """Four people, in English; the first discusses a mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    draw_and_keep(walk)
    return walk


def draw_and_keep(walk: Walk) -> None:
    """The player in turn keeps the first of the cards drawn."""
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    walk.app.message = None


def adopt(walk: Walk) -> None:
    """The card in hand is placed on the first seat, and adopted."""
    walk.click("place", f"seat-{walk.table.box.board.seats[0].id}", "propose", "adopt")


def test_minutes_added_are_undone_one_by_one_before_the_last_move_and_make_the_session_late(walk: Walk) -> None:
    table = walk.table
    left, hand = table.timer.left, table.game.turn

    for _ in range(3):
        walk.click("more-time")
    for _ in range(60):
        table.add_minute()
    assert table.pace is not None
    assert table.pace.is_late
    assert said(walk, "undo") == "Undo: a minute more"
    for _ in range(63):
        walk.click("undo")

    assert (table.timer.left, table.game.turn) == (left, hand)
    assert not table.pace.is_late
    walk.click("undo")
    assert table.game.turn != hand


def test_what_was_done_after_a_minute_was_added_is_undone_first(walk: Walk) -> None:
    table = walk.table
    walk.click("more-time")
    table.play(WriteNote(by=FACILITATOR, text="Later"))

    walk.click("undo")

    assert table.game.notes == ()
    assert table.timer.added == 60


def later(walk: Walk, clock: HandClock, seconds: int) -> None:
    """Time passes at the table, never by more than a session takes for a sleep."""
    clock.now += seconds
    walk.table.tick(walk.app.clock())
    walk.app.changed()


def said(walk: Walk, name: str) -> str:
    """What is told of an item, live or not."""
    return next(item for item in walk.app.items() if item.id == name).name


def looks(walk: Walk) -> list[Item]:
    """What can be pointed at."""
    return [item for item in walk.app.items() if item.live]


def people(walk: Walk) -> list[str]:
    """Who is at the table."""
    return [player.name for player in walk.table.game.present]


def is_at_the_table(walk: Walk) -> bool:
    """Whether the table itself is on top, as it is now."""
    return walk.at_table


# The timer


def test_the_timer_goes_on_behind_a_dialog(walk: Walk, clock: HandClock) -> None:
    before = walk.table.timer.left

    walk.click("notes")
    later(walk, clock, 40)

    assert before - walk.table.timer.left == 40


def test_a_session_taken_up_again_finds_its_timer_where_it_was_after_its_last_move(
    walk: Walk, clock: HandClock
) -> None:
    table = walk.table
    meant = table.timer.left
    later(walk, clock, 40)
    table.play(WriteNote(by=FACILITATOR, text="The river"))
    path = table.session.path
    table.app.go_to(Home())

    resume(walk.app, path)

    assert meant - walk.table.timer.left == 40


def test_an_undo_gives_back_the_time_of_what_it_takes_back(walk: Walk, clock: HandClock) -> None:
    later(walk, clock, 50)
    adopt(walk)
    draw_and_keep(walk)
    left = walk.table.timer.left

    walk.click("undo", "undo", "undo", "undo")

    assert left - walk.table.timer.left == 50


def test_a_timer_that_is_over_says_so_in_words(walk: Walk, clock: HandClock) -> None:
    for _ in range(4):
        later(walk, clock, 250)

    timer = next(item for item in walk.app.items() if item.id == "timer")

    assert "over by" in timer.name
    assert timer.look.under == "time is up"  # type: ignore[attr-defined]
    assert walk.ids("place") == ["place"]


# The pace


def late(walk: Walk) -> None:
    """The table is half an hour late."""
    table, planned = walk.table, datetime(2026, 3, 12, 16, 20)
    found = advice(table.session.stretches(), 1800)
    table.pace = Pace(ends=planned + timedelta(minutes=31), planned=planned, advice=found)
    walk.app.changed()


def test_a_table_in_time_is_told_nothing(walk: Walk) -> None:
    assert walk.ids("pace") == []


def test_a_late_table_is_told_quietly_and_shown_what_to_do(walk: Walk) -> None:
    late(walk)

    assert walk.item("pace").name == (
        "At this pace, the session will end at about 16:50. It was planned to end at 16:20. What can be done?"
    )
    walk.click("pace")
    assert isinstance(walk.app.screen, SessionPartsDialog)
    assert said(walk, "pace-told") == (
        "At this pace, you will finish at about 16:50, 30\N{NO-BREAK SPACE}min later than planned (16:20)."
    )


def test_one_click_follows_an_advice_and_undo_takes_it_back(walk: Walk) -> None:
    late(walk)
    walk.click("pace")
    before = walk.table.game.setup.plan

    walk.click("advice-cards")

    assert walk.table.game.setup.plan.turns < 4 * before.rounds
    assert walk.table.game.setup.plan.turns > 0
    walk.app.close()
    assert walk.item("undo").name == "Undo: The plan has changed"
    walk.click("undo")
    assert walk.table.game.setup.plan == before


def test_the_whole_session_names_only_who_still_has_a_turn(walk: Walk) -> None:
    second, third = people(walk)[1:3]
    plan = walk.table.game.setup.plan
    walk.table.play(
        ChangePlan(
            by=FACILITATOR,
            rounds=1,
            turns=3,
            posture_seconds=plan.posture_seconds,
            mechanism_seconds=plan.mechanism_seconds,
        )
    )

    walk.click("overview")

    assert said(walk, "overview-turns") == f"Turns: {second} and {third}"
    assert not any(item.id == "overview-rounds" for item in walk.app.items())


# Undo


def test_undo_and_redo_are_named_by_what_they_do(walk: Walk) -> None:
    card = walk.table.card(walk.table.game.turn.hand[0]).title  # type: ignore[union-attr]
    adopt(walk)

    assert walk.item("undo").name.startswith(f"Undo: {card} is adopted under ")
    walk.click("undo")
    assert said(walk, "redo").startswith(f"Redo: {card} is adopted under ")
    assert ("button", said(walk, "redo"), "", "ctrl+y") in text_model(walk.app.items())


def test_a_long_note_makes_a_short_name(walk: Walk) -> None:
    walk.table.play(WriteNote(by=FACILITATOR, text="La rivière déborde\n" * 40))

    name = walk.item("undo").name

    assert name.startswith("Undo: Note written: La rivière déborde La rivière")
    assert name.endswith("…")
    assert len(name) <= 70


# Who comes and goes


def test_somebody_arrives_in_two_clicks_and_a_name(walk: Walk) -> None:
    walk.click("people")
    assert walk.app.focus == "person-new"
    walk.app.field("person-new").paste("Ada")
    walk.click("add-person")

    assert people(walk)[-1] == "Ada"


def test_a_name_typed_and_not_added_is_not_lost_by_closing(walk: Walk) -> None:
    walk.click("people")
    walk.app.field("person-new").paste("Ada")

    walk.click("close")

    assert people(walk)[-1] == "Ada"
    assert isinstance(walk.app.screen, TableScreen)


def test_a_name_already_taken_keeps_the_people_open(walk: Walk) -> None:
    walk.click("people")
    walk.app.field("person-new").paste(people(walk)[0])

    walk.click("close")

    assert isinstance(walk.app.screen, PeopleDialog)
    assert walk.app.field("person-new").text.text == people(walk)[0]


def test_somebody_leaves_in_two_clicks_and_comes_back_with_one(walk: Walk) -> None:
    before = people(walk)

    walk.click("people", "leave-p2")

    assert people(walk) == [before[0], *before[2:]]
    assert walk.item("undo").name == f"Undo: {before[1]} leaves the table"
    walk.click("undo")
    assert people(walk) == before


# The share of speech


def shown_seconds(walk: Walk) -> list[str]:
    """Everything that could tell how long somebody has spoken, on what is shown."""
    return [item.name for item in walk.app.items() if "1:30" in item.name or "spoke" in item.name]


def test_the_share_of_speech_is_off_until_it_is_switched_on(walk: Walk, clock: HandClock) -> None:
    walk.click("player-p1")
    later(walk, clock, 90)
    walk.click("player-p2", "menu", "speech")

    assert walk.item("speech-off").chosen
    assert walk.ids("speech-name") == []
    assert walk.table.game.speech_seconds == {}


def test_once_on_it_is_told_there_and_nowhere_else(walk: Walk, clock: HandClock) -> None:
    walk.app.go_to(Speech())
    walk.click("speech-on")
    walk.app.close()
    walk.click("player-p1")
    later(walk, clock, 90)
    walk.click("player-p2")
    walk.app.message = None

    assert shown_seconds(walk) == []
    walk.click("people")
    assert shown_seconds(walk) == []
    walk.app.close()
    walk.app.go_to(Speech())
    assert shown_seconds(walk) == ["1:30 · 100%"]


def test_the_second_of_two_same_choices_does_nothing(walk: Walk) -> None:
    walk.app.go_to(Speech())
    count = len(walk.table.session.in_force())

    walk.click("speech-off")

    assert len(walk.table.session.in_force()) == count


# The whole session


def test_a_key_opens_the_whole_session(walk: Walk) -> None:
    adopt(walk)

    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_h, mod=0, unicode="h"))

    assert isinstance(walk.app.screen, OverviewDialog)
    assert "is adopted under" in walk.item(walk.ids("moment-")[-1]).name


def test_a_past_moment_is_looked_at_and_the_table_comes_back(walk: Walk) -> None:
    adopt(walk)
    draw_and_keep(walk)
    now = walk.table.game
    walk.click("overview")
    walk.click(walk.ids("moment-")[0])

    past = walk.app.screen

    assert isinstance(past, Past)
    assert past.table.game.proposals == ()
    assert said(walk, "past-looking").startswith("You are looking at minute 0.")
    walk.click("come-back")
    assert is_at_the_table(walk)
    assert walk.table.game is now


def test_nothing_can_be_played_in_the_past(walk: Walk) -> None:
    adopt(walk)
    draw_and_keep(walk)
    count = len(walk.table.session.log())
    walk.click("overview")
    walk.click(walk.ids("moment-")[-1])

    for item in looks(walk):
        if item.reads is None and item.id not in ("come-back", "go-on-here", "in-a-copy", "earlier", "later"):
            raise AssertionError(item)
    for item in [item for item in looks(walk) if item.id in ("earlier", "later")]:
        walk.app.activate(item)

    assert len(walk.table.session.log()) == count
    assert not any(item.role in (Role.FIELD, Role.CHOICE) for item in walk.app.items())


def test_the_room_keeps_seeing_the_present(walk: Walk) -> None:
    adopt(walk)
    walk.table.show_room()
    room = walk.app.room
    assert room is not None
    walk.loop.draw()
    before = [item.id for item in room.items]

    walk.click("overview")
    walk.click(walk.ids("moment-")[0])

    walk.loop.draw()
    assert [item.id for item in room.items] == before
    walk.app.close_room()


def test_going_on_from_the_past_takes_back_what_came_after_and_redo_brings_it_back(walk: Walk) -> None:
    adopt(walk)
    draw_and_keep(walk)
    adopt(walk)
    now = walk.table.game
    walk.click("overview")
    first = next(item for item in looks(walk) if item.id.startswith("moment-") and "is adopted" in item.name)
    walk.app.activate(first)

    walk.click("go-on-here", "answer-0")

    assert is_at_the_table(walk)
    assert len(walk.table.game.proposals) == 1
    while walk.table.session.can_redo:
        walk.click("redo")
    assert walk.table.game == now


def test_what_was_taken_back_is_in_the_list_and_can_be_brought_back(walk: Walk) -> None:
    adopt(walk)
    now = walk.table.game
    walk.click("undo", "undo", "overview")

    last = walk.item(walk.ids("moment-")[-1])

    assert last.state == "undone"
    walk.app.activate(last)
    walk.click("go-on-here", "answer-0")
    assert walk.table.game == now


def test_escape_goes_from_the_past_to_the_list_to_the_table(walk: Walk) -> None:
    walk.click("overview")
    walk.click(walk.ids("moment-")[0])

    walk.app.screen.back()
    assert isinstance(walk.app.screen, OverviewDialog)
    walk.app.screen.back()
    assert is_at_the_table(walk)


# The recap


def away_for(app: App, session: Session, seconds: float) -> None:
    """Leave the session, and take it up again after that time."""
    path = session.path
    app.go_to(Home())
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    resume(app, path)


def test_a_session_taken_up_after_a_long_break_says_where_it_was(walk: Walk) -> None:
    away_for(walk.app, walk.table.session, 3600)

    assert isinstance(walk.app.screen, RecapDialog)
    assert [said(walk, f"recap-{index}")[:7] for index in range(5)] == [
        "The cri",
        "Posture",
        "Now: Me",
        "It’s Ro",
        "Time: 0",
    ]
    walk.click("close")
    assert is_at_the_table(walk)


def test_a_session_taken_up_at_once_is_at_the_same_card_at_once(walk: Walk) -> None:
    away_for(walk.app, walk.table.session, 5)

    assert is_at_the_table(walk)


def test_a_long_pause_ends_with_a_recap_and_a_short_one_does_not(walk: Walk, clock: HandClock) -> None:
    walk.click("pause")
    clock.now += 60
    walk.click("pause")
    assert is_at_the_table(walk)
    walk.click("pause")
    clock.now += 1200
    walk.click("pause")
    assert isinstance(walk.app.screen, RecapDialog)


def test_who_arrives_is_one_click_from_the_recap(walk: Walk) -> None:
    walk.click("people")
    walk.app.field("person-new").paste("Ada")

    walk.click("recap")

    assert people(walk)[-1] == "Ada"
    assert isinstance(walk.app.screen, RecapDialog)


def test_the_floor_is_still_given_by_a_click_when_nothing_is_counted(walk: Walk) -> None:
    walk.click("player-p2")

    assert walk.table.game.floor == "p2"
    assert GiveFloor(by=FACILITATOR, player=walk.table.game.present[1].id) == walk.table.session.undo_move


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_every_seat_says_its_side_of_the_board_at_every_text_size(walk: Walk, text_size: float) -> None:
    walk.click("place")
    walk.app.apply_settings(replace(walk.app.settings, text_size=text_size))

    shown = {item.id for item in walk.app.items()}

    assert {f"side-{seat.id}" for seat in walk.table.box.board.seats} <= shown


def test_whoever_objects_is_asked_what_would_be_acceptable_and_the_answer_stays_with_the_card(walk: Walk) -> None:
    walk.click("place", f"seat-{walk.table.box.board.seats[0].id}", "propose")
    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert "note-objection" not in walk.ids("note")

    walk.say("object", "p2")
    asked = said(walk, "objection")
    walk.click("note-objection")
    walk.app.field("note-text").paste("A trial of one year")
    walk.click("keep-note")

    assert asked.endswith("what would make the proposal acceptable?")
    note = walk.table.game.notes[-1]
    assert (note.text, note.card, note.person) == ("A trial of one year", turn.proposal.card, "p2")


def test_a_part_that_is_not_played_because_postures_are_placed_says_so(walk: Walk) -> None:
    states = {item.id: item.state for item in walk.app.items() if item.id.startswith("part-")}

    assert states["part-opening"] == "done"
    assert states["part-postures"] == "postures already placed"
    assert states["part-mechanisms"] == "now"


# The steps of the debrief


def test_the_steps_of_the_debrief_count_the_talks_and_not_the_marks(walk: Walk) -> None:
    walk.table.play(EndPart(by=FACILITATOR))
    walk.table.play(SkipPart(by=FACILITATOR, part=PartId("system")))
    told = []

    while walk.table.doing is not None:
        if walk.table.doing.kind is ActivityKind.DISCUSS:
            told.append(said(walk, "turn-name").split(":")[0])
        walk.table.play(EndActivity(by=FACILITATOR))

    assert told == ["Step 1 of 6", "Step 2 of 6", "Step 3 of 6", "Step 4 of 6", "Step 5 of 6"]


def test_enter_just_after_a_click_is_for_what_the_click_brought() -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start", "reveal-context", "reveal")
    walk.app.reach("go-on")
    walk.app.go_to(Menu())
    go_on = next(item for item in walk.app.items() if item.id == "go-on" and item.live).rect.center

    for event in (
        pygame.Event(pygame.MOUSEMOTION, pos=go_on, rel=(1, 1), buttons=(0, 0, 0)),
        pygame.Event(pygame.MOUSEBUTTONDOWN, pos=go_on, button=1),
        pygame.Event(pygame.MOUSEBUTTONUP, pos=go_on, button=1),
        pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=pygame.KSCAN_RETURN),
    ):
        walk.loop.handle(event)

    assert is_at_the_table(walk)
    assert walk.table.doing is not None
    assert walk.table.doing.kind is ActivityKind.PRESENT


# Stages left out, and what undo reaches.


def left_out(walk: Walk) -> list[str]:
    """The stages that are to be left out."""
    return list(walk.table.game.skipped)


def test_leaving_a_stage_out_is_confirmed_and_enter_keeps_it(walk: Walk) -> None:
    walk.app.go_to(Parts())
    walk.click("skip-debrief")

    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))

    assert not left_out(walk)
    assert isinstance(walk.app.screen, SessionPartsDialog)


def test_a_stage_left_out_is_brought_back_on_its_row(walk: Walk) -> None:
    walk.app.go_to(Parts())
    walk.click("skip-debrief", "answer-1")
    assert left_out(walk) == ["debrief"]

    walk.click("keep-debrief")

    assert not left_out(walk)
    assert walk.item("skip-debrief")


def test_ctrl_z_takes_back_what_was_just_done_in_a_dialog(walk: Walk) -> None:
    walk.app.go_to(Parts())
    walk.click("skip-debrief", "answer-1")

    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_CTRL, unicode=""))
    assert not left_out(walk)
    walk.loop.handle(pygame.Event(pygame.KEYUP, key=pygame.K_z, mod=0))
    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_y, mod=pygame.KMOD_CTRL, unicode=""))

    assert left_out(walk) == ["debrief"]
    assert isinstance(walk.app.screen, SessionPartsDialog)


def test_ending_the_last_stage_early_is_confirmed(walk: Walk) -> None:
    while walk.table.game.part is not None and walk.table.game.part.id != "debrief":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.app.go_to(Parts())
    walk.click("end-part")
    assert not walk.table.game.over

    walk.click("answer-1")

    assert walk.table.game.over


def test_who_would_have_no_turn_is_said_before_cards_are_left_out(walk: Walk) -> None:
    game = walk.table.game
    found = advice(((game, 0.0),), 3000)
    planned = datetime(2026, 3, 12, 17)
    walk.table.pace = Pace(ends=planned + timedelta(minutes=50), planned=planned, advice=found)
    walk.app.go_to(Parts())

    said = next(item.name for item in walk.app.items() if item.id == "advice-without-cards")

    for player in game.present[1:]:
        assert player.name in said
    assert next(item.id for item in walk.app.items() if item.id.startswith("advice-")) == "advice-discussions"


# Who leaves, comes back, arrives late.


def test_who_left_is_listed_and_comes_back_as_the_same_person(walk: Walk) -> None:
    before = walk.table.game.players
    leaver = before[1]
    walk.app.go_to(People())
    walk.click(f"leave-{leaver.id}")
    assert said(walk, f"gone-{leaver.id}") == leaver.name

    walk.click(f"back-{leaver.id}")

    assert walk.table.game.players == before
    assert not walk.ids("back-")


def test_a_name_that_somebody_had_who_left_is_asked_about(walk: Walk) -> None:
    leaver = walk.table.game.players[1]
    walk.app.go_to(People())
    walk.click(f"leave-{leaver.id}")
    walk.app.field("person-new").paste(leaver.name.upper())
    walk.click("add-person")

    walk.click("answer-0")

    assert walk.table.game.player(leaver.id).present
    assert len(walk.table.game.players) == 4


def test_somebody_else_of_the_same_name_is_another_person(walk: Walk) -> None:
    leaver = walk.table.game.players[1]
    walk.app.go_to(People())
    walk.click(f"leave-{leaver.id}")
    walk.app.field("person-new").paste(leaver.name)
    walk.click("add-person", "answer-1")

    assert not walk.table.game.player(leaver.id).present
    assert [player.name for player in walk.table.game.players].count(leaver.name) == 2


def test_somebody_who_arrives_after_the_introductions_introduces_themselves(walk: Walk) -> None:
    walk.app.go_to(People())
    walk.app.field("person-new").paste("Ada")
    walk.click("add-person")

    persona = walk.table.game.players[-1].persona
    assert persona is not None
    card = walk.table.box.personas[persona]
    assert said(walk, "newcomer-persona") == card.title
    shown = moment_picture(walk.table, Scale())
    assert isinstance(shown, PersonaShown)
    assert (shown.person.name, shown.title, shown.caption) == ("Ada", card.title, "Joining us")
    walk.click("introduced")
    assert isinstance(walk.app.screen, PeopleDialog)
    assert not isinstance(moment_picture(walk.table, Scale()), PersonaShown)


def arriving(walk: Walk, monkeypatch: pytest.MonkeyPatch, game: Game) -> None:
    """The first person of that game has just arrived."""
    monkeypatch.setattr(Session, "game", property(lambda _: game))
    walk.app.open(NewcomerDialog(walk.app, walk.table, game.players[0].id))


def test_somebody_who_arrives_after_the_first_ratings_is_told_that_theirs_count_in_the_next_ones(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = walk.table.game
    given = {consequence.id: 3 for consequence in game.box.description.consequences}
    assert game.doing is not None

    arriving(walk, monkeypatch, replace(game, ratings={game.doing.id: {game.players[1].id: given}}))

    assert said(walk, "newcomer-rated").endswith("Theirs will count in the next ones.")


def test_somebody_who_arrives_where_people_play_as_themselves_introduces_themselves_too(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = walk.table.game

    arriving(walk, monkeypatch, replace(game, players=tuple(replace(player, persona=None) for player in game.players)))

    assert game.players[0].name in said(walk, "newcomer-title")
    shown = moment_picture(walk.table, Scale())
    assert isinstance(shown, PersonaShown)
    assert shown.picture is None


def test_ctrl_z_brings_back_in_the_dialog_who_has_just_left(walk: Walk) -> None:
    walk.app.go_to(People())
    walk.click("leave-p2")

    walk.app.focus_on("close")
    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_CTRL, unicode=""))

    assert len(walk.table.game.present) == 4
    assert isinstance(walk.app.screen, PeopleDialog)


# A break.


def test_a_break_says_when_the_table_goes_on_and_so_does_the_room(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Now(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Now":
            return cls(2026, 3, 12, 16, 53, 20)

    monkeypatch.setattr("enacting.ui.table.table.datetime", Now)
    monkeypatch.setattr("enacting.ui.table.break_dialog.datetime", Now)
    monkeypatch.setattr("enacting.ui.table.break_end.datetime", Now)
    walk.app.open_room()
    walk.click("pause")
    assert said(walk, "break-until") == "We start again at 17:00"

    walk.click("break-more")

    assert said(walk, "break-until") == "We start again at 17:05"
    assert "We start again at 17:05" in in_the_room(walk)
    assert walk.table.session.paused
    walk.click("pause")
    assert not walk.table.session.paused
    assert isinstance(walk.app.screen, TableScreen)


def test_whoever_plays_during_a_break_ends_it(walk: Walk, clock: HandClock) -> None:
    walk.click("pause")
    clock.later(1)
    before = walk.table.session.elapsed

    walk.table.play(GiveFloor(by=FACILITATOR, player=walk.table.game.present[0].id))
    clock.later(2)
    walk.loop.tick()

    assert not walk.table.session.paused
    assert isinstance(walk.app.screen, TableScreen)
    assert walk.table.session.elapsed >= before % 1 + 2


@pytest.mark.parametrize("dialog", [Menu(), Speech(), Parts(), People()], ids=lambda dialog: type(dialog).__name__)
def test_undo_reaches_into_the_dialogs_over_the_table(walk: Walk, dialog: Destination) -> None:
    walk.table.play(WriteNote(by=FACILITATOR, text="a note"))
    walk.app.go_to(dialog)
    walk.app.focus_on("close")
    shown = walk.app.screen

    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_CTRL, unicode=""))

    assert not walk.table.game.notes
    assert walk.app.screen is shown
