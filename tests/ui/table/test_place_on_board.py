"""The place in the middle of the board mends as the table plays, says so, and lies only where a box wants it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on
from ui.walks import SEED, USUAL, Walk, Window

from enacting.drawing.place_of_game import place_of, quarter_says, struck_quarters
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EverybodyAgrees, Propose
from enacting.system import paths
from enacting.ui.destinations import ReadCard
from enacting.ui.dialogs.card_in_focus import CardInFocus
from enacting.ui.faces.place_look import PlacePicture, QuarterGround
from enacting.ui.faces.table_look import CrisisRing
from enacting.ui.graphics import theme
from enacting.ui.items.item import Item, text_model
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.board_items import lay_out
from enacting.ui.table.place_items import lay_out_place
from enacting.ui.window.floating import tip_items


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


@pytest.fixture
def walk() -> Walk:
    """Four people; the first discusses a mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity", "draw")
    turn = walk.table.game.turn
    assert turn is not None
    walk.click(f"keep-{turn.hand[0]}")
    return walk


def adopt(walk: Walk, *answers: int) -> None:
    """Adopt the card in hand as an answer to the consequences at those places in the box."""
    game = walk.table.game
    assert game.turn is not None
    consequences = game.box.description.consequences
    ids = tuple(consequences[index].id for index in answers)
    seat = next(iter(game.postures))
    walk.table.session.play(Propose(by=game.turn.player, card=game.turn.hand[0], seat=seat, answers=ids))
    walk.table.session.play(EverybodyAgrees(by=FACILITATOR))
    walk.app.changed()


def item(walk: Walk, name: str) -> Item:
    """The item of that id."""
    return next(item for item in walk.app.items() if item.id == name)


def picture(walk: Walk) -> PlacePicture:
    """The picture of the place on the board."""
    look = item(walk, "board-place").look
    assert isinstance(look, PlacePicture)
    return look


def test_the_board_shows_the_place_of_the_game_as_it_stands(walk: Walk) -> None:
    before = picture(walk).place

    adopt(walk, 0)

    table = walk.table
    assert picture(walk).place == place_of(table.game, table.box) != before


def test_taking_back_what_was_adopted_gives_the_place_there_was(walk: Walk) -> None:
    before = picture(walk).place
    adopt(walk, 0, 1)

    walk.click("undo", "undo")

    assert picture(walk).place == before


def test_each_quarter_is_read_with_its_answers_what_is_seen_and_what_the_crisis_does(walk: Walk) -> None:
    adopt(walk, 0)
    table = walk.table

    said = {name for _, name, _, _ in text_model(walk.app.items())}

    struck = struck_quarters(table.game, table.box)
    assert {f"{quarter_says(each, walk.app.words)} {each.text}" for each in struck} <= said
    assert table.box.crises[table.game.crisis].title in said


def test_the_title_in_the_sky_shows_the_card_of_the_crisis(walk: Walk) -> None:
    assert item(walk, "crisis").intent == ReadCard(walk.table.game.crisis)


def test_a_board_without_a_place_has_the_ring_of_its_crisis(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    table = walk.table
    without = replace(table.box, board=replace(table.box.board, place=None))
    monkeypatch.setattr(type(table), "box", property(lambda _: without))
    layout = Layout((1920, 1080), theme.Scale.for_window((1920, 1080)), walk.app.words)

    lay_out(layout, table, pygame.Rect(0, 0, 1400, 800))

    looks = {item.id: item.look for item in layout.items}
    assert isinstance(looks["crisis"], CrisisRing)
    assert "board-place" not in looks


@pytest.mark.parametrize("size", [(462, 806), (150, 260), (700, 240), (60, 60)])
def test_the_words_of_the_place_stay_in_it_at_any_size(walk: Walk, size: tuple[int, int]) -> None:
    layout = Layout((1920, 1080), theme.Scale.for_window((1920, 1080)), walk.app.words)
    area = pygame.Rect((10, 10), size)

    written = lay_out_place(layout, walk.table, area)

    assert len(written) == 1 + len(walk.table.box.description.consequences)
    plates = [item.rect for item in layout.items if item.id.startswith("quarter-") and not isinstance(item.look, Label)]
    assert all(area.inflate(4, 4).contains(plate) for plate in plates)


def test_all_quarters_are_written_alike(walk: Walk) -> None:
    layout = Layout((1280, 720), theme.Scale.for_window((1280, 720)), walk.app.words)

    lay_out_place(layout, walk.table, pygame.Rect(0, 0, 300, 520))

    names = [item.look for item in layout.items if item.id.startswith("quarter-name-")]
    assert len(names) == len(walk.table.box.description.consequences)
    assert len({look.type for look in names if isinstance(look, Label)}) == 1


def test_pointing_at_a_quarter_or_going_to_it_says_all_of_it(walk: Walk) -> None:
    adopt(walk, 2)
    table = walk.table
    struck = next(struck for struck in struck_quarters(table.game, table.box) if struck.titles)

    quarter = item(walk, f"quarter-{struck.consequence.id}")

    assert quarter.live
    assert quarter.tip
    tip = next(shown for shown in tip_items(walk.app.layout(), quarter) if shown.id == "tip")
    assert tip.name == f"{quarter_says(struck, walk.app.words)} {struck.text}"
    assert struck.titles[0] in tip.name
    assert "proposal addresses it" in tip.name
    focus_on(walk, quarter.id)
    walk.click(quarter.id)
    assert isinstance(walk.app.screen, CardInFocus)


def test_the_quarters_cover_the_ground_of_the_place_and_not_its_sky(walk: Walk) -> None:
    picture_rect, sign = item(walk, "board-place").rect, item(walk, "context").rect

    quarters = [shown.rect for shown in walk.app.items() if isinstance(shown.look, QuarterGround)]

    assert len(quarters) == len(walk.table.box.description.consequences)
    assert all(picture_rect.contains(quarter) for quarter in quarters)
    assert sum(quarter.width * quarter.height for quarter in quarters) > picture_rect.width * picture_rect.height * 0.65
    assert sign.collidelist(quarters) == -1
