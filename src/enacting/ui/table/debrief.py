"""The debrief on the screen: what was built, how the territory would cope, what was said; then the harvest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import questions_of
from enacting.engine.averages import MIN_GIVEN, averages, kept_secret
from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import AskQuestion, EndActivity
from enacting.language.event_sentences import card_name
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import row, shares
from enacting.ui.table import session_end, side_panel, takeaways
from enacting.ui.table.board_view import SHAPE, SmallBoards, lay_out_small
from enacting.ui.table.frame import Places

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

TALKS = (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)
"""What people call a step of the debrief."""


def lay_out(layout: Layout, table: Table, places: Places, small_boards: SmallBoards) -> None:
    """Three panels, two in a box without ratings, or what people write; the question and what is next at the side."""
    doing = table.doing
    if doing is not None and doing.kind is ActivityKind.TAKEAWAYS:
        takeaways.lay_out(layout, table, places.board)
        takeaways.lay_out_side(layout, table, places.side)
        return
    gap = layout.px(18)
    narrow = layout.columns < 64
    rates = any(activity.kind is ActivityKind.RATE for _, activity in table.box.activities())
    panels = row(places.board, shares(*((48, 48, 46) if rates and not narrow else (1, 1))), gap)
    insides = []
    for index, rect in enumerate(panels):
        layout.panel(f"panel-{index}", rect, palette().panel, radius=20)
        insides.append(rect.inflate(-2 * layout.px(24), -2 * layout.px(22)))
    first = Column(layout, insides[0], "built")
    _built(layout, table, first)
    if rates and narrow:
        first.gap(24)
        _resilience(layout, table, first)
    _small_board(layout, table, first, small_boards)
    first.end()
    if rates and not narrow:
        _one(layout, table, insides[1], _resilience)
    _one(layout, table, insides[-1], _said)
    if doing is None:
        session_end.lay_out_side(layout, table, places.side)
    else:
        _question_side(layout, table, places.side)


def _small_board(layout: Layout, table: Table, column: Column, boards: SmallBoards) -> None:
    """The board itself, where the panel has room for it."""
    room = column.room() - layout.px(18)
    width = min(column.width, round(room * SHAPE[0] / SHAPE[1]))
    if table.game.postures and width >= layout.px(260):
        column.gap(18)
        rect = column.block(round(width * SHAPE[1] / SHAPE[0]))
        lay_out_small(layout, table, boards, pygame.Rect(rect.left, rect.top, width, rect.height))


def _one(layout: Layout, table: Table, rect: pygame.Rect, fill: Callable[[Layout, Table, Column], None]) -> None:
    column = Column(layout, rect, fill.__name__)
    fill(layout, table, column)
    column.end()


def _built(layout: Layout, table: Table, column: Column) -> None:
    """How many mechanisms under each posture."""
    words, game = layout.words, table.game
    title = game.system_name or words("debrief.built")
    column.heading("built-title", title, 32)
    column.gap(6)
    column.text("built-text", _summary(table), paint.body(layout.scale, 20), palette().text)
    column.gap(12)
    style = Type(Face.TITLE_700, layout.scale.text(22))
    column.text("postures-title", words("debrief.postures"), style, palette().text, role=Role.HEADING)
    column.gap(4)
    bold = paint.body(layout.scale, 20)
    counts = dict.fromkeys(table.box.postures, 0)
    for proposal in game.proposals:
        counts[game.postures[proposal.seat]] += 1
    high = max(layout.px(56), layout.em(2.3))
    for posture, count in counts.items():
        card = table.box.postures[posture]
        colour = theme.colour_of(card.colour)
        rect = column.block(high)
        layout.panel(f"line-{posture}", pygame.Rect(rect.left, rect.top, rect.width, 1), palette().line, radius=0)
        mark = pygame.Rect(rect.left, 0, round(high * 0.5), round(high * 0.5))
        mark.centery = rect.centery
        look = paint.Mark(shape=card.shape, fill=colour, icon="", ground=palette().panel)
        layout.add(Item(id=f"mark-{posture}", rect=mark, look=look))
        icon = mark.move(mark.width + layout.px(6), 0)
        symbol = paint.Symbol(icon=card.art.icon, weight=Weight.FILL, size=icon.width, colour=palette().text)
        layout.add(Item(id=f"icon-{posture}", rect=icon, look=symbol))
        name = pygame.Rect(icon.right + layout.px(8), rect.top, min(layout.em(7.2), rect.width // 2), high)
        layout.label(
            f"posture-{posture}",
            name,
            card.title,
            bold,
            palette().text,
            vertical="middle",
            smallest=10,
            role=Role.DECOR,
        )
        number = pygame.Rect(rect.right - layout.em(1.6), rect.top, layout.em(1.6), high)
        layout.label(
            f"count-{posture}",
            number,
            words.number(count),
            paint.strong(layout.scale, 20),
            palette().text,
            align="right",
            vertical="middle",
            says=words("common.labelled", label=card.title, text=words.number(count)),
        )
        bars = pygame.Rect(name.right + layout.px(8), 0, number.left - name.right - layout.px(16), round(high * 0.5))
        bars.centery = rect.centery
        if bars.width > 10:
            layout.add(
                Item(id=f"tally-{posture}", rect=bars, look=paint.Tally(count=count, colour=colour, gap=layout.px(6)))
            )


def _summary(table: Table) -> str:
    words, game = table.app.words, table.game
    used = {game.postures[proposal.seat] for proposal in game.proposals}
    allies = sum(len(proposal.allies) for proposal in game.proposals)
    parts = [
        words("debrief.mechanisms", count=len(game.proposals)),
        words("debrief.used_postures", count=len(used)),
        words("debrief.allies", count=allies),
        words("debrief.links", count=len(game.links)),
    ]
    return f"{words.list_of(parts)}."


def _resilience(layout: Layout, table: Table, column: Column) -> None:
    """The ratings, before and after."""
    words, game = layout.words, table.game
    column.heading("resilience-title", words("debrief.resilience"), 32)
    column.gap(6)
    told = averages(game)
    rated = [(activity, told[activity], len(given)) for activity, given in game.ratings.items() if activity in told]
    secret = kept_secret(game)
    titles = {activity.id: activity.title for _, activity in table.box.activities()}
    body = paint.body(layout.scale, 20)
    if rated:
        column.text("resilience-text", words("debrief.resilience_text"), body, palette().text)
    elif not secret:
        column.text("resilience-none", words("debrief.not_rated"), body, palette().text)
    if secret:
        column.gap(6 if rated else 0)
        column.text("resilience-secret", words("debrief.kept_secret", count=MIN_GIVEN), body, palette().text)
    column.gap(12)
    scale = table.box.description.scale
    shades = (theme.mixed(palette().text_second, palette().panel, 0.4), palette().done)
    for one in table.box.description.consequences if rated else ():
        _rated_row(
            layout, column, one.id, one.title, one.icon, [mean[one.id] for _, mean, _ in rated][-2:], scale.most, shades
        )
    for index, (activity, _, given) in enumerate(rated[-2:]):
        rect = column.block(max(layout.px(28), layout.em(1.4)))
        swatch = pygame.Rect(rect.left, 0, layout.px(28), layout.px(14))
        swatch.centery = rect.centery
        colour = shades[index if len(rated) > 1 else 1]
        layout.panel(f"swatch-{index}", swatch, colour, radius=4)
        area = pygame.Rect(swatch.right + layout.px(10), rect.top, rect.width - layout.px(40), rect.height)
        layout.label(
            f"legend-{index}",
            area,
            words("debrief.rated_by", title=titles[activity], count=given),
            paint.body(layout.scale, 17),
            palette().text_second,
            vertical="middle",
            smallest=10,
        )
    column.gap(14)


def _rated_row(
    layout: Layout,
    column: Column,
    name: str,
    title: str,
    icon: str,
    means: list[float],
    most: int,
    shades: tuple[theme.Colour, theme.Colour],
) -> None:
    words = layout.words
    high = max(layout.px(50), layout.em(2.2))
    text = " → ".join(words.number(mean, 1) for mean in means)
    line = paint.body(layout.scale, 20)
    under = column.width < layout.em(17)
    rect = column.block(high if not under else high + line.line_height)
    layout.panel(f"line-{name}", pygame.Rect(rect.left, rect.top, rect.width, 1), palette().line, radius=0)
    symbol = pygame.Rect(rect.left, rect.top, layout.px(34), high)
    layout.add(
        Item(
            id=f"rated-icon-{name}",
            rect=symbol,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=layout.px(26), colour=palette().text),
        )
    )
    label = pygame.Rect(
        symbol.right + layout.px(6), rect.top, layout.em(7.4) if not under else rect.width - layout.px(40), high
    )
    layout.label(f"rated-{name}", label, title, line, palette().text, vertical="middle", smallest=10, role=Role.DECOR)
    value = pygame.Rect(
        rect.right - layout.em(4.4), rect.top if not under else rect.top + line.line_height, layout.em(4.4), high
    )
    layout.label(
        f"rated-value-{name}",
        value,
        text,
        paint.strong(layout.scale, 20),
        palette().text,
        align="right",
        vertical="middle",
        smallest=10,
        says=words("common.labelled", label=title, text=text),
    )
    left = label.right + layout.px(6) if not under else label.left
    bars = pygame.Rect(left, 0, value.left - left - layout.px(10), layout.px(30))
    bars.centery = value.centery
    values = tuple((mean / most, shade) for mean, shade in zip(means, shades[-len(means) :], strict=True))
    if bars.width > 10:
        layout.add(
            Item(
                id=f"bars-{name}",
                rect=bars,
                look=paint.Bars(values=values, track=theme.mixed(palette().line, palette().panel, 0.6)),
            )
        )


def _said(layout: Layout, table: Table, column: Column) -> None:
    """The notes, tied to their cards."""
    words, game = layout.words, table.game
    column.heading("said-title", words("debrief.said"), 32)
    column.gap(10)
    if not game.notes and not game.takeaways:
        column.text("said-none", words("debrief.nothing_said"), paint.body(layout.scale, 20), palette().text)
    for note in game.notes:
        title = table_card_title(table, note.card)
        who = table.name_of(note.person) if note.person else ""
        _quote(layout, table, column, f"note-{note.id}", title, who, note.text, note.card)
    if game.takeaways:
        column.gap(6)
        style = Type(Face.TITLE_700, layout.scale.text(24))
        column.text("takeaways-title", words("debrief.takeaways"), style, palette().text, role=Role.HEADING)
        column.gap(8)
        for player, text in game.takeaways.items():
            _quote(layout, table, column, f"takeaway-{player}", table.name_of(player), "", text, None)


def table_card_title(table: Table, card: object) -> str:
    """The title of the card a note is tied to."""
    return card_name(str(card), table.box) if card is not None else ""


def _quote(
    layout: Layout, table: Table, column: Column, name: str, title: str, who: str, text: str, card: object
) -> None:
    colour = palette().text_second
    proposal = table.game.proposal(card) if card is not None else None  # type: ignore[arg-type]
    if proposal is not None:
        colour = theme.colour_of(table.box.postures[table.game.postures[proposal.seat]].colour)
    bold, body = paint.strong(layout.scale, 19), paint.body(layout.scale, 20)
    pad = layout.px(14)
    room = column.width - 2 * pad - layout.px(8)
    head = " · ".join(part for part in (title, who) if part)
    bold = layout.unbroken(head, bold, room)
    said = layout.words("table.quote", text=text)
    height = (layout.text_height(head, bold, room) if head else 0) + layout.text_height(said, body, room) + 2 * pad
    rect = column.block(height)
    layout.panel(f"{name}-panel", rect, palette().leaf, radius=10)
    layout.panel(f"{name}-edge", pygame.Rect(rect.left, rect.top, layout.px(8), rect.height), colour, radius=3)
    top = rect.top + pad
    if head:
        area = pygame.Rect(rect.left + pad + layout.px(8), top, room, layout.text_height(head, bold, room))
        layout.label(f"{name}-head", area, head, bold, palette().text)
        top = area.bottom
    area = pygame.Rect(rect.left + pad + layout.px(8), top, room, layout.text_height(said, body, room))
    layout.label(f"{name}-text", area, said, body, palette().text)
    column.gap(12)


def _question_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The question asked to the table, others to choose from, and the next step."""
    words, game, doing = layout.words, table.game, table.doing
    assert doing is not None
    questions = list(questions_of(game.box, doing))
    here = questions.index(game.question) if game.question in questions else 0
    others = []
    if len(questions) > 1:
        before, following = questions[(here - 1) % len(questions)], questions[(here + 1) % len(questions)]
        others = [
            Action(
                "previous-question",
                words("debrief.previous"),
                AskQuestion(by=FACILITATOR, question=before),
                "arrow-left",
            ),
            Action(
                "next-question", words("debrief.another"), AskQuestion(by=FACILITATOR, question=following), "repeat"
            ),
        ]
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
        others=tuple(others),
    )


def _steps(table: Table) -> tuple[int, int]:
    """Which of the part's talks is being held, and how many there are: marks and cards are no steps of it."""
    part, doing = table.game.part, table.doing
    assert part is not None
    assert doing is not None
    ids = [one.id for one in part.activities if one.kind in TALKS]
    return ids.index(doing.id) + 1, len(ids)
