"""The debrief on the screen: what was built, how the territory would cope, what was said; then the harvest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.agenda import questions_of
from enacting.engine.averages import MIN_GIVEN, averages, kept_secret
from enacting.engine.board import ActivityKind, Consequence
from enacting.engine.cards import CardId, PostureCard
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import AskQuestion, EndActivity
from enacting.language.event_sentences import card_name
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column, lay_out_column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Bars, PostureMark, Tally
from enacting.ui.items.rects import REST, place, shares
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import next_steps, session_end, side_panel, takeaways
from enacting.ui.table.board_view import SHAPE, SmallBoards, lay_out_small
from enacting.ui.table.frame import Places

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

TALKS = (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)
"""What people call a step of the debrief."""
ROOM_FOR_THREE: Final = 64
"""How many ems wide a window must be for three panels."""
MIN_BOARD_WIDTH: Final = 260
"""Pixels of the design under which a small board shows nothing."""
MIN_BAR_WIDTH: Final = 10
"""Pixels under which a bar shows nothing."""


def lay_out(layout: Layout, table: Table, places: Places, small_boards: SmallBoards) -> None:
    """Three panels, two in a box without ratings, or what people write; the question and what is next at the side."""
    doing = table.doing
    if doing is not None and doing.kind is ActivityKind.TAKEAWAYS:
        takeaways.lay_out(layout, table, places.board)
        takeaways.lay_out_side(layout, table, places.side)
        return
    is_narrow = layout.columns < ROOM_FOR_THREE
    rates = any(activity.kind is ActivityKind.RATE for _, activity in table.box.activities())
    panels = layout.row(places.board, shares(*((48, 48, 46) if rates and not is_narrow else (1, 1))), Space.LARGE)
    for index, rect in enumerate(panels):
        layout.panel(f"panel-{index}", rect, palette().panel)
    first, *others = (layout.inset(rect, Space.WIDE) for rect in panels)
    built, board = partial(_built, table), partial(_small_board, table, small_boards)
    if not rates:
        lay_out_column(layout, first, "built", built, board)
    elif is_narrow:
        lay_out_column(layout, first, "built", built, partial(_resilience, table), board)
    else:
        lay_out_column(layout, first, "built", built)
        lay_out_column(layout, others[0], "_resilience", partial(_resilience, table), board)
    lay_out_column(layout, others[-1], "_said", partial(_said, table))
    if doing is None:
        session_end.lay_out_side(layout, table, places.side)
    else:
        _question_side(layout, table, places.side)


def _small_board(table: Table, boards: SmallBoards, column: Column) -> None:
    """The board itself, where the panel has room for it."""
    layout, ratio = column.layout, SHAPE[1] / SHAPE[0]
    width = min(column.width, round(column.room() / ratio))
    if table.game.postures and width >= layout.px(MIN_BOARD_WIDTH):
        height = round(width * ratio)
        lay_out_small(layout, table, boards, place(column.block(height), width, height, "topleft"))


def _built(table: Table, column: Column) -> None:
    """How many mechanisms under each posture."""
    words, game, scale = column.layout.words, table.game, column.layout.scale
    column.heading("built-title", game.system_name or words("debrief.built"), 32)
    column.gap(Space.SMALL)
    column.text("built-text", _summary(table), body_type(scale, 20), palette().text)
    column.gap(Space.MEDIUM)
    style = Type(Face.TITLE_700, scale.text(22))
    column.text("postures-title", words("debrief.postures"), style, palette().text, role=Role.HEADING)
    column.gap(Space.TINY)
    counts = dict.fromkeys(table.box.postures, 0)
    for proposal in game.proposals:
        counts[game.postures[proposal.seat]] += 1
    for posture, count in counts.items():
        _posture_row(column, posture, table.box.postures[posture], count)


def _posture_row(column: Column, posture: CardId, card: PostureCard, count: int) -> None:
    """The mark of a posture, its name, a bar for each of its mechanisms, and how many they are."""
    layout, words = column.layout, column.layout.words
    number, colour = words.number(count), theme.colour_of(card.colour)
    rect = column.block(layout.length(56, 2.3))
    layout.line(f"line-{posture}", rect)
    mark_side = rect.height // 2
    name_width = min(layout.em(7.2), rect.width // 2)
    mark, icon, name, bars, total = layout.row(
        rect, (mark_side, mark_side, name_width, REST, layout.em(1.6)), Space.SMALL
    )
    look = PostureMark(shape=card.shape, fill=colour, icon="", ground=palette().panel)
    layout.add(Item(id=f"mark-{posture}", rect=place(mark, mark_side, mark_side), look=look))
    layout.symbol(f"icon-{posture}", icon, card.art.icon, mark_side, palette().text)
    layout.line_label(
        f"posture-{posture}", name, card.title, body_type(layout.scale, 20), palette().text, role=Role.DECOR
    )
    layout.label(
        f"count-{posture}",
        total,
        number,
        bold_type(layout.scale, 20),
        palette().text,
        align="right",
        vertical="middle",
        says=words("common.labelled", label=card.title, text=number),
    )
    if bars.width > MIN_BAR_WIDTH:
        tally = Tally(count=count, colour=colour, gap=layout.px(Space.SMALL))
        layout.add(Item(id=f"tally-{posture}", rect=place(bars, bars.width, mark_side), look=tally))


def _summary(table: Table) -> str:
    words, game = table.app.words, table.game
    used = {game.postures[proposal.seat] for proposal in game.proposals}
    allies = sum(len(proposal.allies) for proposal in game.proposals)
    parts = [
        words("debrief.mechanisms", count=len(game.proposals)),
        words("debrief.used_postures", count=len(used)),
        *([words("debrief.allies", count=allies)] if allies else []),
        *([words("debrief.links", count=len(game.links))] if game.links else []),
    ]
    return f"{words.list_of(parts)}."


def _resilience(table: Table, column: Column) -> None:
    """The ratings, before and after."""
    words, game, scale = column.layout.words, table.game, column.layout.scale
    column.heading("resilience-title", words("debrief.resilience"), 32)
    column.gap(Space.SMALL)
    means = averages(game)
    rated = [(activity, means[activity], len(given)) for activity, given in game.ratings.items() if activity in means]
    is_secret, body = bool(kept_secret(game)), body_type(scale, 20)
    if rated:
        column.text("resilience-text", words("debrief.resilience_text"), body, palette().text)
    elif not is_secret:
        column.text("resilience-none", words("debrief.not_rated"), body, palette().text)
    if is_secret:
        column.gap(Space.SMALL if rated else 0)
        column.text("resilience-secret", words("debrief.kept_secret", count=MIN_GIVEN), body, palette().text)
    column.gap(Space.MEDIUM)
    shades = theme.mixed(palette().text_second, palette().panel, 0.4), palette().done
    max_mark = table.box.description.scale.most
    for consequence in table.box.description.consequences if rated else ():
        values = [mean[consequence.id] for _, mean, _ in rated][-2:]
        bars = tuple((value / max_mark, shade) for value, shade in zip(values, shades[-len(values) :], strict=True))
        _rated_row(column, consequence, " → ".join(words.number(value, 1) for value in values), bars)
    titles = {activity.id: activity.title for _, activity in table.box.activities()}
    for index, (activity, _, given) in enumerate(rated[-2:]):
        text = words("debrief.rated_by", title=titles[activity], count=given)
        _legend(column, index, text, shades[index if len(rated) > 1 else 1])
    column.gap(Space.MEDIUM)


def _legend(column: Column, index: int, text: str, colour: theme.Colour) -> None:
    """What a shade stands for."""
    layout, style = column.layout, body_type(column.layout.scale, 17)
    swatch, area = column.row(layout.length(28, 1.4), (layout.px(28), REST))
    layout.panel(f"swatch-{index}", place(swatch, swatch.width, swatch.width // 2), colour, radius=4)
    layout.line_label(f"legend-{index}", area, text, style, palette().text_second)


def _rated_row(
    column: Column, consequence: Consequence, text: str, values: tuple[tuple[float, theme.Colour], ...]
) -> None:
    """A consequence, its bars and its marks, below its name where the column is narrow."""
    layout, name = column.layout, consequence.id
    height, style = layout.length(50, 2.2), body_type(layout.scale, 20)
    is_narrow = column.width < layout.em(17)
    rect = column.block(height + (style.line_height if is_narrow else 0))
    layout.line(f"line-{name}", rect)
    icon, rest = layout.row(layout.stack(rect, (height,))[0], (layout.px(34), REST), Space.SMALL)
    if is_narrow:
        label = rest
        bars, value = layout.row(rest.move(0, style.line_height), (REST, layout.em(4.4)), Space.SMALL)
    else:
        label, bars, value = layout.row(rest, (layout.em(7.4), REST, layout.em(4.4)), Space.SMALL)
    layout.symbol(f"rated-icon-{name}", icon, consequence.icon, layout.px(26), palette().text)
    title = consequence.title
    layout.line_label(f"rated-{name}", label, title, style, palette().text, role=Role.DECOR)
    layout.line_label(
        f"rated-value-{name}",
        value,
        text,
        bold_type(layout.scale, 20),
        palette().text,
        align="right",
        says=layout.words("common.labelled", label=title, text=text),
    )
    if bars.width > MIN_BAR_WIDTH:
        look = Bars(values=values, track=theme.mixed(palette().line, palette().panel, 0.6))
        layout.add(Item(id=f"bars-{name}", rect=place(bars, bars.width, layout.px(30)), look=look))


def _said(table: Table, column: Column) -> None:
    """The notes, tied to their cards."""
    words, game = column.layout.words, table.game
    if game.over:
        next_steps.lay_out_list(column, table)
        column.gap(Space.LARGE)
    column.heading("said-title", words("debrief.said"), 32)
    column.gap(Space.MEDIUM)
    if not game.notes and not game.takeaways:
        style = body_type(column.layout.scale, 20)
        column.text("said-none", words("debrief.nothing_said"), style, palette().text)
    for note in game.notes:
        person = table.name_of(note.person) if note.person else ""
        about = " · ".join(part for part in (table_card_title(table, note.card), person) if part)
        _quote(column, f"note-{note.id}", about, note.text, _colour_of(table, note.card))
    if game.takeaways:
        column.gap(Space.SMALL)
        column.heading("takeaways-title", words("debrief.takeaways"), 24)
        column.gap(Space.SMALL)
        for player, text in game.takeaways.items():
            _quote(column, f"takeaway-{player}", table.name_of(player), text, palette().text_second)


def table_card_title(table: Table, card: CardId | None) -> str:
    """The title of the card a note is tied to."""
    return card_name(card, table.box) if card is not None else ""


def _colour_of(table: Table, card: CardId | None) -> theme.Colour:
    """The colour of the posture that carries a card."""
    proposal = table.game.proposal(card) if card is not None else None
    if proposal is None:
        return palette().text_second
    return theme.colour_of(table.box.postures[table.game.postures[proposal.seat]].colour)


def _quote(column: Column, name: str, about: str, text: str, colour: theme.Colour) -> None:
    """What somebody said, with an edge of the colour of what it is about."""
    layout = column.layout
    edge = layout.px(Space.SMALL)
    with column.box(f"{name}-panel", palette().leaf, before=edge) as box:
        if about:
            style = layout.unbroken(about, bold_type(layout.scale, 19), box.width)
            box.text(f"{name}-head", about, style, palette().text)
        sentence = layout.words("table.quote", text=text)
        box.text(f"{name}-text", sentence, body_type(layout.scale, 20), palette().text)
    layout.panel(f"{name}-edge", layout.row(box.frame, (edge,))[0], colour, radius=3)
    column.gap(Space.MEDIUM)


def _question_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The question asked to the table, others to choose from, and the next step."""
    words, game, doing = layout.words, table.game, table.doing
    assert doing is not None
    questions = list(questions_of(game.box, doing))
    here = questions.index(game.question) if game.question in questions else 0
    others: tuple[Action, ...] = ()
    if len(questions) > 1:
        before, following = (
            AskQuestion(by=FACILITATOR, question=questions[(here + step) % len(questions)]) for step in (-1, 1)
        )
        others = (
            Action("previous-question", words("debrief.previous"), before, "arrow-left"),
            Action("next-question", words("debrief.another"), following, "repeat"),
        )
    steps = _steps(table)
    side_panel.lay_out(
        layout,
        table,
        area,
        card=table.box.questions[questions[here]],
        who=words("debrief.step", number=steps[0], count=steps[1]),
        name=doing.title,
        text=doing.text,
        main=Action("go-on", words("table.go_on_activity"), EndActivity(by=FACILITATOR)),
        others=others,
    )


def _steps(table: Table) -> tuple[int, int]:
    """Which of the part's talks is being held, and how many there are: marks and cards are no steps of it."""
    part, doing = table.game.part, table.doing
    assert part is not None
    assert doing is not None
    ids = [activity.id for activity in part.activities if activity.kind in TALKS]
    return ids.index(doing.id) + 1, len(ids)
