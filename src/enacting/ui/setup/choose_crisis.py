"""Choosing the crisis in the set-up: one of them, or one at random among those that are not set aside."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from enacting.engine.cards import Art, CardId, CrisisCard
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.face_look import scenery_of
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.graphics.typeset import paint as paint_text
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Intent, Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, row, shares, square
from enacting.ui.setup.setup_choices import SetupChoices

VEIL = 200
MAX_ABOUT = 0.45
"""How much of the panel what is told of the crisis may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedOverlay:
    """What lies over the art of a crisis set aside: a veil, a cross, and the words that say it."""

    text: str
    type: Type
    smallest: int
    radius: int
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the veil, the cross and the words."""
        veil = pygame.Surface(rect.size, pygame.SRCALPHA)
        veil.fill((*palette().panel, VEIL))
        shapes.round_corners(veil, self.radius, shapes.TOP)
        surface.blit(veil, rect)
        inside = rect.inflate(-2 * self.radius, -2 * self.radius)
        for start, end in ((inside.topleft, inside.bottomright), (inside.bottomleft, inside.topright)):
            shapes.paint_stroke(surface, (start, end), palette().text_second, self.width)
        label = self.label(rect)
        shapes.paint_rounded(surface, label, palette().text, label.height // 2)
        paragraph = fitted(self.text, self._types(), label.width, label.height)
        if paragraph is not None:
            paint_text(surface, paragraph, palette().leaf, label, "centre", "middle")

    def label(self, rect: pygame.Rect) -> pygame.Rect:
        """Where the words are: in the middle."""
        wide = min(rect.width - self.radius, width_of(self.text, self.type) + 2 * self.radius)
        label = pygame.Rect(0, 0, wide, min(rect.height, round(self.type.line_height * 1.25)))
        label.center = rect.center
        return label

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether the words are shown whole."""
        label = self.label(rect)
        paragraph = fitted(self.text, self._types(), label.width, label.height)
        return paragraph is not None and not paragraph.broken

    def _types(self) -> list[Type]:
        return paint.types_down(self.type, self.smallest)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def lay_out(layout: Layout, choices: SetupChoices, area: pygame.Rect) -> None:
    """The crises in a panel of their own; what is told of the chosen one lies below: no tile ever moves."""
    pad = layout.px(18)
    needed = _about_height(layout, choices, choices.crises.chosen, area.width - 2 * pad)
    about = pygame.Rect(area.left, 0, area.width, min(needed + 2 * pad, round(area.height * MAX_ABOUT)))
    about.bottom = area.bottom
    column = Column(
        layout, pygame.Rect(area.left, area.top, area.width, about.top - layout.px(18) - area.top), "crises"
    )
    _heading(column)
    _tiles(column, choices)
    column.end()
    layout.panel("about-panel", about, palette().leaf, radius=14, border=palette().line)
    told = Column(layout, about.inflate(-2 * pad, -2 * pad), "about")
    _about(told, choices, choices.crises.chosen)
    told.end()


def rows(column: Column, choices: SetupChoices) -> None:
    """The crises among other things, where there is no room for a panel of their own."""
    _heading(column)
    _about(column, choices, choices.crises.chosen)
    column.gap(18)
    _tiles(column, choices)


def _heading(column: Column) -> None:
    words = column.layout.words
    column.heading("crises-title", words("setup.crisis"), theme.TITLE)
    column.gap(4)
    column.text("crises-text", words("setup.crisis_text"), paint.body(column.layout.scale), palette().text_second)
    column.gap(18)


# The tiles


def _tiles(column: Column, choices: SetupChoices) -> None:
    layout = column.layout
    across = 2 if column.width > layout.em(15) else 1
    height, gap = max(layout.px(150), layout.em(6)), layout.px(18)
    tiles: list[CardId | None] = [None, *choices.box.crises]
    block = column.block(-(-len(tiles) // across) * (height + gap))
    block = pygame.Rect(block.left + layout.px(6), block.top + layout.px(6), block.width - layout.px(12), block.height)
    for crisis, rect in zip(tiles, grid(block, len(tiles), across, height, gap), strict=True):
        _tile(layout, choices, rect, crisis)


def _tile(layout: Layout, choices: SetupChoices, rect: pygame.Rect, crisis: CardId | None) -> None:
    words, choice = layout.words, choices.crises
    card = choices.box.crises[crisis] if crisis is not None else None
    title = card.title if card is not None else words("setup.random_crisis", count=len(choice.left))
    is_chosen, is_aside = choice.chosen == crisis, crisis in choice.aside
    look = paint.ArtTile(
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
            state=words("common.chosen") if is_chosen else words("setup.aside") if is_aside else "",
            intent=_chooses(choices, crisis),
            chosen=is_chosen,
            reads=crisis,
        )
    )
    if card is None:
        return
    if is_aside:
        _veil(layout, rect, look, card)
    _corner(layout, choices, rect, card, is_aside=is_aside)


def _veil(layout: Layout, rect: pygame.Rect, look: paint.ArtTile, card: CrisisCard) -> None:
    edge = layout.px(2)
    art = pygame.Rect(rect.left + edge, rect.top + edge, rect.width - 2 * edge, rect.height - look.foot(rect).height)
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


def _corner(layout: Layout, choices: SetupChoices, rect: pygame.Rect, card: CrisisCard, *, is_aside: bool) -> None:
    """The small button that sets a crisis aside, or puts it back."""
    side = layout.target()
    inset = layout.px(4) + side // 2
    on_art = paint.ButtonStyle(None, theme.WHITE, hover=theme.mixed(theme.CRISIS, theme.BLACK, 0.35))
    layout.icon_button(
        f"aside-{card.id}",
        square((rect.left + inset, rect.top + inset), side),
        "arrow-counter-clockwise" if is_aside else "prohibit",
        layout.words("setup.put_back" if is_aside else "setup.put_aside", title=card.title),
        _turns(choices, card.id, is_aside=is_aside),
        style=paint.styles().on_paper if is_aside else on_art,
    )


def _chooses(choices: SetupChoices, crisis: CardId | None) -> Act:
    return lambda: choices.crises.choose(crisis)


def _turns(choices: SetupChoices, crisis: CardId, *, is_aside: bool) -> Act:
    def act() -> None:
        if is_aside:
            choices.crises.put_back(crisis)
        elif not choices.crises.put_aside(crisis):
            choices.app.show_message(choices.app.words("setup.aside_last"))

    return act


# What is told of the one that is chosen


def _about_height(layout: Layout, choices: SetupChoices, crisis: CardId | None, width: int) -> int:
    """How high what is told of a crisis would be."""
    apart = Layout(layout.rect.size, layout.scale, layout.words)
    column = Column(apart, pygame.Rect(0, 0, width, 0), "")
    _about(column, choices, crisis)
    return column.y


def _about(column: Column, choices: SetupChoices, crisis: CardId | None) -> None:
    if crisis is None:
        _about_chance(column, choices)
    else:
        _about_crisis(column, choices, choices.box.crises[crisis])


def _about_chance(column: Column, choices: SetupChoices) -> None:
    """What chance may bring: a sensitive subject is named before it is on the wall."""
    layout, words = column.layout, column.layout.words
    left = choices.crises.left
    column.text(
        "about-crisis", words("setup.random_text", count=len(left)), paint.body(layout.scale, 18), palette().text
    )
    sensitive = [card for card in left if choices.box.crises[card].neutral]
    if not sensitive or len(left) == len(sensitive):
        return
    titles = words.list_of([words("table.quote", text=choices.box.crises[card].title) for card in sensitive])
    _note(column, words("setup.may_come", count=len(sensitive), titles=titles))

    def put_aside() -> None:
        for card in sensitive:
            choices.crises.put_aside(card)

    text = words("setup.put_these_aside", count=len(sensitive))
    _buttons(column, (("put-sensitive-aside", text, "prohibit", put_aside),))


def _about_crisis(column: Column, choices: SetupChoices, card: CrisisCard) -> None:
    """Its text, the note for whoever facilitates, the card to be read, the neutral variant to take instead."""
    layout, words = column.layout, column.layout.words
    column.text("about-crisis", card.text, paint.body(layout.scale, 18), palette().text)
    if card.note:
        _note(column, card.note)
    read: tuple[str, str, str, Intent] = ("read-crisis", words("table.read"), "eye", ReadCard(card.id))
    if not card.neutral:
        _buttons(column, (read,))
        return
    neutral = choices.box.crises[card.neutral]
    text = words("setup.take_neutral", title=neutral.title)
    _buttons(column, (("take-neutral", text, "arrows-clockwise", _chooses(choices, neutral.id)), read))


def _note(column: Column, text: str) -> None:
    layout = column.layout
    column.gap(10)
    label = paint.strong(layout.scale, 16)
    column.text("about-note-label", layout.words("card.note_facilitator"), label, palette().warning)
    column.text("about-note", text, paint.body(layout.scale, 16), palette().text_second)


def _buttons(column: Column, buttons: tuple[tuple[str, str, str, Intent], ...]) -> None:
    """Side by side where their words have room, else one below the other."""
    layout, count = column.layout, len(buttons)
    gap, high = layout.px(8), layout.button_height(18)
    widths = [layout.button_width(text, 18, icon=True) for _, text, _, _ in buttons]
    column.gap(12)
    if sum(widths) + gap * (count - 1) <= column.width:
        rects = row(column.block(high), shares(*widths), gap)
    else:
        block = column.block(count * (high + gap) - gap)
        rects = grid(block, count, 1, high, gap)
    for (name, text, icon, intent), rect in zip(buttons, rects, strict=True):
        layout.button(name, rect, text, intent, style=paint.styles().soft, size=18, icon=icon, pad=6)
    column.gap(2)
