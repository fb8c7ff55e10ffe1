"""Rating in secret: a curtain before each person, then their marks, then the curtain again.

Law: while the curtain is drawn, nobody's marks are on the screen or in what is read aloud. It has been
seen before it can be lifted: two quick presses never lead from one person's marks to the next person's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind, Consequence
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import FACILITATOR, PlayerId
from enacting.engine.moves import DoNotRate, EndActivity, Rate
from enacting.ui.destinations import Menu, Prompt
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column, centred
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.curtain import Rating

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


ROOM_FOR_LARGE_TYPE: Final = 60
"""How many ems wide a window must be for the largest letters."""


def lay_out(layout: Layout, table: Table) -> None:
    """The curtain, or the marks of the person who lifted it."""
    layout.panel("curtain", layout.rect, palette().table, radius=0)
    player = next_to_speak(table.game)
    assert player is not None
    with layout.read_as(ReadingOrder.ALWAYS):
        _corner(layout, table)
    if table.curtain.open_for == _rating(table, player):
        _marks(layout, table, player)
    else:
        _curtain(layout, table, player)


def _corner(layout: Layout, table: Table) -> None:
    """Help, undo, the menu and, while the curtain is drawn, a question for those who wait stay within reach."""
    words, side = layout.words, _corner_side(layout)
    undo = table.undo if table.can_undo else None
    asks = not table.secret and table.prompts()
    actions = (
        Action("menu", words("table.menu"), Menu(), "list", "m"),
        Action("help", words("table.help"), table.help, "question", "f1"),
        *((Action("prompt", words("table.prompt"), Prompt(), "chat-circle-dots", "q"),) if asks else ()),
        Action("undo", table.undo_name, undo, "arrow-u-up-left", "ctrl+z"),
    )
    layout.icon_buttons(layout.stack(layout.inset(layout.rect, Space.WIDE), (side,))[0], actions, side)


def _corner_side(layout: Layout) -> int:
    return layout.length(48, 1.9)


def _curtain(layout: Layout, table: Table, player: PlayerId) -> None:
    words, name, doing = layout.words, table.name_of(player), table.doing
    assert doing is not None
    is_wide = layout.columns >= ROOM_FOR_LARGE_TYPE
    title = Type(Face.TITLE_800, layout.scale.text(78 if is_wide else 44))
    area = layout.inset(layout.rect, 60, Space.HUGE)
    area = place(area, min(area.width, layout.em(62)), area.height)
    with centred(layout, area) as stack:
        token = layout.px(170)
        layout.token("curtain-token", stack.block(token), table.initial(player), table.colour_of(player))
        stack.gap(Space.WIDE)
        text = words("rating.pass_to", name=name)
        stack.text("curtain-title", text, title, palette().light_ink, align="centre", balanced=True, role=Role.HEADING)
        stack.gap(Space.WIDE)
        secret = stack.narrowed(layout.em(50))
        secret.text(
            "curtain-secret",
            _secret(table),
            body_type(layout.scale, 30 if is_wide else 22),
            palette().light_ink_second,
            align="centre",
            balanced=True,
        )
        stack.block(secret.height)
        stack.gap(Space.HUGE)
        button = stack.block(layout.action_height())
        lift = Action("its-me", words("rating.its_me", name=name), lambda: _open(table, player), main=True)
        layout.action(place(button, min(button.width, layout.length(560, 20)), button.height), lift, size=28)
        stack.gap(Space.WIDE)
        why, style = f"{doing.title} · {doing.text}", body_type(layout.scale, 20)
        stack.text("curtain-why", why, style, palette().light_ink_second, align="centre")
        stack.gap(Space.LARGE)
        leave_out = DoNotRate(by=player, player=player)
        others = (
            Action("do-not-rate", words("rating.leave_out", name=name), leave_out),
            Action("skip-activity", words("table.skip_activity"), EndActivity(by=FACILITATOR), "fast-forward"),
        )
        row = stack.block(layout.button_height(20))
        row = place(row, min(row.width, layout.em(42)), row.height)
        layout.buttons(row, others, size=19, style=button_styles().on_table)


def _secret(table: Table) -> str:
    """What is kept secret; that the projector is to be turned off, unless the room has a window of its own."""
    words, room = table.words, table.app.room
    if table.alone or (room is not None and room.is_apart):
        return words("rating.secret")
    return f"{words('rating.secret')} {words('rating.projector')}"


def _rating(table: Table, player: PlayerId) -> Rating:
    assert table.doing is not None
    return table.doing.id, player


def _open(table: Table, player: PlayerId) -> None:
    if table.curtain.lift(_rating(table, player), table.app.frames_shown):
        _go_to_missing(table)


def _missing(table: Table) -> list[Consequence]:
    """The consequences that have no mark yet."""
    chosen = table.curtain.chosen
    return [consequence for consequence in table.box.description.consequences if consequence.id not in chosen]


def _go_to_missing(table: Table) -> None:
    """The focus goes to the first row without a mark; to what gives them, where none is left."""
    missing = _missing(table)
    table.app.focus = f"mark-{missing[0].id}-{table.box.description.scale.least}" if missing else "give-marks"


def _question(table: Table) -> str:
    """What is rated: how the area would cope as it is, then with what the table has built."""
    words, scale, system = table.words, table.box.description.scale, table.game.system_name
    ratings = [activity.id for _, activity in table.box.activities() if activity.kind is ActivityKind.RATE]
    if table.doing is None or table.doing.id == ratings[0] or not table.game.proposals:
        return words("rating.text", least=scale.least, most=scale.most)
    named = words("rating.system", name=system) if system else words("rating.nameless")
    return words("rating.text_after", system=named, least=scale.least, most=scale.most)


def _marks(layout: Layout, table: Table, player: PlayerId) -> None:
    """A row for each consequence, a button for each mark."""
    words, consequences = layout.words, table.box.description.consequences
    missing = _missing(table)
    below_corner = layout.stack(layout.rect, (_corner_side(layout), REST), Space.WIDE)[1]
    footer = (_give(table, player, missing=len(missing)),)
    title = words("rating.title", name=table.name_of(player))
    with dialog(
        layout, "marks", title, width=48, min_width=1180, footer=footer, large_footer=True, within=below_corner
    ) as column:
        column.gap(Space.SMALL)
        text = _question(table)
        column.text("marks-text", text, body_type(layout.scale, 22), palette().text_second)
        for consequence in consequences:
            column.gap(Space.WIDE)
            _row(table, column, consequence, by_digits=consequence in missing[:1])


def _give(table: Table, player: PlayerId, *, missing: int) -> Action:
    """The button that gives the marks, which says how many are missing."""
    if missing:
        return Action("give-marks", table.words("rating.missing", count=missing), None, style=button_styles().cannot)
    move = Rate(by=player, player=player, marks=table.curtain.chosen)
    return Action("give-marks", table.words("rating.give"), move, "check", main=True)


def _row(table: Table, column: Column, consequence: Consequence, *, by_digits: bool) -> None:
    """A consequence and its marks; digits choose in the first row that has none."""
    layout, scale, name = column.layout, table.box.description.scale, consequence.id
    crisis = table.box.crises[table.game.crisis].consequences.get(name, "")
    count, side = scale.most - scale.least + 1, layout.length(84, 2.8)
    marks_width = count * side + (count - 1) * layout.px(Space.MEDIUM)
    icon_width, gap = layout.px(44), layout.px(Space.WIDE)
    is_beside = column.width - marks_width - gap >= layout.em(15)
    before, beside = icon_width + layout.px(Space.LARGE), marks_width + gap if is_beside else 0
    with column.box(
        f"marks-row-{name}", None, pad=0, before=before, beside=beside, min_height=side if is_beside else 0
    ) as box:
        box.text(f"marks-name-{name}", consequence.title, bold_type(layout.scale, 24), palette().text)
        box.text(f"marks-crisis-{name}", crisis, body_type(layout.scale, 20), palette().text_second)
        if name in table.curtain.hidden and name not in table.curtain.marks:
            box.text(f"marks-kept-{name}", layout.words("rating.kept"), bold_type(layout.scale, 20), palette().text)
    icon = place(box.frame, icon_width, min(box.frame.height, layout.px(60)), "topleft")
    layout.symbol(f"marks-icon-{name}", icon, consequence.icon, layout.px(38), palette().text)
    if is_beside:
        row = place(box.frame, marks_width, side, "midright")
    else:
        column.gap(Space.SMALL)
        row = place(column.block(side), marks_width, side, "midright")
    marks = range(scale.least, scale.most + 1)
    for mark, rect in zip(marks, layout.split(row, count, Space.MEDIUM), strict=True):
        layout.choice(
            f"mark-{name}-{mark}",
            rect,
            layout.words.number(mark),
            _give_mark(table, name, mark),
            chosen=table.curtain.marks.get(name) == mark,
            size=26,
            keys=str(mark) if by_digits and 0 <= mark <= 9 else "",
            says=layout.words(
                "rating.mark", consequence=consequence.title, mark=mark, least=scale.least, most=scale.most
            ),
            pad=4,
        )


def _give_mark(table: Table, name: ConsequenceId, mark: int) -> Act:
    def act() -> None:
        table.curtain.mark(name, mark)
        _go_to_missing(table)

    return act
