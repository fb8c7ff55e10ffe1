"""The laws of layout can fail: each of them, broken on purpose on a screen that keeps them all, says so.

The screens they are for are walked through in `test_every_screen.py`.
"""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.layout_laws import LAWS, awake, ground_of
from ui.walks import USUAL, Shown, Walk, Window

from enacting.engine.cards import CardId
from enacting.system import paths
from enacting.ui.dialogs.help import HelpDialog
from enacting.ui.faces.table_look import ReadingCard, WholeCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import CONTRAST, DARK, LIGHT
from enacting.ui.items.item import Item
from enacting.ui.items.labels import Label


@pytest.fixture
def setup_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The set-up of a session in a usual window."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    walk.show("setup", stage=True)
    return walk.shown[0]


def changed(shown: Shown, which: str, /, **changes: object) -> Shown:
    """The same screen, but for an item."""
    assert any(item.id == which for item in shown.items)
    return replace(
        shown,
        items=tuple(replace(item, **changes) if item.id == which else item for item in shown.items),  # type: ignore[arg-type]
    )


def item_of(shown: Shown, name: str) -> Item:
    """The item of that id."""
    return next(item for item in shown.items if item.id == name)


def broken(shown: Shown) -> list[str]:
    """The names of the laws that a screen breaks."""
    return [law.__name__ for law in LAWS if list(law(shown))]


def test_the_screen_broken_on_purpose_keeps_every_law(setup_screen: Shown) -> None:
    assert broken(setup_screen) == []


def test_an_item_out_of_the_window_is_a_fault(setup_screen: Shown) -> None:
    out = changed(setup_screen, "help", rect=item_of(setup_screen, "help").rect.move(USUAL[0] - 1000, -40))

    assert "nothing_leaves_the_window" in broken(out)


def test_a_text_too_long_for_its_rectangle_is_a_fault(setup_screen: Shown) -> None:
    rect = item_of(setup_screen, "start").rect

    assert "every_text_fits" in broken(changed(setup_screen, "start", rect=rect.inflate(60 - rect.width, 0)))


def test_a_button_over_another_is_a_fault(setup_screen: Shown) -> None:
    rect = item_of(setup_screen, "settings").rect

    assert "what_can_be_pointed_at_does_not_overlap" in broken(
        changed(setup_screen, "help", rect=rect.move(rect.width // 2, 0))
    )


def test_a_text_over_another_is_a_fault(setup_screen: Shown) -> None:
    rect = item_of(setup_screen, "players-text").rect

    assert "texts_do_not_overlap" in broken(changed(setup_screen, "players-title", rect=rect))


def test_a_text_over_the_edge_of_a_panel_is_a_fault(setup_screen: Shown) -> None:
    rect = item_of(setup_screen, "setup-title").rect

    assert "texts_are_within_or_apart_from_panels_and_buttons" in broken(
        changed(setup_screen, "setup-title", rect=rect.move(0, rect.height // 2))
    )


def test_an_item_below_what_a_pane_scrolls_is_a_fault(setup_screen: Shown) -> None:
    inside = [item for item in setup_screen.items if item.pane == "session" and item.live]
    last = max(inside, key=lambda item: item.rect.bottom)

    assert "everything_in_a_pane_can_be_scrolled_into_sight" in broken(
        changed(setup_screen, last.id, rect=last.rect.move(0, 200))
    )


def test_a_target_too_small_for_a_fingertip_is_a_fault(setup_screen: Shown) -> None:
    rect = item_of(setup_screen, "help").rect

    assert "what_can_be_pointed_at_is_large_enough" in broken(
        changed(setup_screen, "help", rect=rect.inflate(43 - rect.width, 0))
    )


@pytest.mark.parametrize("name", ["", " ", "{count} people", "setup.start"])
def test_a_button_without_a_proper_name_is_a_fault(setup_screen: Shown, name: str) -> None:
    assert "everything_has_a_name" in broken(changed(setup_screen, "start", name=name))


def test_two_items_of_the_same_id_are_a_fault(setup_screen: Shown) -> None:
    assert "every_item_has_an_id_of_its_own" in broken(changed(setup_screen, "help", id="settings"))


def test_two_ways_forward_are_a_fault(setup_screen: Shown) -> None:
    assert "there_is_one_way_forward_and_it_is_in_sight" in broken(changed(setup_screen, "help", main=True))


def test_no_way_forward_is_a_fault(setup_screen: Shown) -> None:
    assert "there_is_one_way_forward_and_it_is_in_sight" in broken(changed(setup_screen, "start", main=False))


def test_a_way_forward_out_of_sight_is_a_fault(setup_screen: Shown) -> None:
    clip = pygame.Rect(0, 0, 100, 100)

    assert "there_is_one_way_forward_and_it_is_in_sight" in broken(changed(setup_screen, "start", clip=clip))


def test_a_message_over_the_way_forward_is_a_fault(setup_screen: Shown) -> None:
    start = item_of(setup_screen, "start")
    message = replace(item_of(setup_screen, "panel-0"), id="message-panel", rect=start.rect)

    assert "a_message_hides_no_way_forward" in broken(replace(setup_screen, items=(*setup_screen.items, message)))


def test_a_tip_out_of_the_window_is_a_fault(setup_screen: Shown) -> None:
    tip = tuple(replace(item, rect=item.rect.move(USUAL[0], 0)) for item in setup_screen.tips["help"])

    assert tip
    assert "every_tip_fits_in_the_window" in broken(replace(setup_screen, tips={"help": tip}))


@pytest.fixture
def discussed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """A card under discussion on a laptop whose text was made larger."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(1280, 720, 1.5)])
    walk.click("new", "plan-placed", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    walk.click("draw")
    walk.click(f"keep-{hand(walk)[0]}")
    walk.show("mechanisms, discuss", stage=True)
    return walk.shown[0]


def hand(walk: Walk) -> tuple[CardId, ...]:
    """The cards in the hand of who plays."""
    assert walk.table.game.turn is not None
    return walk.table.game.turn.hand


def test_a_card_under_discussion_in_small_text_is_a_fault(discussed: Shown) -> None:
    card = next(item for item in discussed.items if isinstance(item.look, ReadingCard))
    small = card.rect.inflate(0, -card.rect.height // 3)

    assert broken(discussed) == []
    assert "cards_to_be_read_are_as_large_as_the_text" in broken(changed(discussed, card.id, rect=small))


def test_a_consequence_below_the_fold_is_a_fault(discussed: Shown) -> None:
    panel = next(item for item in discussed.items if item.id == "turn-panel")
    below = replace(panel, id="consequence-panel-social", clip=panel.rect.move(0, -panel.rect.height // 2))

    assert "the_whole_crisis_is_in_sight" in broken(replace(discussed, items=(*discussed.items, below)))


def test_the_name_of_a_space_in_another_size_is_a_fault(discussed: Shown) -> None:
    name = next(item for item in discussed.items if item.id.startswith("posture-"))
    assert isinstance(name.look, Label)
    small = replace(name.look, type=name.look.type.with_size(name.look.type.size - 3))

    assert "names_of_spaces_are_alike" in broken(changed(discussed, name.id, look=small))


def test_a_card_seen_whole_in_usual_text_is_a_fault(discussed: Shown) -> None:
    card = next(item for item in discussed.items if isinstance(item.look, ReadingCard))
    assert isinstance(card.look, ReadingCard)
    whole = WholeCard(card=card.look.card, look=card.look.look)

    assert "a_card_seen_whole_is_large" in broken(changed(discussed, card.id, look=whole))


@pytest.mark.parametrize("name", [LIGHT, DARK, CONTRAST])
def test_a_title_in_the_colour_of_its_ground_is_a_fault_in_every_theme(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(1280, 720, 1.0, name)])
    walk.over("settings", "settings")
    title = item_of(walk.shown[0], "settings-title")
    assert isinstance(title.look, Label)
    theme.use_theme(name)
    ground = ground_of(title, walk.shown[0].items[: walk.shown[0].items.index(title)])
    theme.use_theme(LIGHT)
    assert ground is not None

    pale = changed(walk.shown[0], "settings-title", look=replace(title.look, colour=ground))

    assert broken(walk.shown[0]) == []
    assert broken(pale) == ["words_stand_out_from_their_ground"]


def test_what_lies_behind_a_dialog_is_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])

    walk.over("settings", "settings")

    labels = [item.id for item in awake(walk.shown[0]) if isinstance(item.look, Label)]
    assert "settings-title" in labels
    assert "subtitle" not in labels


def test_the_keyboard_reaches_what_has_the_id_of_something_behind_the_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new", "start", "menu")
    walk.app.focus = walk.item("help").id

    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))

    assert isinstance(walk.app.screen, HelpDialog)
