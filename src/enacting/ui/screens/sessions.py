"""Every session on this computer: a list with its board small, and the one chosen with all that can be done with it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pygame

from enacting import paths
from enacting.clouds import service_of
from enacting.journal import Summary
from enacting.letters import cleaned
from enacting.remaking import plain_title
from enacting.slip import Slip, read_slip
from enacting.ui import paint, theme
from enacting.ui.app import DOUBLE_CLICK_SECONDS, App
from enacting.ui.icons import Weight
from enacting.ui.item import Act, Item, Reading, Role
from enacting.ui.library import is_past
from enacting.ui.screen import Screen
from enacting.ui.screens.board_view import SHAPE
from enacting.ui.screens.capsules import ask_to_export, ask_to_import, take_in
from enacting.ui.screens.keep import change_days, day_told, days_told, lay_out_warning, until_told
from enacting.ui.session_pictures import Glances
from enacting.ui.sheet import Column, Sheet, grid, weighted
from enacting.ui.theme import Colour
from enacting.ui.typeset import Type
from enacting.words import Words

NARROW = 64
"""Under how many ems the small pictures of the list are left out."""
FACTS = 17
"""How many ems what is known of a session takes at the least, beside its picture."""


class Told(NamedTuple):
    """A line about a session: an icon, words, and their colour."""

    name: str
    icon: str
    text: str
    colour: Colour


class Shape(NamedTuple):
    """What the rows of the list have in common: looks, types, and lengths in pixels."""

    usual: paint.Button
    chosen: paint.Button
    strong: Type
    body: Type
    pad: int
    wide: int
    tall: int
    room: int
    scrolled: int


class Row(NamedTuple):
    """What is written in a row of the list, and how high each of it is, the title first."""

    name: str
    title: str
    lines: list[Told]
    heights: list[int]


class Sessions(Screen):
    """A list, those played last first; at the right the one chosen."""

    def __init__(self, app: App, glances: Glances, chosen: Path | None = None) -> None:
        super().__init__(app)
        self.glances = glances
        self.sessions: list[Summary] = []
        self.chosen = chosen
        self._picked = float("-inf")
        self._focus = ""
        self._slips: dict[Path, Slip] = {}
        self._rows: dict[object, Row] = {}
        self._cloud = ""
        self._in_sight: list[Summary] = []

    # What is known

    def arrive(self) -> None:
        """Look for the sessions again: one may have been renamed, erased or taken in."""
        before, chosen = [one.path for one in self.sessions], self.chosen
        place = before.index(self.chosen) if self.chosen in before else 0
        self.sessions = self.glances.sessions()
        self._slips = {one.path: read_slip(one.path) for one in self.sessions}
        self._rows = {}
        self._cloud = service_of(paths.sessions_folder())
        here = [one.path for one in self.sessions]
        if self.chosen not in here:
            self.chosen = here[min(place, len(here) - 1)] if here else None
        at_list = chosen != self.chosen or not self._focus
        self.app.focus = "import" if self.chosen is None else self._row_of(self.chosen) if at_list else self._focus
        self.app.changed()

    @property
    def session(self) -> Summary | None:
        """The one chosen."""
        return next((one for one in self.sessions if one.path == self.chosen), None)

    def _row_of(self, path: Path | None) -> str:
        return next((f"session-{index}" for index, one in enumerate(self.sessions) if one.path == path), "")

    def tick(self, now: float) -> bool:
        """Make a little of a picture: of the session chosen first, then of those in sight."""
        return self.app.screen is self and self.glances.work(self.app, self._wanted())

    @property
    def is_busy(self) -> bool:
        """Whether a picture in sight is still to be made."""
        return self.glances.is_busy(self.app, self._wanted())

    def _wanted(self) -> list[Summary]:
        return [one for one in (self.session, *self._in_sight) if one is not None]

    # Laying out

    def lay_out(self, sheet: Sheet) -> None:
        """The bar, the list at the left, the session chosen at the right."""
        bar = self._lay_out_bar(sheet)
        edge, gap = sheet.px(26), sheet.px(22)
        area = pygame.Rect(edge, bar + edge, sheet.rect.width - 2 * edge, sheet.rect.height - bar - 2 * edge)
        left, right = weighted(area, (38, 62) if sheet.columns >= NARROW else (46, 54), gap)
        sheet.panel("list-panel", left, theme.PANEL, radius=20)
        self._lay_out_list(sheet, left.inflate(-2 * sheet.px(20), -2 * sheet.px(20)))
        sheet.panel("session-panel", right, theme.PANEL, radius=20)
        inside = right.inflate(-2 * sheet.px(30), -2 * sheet.px(26))
        session = self.session
        if session is None:
            self._lay_out_none(sheet, inside)
        else:
            self._lay_out_session(sheet, inside, session)

    def _lay_out_bar(self, sheet: Sheet) -> int:
        words, height = sheet.words, max(sheet.px(64), sheet.em(2.4))
        sheet.panel("bar", pygame.Rect(0, 0, sheet.rect.width, height), theme.BAR, radius=0)
        side = round(height * 0.72)
        left = sheet.px(20) + side // 2
        title = pygame.Rect(left + side, 0, sheet.rect.width // 2, height)
        sheet.label(
            "sessions-title",
            title,
            words("sessions.title"),
            paint.title(sheet.scale, 26),
            theme.LIGHT_INK,
            vertical="middle",
            smallest=theme.SMALLEST_TEXT,
            role=Role.HEADING,
        )
        with sheet.read_as(Reading.ALWAYS):
            sheet.icon_button("back", (left, height // 2), side, "arrow-left", words("setup.back"), self.app.close)
            right = sheet.rect.width - sheet.px(20) - side // 2
            for name, icon, key, act, keys in (
                ("settings", "gear", "title.settings", self._settings, ""),
                ("help", "question", "title.help", self._help, "f1"),
            ):
                act = self._from(name, act)
                sheet.icon_button(name, (right, height // 2), side, icon, words(key), act, keys=keys)
                right -= side + sheet.px(8)
        return height

    # The list

    def _lay_out_list(self, sheet: Sheet, area: pygame.Rect) -> None:
        words, high = sheet.words, sheet.button_height(20)
        foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
        column = Column(sheet, pygame.Rect(area.left, area.top, area.width, foot.top - sheet.px(14) - area.top), "list")
        if self._cloud:
            text = words("sessions.cloud", service=self._cloud, folder=paths.sessions_folder())
            lay_out_warning(column, "cloud", text)
        today = date.today()
        past = sum(is_past(one, self._slips[one.path], today) for one in self.sessions)
        if past:
            lay_out_warning(column, "past", words("sessions.past", count=past), icon="clock")
        self._in_sight = []
        shape = self._shape(column)
        for index, session in enumerate(self.sessions):
            self._row(column, shape, index, session)
            column.gap(10)
        folder = words("sessions.folder", folder=paths.sessions_folder())
        column.gap(4)
        column.text("sessions-folder", folder, paint.body(sheet.scale, 16), theme.TEXT_SECOND)
        column.end()
        sheet.button(
            "import",
            foot,
            words("sessions.import"),
            self._from("import", self._import),
            dress=paint.ON_PAPER,
            size=20,
            icon="folder-open",
        )

    def _row(self, column: Column, shape: Shape, index: int, session: Summary) -> None:
        """A session in the list: its board, its title, when it was played, how far it went."""
        sheet, pad, chosen = column.sheet, shape.pad, session.path == self.chosen
        row = self._written(sheet, session, shape)
        text = sum(row.heights)
        rect = column.block(max(shape.tall, text) + 2 * pad)
        sheet.add(
            Item(
                id=f"session-{index}",
                rect=rect,
                look=shape.chosen if chosen else shape.usual,
                role=Role.CHOICE,
                name=row.name,
                state=sheet.words("common.chosen") if chosen else "",
                intent=self._picks(session),
                chosen=chosen,
            )
        )
        if rect.bottom - shape.scrolled < column.view.top or rect.top - shape.scrolled > column.view.bottom:
            return  # What is out of sight is not painted; the row itself is read and reached all the same.
        self._in_sight.append(session)
        left = rect.left + pad
        if shape.wide:
            place = pygame.Rect(left, 0, shape.wide, shape.tall)
            place.centery = rect.centery
            self._picture(sheet, f"picture-{index}", place, session)
            left = place.right + pad
        top = rect.top + (rect.height - text) // 2
        area = pygame.Rect(left, top, shape.room, row.heights[0])
        sheet.label(f"title-{index}", area, row.title, shape.strong, theme.TEXT, role=Role.DECOR)
        top = area.bottom
        for line, high in zip(row.lines, row.heights[1:], strict=True):
            area = pygame.Rect(left, top, shape.room, high)
            self._line(sheet, f"{line.name}-{index}", area, line, shape.body, Role.DECOR)
            top += high

    def _shape(self, column: Column) -> Shape:
        sheet, pad = column.sheet, column.sheet.px(12)
        strong, wide = paint.strong(sheet.scale, 20), 0 if sheet.columns < NARROW else sheet.px(150)
        looks = [
            paint.Button(
                text="",
                type=strong,
                dress=dress,
                radius=sheet.px(12),
                smallest=theme.SMALLEST_TEXT,
                border_width=sheet.px(border),
            )
            for dress, border in (
                (paint.SOFT, 2),
                (paint.Dress(theme.ASK, theme.TEXT, border=theme.TEXT, hover=theme.ASK), 5),
            )
        ]
        return Shape(
            usual=looks[0],
            chosen=looks[1],
            strong=strong,
            body=paint.body(sheet.scale, 17),
            pad=pad,
            wide=wide,
            tall=wide * SHAPE[1] // SHAPE[0],
            room=column.width - 2 * pad - (wide + pad if wide else 0),
            scrolled=sheet.scrolled.get(column.pane, 0),
        )

    def _written(self, sheet: Sheet, session: Summary, shape: Shape) -> Row:
        """What is written in the row of a session, laid out once as long as it stays the same."""
        words, strong, body, room = sheet.words, shape.strong, shape.body, shape.room
        key = (session.path, self.glances.of(session) is None, words.language, theme.PANEL, room, strong.size)
        if key not in self._rows:
            title, lines = shown_title(session, words), self._row_lines(session, date.today(), words)
            indent = round(body.size * 1.15) + sheet.px(6)
            low = [sheet.text_height(line.text, body, room - (indent if line.icon else 0)) for line in lines]
            name = ". ".join((title, *(line.text for line in lines)))
            self._rows[key] = Row(name, title, lines, [sheet.text_height(title, strong, room), *low])
        return self._rows[key]

    def _row_lines(self, session: Summary, today: date, words: Words) -> list[Told]:
        lines = [Told("when", "", played_told(session, words), theme.TEXT_SECOND), self._progress(session, words)]
        slip = self._slips[session.path]
        if is_past(session, slip, today):
            lines.append(Told("until", "clock", until_told(session, slip, today, words), theme.WARNING))
        return lines

    def _progress(self, session: Summary, words: Words) -> Told:
        """How far a session went, or what is wrong with it."""
        if session.trouble:
            return Told("trouble", "warning", words(_TROUBLES.get(session.trouble, "journal.listed")), theme.WARNING)
        glance = self.glances.of(session)
        if glance is None:
            return Told("progress", "hourglass", words("title.actions", count=session.moves), theme.TEXT_SECOND)
        icon, colour = ("flag-checkered", theme.DONE) if glance.over else ("hourglass", theme.TEXT_SECOND)
        return Told("progress", icon, glance.progress(words), colour)

    def _line(self, sheet: Sheet, name: str, rect: pygame.Rect, line: Told, style: Type, role: Role) -> None:
        """A line with its icon before it."""
        left = rect.left
        if line.icon:
            side = round(style.size * 1.15)
            place = pygame.Rect(left, rect.top + (style.line_height - side) // 2, side, side)
            look = paint.Symbol(icon=line.icon, weight=Weight.BOLD, size=side, colour=line.colour)
            sheet.add(Item(id=f"{name}-icon", rect=place, look=look))
            left = place.right + sheet.px(6)
        area = pygame.Rect(left, rect.top, rect.right - left, rect.height)
        sheet.label(name, area, line.text, style, line.colour, role=role)

    def _picture(self, sheet: Sheet, name: str, rect: pygame.Rect, session: Summary, *, large: bool = False) -> None:
        """The board of a session, or its place as long as it is not there."""
        words, look = sheet.words, self.glances.picture(session, sheet.words, large=large)
        said = words("sessions.picture", title=shown_title(session, words))
        role = Role.TEXT if large else Role.DECOR
        if look is not None:
            sheet.add(Item(id=name, rect=rect, look=look, role=role, name=said if large else ""))
            return
        never = bool(session.trouble) or self.glances.has_none(session)
        ground = paint.Panel(fill=theme.LINE, radius=sheet.px(8))
        spoken = large and not never
        sheet.add(
            Item(
                id=name,
                rect=rect,
                look=ground,
                role=Role.TEXT if spoken else Role.DECOR,
                name=words("sessions.no_picture") if spoken else "",
            )
        )
        side = min(rect.size) // 3
        middle = pygame.Rect(0, 0, side, side)
        middle.center = rect.center
        icon = "warning" if never else "hexagon"
        symbol = paint.Symbol(icon=icon, weight=Weight.BOLD, size=side, colour=theme.TEXT_SECOND)
        sheet.add(Item(id=f"{name}-none", rect=middle, look=symbol))

    # The session chosen

    def _lay_out_none(self, sheet: Sheet, area: pygame.Rect) -> None:
        column = Column(sheet, area, "session")
        column.text("sessions-none", sheet.words("sessions.none"), paint.body(sheet.scale, 22), theme.TEXT)
        column.end()

    def _lay_out_session(self, sheet: Sheet, area: pygame.Rect, session: Summary) -> None:
        """Its title and board, what is known of it, and what can be done; taking it up stays in sight."""
        words, glance = sheet.words, self.glances.of(session)
        high = round(sheet.button_height(26) * 1.1)
        foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
        view = pygame.Rect(area.left, area.top, area.width, foot.top - sheet.px(16) - area.top)
        column = Column(sheet, view, "session")
        column.heading("session-title", shown_title(session, words), theme.TITLE)
        column.gap(12)
        actions = [] if session.trouble else self._actions(session)
        actions.append(("erase", "sessions.erase", "trash", self._erase))
        across = 3 if sheet.columns >= 84 else 2 if sheet.columns >= 56 else 1
        button = round(sheet.button_height(20) * 1.25)
        rows = -(-len(actions) // across)
        below = rows * button + (rows - 1) * sheet.px(10)
        if column.width >= sheet.em(FACTS + 12):
            self._side_by_side(column, session, column.room() - below - sheet.px(22))
        else:
            self._facts(column, session)
            column.gap(12)
            width = column.width
            rect = column.block(width * SHAPE[1] // SHAPE[0])
            self._picture(sheet, "picture", rect, session, large=True)
        column.block(max(sheet.px(22), column.room() - below))
        for (name, key, icon, act), rect in zip(
            actions, grid(column.block(below), len(actions), across, button, sheet.px(10)), strict=True
        ):
            dress = paint.DANGER if name == "erase" else paint.SOFT
            sheet.button(
                name, rect, words(key), self._from(name, act), dress=dress, size=20, icon=icon, align="left", pad=14
            )
        column.end()
        over = glance is not None and glance.over
        key, icon = ("sessions.open", "folder-open") if over or session.trouble else ("sessions.resume", "play")
        sheet.button(
            "resume",
            foot,
            words(key),
            lambda: self._resume(session),
            dress=paint.MAIN,
            size=26,
            icon=icon,
            main=True,
            halo=True,
        )

    def _side_by_side(self, column: Column, session: Summary, room: int) -> None:
        """The board at the left, as large as there is room for, and what is known at its right."""
        sheet, gap = column.sheet, column.sheet.px(24)
        most, least = column.width - gap - sheet.em(FACTS), round(column.width * 0.36)
        width = max(least, min(most, room * SHAPE[0] // SHAPE[1]))
        picture = pygame.Rect(column.left, column.y, width, width * SHAPE[1] // SHAPE[0])
        self._picture(sheet, "picture", picture, session, large=True)
        beside = _Beside(column, width + gap)
        self._facts(beside, session)
        column.block(max(picture.height, beside.y - column.y))

    def _facts(self, column: Column, session: Summary) -> None:
        """How far it went, when, who, and until when it is kept."""
        sheet, words, today = column.sheet, column.sheet.words, date.today()
        body, strong = paint.body(sheet.scale, 19), paint.strong(sheet.scale, 20)
        progress = self._progress(session, words)
        self._fact(column, progress, strong)
        column.gap(10)
        self._fact(column, Told("played", "clock", played_told(session, words), theme.TEXT), body)
        if session.path.parent != paths.sessions_folder():
            column.gap(10)
            folder = words("sessions.elsewhere", folder=session.path.parent)
            self._fact(column, Told("elsewhere", "usb", folder, theme.TEXT), body)
        names = self._names(session)
        if names:
            column.gap(10)
            self._fact(column, Told("people", "users", words.list_of(names), theme.TEXT), body)
        column.gap(18)
        slip = self._slips[session.path]
        past, until = is_past(session, slip, today), until_told(session, slip, today, words)
        self._fact(column, Told("until", "bookmark-simple", until, theme.WARNING if past else theme.TEXT), strong)
        column.gap(6)
        self._days(column, session)

    def _fact(self, column: Column, told: Told, style: Type) -> None:
        """A line that is read, over the whole width."""
        indent = (round(style.size * 1.15) + column.sheet.px(6)) if told.icon else 0
        high = column.sheet.text_height(told.text, style, column.width - indent)
        self._line(column.sheet, f"fact-{told.name}", column.block(high), told, style, Role.TEXT)

    def _days(self, column: Column, session: Summary) -> None:
        """For how many days it is kept, with a button for less and one for more."""
        sheet, words, days = column.sheet, column.sheet.words, self._slips[session.path].days
        style, side = paint.body(sheet.scale, 18), max(sheet.target() + sheet.px(4), sheet.em(1.9))
        text = words("sessions.keep_days", count=days) if days else words("sessions.keep_never")
        room = column.width - 2 * side - sheet.px(16)
        high = max(side, sheet.text_height(text, style, room))
        rect = column.block(high)
        area = pygame.Rect(rect.left, rect.top, room, high)
        sheet.label("keep-days", area, text, style, theme.TEXT_SECOND, vertical="middle")
        told = days_told(days, words)
        for way, icon, key, x in (
            (-1, "minus", "sessions.keep_less", rect.right - side - side // 2 - sheet.px(8)),
            (1, "plus", "sessions.keep_more", rect.right - side // 2),
        ):
            sheet.icon_button(
                f"keep-{'less' if way < 0 else 'more'}",
                (x, rect.centery),
                side - sheet.px(4),
                icon,
                words(key, value=told),
                self._keeps(session, way),
                dress=paint.SOFT,
                tip=False,
            )

    def _names(self, session: Summary) -> list[str]:
        glance = self.glances.of(session)
        names = glance.names if glance is not None else tuple(cleaned(one) for one in session.players)
        return list(names)

    # What can be done

    def _actions(self, session: Summary) -> list[tuple[str, str, str, Act]]:
        return [
            ("what-if", "sessions.what_if", "copy", lambda: self._what_if(session)),
            ("rename", "sessions.rename", "pencil-simple", lambda: self._rename(session)),
            ("report", "sessions.report", "file-text", lambda: self._report(session)),
            ("export", "sessions.export", "export", lambda: ask_to_export(self.app, session.path)),
            ("erase-person", "sessions.erase_person", "user-minus", lambda: self._erase_person(session)),
        ]

    def _from(self, name: str, act: Act) -> Act:
        """Do something that opens another screen; the focus comes back to the item of that name."""

        def do() -> None:
            self._focus = name
            act()

        return do

    def _picks(self, session: Summary) -> Act:
        """Choose a session; Enter on the one chosen, or a second click, takes it up."""

        def pick() -> None:
            again = session.path == self.chosen
            now, before = self.app.clock(), self._picked
            self._picked = now
            if again and (self.app.by_keyboard or now - before < DOUBLE_CLICK_SECONDS):
                self._resume(session)
            else:
                self._choose(session.path)

        return pick

    def _choose(self, path: Path) -> None:
        self.chosen, self._focus = path, ""
        self.app.scrolled.pop("session", None)
        self.app.changed()

    def arrow(self, key: int) -> bool:
        """Up and down choose, in the list."""
        if key not in (pygame.K_UP, pygame.K_DOWN) or not self.app.focus.startswith("session-"):
            return False
        here = next(index for index, one in enumerate(self.sessions) if one.path == self.chosen)
        place = here + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= place < len(self.sessions):
            return key == pygame.K_UP
        self._choose(self.sessions[place].path)
        self.app.reach(f"session-{place}")
        return True

    def _resume(self, session: Summary) -> None:
        from enacting.ui.screens.table import resume

        resume(self.app, session.path)

    def _rename(self, session: Summary) -> None:
        from enacting.ui.screens.rename import Rename

        title = shown_title(session, self.app.words)
        self.app.open(Rename(self.app, session.path, title, lambda path: self._say_of(path, "rename.kept")))

    def _import(self) -> None:
        ask_to_import(self.app, self.taken_in)

    def taken_in(self, path: Path) -> None:
        """A session has been taken in: choose it, and say so."""
        self._say_of(path, "import.taken")

    def dropped(self, path: Path) -> None:
        """Take in the session that was dropped."""
        take_in(self.app, path, self.taken_in)

    def _say_of(self, path: Path, key: str) -> None:
        self.show(path)
        session = self.session
        if session is not None:
            self.app.say(self.app.words(key, title=shown_title(session, self.app.words)))

    def show(self, path: Path | None) -> None:
        """Look again, and choose the session of that file."""
        self.chosen, self._focus = path, ""
        self.arrive()
        if path is not None:
            self.app.reach(self._row_of(path))

    def _what_if(self, session: Summary) -> None:
        from enacting.ui.screens.what_if import choose_moment

        choose_moment(self.app, session.path)

    def _report(self, session: Summary) -> None:
        from enacting.ui.screens.naming import ask_report

        ask_report(self.app, session.path)

    def _erase_person(self, session: Summary) -> None:
        from enacting.ui.screens.forgetting import choose_person

        choose_person(self.app, session.path, self.show)

    def _erase(self) -> None:
        from enacting.ui.screens.erasing import ask_to_erase

        session = self.session
        if session is not None:
            ask_to_erase(self.app, session.path, self.arrive)

    def _keeps(self, session: Summary, way: int) -> Act:
        def keep() -> None:
            change_days(self.app, session.path, way)
            self._slips[session.path] = read_slip(session.path)
            self._rows = {}

        return keep

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _help(self) -> None:
        from enacting.ui.screens.help import Help

        self.app.open(Help(self.app, "sessions"))


class _Beside(Column):
    """What goes at the right of something in a column, and scrolls with it."""

    def __init__(self, column: Column, indent: int) -> None:
        self.sheet, self.view, self.pane, self.dark = column.sheet, column.view, column.pane, column.dark
        self.left, self.width = column.left + indent, column.width - indent
        self._y = column.y


_TROUBLES = {"journal.newer_format": "sessions.newer", "journal.session_in_use": "sessions.in_use"}
"""What is said of a file that is not damaged; of the others, that they cannot be opened as they are."""


def shown_title(session: Summary, words: Words) -> str:
    """The title of a session as it can be shown, whoever wrote it."""
    return words.typeset(plain_title(session.title)) or session.path.stem


def played_told(session: Summary, words: Words) -> str:
    """The day and the time it was last played."""
    when = datetime.fromtimestamp(session.changed)
    time = words("common.time", hour=when.hour, minute=f"{when.minute:02}")
    return words("sessions.when", day=day_told(when.date(), words), time=time)


def about_session(session: Summary, words: Words) -> str:
    """How many people play it, and how far it went."""
    if session.trouble:
        return words("sessions.trouble")
    people, actions = words("title.people", count=len(session.players)), words("title.actions", count=session.moves)
    return f"{people} · {actions}"
