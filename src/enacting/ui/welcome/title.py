"""The first screen: a new session, an earlier one, the language, the settings, or leaving."""

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
from enacting.ui.destinations import Help, NewSession, Preferences, Resume, SessionList, Tour, TryAlone
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.faces.face_look import look_of
from enacting.ui.faces.table_look import FannedCard, Pile
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, shares
from enacting.ui.library import Library, is_overdue
from enacting.ui.sessions.capsules import import_from
from enacting.ui.sessions.session_previews import PreviewLoader
from enacting.ui.sessions.session_summary import about_session, shown_title
from enacting.ui.setup.choose_box import take_box
from enacting.ui.window.app import App, Screen
from enacting.ui.window.settings import NOTHING, TOUR, TRY

FAN = ("terrassa-water-observatory", "bologna-collaboration-pacts", "brussels-clt", "long-heatwave", "partner")
"""Cards shown in the fan where the box has them; otherwise the first of each deck."""


OFFERS = {TOUR: "new_here", TRY: "your_turn"}
"""The words of each offer."""


BOXES: Final = (*SUFFIXES, ".yaml", ".yml")
"""How the names of files end that are a box, or a file of one."""

LATEST: Final = 8
"""Among how many sessions, those played last, one that is not finished is looked for."""


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
    """What a person sees first."""

    def __init__(self, app: App, library: Library) -> None:
        super().__init__(app)
        self.library = library
        self.previews = PreviewLoader(library)
        self.sessions: list[Summary] = []
        self.unfinished: Summary | None = None
        self.past = 0
        self._shown_ready = False
        self._gap = 0

    def arrive(self) -> None:
        """Look for sessions each time the screen comes back.

        Whatever goes wrong, this screen is there: the way out of every accident leads to it.
        """
        try:
            self.sessions = self.previews.sessions()
            self.past = sum(is_overdue(one, read_metadata(one.path), date.today()) for one in self.sessions)
            self._find_unfinished()
        except Exception as failure:
            self.sessions, self.unfinished, self.past = [], None, 0
            write_trace(failure, Circumstances(now=datetime.now(), screens=(type(self).__name__,), window=()))
            self.app.show_message(self.app.words("title.not_listed"), alarm=True)

    def _find_unfinished(self) -> None:
        """The session to take up again: the last one played that is not over, once it can be known without waiting."""
        if not self.library.ready():
            self.unfinished = next(iter(self.sessions), None)
            return
        previews = ((one, self.previews.read(one)) for one in self.sessions[:LATEST])
        self.unfinished = next((one for one, preview in previews if preview is None or not preview.over), None)

    def back(self) -> None:
        """Escape does nothing here: leaving is a button."""

    def tick(self, now: float) -> bool:
        """Show the cards once the box is there."""
        if self._shown_ready or not self.library.ready():
            self.library.begin()
            return False
        self._shown_ready = True
        self._find_unfinished()
        return True

    def lay_out(self, layout: Layout) -> None:
        """The name of the game at the left with what can be done, a fan of cards at the right where there is room."""
        narrow, edge = layout.columns < 60, layout.px(24)
        self._gap = layout.px(14)
        width = min(layout.em(30), layout.rect.width - 2 * layout.px(90))
        buttons = min(width, layout.em(23))
        head = self._head_height(layout, width, narrow=narrow)
        rows, small = self._rows(layout.words), self._small(layout.words)
        heights = self._row_heights(layout, rows, 0 if narrow else buttons)
        main = self._offer_height(layout, buttons) + sum(high + self._gap for high in heights)
        below = -(-len(small) // 2) * (layout.button_height(20) + self._gap)
        room = layout.rect.height - 2 * edge - head - main - below
        if room < 0:
            gaps = len(heights) + -(-len(small) // 2)
            self._gap, room = layout.px(7), room + gaps * (self._gap - layout.px(7))
        mark = 0 if room < 0 else layout.px(64)
        if not mark:
            head -= layout.px(64 + 18)
            room += layout.px(64 + 18)
        usual = layout.px(70) if narrow or len(self.sessions) > 1 else layout.rect.height // 6
        top = min(usual, edge + max(0, room))
        left = pygame.Rect(layout.px(90), top, width, layout.rect.height - top)
        if not narrow:
            self._lay_out_fan(layout, pygame.Rect(left.right, 0, layout.rect.width - left.right, layout.rect.height))
        self._lay_out_head(layout, left, mark, narrow=narrow)
        start = top + head
        end = self._lay_out_buttons(layout, pygame.Rect(left.left, start, buttons, 0), rows, heights)
        self._lay_out_small(layout, pygame.Rect(left.left, end, buttons, 0), small)

    def _head(self, layout: Layout, width: int, *, narrow: bool) -> list[tuple[str, Type, int]]:
        """The name of the game and what it is, each with its type and height."""
        words, name, under = (
            layout.words,
            Type(Face.TITLE_800, layout.scale.text(40 if narrow else 60)),
            paint.body(layout.scale, 24),
        )
        title, subtitle = words("title.name"), words("title.subtitle")
        return [
            (title, name, layout.text_height(title, name, width, balanced=True)),
            (subtitle, under, layout.text_height(subtitle, under, width)),
        ]

    def _head_height(self, layout: Layout, width: int, *, narrow: bool) -> int:
        heights = sum(height for *_, height in self._head(layout, width, narrow=narrow))
        return layout.px(64) + layout.px(18) + layout.px(10) + layout.px(36) + heights

    def _lay_out_head(self, layout: Layout, left: pygame.Rect, side: int, *, narrow: bool) -> None:
        """The mark of the game, of that side, where there is room for one; its name, and what it is."""
        top = left.top
        if side:
            mark = pygame.Rect(left.left, left.top, side, side)
            look = paint.Symbol(icon="hexagon", weight=Weight.FILL, size=side, colour=palette().accent)
            layout.add(Item(id="brand-mark", rect=mark, look=look))
            top = mark.bottom + layout.px(18)
        (name, style, high), (subtitle, under, low) = self._head(layout, left.width, narrow=narrow)
        area = pygame.Rect(left.left, top, left.width, high)
        layout.label("name", area, name, style, palette().light_ink, balanced=True, role=Role.HEADING)
        area = pygame.Rect(left.left, area.bottom + layout.px(10), left.width, low)
        layout.label("subtitle", area, subtitle, under, palette().light_ink_second)

    # What can be done

    def _lay_out_buttons(self, layout: Layout, area: pygame.Rect, rows: list[TitleButton], heights: list[int]) -> int:
        """What is offered to somebody new, then a row for each thing to do; returns where they end."""
        top, offer = area.top, self._offer_height(layout, area.width)
        if offer:
            self._lay_out_offer(layout, pygame.Rect(area.left, top, area.width, offer - self._gap))
            top += offer
        for index, (row, high) in enumerate(zip(rows, heights, strict=True)):
            self._row(layout, row, pygame.Rect(area.left, top, area.width, high), main=index == 0 and not offer)
            top += high + self._gap
        return top

    def _row_heights(self, layout: Layout, rows: list[TitleButton], width: int) -> list[int]:
        """A row with two lines is higher, still more where its first takes two; `width` 0 leaves no room for that."""
        low, calm = layout.button_height(22), self._offered() in OFFERS
        heights = [
            round(low * 1.65) if row.second or (index == 0 and not calm) else low for index, row in enumerate(rows)
        ]
        if rows[0].second and 0 < width < layout.button_width(rows[0].text, 24, icon=True):
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
            past = words("sessions.past_short", count=self.past) if self.past else ""
            rows.append(TitleButton("sessions", words("title.sessions"), "folder-open", SessionList(), past))
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
            style=paint.styles().main if main else paint.styles().on_table,
            size=24 if main else 22,
            icon=row.icon,
            second=row.second,
            align="left",
            main=main,
            pad=20,
        )

    def _small(self, words: Words) -> list[TitleButton]:
        """The smaller buttons, with short words; `second` is what is read in their place."""
        other = next(one for one in (*languages(), *languages()) if one != self.app.settings.language)
        rows = [
            TitleButton("language", LANGUAGE_NAMES[other], "translate", lambda: self._speak(other)),
            TitleButton("settings", words("title.settings"), "gear", Preferences()),
            TitleButton("help", words("title.help"), "question", Help("start"), keys="f1"),
            TitleButton("quit", words("title.quit"), "sign-out", self.app.quit),
        ]
        if self.sessions:
            rows.insert(0, TitleButton("tour", words("title.tour_short"), "path", Tour(), words("title.tour")))
            rows.insert(1, TitleButton("try", words("title.try_short"), "timer", TryAlone(), words("title.try")))
        else:  # A session of another computer is taken in there.
            rows.insert(0, TitleButton("sessions", words("title.sessions"), "folder-open", SessionList()))
        return rows

    def _lay_out_small(self, layout: Layout, area: pygame.Rect, rows: list[TitleButton]) -> None:
        """The smaller buttons, two by two."""
        places = grid(area, len(rows), 2, layout.button_height(20), self._gap)
        for row, rect in zip(rows, places, strict=True):
            layout.button(
                row.name,
                rect,
                row.text,
                row.intent,
                style=paint.styles().on_table,
                icon=row.icon,
                keys=row.keys,
                says=row.second,
            )

    # What is offered to somebody new

    def _offered(self) -> str:
        """The tour, then a try; nothing once there is a session to take up again."""
        return NOTHING if self.sessions else self.app.settings.offered

    def _offer_height(self, layout: Layout, width: int) -> int:
        """How high the card with the offer is, with the gap below; 0 when there is none."""
        if self._offered() not in OFFERS:
            return 0
        inside, (title, text) = width - 2 * layout.px(22), self._offer_texts(layout.words)
        heights = layout.text_height(title, _heading(layout), inside) + layout.text_height(
            text, paint.body(layout.scale), inside
        )
        return heights + layout.button_height(21) + layout.px(60) + self._gap

    def _offer_texts(self, words: Words) -> tuple[str, str]:
        key = OFFERS[self._offered()]
        return words(f"title.{key}"), words(f"title.{key}_text")

    def _lay_out_offer(self, layout: Layout, rect: pygame.Rect) -> None:
        """A few words, a button to accept, and one to be left in peace."""
        words, body = layout.words, paint.body(layout.scale)
        title, text = self._offer_texts(words)
        layout.panel("offer", rect, palette().panel, shadow=16)
        inside = rect.inflate(-2 * layout.px(22), -2 * layout.px(20))
        head = pygame.Rect(
            inside.left, inside.top, inside.width, layout.text_height(title, _heading(layout), inside.width)
        )
        layout.label("offer-title", head, title, _heading(layout), palette().text, role=Role.HEADING)
        under = pygame.Rect(inside.left, head.bottom, inside.width, layout.text_height(text, body, inside.width))
        layout.label("offer-text", under, text, body, palette().text)
        high = layout.button_height(21)
        yes, no = layout.row(pygame.Rect(inside.left, inside.bottom - high, inside.width, high), shares(3, 2), 12)
        shows_tour = self._offered() == TOUR
        accept = "show_me" if shows_tour else "play"
        intent = Tour() if shows_tour else TryAlone()
        icon = "path" if shows_tour else "play"
        layout.button(
            "accept", yes, words(f"title.{accept}"), intent, style=paint.styles().main, size=21, icon=icon, main=True
        )
        layout.button(
            "later", no, words("title.later"), lambda: self._offer(NOTHING), style=paint.styles().quiet, size=20
        )

    def _offer(self, what: str) -> None:
        """Offer that from now on."""
        self.app.apply_settings(replace(self.app.settings, offered=what))

    def _lay_out_fan(self, layout: Layout, area: pygame.Rect) -> None:
        count = len(FAN)
        width = min(round(area.width * 0.27), round(area.height * 0.36))
        size = (width, round(width * 1.45))
        for index in range(count):
            place = pygame.Rect(0, 0, *size)
            away = index - (count - 1) / 2
            place.center = (
                round(area.centerx + away * width * 0.62),
                round(area.centery + away * away * size[1] * 0.06),
            )
            layout.add(self._fan_item(index, place, away))

    def _fan_item(self, index: int, place: pygame.Rect, away: float) -> Item:
        box = self._box_now()
        if box is None:
            return Item(id=f"fan-{index}", rect=place, look=Pile(kind="mechanism", count=1))
        cards: dict[CardId, Card] = {**box.mechanisms, **box.crises, **box.postures}
        chosen = CardId(FAN[index]) if FAN[index] in cards else list(cards)[index % len(cards)]
        card = cards[chosen]
        picture = picture_of(card, self.library.boxes().pictures)
        look = look_of(card, box, self.app.scale, self.app.words, picture=picture)
        return Item(id=f"fan-{index}", rect=place, look=FannedCard(card=card, look=look, tilt=away * 6))

    def _speak(self, language: str) -> None:
        self.app.apply_settings(replace(self.app.settings, language=language))

    def explained_box(self) -> Box | None:
        """The box that is at hand, once it has been read."""
        return self._box_now()

    def dropped(self, path: Path) -> None:
        """Take a box that was dropped on the window for a new session, or take in a session."""
        if path.is_dir() or path.suffix.lower() in BOXES:
            take_box(self.app, self.library, path, lambda boxes: self.app.go_to(NewSession()))
        else:
            import_from(self.app, path, lambda taken: self.app.go_to(SessionList(taken)))

    def _box_now(self) -> Box | None:
        """The box in the language of the window; None while it is being read, or when it cannot be."""
        if not self._shown_ready:
            return None
        try:
            boxes = self.library.boxes()
        except Exception:
            return None
        box = boxes.by_language.get(self.app.settings.language, boxes.by_language[boxes.written])
        return typeset_box(box, self.app.words)


def _heading(layout: Layout) -> Type:
    return Type(Face.TITLE_700, layout.scale.text(26))
