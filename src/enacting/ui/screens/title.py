"""The first screen: a new session, an earlier one, the language, the settings, or leaving."""

from __future__ import annotations

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import Card, CardId
from enacting.journal import Summary
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.card_look import FannedCard, Pile
from enacting.ui.faces.look import look_of
from enacting.ui.icons import Weight
from enacting.ui.item import Item, Role
from enacting.ui.library import Library, sessions
from enacting.ui.pictures import picture_of
from enacting.ui.printed import printed
from enacting.ui.screen import Screen
from enacting.ui.screens.message import tell_failure
from enacting.ui.sheet import Sheet
from enacting.ui.typeset import Face, Type
from enacting.words import LANGUAGE_NAMES, languages

FAN = ("terrassa-water-observatory", "bologna-collaboration-pacts", "brussels-clt", "long-heatwave", "partner")
"""Cards shown in the fan where the box has them; otherwise the first of each deck."""


class Title(Screen):
    """What a person sees first."""

    def __init__(self, app: App, library: Library) -> None:
        super().__init__(app)
        self.library = library
        self.sessions: list[Summary] = []
        self._box: tuple[Box, Box] | None = None
        self._shown_ready = False

    def arrive(self) -> None:
        """Look for sessions each time the screen comes back."""
        self.sessions = sessions()

    def back(self) -> None:
        """Escape does nothing here: leaving is a button."""

    def tick(self, now: float) -> bool:
        """Show the cards once the box is there."""
        if self._shown_ready or not self.library.ready():
            self.library.begin()
            return False
        self._shown_ready = True
        return True

    def lay_out(self, sheet: Sheet) -> None:
        """The name of the game at the left with what can be done, a fan of cards at the right."""
        words = sheet.words
        narrow = sheet.columns < 60
        top = sheet.px(70) if narrow or len(self.sessions) > 1 else sheet.rect.height // 6
        left = pygame.Rect(sheet.px(90), top, sheet.em(30), sheet.rect.height - 2 * top)
        left.width = min(left.width, sheet.rect.width - 2 * left.left)
        if not narrow:
            self._lay_out_fan(sheet, pygame.Rect(left.right, 0, sheet.rect.width - left.right, sheet.rect.height))
        side = sheet.px(64)
        sheet.add(
            Item(
                id="brand-mark",
                rect=pygame.Rect(left.left, left.top, side, side),
                look=paint.Symbol(icon="hexagon", weight=Weight.FILL, size=side, colour=theme.ACCENT),
            )
        )
        style = Type(Face.TITLE_800, sheet.scale.text(60 if not narrow else 40))
        top = left.top + side + sheet.px(18)
        name = words("title.name")
        height = sheet.text_height(name, style, left.width, balanced=True)
        area = pygame.Rect(left.left, top, left.width, height)
        sheet.label("name", area, name, style, theme.LIGHT_INK, balanced=True, role=Role.HEADING)
        subtitle = words("title.subtitle")
        under = paint.body(sheet.scale, 24)
        area = pygame.Rect(
            left.left, area.bottom + sheet.px(10), left.width, sheet.text_height(subtitle, under, left.width)
        )
        sheet.label("subtitle", area, subtitle, under, theme.LIGHT_INK_SECOND)
        self._lay_out_buttons(sheet, left, area.bottom + sheet.px(36))

    def _lay_out_buttons(self, sheet: Sheet, left: pygame.Rect, top: int) -> None:
        words, app = sheet.words, self.app
        width, gap = min(left.width, sheet.em(23)), sheet.px(14)
        rows: list[tuple[str, str, str, str, object]] = []
        if self.sessions:
            latest = self.sessions[0]
            rows.append(
                ("resume", words("title.resume", title=latest.title), "play", self._about(latest), self._resume)
            )
        rows.append(("new", words("title.new"), "plus", "", self._new))
        if len(self.sessions) > 1:
            rows.append(("sessions", words("title.sessions"), "folder-open", "", self._sessions))
        low = sheet.button_height(22)
        for index, (name, text, icon, second, intent) in enumerate(rows):
            high = round(low * 1.65) if second or index == 0 else low
            sheet.button(
                name,
                pygame.Rect(left.left, top, width, high),
                text,
                intent,  # type: ignore[arg-type]
                dress=paint.MAIN if index == 0 else paint.ON_TABLE,
                size=24 if index == 0 else 22,
                icon=icon,
                second=second,
                align="left",
                main=index == 0,
                pad=20,
            )
            top += high + gap
        small = sheet.button_height(20)
        columns = [
            pygame.Rect(left.left + index * (width + gap) // 2, top, (width - gap) // 2, small) for index in (0, 1)
        ]
        other = next(one for one in (*languages(), *languages()) if one != app.settings.language)
        sheet.button(
            "language",
            columns[0],
            LANGUAGE_NAMES[other],
            lambda: self._speak(other),
            dress=paint.ON_TABLE,
            icon="translate",
        )
        sheet.button("settings", columns[1], words("title.settings"), self._settings, dress=paint.ON_TABLE, icon="gear")
        top += small + gap
        columns = [one.move(0, small + gap) for one in columns]
        sheet.button(
            "help", columns[0], words("title.help"), self._help, dress=paint.ON_TABLE, icon="question", keys="f1"
        )
        sheet.button("quit", columns[1], words("title.quit"), app.quit, dress=paint.ON_TABLE, icon="sign-out")

    def _lay_out_fan(self, sheet: Sheet, area: pygame.Rect) -> None:
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
            sheet.add(self._fan_item(index, place, away))

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

    def _printed(self, box: Box) -> Box:
        """The box as it is printed, made once for each language."""
        if self._box is None or self._box[0] is not box:
            self._box = (box, printed(box, self.app.words))
        return self._box[1]

    def _about(self, session: Summary) -> str:
        return self.app.words("title.about_session", count=session.moves, names=len(session.players))

    def _speak(self, language: str) -> None:
        from dataclasses import replace

        self.app.set(replace(self.app.settings, language=language))

    def _new(self) -> None:
        from enacting.ui.screens.setup import SetUp

        try:
            boxes = self.library.boxes()
        except Exception as failure:
            tell_failure(self.app, failure)
            return
        self.app.open(SetUp(self.app, self.library, boxes))

    def _resume(self) -> None:
        from enacting.ui.screens.table import resume

        resume(self.app, self.sessions[0].path)

    def _sessions(self) -> None:
        from enacting.ui.screens.sessions import Sessions

        self.app.open(Sessions(self.app))

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _help(self) -> None:
        from enacting.ui.screens.help import Help

        self.app.open(Help(self.app, "start", box=self._box_now()))

    def _box_now(self) -> Box | None:
        """The box in the language of the window; None while it is being read, or when it cannot be."""
        if not self._shown_ready:
            return None
        try:
            boxes = self.library.boxes()
        except Exception:
            return None
        return self._printed(boxes.by_language.get(self.app.settings.language, boxes.by_language[boxes.written]))
