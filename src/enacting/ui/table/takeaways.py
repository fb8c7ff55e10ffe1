"""The sentences that people take away, one each, at the end of the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH, WORD_LENGTH, PlayerId
from enacting.engine.moves import EndActivity, LeaveTakeaway, LeaveWord
from enacting.ui.destinations import EraseWords, NextStepForm
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import ReadingOrder, Role
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import next_steps, side_panel
from enacting.ui.table.prompt import question_of_the_moment

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Each person's sentence; a click to write or change it."""
    game = table.game
    layout.panel("panel-takeaways", area, palette().panel)
    column = Column(layout, layout.inset(area, Space.WIDE), "takeaways")
    assert table.doing is not None
    column.heading("takeaways-heading", table.doing.title, theme.TITLE)
    column.gap(Space.TINY)
    column.text("takeaways-text", table.doing.text, body_type(layout.scale, 22), palette().text_second)
    column.gap(Space.MEDIUM)
    for player in game.present:
        _row(table, column, player.id)
        column.gap(Space.MEDIUM)
    next_steps.lay_out_list(column, table)
    column.end()


def _row(table: Table, column: Column, player: PlayerId) -> None:
    layout, words = column.layout, column.layout.words
    text, name = table.game.takeaways.get(player, ""), table.name_of(player)
    shown = words("table.quote", text=text) if text else words("debrief.no_takeaway")
    word = table.game.farewells.get(player, "")
    head = words("common.labelled", label=name, text=word) if word else name
    token = layout.length(52, 2)
    with column.button_box(
        f"write-{player}",
        words("common.labelled", label=head, text=shown),
        lambda: _write(table, player),
        state=words("debrief.written" if text else "debrief.to_write"),
        before=token + layout.px(Space.LARGE),
        min_height=token,
        border_width=5 if table.writing == player else 2,
    ) as box:
        bold, body = bold_type(layout.scale, 22), body_type(layout.scale, 22)
        box.text(f"write-name-{player}", head, bold, palette().text, role=Role.DECOR)
        ink = palette().text if text else palette().text_second
        box.text(f"write-text-{player}", shown, body, ink, role=Role.DECOR)
    disc = place(layout.inset(box.frame, Space.MEDIUM), token, token, "midleft")
    layout.token(f"write-token-{player}", disc, table.initial(player), table.colour_of(player))


def _write(table: Table, player: PlayerId) -> None:
    """Write somebody's sentence; the one being written is kept."""
    if table.writing is not None:
        keep_takeaway(table)
    table.write_for(player)


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Whose sentence is next, or the field in which one is written."""
    if table.writing is None:
        _lay_out_next(layout, table, area)
    else:
        _lay_out_writing(layout, table, area, table.writing)


def _lay_out_next(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Who writes next; the end once everybody has."""
    words, game, finish = layout.words, table.game, layout.words("debrief.finish")
    missing = [player.id for player in game.present if player.id not in game.takeaways]
    others: tuple[Action, ...] = ()
    if missing:
        following = missing[0]
        text = words("debrief.takeaways_missing", count=len(missing))
        write = words("debrief.write", name=table.name_of(following))
        main = Action("write-next", write, lambda: _write(table, following), "note-pencil")
        others = (Action("finish", finish, lambda: _ask_to_finish(table, len(missing)), "flag-checkered"),)
    else:
        text = words("debrief.takeaways_done")
        main = Action("go-on", finish, EndActivity(by=FACILITATOR), "flag-checkered")
        others = (Action("next-step", words("next_steps.begin"), NextStepForm(), "plus"),)
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


def _lay_out_writing(layout: Layout, table: Table, area: pygame.Rect, writing: PlayerId) -> None:
    """The field for somebody's sentence, the timer, and the button that keeps it."""
    words = layout.words
    name, text = table.name_of(writing), words("debrief.takeaway_help")
    height = side_panel.turn_panel_height(layout, table, area.width, name, text)
    panel, turn, main = layout.stack(area, (REST, height, layout.action_height()), Space.MEDIUM)
    keep = Action("keep-takeaway", words("debrief.keep_takeaway"), lambda: keep_takeaway(table), "check", GO, main=True)
    with layout.read_as(ReadingOrder.ACTIONS):
        layout.action(main, keep, size=26)
    side_panel.turn_panel(layout, table, turn, words("debrief.takeaway_of"), name, text)
    layout.panel("takeaway-panel", panel, palette().panel)
    start, word = table.game.takeaways.get(writing, ""), table.game.farewells.get(writing, "")
    erase = layout.button_height(18) if (start or word) and not table.session.read_only else 0
    rows = (layout.row_height(), REST, erase) if erase else (layout.row_height(), REST)
    first, sentence, *last = layout.stack(layout.inset(panel, Space.WIDE), rows, Space.MEDIUM)
    layout.field(
        "farewell",
        first,
        table.app.field("farewell", word, WORD_LENGTH),
        words("debrief.word_of", name=name),
        placeholder=words("debrief.word_placeholder"),
        intent=lambda: table.app.focus_on("takeaway"),
        size=24,
    )
    for rect in last:
        text = words("erase_words.button")
        forget = Action("erase-words", text, EraseWords(writing), "trash", says=words("debrief.erase_of", name=name))
        layout.action(rect, forget, size=18, style=button_styles().quiet, align="left")
    layout.field(
        "takeaway",
        sentence,
        table.app.field("takeaway", start, SENTENCE_LENGTH, multiline=True),
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
    sentence = table.app.field("takeaway").text.text.strip()
    word = table.app.field("farewell", "", WORD_LENGTH).text.text.strip()
    table.stop_writing()
    if word and word != table.game.farewells.get(writing):
        table.play(LeaveWord(by=writing, player=writing, word=word))
    if sentence and sentence != table.game.takeaways.get(writing):
        table.play(LeaveTakeaway(by=writing, player=writing, words=sentence))
    table.app.forget_fields("takeaway")
    table.app.forget_fields("farewell")
    table.app.focus = ""
