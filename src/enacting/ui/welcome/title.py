"""The title screen: a new session, an earlier one, the tour, the language, the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pygame

from enacting.box.bundle import SUFFIXES
from enacting.engine.board import Box
from enacting.engine.cards import Card, CardId
from enacting.language.words import LANGUAGE_NAMES, Words, languages
from enacting.session.accident_trace import Circumstances, write_trace
from enacting.session.journal import Summary
from enacting.session.metadata import read_metadata
from enacting.ui.destinations import About, Help, NewSession, Preferences, Resume, SessionList, Tour, TryAlone
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.faces.face_look import look_of
from enacting.ui.faces.table_look import CARD_SHAPE, FannedCard, Pile
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale, Space, palette
from enacting.ui.graphics.typeset import Face, Type, bring_fonts
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Stack
from enacting.ui.items.item import Intent, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type
from enacting.ui.library import Library, is_overdue
from enacting.ui.sessions.export_and_import import import_from
from enacting.ui.sessions.session_previews import PreviewLoader
from enacting.ui.sessions.session_summary import about_session, shown_title
from enacting.ui.setup.choose_box import take_box
from enacting.ui.window.app import App, Screen
from enacting.ui.window.settings import NOTHING, TOUR, TRY

FAN = ("terrassa-water-observatory", "bologna-collaboration-pacts", "brussels-clt", "long-heatwave", "partner")
"""Cards shown on the table where the box has them; otherwise the first of each deck."""
FAN_ROWS: Final = (3, 2)
"""How many of them lie above, and how many below."""
FAN_TILTS: Final = (2.0, -1.2, 1.6, -2.0, 1.2)
"""By how many degrees each is turned."""
BOARD_CARD: Final = 140
"""How wide a card of the board is drawn, in pixels of the design."""


OFFERS = {TOUR: "new_here", TRY: "your_turn"}
"""The key of the texts of each offer."""


BOXES: Final = (*SUFFIXES, ".yaml", ".yml")
"""The suffixes of boxes and of files of a box."""

LATEST: Final = 8
"""How many of the most recently played sessions are searched for an unfinished one."""


@dataclass(frozen=True, slots=True)
class TitleButton:
    """A button; `second` is a second line, or what is read where the words are short."""

    name: str
    text: str
    icon: str
    intent: Intent
    second: str = ""
    keys: str = ""


class TitleScreen(Screen):
    """The first screen."""

    def __init__(self, app: App, library: Library) -> None:
        super().__init__(app)
        self.library = library
        self.previews = PreviewLoader(library)
        self.sessions: list[Summary] = []
        self.unfinished: Summary | None = None
        self.overdue = 0
        self._box_is_shown = False

    def arrive(self) -> None:
        """Look for sessions each time the screen is shown.

        A failure must not prevent this screen from being shown: it is where people go after an accident.
        """
        try:
            self.sessions = self.previews.sessions()
            self.overdue = sum(
                is_overdue(session, read_metadata(session.path), date.today()) for session in self.sessions
            )
            self._find_unfinished()
        except Exception as failure:
            self.sessions, self.unfinished, self.overdue = [], None, 0
            write_trace(failure, Circumstances(now=datetime.now(), screens=(type(self).__name__,), window=()))
            self.app.show_message(self.app.words("title.not_listed"), alarm=True)

    def _find_unfinished(self) -> None:
        """Find the session to resume: the last one played that is not over, once that is known without waiting."""
        if not self.library.ready():
            self.unfinished = next(iter(self.sessions), None)
            return
        previews = ((session, self.previews.read(session)) for session in self.sessions[:LATEST])
        self.unfinished = next((session for session, preview in previews if preview is None or not preview.over), None)

    def folder_of_box(self, box_id: str) -> Path | None:
        """Where that box can be edited, among those that can be played."""
        return self.library.folder_of(box_id)

    def back(self) -> None:
        """Escape does nothing here: quitting is a button."""

    def tick(self, now: float) -> bool:
        """Show the cards once the box is loaded."""
        if self._box_is_shown or not self.library.ready():
            self.library.begin()
            return False
        self._box_is_shown = True
        self._find_unfinished()
        return True

    def lay_out(self, layout: Layout) -> None:
        """The name of the game and what can be done at the left, a fan of cards at the right where there is room."""
        is_narrow, edge = layout.columns < 60, layout.px(Space.WIDE)
        width = min(layout.em(30), layout.rect.width - 2 * layout.px(90))
        available = layout.rect.height - 2 * edge
        for gap, has_mark in (
            (Space.MEDIUM, True),
            (Space.SMALL, True),
            (Space.SMALL, False),
            (Space.TINY, False),
        ):
            scratch = Layout(layout.rect.size, layout.scale, layout.words)
            height = self._lay_out_left(scratch, pygame.Rect(0, 0, width, 0), gap, has_mark=has_mark)
            if height <= available:
                break
        usual = layout.px(70) if is_narrow or len(self.sessions) > 1 else layout.rect.height // 6
        top = min(usual, edge + available - height if height <= available else (layout.rect.height - height) // 2)
        left = pygame.Rect(layout.px(90), top, width, layout.rect.height - top)
        if not is_narrow:
            self._lay_out_fan(layout, layout.row(layout.rect, (left.right, REST))[1])
        self._lay_out_left(layout, left, gap, has_mark=has_mark)

    def _lay_out_left(self, layout: Layout, rect: pygame.Rect, gap: Space, *, has_mark: bool) -> int:
        """The name of the game, the offer, the buttons; returns how high all of it is."""
        stack = Stack(layout, rect)
        self._lay_out_head(stack, has_mark=has_mark)
        buttons = Stack(layout, pygame.Rect(rect.left, stack.y, min(rect.width, layout.em(23)), 0))
        if self._offered() in OFFERS:
            self._lay_out_offer(buttons)
            buttons.gap(gap)
        rows = self._rows(layout.words)
        for index, (row, height) in enumerate(zip(rows, self._row_heights(buttons, rows), strict=True)):
            self._row(layout, row, buttons.block(height), main=index == 0 and self._offered() not in OFFERS)
            buttons.gap(gap)
        self._lay_out_small(buttons, gap)
        return stack.height + buttons.height

    def _lay_out_head(self, stack: Stack, *, has_mark: bool) -> None:
        """The mark of the game where there is room for it, its name, and what it is."""
        layout, words = stack.layout, stack.layout.words
        if has_mark:
            mark = place(stack.block(layout.px(64)), layout.px(64), layout.px(64), "midleft")
            layout.symbol("brand-mark", mark, "hexagon", mark.width, palette().accent)
            stack.gap(Space.LARGE)
        name = Type(Face.TITLE_800, layout.scale.text(40 if layout.columns < 60 else 60))
        stack.text("name", words("title.name"), name, palette().light_ink, balanced=True, role=Role.HEADING)
        stack.gap(Space.MEDIUM)
        stack.text("subtitle", words("title.subtitle"), body_type(layout.scale, 24), palette().light_ink_second)
        stack.gap(Space.HUGE)

    # What can be done

    def _row_heights(self, stack: Stack, rows: list[TitleButton]) -> list[int]:
        """A row with two lines is higher, still more where its first line is broken, if there is room for that."""
        layout, calm = stack.layout, self._offered() in OFFERS
        low = layout.button_height(22)
        heights = [
            round(low * 1.65) if row.second or (index == 0 and not calm) else low for index, row in enumerate(rows)
        ]
        is_broken = stack.width < layout.button_width(rows[0].text, 24, icon=True)
        if rows[0].second and is_broken and layout.columns >= 60:
            heights[0] = round(low * 2.3)
        return heights

    def _rows(self, words: Words) -> list[TitleButton]:
        """The sessions; the tour and the try too where there is no session yet."""
        rows = []
        if self.unfinished is not None:
            about = about_session(self.unfinished, words)
            text = words("title.resume", title=shown_title(self.unfinished, words))
            rows.append(TitleButton("resume", text, "play", Resume(self.unfinished.path), about))
        rows.append(TitleButton("new", words("title.new"), "plus", NewSession()))
        if self.sessions:
            overdue = words("sessions.past_short", count=self.overdue) if self.overdue else ""
            rows.append(TitleButton("sessions", words("title.sessions"), "folder-open", SessionList(), overdue))
        if not self.sessions and self._offered() != TOUR:
            rows.append(TitleButton("tour", words("title.tour"), "path", Tour()))
        if not self.sessions and self._offered() == NOTHING:
            rows.append(TitleButton("try", words("title.try"), "timer", TryAlone()))
        return rows

    def _row(self, layout: Layout, row: TitleButton, rect: pygame.Rect, *, main: bool) -> None:
        layout.button(
            row.name,
            rect,
            row.text,
            row.intent,
            style=button_styles().main if main else button_styles().on_table,
            size=24 if main else 22,
            icon=row.icon,
            second=row.second,
            align="left",
            main=main,
            pad=20,
        )

    def _small(self, words: Words) -> list[TitleButton]:
        """The smaller buttons with short texts; `second` is what is read instead."""
        known = languages()
        other = known[(known.index(self.app.settings.language) + 1) % len(known)]
        rows = [
            TitleButton("language", LANGUAGE_NAMES[other], "translate", lambda: self._set_language(other)),
            TitleButton("settings", words("title.settings"), "gear", Preferences()),
            TitleButton("help", words("title.help"), "question", Help("start"), keys="f1"),
            TitleButton("about", words("about.title"), "info", About()),
            TitleButton("quit", words("title.quit"), "sign-out", self.app.quit),
        ]
        if self.sessions:
            rows.insert(0, TitleButton("tour", words("title.tour_short"), "path", Tour(), words("title.tour")))
            rows.insert(1, TitleButton("try", words("title.try_short"), "timer", TryAlone(), words("title.try")))
        else:  # A session of another computer can be imported there.
            rows.insert(0, TitleButton("sessions", words("title.sessions"), "folder-open", SessionList()))
        return rows

    def _lay_out_small(self, stack: Stack, gap: Space) -> None:
        """The smaller buttons, two by two."""
        layout, buttons = stack.layout, self._small(stack.layout.words)
        cells = stack.grid(len(buttons), 2, layout.button_height(20), gap)
        for button, rect in zip(buttons, cells, strict=True):
            layout.button(
                button.name,
                rect,
                button.text,
                button.intent,
                style=button_styles().on_table,
                icon=button.icon,
                keys=button.keys,
                says=button.second,
            )

    # What is offered to newcomers

    def _offered(self) -> str:
        """The tour, then a try; nothing once there are sessions."""
        return NOTHING if self.sessions else self.app.settings.offered

    def _lay_out_offer(self, stack: Stack) -> None:
        """A few words, a button to accept, and one to decline."""
        layout, words, key = stack.layout, stack.layout.words, OFFERS[self._offered()]
        shows_tour = self._offered() == TOUR
        accept, icon = ("show_me", "path") if shows_tour else ("play", "play")
        actions = (
            Action("accept", words(f"title.{accept}"), Tour() if shows_tour else TryAlone(), icon, main=True, share=3),
            Action("later", words("title.later"), lambda: self._offer(NOTHING), style=button_styles().quiet, share=2),
        )
        with stack.box("offer", palette().panel, pad=Space.WIDE, radius=theme.RADIUS_PANEL) as box:
            heading = Type(Face.TITLE_700, layout.scale.text(26))
            box.text("offer-title", words(f"title.{key}"), heading, palette().text, role=Role.HEADING)
            box.text("offer-text", words(f"title.{key}_text"), body_type(layout.scale), palette().text)
            box.gap(Space.LARGE)
            layout.buttons(box.block(layout.button_height(21)), actions, size=21)

    def _offer(self, offer: str) -> None:
        """Remember what to offer from now on."""
        self.app.apply_settings(replace(self.app.settings, offered=offer))

    def _lay_out_fan(self, layout: Layout, area: pygame.Rect) -> None:
        """Cards as they lie on a table, three above and two below, none over another."""
        gap = layout.px(Space.HUGE)
        width = min((area.width - 4 * gap) // 3, round((area.height - 3 * gap) / (2 * CARD_SHAPE)), layout.px(430))
        height = round(width * CARD_SHAPE)
        rows = FAN_ROWS
        whole = place(area, area.width, 2 * height + gap)
        for row, first, count in ((0, 0, rows[0]), (1, rows[0], rows[1])):
            line = place(whole, count * (width + gap) - gap, height, "midtop").move(0, row * (height + gap))
            for index in range(count):
                card = pygame.Rect(line.left + index * (width + gap), line.top, width, height)
                layout.add(self._fan_item(first + index, card, FAN_TILTS[first + index]))

    def _fan_item(self, index: int, rect: pygame.Rect, tilt: float) -> Item:
        box = self._box_now()
        if box is None:
            return Item(id=f"fan-{index}", rect=rect, look=Pile(kind="mechanism", count=1))
        cards: dict[CardId, Card] = {**box.mechanisms, **box.crises, **box.postures}
        chosen = CardId(FAN[index]) if FAN[index] in cards else list(cards)[index % len(cards)]
        card = cards[chosen]
        picture = picture_of(card, self.library.boxes().pictures)
        scale = Scale(rect.width / BOARD_CARD)  # A picture: its title is as large beside it as on the board.
        look = look_of(card, box, scale, self.app.words, picture=picture)
        return Item(id=f"fan-{index}", rect=rect, look=FannedCard(card=card, look=look, tilt=tilt))

    def _set_language(self, language: str) -> None:
        self.app.apply_settings(replace(self.app.settings, language=language))

    def explained_box(self) -> Box | None:
        """The selected box, once it is loaded."""
        return self._box_now()

    def dropped(self, path: Path) -> None:
        """Start a new session with a box that was dropped on the window, or import a session."""
        if path.is_dir() or path.suffix.lower() in BOXES:
            take_box(self.app, self.library, path, lambda boxes: self.app.go_to(NewSession()))
        else:
            import_from(self.app, path, lambda imported: self.app.go_to(SessionList(imported)))

    def _box_now(self) -> Box | None:
        """The box in the language of the window; None while it is loading, or when it is broken."""
        if not self._box_is_shown:
            return None
        try:
            boxes = self.library.boxes()
        except Exception:
            return None
        bring_fonts(boxes.letters())
        box = boxes.box(*self.app.card_languages)
        return typeset_box(box)
