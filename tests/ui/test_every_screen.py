"""Every screen and state of the game, walked through once in each language, and all that is true of each of them.

Law: nothing leaves the window, nothing lies over anything else, every text fits and stands out from its ground in every
theme, everything has a name of its own and can be reached, and is read in an order that makes sense. What is allowed to
break a law of layout is in the tables `MAY_...` of `layout_laws`, each with its reason.
"""

from collections import Counter
from collections.abc import Iterator

import pygame
import pytest
from clocks import clock_in_hand
from ui.layout_laws import LAWS, MIN_CONTRAST, Law, awake, type_size
from ui.walks import USUAL, Shown, Window, every_screen

from enacting.language.words import languages
from enacting.system import paths
from enacting.ui.graphics.theme import LIGHT
from enacting.ui.items.buttons import Button
from enacting.ui.items.item import Item, ReadingOrder, Role, in_reading_order, text_model
from enacting.ui.items.labels import Label

READ = Window(*USUAL, 1.0)
"""The window whose screens are read: what is read does not depend on the size."""
SMALLEST = Window(1024, 600, 1.0), Window(1024, 600, 2.0)
LAPTOP = Window(1280, 720, 1.0), Window(1280, 720, 1.5)
"""A laptop, and one whose text was made larger, as the guide advises for a projector."""
COLOURED = tuple(Window(1280, 720, 1.0, name) for name in MIN_CONTRAST if name != LIGHT)
"""The windows of the other themes: every other one is light."""
WINDOWS_OF = {"fr": (*SMALLEST, *LAPTOP, *COLOURED, READ), "en": (*SMALLEST, READ)}
"""The windows of each language: French, whose sentences are longer, in more; English where there is least room.

`tests/long/every_window.py` walks through all of them in both.
"""
MAX_TOLD = 12
"""How many faults a message tells for each law."""

MAY_BE_TWINS = ("session-",)
"""The same session copied ten times: whichever of them is chosen, the same comes."""

SAID_OTHERWISE = ("hint-", "draw-pile-", "later-pile-")
"""What a free seat invites to, which its state says; how many cards a pile holds, which its name says in full."""


@pytest.fixture(scope="module", params=languages())
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shown, ...]]:
    """Every screen in a language, in each of its windows."""
    pygame.display.init()
    folder = tmp_path_factory.mktemp("screens")
    with clock_in_hand(), pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.DATA_VARIABLE, str(folder / "data"))
        yield tuple(every_screen(request.param, folder, WINDOWS_OF[request.param]))


@pytest.fixture(scope="module")
def shown(walked: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Every screen in a language, in the window where it is read."""
    return tuple(frame for frame in walked if frame.window == READ)


def test_every_window_has_every_screen(walked: tuple[Shown, ...]) -> None:
    screens = {(frame.screen, frame.window) for frame in walked}
    names = {frame.screen for frame in walked}
    windows = WINDOWS_OF[walked[0].language]

    assert len(names) > 90
    assert screens == {(name, window) for name in names for window in windows}


# How it is laid out


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_every_screen_keeps_the_law(law: Law, walked: tuple[Shown, ...]) -> None:
    faults = [f"{frame}: {fault}" for frame in walked for fault in law(frame)]

    if faults:
        more = [f"… and {len(faults) - MAX_TOLD} more"] if len(faults) > MAX_TOLD else []
        pytest.fail("\n  ".join([f"{law.__name__}: {len(faults)} faults", *faults[:MAX_TOLD], *more]), pytrace=False)


MATTERS = ("turn-name", "posture-", "card-", "side-", "crisis-title", "drawn-title", "start", "go-on", "draw", "place")
"""The beginnings of the ids of what must grow with the text: whose turn it is, the spaces, the cards, what is next."""
MIN_GROWTH = 1.2
"""How much larger that is at least when all text is half as large again."""
LONG_TITLE, LONG_TITLE_GROWTH = 30, 1.05
"""A longer title of a crisis is as wide as the place in the middle of the board, and grows less."""


def test_what_matters_grows_with_the_text(walked: tuple[Shown, ...]) -> None:
    usual = {frame.screen: frame for frame in walked if frame.window == Window(1280, 720, 1.0)}
    still = []
    for frame in walked:
        if frame.window != Window(1280, 720, 1.5) or not frame.stage:
            continue
        before = {item.id: type_size(item) for item in awake(usual[frame.screen])}
        for item in awake(frame):
            size = type_size(item)
            is_long = item.id == "crisis-title" and len(item.name) > LONG_TITLE
            least = (LONG_TITLE_GROWTH if is_long else MIN_GROWTH) * before.get(item.id, 0)
            if size and item.id.startswith(MATTERS) and size < least:
                still.append(f"{told(frame, item)}: {before[item.id]:.0f}, then {size:.0f} pixels")

    assert still == []


# What is read


def told(frame: Shown, item: Item) -> str:
    """An item as people write it."""
    return f"{frame.screen} ({frame.language}): {item.id} “{item.name}”"


def test_the_board_that_a_debrief_is_about_is_large(walked: tuple[Shown, ...]) -> None:
    boards = [
        (frame, item.rect.width / frame.window.width)
        for frame in walked
        for item in frame.items
        if frame.screen.startswith("debrief, ") and item.id == "small-board" and frame.window.text_size <= 1.5
    ]

    assert boards
    assert not [str(frame) for frame, share in boards if share < 1 / 4]


def test_nothing_that_is_read_or_reached_is_nameless(shown: tuple[Shown, ...]) -> None:
    nameless = [
        told(frame, item)
        for frame in shown
        for item in awake(frame)
        if (item.live or item.role is not Role.DECOR) and not item.name.strip(" .…·–—")
    ]

    assert nameless == []


def test_no_two_live_items_of_a_screen_are_told_alike(shown: tuple[Shown, ...]) -> None:
    twins = []
    for frame in shown:
        live = [item for item in awake(frame) if item.live and not item.id.startswith(MAY_BE_TWINS)]
        twice = {which for which, count in Counter((item.role, item.name) for item in live).items() if count > 1}
        twins += [told(frame, item) for item in live if (item.role, item.name) in twice]

    assert twins == []


def test_every_screen_begins_with_its_title_or_with_what_to_do(shown: tuple[Shown, ...]) -> None:
    begun = {frame.screen: next(item for item in in_reading_order(awake(frame)) if item.reading > 0) for frame in shown}

    assert [name for name, item in begun.items() if item.role not in (Role.HEADING, Role.CARD)] == []
    assert {name for name, item in begun.items() if item.role is Role.CARD} == {
        "reading a crisis in the setup",
        "reading a card drawn",
        "reading a posture",
        "reading a mechanism",
        "reading a crisis",
        "reading a place",
        "reading a trouble",
        "reading a written mechanism",
        "reading a written place",
        "reading a written crisis",
        "reading a persona",
        "reading a question",
    }


def test_a_button_that_cannot_be_pressed_says_so(shown: tuple[Shown, ...]) -> None:
    mute = [
        told(frame, item)
        for frame in shown
        for item in awake(frame)
        if item.role in (Role.BUTTON, Role.CHOICE) and not item.live and not item.state
    ]

    assert mute == []


def test_what_is_chosen_says_so(shown: tuple[Shown, ...]) -> None:
    chosen = [item for frame in shown for item in awake(frame) if item.chosen]

    assert chosen
    assert [item.name for item in chosen if not item.state] == []


def test_words_that_are_painted_are_read_by_themselves_or_with_what_they_are_on(shown: tuple[Shown, ...]) -> None:
    lost = []
    for frame in shown:
        read = " ".join(f"{name} {state}" for _, name, state, _ in text_model(awake(frame))).casefold()
        painted = [item for item in awake(frame) if item.seen.width and item.seen.height and item.role is Role.DECOR]
        for item in painted:
            text = item.look.text if isinstance(item.look, Label | Button) else ""
            if len(text) > 1 and text.casefold() not in read and not item.id.startswith(SAID_OTHERWISE):
                lost.append(f"{told(frame, item)} {text}")

    assert lost == []


def test_what_can_be_done_at_any_moment_is_read_last(shown: tuple[Shown, ...]) -> None:
    table = next(frame for frame in shown if frame.screen == "mechanisms, discuss")

    order = [item.id for item in in_reading_order(table.items)]

    assert order[0] == "turn-name"
    assert order.index("turn-text") < order.index("seat-with-1") < order.index("player-p1") < order.index("place")
    assert order.index("place") < order.index("menu")


def test_a_message_is_read_first(shown: tuple[Shown, ...]) -> None:
    toast = next(frame for frame in shown if frame.screen == "toast")

    assert in_reading_order(toast.items)[0].reading is ReadingOrder.NEWS
    assert in_reading_order(toast.items)[0].id == "message"
