"""Placing a mechanism on the board: the quarters of the place are touched for what it answers, discs for who commits.

Law: the seat that bears the card and what is asked stay bright, all else is dimmed; what can be touched has a dashed
edge, what was touched a thick one, a tick and what it adds. Nothing is asked in a form, and nothing lies over a space:
on a board without a place, what the side panel says of each consequence is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from enacting.drawing.place_of_game import Struck, struck_quarters
from enacting.engine.board import ActivityKind
from enacting.engine.game import SENTENCE_LENGTH, Player
from enacting.language.words import Words
from enacting.scenes.place import cells_of
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.theme import Colour, Space, palette
from enacting.ui.graphics.typeset import Face, Type, write
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import ButtonStyle, button_styles
from enacting.ui.items.column import Column, PanelStack
from enacting.ui.items.item import DiscOf, Item, Mood, ReadingOrder, Role
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import PostureMark
from enacting.ui.items.panels import Dimmed
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import side_panel
from enacting.ui.table.decision import reasons_given
from enacting.ui.table.drafts import DraftKind, ProposalDraft
from enacting.ui.table.frame import PersonTile, Places, lay_out_players

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ADDS: Final = "+1"
SIGN_CHOSEN: Final = 1.9
"""How wide the sign of what was touched is, in parts of its height: a tick, and what it adds."""
ROOM_FOR_QUESTIONS: Final = 14
"""How many ems high the questions at the side should be, before the timer makes room for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchFrame:
    """The edge of what can be touched: dashed, or thick with a tick and what it adds once it was."""

    chosen: bool
    width: int
    radius: int
    badge: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the edge on a line of paper, so that it is seen on any ground, and the sign at the top."""
        width = self.width
        if self.chosen:
            shapes.paint_outline(surface, rect, palette().on_accent, 3 * width, self.radius)
            shapes.paint_outline(surface, rect.inflate(-width, -width), palette().accent, 2 * width, self.radius)
        else:
            edge = palette().accent if mood.hovered else palette().card
            shapes.paint_outline(surface, rect, edge, 2 * width, self.radius)
            shapes.paint_dashed(surface, rect.inflate(-width, -width), palette().ink, width, self.radius, 3 * width)
        self._paint_sign(surface, rect)

    def sign(self, rect: pygame.Rect) -> pygame.Rect:
        """Where the sign lies: at the top, where neither words are nor what cards have brought."""
        width = round(self.badge * SIGN_CHOSEN) if self.chosen else self.badge
        return place(rect, width, self.badge, "midtop").move(0, self.width)

    def _paint_sign(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        sign, side, radius = self.sign(rect), self.badge, self.badge // 2
        edge = max(1, self.width // 2)
        shapes.paint_rounded(surface, sign, palette().ink, radius)
        fill, ink = (palette().accent, palette().on_accent) if self.chosen else (palette().card, palette().ink)
        shapes.paint_rounded(surface, sign.inflate(-2 * edge, -2 * edge), fill, radius - edge)
        icon, middle = "hand-pointing", sign.center
        if self.chosen:
            icon, middle = "check", (sign.left + radius + edge, sign.centery)
            adds = pygame.Rect(sign.left + side - edge, sign.top, sign.width - side - radius // 2, side)
            write(surface, ADDS, Type(Face.TITLE_700, max(9, side * 11 // 20)), ink, adds, "centre")
        paint_icon(surface, icon, Weight.BOLD, side * 6 // 10, ink, middle)

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 2


def lay_out(layout: Layout, table: Table, draft: ProposalDraft, where: Places, first: int) -> None:
    """Over the board, whose items begin at `first`: what is asked on it, then the side panel and the people."""
    struck = struck_quarters(table.game, table.box, table.pending)
    picture = next((item.rect for item in layout.items[first:] if item.id == "board-place"), None)
    seat = next(item.rect for item in layout.items[first:] if item.id == f"seat-{draft.seat}")
    glow, frame = max(4, layout.px(6)), max(2, layout.px(6))
    bright = [seat.inflate(2 * glow, 2 * glow)]
    on_place = picture is not None and table.game.revealed
    if picture is not None:
        bright.append(picture.inflate(2 * frame, 2 * frame))
    holes = tuple((hole.left - where.board.left, hole.top - where.board.top, *hole.size) for hole in bright)
    layout.add(Item(id="veil-placing", rect=where.board, look=Dimmed(bright=holes, radius=3 * frame)))
    if on_place:
        assert picture is not None
        _frames(layout, table, draft, struck, picture)
    _side(layout, table, draft, struck, where.side, on_place=on_place)
    lay_out_players(layout, table, where.players, lambda player: _tile(layout, table, draft, player))


def _touched(layout: Layout, table: Table, draft: ProposalDraft, struck: Struck, rect: pygame.Rect, edge: int) -> None:
    """What answers a consequence when it is touched, and again takes that answer away; its edge has so many pixels."""
    answer, is_chosen = struck.consequence.id, struck.consequence.id in draft.answers
    changed = draft.with_answer(answer)
    badge = min(layout.length(44, 1.6), min(rect.size) // 3)
    look = TouchFrame(chosen=is_chosen, width=max(2, min(layout.px(4), edge // 3)), radius=layout.px(14), badge=badge)
    layout.add(
        Item(
            id=f"answer-{answer}",
            rect=rect,
            look=look,
            role=Role.CHOICE,
            name=_name(struck, layout.words),
            state=layout.words("common.chosen") if is_chosen else "",
            intent=lambda: table.choose(changed),
            chosen=is_chosen,
        )
    )


def _frames(layout: Layout, table: Table, draft: ProposalDraft, struck: Sequence[Struck], picture: pygame.Rect) -> None:
    """A frame around each quarter of the place, and around all that is written there."""
    margin = layout.px(Space.HAIR)
    for quarter, cell in zip(struck, cells_of(len(struck), picture.size), strict=True):
        left, top, width, height = cell.ground
        rect = pygame.Rect(picture.left + round(left), picture.top + round(top), int(width), int(height))
        beside_words = round(cell.words[0] - left) + layout.px(Space.SMALL) - 2 * margin
        _touched(layout, table, draft, quarter, rect.inflate(-2 * margin, -2 * margin), beside_words)


def _tile(layout: Layout, table: Table, draft: ProposalDraft, player: Player) -> PersonTile:
    """Who proposes, and everybody else's disc, which is touched, or dragged to the card, to commit."""
    words = table.words
    if player.id == draft.by(table.game):
        return PersonTile(
            name="player", role=Role.PLAYER, state=words("propose.proposes"), under=words("propose.proposes")
        )
    commits, changed = player.id in draft.allies, draft.with_ally(player.id)
    said = words("propose.commits") if commits else ""
    return PersonTile(
        name="ally",
        role=Role.CHOICE,
        state=said,
        intent=lambda: table.choose(changed),
        lifts=None if commits else DiscOf(player.id),
        chosen=commits,
        away=commits or layout.disc == player.id,
        under=said,
    )


def _side(
    layout: Layout, table: Table, draft: ProposalDraft, struck: Sequence[Struck], area: pygame.Rect, *, on_place: bool
) -> None:
    """The card and its posture, the two questions with the words of the crisis; below, the timer and the actions."""
    words, game = layout.words, table.game
    by = draft.by(game)
    is_turn = by is not None and table.doing is not None and table.doing.kind is not ActivityKind.ARRANGE
    amends = draft.kind is DraftKind.AMEND
    key, back = ("leave_it", table.drop_amendment) if amends else ("take_card_back", table.stop_placing)
    rest = side_panel.lay_out(
        layout,
        table,
        area,
        card=None,
        who=words("table.turn_of" if is_turn else "table.everybody"),
        name=table.name_of(by) if by is not None and is_turn else words("table.system"),
        text=words("propose.say_how"),
        main=Action("propose", words(f"propose.{draft.kind}"), table.propose, keys=GO),
        others=(Action("cancel", words(f"propose.{key}"), back, "arrow-u-up-left"),),
        wanted=layout.em(ROOM_FOR_QUESTIONS),
    )
    layout.panel("placing-paper", rest, palette().panel, border=palette().edge, border_width=1)
    with layout.read_as(ReadingOrder.TASK):
        column = Column(layout, layout.inset(rest, Space.MEDIUM), "placing")
        _head(table, draft, column)
        if draft.kind is DraftKind.AMEND:
            _agreed(table, column)
        _consequences(table, draft, struck, column, on_place=on_place)
        _allies(table, draft, column)
        column.gap(Space.MEDIUM)
        small = body_type(layout.scale, 17)
        column.text("placing-elsewhere", words("propose.elsewhere"), small, palette().text_second)
        column.end()


def _head(table: Table, draft: ProposalDraft, column: Column) -> None:
    """What is proposed, and under which posture."""
    layout = column.layout
    card, posture = table.box.mechanisms[draft.card], table.box.postures[table.game.postures[draft.seat]]
    column.heading("placing-title", card.title, 24)
    style = bold_type(layout.scale, 19)
    side = style.line_height
    mark, name = column.row(side, (side, REST), Space.SMALL)
    look = PostureMark(shape=posture.shape, fill=theme.colour_of(posture.colour), icon="", ground=palette().panel)
    layout.add(Item(id="placing-mark", rect=mark, look=look))
    layout.line_label("placing-posture", name, posture.title, style, palette().text)


def _agreed(table: Table, column: Column) -> None:
    """Why people object, then what they agreed on, in words, such as a condition: it stays in the record."""
    layout, words = column.layout, column.layout.words
    assert table.game.turn is not None
    assert table.game.turn.proposal is not None
    for index, reason in enumerate(reasons_given(table, table.game.turn.proposal)):
        column.gap(Space.SMALL)
        column.text(f"amend-reason-{index}", reason, bold_type(layout.scale, 19), palette().text)
    column.gap(Space.MEDIUM)
    column.heading("amend-title", words("propose.agreed"), 22)
    column.gap(Space.SMALL)
    layout.field(
        "amend-words",
        column.block(layout.length(84, 3.4)),
        table.app.field("amend-words", "", SENTENCE_LENGTH, multiline=True),
        words("propose.agreed"),
        placeholder=words("propose.agreed_placeholder"),
        intent=table.propose,
        size=20,
    )


def _consequences(
    table: Table, draft: ProposalDraft, struck: Sequence[Struck], column: Column, *, on_place: bool
) -> None:
    """What does it answer? What the crisis says of each consequence, in letters that can be read."""
    layout, words, rules = column.layout, column.layout.words, table.game.setup.proposals
    wanted = min(rules.least_answers, len(struck))
    text = words("propose.answers_at_least", count=wanted) if wanted else words("propose.answers", count=len(struck))
    column.gap(Space.MEDIUM)
    column.heading("propose-answers", text, 22)
    hint = words("propose.touch_quarters" if on_place else "propose.touch_listed")
    column.text("propose-answers-how", hint, body_type(layout.scale, 17), palette().text_second)
    column.gap(Space.SMALL)
    for quarter in struck:
        is_chosen = quarter.consequence.id in draft.answers
        style = button_styles().main if is_chosen else button_styles().soft
        with _plate(table, draft, quarter, column, style, is_touched=not on_place) as box:
            _says(quarter, box, style.ink, icon="check-circle" if is_chosen else quarter.consequence.icon)
        column.gap(Space.TINY if on_place else Space.SMALL)


def _plate(
    table: Table, draft: ProposalDraft, struck: Struck, column: Column, style: ButtonStyle, *, is_touched: bool
) -> AbstractContextManager[PanelStack]:
    """What a consequence is written on; it is touched there where no quarter of a place can be."""
    key = struck.consequence.id
    if not is_touched:
        return column.box(f"effect-{key}", style.fill, pad=Space.SMALL, pad_y=Space.TINY)
    changed = draft.with_answer(key)
    return column.button_box(
        f"answer-{key}",
        _name(struck, column.layout.words),
        lambda: table.choose(changed),
        state=column.layout.words("common.chosen") if key in draft.answers else "",
        style=style,
        pad=Space.SMALL,
        min_height=column.layout.target() - 2 * column.layout.px(Space.SMALL),
        role=Role.CHOICE,
        chosen=key in draft.answers,
    )


def _says(struck: Struck, box: PanelStack, ink: Colour, *, icon: str) -> None:
    """What a consequence is called, and what the crisis does there."""
    layout, key = box.layout, struck.consequence.id
    style = bold_type(layout.scale, 19)
    side = style.line_height
    sign, name = box.row(side, (side, REST), Space.SMALL)
    layout.symbol(f"effect-icon-{key}", sign, icon, side * 9 // 10, ink)
    layout.line_label(f"effect-name-{key}", name, struck.consequence.title, style, ink, role=Role.DECOR)
    if struck.text:
        box.text(f"effect-text-{key}", struck.text, body_type(layout.scale, 20), ink, role=Role.DECOR)


def _name(struck: Struck, words: Words) -> str:
    """A consequence and what the crisis does there, in words."""
    if not struck.text:
        return struck.consequence.title
    return words("common.labelled", label=struck.consequence.title, text=struck.text)


def _allies(table: Table, draft: ProposalDraft, column: Column) -> None:
    """Who commits? Their discs are touched, and lie on the card."""
    layout, words, game = column.layout, column.layout.words, table.game
    by = draft.by(game)
    others = [player for player in game.present if player.id != by]
    if not others:
        return
    wanted = min(game.setup.proposals.least_allies, len(others))
    text = words("propose.allies_at_least", count=wanted) if wanted else words("propose.allies", count=len(others))
    column.gap(Space.SMALL)
    column.heading("propose-allies", text, 22)
    column.text("propose-allies-how", words("propose.touch_discs"), body_type(layout.scale, 17), palette().text_second)
    names = [table.name_of(ally) for ally in draft.proposal(game).allies]
    said = words("decision.allies", names=words.list_of(names)) if names else words("decision.no_allies")
    column.text("propose-allies-said", said, bold_type(layout.scale, 19), palette().text)
