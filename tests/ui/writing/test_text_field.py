"""What keys, the pointer and time make of a field that is edited."""

import unicodedata

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame.event import Event
from ui.writing.editing import (
    ALT,
    ALT_GR_ON_WINDOWS,
    CMD,
    CTRL,
    E_ACUTE_IN_TWO,
    FAMILY,
    FRANCE,
    SHIFT,
    STYLE,
    WAVE,
    WIDTHS,
    composing,
    drawn,
    field,
    ground,
    marked,
    press,
    typed,
    write,
)

from enacting.ui.graphics.typeset import width_of
from enacting.ui.writing.clipboard import copy_to_clipboard, read_clipboard
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_lines import (
    displayed_text,
)
from enacting.ui.writing.field_painting import paint_field
from enacting.ui.writing.text_field import MAX_UNDO_STEPS, FieldOutcome, TextField

# Writing


def test_letters_come_from_text_input_and_never_from_keys() -> None:
    writing = field()

    assert writing.handle(press(pygame.K_h)) is FieldOutcome.TAKEN
    assert writing.text.text == ""
    assert writing.handle(typed("h")) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "h|"


def test_a_dead_key_shows_what_it_composes_and_then_writes_it() -> None:
    writing = field("caf|, thé")

    assert writing.handle(press(0)) is FieldOutcome.TAKEN
    assert writing.handle(composing("´")) is FieldOutcome.CHANGED
    assert displayed_text(writing.text) == "caf´, thé"
    assert writing.text.text == "caf, thé"
    assert writing.handle(press(pygame.K_e)) is FieldOutcome.TAKEN
    assert writing.handle(composing("")) is FieldOutcome.CHANGED
    assert writing.handle(typed("é")) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "café|, thé"


def test_a_dead_key_of_x11_says_nothing_before_its_letter() -> None:
    writing = field()

    writing.handle(press(0))
    writing.handle(press(pygame.K_e))
    writing.handle(typed("é"))

    assert drawn(writing.text) == "é|"


def test_what_is_composed_takes_the_place_of_the_selection_only_when_it_is_written() -> None:
    writing = field("the ^old| commons")

    writing.handle(composing("に"))
    assert displayed_text(writing.text) == "the に commons"
    writing.handle(composing(""))
    assert drawn(writing.text) == "the ^old| commons"
    writing.handle(composing("に"))
    writing.handle(typed("日"))

    assert drawn(writing.text) == "the 日| commons"


@pytest.mark.parametrize(
    "key",
    [pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_BACKSPACE, pygame.K_LEFT, pygame.K_UP],
)
def test_keys_belong_to_the_input_method_while_it_composes(key: int) -> None:
    writing = field("a|")
    writing.handle(composing("に"))

    assert writing.handle(press(key)) is FieldOutcome.TAKEN

    assert writing.text == EditedText("a", 1, 1, "に")


def test_losing_the_window_drops_what_was_being_composed() -> None:
    writing = field("a|")
    writing.handle(composing("に"))

    assert writing.handle(Event(pygame.WINDOWFOCUSLOST)) is FieldOutcome.CHANGED

    assert writing.text == EditedText("a", 1, 1)
    assert writing.handle(Event(pygame.WINDOWFOCUSLOST)) is FieldOutcome.IGNORED


def test_alt_gr_of_windows_is_not_control() -> None:
    writing = field("^a|")
    copy_to_clipboard("nothing to do here")

    for key in (pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_x, pygame.K_z, pygame.K_y):
        assert writing.handle(press(key, ALT_GR_ON_WINDOWS)) is FieldOutcome.TAKEN
    writing.handle(typed("ż"))

    assert drawn(writing.text) == "ż|"
    assert read_clipboard() == "nothing to do here"


# What may be written


def test_a_full_field_takes_nothing_more() -> None:
    full = TextField(EditedText.of("abc", max_length=3))

    assert full.handle(typed("d")) is FieldOutcome.TAKEN

    assert drawn(full.text) == "abc|"


# Erasing


@pytest.mark.parametrize(
    ("mod", "key", "before", "after"),
    [
        (0, pygame.K_BACKSPACE, "one two|", "one tw|"),
        (CTRL, pygame.K_BACKSPACE, "one two|", "one |"),
        (CTRL, pygame.K_BACKSPACE, "one two  |", "one |"),
        (ALT, pygame.K_BACKSPACE, "one two|", "one |"),
        (CMD, pygame.K_BACKSPACE, "one two| three", "| three"),
        (CMD, pygame.K_BACKSPACE, "one ^two| three", "one | three"),
        (0, pygame.K_DELETE, "|one two", "|ne two"),
        (CTRL, pygame.K_DELETE, "|one two", "|two"),
        (CTRL, pygame.K_BACKSPACE, "l’été|", "l’|"),
        (CTRL, pygame.K_BACKSPACE, "l’|", "l|"),
    ],
)
def test_control_erases_by_words(mod: int, key: int, before: str, after: str) -> None:
    writing = field(before)

    assert writing.handle(press(key, mod)) is FieldOutcome.CHANGED

    assert drawn(writing.text) == after


# Moving


@pytest.mark.parametrize(
    ("key", "mod", "before", "after"),
    [
        (pygame.K_LEFT, 0, "ab|c", "a|bc"),
        (pygame.K_RIGHT, 0, "ab|c", "abc|"),
        (pygame.K_LEFT, SHIFT, "ab|c", "a|b^c"),
        (pygame.K_RIGHT, SHIFT, "ab|c", "ab^c|"),
        (pygame.K_RIGHT, SHIFT, "a|b^c", "ab|c"),
        (pygame.K_LEFT, 0, "a^bc|d", "a|bcd"),
        (pygame.K_RIGHT, 0, "a|bc^d", "abc|d"),
        (pygame.K_LEFT, CTRL, "one, two|", "one, |two"),
        (pygame.K_LEFT, CTRL, "one, |two", "one|, two"),
        (pygame.K_RIGHT, CTRL, "|one two", "one |two"),
        (pygame.K_RIGHT, CTRL | SHIFT, "|one two", "^one |two"),
        (pygame.K_LEFT, ALT, "one two|", "one |two"),
        (pygame.K_LEFT, CMD, "one two|", "|one two"),
        (pygame.K_RIGHT, CMD | SHIFT, "one| two", "one^ two|"),
        (pygame.K_HOME, 0, "one| two", "|one two"),
        (pygame.K_END, 0, "one| two", "one two|"),
        (pygame.K_HOME, SHIFT, "one| two", "|one^ two"),
        (pygame.K_END, SHIFT, "one| two", "one^ two|"),
        (pygame.K_a, CTRL, "one| two", "^one two|"),
        (pygame.K_a, CMD, "one| two", "^one two|"),
    ],
)
def test_keys_move_the_caret_and_shift_selects(key: int, mod: int, before: str, after: str) -> None:
    moving = field(before)

    assert moving.handle(press(key, mod)) is FieldOutcome.CHANGED

    assert drawn(moving.text) == after


def test_a_key_that_moves_nothing_is_still_the_fields() -> None:
    assert field("|a").handle(press(pygame.K_LEFT)) is FieldOutcome.TAKEN
    assert field("a|").handle(press(pygame.K_END)) is FieldOutcome.TAKEN


def test_up_and_down_are_not_for_a_single_line() -> None:
    assert field("a|").handle(press(pygame.K_UP)) is FieldOutcome.IGNORED
    assert field("a|").handle(press(pygame.K_DOWN)) is FieldOutcome.IGNORED


def test_up_and_down_keep_to_the_column_where_they_began() -> None:
    moving = field("mmmm|m\nm\nmmmmm", multiline=True)

    moving.handle(press(pygame.K_DOWN))
    assert drawn(moving.text) == "mmmmm\nm|\nmmmmm"
    moving.handle(press(pygame.K_DOWN))
    assert drawn(moving.text) == "mmmmm\nm\nmmmm|m"
    moving.handle(press(pygame.K_UP, SHIFT))
    moving.handle(press(pygame.K_UP, SHIFT))

    assert drawn(moving.text) == "mmmm|m\nm\nmmmm^m"


def test_a_step_aside_begins_another_column() -> None:
    moving = field("mmm|\nm\nmmm", multiline=True)

    for key in (pygame.K_DOWN, pygame.K_LEFT, pygame.K_DOWN):
        moving.handle(press(key))

    assert drawn(moving.text) == "mmm\nm\n|mmm"


def test_up_from_the_first_line_is_the_start_and_down_from_the_last_the_end() -> None:
    moving = field("on|e\ntwo", multiline=True)

    moving.handle(press(pygame.K_UP))
    assert drawn(moving.text) == "|one\ntwo"
    moving.handle(press(pygame.K_DOWN))
    moving.handle(press(pygame.K_DOWN))
    assert drawn(moving.text) == "one\ntwo|"
    assert moving.handle(press(pygame.K_DOWN)) is FieldOutcome.TAKEN


def test_home_and_end_are_those_of_the_line_and_control_goes_to_the_ends_of_the_text() -> None:
    moving = field("one\ntw|o\nthree", multiline=True)

    moving.handle(press(pygame.K_HOME))
    assert drawn(moving.text) == "one\n|two\nthree"
    moving.handle(press(pygame.K_END))
    assert drawn(moving.text) == "one\ntwo|\nthree"
    moving.handle(press(pygame.K_HOME, CTRL | SHIFT))
    assert drawn(moving.text) == "|one\ntwo^\nthree"
    moving.handle(press(pygame.K_END, CTRL))
    assert drawn(moving.text) == "one\ntwo\nthree|"


def test_home_end_up_and_down_follow_the_lines_as_wrapped() -> None:
    moving = field("wide wide wide wide|", multiline=True)
    moving.place((0, 0, width_of("wide wide ", STYLE), 200), STYLE)

    moving.handle(press(pygame.K_HOME))
    assert drawn(moving.text) == "wide wide |wide wide"
    moving.handle(press(pygame.K_UP))
    assert drawn(moving.text) == "|wide wide wide wide"
    moving.handle(press(pygame.K_END))
    assert drawn(moving.text) == "wide wide| wide wide"


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("one two", 5, "one ^two|"),
        ("one two", 7, "one ^two|"),
        ("one  two", 3, "one^  |two"),
        ("a, b", 1, "a^,| b"),
        ("", 0, "|"),
    ],
)
def test_a_double_click_selects_a_word(before: str, index: int, after: str) -> None:
    assert drawn(EditedText.of(before).select_word(index)) == after


def test_a_click_puts_the_caret_and_dragging_selects() -> None:
    clicked = field("|one two")

    assert clicked.click(4) is FieldOutcome.CHANGED
    assert clicked.click(7, extend=True) is FieldOutcome.CHANGED
    assert drawn(clicked.text) == "one ^two|"
    assert clicked.click(7, extend=True) is FieldOutcome.TAKEN


def test_a_click_drops_what_was_being_composed() -> None:
    clicked = field("one|")
    clicked.handle(composing("´"))

    clicked.click(1)

    assert clicked.text == marked("o|ne")


# Leaving


def test_enter_submits_a_single_line() -> None:
    assert field("a|").handle(press(pygame.K_RETURN)) is FieldOutcome.SUBMITTED
    assert field("a|").handle(press(pygame.K_KP_ENTER)) is FieldOutcome.SUBMITTED


def test_enter_is_a_newline_in_a_multiline_field_and_control_enter_submits() -> None:
    writing = field("a|b", multiline=True)

    assert writing.handle(press(pygame.K_RETURN)) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "a\n|b"
    assert writing.handle(press(pygame.K_RETURN, SHIFT)) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "a\n\n|b"
    assert writing.handle(press(pygame.K_RETURN, CTRL)) is FieldOutcome.SUBMITTED
    assert writing.handle(press(pygame.K_RETURN, CMD)) is FieldOutcome.SUBMITTED
    assert drawn(writing.text) == "a\n\n|b"


def test_escape_cancels() -> None:
    assert field("a|").handle(press(pygame.K_ESCAPE)) is FieldOutcome.CANCELLED


@pytest.mark.parametrize(
    "event",
    [
        press(pygame.K_TAB),
        press(pygame.K_TAB, SHIFT),
        press(pygame.K_F1),
        press(pygame.K_F11),
        press(pygame.K_PAGEUP),
        press(pygame.K_RETURN, ALT),
        press(pygame.K_s, CTRL),
        press(pygame.K_PLUS, CTRL),
        Event(pygame.KEYUP, key=pygame.K_a, mod=0),
        Event(pygame.MOUSEBUTTONDOWN, pos=(0, 0), button=1),
        Event(pygame.QUIT),
    ],
)
def test_what_is_not_for_a_field_is_left_to_the_screen(event: Event) -> None:
    writing = field("a|", multiline=True)

    assert writing.handle(event) is FieldOutcome.IGNORED

    assert writing.text == marked("a|", multiline=True)


@pytest.mark.parametrize("key", [pygame.K_h, pygame.K_SPACE, pygame.K_1, pygame.K_KP_1, 233])
def test_a_key_that_writes_is_not_left_to_the_screen_as_a_shortcut(key: int) -> None:
    assert field().handle(press(key)) is FieldOutcome.TAKEN


# Undoing


def test_words_are_undone_one_at_a_time() -> None:
    writing = field()
    write(writing, "one two")

    assert writing.handle(press(pygame.K_z, CTRL)) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "one |"
    writing.handle(press(pygame.K_z, CTRL))
    assert drawn(writing.text) == "|"
    assert writing.handle(press(pygame.K_z, CTRL)) is FieldOutcome.TAKEN


@pytest.mark.parametrize(("key", "mod"), [(pygame.K_y, CTRL), (pygame.K_z, CTRL | SHIFT), (pygame.K_z, CMD | SHIFT)])
def test_what_was_undone_can_be_done_again(key: int, mod: int) -> None:
    writing = field()
    write(writing, "one two")
    writing.handle(press(pygame.K_z, CTRL))
    writing.handle(press(pygame.K_z, CTRL))

    assert writing.handle(press(key, mod)) is FieldOutcome.CHANGED
    assert drawn(writing.text) == "one |"
    writing.handle(press(key, mod))
    assert drawn(writing.text) == "one two|"
    assert writing.handle(press(key, mod)) is FieldOutcome.TAKEN


def test_what_was_undone_is_forgotten_once_something_else_is_written() -> None:
    writing = field()
    write(writing, "one")
    writing.undo()
    write(writing, "x")

    assert writing.redo() is FieldOutcome.TAKEN

    assert drawn(writing.text) == "x|"


def test_undoing_brings_the_selection_back() -> None:
    writing = field("the ^old| commons")
    write(writing, "new")

    writing.undo()

    assert drawn(writing.text) == "the ^old| commons"


def test_moving_begins_another_thing_to_undo() -> None:
    writing = field()
    write(writing, "ab")
    writing.handle(press(pygame.K_LEFT))
    write(writing, "c")

    writing.undo()

    assert drawn(writing.text) == "a|b"


def test_letters_erased_one_after_another_are_undone_together() -> None:
    writing = field("abc|")
    for _ in range(3):
        writing.handle(press(pygame.K_BACKSPACE))

    writing.undo()

    assert drawn(writing.text) == "abc|"


def test_what_a_dead_key_composed_is_not_a_thing_to_undo() -> None:
    writing = field()
    for event in (typed("a"), composing("´"), composing(""), typed("é"), typed(" "), composing("´"), typed("è")):
        writing.handle(event)

    writing.undo()
    assert writing.text == EditedText("aé ", 3, 3)
    writing.undo()
    assert writing.text == EditedText()


def test_what_was_pasted_is_undone_one_paste_at_a_time() -> None:
    writing = field()
    writing.paste("one")
    writing.paste("two")

    writing.undo()

    assert drawn(writing.text) == "one|"


def test_an_event_that_writes_nothing_is_not_a_thing_to_undo() -> None:
    writing = field("a|")
    for event in (typed(""), composing("´"), typed(""), typed("b")):
        writing.handle(event)

    writing.undo()

    assert drawn(writing.text) == "a|"


def test_only_so_much_can_be_undone() -> None:
    writing = field()
    for _ in range(MAX_UNDO_STEPS + 50):
        writing.paste("a")
        writing.handle(press(pygame.K_BACKSPACE))

    undone = 0
    while writing.undo() is FieldOutcome.CHANGED:
        undone += 1

    assert undone == MAX_UNDO_STEPS


# Whatever happens


KEYS = (
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_HOME,
    pygame.K_END,
    pygame.K_BACKSPACE,
    pygame.K_DELETE,
    pygame.K_RETURN,
    pygame.K_ESCAPE,
    pygame.K_TAB,
    pygame.K_F1,
    *(ord(letter) for letter in "acvxyz"),
)
MODS = (0, CTRL, SHIFT, ALT, CMD, CTRL | SHIFT, ALT_GR_ON_WINDOWS)
PIECES = st.one_of(
    st.text(max_size=12),
    st.text(st.characters(categories=["Mn", "Cs", "Cc", "Cf", "So"]), max_size=6),
    st.sampled_from(["a", " ", "\n", E_ACUTE_IN_TWO, "\u0301", FAMILY, WAVE, FRANCE, FRANCE[0], "one two\nthree"]),
)
EVENTS = st.one_of(
    st.builds(press, st.sampled_from(KEYS), st.sampled_from(MODS)),
    st.builds(typed, PIECES),
    st.builds(composing, PIECES),
    st.just(Event(pygame.WINDOWFOCUSLOST)),
)
CLICKS = st.tuples(st.tuples(st.integers(-20, 300), st.integers(-20, 200)), st.booleans())


@given(st.lists(st.one_of(EVENTS, CLICKS), max_size=40), st.integers(0, 25), st.booleans(), WIDTHS)
def test_whatever_happens_the_text_stays_within_its_limit_and_the_caret_within_the_text(
    happening: list[Event | tuple[tuple[int, int], bool]], most: int, multiline: bool, width: int
) -> None:
    surface = ground()
    area = pygame.Rect(5, 5, width, 60)
    edited = TextField(EditedText.of("one two", max_length=most, multiline=multiline))
    edited.place(area, STYLE)

    for event in happening:
        before = edited.text, edited.scroll
        if isinstance(event, Event):
            outcome = edited.handle(event)
        else:
            outcome = edited.click(edited.index_at(event[0]), extend=event[1])
        paint_field(surface, area, edited.text, STYLE, focused=True, scroll=edited.scroll)
        text = edited.text

        assert len(text.text) <= most
        assert 0 <= text.caret <= len(text.text)
        assert 0 <= text.anchor <= len(text.text)
        assert multiline or "\n" not in text.text
        assert not any(unicodedata.category(letter) in ("Cs", "Cc") for letter in text.text.replace("\n", ""))
        assert text.to(text.caret).caret == text.caret
        assert area.contains(edited.caret_rect())
        assert outcome is FieldOutcome.CHANGED or (edited.text, edited.scroll) == before


@given(st.lists(EVENTS, max_size=30), st.booleans())
def test_all_that_is_done_can_be_undone_and_done_again(happening: list[Event], multiline: bool) -> None:
    edited = TextField(EditedText.of("one two", max_length=40, multiline=multiline))
    for event in happening:
        edited.handle(event)
    while edited.redo() is FieldOutcome.CHANGED:
        pass
    end = edited.text.text

    while edited.undo() is FieldOutcome.CHANGED:
        pass
    start = edited.text.text
    while edited.redo() is FieldOutcome.CHANGED:
        pass

    assert start == "one two"
    assert edited.text.text == end
