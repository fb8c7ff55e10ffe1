"""The screen of a designer: the card being written, in every language and on its faces, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Final

import pygame

from enacting.box.draft import Deck
from enacting.box.findings import ProblemGroup, groups
from enacting.box.problems import Severity, sentence
from enacting.engine.cards import Card, CardId
from enacting.language.words import language_name
from enacting.sheets.decks import decks_of
from enacting.sheets.drawn import DrawnBox
from enacting.ui.faces.table_look import BoardCard, ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Mood, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, Share, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import App, Screen
from enacting.workshop.editor import open_at
from enacting.workshop.previewed_box import PreviewedBox, shown_in
from enacting.workshop.printed_cards import PrintedCards

SHOWN_PROBLEMS: Final = 100
READING_SHAPE: Final = 430 / 552
BOARD_WIDTH: Final = 150
BOARD_SHAPE: Final = BOARD_WIDTH / 182
PRINT_SHAPE: Final = 94 / 134


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A card as it comes out of the printer; blank paper until its picture is ready."""

    picture: pygame.Surface | None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the paper, and the card on it."""
        if self.picture is None:
            surface.fill(palette().card, rect)
        else:
            surface.blit(pygame.transform.smoothscale(self.picture, rect.size), rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


class View(Enum):
    """What the right of the screen shows."""

    CARD = auto()
    BOX = auto()


class PreviewScreen(Screen):
    """The card that was saved last, or the one chosen, with the problems of the box at the left."""

    def __init__(self, app: App, box: PreviewedBox, printed: PrintedCards) -> None:
        super().__init__(app)
        self.box = box
        self.printed = printed
        self.view = View.CARD
        self.card = CardId("")
        self._drawn: Mapping[str, DrawnBox] = {}

    def back(self) -> None:
        """Escape goes back to the card; on the card it does nothing: closing is for the window."""
        self.view = View.CARD
        self.app.changed()

    def tick(self, now: float) -> bool:
        """Read what was saved, and check some more cards."""
        if self.box.refresh():
            self._show_version()
            return True
        checked = self.box.check_more()
        return self.printed.has_news() or checked

    def arrow(self, key: int) -> bool:
        """Left and right go to the card before and after."""
        if self.view is View.CARD and key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._step(1 if key == pygame.K_RIGHT else -1)
            return True
        return False

    def _show_version(self) -> None:
        boxes = self.box.boxes
        if boxes is None:
            return
        if not self.box.is_broken:
            self._drawn = shown_in(boxes)
            self.printed.use(boxes)
        cards = self._cards()
        if self.box.is_broken:
            wrong = next((card for found in self.box.problems if (card := self.box.card_of(found)) in cards), None)
            self.card = wrong or self.card
        elif self.box.changed and self.box.changed[0] in cards and self.card not in self.box.changed:
            self.card = self.box.changed[0]
        if self.card not in cards:
            self.card = next(iter(cards), CardId(""))

    def _cards(self) -> dict[CardId, Card]:
        """The cards in the order of the decks, in the language of the box."""
        drawn = next(iter(self._drawn.values()), None)
        return {card.id: card for cards in decks_of(drawn.box).values() for card in cards} if drawn is not None else {}

    def _step(self, by: int) -> None:
        cards = list(self._cards())
        if self.card in cards:
            self.card = cards[(cards.index(self.card) + by) % len(cards)]
            self.app.changed()

    def _choose(self, card: CardId) -> None:
        self.card, self.view = card, View.CARD
        self.app.changed()

    def _turn_to(self, view: View) -> None:
        self.view = view
        self.app.changed()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The title and the state on top, problems at the left, the card or the whole box at the right."""
        layout.panel("ground", layout.rect, palette().table, radius=0)
        area = layout.inset(layout.rect, Space.WIDE)
        head, body = layout.stack(area, (layout.action_height(), REST), Space.LARGE)
        self._lay_out_head(layout, head)
        left, right = layout.row(body, (Share(3), Share(7)), Space.LARGE)
        self._lay_out_problems(layout, left)
        if self.box.boxes is None:
            return
        if self.view is View.BOX:
            self._lay_out_box(layout, right)
        else:
            self._lay_out_card(layout, right)

    def _lay_out_head(self, layout: Layout, rect: pygame.Rect) -> None:
        words = layout.words
        widths = [layout.button_width(words(f"workshop.{name}"), icon=True) for name in ("card", "box")]
        title, card, box = layout.row(rect, (REST, *widths), Space.MEDIUM)
        name = self.box.boxes.by_language[self.box.boxes.written].description.title if self.box.boxes else ""
        style = Type(Face.TITLE_800, layout.scale.text(theme.TITLE_SMALL))
        layout.line_label("title", title, name or self.box.folder.name, style, palette().light_ink, role=Role.HEADING)
        for view, place_of, icon in ((View.CARD, card, "note-pencil"), (View.BOX, box, "cards")):
            layout.button(
                f"view-{view.name.lower()}",
                place_of,
                words(f"workshop.{view.name.lower()}"),
                partial(self._turn_to, view),
                style=button_styles().main if self.view is view else None,
                chosen=self.view is view,
                icon=icon,
                role=Role.CHOICE,
            )

    def _lay_out_problems(self, layout: Layout, rect: pygame.Rect) -> None:
        """The state of the box, then each problem as a button that opens its line."""
        layout.panel("problems", rect, palette().panel)
        column = Column(layout, layout.inset(rect, Space.LARGE), "problems")
        self._lay_out_state(column)
        found = groups(self.box.problems)
        for number, group in enumerate(found[:SHOWN_PROBLEMS]):
            column.gap(Space.MEDIUM)
            self._lay_out_problem(column, f"problem-{number}", group)
        if len(found) > SHOWN_PROBLEMS:
            column.gap(Space.MEDIUM)
            text = layout.words("command.more_problems", count=len(found) - SHOWN_PROBLEMS)
            column.text("more", text, body_type(layout.scale), palette().text_second)
        column.end()

    def _lay_out_state(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        if self.box.is_broken:
            key = "workshop.broken" if self.box.boxes is not None else "workshop.unreadable"
            icon, colour = "warning", palette().refused
        elif self.box.problems:
            key, icon, colour = "workshop.warnings", "warning-circle", palette().text
        elif not self.box.is_checked:
            key, icon, colour = "workshop.checking", "hourglass", palette().text_second
        else:
            key, icon, colour = "workshop.fine", "check-circle", palette().text
        with layout.read_as(ReadingOrder.NEWS):
            text = words(key, count=len(self.box.problems))
            column.icon_line("state", icon, text, bold_type(layout.scale), colour, icon_colour=colour)

    def _lay_out_problem(self, column: Column, name: str, group: ProblemGroup) -> None:
        layout, words, found = column.layout, column.layout.words, group.first
        where = words("workshop.where", file=found.file, line=found.line)
        text = sentence(found, words)
        others = words("workshop.others", count=len(group.others)) if group.others else ""
        kind = words(f"workshop.{found.severity}")

        def open_file() -> None:
            if not open_at(self.box.folder / found.file, found.line, found.column):
                self.app.show_message(words("workshop.no_editor", file=found.file, line=found.line))

        is_error = found.severity is Severity.ERROR
        with column.button_box(
            name, f"{kind}. {where}. {text} {others}".rstrip(), open_file, style=button_styles().on_paper
        ) as box:
            colour = palette().refused if is_error else palette().text_second
            icon = "x" if is_error else "warning-circle"
            box.icon_line(f"{name}-where", icon, where, bold_type(layout.scale, theme.SMALL), icon_colour=colour)
            box.text(f"{name}-text", text, body_type(layout.scale, theme.SMALL), palette().text)
            if others:
                box.text(f"{name}-others", others, body_type(layout.scale, theme.SMALL), palette().text_second)

    def _lay_out_card(self, layout: Layout, rect: pygame.Rect) -> None:
        """The card in each language side by side: to read, and on the board."""
        cards = self._cards()
        if self.card not in cards:
            return
        head, body = layout.stack(rect, (layout.row_height(), REST), Space.MEDIUM)
        side = layout.icon_side()
        before, name, after = layout.row(head, (side, REST, side), Space.MEDIUM)
        words, position = layout.words, list(cards).index(self.card) + 1
        layout.icon_button("before", before, "caret-left", words("workshop.before"), lambda: self._step(-1))
        layout.icon_button("after", after, "caret-right", words("workshop.after"), lambda: self._step(1))
        text = words("workshop.position", id=self.card, number=position, count=len(cards))
        layout.line_label("card-name", name, text, bold_type(layout.scale), palette().light_ink, align="centre")
        for drawn, place_of in zip(
            self._drawn.values(), layout.split(body, len(self._drawn), Space.LARGE), strict=True
        ):
            self._lay_out_faces(layout, place_of, drawn)

    def _lay_out_faces(self, layout: Layout, rect: pygame.Rect, drawn: DrawnBox) -> None:
        language = drawn.box.language
        card = drawn.box.card(self.card)
        label, reading, small = layout.stack(rect, (layout.em(1.6), Share(552), Share(300)), Space.MEDIUM)
        board, printed = layout.row(small, (Share(150), Share(200)), Space.MEDIUM)
        layout.line_label(
            f"language-{language}",
            label,
            language_name(language),
            body_type(layout.scale, theme.SMALL),
            palette().light_ink_second,
            align="centre",
        )
        look = drawn.look(card, layout.scale)
        title = getattr(card, "title", "") or getattr(card, "text", "")
        size = fit(reading.size, READING_SHAPE)
        layout.add(
            Item(
                id=f"reading-{language}",
                rect=place(reading, *size, "midtop"),
                look=ReadingCard(card=card, look=look),
                role=Role.CARD,
                name=title,
            )
        )
        largest = (min(board.width, layout.px(BOARD_WIDTH)), board.height)
        board_size = fit(largest, BOARD_SHAPE)
        layout.add(
            Item(
                id=f"board-{language}",
                rect=place(board, *board_size, "midtop"),
                look=BoardCard(card=card, look=look),
            )
        )
        paper = place(printed, *fit(printed.size, PRINT_SHAPE), "midtop")
        picture = self.printed.picture(card.id, language)
        layout.add(Item(id=f"printed-{language}", rect=paper, look=PaperCard(picture=picture)))

    def _lay_out_box(self, layout: Layout, rect: pygame.Rect) -> None:
        """Every card at the size of the board, in the language of the box; those with problems have a badge."""
        drawn = next(iter(self._drawn.values()))
        column = Column(layout, rect, "box", dark=True)
        width = layout.length(150, 7)
        per_row = max(1, column.width // (width + layout.px(Space.MEDIUM)))
        wrong = {self.box.card_of(found) for found in self.box.problems}
        for deck, cards in decks_of(drawn.box).items():
            column.heading(f"deck-{deck}", drawn.words(f"card.deck.{deck}"), theme.BODY, palette().accent)
            column.gap(Space.SMALL)
            places = column.grid(len(cards), per_row, round(width / BOARD_SHAPE), Space.MEDIUM)
            for card, place_of in zip(cards, places, strict=True):
                self._lay_out_small(layout, place_of, drawn, deck, card, bad=card.id in wrong)
            column.gap(Space.WIDE)
        column.end()

    def _lay_out_small(
        self, layout: Layout, rect: pygame.Rect, drawn: DrawnBox, deck: Deck, card: Card, *, bad: bool
    ) -> None:
        title = getattr(card, "title", "") or getattr(card, "text", "")
        look = BoardCard(card=card, look=drawn.look(card, layout.scale), chosen=card.id == self.card)
        says = layout.words("workshop.bad_card", title=title) if bad else title
        layout.add(
            Item(
                id=f"small-{deck}-{card.id}",
                rect=rect,
                look=look,
                role=Role.CARD,
                name=says,
                intent=lambda: self._choose(card.id),
            )
        )
        if bad:
            side = layout.em(1.6)
            badge = place(rect, side, side, "topright")
            layout.panel(f"badge-{deck}-{card.id}", badge, palette().refused, radius=side)
            layout.symbol(f"mark-{deck}-{card.id}", badge, "warning", side * 6 // 10, palette().panel)


def fit(size: tuple[int, int], shape: float) -> tuple[int, int]:
    """The largest size of that shape (width by height) within another one, in pixels."""
    width, height = size
    return (round(height * shape), height) if height * shape <= width else (width, round(width / shape))
