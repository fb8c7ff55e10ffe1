"""Where buttons lead: values alone, each with one case in `routes` and a screen at its end."""

import ast
import inspect
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from ui.walks import USUAL, Walk, Window

from enacting.engine.game import NoteId, PlayerId
from enacting.engine.moves import Propose
from enacting.ui import destinations, routes
from enacting.ui.destinations import (
    About,
    Break,
    CardsForLater,
    CopyFromHere,
    Destination,
    ErasePerson,
    EraseWords,
    Glossary,
    Hall,
    Help,
    Home,
    LinkForm,
    LookAt,
    MechanismForm,
    Menu,
    NewSession,
    NewTexts,
    NextStepForm,
    Notes,
    NoVoice,
    Overview,
    PaperForm,
    Parts,
    People,
    Preferences,
    Prompt,
    ReadCard,
    ReasonForm,
    Recap,
    Resume,
    RoomMode,
    ScreenText,
    SessionList,
    Speech,
    Tour,
    TryAlone,
    VerdictForm,
    WholeBoard,
)

KINDS: tuple[type[Destination], ...] = get_args(Destination)
WITHOUT_VALUES: list[type[Any]] = [kind for kind in KINDS if not fields(kind)]
PLAIN = {str, int, float, bool, Path, type(None)}

OVER_A_TABLE: tuple[tuple[Destination, str], ...] = (
    (ScreenText(), "TextView"),
    (NoVoice(), "MessageDialog"),
    (Help("mechanisms"), "HelpDialog"),
    (Glossary(), "GlossaryDialog"),
    (Preferences(), "SettingsDialog"),
    (Menu(), "MenuDialog"),
    (Notes(), "NotesDialog"),
    (People(), "PeopleDialog"),
    (ErasePerson(), "OptionsDialog"),
    (Parts(), "SessionPartsDialog"),
    (Overview(), "OverviewDialog"),
    (Break(), "BreakDialog"),
    (Recap(), "RecapDialog"),
    (NewTexts(), "NewTextsDialog"),
    (Speech(), "SpeakingTimeDialog"),
    (CardsForLater(), "LaterPileDialog"),
    (Prompt(), "PromptDialog"),
    (RoomMode(), "RoomModeDialog"),
    (WholeBoard(), "BoardView"),
    (MechanismForm(), "WriteCardDialog"),
    (NextStepForm(), "NextStepDialog"),
)
AWAY_FROM_A_TABLE: tuple[tuple[Destination, str], ...] = ((Tour(), "TourScreen"), (Home(), "TitleScreen"))
OVER_THE_TITLE: tuple[tuple[Destination, str], ...] = (
    (Help("start"), "HelpDialog"),
    (About(), "AboutDialog"),
    (Preferences(), "SettingsDialog"),
)
FROM_THE_TITLE: tuple[tuple[Destination, str], ...] = (
    (Tour(), "TourScreen"),
    (TryAlone(), "TableScreen"),
    (NewSession(), "SetupScreen"),
    (SessionList(), "SessionsScreen"),
    (Hall(), "HallScreen"),
    (PaperForm(), "PaperScreen"),
)
WITH_WHAT_IS_THERE = (
    ReadCard,
    Resume,
    LookAt,
    ReasonForm,
    LinkForm,
    CopyFromHere,
    VerdictForm,
    EraseWords,
)
"""Those that need a card, a file or a moment; each has a test of its own below."""


@pytest.fixture
def title() -> Walk:
    """Somebody on the title, the box read."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.app.screens[0].library.boxes()  # type: ignore[attr-defined]
    walk.loop.tick()
    return walk


@pytest.fixture
def table(title: Walk) -> Walk:
    """Four people; the first discusses a mechanism."""
    title.click(
        "new", "plan-placed", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity", "draw"
    )
    turn = title.table.game.turn
    assert turn is not None
    title.click(f"keep-{turn.hand[0]}")
    return title


def led_to(walk: Walk, destination: Destination) -> str:
    """The name of the screen on top after that."""
    walk.app.go_to(destination)
    walk.app.items()
    return type(walk.app.screen).__name__


def test_every_destination_is_one_of_the_union() -> None:
    declared = [
        kind
        for name, kind in vars(destinations).items()
        if isinstance(kind, type) and kind.__module__ == destinations.__name__ and not name.startswith("_")
    ]

    assert set(declared) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_destination_holds_plain_values_only(kind: type[Destination]) -> None:
    hints = get_type_hints(kind)

    held = {part for field in fields(kind) for part in get_args(hints[field.name]) or (hints[field.name],)}
    assert {getattr(part, "__supertype__", part) for part in held} <= PLAIN
    assert kind.__dataclass_params__.frozen  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", WITHOUT_VALUES)
def test_a_destination_without_values_is_equal_to_its_own_kind_alone_and_never_changes(kind: type[Any]) -> None:
    destination = kind()

    with pytest.raises((AttributeError, TypeError)):
        destination.screen = "title"
    assert [other for other in WITHOUT_VALUES if other() == destination] == [kind]


def test_every_destination_has_one_case_and_the_rest_is_impossible() -> None:
    (match,) = [node for node in ast.walk(ast.parse(inspect.getsource(routes))) if isinstance(node, ast.Match)]
    cases = [case.pattern.cls for case in match.cases if isinstance(case.pattern, ast.MatchClass)]
    last = match.cases[-1]

    assert sorted(ast.unparse(case) for case in cases) == sorted(f"destinations.{kind.__name__}" for kind in KINDS)
    assert [ast.unparse(line) for line in last.body] == ["assert_never(destination)"]


def test_every_destination_is_followed_in_these_tests() -> None:
    without_values = (*OVER_A_TABLE, *AWAY_FROM_A_TABLE, *OVER_THE_TITLE, *FROM_THE_TITLE)
    followed = {type(destination) for destination, _ in without_values} | set(WITH_WHAT_IS_THERE)

    assert followed == set(KINDS)


def opened_over(walk: Walk, destinations: Iterable[Destination]) -> list[str]:
    """The name of the dialog on top after each of them, closed before the next."""
    below = walk.app.screen
    names = []
    for destination in destinations:
        names.append(led_to(walk, destination))
        while walk.app.screen is not below:
            walk.app.close()
    return names


def test_where_buttons_over_a_table_lead(table: Walk) -> None:
    destinations, screens = zip(*OVER_A_TABLE, strict=True)

    assert opened_over(table, destinations) == list(screens)


@pytest.mark.parametrize(("destination", "screen"), AWAY_FROM_A_TABLE, ids=lambda value: type(value).__name__)
def test_where_a_button_away_from_a_table_leads(table: Walk, destination: Destination, screen: str) -> None:
    assert led_to(table, destination) == screen


def test_where_buttons_over_the_title_lead(title: Walk) -> None:
    destinations, screens = zip(*OVER_THE_TITLE, strict=True)

    assert opened_over(title, destinations) == list(screens)


@pytest.mark.parametrize(("destination", "screen"), FROM_THE_TITLE, ids=lambda value: type(value).__name__)
def test_where_a_button_of_the_title_leads(title: Walk, destination: Destination, screen: str) -> None:
    assert led_to(title, destination) == screen


def test_a_session_is_looked_at_and_taken_up_by_its_path(table: Walk) -> None:
    path = table.table.session.path
    table.app.go_to(Home())

    assert led_to(table, LookAt(path)) == "TableScreen"
    assert table.table.session.read_only
    assert led_to(table, Home()) == "TitleScreen"
    assert led_to(table, Resume(path)) == "TableScreen"
    assert not table.table.session.read_only


def test_a_reason_is_written_for_a_person_and_what_they_say(table: Walk) -> None:
    turn, seat = table.table.game.turn, table.table.box.board.seats[0].id
    assert turn is not None

    assert led_to(table, ReadCard(turn.hand[0])) == "CardInFocus"
    table.app.close()
    table.table.play(Propose(by=turn.player, card=turn.hand[0], seat=seat))
    assert led_to(table, ReasonForm(turn.player, objects=True)) == "ReasonDialog"


def test_a_link_is_worded_by_its_two_cards(table: Walk) -> None:
    first, second = list(table.table.box.mechanisms)[:2]

    assert led_to(table, LinkForm(first, second)) == "LinkDialog"


def test_a_proposal_is_judged_by_its_card(table: Walk) -> None:
    assert led_to(table, VerdictForm(next(iter(table.table.box.mechanisms)))) == "VerdictDialog"


def test_words_are_erased_by_their_note_or_by_who_said_them(table: Walk) -> None:
    assert led_to(table, EraseWords(NoteId(1))) == "MessageDialog"
    assert led_to(table, EraseWords(PlayerId("p1"))) == "MessageDialog"


def test_a_copy_is_made_of_the_moment_looked_at(table: Walk) -> None:
    table.app.go_to(Overview())
    table.click(table.ids("moment-")[0])

    assert led_to(table, CopyFromHere()) == "MessageDialog"
