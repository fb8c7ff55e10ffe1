"""What can be written in a field, and how it looks."""

import time
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame.event import Event

from enacting.ui.graphics.theme import contrast, palette
from enacting.ui.graphics.typeset import Face, Type, width_of
from enacting.ui.writing import text_field
from enacting.ui.writing.text_field import (
    Field,
    Outcome,
    Text,
    caret_rect,
    cleaned,
    colours_on_leaf,
    field_lines,
    from_clipboard,
    index_at,
    line_away,
    line_end,
    line_start,
    paint_field,
    scrolled,
    selection_rects,
    shown,
    text_input_off,
    text_input_on,
    to_clipboard,
)

CTRL, SHIFT, ALT, CMD = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT, pygame.KMOD_LMETA
ALT_GR_ON_WINDOWS = pygame.KMOD_LCTRL | pygame.KMOD_RALT
STYLE = Type(Face.TEXT, 20)
BOX = pygame.Rect(40, 30, 200, 90)
E_ACUTE_IN_TWO = "e\u0301"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WAVE = "\U0001f44b\U0001f3fd"
FRANCE, BELGIUM = "\U0001f1eb\U0001f1f7", "\U0001f1e7\U0001f1ea"


@pytest.fixture(autouse=True)
def no_clipboard() -> Iterator[None]:
    """Without a display, pygame has no clipboard: what is copied stays with us."""
    pygame.display.quit()
    to_clipboard("")
    yield
    pygame.display.quit()


def marked(marks: str, **rest: bool) -> Text:
    """A text drawn with its caret as `|` and, if something is selected, its anchor as `^`."""
    written = marks.replace("|", "").replace("^", "")
    caret = marks.replace("^", "").index("|")
    anchor = marks.replace("|", "").index("^") if "^" in marks else caret
    return Text(written, caret, anchor, **rest)  # type: ignore[arg-type]


def drawn(text: Text) -> str:
    """The text with its marks, as `marked` reads them."""
    marks = [(text.caret, "|")] + ([(text.anchor, "^")] if text.anchor != text.caret else [])
    written = text.text
    for index, mark in sorted(marks, reverse=True):
        written = written[:index] + mark + written[index:]
    return written


def field(marks: str = "|", *, multiline: bool = False) -> Field:
    return Field(marked(marks, multiline=multiline))


def press(key: int, mod: int = 0, scancode: int = 0) -> Event:
    return Event(pygame.KEYDOWN, key=key, mod=mod, unicode="#", scancode=scancode)


def typed(text: str) -> Event:
    return Event(pygame.TEXTINPUT, text=text)


def composing(text: str) -> Event:
    return Event(pygame.TEXTEDITING, text=text, start=len(text), length=0)


def write(into: Field, words: str) -> None:
    for letter in words:
        into.handle(press(ord(letter)))
        into.handle(typed(letter))


# Writing


def test_text_goes_where_the_caret_is() -> None:
    assert drawn(marked("to| gether").insert("wn")) == "town| gether"


def test_text_takes_the_place_of_the_selection() -> None:
    assert drawn(marked("the ^old| commons").insert("new")) == "the new| commons"
    assert drawn(marked("the |old^ commons").insert("new")) == "the new| commons"


def test_inserting_changes_nothing_in_the_text_before() -> None:
    before = marked("to|")

    before.insert("wn")

    assert before == marked("to|")


def test_letters_come_from_text_input_and_never_from_keys() -> None:
    writing = field()

    assert writing.handle(press(pygame.K_h)) is Outcome.TAKEN
    assert writing.text.text == ""
    assert writing.handle(typed("h")) is Outcome.CHANGED
    assert drawn(writing.text) == "h|"


def test_a_dead_key_shows_what_it_composes_and_then_writes_it() -> None:
    writing = field("caf|, thé")

    assert writing.handle(press(0)) is Outcome.TAKEN
    assert writing.handle(composing("´")) is Outcome.CHANGED
    assert shown(writing.text) == "caf´, thé"
    assert writing.text.text == "caf, thé"
    assert writing.handle(press(pygame.K_e)) is Outcome.TAKEN
    assert writing.handle(composing("")) is Outcome.CHANGED
    assert writing.handle(typed("é")) is Outcome.CHANGED
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
    assert shown(writing.text) == "the に commons"
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

    assert writing.handle(press(key)) is Outcome.TAKEN

    assert writing.text == Text("a", 1, 1, "に")


def test_losing_the_window_drops_what_was_being_composed() -> None:
    writing = field("a|")
    writing.handle(composing("に"))

    assert writing.handle(Event(pygame.WINDOWFOCUSLOST)) is Outcome.CHANGED

    assert writing.text == Text("a", 1, 1)
    assert writing.handle(Event(pygame.WINDOWFOCUSLOST)) is Outcome.IGNORED


def test_alt_gr_of_windows_is_not_control() -> None:
    writing = field("^a|")
    to_clipboard("nothing to do here")

    for key in (pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_x, pygame.K_z, pygame.K_y):
        assert writing.handle(press(key, ALT_GR_ON_WINDOWS)) is Outcome.TAKEN
    writing.handle(typed("ż"))

    assert drawn(writing.text) == "ż|"
    assert from_clipboard() == "nothing to do here"


@pytest.mark.parametrize(
    "piece",
    ["a b c ", "é’à ", "e\u0301", "\u0301", "\u200b", "👨\u200d👩\u200d👧", "\n", "\t", "\u1100\u1161\u11a8", "\udcff"],
)
def test_a_megabyte_that_is_pasted_is_cut_at_once(piece: str) -> None:
    pasted = piece * (1_000_000 // len(piece))
    started = time.process_time()

    text = Text.of("", max_length=1000, multiline=True).insert(pasted)

    assert time.process_time() - started < 0.25
    assert text.text == Text.of(piece * 2000, max_length=1000, multiline=True).text


# What may be written


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\0b", "ab"),
        ("a\x1b[31mb\x7f\x9f", "a[31mb"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\ud83db", "ab"),
        ("\ufeffa\u200bb\u00adc\u034fd\u3164", "abcd"),
        ("a\tb", "a b"),
        ("l’été : 5 €", "l’été : 5 €"),
        ("\u00a0\u202f", "\u00a0\u202f"),
        (E_ACUTE_IN_TWO, "é"),
        (FAMILY + WAVE + FRANCE, FAMILY + WAVE + FRANCE),
        ("\ue000\U0001fae8", "\U0001fae8"),
        ("e" + "\u0315" * 9, "e\u0315\u0315"),
    ],
)
def test_what_cannot_be_seen_or_kept_is_left_out(written: str, kept: str) -> None:
    assert cleaned(written, multiline=True) == kept
    assert cleaned(written, multiline=False) == kept


def test_pasted_newlines_become_spaces_in_a_single_line() -> None:
    assert Text().insert("un\r\ndeux\ntrois\n\nquatre\u2028cinq").text == "un deux trois quatre cinq"


def test_a_newline_pasted_after_a_name_is_left_out_in_a_single_line() -> None:
    assert Text().insert("Awa\r\n").text == "Awa"


def test_pasted_newlines_stay_in_a_multiline_field_all_of_one_kind() -> None:
    assert Text(multiline=True).insert("un\r\ndeux\rtrois\u2029\n").text == "un\ndeux\ntrois\n\n"


def test_what_is_composed_is_cleaned_too() -> None:
    assert Text().compose("a\0\nb").composition == "a b"


def test_nothing_is_erased_when_nothing_can_be_inserted() -> None:
    assert drawn(marked("^all|").insert("\0\u202e")) == "^all|"


def test_text_is_cut_at_the_limit_and_what_follows_the_caret_stays() -> None:
    assert drawn(Text("abyz", 2, 2, max_length=6).insert("cdefg")) == "abcd|yz"


def test_a_full_field_takes_nothing_more() -> None:
    full = Field(Text.of("abc", max_length=3))

    assert full.handle(typed("d")) is Outcome.TAKEN

    assert drawn(full.text) == "abc|"


def test_a_selection_makes_room() -> None:
    assert drawn(Text("abc", 3, 1, max_length=3).insert("xyz")) == "axy|"


def test_the_limit_does_not_cut_a_character_in_two() -> None:
    assert Text(max_length=4).insert("a" + FAMILY).text == "a"
    assert Text(max_length=3).insert(FRANCE + BELGIUM).text == FRANCE


def test_a_text_read_from_elsewhere_is_mended() -> None:
    assert drawn(Text.of("a\0b\nc\n", max_length=3)) == "ab |"


@pytest.mark.parametrize(("caret", "anchor"), [(-1, 0), (3, 0), (0, -1), (0, 3)])
def test_a_caret_outside_the_text_is_a_mistake(caret: int, anchor: int) -> None:
    with pytest.raises(ValueError, match="outside 0 to 2"):
        Text("ab", caret, anchor)


def test_a_text_beyond_its_limit_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="3 characters in a field of 2"):
        Text("abc", max_length=2)


# Erasing


@pytest.mark.parametrize(
    "one", ["é", E_ACUTE_IN_TWO, "x\u0302\u0323", FAMILY, WAVE, FRANCE, "1\ufe0f\u20e3", "\n", "字"]
)
def test_what_people_count_as_one_is_stepped_over_and_erased_as_one(one: str) -> None:
    text = Text("a" + one + "b", 1, 1, multiline=True)
    after = 1 + len(one)

    assert text.right().caret == after
    assert text.right().left().caret == 1
    assert text.delete().text == "ab"
    assert text.to(after).backspace().text == "ab"
    assert text.to(after).backspace().caret == 1


def test_flags_side_by_side_are_apart() -> None:
    assert Text.of(FRANCE + BELGIUM + FRANCE).backspace().text == FRANCE + BELGIUM


def test_an_accent_does_not_join_a_newline() -> None:
    assert Text("\n\u0301", 0, 0, multiline=True).right().caret == 1


def test_a_caret_is_never_left_inside_a_character() -> None:
    between = Text(f"{FRANCE[0]}a{FRANCE[1]}", 2, 2)

    assert between.backspace() == Text(FRANCE, 2, 2)


def test_erasing_takes_the_selection_first() -> None:
    assert drawn(marked("the ^old| commons").backspace()) == "the | commons"
    assert drawn(marked("the ^old| commons").delete()) == "the | commons"
    assert drawn(marked("the ^old| commons").backspace_word()) == "the | commons"
    assert drawn(marked("the ^old| commons").delete_word()) == "the | commons"


def test_there_is_nothing_to_erase_at_the_ends() -> None:
    assert marked("|a").backspace() == marked("|a")
    assert marked("a|").delete() == marked("a|")
    assert marked("|a").backspace_word() == marked("|a")
    assert marked("a|").delete_word() == marked("a|")


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

    assert writing.handle(press(key, mod)) is Outcome.CHANGED

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

    assert moving.handle(press(key, mod)) is Outcome.CHANGED

    assert drawn(moving.text) == after


def test_a_key_that_moves_nothing_is_still_the_fields() -> None:
    assert field("|a").handle(press(pygame.K_LEFT)) is Outcome.TAKEN
    assert field("a|").handle(press(pygame.K_END)) is Outcome.TAKEN


def test_up_and_down_are_not_for_a_single_line() -> None:
    assert field("a|").handle(press(pygame.K_UP)) is Outcome.IGNORED
    assert field("a|").handle(press(pygame.K_DOWN)) is Outcome.IGNORED


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
    assert moving.handle(press(pygame.K_DOWN)) is Outcome.TAKEN


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
    moving.lie((0, 0, width_of("wide wide ", STYLE), 200), STYLE)

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
    assert drawn(Text.of(before).select_word(index)) == after


def test_a_click_puts_the_caret_and_dragging_selects() -> None:
    clicked = field("|one two")

    assert clicked.click(4) is Outcome.CHANGED
    assert clicked.click(7, extend=True) is Outcome.CHANGED
    assert drawn(clicked.text) == "one ^two|"
    assert clicked.click(7, extend=True) is Outcome.TAKEN


def test_a_click_drops_what_was_being_composed() -> None:
    clicked = field("one|")
    clicked.handle(composing("´"))

    clicked.click(1)

    assert clicked.text == marked("o|ne")


# Leaving


def test_enter_submits_a_single_line() -> None:
    assert field("a|").handle(press(pygame.K_RETURN)) is Outcome.SUBMITTED
    assert field("a|").handle(press(pygame.K_KP_ENTER)) is Outcome.SUBMITTED


def test_enter_is_a_newline_in_a_multiline_field_and_control_enter_submits() -> None:
    writing = field("a|b", multiline=True)

    assert writing.handle(press(pygame.K_RETURN)) is Outcome.CHANGED
    assert drawn(writing.text) == "a\n|b"
    assert writing.handle(press(pygame.K_RETURN, SHIFT)) is Outcome.CHANGED
    assert drawn(writing.text) == "a\n\n|b"
    assert writing.handle(press(pygame.K_RETURN, CTRL)) is Outcome.SUBMITTED
    assert writing.handle(press(pygame.K_RETURN, CMD)) is Outcome.SUBMITTED
    assert drawn(writing.text) == "a\n\n|b"


def test_escape_cancels() -> None:
    assert field("a|").handle(press(pygame.K_ESCAPE)) is Outcome.CANCELLED


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

    assert writing.handle(event) is Outcome.IGNORED

    assert writing.text == marked("a|", multiline=True)


@pytest.mark.parametrize("key", [pygame.K_h, pygame.K_SPACE, pygame.K_1, pygame.K_KP_1, 233])
def test_a_key_that_writes_is_not_left_to_the_screen_as_a_shortcut(key: int) -> None:
    assert field().handle(press(key)) is Outcome.TAKEN


# The clipboard


@pytest.mark.parametrize("mod", [CTRL, pygame.KMOD_RCTRL, CMD, pygame.KMOD_RMETA])
def test_cut_and_paste_move_the_selection(mod: int) -> None:
    moving = field("the ^old |commons")

    assert moving.handle(press(pygame.K_x, mod)) is Outcome.CHANGED
    assert drawn(moving.text) == "the |commons"
    moving.handle(press(pygame.K_END))
    assert moving.handle(press(pygame.K_v, mod)) is Outcome.CHANGED

    assert drawn(moving.text) == "the commonsold |"


def test_copying_changes_nothing() -> None:
    copying = field("the ^old| commons")

    assert copying.handle(press(pygame.K_c, CTRL)) is Outcome.TAKEN

    assert from_clipboard() == "old"
    assert drawn(copying.text) == "the ^old| commons"


def test_copying_or_cutting_nothing_keeps_the_clipboard() -> None:
    to_clipboard("kept")

    assert field("a|").handle(press(pygame.K_c, CTRL)) is Outcome.TAKEN
    assert field("a|").handle(press(pygame.K_x, CTRL)) is Outcome.TAKEN

    assert from_clipboard() == "kept"


def test_shortcuts_follow_the_letters_of_azerty() -> None:
    selecting = field("a|")

    assert selecting.handle(press(pygame.K_q, CTRL, scancode=pygame.KSCAN_A)) is Outcome.IGNORED
    assert selecting.handle(press(pygame.K_a, CTRL, scancode=pygame.KSCAN_Q)) is Outcome.CHANGED

    assert drawn(selecting.text) == "^a|"


def test_shortcuts_follow_the_places_of_letters_where_there_are_none() -> None:
    selecting = field("a|")

    selecting.handle(press(ord("ф"), CTRL, scancode=pygame.KSCAN_A))

    assert drawn(selecting.text) == "^a|"


def test_with_a_display_the_clipboard_is_the_systems() -> None:
    pygame.display.init()

    to_clipboard("été")

    assert pygame.scrap.get_text() == "été"
    pygame.scrap.put_text("elsewhere")
    assert from_clipboard() == "elsewhere"


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_a_clipboard_that_refuses_does_not_raise(text: str) -> None:
    pygame.display.init()

    to_clipboard(text)

    assert isinstance(from_clipboard(), str)


def test_text_input_does_not_raise_without_a_display() -> None:
    text_input_on((1, 2, 3, 4))
    text_input_on((5, 2, 3, 4))
    text_input_off()
    text_input_off()


def test_text_input_begins_once_however_often_the_caret_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: happened.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: happened.append("stop"))
    monkeypatch.setattr(pygame.key, "set_text_input_rect", lambda rect: happened.append(str(rect[0])))
    text_input_off()
    happened.clear()

    for left in (1, 2):
        text_input_on((left, 0, 2, 20))
    text_input_off()
    text_input_on((3, 0, 2, 20))
    text_input_off()

    assert happened == ["start", "1", "2", "stop", "start", "3", "stop"]


# Undoing


def test_words_are_undone_one_at_a_time() -> None:
    writing = field()
    write(writing, "one two")

    assert writing.handle(press(pygame.K_z, CTRL)) is Outcome.CHANGED
    assert drawn(writing.text) == "one |"
    writing.handle(press(pygame.K_z, CTRL))
    assert drawn(writing.text) == "|"
    assert writing.handle(press(pygame.K_z, CTRL)) is Outcome.TAKEN


@pytest.mark.parametrize(("key", "mod"), [(pygame.K_y, CTRL), (pygame.K_z, CTRL | SHIFT), (pygame.K_z, CMD | SHIFT)])
def test_what_was_undone_can_be_done_again(key: int, mod: int) -> None:
    writing = field()
    write(writing, "one two")
    writing.handle(press(pygame.K_z, CTRL))
    writing.handle(press(pygame.K_z, CTRL))

    assert writing.handle(press(key, mod)) is Outcome.CHANGED
    assert drawn(writing.text) == "one |"
    writing.handle(press(key, mod))
    assert drawn(writing.text) == "one two|"
    assert writing.handle(press(key, mod)) is Outcome.TAKEN


def test_what_was_undone_is_forgotten_once_something_else_is_written() -> None:
    writing = field()
    write(writing, "one")
    writing.undo()
    write(writing, "x")

    assert writing.redo() is Outcome.TAKEN

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
    assert writing.text == Text("aé ", 3, 3)
    writing.undo()
    assert writing.text == Text()


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
    for _ in range(text_field.MAX_UNDONE + 50):
        writing.paste("a")
        writing.handle(press(pygame.K_BACKSPACE))

    undone = 0
    while writing.undo() is Outcome.CHANGED:
        undone += 1

    assert undone == text_field.MAX_UNDONE


# Lines


def test_a_single_line_is_one_line_however_long() -> None:
    lines = field_lines(Text.of("long " * 30), STYLE, 100)

    assert [(line.start, line.end, line.flows) for line in lines] == [(0, 150, False)]


def test_lines_are_wrapped_after_spaces() -> None:
    lines = field_lines(Text.of("wide wide  wide", multiline=True), STYLE, width_of("wide wide", STYLE) + 2)

    assert [(line.text, line.start, line.end, line.flows) for line in lines] == [
        ("wide wide  ", 0, 11, True),
        ("wide", 11, 15, False),
    ]


def test_a_newline_begins_a_line_even_at_the_end() -> None:
    lines = field_lines(Text.of("a\n\nb\n", multiline=True), STYLE, 300)

    assert [(line.text, line.start, line.end, line.flows) for line in lines] == [
        ("a", 0, 1, False),
        ("", 2, 2, False),
        ("b", 3, 4, False),
        ("", 5, 5, False),
    ]
    assert [line.top for line in lines] == [0, STYLE.line_height, 2 * STYLE.line_height, 3 * STYLE.line_height]


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = field_lines(Text.of("mmmmmmm", multiline=True), STYLE, width_of("mmm", STYLE) + 2)

    assert [line.text for line in lines] == ["mmm", "mmm", "m"]


@pytest.mark.parametrize("width", [-5, 0, 1, 3])
def test_a_field_too_narrow_for_a_letter_has_a_letter_a_line(width: int) -> None:
    lines = field_lines(Text.of("ab c", multiline=True), STYLE, width)

    assert [line.text for line in lines] == ["a", "b ", "c"]


def test_what_is_composed_is_laid_out_with_the_rest() -> None:
    text = Text("ab", 1, 1, "日本")

    assert [line.text for line in field_lines(text, STYLE, 300)] == ["a日本b"]
    assert caret_rect(text, STYLE, BOX).left == BOX.left + width_of("a日本", STYLE)


def test_a_point_in_what_is_composed_is_where_it_will_be_written() -> None:
    text = marked("a^old|b").compose("mmmm")
    middle = BOX.left + width_of("amm", STYLE)

    assert index_at((middle, BOX.centery), text, STYLE, BOX) == 1
    assert index_at((BOX.right, BOX.centery), text, STYLE, BOX) == 5
    assert index_at((BOX.left, BOX.centery), text, STYLE, BOX) == 0


def test_a_single_line_slides_for_the_caret_to_be_seen() -> None:
    text = Text.of("m" * 60)

    caret = caret_rect(text, STYLE, BOX)

    assert caret.right == BOX.right
    assert caret_rect(text.to(0), STYLE, BOX).left == BOX.left


def test_a_field_slides_only_if_the_caret_would_be_out_of_sight() -> None:
    sliding = Field(Text.of("m" * 60))
    sliding.lie(BOX, STYLE)
    before = sliding.scroll

    for point in ((BOX.left + 1, BOX.centery), BOX.center, (BOX.right - 1, BOX.centery)):
        sliding.click(sliding.index_at(point))
        sliding.click(sliding.index_at(point))
        assert abs(sliding.scroll[0] - before[0]) <= width_of("m", STYLE) + BOX.width // 4
        assert BOX.contains(sliding.caret_rect())
    sliding.handle(press(pygame.K_HOME))

    assert sliding.scroll == (0, 0)


def test_a_click_in_sight_slides_nothing() -> None:
    sliding = Field(Text.of("m" * 60))
    sliding.lie(BOX, STYLE)
    before = sliding.scroll

    sliding.click(sliding.index_at(BOX.center))

    assert sliding.scroll == before
    assert abs(sliding.caret_rect().left - BOX.centerx) <= width_of("m", STYLE)


def test_a_multiline_field_slides_up_for_the_caret_to_be_seen() -> None:
    sliding = Field(Text.of("a\n" * 20, multiline=True))
    sliding.lie(BOX, STYLE)

    assert sliding.caret_rect().bottom == BOX.bottom
    sliding.handle(press(pygame.K_HOME, CTRL))
    assert sliding.caret_rect().top == BOX.top


def test_a_field_that_has_become_short_slides_back() -> None:
    sliding = Field(Text.of("m" * 60))
    sliding.lie(BOX, STYLE)

    sliding.handle(press(pygame.K_a, CTRL))
    sliding.handle(typed("m"))

    assert sliding.scroll == (0, 0)


def test_a_field_erased_from_its_end_stays_full() -> None:
    sliding = Field(Text.of("m" * 60))
    sliding.lie(BOX, STYLE)

    for _ in range(20):
        sliding.handle(press(pygame.K_BACKSPACE))

        assert sliding.caret_rect().right == BOX.right


def test_going_back_beyond_the_edge_shows_what_precedes() -> None:
    sliding = Field(Text.of("m" * 60))
    sliding.lie(BOX, STYLE)
    lefts = []

    for _ in range(20):
        sliding.handle(press(pygame.K_LEFT))
        lefts.append(sliding.caret_rect().left)

    assert min(lefts) < BOX.left + width_of("m", STYLE)
    assert max(after - before for before, after in pairwise(lefts)) > width_of("mm", STYLE)


def test_a_single_line_is_in_the_middle_of_the_height_and_lines_begin_at_the_top() -> None:
    assert caret_rect(Text(), STYLE, BOX).centery == BOX.centery
    assert caret_rect(Text(multiline=True), STYLE, BOX).top == BOX.top


def test_spaces_that_hang_over_the_end_of_a_line_leave_the_caret_in_the_field() -> None:
    text = Text.of("wide" + " " * 80, multiline=True)

    assert BOX.contains(caret_rect(text, STYLE, BOX))


def test_the_caret_is_thick_enough_to_be_seen_and_grows_with_the_text() -> None:
    assert caret_rect(Text(), Type(Face.TEXT, 11), BOX).width == 2
    assert caret_rect(Text(), Type(Face.TEXT, 40), BOX).width == 4


def test_a_selection_is_a_rectangle_a_line_with_a_sliver_for_each_newline() -> None:
    text = marked("a^b\n\nc|d", multiline=True)
    step, a, ab, c = STYLE.line_height, width_of("a", STYLE), width_of("ab", STYLE), width_of("c", STYLE)

    rects = selection_rects(text, STYLE, (0, 0, 300, 300))

    assert [tuple(rect) for rect in rects] == [(a, 0, ab - a + 5, step), (0, step, 5, step), (0, 2 * step, c, step)]


def test_nothing_selected_has_no_rectangle() -> None:
    assert selection_rects(marked("ab|c"), STYLE, BOX) == ()


def test_what_is_composed_hides_the_selection_it_will_replace() -> None:
    assert selection_rects(marked("a^b|c").compose("´"), STYLE, BOX) == ()


def test_points_outside_the_field_are_the_nearest_places_of_the_text() -> None:
    text = Text.of("one\ntwo", multiline=True)

    assert index_at((-999, -999), text, STYLE, BOX) == 0
    assert index_at((999, -999), text, STYLE, BOX) == 3
    assert index_at((999, 999), text, STYLE, BOX) == 7


def test_a_point_right_of_a_wrapped_line_stays_on_that_line() -> None:
    text = Text.of("wide wide wide", multiline=True)
    area = pygame.Rect(0, 0, width_of("wide wide ", STYLE), 100)

    index = index_at((area.right - 1, 5), text, STYLE, area)

    assert index == 9
    assert caret_rect(text.to(index), STYLE, area).top == 0


VISIBLE = st.text(st.sampled_from("aim W.é字\n"), max_size=60)
WIDTHS = st.integers(40, 260)


@given(VISIBLE, WIDTHS, st.booleans())
def test_a_click_on_the_caret_finds_the_caret(written: str, width: int, multiline: bool) -> None:
    area = pygame.Rect(7, 9, width, 60)
    text = Text.of(written, multiline=multiline)

    for index in range(len(text.text) + 1):
        at = text.to(index)
        caret = caret_rect(at, STYLE, area)
        found = at.to(index_at((caret.left, caret.centery), at, STYLE, area))

        assert caret_rect(found, STYLE, area, scroll=scrolled(at, STYLE, area.size)) == caret


@given(st.text(max_size=60), st.text(max_size=3), WIDTHS, st.booleans(), st.data())
def test_lines_hold_the_whole_text_and_the_caret_is_in_sight(
    written: str, composition: str, width: int, multiline: bool, data: st.DataObject
) -> None:
    area = pygame.Rect(7, 9, width, 60)
    text = Text.of(written, multiline=multiline)
    text = text.to(data.draw(st.integers(0, len(text.text)))).compose(composition)

    lines = field_lines(text, STYLE, width)

    assert "".join(line.text + ("" if line.flows else "\n") for line in lines) == shown(text) + "\n"
    assert all(shown(text)[line.start : line.end] == line.text for line in lines)
    assert area.contains(caret_rect(text, STYLE, area))


@given(st.text(max_size=60), WIDTHS, st.integers(-3, 3), st.integers(-10, 300))
def test_the_ends_of_a_line_and_the_lines_around_are_places_of_the_text(
    written: str, width: int, rows: int, column: int
) -> None:
    text = Text.of(written, multiline=True)

    start, end = line_start(text, STYLE, width), line_end(text, STYLE, width)
    away = line_away(text, STYLE, width, rows=rows, column=column)

    assert 0 <= start <= end <= len(text.text)
    assert text.to(away).caret == away


# Painting


def ground(colour: tuple[int, int, int] = palette().panel) -> pygame.Surface:
    surface = pygame.Surface((280, 150))
    surface.fill(colour)
    return surface


def colours_of(surface: pygame.Surface, area: pygame.Rect) -> set[tuple[int, int, int]]:
    pixels = ((x, y) for x in range(area.left, area.right) for y in range(area.top, area.bottom))
    return {tuple(surface.get_at(pixel))[:3] for pixel in pixels}  # type: ignore[misc]


def same(one: pygame.Surface, other: pygame.Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


@pytest.mark.parametrize("multiline", [False, True])
def test_nothing_is_painted_outside_the_field(multiline: bool) -> None:
    surface = ground()
    text = Text.of("many words " * 15, multiline=multiline).select_all().to(60, extend=True)

    paint_field(surface, BOX, text, STYLE, focused=True)
    assert len(colours_of(surface, BOX)) > 2
    surface.fill(palette().panel, BOX)

    assert same(surface, ground())


def test_the_clip_of_the_surface_is_respected_and_given_back() -> None:
    surface = ground()
    surface.set_clip((0, 0, 60, 150))

    paint_field(surface, BOX, Text.of("many words"), STYLE, focused=True)

    assert surface.get_clip() == pygame.Rect(0, 0, 60, 150)
    assert colours_of(surface, pygame.Rect(60, 0, 200, 150)) == {palette().panel}


def test_the_caret_is_painted_only_when_focused_and_wanted() -> None:
    caret = caret_rect(Text(), STYLE, BOX)
    painted = []

    for focused, caret_visible in ((True, True), (True, False), (False, True)):
        surface = ground()
        paint_field(surface, BOX, Text(), STYLE, focused=focused, caret_visible=caret_visible)
        painted.append(colours_of(surface, caret))

    assert painted == [{colours_on_leaf().caret}, {palette().panel}, {palette().panel}]


def test_the_selection_is_painted_only_when_focused() -> None:
    text = marked("^   |")
    (selected,) = selection_rects(text, STYLE, BOX)
    focused, unfocused = ground(), ground()

    paint_field(focused, BOX, text, STYLE, focused=True, caret_visible=False)
    paint_field(unfocused, BOX, text, STYLE, focused=False)

    assert colours_of(focused, selected) == {colours_on_leaf().selection}
    assert same(unfocused, ground())


@pytest.mark.parametrize("multiline", [False, True])
def test_a_placeholder_is_painted_in_second_ink_until_something_is_written(multiline: bool) -> None:
    empty, filled, bare = ground(), ground(), ground()
    nothing, something = Text(multiline=multiline), Text.of(" ", multiline=multiline)

    paint_field(empty, BOX, nothing, STYLE, focused=False, placeholder="Your name")
    paint_field(filled, BOX, something, STYLE, focused=False, placeholder="Your name")
    paint_field(bare, BOX, nothing, STYLE, focused=False)

    assert colours_on_leaf().second in colours_of(empty, BOX)
    assert colours_on_leaf().ink not in colours_of(empty, BOX)
    assert same(filled, ground())
    assert same(bare, ground())


def test_what_is_composed_is_underlined() -> None:
    plain, composed = ground(), ground()

    paint_field(plain, BOX, Text("aiai", 4, 4), STYLE, focused=False)
    paint_field(composed, BOX, Text("aa", 1, 1, "ia"), STYLE, focused=False)
    start, end = BOX.left + width_of("a", STYLE), BOX.left + width_of("aia", STYLE)
    underlined = [
        y
        for y in range(BOX.top, BOX.bottom)
        if all(composed.get_at((x, y))[:3] == colours_on_leaf().ink for x in range(start, end))
    ]

    assert len(underlined) == 1
    assert plain.get_at((start, underlined[0]))[:3] == palette().panel
    assert composed.get_at((start - 2, underlined[0]))[:3] == palette().panel


def test_a_line_that_slides_does_not_tremble() -> None:
    words = "".join(chr(ord("a") + index % 26) for index in range(120))
    whole = pygame.Surface((3000, 150))
    whole.fill(palette().panel)
    paint_field(whole, (0, BOX.top, 3000, BOX.height), Text.of(words), STYLE, focused=False)

    for slide in (1, 250, 487, 700):
        part = ground()
        paint_field(part, BOX, Text.of(words), STYLE, focused=False, scroll=(slide, 0))

        assert same(part.subsurface(BOX), whole.subsurface((slide, BOX.top, BOX.width, BOX.height)))


@pytest.mark.parametrize("caret", [0, 15_000, 30_000])
def test_a_line_of_thirty_thousand_letters_is_painted_to_both_edges(caret: int) -> None:
    surface = ground()

    paint_field(surface, BOX, Text("l" * 30_000, caret, caret, max_length=30_000), STYLE, focused=False)

    for left in (BOX.left, BOX.right - 10):
        assert len(colours_of(surface, pygame.Rect(left, BOX.top, 10, BOX.height))) > 1


def test_what_is_written_can_be_read_selected_or_not() -> None:
    assert contrast(colours_on_leaf().ink, palette().panel) >= 7
    assert contrast(colours_on_leaf().ink, colours_on_leaf().selection) >= 4.5
    assert contrast(colours_on_leaf().second, palette().panel) >= 4.5
    assert contrast(colours_on_leaf().caret, palette().panel) >= 3


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
    edited = Field(Text.of("one two", max_length=most, multiline=multiline))
    edited.lie(area, STYLE)

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
        assert outcome is Outcome.CHANGED or (edited.text, edited.scroll) == before


@given(st.lists(EVENTS, max_size=30), st.booleans())
def test_all_that_is_done_can_be_undone_and_done_again(happening: list[Event], multiline: bool) -> None:
    edited = Field(Text.of("one two", max_length=40, multiline=multiline))
    for event in happening:
        edited.handle(event)
    while edited.redo() is Outcome.CHANGED:
        pass
    end = edited.text.text

    while edited.undo() is Outcome.CHANGED:
        pass
    start = edited.text.text
    while edited.redo() is Outcome.CHANGED:
        pass

    assert start == "one two"
    assert edited.text.text == end
