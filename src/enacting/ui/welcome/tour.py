"""The tour: a session that was really played passes on the real table, and a few words are said at each stop.

Law: it is only shown. Nothing of it can be played, and nothing is written on the disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.box.problems import BrokenBox
from enacting.engine.board import ActivityKind, Box
from enacting.engine.moves import Order
from enacting.engine.refusals import IllegalMove
from enacting.harvest.writing import file_name
from enacting.language.words import Words, words_in
from enacting.session.recording import Recording, Replay, Stop, UnreadableRecording, read_recording, recording_file
from enacting.system import paths
from enacting.ui.dialogs.message import show_failure
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Item, Reading, Role, disabled
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.items.spotlight import Spotlight, panel_position
from enacting.ui.library import Library
from enacting.ui.table.board_view import SmallBoards
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import lay_out_stage
from enacting.ui.window.app import App, Screen
from enacting.ui.window.floating import FocusRing
from enacting.ui.window.settings import TOUR, TRY
from enacting.ui.writing.text_field import TextField

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

WIDTHS = (24, 20, 30, 36, 16, 46)
"""How wide the words of a stop may be, in ems, the best first."""


def open_tour(app: App, library: Library) -> None:
    """Show the tour over whatever is there; then the title offers somebody new to try."""
    try:
        recording = read_recording(recording_file())
        tour = TourScreen(app, recording, library.shipped(recording.box))
    except UnreadableRecording:
        app.show_message(app.words("tour.damaged"), alarm=True)
    except IllegalMove:
        app.show_message(app.words("tour.changed"))
    except BrokenBox as failure:
        show_failure(app, failure)
    else:
        app.open(tour)


class TourTable(Table):
    """The table of the tour, at one of its stops."""

    def __init__(self, app: App, replay: Replay) -> None:
        super().__init__(app, replay.session)
        self.replay = replay

    def show_stop(self, stop: Stop) -> None:
        """Play up to that stop, or take back to it; what is played on the way is seen to move."""
        before = len(self.session.in_force())
        self.replay.go_to(stop.moves)
        self.session = self.replay.session
        told = self.session.in_force()[before:]
        self._follow(tuple(event for one in told for event in one.events))
        self.decision_is_hidden = stop.board

    def write_harvest(self) -> None:
        """Name the report that a session would leave, and write nothing."""
        name = file_name(self.session.title, f"{self.session.created:%Y-%m-%d}")
        self.report_written(tuple(paths.harvest_folder() / f"{name}.{end}" for end in ("html", "md")))


class TourScreen(Screen):
    """The table, veiled but for what is spoken of, and the words."""

    def __init__(self, app: App, recording: Recording, boxes: Boxes) -> None:
        """`IllegalMove` when the session cannot be played with that box."""
        super().__init__(app)
        self.recording = recording
        self.boxes = boxes
        self.at = 0
        self._fields: dict[str, TextField] = {}
        self._small_boards = SmallBoards()
        self._shown = False
        self._set_the_table()

    def _set_the_table(self) -> None:
        words = words_in(self.app.settings.language)
        replay = Replay(self.recording, self.boxes, words, self.app.clock)
        self.table = TourTable(self.app, replay)
        self.table.show_stop(self.stop)

    def arrive(self) -> None:
        """What is typed at a table below stays as it is."""
        if not self._shown:
            self._shown = True
            self._fields = self.app.swap_fields({})

    @property
    def stop(self) -> Stop:
        """Where the tour stands."""
        return self.recording.stops[self.at]

    # Going on

    def go_on(self) -> None:
        """To the next stop; from the last one, the tour is over."""
        if self.at + 1 == len(self.recording.stops):
            self.leave()
            return
        self.at += 1
        self.table.show_stop(self.stop)

    def go_back(self) -> None:
        """To the stop before."""
        if self.at:
            self.at -= 1
            self.table.show_stop(self.stop)

    def leave(self) -> None:
        """End the tour, at its end or before."""
        self.app.swap_fields(self._fields)
        self.app.close()
        if self.app.settings.offered == TOUR:
            self.app.apply_settings(replace(self.app.settings, offered=TRY))

    def back(self) -> None:
        """Escape leaves."""
        self.leave()

    def arrow(self, key: int) -> bool:
        """The arrows go on and back."""
        (self.go_on if key in (pygame.K_RIGHT, pygame.K_DOWN) else self.go_back)()
        return True

    def turn_page(self, way: int) -> None:
        """So do the keys that turn pages."""
        (self.go_on if way > 0 else self.go_back)()

    def play(self, move: Order) -> None:
        """Nothing can be played here."""

    def tick(self, now: float) -> bool:
        """The timer of the table goes on."""
        return self.table.tick(now)

    def settings_changed(self) -> None:
        """Another language: the same stop of the same session, said in it."""
        if self.app.words.language != self.table.session.language:
            self._set_the_table()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The table asleep, the veil, the ring, the words."""
        below = Layout(layout.rect.size, layout.scale, layout.words)
        lay_out_stage(below, self.table, self._small_boards)
        groups = [found for group in self.stop.shows if (found := _found(below, group)) is not None]
        layout.items.extend(disabled(below.items))
        ring, panel = self._places(layout, below, groups)
        around = ring.inflate(2 * _ring_away(layout), 2 * _ring_away(layout)).clip(layout.rect.inflate(-8, -8))
        look = FocusRing(width=_ring_width(layout), radius=layout.px(14))
        clear = around.inflate(-look.width, -look.width)
        layout.add(Item(id="tour-veil", rect=layout.rect, look=Spotlight((*clear.topleft, *clear.size))))
        layout.add(Item(id="tour-ring", rect=around, look=look))
        self._speak(layout, panel)

    def _places(
        self, layout: Layout, below: Layout, groups: list[tuple[pygame.Rect, set[str]]]
    ) -> tuple[pygame.Rect, pygame.Rect]:
        """What is spoken of, and where: the first group beside which there is room for the words.

        Over the lower third of several things there is room too, rather than to show one of them for all.
        """
        window = layout.rect.inflate(-2 * layout.px(20), -2 * layout.px(20))
        widths = [min(layout.em(width), window.width) for width in WIDTHS]
        gap = layout.px(14) + _ring_away(layout)
        for ring, names in groups:
            hides = [item.seen for item in below.items if item.id not in names and _matters(item)]
            upper = pygame.Rect(ring.left, ring.top, ring.width, ring.height * 2 // 3)
            for kept in (ring, upper) if len(names) > 1 else (ring,):
                panel = panel_position(window, kept, hides, widths, lambda width: self._height(layout, width), gap)
                if panel is not None:
                    return ring, panel
        panel = pygame.Rect(0, 0, widths[0], self._height(layout, widths[0]))
        panel.bottomright = window.bottomright
        return groups[-1][0] if groups else pygame.Rect(0, 0, 0, 0), panel

    def _height(self, layout: Layout, width: int) -> int:
        """How high the words of this stop are in a panel of that width."""
        parts = self._parts(layout, width)
        return sum(parts) + 2 * _pad(layout) + layout.px(8) + layout.px(18)

    def _parts(self, layout: Layout, width: int) -> tuple[int, int, int]:
        """The heights of the title, of the text and of the buttons."""
        inside = width - 2 * _pad(layout)
        title, body = self._types(layout)
        rows = 1 if self._one_row(layout, inside) else 2
        button = layout.button_height(20)
        return (
            layout.text_height(self._said(layout, "title"), title, inside - self._count_width(layout), balanced=True),
            layout.text_height(self._said(layout, "text"), body, inside),
            rows * button + (rows - 1) * layout.px(10),
        )

    def _types(self, layout: Layout) -> tuple[Type, Type]:
        return Type(Face.TITLE_700, layout.scale.text(27)), paint.body(layout.scale, 21)

    def _said(self, layout: Layout, what: str) -> str:
        numbers = numbers_of(self.stop.name, self.table.box, len(self.recording.setup.players), layout.words)
        return layout.words(f"tour.stop.{self.stop.name}.{what}", **numbers)

    def _count_width(self, layout: Layout) -> int:
        return layout.em(4.4)

    def _button_texts(self, layout: Layout) -> tuple[str, str, str]:
        last = self.at + 1 == len(self.recording.stops)
        words = layout.words
        return words("tour.skip"), words("tour.back"), words("tour.finish" if last else "tour.next")

    def _one_row(self, layout: Layout, inside: int) -> bool:
        """Whether the three buttons lie side by side."""
        skip, back, following = self._button_texts(layout)
        needed = (
            layout.button_width(skip, 18)
            + layout.button_width(back, 20)
            + layout.button_width(following, 20, icon=True)
        )
        return needed + 2 * layout.px(10) <= inside

    def _speak(self, layout: Layout, panel: pygame.Rect) -> None:
        """The title and how far the tour is, the words, and the way on."""
        layout.panel(
            "tour-panel", panel, palette().panel, radius=18, shadow=24, border=palette().accent, border_width=3
        )
        pad = _pad(layout)
        inside = panel.inflate(-2 * pad, -2 * pad)
        title, body = self._types(layout)
        heights = self._parts(layout, panel.width)
        wide = self._count_width(layout)
        head = pygame.Rect(inside.left, inside.top, inside.width - wide, heights[0])
        with layout.read_as(Reading.TASK):
            said = self._said(layout, "title")
            layout.label("tour-title", head, said, title, palette().text, balanced=True, role=Role.HEADING)
            corner = pygame.Rect(head.right, head.top, wide, title.line_height)
            count = layout.words("tour.count", number=self.at + 1, count=len(self.recording.stops))
            small = paint.body(layout.scale, 17)
            layout.label("tour-count", corner, count, small, palette().text_second, align="right", vertical="middle")
            text = pygame.Rect(inside.left, head.bottom + layout.px(8), inside.width, heights[1])
            layout.label("tour-text", text, self._said(layout, "text"), body, palette().text)
        foot = pygame.Rect(inside.left, inside.bottom - heights[2], inside.width, heights[2])
        with layout.read_as(Reading.ACTIONS):
            self._buttons(layout, foot)

    def _buttons(self, layout: Layout, foot: pygame.Rect) -> None:
        skip, back, following = self._button_texts(layout)
        high, gap = layout.button_height(20), layout.px(10)
        if self._one_row(layout, foot.width):
            wide = max(layout.button_width(back, 20), layout.button_width(following, 20, icon=True))
            room = foot.width - layout.button_width(skip, 18) - 2 * gap
            wide = min(wide, room // 2)
            on = pygame.Rect(foot.right - wide, foot.top, wide, high)
            before = on.move(-wide - gap, 0)
            away = pygame.Rect(foot.left, foot.top, before.left - gap - foot.left, high)
            away.width = min(away.width, layout.button_width(skip, 18))
        else:
            before, on = split(pygame.Rect(foot.left, foot.top, foot.width, high), 2, gap)
            away = pygame.Rect(foot.left, foot.bottom - high, foot.width, high)
        layout.button(
            "tour-next",
            on,
            following,
            self.go_on,
            style=paint.styles().main,
            size=20,
            icon="flag-checkered" if self.at + 1 == len(self.recording.stops) else "arrow-right",
            icon_after=True,
            main=True,
            pad=8,
        )
        if self.at:
            layout.button("tour-back", before, back, self.go_back, style=paint.styles().on_paper, size=20, pad=8)
        layout.button("tour-skip", away, skip, self.leave, style=paint.styles().quiet, size=18, pad=4)


def numbers_of(stop: str, box: Box, people: int, words: Words) -> Mapping[str, int | str]:
    """What the sentences of a stop say of the box and the people of the recorded session: how many of what."""
    description = box.description
    match stop:
        case "welcome":
            return {"count": people}
        case "crisis":
            return {"count": len(description.consequences)}
        case "seat":
            return {"count": len(description.posture_families), "spaces": _spaces(box, words)}
        case "keep":
            return {"count": description.draw}
        case "debrief":
            return {"count": sum(activity.kind is ActivityKind.DISCUSS for _, activity in box.activities())}
        case _:
            return {}


def _spaces(box: Box, words: Words) -> str:
    """How many spaces each side of the board has."""
    counts = Counter(seat.family for seat in box.board.seats)
    sides = [(family.title, counts[family.id]) for family in box.description.posture_families if counts[family.id]]
    return words.list_of([words("tour.stop.seat.spaces", count=count, side=title) for title, count in sides])


def _pad(layout: Layout) -> int:
    return layout.px(24)


def _ring_away(layout: Layout) -> int:
    """How far from what it is about the ring ends, so that it lies over none of it."""
    return layout.px(6) + _ring_width(layout)


def _ring_width(layout: Layout) -> int:
    return max(4, layout.px(theme.FOCUS_WIDTH + 2))


def _found(layout: Layout, group: tuple[str, ...]) -> tuple[pygame.Rect, set[str]] | None:
    """The rectangle of all these items, where all of them can be seen whole."""
    found = [item for item in layout.items if item.id in group]
    if len(found) < len(group) or any(item.seen != item.rect or not item.rect.width for item in found):
        return None
    return found[0].rect.unionall([item.rect for item in found]), set(group)


def _matters(item: Item) -> bool:
    """Whether words would be in the way over it."""
    return isinstance(item.look, paint.Label) or item.role in (Role.CARD, Role.TIMER, Role.PLAYER) or item.main
