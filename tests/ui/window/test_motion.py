"""Movements: short, only painted, ended by any input, and none with *reduce motion*."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from tables import a_table
from ui.walks import SEED, USUAL, Walk, Window

from enacting.drawing.thread_routes import Thread
from enacting.engine.board import ActivityId, ActivityKind, SeatId
from enacting.engine.cards import CardId
from enacting.engine.events import ActivityEnded, Adopted
from enacting.engine.moves import Propose
from enacting.system import paths
from enacting.ui.faces.place_look import HERO_SECONDS, hero_size
from enacting.ui.items.item import CALM, Item, text_model
from enacting.ui.items.labels import Label
from enacting.ui.items.marks import GROUND_SECONDS, Bars, Hexagons, ThreadLook
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.announcements import AdoptionStamp, NamePlate, PartAnnounced, TurnBanner
from enacting.ui.table.movements import ONE_AFTER_ANOTHER, movements_of
from enacting.ui.table.wall_movements import wall_movements_of
from enacting.ui.window.motion import (
    NO_MOVEMENTS,
    TURN_SECONDS,
    Appear,
    Glide,
    Grow,
    Morph,
    Movement,
    Movements,
    Stamp,
)

LONGEST = TURN_SECONDS + 2 * ONE_AFTER_ANOTHER


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def before_a_draw(clock: HandClock, *, reduce_motion: bool = False) -> Walk:
    """Four people before the first draw of a mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    walk.app.settings = replace(walk.app.settings, reduce_motion=reduce_motion)
    walk.app.message = None
    pass_time(walk, clock, 5)
    return walk


def pass_time(walk: Walk, clock: HandClock, seconds: float) -> None:
    """Let that much time pass, and paint."""
    clock.now += seconds
    walk.loop.draw()
    walk.loop.draw()


def picture(walk: Walk) -> bytes:
    return pygame.image.tobytes(walk.app.stage.surface(), "RGB")


def painted_anew(walk: Walk) -> bytes:
    """The picture of a window where nothing was painted before."""
    walk.loop.canvas.invalidate()
    walk.loop.draw()
    return picture(walk)


def glide(walk: Walk, name: str) -> Glide:
    """How that item glides."""
    movement = walk.app.motion.movements[name]
    assert isinstance(movement, Glide)
    return movement


def hand(walk: Walk) -> tuple[CardId, ...]:
    turn = walk.table.game.turn
    assert turn is not None
    return turn.hand


def test_cards_drawn_fly_from_the_pile_one_after_the_other_and_turn_over(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    pile = walk.item("draw-pile").rect

    walk.click("draw")
    walk.loop.draw()
    shown = {item.id: item.rect for item in walk.app.motion.shown(walk.app.items(), clock.now)}
    glides = [glide(walk, f"card-{card}") for card in hand(walk)]

    assert [shown[f"card-{card}"] for card in hand(walk)] == [pile, pile, pile]
    assert [glide.turns for glide in glides] == ["mechanism"] * 3
    assert sorted(glide.delay for glide in glides) == [0, ONE_AFTER_ANOTHER, 2 * ONE_AFTER_ANOTHER]


def test_the_place_and_the_crisis_turn_over_where_they_lie(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    pass_time(walk, clock, 5)

    for button, kind in (("reveal-context", "context"), ("reveal", "crisis")):
        game = walk.table.game
        card = f"card-{game.context if kind == 'context' else game.crisis}"
        lying = walk.item(card).rect
        walk.click(button)
        walk.loop.draw()

        assert glide(walk, card).turns == kind
        assert [item.rect for item in walk.app.motion.shown(walk.app.items(), clock.now) if item.id == card] == [lying]
        pass_time(walk, clock, LONGEST)


def test_the_state_does_not_wait_for_a_movement(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    still = before_a_draw(clock, reduce_motion=True)

    walk.click("draw")
    still.click("draw")
    walk.loop.draw()

    assert walk.app.motion.moving
    assert text_model(walk.app.items()) == text_model(still.app.items())


def test_cards_put_back_go_to_the_pile_and_are_gone(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    pass_time(walk, clock, LONGEST)
    kept_card, *others = hand(walk)

    walk.click(f"keep-{kept_card}")
    walk.loop.draw()
    on_their_way = [item.id for item in walk.app.motion.departing]
    pass_time(walk, clock, LONGEST)

    assert on_their_way == [f"gone-card-{card}" for card in others]
    assert walk.app.motion.departing == []


@pytest.mark.parametrize("act", ["later", "drop", "pass"])
def test_after_a_movement_the_window_shows_what_painting_everything_gives(act: str, clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    pass_time(walk, clock, LONGEST)
    walk.click(f"keep-{hand(walk)[0]}")
    pass_time(walk, clock, LONGEST)

    walk.click(act)
    for _ in range(24):
        pass_time(walk, clock, LONGEST / 8)

    assert not walk.app.motion.moving
    assert picture(walk) == painted_anew(walk)


def test_in_the_middle_of_a_movement_too(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")

    for _ in range(3):
        pass_time(walk, clock, TURN_SECONDS / 5)

    assert walk.app.motion.moving
    assert picture(walk) == painted_anew(walk)


def test_any_key_ends_a_movement(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    walk.loop.draw()

    walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
    walk.loop.draw()

    assert not walk.app.motion.moving


def test_reduce_motion_leaves_every_movement_out(clock: HandClock) -> None:
    walk = before_a_draw(clock, reduce_motion=True)

    walk.click("draw")
    walk.loop.draw()
    kept_card = hand(walk)[0]
    walk.click(f"keep-{kept_card}")
    walk.loop.draw()

    assert not walk.app.motion.moving
    assert walk.app.motion.departing == []


def test_nothing_is_painted_once_everything_lies_still(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    walk.loop.draw()
    pass_time(walk, clock, LONGEST)
    frames = walk.loop.canvas.frames_drawn

    pass_time(walk, clock, 0.1)

    assert walk.loop.canvas.frames_drawn == frames


# Moments: what people look at


def before_a_decision(clock: HandClock, *, reduce_motion: bool = False) -> Walk:
    """Four people, asked what they think of the first proposal, which answers two consequences."""
    walk = before_a_draw(clock, reduce_motion=reduce_motion)
    walk.click("draw")
    pass_time(walk, clock, 5)
    walk.click(f"keep-{hand(walk)[0]}")
    pass_time(walk, clock, 5)
    turn, game = walk.table.game.turn, walk.table.game
    assert turn is not None
    answers = tuple(consequence.id for consequence in walk.table.box.description.consequences[:2])
    proposal = Propose(
        by=turn.player, card=turn.hand[0], seat=SeatId("with-1"), answers=answers, allies=(game.players[1].id,)
    )
    walk.app.perform(proposal)
    pass_time(walk, clock, 5)
    return walk


def moving(walk: Walk) -> set[str]:
    """What moves, once the window has been painted."""
    walk.loop.draw()
    return set(walk.app.motion.movements)


def press(walk: Walk, key: int, text: str = "") -> None:
    """A key goes down and up, and types that text."""
    walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=text))
    if text:
        walk.loop.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
    walk.loop.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=0))


def click_on(walk: Walk, name: str) -> None:
    """The mouse is pressed and let go on that item."""
    place = walk.item(name).rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        walk.loop.handle(pygame.event.Event(kind, button=1, pos=place))


def test_an_adoption_is_stamped_the_place_mends_and_the_next_turn_is_announced(clock: HandClock) -> None:
    walk = before_a_decision(clock)

    walk.click("adopt")

    assert {"adoption-stamp", "board-place", "turn-banner"} <= moving(walk)


def test_the_stamp_says_who_commits(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    names = [player.name for player in walk.table.game.players[:2]]

    walk.click("adopt")
    walk.loop.draw()
    stamp = next(item for item in walk.app.motion.departing if item.id == "adoption-stamp")
    said = [part.text for part, _ in stamp.look.parts if isinstance(part, Label)]  # type: ignore[attr-defined]

    assert said[0] == "Adopted"
    assert all(name in said[2] for name in names)


def test_the_place_mends_from_what_it_was(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    before = next(item.look for item in walk.app.items() if item.id == "board-place")

    walk.click("adopt")
    walk.loop.draw()
    at_first = next(shown for shown in walk.app.motion.shown(walk.app.items(), clock.now) if shown.id == "board-place")
    surfaces = []
    for look in (before, at_first.look):
        surface = pygame.Surface(at_first.rect.size)
        look.paint(surface, surface.get_rect(), CALM)
        surfaces.append(pygame.image.tobytes(surface, "RGB"))

    assert at_first.look != before
    assert surfaces[0] == surfaces[1]


@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.55, 1.0, 1.45, 1.7, 3.0])
def test_whatever_moment_of_an_adoption_is_painted_as_painting_everything_gives(
    seconds: float, clock: HandClock
) -> None:
    walk = before_a_decision(clock)

    walk.click("adopt")
    walk.loop.draw()
    for _ in range(5):
        pass_time(walk, clock, seconds / 5)

    assert picture(walk) == painted_anew(walk)


def test_after_an_adoption_the_window_is_as_without_movements(clock: HandClock) -> None:
    walk, still = before_a_decision(clock), before_a_decision(clock, reduce_motion=True)

    for walked in (walk, still):
        walked.click("adopt")
        walked.loop.draw()
    pass_time(walk, clock, 4)
    pass_time(still, clock, 0)

    assert not walk.app.motion.moving
    assert picture(walk) == picture(still)


def test_nothing_is_painted_while_a_stamp_rests(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("adopt")
    walk.loop.draw()
    pass_time(walk, clock, 0.8)
    frames = walk.loop.canvas.frames_drawn

    pass_time(walk, clock, 0.1)

    assert walk.app.motion.moving
    assert walk.loop.canvas.frames_drawn == frames


def test_a_key_ends_a_moment_and_does_nothing_else(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("adopt")
    walk.loop.draw()
    game = walk.table.game

    press(walk, pygame.K_RETURN)

    assert not walk.app.motion.moving
    assert walk.table.game == game
    press(walk, pygame.K_RETURN)
    assert walk.table.game != game


def test_a_click_ends_a_moment_and_does_nothing_else(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("adopt")
    walk.loop.draw()
    game = walk.table.game

    click_on(walk, "draw")

    assert not walk.app.motion.moving
    assert walk.table.game == game
    pass_time(walk, clock, 1)
    pass_time(walk, clock, 1)
    click_on(walk, "draw")
    assert walk.table.game != game


def test_a_letter_that_ends_a_moment_is_written_nowhere(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("adopt")
    walk.click("notes")
    walk.app.expect_movements(Movements(stamps={"note-text": Stamp()}))
    walk.app.focus_on("note-text")
    walk.app.changed()
    walk.loop.draw()
    assert walk.app.motion.is_moment

    press(walk, pygame.K_a, "a")
    press(walk, pygame.K_b, "b")

    assert walk.app.field("note-text").text.text == "b"


def test_a_key_during_a_mere_flight_does_what_it_does(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    pass_time(walk, clock, 5)
    walk.click(f"keep-{hand(walk)[0]}")
    walk.loop.draw()
    game = walk.table.game

    press(walk, pygame.K_2)

    assert walk.table.game != game


def test_a_key_is_lost_only_where_something_has_not_been_seen_yet() -> None:
    here, there = pygame.Rect(0, 0, 10, 10), pygame.Rect(50, 0, 10, 10)
    thread = ThreadLook(thread=Thread((0, 0), (50, 10), (100, 0)), colour=(0, 0, 0), width=3)
    hexagons = Hexagons(count=1, most=3, fill=(1, 1, 1), empty=(2, 2, 2))

    in_sight: tuple[Movement, ...] = (
        Glide(here, there),
        Glide(here, there, turns="mechanism", is_departure=True),
        Grow(thread),
        Morph(hexagons, replace(hexagons, count=2)),
    )
    unseen: tuple[Movement, ...] = (
        Glide(here, there, turns="mechanism"),
        Stamp(),
        Appear(0.2),
        PartAnnounced("1", "Opening", "").passing,
    )

    assert [movement.is_moment for movement in in_sight] == [False] * 4
    assert [movement.is_moment for movement in unseen] == [True] * 4


def test_with_reduce_motion_nothing_is_announced(clock: HandClock) -> None:
    walk = before_a_decision(clock, reduce_motion=True)

    walk.click("adopt")
    walk.loop.draw()

    assert not walk.app.motion.moving
    assert walk.app.motion.departing == []


def test_a_part_is_announced_with_its_number_and_its_title(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    for _ in range(40):
        if walk.table.game.part is not None and walk.table.game.part.id == "system":
            break
        walk.click("pass" if walk.table.game.turn is not None else "go-on")
    walk.loop.draw()
    title = next(item for item in walk.app.motion.departing if item.id == "part-title")
    said = [part.text for part, _ in title.look.parts if isinstance(part, Label)]  # type: ignore[attr-defined]

    assert said[:2] == ["4", "New system"]


def test_the_first_part_is_announced_when_the_session_begins() -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    walk.loop.draw()

    walk.click("new", "start")

    assert "part-title" in moving(walk)


def test_every_moment_is_over_in_two_seconds() -> None:
    passing = [
        PartAnnounced("1", "Opening", "").passing,
        TurnBanner("", "Ana", "A", (0, 0, 0)).passing,
        AdoptionStamp(CardId("a"), "", "", "").passing,
        NamePlate("", "").passing,
    ]

    assert [passage.enters for passage in passing] == [0.25, 0.3, 0.18, 0.6]
    assert passing[2].rests == 1.2
    assert all(passage.seconds < 2 for passage in passing)


def test_the_crisis_comes_scene_then_title_then_each_consequence(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start", "reveal-context")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    pass_time(walk, clock, 5)

    walk.click("reveal")
    walk.loop.draw()
    movements = walk.app.motion.movements
    times = [
        (round(movements[name].delay, 6), movements[name].lasts)  # type: ignore[attr-defined]
        for name in (
            "turn-name",
            *(f"consequence-{consequence.id}" for consequence in walk.table.box.description.consequences),
        )
    ]

    assert times == [(0.4, 0.2), (0.6, 0.25), (0.85, 0.25), (1.1, 0.25), (1.35, 0.25)]
    assert all(movement.seconds < 2 for movement in movements.values())


def test_what_has_yet_to_come_is_not_seen(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start", "reveal-context")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    pass_time(walk, clock, 5)

    walk.click("reveal")
    walk.loop.draw()
    pass_time(walk, clock, 0.5)
    seen = {item.id for item in walk.app.motion.shown(walk.app.items(), clock.now)}

    assert "consequence-economic" not in seen
    assert "turn-name" in seen


def test_a_link_draws_itself(clock: HandClock) -> None:
    thread = Thread((0, 0), (50, 10), (100, 0))
    look = ThreadLook(thread=thread, colour=(0, 0, 0), width=3)

    assert look.growing_seconds == 0.45
    assert look.grown(0.2).thread.end[0] < 100
    assert look.grown(0.45) == look


def test_bars_before_grow_then_after_a_pause_those_after() -> None:
    bars = Bars(values=((0.4, (1, 1, 1)), (0.8, (2, 2, 2))), track=(0, 0, 0))

    assert bars.growing_seconds == pytest.approx(0.3 + 0.8 + 0.7)
    assert [part for part, _ in bars.grown(0.3).values] == pytest.approx([0.4, 0.0])
    assert [part for part, _ in bars.grown(1.1).values] == pytest.approx([0.4, 0.0])
    assert bars.grown(1.8) == bars


def test_what_a_card_brings_rises_a_little_too_far_then_back() -> None:
    sizes = [hero_size(part / 10) for part in range(11)]

    assert sizes[0] == pytest.approx(0.8)
    assert max(sizes) == pytest.approx(1.05)
    assert sizes[-1] == pytest.approx(1.0)
    assert (HERO_SECONDS, GROUND_SECONDS) == (0.32, 0.6)


def test_an_answer_that_is_counted_anew_fills_its_hexagon_as_the_ground_mends() -> None:
    before = Hexagons(count=1, most=3, fill=(1, 1, 1), empty=(2, 2, 2))
    after = replace(before, count=2)

    def at(seconds: float) -> Hexagons:
        shown = after.changed_from(before, seconds)
        assert isinstance(shown, Hexagons)
        return shown

    assert after.changing_seconds == GROUND_SECONDS
    assert [at(seconds).rising for seconds in (0.0, 0.3)] == [1, 1]
    assert 0 == at(0.0).part < at(0.3).part < at(GROUND_SECONDS).part == 1.0


def test_the_hexagons_of_a_quarter_move_when_an_answer_is_adopted() -> None:
    game = a_table(3)

    changing = movements_of((Adopted(card=CardId("a"), seat=SeatId("s")),), game).changing

    assert changing == {
        "board-place",
        *(f"quarter-answers-{consequence.id}" for consequence in game.box.description.consequences),
    }


# On the wall


def on_wall(walk: Walk) -> dict[str, Movement]:
    """What moves in the window of the room, once it has been painted."""
    walk.loop.draw()
    assert walk.app.room is not None
    return walk.app.room.motion.movements


def test_on_the_wall_the_crisis_comes_consequence_after_consequence(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start", "reveal-context", "room")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    pass_time(walk, clock, 5)

    walk.click("reveal")
    movements = on_wall(walk)
    names = [f"quarter-{consequence.id}" for consequence in walk.table.box.description.consequences]

    assert movements["scene"].seconds == 0.4
    assert [round(movements[name].seconds, 6) for name in ("title", *names)] == [0.6, 0.85, 1.1, 1.35, 1.6]
    assert "quarter-economic" not in {item.id for item in wall_shown(walk, clock)}


def wall_shown(walk: Walk, clock: HandClock) -> list[Item]:
    """The items of the wall as they are shown now."""
    assert walk.app.room is not None
    return walk.app.room.motion.shown(walk.app.room.items, clock.now)


def test_on_the_wall_an_adoption_is_stamped_and_nothing_lies_over_it(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("room")
    pass_time(walk, clock, 5)

    walk.click("adopt")
    movements = on_wall(walk)

    assert {"stamp", "stamp-word", "adopted-by"} <= set(movements)
    assert {"adoption-stamp", "turn-banner"}.isdisjoint(movements)


def test_a_key_ends_what_moves_on_the_wall(clock: HandClock) -> None:
    walk = before_a_decision(clock)
    walk.click("room")
    pass_time(walk, clock, 5)
    walk.click("adopt")
    assert on_wall(walk)

    press(walk, pygame.K_RETURN)

    assert not on_wall(walk)


def test_on_the_wall_ratings_unroll_row_after_row() -> None:
    game = a_table(4)
    marks = {consequence.id: 3 for consequence in game.box.description.consequences}
    given = {player.id: marks for player in game.players}
    talk = next(index for index, (_, activity) in enumerate(game.agenda) if activity.kind is ActivityKind.DISCUSS)
    game = replace(game, activity=talk, ratings={ActivityId(name): given for name in ("before", "after")})

    movements = wall_movements_of(NO_MOVEMENTS, (ActivityEnded(activity=ActivityId("after")),), game)
    rows = [consequence.id for consequence in game.box.description.consequences]

    assert [movements.growing[f"bar-{row}-0"] for row in rows] == pytest.approx([1.8 * at for at in range(len(rows))])
    assert [movements.growing[f"bar-{row}-1"] - movements.growing[f"bar-{row}-0"] for row in rows] == pytest.approx(
        [1.1] * len(rows)
    )
