"""The debrief on the screen: what was built, how the territory would cope, what was said; then the harvest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.agenda import questions_of
from enacting.engine.averages import MIN_GIVEN, averages, kept_secret
from enacting.engine.board import ActivityKind, Consequence
from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import AskQuestion, EndActivity
from enacting.language.event_sentences import card_name
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import width_of
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column, Stack, lay_out_column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Bars
from enacting.ui.items.rects import REST, flow, flow_height, place, shares
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import next_steps, session_end, side_panel, takeaways
from enacting.ui.table.board_view import SHAPE, SmallBoards, lay_out_small
from enacting.ui.table.frame import Places

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

TALKS = (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)
"""What people call a step of the debrief."""
ROOM_FOR_TWO: Final = 52
"""How many ems wide a window must be for what was said beside the board."""
MIN_BOARD_SHARE: Final = 0.65
"""The share of the height below its name that the board takes, though the ratings may have to scroll."""
TWO_RATINGS: Final = 34
"""How many ems wide two consequences must be side by side."""
MIN_BAR_WIDTH: Final = 10
"""Pixels under which a bar shows nothing."""


def lay_out(layout: Layout, table: Table, places: Places, small_boards: SmallBoards) -> None:
    """The board large enough to talk about, the ratings under it, what was said beside them; or what people write."""
    doing = table.doing
    if doing is not None and doing.kind is ActivityKind.TAKEAWAYS:
        takeaways.lay_out(layout, table, places.board)
        takeaways.lay_out_side(layout, table, places.side)
        return
    parts = [partial(_built, table, small_boards)]
    if any(activity.kind is ActivityKind.RATE for _, activity in table.box.activities()):
        parts.append(partial(_resilience, table))
    said = partial(_said, table)
    if layout.columns < ROOM_FOR_TWO:
        areas, contents = [places.board], [[*parts, said]]
    else:
        areas, contents = layout.row(places.board, shares(66, 34), Space.LARGE), [parts, [said]]
    for index, (rect, content) in enumerate(zip(areas, contents, strict=True)):
        layout.panel(f"panel-{index}", rect, palette().panel)
        lay_out_column(layout, layout.inset(rect, Space.WIDE), f"part-{index}", *content)
    if doing is None:
        session_end.lay_out_side(layout, table, places.side)
    else:
        _question_side(layout, table, places.side)


def _built(table: Table, boards: SmallBoards, column: Column) -> None:
    """The name of the system, what it is made of, and the board; it leaves room for the ratings under it."""
    layout, words, game = column.layout, column.layout.words, table.game
    column.heading("built-title", game.system_name or words("debrief.built"), 32)
    column.gap(Space.TINY)
    column.text("built-text", _summary(table), body_type(layout.scale, 20), palette().text)
    column.gap(Space.MEDIUM)
    if not game.postures:
        return
    ratio = SHAPE[1] / SHAPE[0]
    room = column.room()
    high = max(room - _ratings_height(layout, table, column.width), room * MIN_BOARD_SHARE)
    width = min(column.width, round(high / ratio))
    lay_out_small(layout, table, boards, place(column.block(round(width * ratio)), width, round(width * ratio)))


def _summary(table: Table) -> str:
    words, game = table.app.words, table.game
    used = {game.postures[proposal.seat] for proposal in game.proposals}
    mechanisms, *others = built_in_figures(table)
    return f"{words.list_of([mechanisms, words('debrief.used_postures', count=len(used)), *others])}."


def built_in_figures(table: Table) -> list[str]:
    """How many mechanisms the table has placed, then how many alliances and links, where there are any."""
    words, game = table.app.words, table.game
    allies = sum(len(proposal.allies) for proposal in game.proposals)
    return [
        words("debrief.mechanisms", count=len(game.proposals)),
        *([words("debrief.allies", count=allies)] if allies else []),
        *([words("debrief.links", count=len(game.links))] if game.links else []),
    ]


def _ratings_height(layout: Layout, table: Table, width: int) -> int:
    """How high the ratings are in that width, with the gap before them, in pixels."""
    ratings = Stack(Layout(layout.rect.size, layout.scale, layout.words), pygame.Rect(0, 0, width, 0))
    _resilience(table, ratings)
    return ratings.height + layout.px(Space.LARGE) if ratings.height else 0


def _resilience(table: Table, column: Stack) -> None:
    """The ratings, before and after."""
    layout, game = column.layout, table.game
    words, body = layout.words, body_type(layout.scale, 20)
    column.heading("resilience-title", words("debrief.resilience"), 26)
    column.gap(Space.TINY)
    means = averages(game)
    rated = [(activity, means[activity], len(given)) for activity, given in game.ratings.items() if activity in means]
    if kept_secret(game):
        column.text("resilience-secret", words("debrief.kept_secret", count=MIN_GIVEN), body, palette().text)
    elif not rated:
        column.text("resilience-none", words("debrief.not_rated"), body, palette().text)
    if not rated:
        return
    shades = (theme.mixed(palette().text_second, palette().panel, 0.4), palette().done)[-len(rated[-2:]) :]
    titles = {activity.id: activity.title for _, activity in table.box.activities()}
    legends = [words("debrief.rated_by", title=titles[activity], count=given) for activity, _, given in rated[-2:]]
    _legends(column, legends, shades)
    column.gap(Space.SMALL)
    max_mark = table.box.description.scale.most
    consequences = table.box.description.consequences
    per_row = min(len(consequences), 2 if column.width >= layout.em(TWO_RATINGS) else 1)
    width = (column.width - (per_row - 1) * layout.px(Space.LARGE)) // per_row
    is_narrow = width < layout.em(17)
    height = layout.length(50, 2.2) + (body.line_height if is_narrow else 0)
    for consequence, rect in zip(
        consequences, column.grid(len(consequences), per_row, height, Space.LARGE), strict=True
    ):
        values = [mean[consequence.id] for _, mean, _ in rated[-2:]]
        bars = tuple((value / max_mark, shade) for value, shade in zip(values, shades, strict=True))
        _rated(layout, rect, consequence, " → ".join(words.number(value, 1) for value in values), bars)


def _legends(column: Stack, texts: Sequence[str], shades: Sequence[theme.Colour]) -> None:
    """What each shade stands for, side by side where there is room."""
    layout, style = column.layout, body_type(column.layout.scale, 17)
    swatch, gap = layout.px(28), layout.px(Space.SMALL)
    widths = [swatch + gap + width_of(text, style) + 1 for text in texts]
    height = layout.length(28, 1.4)
    area = column.block(flow_height(column.width, widths, height, gap))
    for index, (text, rect) in enumerate(zip(texts, flow(area, widths, height, gap), strict=True)):
        mark, label = layout.row(rect, (swatch, REST), Space.SMALL)
        layout.panel(f"swatch-{index}", place(mark, swatch, swatch // 2), shades[index], radius=4)
        layout.line_label(f"legend-{index}", label, text, style, palette().text_second)


def _rated(
    layout: Layout,
    rect: pygame.Rect,
    consequence: Consequence,
    text: str,
    values: tuple[tuple[float, theme.Colour], ...],
) -> None:
    """A consequence, its bars and its marks, below its name where there is little room."""
    name, style = consequence.id, body_type(layout.scale, 20)
    is_narrow = rect.width < layout.em(17)
    layout.line(f"line-{name}", rect)
    height = rect.height - (style.line_height if is_narrow else 0)
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
    """What was agreed on at amendments and the notes, tied to their cards; then what people take away."""
    words, game = column.layout.words, table.game
    if game.over:
        next_steps.lay_out_list(column, table)
        column.gap(Space.LARGE)
    column.heading("said-title", words("debrief.said"), 32)
    column.gap(Space.MEDIUM)
    amended = [proposal for proposal in game.proposals if proposal.agreed]
    if not amended and not game.notes and not game.takeaways:
        style = body_type(column.layout.scale, 20)
        column.text("said-none", words("debrief.nothing_said"), style, palette().text)
    for proposal in amended:
        about = " · ".join((table_card_title(table, proposal.card), words("propose.agreed")))
        for index, text in enumerate(proposal.agreed):
            _quote(column, f"agreed-{proposal.card}-{index}", about, text, _colour_of(table, proposal.card))
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
