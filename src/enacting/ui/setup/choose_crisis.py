"""Choosing the crisis in the set-up: one of them, or a random one among those that are not excluded."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from enacting.engine.cards import Art, CardId, CrisisCard
from enacting.engine.game import OwnCrisis
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.face_look import scenery_of
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.graphics.typeset import paint as paint_text
from enacting.ui.items.actions import Action
from enacting.ui.items.art_tile import ArtTile
from enacting.ui.items.buttons import ButtonStyle, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, inset, place, square
from enacting.ui.items.type_styles import body_type, bold_type, sizes_down
from enacting.ui.setup.own_crisis import OwnCrisisDialog
from enacting.ui.setup.setup_choices import SetupChoices

OVERLAY_ALPHA = 200
MAX_DETAILS = 0.45
"""The largest share of the panel that the details of the chosen crisis may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedOverlay:
    """What covers the art of an excluded crisis: an overlay, a cross, and a label."""

    text: str
    type: Type
    smallest: int
    radius: int
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the overlay, the cross and the label."""
        overlay = pygame.Surface(rect.size, pygame.SRCALPHA)
        overlay.fill((*palette().panel, OVERLAY_ALPHA))
        shapes.round_corners(overlay, self.radius, shapes.TOP)
        surface.blit(overlay, rect)
        cross = inset(rect, self.radius)
        for start, end in ((cross.topleft, cross.bottomright), (cross.bottomleft, cross.topright)):
            shapes.paint_stroke(surface, (start, end), palette().text_second, self.width)
        label = self.label(rect)
        shapes.paint_rounded(surface, label, palette().text, label.height // 2)
        paragraph = fitted(self.text, self._types(), label.width, label.height)
        if paragraph is not None:
            paint_text(surface, paragraph, palette().leaf, label, "centre", "middle")

    def label(self, rect: pygame.Rect) -> pygame.Rect:
        """The rectangle of the label: in the middle."""
        width = min(rect.width - self.radius, width_of(self.text, self.type) + 2 * self.radius)
        return place(rect, width, min(rect.height, round(self.type.line_height * 1.25)))

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether the label is shown whole."""
        label = self.label(rect)
        paragraph = fitted(self.text, self._types(), label.width, label.height)
        return paragraph is not None and not paragraph.broken

    def _types(self) -> list[Type]:
        return sizes_down(self.type, self.smallest)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def lay_out(layout: Layout, choices: SetupChoices, area: pygame.Rect) -> None:
    """The crises, and below them a panel with the details of the chosen one; the tiles never move."""
    pad, chosen = layout.px(Space.LARGE), choices.crises.chosen
    details_height = _details_height(layout, choices, chosen, area.width - 2 * pad) + 2 * pad
    tiles, details = layout.stack(area, (REST, min(details_height, round(area.height * MAX_DETAILS))), Space.LARGE)
    column = Column(layout, tiles, "crises")
    _heading(column)
    _tiles(column, choices)
    column.end()
    layout.panel("about-panel", details, palette().leaf, radius=14, border=palette().line)
    column = Column(layout, inset(details, pad), "about")
    _details(column, choices, chosen)
    column.end()


def rows(column: Column, choices: SetupChoices) -> None:
    """The crises above other rows, where there is no room for a panel of their own."""
    _heading(column)
    _details(column, choices, choices.crises.chosen)
    column.gap(Space.LARGE)
    _tiles(column, choices)


def _heading(column: Column) -> None:
    words = column.layout.words
    column.heading("crises-title", words("setup.crisis"), theme.TITLE)
    column.gap(Space.TINY)
    column.text("crises-text", words("setup.crisis_text"), body_type(column.layout.scale), palette().text_second)
    column.gap(Space.LARGE)


# The tiles


def _tiles(column: Column, choices: SetupChoices) -> None:
    layout = column.layout
    per_row = 2 if column.width > layout.em(15) else 1
    crises: list[CardId | None] = [None, *choices.box.crises]
    rects = column.grid(len(crises), per_row, layout.length(150, 6), Space.LARGE)
    for crisis, rect in zip(crises, rects, strict=True):
        _tile(layout, choices, rect, crisis)


def _tile(layout: Layout, choices: SetupChoices, rect: pygame.Rect, crisis: CardId | None) -> None:
    words, choice = layout.words, choices.crises
    card = choices.box.crises[crisis] if crisis is not None else None
    title = card.title if card is not None else words("setup.random_crisis", count=len(choice.remaining))
    is_chosen = choice.own is None and choice.chosen == crisis
    is_excluded = crisis in choice.excluded
    look = ArtTile(
        art=card.art if card is not None else Art(icon="shuffle", echo="question"),
        fill=theme.CRISIS if card is not None else palette().raised,
        ground="cracks" if card is not None else "bubbles",
        title=title,
        type=Type(Face.TEXT_BOLD, layout.scale.text(19)),
        smallest=max(theme.SMALLEST_TEXT, layout.scale.text(13)),
        radius=layout.px(12),
        chosen=is_chosen,
        picture=picture_of(card, choices.boxes.pictures) if card is not None else None,
        scenery=scenery_of(card, choices.box) if card is not None else None,
    )
    layout.add(
        Item(
            id=f"crisis-{crisis or 'random'}",
            rect=rect,
            look=look,
            role=Role.CHOICE,
            name=title,
            state=words("common.chosen") if is_chosen else words("setup.aside") if is_excluded else "",
            intent=_select(choices, crisis),
            chosen=is_chosen,
            reads=crisis,
        )
    )
    if card is None:
        return
    if is_excluded:
        _overlay(layout, rect, look, card)
    _exclude_button(layout, choices, rect, card, is_excluded=is_excluded)


def _overlay(layout: Layout, rect: pygame.Rect, look: ArtTile, card: CrisisCard) -> None:
    edge = layout.px(2)
    art = pygame.Rect(rect.left + edge, rect.top + edge, rect.width - 2 * edge, rect.height - look.footer(rect).height)
    layout.add(
        Item(
            id=f"veil-{card.id}",
            rect=art,
            look=ExcludedOverlay(
                text=layout.words("setup.aside"),
                type=Type(Face.TEXT_BOLD, layout.scale.text(17)),
                smallest=theme.SMALLEST_TEXT,
                radius=layout.px(12),
                width=max(2, layout.px(3)),
            ),
        )
    )


def _exclude_button(
    layout: Layout, choices: SetupChoices, rect: pygame.Rect, card: CrisisCard, *, is_excluded: bool
) -> None:
    """The small button that excludes a crisis, or includes it again."""
    side = layout.target()
    inset = layout.px(4) + side // 2
    on_art = ButtonStyle(None, theme.WHITE, hover=theme.mixed(theme.CRISIS, theme.BLACK, 0.35))
    layout.icon_button(
        f"aside-{card.id}",
        square((rect.left + inset, rect.top + inset), side),
        "arrow-counter-clockwise" if is_excluded else "prohibit",
        layout.words("setup.put_back" if is_excluded else "setup.put_aside", title=card.title),
        _toggle_excluded(choices, card.id, is_excluded=is_excluded),
        style=button_styles().on_paper if is_excluded else on_art,
    )


def _select(choices: SetupChoices, crisis: CardId | None) -> Act:
    """Choose it; its tile stays in sight, though what is said of it leaves less room for the tiles."""

    def act() -> None:
        app = choices.app
        choices.crises.choose(crisis)
        app.changed()
        app.items()
        app.focus_on(f"crisis-{crisis or 'random'}")

    return act


def _toggle_excluded(choices: SetupChoices, crisis: CardId, *, is_excluded: bool) -> Act:
    def act() -> None:
        if is_excluded:
            choices.crises.include(crisis)
        elif not choices.crises.exclude(crisis):
            choices.app.show_message(choices.app.words("setup.aside_last"))

    return act


# The details of the chosen crisis


def _details_height(layout: Layout, choices: SetupChoices, crisis: CardId | None, width: int) -> int:
    """The height of the details of a crisis, laid out on a scratch layout."""
    scratch = Layout(layout.rect.size, layout.scale, layout.words)
    column = Column(scratch, pygame.Rect(0, 0, width, 0), "")
    _details(column, choices, crisis)
    return column.height


def _details(column: Column, choices: SetupChoices, crisis: CardId | None) -> None:
    if choices.crises.own is not None:
        _own_details(column, choices, choices.crises.own)
    elif crisis is None:
        _random_details(column, choices)
    else:
        _crisis_details(column, choices, choices.box.crises[crisis])


def _own_details(column: Column, choices: SetupChoices, own: OwnCrisis) -> None:
    """The crisis that people wrote, to be read again and changed."""
    layout, words = column.layout, column.layout.words
    column.text("own-crisis", own.title, bold_type(layout.scale, 20), palette().text)
    column.text("about-crisis", own.text, body_type(layout.scale, 18), palette().text)
    change = Action("write-crisis", words("setup.own_crisis_change"), _write(choices), "chats")
    _buttons(column, change, Action("leave-own", words("setup.own_crisis_leave"), _select(choices, None), "shuffle"))


def _write(choices: SetupChoices) -> Act:
    return lambda: choices.app.open(OwnCrisisDialog(choices.app, choices))


def _random_details(column: Column, choices: SetupChoices) -> None:
    """What may be drawn: a sensitive subject is named before it is on the wall."""
    layout, words = column.layout, column.layout.words
    remaining = choices.crises.remaining
    text = words("setup.random_text", count=len(remaining))
    column.text("about-crisis", text, body_type(layout.scale, 18), palette().text)
    write = Action("write-crisis", words("setup.own_crisis"), _write(choices), "chats")
    sensitive = [card for card in remaining if choices.box.crises[card].neutral]
    if not sensitive or len(remaining) == len(sensitive):
        _buttons(column, write)
        return
    titles = words.list_of([words("table.quote", text=choices.box.crises[card].title) for card in sensitive])
    _note(column, words("setup.may_come", count=len(sensitive), titles=titles))

    def exclude() -> None:
        for card in sensitive:
            choices.crises.exclude(card)

    text = words("setup.put_these_aside", count=len(sensitive))
    _buttons(column, Action("put-sensitive-aside", text, exclude, "prohibit"), write)


def _crisis_details(column: Column, choices: SetupChoices, card: CrisisCard) -> None:
    """Its text, the facilitator's note, a button to read the card, one to take the neutral variant instead."""
    layout, words = column.layout, column.layout.words
    column.text("chosen-crisis", card.title, bold_type(layout.scale, 20), palette().text)
    column.text("about-crisis", card.text, body_type(layout.scale, 18), palette().text)
    if card.note:
        _note(column, card.note)
    read = Action("read-crisis", words("table.read"), ReadCard(card.id), "eye")
    if not card.neutral:
        _buttons(column, read)
        return
    neutral = choices.box.crises[card.neutral]
    text = words("setup.take_neutral", title=neutral.title)
    _buttons(column, Action("take-neutral", text, _select(choices, neutral.id), "arrows-clockwise"), read)


def _note(column: Column, text: str) -> None:
    layout = column.layout
    column.gap(Space.MEDIUM)
    label = bold_type(layout.scale, 16)
    column.text("about-note-label", layout.words("card.note_facilitator"), label, palette().warning)
    column.text("about-note", text, body_type(layout.scale, 16), palette().text_second)


def _buttons(column: Column, *actions: Action) -> None:
    column.gap(Space.MEDIUM)
    column.buttons(actions, size=18, gap=Space.SMALL, style=button_styles().soft)
    column.gap(Space.HAIR)
