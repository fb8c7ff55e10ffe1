"""The session in the set-up: its box, its length, how it is decided, its plan, for how long it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

import pygame

from enacting.engine.board import ActivityKind, DecisionRule, Length, PartId
from enacting.engine.planning import MIN_SAY_SECONDS, people_without_turn, shortest_say
from enacting.language.words import format_time, language_name
from enacting.session.metadata import days_step
from enacting.system import paths
from enacting.ui.dialogs.keep_until import format_keep_days, lay_out_warning
from enacting.ui.dialogs.write_privacy_notice import show_notice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import ButtonStyle, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.stepper import Step, lay_out_stepper
from enacting.ui.items.type_styles import body_type
from enacting.ui.setup import choose_context
from enacting.ui.setup.setup_choices import TITLE_LENGTH, SetupChoices

RULES: Final = (DecisionRule.CONSENT, DecisionRule.MAJORITY, DecisionRule.FACILITATOR)
END_STEP_MINUTES: Final = 5
MIN_MINUTES, MAX_MINUTES = 20, 300
MAX_ROUNDS: Final = 9


def rows(column: Column, choices: SetupChoices, change_box: Act) -> None:
    """The box and the title, how long and how it is decided, the plan, and for how long the session is kept."""
    layout, words = column.layout, column.layout.words
    column.heading("session-heading", words("setup.session"), theme.TITLE)
    column.gap(Space.MEDIUM)
    if choices.cloud:
        text = words("sessions.cloud", service=choices.cloud, folder=paths.sessions_folder())
        lay_out_warning(column, "cloud", text)
    _box_row(column, choices, change_box)
    column.gap(Space.MEDIUM)
    field = choices.app.field("session-title", choices.proposed_title(), TITLE_LENGTH)
    layout.field("session-title", column.block(layout.button_height(20)), field, words("setup.session_title"))
    if choices.box.contexts:
        column.gap(Space.MEDIUM)
        choose_context.row(column, choices)
    _heading(column, "length-title", words("setup.length"))
    _length_rows(column, choices)
    _heading(column, "decision-title", words("setup.decision"))
    _decision_rows(column, choices)
    _heading(column, "plan-title", words("setup.plan"))
    _plan_rows(column, choices)
    if _has(choices, ActivityKind.MECHANISMS):
        _heading(column, "proposals-title", words("setup.proposals"))
        _proposal_rows(column, choices)
    if choices.box.troubles or choices.box.failures() or len(choices.boxes.by_language) > 1:
        _heading(column, "cards-title", words("setup.cards"))
        _card_rows(column, choices)
    _heading(column, "keep-title", words("keep.title"))
    _keep_rows(column, choices)
    column.gap(Space.SMALL)


def _box_row(column: Column, choices: SetupChoices, change_box: Act) -> None:
    layout, words, box = column.layout, column.layout.words, choices.box
    spoken = " · ".join(language.upper() for language in choices.boxes.by_language)
    about = words(
        "setup.box_about",
        mechanisms=words("setup.box_mechanisms", count=len(box.mechanisms)),
        crises=words("setup.box_crises", count=len(box.crises)),
        languages=spoken,
    )
    layout.button(
        "box",
        column.block(_two_line_height(layout)),
        words("setup.box_named", title=box.description.title),
        change_box,
        style=ButtonStyle(palette().table, palette().light_ink, hover=palette().raised),
        icon="cards-three",
        second=about,
        align="left",
        says=words("setup.box_says", title=box.description.title, about=about),
    )


def _two_line_height(layout: Layout) -> int:
    return layout.length(60, 3)


def _heading(column: Column, name: str, text: str) -> None:
    column.gap(Space.LARGE)
    style = Type(Face.TITLE_700, column.layout.scale.text(23))
    column.text(name, text, style, palette().text, role=Role.HEADING)
    column.gap(Space.SMALL)


def _explanation(column: Column, name: str, text: str) -> None:
    column.text(name, text, body_type(column.layout.scale, 18), palette().text_second)


def _option_rects(column: Column, count: int, height: int) -> list[pygame.Rect]:
    """Options side by side, or one below the other where there is no room."""
    if column.width >= column.layout.em(17):
        return column.split(height, count)
    return column.grid(count, 1, height, Space.SMALL)


def _length_rows(column: Column, choices: SetupChoices) -> None:
    """The lengths of the box, and the time on the clock when the session ends, which can be moved."""
    layout, words = column.layout, column.layout.words
    lengths = choices.box.description.lengths
    for length, rect in zip(lengths, _option_rects(column, len(lengths), _two_line_height(layout)), strict=True):
        layout.button(
            f"length-{length.id}",
            rect,
            length.title,
            _select_length(choices, length),
            second=words.duration(length.minutes),
            chosen=choices.minutes == length.minutes,
            role=Role.CHOICE,
            pad=8,
        )
    column.gap(Space.SMALL)
    _number_row(column, "end", words("setup.end"), _end_time(choices), lambda step: _step_end(choices, step))
    _explanation(column, "length-text", _ending(choices))
    for index, text in enumerate(_too_short(choices)):
        column.gap(Space.TINY)
        column.text(f"too-short-{index}", text, body_type(layout.scale, 18), palette().warning)


def _decision_rows(column: Column, choices: SetupChoices) -> None:
    """The decision rules, and what the chosen one means."""
    layout, words = column.layout, column.layout.words
    for rule, rect in zip(RULES, _option_rects(column, len(RULES), layout.button_height()), strict=True):
        chosen = choices.decision is rule
        text = words(f"decision.{rule}")
        layout.choice(f"decision-{rule}", rect, text, _select_rule(choices, rule), chosen=chosen, pad=8)
    column.gap(Space.SMALL)
    _explanation(column, "decision-text", words(f"decision.{choices.decision}_text"))


def _proposal_rows(column: Column, choices: SetupChoices) -> None:
    """What the session asks of each proposal."""
    words, rules = column.layout.words, choices.proposals
    max_answers, max_allies = len(choices.box.description.consequences), len(choices.rows) - 1
    answers, allies = min(rules.least_answers, max_answers), min(rules.least_allies, max_allies)
    step = _step_proposal_rule(choices, "least_answers", max_answers)
    _number_row(column, "ask-answers", words("setup.least_answers"), words.number(answers), step)
    if max_allies > 0:
        step = _step_proposal_rule(choices, "least_allies", max_allies)
        _number_row(column, "ask-allies", words("setup.least_allies"), words.number(allies), step)
    text, written = words("setup.reservations_written"), rules.reservations_written
    _toggle_row(column, "ask-reservations", text, lambda: _toggle_reservations(choices), chosen=written)


def _card_rows(column: Column, choices: SetupChoices) -> None:
    """Which cards may come: trouble on the finished system, mechanisms that failed."""
    words, failures = column.layout.words, len(choices.box.failures())
    if choices.box.troubles:
        text, drawn = words("setup.trouble"), choices.plan.trouble
        plan = replace(choices.plan, trouble=not drawn)
        _toggle_row(column, "trouble", text, lambda: choices.set_plan(plan), chosen=drawn)
    if failures:
        column.gap(Space.SMALL)
        text = words("setup.failures", count=failures)
        _toggle_row(column, "failures", text, lambda: _toggle_failures(choices), chosen=choices.draws_failures)
    if len(choices.boxes.by_language) > 1:
        column.gap(Space.SMALL)
        _language_row(column, choices)


def _language_row(column: Column, choices: SetupChoices) -> None:
    """The language of the cards: that of the window, or another one that the box speaks."""
    app, words, chosen = choices.app, column.layout.words, choices.app.settings.cards_language
    _explanation(column, "cards-language-label", words("setup.cards_language"))
    column.gap(Space.SMALL)

    def choose(language: str) -> None:
        app.apply_settings(replace(app.settings, cards_language=language))
        choices.print_box()

    names = {"": words("setup.cards_language_window")}
    names |= {language: language_name(language) for language in choices.boxes.by_language}
    widest = max(column.layout.button_width(name) for name in names.values())
    per_row = max(1, min(len(names), column.width // (widest + column.layout.px(Space.SMALL))))
    rects = column.grid(len(names), per_row, column.layout.button_height(), Space.SMALL)
    for (language, text), rect in zip(names.items(), rects, strict=True):
        column.layout.choice(
            f"cards-language-{language or 'window'}",
            rect,
            text,
            partial(choose, language),
            chosen=chosen == language or (not language and chosen not in choices.boxes.by_language),
            says=words("common.labelled", label=words("setup.cards_language"), text=text),
        )


def _toggle_failures(choices: SetupChoices) -> None:
    choices.draws_failures = not choices.draws_failures


def _plan_rows(column: Column, choices: SetupChoices) -> None:
    """Every number of the plan, with a button to lower and one to raise it."""
    words, plan = column.layout.words, choices.plan
    for part in choices.box.description.parts:
        minutes = plan.minutes[part.id]
        _number_row(column, f"plan-{part.id}", part.title, words.duration(minutes), _step_part(choices, part.id))
    if _has(choices, ActivityKind.MECHANISMS):
        label, count = ("setup.turns", plan.turns) if plan.turns else ("setup.rounds", plan.rounds)
        text = words.number(count)
        _number_row(column, "plan-rounds", words(label), text, lambda step: _step_rounds(choices, step))
        text, step = _clock(plan.mechanism_seconds), _step_seconds(choices, "mechanism_seconds", 30, 1200)
        _number_row(column, "plan-mechanism", words("setup.mechanism_discussion"), text, step)
    if _has(choices, ActivityKind.POSTURES):
        text, step = _clock(plan.posture_seconds), _step_seconds(choices, "posture_seconds", 15, 600)
        _number_row(column, "plan-posture", words("setup.posture_discussion"), text, step)
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
    words, days = column.layout.words, choices.app.settings.keep_days
    text = format_keep_days(days, words)
    _number_row(column, "keep", words("keep.label"), text, lambda step: _step_keep_days(choices, step))
    _explanation(column, "keep-text", words("keep.text"))
    column.gap(Space.MEDIUM)
    notice = Action("notice", words("notice.button"), lambda: show_notice(choices.app, days), "file-text")
    column.buttons((notice,), size=18, style=button_styles().soft, align="left")


def _toggle_row(column: Column, name: str, text: str, act: Act, *, chosen: bool) -> None:
    """Something that is on or off."""
    layout = column.layout
    layout.button(
        name,
        column.block(layout.button_height(18, text, column.width, icon=True)),
        text,
        act,
        style=button_styles().quiet,
        size=18,
        icon="check-circle" if chosen else "circle",
        align="left",
        role=Role.CHOICE,
        state=layout.words("common.chosen") if chosen else "",
        pad=4,
    )


def _number_row(column: Column, name: str, label: str, value: str, step: Step) -> None:
    words = column.layout.words
    says = words("setup.less", what=label, value=value), words("setup.more", what=label, value=value)
    lay_out_stepper(column, name, label, step, says, value)
    column.gap(Space.SMALL)


def _step_keep_days(choices: SetupChoices, step: int) -> Act:
    """Keep this session and the next ones one step longer or shorter."""

    def act() -> None:
        settings = choices.app.settings
        choices.app.apply_settings(replace(settings, keep_days=days_step(settings.keep_days, step)))

    return act


def _select_length(choices: SetupChoices, length: Length) -> Act:
    def choose() -> None:
        choices.set_length(length.minutes)

    return choose


def _step_end(choices: SetupChoices, step: int) -> Act:
    """End five minutes earlier or later, rounded to five minutes on the clock."""

    def act() -> None:
        end = datetime.now() + timedelta(minutes=choices.minutes)
        past = end.minute % END_STEP_MINUTES
        minutes = (END_STEP_MINUTES - past if past else END_STEP_MINUTES) if step > 0 else -(past or END_STEP_MINUTES)
        choices.set_length(max(MIN_MINUTES, min(MAX_MINUTES, choices.minutes + minutes)))

    return act


def _select_rule(choices: SetupChoices, rule: DecisionRule) -> Act:
    def choose() -> None:
        choices.decision = rule

    return choose


def _step_seconds(choices: SetupChoices, name: str, seconds: int, maximum: int) -> Step:
    """Change a duration of the plan by that many seconds."""

    def change(step: int) -> Act:
        def act() -> None:
            value = max(seconds, min(maximum, getattr(choices.plan, name) + step * seconds))
            choices.set_plan(replace(choices.plan, **{name: value}))

        return act

    return change


def _step_proposal_rule(choices: SetupChoices, name: str, maximum: int) -> Step:
    """Ask one more or one fewer of each proposal."""

    def change(step: int) -> Act:
        def act() -> None:
            rules = choices.proposals
            value = max(0, min(maximum, min(maximum, getattr(rules, name)) + step))
            choices.proposals = replace(rules, **{name: value})

        return act

    return change


def _toggle_reservations(choices: SetupChoices) -> None:
    rules = choices.proposals
    choices.proposals = replace(rules, reservations_written=not rules.reservations_written)


def _step_rounds(choices: SetupChoices, step: int) -> Act:
    """A turn more or less until everybody has one, then a round more or less."""

    def act() -> None:
        plan, others = choices.plan, len(choices.rows) - 1
        total = max(1, min(others + MAX_ROUNDS, (plan.turns or others + plan.rounds) + step))
        turns, rounds = (total, 1) if total <= others else (0, total - others)
        choices.set_plan(replace(plan, rounds=rounds, turns=turns))

    return act


def _step_part(choices: SetupChoices, part: PartId) -> Step:
    def change(step: int) -> Act:
        def act() -> None:
            minutes = {**choices.plan.minutes, part: max(0, choices.plan.minutes[part] + step)}
            choices.set_plan(replace(choices.plan, minutes=minutes))

        return act

    return change


def _has(choices: SetupChoices, kind: ActivityKind) -> bool:
    return any(activity.kind is kind for _, activity in choices.box.activities())


def _ending(choices: SetupChoices) -> str:
    minutes = sum(choices.plan.minutes.values())
    words = choices.app.words
    return words("setup.ending", duration=words.duration(minutes), time=_end_time(choices))


def _too_short(choices: SetupChoices) -> list[str]:
    """What so many people have too little time for."""
    words, people = choices.app.words, len(choices.people())
    told = []
    seconds = shortest_say(choices.box, choices.plan, people)
    if seconds is not None and seconds < MIN_SAY_SECONDS:
        told.append(words("setup.too_short", people=people, count=max(1, round(seconds))))
    without = people_without_turn(choices.plan, people)
    if without:
        told.append(words("setup.without_turn", people=people, count=without))
    return told


def _end_time(choices: SetupChoices) -> str:
    """The time on the clock when the plan ends, if the session began now."""
    end = datetime.now() + timedelta(minutes=sum(choices.plan.minutes.values()))
    return format_time(end, choices.app.words)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
