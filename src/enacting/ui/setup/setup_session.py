"""The session in the set-up: its box, its length, how it is decided, its plan, for how long it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import pygame

from enacting.engine.board import ActivityKind, DecisionRule, Length, PartId
from enacting.language.words import format_time
from enacting.session.metadata import days_step
from enacting.system import paths
from enacting.ui.dialogs.keep_until import format_keep_days, lay_out_warning
from enacting.ui.dialogs.write_privacy_notice import show_notice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Role
from enacting.ui.items.rects import square
from enacting.ui.setup.setup_choices import TITLE_LENGTH, SetupChoices

RULES: Final = (DecisionRule.CONSENT, DecisionRule.MAJORITY, DecisionRule.FACILITATOR)
END_STEP: Final = 5
MIN_MINUTES, MAX_MINUTES = 20, 300
MAX_ROUNDS: Final = 9

Changes = Callable[[int], Act]
"""What lowers a number, given -1, and what raises it, given 1."""


def rows(column: Column, choices: SetupChoices, change_box: Act) -> None:
    """The box and the title, how long and how it is decided, the plan, and for how long the session is kept."""
    layout, words = column.layout, column.layout.words
    column.heading("session-heading", words("setup.session"), theme.TITLE)
    column.gap(10)
    if choices.cloud:
        text = words("sessions.cloud", service=choices.cloud, folder=paths.sessions_folder())
        lay_out_warning(column, "cloud", text)
    _box_row(column, choices, change_box)
    column.gap(10)
    rect = column.block(layout.button_height(20))
    layout.field(
        "session-title",
        rect,
        choices.app.field("session-title", choices.proposed_title(), TITLE_LENGTH),
        words("setup.session_title"),
    )
    column.gap(18)
    _heading(column, "length-title", words("setup.length"))
    _length_rows(column, choices)
    column.gap(18)
    _heading(column, "decision-title", words("setup.decision"))
    _decision_rows(column, choices)
    column.gap(18)
    _heading(column, "plan-title", words("setup.plan"))
    _plan_rows(column, choices)
    if _has(choices, ActivityKind.MECHANISMS):
        column.gap(18)
        _heading(column, "proposals-title", words("setup.proposals"))
        _proposal_rows(column, choices)
    column.gap(18)
    _heading(column, "keep-title", words("keep.title"))
    _keep_rows(column, choices)
    column.gap(8)


def _box_row(column: Column, choices: SetupChoices, change_box: Act) -> None:
    layout, words = column.layout, column.layout.words
    spoken = " · ".join(language.upper() for language in choices.boxes.by_language)
    about = words(
        "setup.box_about",
        mechanisms=words("setup.box_mechanisms", count=len(choices.box.mechanisms)),
        crises=words("setup.box_crises", count=len(choices.box.crises)),
        languages=spoken,
    )
    layout.button(
        "box",
        column.block(max(round(layout.button_height() * 1.3), layout.em(3))),
        words("setup.box_named", title=choices.box.description.title),
        change_box,
        style=paint.ButtonStyle(palette().table, palette().light_ink, hover=palette().raised),
        icon="cards-three",
        second=about,
        align="left",
        says=words("setup.box_says", title=choices.box.description.title, about=about),
    )


def _heading(column: Column, name: str, text: str) -> None:
    style = Type(Face.TITLE_700, column.layout.scale.text(23))
    column.text(name, text, style, palette().text, role=Role.HEADING)
    column.gap(8)


def _choices(column: Column, things: Any, height: int) -> list[tuple[Any, pygame.Rect]]:
    """A row of choices, or a column of them where there is no room."""
    layout = column.layout
    if column.width >= layout.em(17):
        return list(zip(things, column.split(height, len(things), 10), strict=True))
    placed = []
    for thing in things:
        placed.append((thing, column.block(layout.button_height())))
        column.gap(6)
    return placed


def _length_rows(column: Column, choices: SetupChoices) -> None:
    """The lengths of the box, and the end on the clock, which can be moved."""
    layout, words = column.layout, column.layout.words
    lengths = choices.box.description.lengths
    high = max(round(layout.button_height() * 1.25), layout.em(2.9))
    for length, rect in _choices(column, lengths, high):
        chosen = choices.minutes == length.minutes
        layout.button(
            f"length-{length.id}",
            rect,
            length.title,
            _chooses_length(choices, length),
            second=words.duration(length.minutes),
            chosen=chosen,
            role=Role.CHOICE,
            state=words("common.chosen") if chosen else "",
            pad=8,
        )
    column.gap(8)
    _number_row(column, "end", words("setup.end"), _end_time(choices), lambda way: _moves_end(choices, way))
    column.text("length-text", _ending(choices), paint.body(layout.scale, 18), palette().text_second)


def _decision_rows(column: Column, choices: SetupChoices) -> None:
    """The rules to decide by, and what the one chosen means."""
    layout, words = column.layout, column.layout.words
    for rule, rect in _choices(column, RULES, layout.button_height()):
        chosen = choices.decision is rule
        layout.button(
            f"decision-{rule}",
            rect,
            words(f"decision.{rule}"),
            _chooses_rule(choices, rule),
            chosen=chosen,
            role=Role.CHOICE,
            state=words("common.chosen") if chosen else "",
            pad=8,
        )
    column.gap(8)
    column.text(
        "decision-text", words(f"decision.{choices.decision}_text"), paint.body(layout.scale, 18), palette().text_second
    )


def _proposal_rows(column: Column, choices: SetupChoices) -> None:
    """What the session asks of each proposal."""
    words, asked = column.layout.words, choices.proposals
    max_answers, max_allies = len(choices.box.description.consequences), len(choices.rows) - 1
    answers, allies = min(asked.least_answers, max_answers), min(asked.least_allies, max_allies)
    act = _asks(choices, "least_answers", max_answers)
    _number_row(column, "ask-answers", words("setup.least_answers"), words.number(answers), act)
    if max_allies > 0:
        act = _asks(choices, "least_allies", max_allies)
        _number_row(column, "ask-allies", words("setup.least_allies"), words.number(allies), act)
    text = words("setup.reservations_written")
    written = asked.reservations_written
    _toggle_row(column, "ask-reservations", text, lambda: _toggles_reservations(choices), chosen=written)


def _plan_rows(column: Column, choices: SetupChoices) -> None:
    """Every number of the plan, with a button to lower and one to raise it."""
    words, plan = column.layout.words, choices.plan
    for part in choices.box.description.parts:
        minutes = plan.minutes[part.id]
        _number_row(column, f"plan-{part.id}", part.title, words.duration(minutes), _changes_part(choices, part.id))
    if _has(choices, ActivityKind.MECHANISMS):
        label, count = ("setup.turns", plan.turns) if plan.turns else ("setup.rounds", plan.rounds)
        _number_row(column, "plan-rounds", words(label), words.number(count), lambda way: _changes_rounds(choices, way))
        text = _clock(plan.mechanism_seconds)
        act = _changes(choices, "mechanism_seconds", 30, 30, 1200)
        _number_row(column, "plan-mechanism", words("setup.mechanism_discussion"), text, act)
    if _has(choices, ActivityKind.POSTURES):
        text = _clock(plan.posture_seconds)
        act = _changes(choices, "posture_seconds", 15, 15, 600)
        _number_row(column, "plan-posture", words("setup.posture_discussion"), text, act)
        placed = plan.postures_placed
        _toggle_row(
            column,
            "plan-placed",
            words("setup.postures_placed"),
            lambda: choices.set_plan(replace(plan, postures_placed=not placed)),
            chosen=placed,
        )


def _keep_rows(column: Column, choices: SetupChoices) -> None:
    """For how long the session is kept, and the notice to print."""
    layout, words, days = column.layout, column.layout.words, choices.app.settings.keep_days
    _number_row(column, "keep", words("keep.label"), format_keep_days(days, words), lambda way: _keeps(choices, way))
    column.text("keep-text", words("keep.text"), paint.body(layout.scale, 18), palette().text_second)
    column.gap(10)
    layout.button(
        "notice",
        column.block(layout.button_height(18)),
        words("notice.button"),
        lambda: show_notice(choices.app, choices.app.settings.keep_days),
        style=paint.styles().soft,
        size=18,
        icon="file-text",
        align="left",
    )


def _toggle_row(column: Column, name: str, text: str, act: Act, *, chosen: bool) -> None:
    """Something that is on or off."""
    layout = column.layout
    layout.button(
        name,
        column.block(layout.button_height(18)),
        text,
        act,
        style=paint.styles().quiet,
        size=18,
        icon="check-circle" if chosen else "circle",
        align="left",
        role=Role.CHOICE,
        state=layout.words("common.chosen") if chosen else "",
        pad=4,
    )


def _number_row(column: Column, name: str, label: str, value: str, change: Changes) -> None:
    """A number with a button to lower it and one to raise it."""
    layout = column.layout
    style = paint.body(layout.scale, 19)
    side = max(layout.target() + layout.px(4), layout.em(1.9))
    value_width = layout.em(4.6)
    room = column.width - 2 * side - value_width - layout.px(8)
    height = max(side, layout.text_height(label, style, room) + layout.px(6))
    rect = column.block(height)
    layout.label(
        f"{name}-label", pygame.Rect(rect.left, rect.top, room, height), label, style, palette().text, vertical="middle"
    )
    left = rect.left + room + layout.px(8)
    for way, icon, x, key in (
        (-1, "minus", left + side // 2, "setup.less"),
        (1, "plus", rect.right - side // 2, "setup.more"),
    ):
        layout.icon_button(
            f"{name}-{'less' if way < 0 else 'more'}",
            square((x, rect.centery), side - layout.px(4)),
            icon,
            layout.words(key, what=label, value=value),
            change(way),
            style=paint.styles().soft,
            tip=False,
        )
    area = pygame.Rect(left + side, rect.top, value_width, height)
    layout.label(
        f"{name}-value",
        area,
        value,
        paint.strong(layout.scale, 19),
        palette().text,
        align="centre",
        vertical="middle",
        smallest=theme.SMALLEST_TEXT,
    )
    column.gap(4)


def _keeps(choices: SetupChoices, way: int) -> Act:
    """One step more or less, for this session and the next ones."""

    def act() -> None:
        settings = choices.app.settings
        choices.app.apply_settings(replace(settings, keep_days=days_step(settings.keep_days, way)))

    return act


def _chooses_length(choices: SetupChoices, length: Length) -> Act:
    def choose() -> None:
        choices.set_length(length.minutes)

    return choose


def _moves_end(choices: SetupChoices, way: int) -> Act:
    """Five minutes earlier or later, on the five minutes of the clock."""

    def act() -> None:
        end = datetime.now() + timedelta(minutes=choices.minutes)
        past = end.minute % END_STEP
        step = (END_STEP - past if past else END_STEP) if way > 0 else -(past or END_STEP)
        choices.set_length(max(MIN_MINUTES, min(MAX_MINUTES, choices.minutes + step)))

    return act


def _chooses_rule(choices: SetupChoices, rule: DecisionRule) -> Act:
    def choose() -> None:
        choices.decision = rule

    return choose


def _changes(choices: SetupChoices, name: str, step: int, least: int, most: int) -> Changes:
    def change(way: int) -> Act:
        def act() -> None:
            value = max(least, min(most, getattr(choices.plan, name) + way * step))
            choices.set_plan(replace(choices.plan, **{name: value}))

        return act

    return change


def _asks(choices: SetupChoices, name: str, most: int) -> Changes:
    """One more or one fewer of what a proposal needs."""

    def change(way: int) -> Act:
        def act() -> None:
            asked = choices.proposals
            value = max(0, min(most, min(most, getattr(asked, name)) + way))
            choices.proposals = replace(asked, **{name: value})

        return act

    return change


def _toggles_reservations(choices: SetupChoices) -> None:
    asked = choices.proposals
    choices.proposals = replace(asked, reservations_written=not asked.reservations_written)


def _changes_rounds(choices: SetupChoices, way: int) -> Act:
    """A turn more or less until everybody has one, then a round more or less."""

    def act() -> None:
        plan, others = choices.plan, len(choices.rows) - 1
        step = max(1, min(others + MAX_ROUNDS, (plan.turns or others + plan.rounds) + way))
        turns, rounds = (step, 1) if step <= others else (0, step - others)
        choices.set_plan(replace(plan, rounds=rounds, turns=turns))

    return act


def _changes_part(choices: SetupChoices, part: PartId) -> Changes:
    def change(way: int) -> Act:
        def act() -> None:
            minutes = {**choices.plan.minutes, part: max(0, choices.plan.minutes[part] + way)}
            choices.set_plan(replace(choices.plan, minutes=minutes))

        return act

    return change


def _has(choices: SetupChoices, kind: ActivityKind) -> bool:
    return any(activity.kind is kind for _, activity in choices.box.activities())


def _ending(choices: SetupChoices) -> str:
    minutes = sum(choices.plan.minutes.values())
    words = choices.app.words
    return words("setup.ending", duration=words.duration(minutes), time=_end_time(choices))


def _end_time(choices: SetupChoices) -> str:
    """The time on the clock when the plan ends, if the session began now."""
    end = datetime.now() + timedelta(minutes=sum(choices.plan.minutes.values()))
    return format_time(end, choices.app.words)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
