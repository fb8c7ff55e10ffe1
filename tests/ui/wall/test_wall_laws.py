"""Every picture that the room sees by itself keeps the laws of a wall: large, whole, of high contrast, and dead.

Letters of 40 pixels of 1080 can be read at four metres, of 54 read aloud by somebody who stands there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pygame
import pytest
from clocks import clock_in_hand
from ui.layout_laws import ink, meet, told
from ui.walks import CARD_TEXT, CARD_TITLE, LINE, Walk, longest
from ui.wall_moments import Moments

from enacting.engine.cards import ConsequenceId
from enacting.engine.game import CONSEQUENCE_LENGTH, TEXT_LENGTH, TITLE_LENGTH
from enacting.language.words import words_in
from enacting.scenes.reading import read_line
from enacting.system import paths
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import CONTRAST, DARK, LIGHT, THEMES, Scale
from enacting.ui.items.item import Item, Role
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Token
from enacting.ui.items.panels import Panel
from enacting.ui.table.room_view import moment_picture
from enacting.ui.table.wall_moment import crisis_shown, persona_shown, place_shown, talking, trouble_shown
from enacting.ui.wall.backdrops import EVENING, FEAST, NIGHT, TOWN
from enacting.ui.wall.deciding import Committing
from enacting.ui.wall.looks import MatLook, WallClock
from enacting.ui.wall.opening import CrisisShown
from enacting.ui.wall.pictures import Picture, lay_out_picture
from enacting.ui.wall.titles import QuestionTitle

SMALLEST, ALOUD = 40, 54
READ_ALOUD = ("text", "sentence", "says", "question", "asks")
"""The ids of what somebody reads aloud; `asks` where a card lies face down."""
SIZES = ((1920, 1080), (1280, 720), (1024, 768), (3840, 2160))
Pictures = tuple[str, bool, Mapping[str, Picture]]
"""A language, whether everything is said at length, and each moment's picture."""


@dataclass(frozen=True)
class Seen:
    """A picture as it is laid out."""

    name: str
    language: str
    size: tuple[int, int]
    theme: str
    items: tuple[Item, ...]

    def __str__(self) -> str:
        return f"{self.name} ({self.language}, {self.size[0]}x{self.size[1]}, {self.theme})"

    @property
    def unit(self) -> float:
        """Pixels of this window for one of 1080."""
        return min(self.size[0] / 1920, self.size[1] / 1080)


def pictures_of(language: str, *, long: bool) -> Mapping[str, Picture]:
    """The picture of every moment of a session."""
    found: dict[str, Picture] = {}

    def keep(name: str, walk: Walk) -> None:
        found[name] = moment_picture(walk.table, Scale())

    with clock_in_hand() as clock:
        Moments(language, clock, keep, long=long).play()
    return found


@pytest.fixture(scope="module", params=[("fr", True), ("en", True), ("fr", False), ("en", False)])
def pictures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pictures]:
    pygame.display.init()
    language, long = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.DATA_VARIABLE, str(tmp_path_factory.mktemp("data")))
        yield language, long, pictures_of(language, long=long)


@pytest.fixture(scope="module")
def seen(pictures: Pictures) -> Iterator[tuple[Seen, ...]]:
    """Each of them in each size; the other themes in one."""
    language, _, found = pictures
    laid = []
    for colours, sizes in ((LIGHT, SIZES), (DARK, SIZES[1:2]), (CONTRAST, SIZES[1:2])):
        theme.use_theme(colours)
        for size in sizes:
            for name, picture in found.items():
                layout = Layout(size, Scale.for_window(size), words_in(language))
                lay_out_picture(layout, picture)
                laid.append(Seen(name, language, size, colours, tuple(layout.items)))
    theme.use_theme(LIGHT)
    yield tuple(laid)


def test_a_session_has_every_picture(pictures: Pictures) -> None:
    kinds = {type(picture) for picture in pictures[2].values()}

    assert kinds == set(Picture.__args__)


def labels(frame: Seen) -> Iterator[tuple[Item, Label]]:
    for item in frame.items:
        if isinstance(item.look, Label):
            yield item, item.look


def faults(found: list[str]) -> None:
    if found:
        pytest.fail("\n  ".join([f"{len(found)} faults", *found[:12]]), pytrace=False)


def test_no_letter_is_too_small_for_the_back_of_the_room(seen: tuple[Seen, ...]) -> None:
    small = []
    for frame in seen:
        for item, label in labels(frame):
            smallest = ALOUD if item.id in READ_ALOUD else SMALLEST
            if label.type.size < int(smallest * frame.unit):
                small.append(f"{frame}: {told(item)} is written in {label.type.size}")
        for item in frame.items:
            if isinstance(item.look, WallClock) and item.look.type(min(item.rect.size)).size < int(
                SMALLEST * frame.unit
            ):
                small.append(f"{frame}: {told(item)} is a small clock")
            if isinstance(item.look, Token) and min(item.rect.size) * 11 // 20 < int(SMALLEST * frame.unit):
                small.append(f"{frame}: {told(item)} is a small disc")

    faults(small)


def test_every_text_is_shown_whole(seen: tuple[Seen, ...]) -> None:
    faults([f"{frame}: {told(item)}" for frame in seen for item, label in labels(frame) if not label.fits(item.rect)])


def cut(seen: tuple[Seen, ...]) -> list[str]:
    return [
        f"{frame}: {told(item)} “{label.text}”"
        for frame in seen
        for item, label in labels(frame)
        if label.text.endswith("…") and not item.name.endswith("…") and not item.id.startswith("name-")
    ]


def test_nothing_said_in_a_few_words_is_cut(pictures: Pictures, seen: tuple[Seen, ...]) -> None:
    if not pictures[1]:
        faults(cut(seen))


def test_nothing_leaves_the_wall(seen: tuple[Seen, ...]) -> None:
    outside = []
    for frame in seen:
        wall = pygame.Rect(0, 0, *frame.size)
        outside += [f"{frame}: {told(item)}" for item, _ in labels(frame) if not wall.contains(ink(item))]

    faults(outside)


def test_no_words_lie_over_other_words(seen: tuple[Seen, ...]) -> None:
    over = []
    for frame in seen:
        written = [(item, ink(item)) for item, _ in labels(frame)]
        over += [
            f"{frame}: {told(item)} and {told(other)}"
            for index, (item, place) in enumerate(written)
            for other, place_of_other in written[:index]
            if meet(place, place_of_other)
        ]

    faults(over)


def ground_of(frame: Seen, item: Item) -> theme.Colour | None:
    """The colour behind a label; None where it lies on a picture."""
    before = frame.items[: frame.items.index(item)]
    for below in reversed(before):
        if not below.rect.collidepoint(item.rect.center):
            continue
        if isinstance(below.look, Panel) and below.look.fill is not None:
            return below.look.fill
        if isinstance(below.look, MatLook):
            return below.look.fill
        if not isinstance(below.look, Label | Panel):
            return None
    return None


def test_every_text_stands_out_from_a_plain_ground(seen: tuple[Seen, ...]) -> None:
    pale = []
    for frame in seen:
        for item, label in labels(frame):
            ground = ground_of(frame, item)
            if ground is None:
                pale.append(f"{frame}: {told(item)} lies on a picture")
            elif theme.contrast(label.colour, ground) < 7:
                pale.append(f"{frame}: {told(item)} has {theme.contrast(label.colour, ground):.1f}")

    faults(pale)


def test_what_was_and_what_is_are_drawn_to_one_scale(seen: tuple[Seen, ...]) -> None:
    frames = [frame for frame in seen if frame.name == "ratings"]

    bars = [[item for item in frame.items if item.id.startswith("bar-")] for frame in frames]

    assert all(len(found) > 1 for found in bars)
    assert all(len({(bar.rect.left, bar.rect.right) for bar in found}) == 1 for found in bars)


def test_an_adoption_says_what_was_agreed_on(pictures: Pictures, seen: tuple[Seen, ...]) -> None:
    agreed = pictures[2]["amended"].agreed  # type: ignore[union-attr]
    frames = [frame for frame in seen if frame.name == "adopted 0"]

    assert agreed
    assert all(agreed in [item.name for item in frame.items] for frame in frames)


def test_nothing_on_the_wall_can_be_pressed(seen: tuple[Seen, ...]) -> None:
    assert [told(item) for frame in seen for item in frame.items if item.live or item.keys] == []


def test_every_picture_has_a_heading_and_no_two_items_one_id(seen: tuple[Seen, ...]) -> None:
    headless = [str(frame) for frame in seen if not any(item.role is Role.HEADING for item in frame.items)]
    twins = [str(frame) for frame in seen if len({item.id for item in frame.items}) < len(frame.items)]

    assert headless == []
    assert twins == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_card_of_the_box_keeps_the_laws(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    with clock_in_hand() as clock:
        moments = Moments(language, clock, lambda name, walk: None, long=True)
        table, box, scale = moments.walk.table, moments.walk.table.box, Scale()
        first = table.game.players[0].id
        talks = [talking(table, card, scale, player=first) for card in (*box.postures, *box.mechanisms)]
        crises = [crisis_shown(table, card, scale) for card in box.crises]
        written = replace(
            crises[0],
            title=longest(CARD_TITLE, TITLE_LENGTH),
            text=longest(CARD_TEXT, TEXT_LENGTH),
            consequences=tuple(
                replace(consequence, text=longest(LINE, CONSEQUENCE_LENGTH)) for consequence in crises[0].consequences
            ),
        )
        shown: list[Picture] = [
            *talks,
            *crises,
            written,
            *(place_shown(table, card, scale) for card in box.contexts),
            *(persona_shown(table, card, first, scale) for card in box.personas),
            persona_shown(table, None, first, scale),
            *(trouble_shown(table, card, scale) for card in box.troubles),
            *(QuestionTitle(text=card.text) for card in box.questions.values()),
        ]
    laid = []
    for size in SIZES[:3]:
        for index, picture in enumerate(shown):
            layout = Layout(size, Scale.for_window(size), words_in(language))
            lay_out_picture(layout, picture)
            name = f"{index} {getattr(picture, 'title', '')}"
            laid.append(Seen(name, language, size, LIGHT, tuple(layout.items)))

    test_no_letter_is_too_small_for_the_back_of_the_room(tuple(laid))
    test_every_text_is_shown_whole(tuple(laid))
    faults(cut(tuple(laid)))
    test_nothing_leaves_the_wall(tuple(laid))
    test_no_words_lie_over_other_words(tuple(laid))
    test_every_text_stands_out_from_a_plain_ground(tuple(laid))


def test_what_is_asked_of_a_proposal_is_whole_for_every_crisis(
    pictures: Pictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    asked = pictures[2]["what is answered"]
    assert isinstance(asked, Committing)
    with clock_in_hand() as clock:
        crises = Moments(pictures[0], clock, lambda name, walk: None, long=False).walk.table.box.crises.values()
    laid = []
    for crisis in crises:
        answers = tuple(
            replace(answer, text=crisis.consequences.get(ConsequenceId(answer.id), "")) for answer in asked.answers
        )
        for size in SIZES[:3]:
            layout = Layout(size, Scale.for_window(size), words_in(pictures[0]))
            lay_out_picture(layout, replace(asked, answers=answers))
            laid.append(Seen(crisis.title, pictures[0], size, LIGHT, tuple(layout.items)))

    faults(cut(tuple(laid)))
    test_every_text_is_shown_whole(tuple(laid))
    test_no_words_lie_over_other_words(tuple(laid))


def test_the_crisis_is_whole_on_one_picture_for_every_card(pictures: Pictures) -> None:
    crisis = pictures[2]["crisis"]
    layout = Layout((1920, 1080), Scale(), words_in(pictures[0]))

    lay_out_picture(layout, crisis)

    told_words = {item.name for item in layout.items}
    assert {crisis.title, crisis.text} <= told_words  # type: ignore[union-attr]
    assert {consequence.text for consequence in crisis.consequences} <= told_words  # type: ignore[union-attr]


def test_of_a_text_that_no_wall_holds_as_much_as_fits_is_shown_and_all_of_it_read(pictures: Pictures) -> None:
    crisis = pictures[2]["crisis"]
    assert isinstance(crisis, CrisisShown)
    endless = longest(CARD_TEXT, 2000)
    layout = Layout((1920, 1080), Scale(), words_in(pictures[0]))

    lay_out_picture(layout, replace(crisis, text=endless))

    item = next(item for item in layout.items if item.id == "text")
    assert isinstance(item.look, Label)
    assert item.look.text.endswith("…")
    assert item.name == endless
    assert layout.rect.contains(ink(item))


def test_scenes_of_the_wall_name_parts_that_there_are() -> None:
    assert [line for scene in (NIGHT, EVENING, TOWN, FEAST) for line in scene.lines if read_line(line)[1]] == []
    assert THEMES
