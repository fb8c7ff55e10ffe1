"""The sentences that people take away, one each, at the end of the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH, PlayerId
from enacting.engine.moves import EndActivity, LeaveTakeaway
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Reading, Role
from enacting.ui.items.layout import Layout
from enacting.ui.table import side_panel
from enacting.ui.table.prompt import question_of_the_moment

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Each person's sentence; a click to write or change it."""
    game = table.game
    layout.panel("panel-takeaways", area, palette().panel, radius=20)
    column = Column(layout, area.inflate(-2 * layout.px(30), -2 * layout.px(26)), "takeaways")
    assert table.doing is not None
    column.heading("takeaways-heading", table.doing.title, theme.TITLE)
    column.gap(4)
    column.text("takeaways-text", table.doing.text, paint.body(layout.scale, 22), palette().text_second)
    column.gap(14)
    for player in game.present:
        _row(layout, table, column, player.id)
    column.end()


def _row(layout: Layout, table: Table, column: Column, player: PlayerId) -> None:
    words, game = layout.words, table.game
    text = game.takeaways.get(player, "")
    shown = words("table.quote", text=text) if text else words("debrief.no_takeaway")
    bold, body = paint.strong(layout.scale, 22), paint.body(layout.scale, 22)
    token = max(layout.px(52), layout.em(2))
    room = column.width - token - layout.px(60)
    name = table.name_of(player)
    line = layout.text_height(name, bold, room)
    height = max(token, line + layout.text_height(shown, body, room)) + layout.px(22)
    rect = column.block(height)
    writing = table.writing == player
    look = paint.Button(
        text="",
        type=body,
        style=paint.styles().soft,
        radius=layout.px(12),
        smallest=9,
        border_width=layout.px(5) if writing else layout.px(2),
    )
    state = words("debrief.written") if text else words("debrief.to_write")
    layout.add(
        Item(
            id=f"write-{player}",
            rect=rect,
            look=look,
            role=Role.BUTTON,
            name=words("common.labelled", label=name, text=shown),
            state=state,
            intent=lambda: _write(table, player),
        )
    )
    disc = pygame.Rect(rect.left + layout.px(16), 0, token, token)
    disc.centery = rect.centery
    layout.add(
        Item(
            id=f"write-token-{player}",
            rect=disc,
            look=paint.Token(letter=table.initial(player), colour=table.colour_of(player)),
        )
    )
    left = disc.right + layout.px(18)
    layout.label(
        f"write-name-{player}",
        pygame.Rect(left, rect.top + layout.px(11), room, line),
        name,
        bold,
        palette().text,
        role=Role.DECOR,
    )
    area = pygame.Rect(left, rect.top + layout.px(11) + line, room, height - line - layout.px(22))
    layout.label(
        f"write-text-{player}",
        area,
        shown,
        body,
        palette().text if text else palette().text_second,
        role=Role.DECOR,
    )
    column.gap(10)


def _write(table: Table, player: PlayerId) -> None:
    """Write somebody's sentence; the one being written is kept."""
    if table.writing is not None:
        keep_takeaway(table)
    table.write_for(player)


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Whose sentence is next, or the field in which one is written."""
    words, game = layout.words, table.game
    missing = [one.id for one in game.present if one.id not in game.takeaways]
    writing = table.writing
    if writing is None:
        text = words("debrief.takeaways_missing", count=len(missing)) if missing else words("debrief.takeaways_done")
        following = missing[0] if missing else None
        main = (
            Action(
                "write-next",
                words("debrief.write", name=table.name_of(following)),
                lambda: _write(table, following),
                "note-pencil",
            )
            if following is not None
            else Action("go-on", words("debrief.finish"), EndActivity(by=FACILITATOR), "flag-checkered")
        )
        others = (
            (Action("finish", words("debrief.finish"), lambda: _ask_to_finish(table, len(missing)), "flag-checkered"),)
            if missing
            else ()
        )
        assert table.doing is not None
        side_panel.lay_out(
            layout,
            table,
            area,
            card=question_of_the_moment(table),
            who=words("table.everybody"),
            name=table.doing.title,
            text=text,
            main=main,
            others=others,
        )
        return
    gap, high = layout.px(14), max(layout.px(70), layout.em(2.9))
    main_rect = pygame.Rect(area.left, area.bottom - high, area.width, high)
    with layout.read_as(Reading.ACTIONS):
        layout.button(
            "keep-takeaway",
            main_rect,
            words("debrief.keep_takeaway"),
            lambda: keep_takeaway(table),
            style=paint.styles().main,
            size=26,
            main=True,
            icon="check",
        )
    name, text = table.name_of(writing), words("debrief.takeaway_help")
    turn_height = side_panel.turn_panel_height(layout, table, area.width, name, text)
    turn = pygame.Rect(area.left, main_rect.top - gap - turn_height, area.width, turn_height)
    side_panel.turn_panel(layout, table, turn, words("debrief.takeaway_of"), name, text)
    panel = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
    layout.panel("takeaway-panel", panel, palette().panel, radius=18)
    layout.field(
        "takeaway",
        panel.inflate(-2 * layout.px(22), -2 * layout.px(22)),
        table.app.field("takeaway", game.takeaways.get(writing, ""), SENTENCE_LENGTH, multiline=True),
        words("debrief.write", name=name),
        placeholder=words("debrief.takeaway_placeholder"),
        intent=lambda: keep_takeaway(table),
        size=24,
    )


def _ask_to_finish(table: Table, missing: int) -> None:
    """Sentences are missing: ask before the session ends."""
    words = table.app.words
    choices = [
        Choice(words("debrief.go_on_writing"), main=True),
        Choice(words("debrief.finish"), lambda: table.play(EndActivity(by=FACILITATOR))),
    ]
    text = words("debrief.takeaways_missing", count=missing)
    table.app.open(MessageDialog(table.app, words("debrief.finish_title"), [text], choices))


def keep_takeaway(table: Table) -> None:
    """Keep the sentence typed, then go to the next person who has none."""
    writing = table.writing
    assert writing is not None
    said = table.app.field("takeaway").text.text.strip()
    table.stop_writing()
    if said and said != table.game.takeaways.get(writing):
        table.play(LeaveTakeaway(by=writing, player=writing, words=said))
    table.app.forget_fields("takeaway")
    table.app.focus = ""
