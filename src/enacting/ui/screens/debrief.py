"""The debrief on the screen: what was built, how the territory would cope, what was said; then the harvest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import questions_of
from enacting.engine.board import ActivityId, ActivityKind
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH, Game, PlayerId
from enacting.engine.moves import AskQuestion, EndActivity, LeaveTakeaway
from enacting.ui import paint, theme
from enacting.ui.icons import Weight
from enacting.ui.item import Item, Reading, Role
from enacting.ui.screens import side
from enacting.ui.screens.board_view import SHAPE, lay_out_small
from enacting.ui.screens.frame import Places
from enacting.ui.screens.message import Choice, MessageDialog
from enacting.ui.screens.naming import ask_report_of
from enacting.ui.screens.prompt import question_of_the_moment
from enacting.ui.screens.side import Action
from enacting.ui.sheet import Column, Sheet, weighted
from enacting.ui.typeset import Face, Type

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table

TALKS = (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)
"""What people call a step of the debrief."""


def lay_out(sheet: Sheet, table: Table, places: Places) -> None:
    """Three panels, two in a box without ratings, or what people write; the question and what is next at the side."""
    doing = table.doing
    if doing is not None and doing.kind is ActivityKind.TAKEAWAYS:
        _takeaways(sheet, table, places.board)
        _takeaway_side(sheet, table, places.side)
        return
    gap = sheet.px(18)
    narrow = sheet.columns < 64
    rates = any(activity.kind is ActivityKind.RATE for _, activity in table.box.activities())
    panels = weighted(places.board, (48, 48, 46) if rates and not narrow else (1, 1), gap)
    insides = []
    for index, rect in enumerate(panels):
        sheet.panel(f"panel-{index}", rect, theme.PANEL, radius=20)
        insides.append(rect.inflate(-2 * sheet.px(24), -2 * sheet.px(22)))
    first = Column(sheet, insides[0], "built")
    _built(sheet, table, first)
    if rates and narrow:
        first.gap(24)
        _resilience(sheet, table, first)
    _small_board(sheet, table, first)
    first.end()
    if rates and not narrow:
        _one(sheet, table, insides[1], _resilience)
    _one(sheet, table, insides[-1], _said)
    if doing is None:
        _harvest_side(sheet, table, places.side)
    else:
        _question_side(sheet, table, places.side)


def _small_board(sheet: Sheet, table: Table, column: Column) -> None:
    """The board itself, where the panel has room for it."""
    room = column.room() - sheet.px(18)
    width = min(column.width, round(room * SHAPE[0] / SHAPE[1]))
    if table.game.postures and width >= sheet.px(260):
        column.gap(18)
        rect = column.block(round(width * SHAPE[1] / SHAPE[0]))
        lay_out_small(sheet, table, pygame.Rect(rect.left, rect.top, width, rect.height))


def _one(sheet: Sheet, table: Table, rect: pygame.Rect, fill: Callable[[Sheet, Table, Column], None]) -> None:
    column = Column(sheet, rect, fill.__name__)
    fill(sheet, table, column)
    column.end()


def _built(sheet: Sheet, table: Table, column: Column) -> None:
    """How many mechanisms under each posture."""
    words, game = sheet.words, table.game
    title = game.system_name or words("debrief.built")
    column.heading("built-title", title, 32)
    column.gap(6)
    column.text("built-text", _summary(table), paint.body(sheet.scale, 20), theme.TEXT)
    column.gap(12)
    style = Type(Face.TITLE_700, sheet.scale.text(22))
    column.text("postures-title", words("debrief.postures"), style, theme.TEXT, role=Role.HEADING)
    column.gap(4)
    bold = paint.body(sheet.scale, 20)
    counts = dict.fromkeys(table.box.postures, 0)
    for proposal in game.proposals:
        counts[game.postures[proposal.seat]] += 1
    high = max(sheet.px(56), sheet.em(2.3))
    for posture, count in counts.items():
        card = table.box.postures[posture]
        colour = theme.colour_of(card.colour)
        rect = column.block(high)
        sheet.panel(f"line-{posture}", pygame.Rect(rect.left, rect.top, rect.width, 1), theme.LINE, radius=0)
        mark = pygame.Rect(rect.left, 0, round(high * 0.5), round(high * 0.5))
        mark.centery = rect.centery
        look = paint.Mark(shape=card.shape, fill=colour, icon="", ground=theme.PANEL)
        sheet.add(Item(id=f"mark-{posture}", rect=mark, look=look))
        icon = mark.move(mark.width + sheet.px(6), 0)
        symbol = paint.Symbol(icon=card.art.icon, weight=Weight.FILL, size=icon.width, colour=theme.TEXT)
        sheet.add(Item(id=f"icon-{posture}", rect=icon, look=symbol))
        name = pygame.Rect(icon.right + sheet.px(8), rect.top, min(sheet.em(7.2), rect.width // 2), high)
        sheet.label(
            f"posture-{posture}", name, card.title, bold, theme.TEXT, vertical="middle", smallest=10, role=Role.DECOR
        )
        number = pygame.Rect(rect.right - sheet.em(1.6), rect.top, sheet.em(1.6), high)
        sheet.label(
            f"count-{posture}",
            number,
            words.number(count),
            paint.strong(sheet.scale, 20),
            theme.TEXT,
            align="right",
            vertical="middle",
            says=words("common.labelled", label=card.title, text=words.number(count)),
        )
        bars = pygame.Rect(name.right + sheet.px(8), 0, number.left - name.right - sheet.px(16), round(high * 0.5))
        bars.centery = rect.centery
        if bars.width > 10:
            sheet.add(
                Item(id=f"tally-{posture}", rect=bars, look=paint.Tally(count=count, colour=colour, gap=sheet.px(6)))
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


def averages(game: Game) -> list[tuple[ActivityId, dict[ConsequenceId, float], int]]:
    """For each rating activity given by somebody: its id, the average by consequence, how many rated."""
    found = []
    for activity, given in game.ratings.items():
        marks = list(given.values())
        if marks:
            mean = {
                one.id: sum(mark[one.id] for mark in marks) / len(marks) for one in game.box.description.consequences
            }
            found.append((activity, mean, len(marks)))
    return found


def _resilience(sheet: Sheet, table: Table, column: Column) -> None:
    """The ratings, before and after."""
    words, game = sheet.words, table.game
    column.heading("resilience-title", words("debrief.resilience"), 32)
    column.gap(6)
    rated = averages(game)
    titles = {activity.id: activity.title for _, activity in table.box.activities()}
    if not rated:
        column.text("resilience-none", words("debrief.not_rated"), paint.body(sheet.scale, 20), theme.TEXT)
    else:
        column.text("resilience-text", words("debrief.resilience_text"), paint.body(sheet.scale, 20), theme.TEXT)
    column.gap(12)
    scale = table.box.description.scale
    shades = (theme.mixed(theme.TEXT_SECOND, theme.PANEL, 0.4), theme.DONE)
    for one in table.box.description.consequences if rated else ():
        _rated_row(
            sheet, column, one.id, one.title, one.icon, [mean[one.id] for _, mean, _ in rated][-2:], scale.most, shades
        )
    for index, (activity, _, given) in enumerate(rated[-2:]):
        rect = column.block(max(sheet.px(28), sheet.em(1.4)))
        swatch = pygame.Rect(rect.left, 0, sheet.px(28), sheet.px(14))
        swatch.centery = rect.centery
        colour = shades[index if len(rated) > 1 else 1]
        sheet.panel(f"swatch-{index}", swatch, colour, radius=4)
        area = pygame.Rect(swatch.right + sheet.px(10), rect.top, rect.width - sheet.px(40), rect.height)
        sheet.label(
            f"legend-{index}",
            area,
            words("debrief.rated_by", title=titles[activity], count=given),
            paint.body(sheet.scale, 17),
            theme.TEXT_SECOND,
            vertical="middle",
            smallest=10,
        )
    column.gap(14)


def _rated_row(
    sheet: Sheet,
    column: Column,
    name: str,
    title: str,
    icon: str,
    means: list[float],
    most: int,
    shades: tuple[theme.Colour, theme.Colour],
) -> None:
    words = sheet.words
    high = max(sheet.px(50), sheet.em(2.2))
    text = " → ".join(words.number(mean, 1) for mean in means)
    line = paint.body(sheet.scale, 20)
    under = column.width < sheet.em(17)
    rect = column.block(high if not under else high + line.line_height)
    sheet.panel(f"line-{name}", pygame.Rect(rect.left, rect.top, rect.width, 1), theme.LINE, radius=0)
    symbol = pygame.Rect(rect.left, rect.top, sheet.px(34), high)
    sheet.add(
        Item(
            id=f"rated-icon-{name}",
            rect=symbol,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=sheet.px(26), colour=theme.TEXT),
        )
    )
    label = pygame.Rect(
        symbol.right + sheet.px(6), rect.top, sheet.em(7.4) if not under else rect.width - sheet.px(40), high
    )
    sheet.label(f"rated-{name}", label, title, line, theme.TEXT, vertical="middle", smallest=10, role=Role.DECOR)
    value = pygame.Rect(
        rect.right - sheet.em(4.4), rect.top if not under else rect.top + line.line_height, sheet.em(4.4), high
    )
    sheet.label(
        f"rated-value-{name}",
        value,
        text,
        paint.strong(sheet.scale, 20),
        theme.TEXT,
        align="right",
        vertical="middle",
        smallest=10,
        says=words("common.labelled", label=title, text=text),
    )
    left = label.right + sheet.px(6) if not under else label.left
    bars = pygame.Rect(left, 0, value.left - left - sheet.px(10), sheet.px(30))
    bars.centery = value.centery
    values = tuple((mean / most, shade) for mean, shade in zip(means, shades[-len(means) :], strict=True))
    if bars.width > 10:
        sheet.add(
            Item(
                id=f"bars-{name}",
                rect=bars,
                look=paint.Bars(values=values, track=theme.mixed(theme.LINE, theme.PANEL, 0.6)),
            )
        )


def _said(sheet: Sheet, table: Table, column: Column) -> None:
    """The notes, tied to their cards."""
    words, game = sheet.words, table.game
    column.heading("said-title", words("debrief.said"), 32)
    column.gap(10)
    if not game.notes and not game.takeaways:
        column.text("said-none", words("debrief.nothing_said"), paint.body(sheet.scale, 20), theme.TEXT)
    for note in game.notes:
        title = table_card_title(table, note.card)
        who = table.name_of(note.person) if note.person else ""
        _quote(sheet, table, column, f"note-{note.id}", title, who, note.text, note.card)
    if game.takeaways:
        column.gap(6)
        style = Type(Face.TITLE_700, sheet.scale.text(24))
        column.text("takeaways-title", words("debrief.takeaways"), style, theme.TEXT, role=Role.HEADING)
        column.gap(8)
        for player, text in game.takeaways.items():
            _quote(sheet, table, column, f"takeaway-{player}", table.name_of(player), "", text, None)


def table_card_title(table: Table, card: object) -> str:
    """The title of the card a note is tied to."""
    from enacting.telling import card_name

    return card_name(str(card), table.box) if card is not None else ""


def _quote(
    sheet: Sheet, table: Table, column: Column, name: str, title: str, who: str, text: str, card: object
) -> None:
    colour = theme.TEXT_SECOND
    proposal = table.game.proposal(card) if card is not None else None  # type: ignore[arg-type]
    if proposal is not None:
        colour = theme.colour_of(table.box.postures[table.game.postures[proposal.seat]].colour)
    bold, body = paint.strong(sheet.scale, 19), paint.body(sheet.scale, 20)
    pad = sheet.px(14)
    room = column.width - 2 * pad - sheet.px(8)
    head = " · ".join(part for part in (title, who) if part)
    bold = sheet.unbroken(head, bold, room)
    said = sheet.words("table.quote", text=text)
    height = (sheet.text_height(head, bold, room) if head else 0) + sheet.text_height(said, body, room) + 2 * pad
    rect = column.block(height)
    sheet.panel(f"{name}-panel", rect, theme.LEAF, radius=10)
    sheet.panel(f"{name}-edge", pygame.Rect(rect.left, rect.top, sheet.px(8), rect.height), colour, radius=3)
    top = rect.top + pad
    if head:
        area = pygame.Rect(rect.left + pad + sheet.px(8), top, room, sheet.text_height(head, bold, room))
        sheet.label(f"{name}-head", area, head, bold, theme.TEXT)
        top = area.bottom
    area = pygame.Rect(rect.left + pad + sheet.px(8), top, room, sheet.text_height(said, body, room))
    sheet.label(f"{name}-text", area, said, body, theme.TEXT)
    column.gap(12)


def _question_side(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    """The question asked to the table, others to choose from, and the next step."""
    words, game, doing = sheet.words, table.game, table.doing
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
    side.lay_out(
        sheet,
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


def _takeaways(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    """Each person's sentence; a click to write or change it."""
    game = table.game
    sheet.panel("panel-takeaways", area, theme.PANEL, radius=20)
    column = Column(sheet, area.inflate(-2 * sheet.px(30), -2 * sheet.px(26)), "takeaways")
    assert table.doing is not None
    column.heading("takeaways-heading", table.doing.title, theme.TITLE)
    column.gap(4)
    column.text("takeaways-text", table.doing.text, paint.body(sheet.scale, 22), theme.TEXT_SECOND)
    column.gap(14)
    for player in game.present:
        _takeaway_row(sheet, table, column, player.id)
    column.end()


def _takeaway_row(sheet: Sheet, table: Table, column: Column, player: PlayerId) -> None:
    words, game = sheet.words, table.game
    text = game.takeaways.get(player, "")
    shown = words("table.quote", text=text) if text else words("debrief.no_takeaway")
    bold, body = paint.strong(sheet.scale, 22), paint.body(sheet.scale, 22)
    token = max(sheet.px(52), sheet.em(2))
    room = column.width - token - sheet.px(60)
    name = table.name_of(player)
    line = sheet.text_height(name, bold, room)
    height = max(token, line + sheet.text_height(shown, body, room)) + sheet.px(22)
    rect = column.block(height)
    writing = table.writing == player
    look = paint.Button(
        text="",
        type=body,
        dress=paint.SOFT,
        radius=sheet.px(12),
        smallest=9,
        border_width=sheet.px(5) if writing else sheet.px(2),
    )
    state = words("debrief.written") if text else words("debrief.to_write")
    sheet.add(
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
    disc = pygame.Rect(rect.left + sheet.px(16), 0, token, token)
    disc.centery = rect.centery
    sheet.add(
        Item(
            id=f"write-token-{player}",
            rect=disc,
            look=paint.Token(letter=table.initial(player), colour=table.colour_of(player)),
        )
    )
    left = disc.right + sheet.px(18)
    sheet.label(
        f"write-name-{player}",
        pygame.Rect(left, rect.top + sheet.px(11), room, line),
        name,
        bold,
        theme.TEXT,
        role=Role.DECOR,
    )
    area = pygame.Rect(left, rect.top + sheet.px(11) + line, room, height - line - sheet.px(22))
    sheet.label(
        f"write-text-{player}",
        area,
        shown,
        body,
        theme.TEXT if text else theme.TEXT_SECOND,
        role=Role.DECOR,
    )
    column.gap(10)


def _write(table: Table, player: PlayerId) -> None:
    """Write somebody's sentence; the one being written is kept."""
    if table.writing is not None:
        keep_takeaway(table)
    table.writing = player
    table.app.forget_fields("takeaway")
    table.app.focus = "takeaway"


def _takeaway_side(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    words, game = sheet.words, table.game
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
        side.lay_out(
            sheet,
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
    gap, high = sheet.px(14), max(sheet.px(70), sheet.em(2.9))
    main_rect = pygame.Rect(area.left, area.bottom - high, area.width, high)
    with sheet.read_as(Reading.ACTIONS):
        sheet.button(
            "keep-takeaway",
            main_rect,
            words("debrief.keep_takeaway"),
            lambda: keep_takeaway(table),
            dress=paint.MAIN,
            size=26,
            main=True,
            icon="check",
        )
    name, text = table.name_of(writing), words("debrief.takeaway_help")
    turn_height = side.turn_panel_height(sheet, table, area.width, name, text)
    turn = pygame.Rect(area.left, main_rect.top - gap - turn_height, area.width, turn_height)
    side.turn_panel(sheet, table, turn, words("debrief.takeaway_of"), name, text)
    panel = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
    sheet.panel("takeaway-panel", panel, theme.PANEL, radius=18)
    sheet.field(
        "takeaway",
        panel.inflate(-2 * sheet.px(22), -2 * sheet.px(22)),
        table.app.field("takeaway", game.takeaways.get(writing, ""), SENTENCE_LENGTH, multiline=True),
        words("debrief.write", name=name),
        focused=table.app.focus == "takeaway",
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
    table.writing = None
    if said and said != table.game.takeaways.get(writing):
        table.play(LeaveTakeaway(by=writing, player=writing, words=said))
    table.app.forget_fields("takeaway")
    table.app.focus = ""


def _harvest_side(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    """The session is over: where the harvest is, and what can be done with it."""
    words = sheet.words
    files = table.harvest_files
    panel = area.copy()
    gap = sheet.px(14)
    actions = [
        (
            "write-harvest",
            words("harvest_screen.write_again" if files else "naming.title"),
            lambda: ask_report_of(table),
            "file-text",
            paint.ON_TABLE,
        ),
        ("leave", words("harvest_screen.leave"), table.leave, "house", paint.ON_TABLE),
    ]
    if table.alone:
        prepare = (
            "prepare",
            words("harvest_screen.prepare"),
            lambda: prepare_a_session(table),
            "users",
            paint.ON_TABLE,
        )
        actions.insert(0, prepare)
    if files:
        actions.insert(
            0,
            (
                "open-folder",
                words("harvest_screen.open_folder"),
                lambda: open_folder(table),
                "folder-open",
                paint.ON_TABLE,
            ),
        )
        actions.insert(
            0, ("open-report", words("harvest_screen.open"), lambda: open_report(table), "file-html", paint.MAIN)
        )
    bottom = area.bottom
    rects: dict[int, pygame.Rect] = {}
    for index in reversed(range(len(actions))):
        high = max(sheet.px(70), sheet.em(2.9)) if index == 0 else sheet.button_height(21)
        rects[index] = pygame.Rect(area.left, bottom - high, area.width, high)
        bottom = rects[index].top - sheet.px(10)
    with sheet.read_as(Reading.ACTIONS):
        for index, (name, text, act, icon, dress) in enumerate(actions):
            sheet.button(
                name,
                rects[index],
                text,
                act,
                dress=paint.MAIN if index == 0 else dress,
                size=26 if index == 0 else 21,
                icon=icon,
                main=index == 0,
            )
    panel.height = bottom - gap - panel.top
    sheet.panel("harvest-panel", panel, theme.PANEL, radius=18)
    with sheet.read_as(Reading.TASK):
        _harvest_told(sheet, table, panel)


def _harvest_told(sheet: Sheet, table: Table, panel: pygame.Rect) -> None:
    """Where the report is."""
    words, files = sheet.words, table.harvest_files
    column = Column(sheet, panel.inflate(-2 * sheet.px(24), -2 * sheet.px(22)), "harvest")
    column.heading("harvest-title", words("harvest_screen.title" if files else "harvest_screen.none_title"), 32)
    column.gap(8)
    body = paint.body(sheet.scale, 21)
    column.text("harvest-text", words("harvest_screen.text" if files else "harvest_screen.none"), body, theme.TEXT)
    column.gap(12)
    for index, file in enumerate(files):
        column.text(f"harvest-file-{index}", file.name, paint.strong(sheet.scale, 18), theme.TEXT)
        column.gap(4)
    if files:
        column.text(
            "harvest-folder",
            words("harvest_screen.folder", folder=files[0].parent),
            paint.body(sheet.scale, 18),
            theme.TEXT_SECOND,
        )
    column.end()


def prepare_a_session(table: Table) -> None:
    """From a game played alone to the set-up of a session with others."""
    from enacting.ui.screens.title import Title

    table.leave()
    title = table.app.screen
    assert isinstance(title, Title)
    title.new_session()


def open_folder(table: Table) -> None:
    """Show the folder of the harvest with the system's own program."""
    from enacting.ui.system import show_in_system

    if not show_in_system(table.harvest_files[0].parent):
        table.app.say(table.app.words("harvest_screen.cannot_open", folder=table.harvest_files[0].parent))


def open_report(table: Table) -> None:
    """Show the report with the system's own program."""
    from enacting.ui.system import show_in_system

    shown = show_in_system(table.harvest_files[0])
    key = "harvest_screen.opened" if shown else "harvest_screen.cannot_open"
    table.app.say(table.app.words(key, folder=table.harvest_files[0]))
