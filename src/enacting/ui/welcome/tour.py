"""The tour: a recorded session is replayed on the real table, with a few words at each stop.

Law: nothing can be played, and nothing is written to disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.box.problems import BrokenBox
from enacting.engine.board import ActivityKind, Box
from enacting.engine.events import Event
from enacting.engine.moves import Order
from enacting.engine.refusals import IllegalMove
from enacting.harvest.writing import file_name
from enacting.language.words import Words, words_in
from enacting.session.recording import Recording, Replay, Stop, UnreadableRecording, read_recording, recording_file
from enacting.system import paths
from enacting.ui.dialogs.message import show_failure
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Stack
from enacting.ui.items.item import Item, ReadingOrder, Role, disabled
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, inset, place
from enacting.ui.items.spotlight import Spotlight, panel_position
from enacting.ui.items.type_styles import body_type
from enacting.ui.library import Library
from enacting.ui.table.board_view import SmallBoards
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import lay_out_stage
from enacting.ui.window.app import App, Screen
from enacting.ui.window.floating import FocusRing
from enacting.ui.window.motion import Announcement
from enacting.ui.window.settings import TOUR, TRY
from enacting.ui.writing.text_field import TextField

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

WIDTHS = (24, 20, 30, 36, 16, 46)
"""The possible widths of the words of a stop in ems, the best first."""


def open_tour(app: App, library: Library) -> None:
    """Show the tour; afterwards the title offers newcomers a try."""
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
    """The table at one of the stops of the tour."""

    def __init__(self, app: App, replay: Replay) -> None:
        super().__init__(app, replay.session)
        self.replay = replay

    def show_stop(self, stop: Stop) -> None:
        """Replay up to that stop, or undo back to it; what is played on the way is animated."""
        before = len(self.session.in_force())
        self.replay.go_to(stop.moves)
        self.session = self.replay.session
        played = self.session.in_force()[before:]
        self._follow(tuple(event for entry in played for event in entry.events))
        self.decision_is_hidden = stop.board

    def announcements(self, events: tuple[Event, ...]) -> tuple[Announcement, ...]:
        """Nothing: each stop has its own words."""
        return ()

    def write_harvest(self) -> None:
        """Name the report that a session would produce, without writing it."""
        name = file_name(self.session.title, f"{self.session.created:%Y-%m-%d}")
        self.report_written(tuple(paths.harvest_folder() / f"{name}.{end}" for end in ("html", "md")))


class TourScreen(Screen):
    """The table, darkened except for the subject of the stop, and the words."""

    def __init__(self, app: App, recording: Recording, boxes: Boxes) -> None:
        """Raise `IllegalMove` when the session cannot be replayed with that box."""
        super().__init__(app)
        self.recording = recording
        self.boxes = boxes
        self.index = 0
        self._fields: dict[str, TextField] = {}
        self._small_boards = SmallBoards()
        self._has_arrived = False
        self._reset_table()

    def _reset_table(self) -> None:
        words = words_in(self.app.settings.language)
        replay = Replay(self.recording, self.boxes, words, self.app.clock)
        self.table = TourTable(self.app, replay)
        self.table.show_stop(self.stop)

    def arrive(self) -> None:
        """Keep the text fields of a table below as they are."""
        if not self._has_arrived:
            self._has_arrived = True
            self._fields = self.app.swap_fields({})

    def situation(self) -> object:
        """The number of the stop."""
        return self.index

    @property
    def stop(self) -> Stop:
        """The current stop."""
        return self.recording.stops[self.index]

    # Moving between stops

    def go_on(self) -> None:
        """Go to the next stop; the tour ends after the last one."""
        if self.index + 1 == len(self.recording.stops):
            self.leave()
            return
        self.index += 1
        self.table.show_stop(self.stop)

    def go_back(self) -> None:
        """Go to the previous stop."""
        if self.index:
            self.index -= 1
            self.table.show_stop(self.stop)

    def leave(self) -> None:
        """Leave the tour, finished or not."""
        self.app.swap_fields(self._fields)
        self.app.close()
        if self.app.settings.offered == TOUR:
            self.app.apply_settings(replace(self.app.settings, offered=TRY))

    def back(self) -> None:
        """Escape leaves."""
        self.leave()

    def arrow(self, key: int) -> bool:
        """The arrow keys go on and back."""
        (self.go_on if key in (pygame.K_RIGHT, pygame.K_DOWN) else self.go_back)()
        return True

    def turn_page(self, direction: int) -> None:
        """The page keys go on and back."""
        (self.go_on if direction > 0 else self.go_back)()

    def play(self, move: Order) -> None:
        """Nothing can be played here."""

    def tick(self, now: float) -> bool:
        """The timer of the table keeps running."""
        return self.table.tick(now)

    def settings_changed(self) -> None:
        """Replay the session in the new language, up to the same stop."""
        if self.app.words.language != self.table.session.language:
            self._reset_table()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The disabled table, the spotlight, the ring, the words."""
        below = Layout(layout.rect.size, layout.scale, layout.words)
        lay_out_stage(below, self.table, self._small_boards)
        groups = [found for group in self.stop.shows if (found := _find_group(below, group)) is not None]
        layout.items.extend(disabled(below.items))
        target, panel = self._places(layout, below, groups)
        distance, ring_width = _ring_distance(layout), _ring_width(layout)
        ring = inset(target, -distance).clip(layout.rect.inflate(-8, -8))
        clear = ring.inflate(-ring_width, -ring_width)
        layout.add(Item(id="tour-veil", rect=layout.rect, look=Spotlight((*clear.topleft, *clear.size))))
        layout.add(Item(id="tour-ring", rect=ring, look=FocusRing(width=ring_width, radius=layout.px(14))))
        layout.panel(
            "tour-panel", panel, palette().panel, radius=18, shadow=24, border=palette().accent, border_width=3
        )
        self._lay_out_words(layout, panel)

    def _places(
        self, layout: Layout, below: Layout, groups: list[tuple[pygame.Rect, set[str]]]
    ) -> tuple[pygame.Rect, pygame.Rect]:
        """The target and the panel: the first group beside which there is room for the words.

        The words may cover the lower third of a group of several items, rather than show only one of them.
        """
        window = layout.inset(layout.rect, Space.LARGE)
        widths = [min(layout.em(width), window.width) for width in WIDTHS]
        gap = layout.px(Space.MEDIUM) + _ring_distance(layout)
        for target, names in groups:
            hides = [item.seen for item in below.items if item.id not in names and _matters(item)]
            upper = pygame.Rect(target.left, target.top, target.width, target.height * 2 // 3)
            for visible in (target, upper) if len(names) > 1 else (target,):
                panel = panel_position(window, visible, hides, widths, lambda width: self._height(layout, width), gap)
                if panel is not None:
                    return target, panel
        panel = place(window, widths[0], self._height(layout, widths[0]), "bottomright")
        return groups[-1][0] if groups else pygame.Rect(0, 0, 0, 0), panel

    def _height(self, layout: Layout, width: int) -> int:
        """The height of the words of this stop in a panel of that width."""
        scratch = Layout(layout.rect.size, layout.scale, layout.words)
        return self._lay_out_words(scratch, pygame.Rect(0, 0, width, 0))

    def _lay_out_words(self, layout: Layout, panel: pygame.Rect) -> int:
        """The title and the number of the stop, its text, the buttons; returns the height of the panel they need."""
        words, key = layout.words, f"tour.stop.{self.stop.name}"
        pad, count_width = layout.px(Space.WIDE), layout.em(4.4)
        stack = Stack(layout, pygame.Rect(panel.left + pad, panel.top + pad, panel.width - 2 * pad, 0))
        numbers = numbers_of(self.stop.name, self.table.box, len(self.recording.setup.players), words)
        title, title_type = words(f"{key}.title", **numbers), Type(Face.TITLE_700, layout.scale.text(27))
        with layout.read_as(ReadingOrder.TASK):
            height = layout.text_height(title, title_type, stack.width - count_width, balanced=True)
            left, right = stack.row(height, (REST, count_width), 0)
            layout.label("tour-title", left, title, title_type, palette().text, balanced=True, role=Role.HEADING)
            right.height = title_type.line_height
            count = words("tour.count", number=self.index + 1, count=len(self.recording.stops))
            small = body_type(layout.scale, 17)
            layout.label("tour-count", right, count, small, palette().text_second, align="right", vertical="middle")
            stack.gap(Space.SMALL)
            stack.text("tour-text", words(f"{key}.text", **numbers), body_type(layout.scale, 21), palette().text)
            stack.gap(Space.LARGE)
        with layout.read_as(ReadingOrder.ACTIONS):
            self._lay_out_buttons(stack)
        return stack.height + 2 * pad

    def _lay_out_buttons(self, stack: Stack) -> None:
        """Back and on at the right, skipping at the left, or below where there is no room."""
        layout, words, is_last = stack.layout, stack.layout.words, self.index + 1 == len(self.recording.stops)
        skip, back, following = words("tour.skip"), words("tour.back"), words("tour.finish" if is_last else "tour.next")
        height, gap = layout.button_height(20), layout.px(Space.MEDIUM)
        skip_width, back_width = layout.button_width(skip, 18), layout.button_width(back, 20)
        next_width = layout.button_width(following, 20, icon=True)
        if skip_width + back_width + next_width + 2 * gap <= stack.width:
            skip_rect, rest = stack.row(height, (skip_width, REST))
            width = min(rest.width, 2 * max(back_width, next_width) + gap)
            back_rect, next_rect = layout.split(place(rest, width, height, "midright"), 2)
        else:
            back_rect, next_rect = stack.split(height, 2)
            stack.gap(Space.MEDIUM)
            skip_rect = stack.block(height)
        layout.button(
            "tour-next",
            next_rect,
            following,
            self.go_on,
            style=button_styles().main,
            size=20,
            icon="flag-checkered" if is_last else "arrow-right",
            icon_after=True,
            main=True,
            pad=8,
        )
        if self.index:
            layout.button("tour-back", back_rect, back, self.go_back, style=button_styles().on_paper, size=20, pad=8)
        layout.button("tour-skip", skip_rect, skip, self.leave, style=button_styles().quiet, size=18, pad=4)


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


def _ring_distance(layout: Layout) -> int:
    """The distance between what is shown and the outer edge of the ring, which covers none of it."""
    return layout.px(6) + _ring_width(layout)


def _ring_width(layout: Layout) -> int:
    return max(4, layout.px(theme.FOCUS_WIDTH + 2))


def _find_group(layout: Layout, group: tuple[str, ...]) -> tuple[pygame.Rect, set[str]] | None:
    """The rectangle and the ids of a group of items, where all of them are entirely visible."""
    found = [item for item in layout.items if item.id in group]
    if len(found) < len(group) or any(item.seen != item.rect or not item.rect.width for item in found):
        return None
    return found[0].rect.unionall([item.rect for item in found]), set(group)


def _matters(item: Item) -> bool:
    """Whether the words must not cover that item."""
    return isinstance(item.look, Label) or item.role in (Role.CARD, Role.TIMER, Role.PLAYER) or item.main
