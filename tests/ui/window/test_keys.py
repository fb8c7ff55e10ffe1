"""Keys do the same on the keyboards of two countries: as QWERTY and AZERTY send them, with what each writes."""

import pygame
import pytest
from pygame.event import Event

from enacting.language.words import words_in
from enacting.ui.items.keys import key_name, shown_key, without_late_repeats
from enacting.ui.writing.keyboards import meant_key

CTRL, SHIFT, META = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LMETA


def press(key: int, scancode: int = 0, unicode: str = "", mod: int = 0) -> Event:
    """A key going down."""
    return Event(pygame.KEYDOWN, key=key, scancode=scancode, unicode=unicode, mod=mod)


QWERTY = [
    ("1", press(pygame.K_1, pygame.KSCAN_1, "1")),
    ("0", press(pygame.K_0, pygame.KSCAN_0, "0")),
    ("a", press(pygame.K_a, pygame.KSCAN_A, "a")),
    ("m", press(pygame.K_m, pygame.KSCAN_M, "m")),
    ("q", press(pygame.K_q, pygame.KSCAN_Q, "q")),
    ("+", press(pygame.K_EQUALS, pygame.KSCAN_EQUALS, "+", SHIFT)),
    ("+", press(pygame.K_EQUALS, pygame.KSCAN_EQUALS, "")),
    ("ctrl+z", press(pygame.K_z, pygame.KSCAN_Z, "\x1a", CTRL)),
    ("ctrl+z", press(pygame.K_z, pygame.KSCAN_Z, "", META)),
    ("ctrl+shift+z", press(pygame.K_z, pygame.KSCAN_Z, "", CTRL | SHIFT)),
    ("f6", press(pygame.K_F6, pygame.KSCAN_F6)),
    ("7", press(pygame.K_KP7, pygame.KSCAN_KP7, "7")),
    ("+", press(pygame.K_KP_PLUS, pygame.KSCAN_KP_PLUS, "+")),
]

AZERTY = [
    ("1", press(pygame.K_AMPERSAND, pygame.KSCAN_1, "&")),
    ("1", press(pygame.K_AMPERSAND, pygame.KSCAN_1, "1", SHIFT)),
    ("2", press(ord("é"), pygame.KSCAN_2, "é")),
    ("6", press(pygame.K_MINUS, pygame.KSCAN_6, "-")),
    ("9", press(ord("ç"), pygame.KSCAN_9, "")),
    ("0", press(ord("à"), pygame.KSCAN_0, "à")),
    ("a", press(pygame.K_a, pygame.KSCAN_Q, "a")),
    ("q", press(pygame.K_q, pygame.KSCAN_A, "q")),
    ("m", press(pygame.K_m, pygame.KSCAN_SEMICOLON, "m")),
    ("ctrl+z", press(pygame.K_z, pygame.KSCAN_W, "\x1a", CTRL)),
    ("+", press(pygame.K_EQUALS, pygame.KSCAN_EQUALS, "+", SHIFT)),
    ("+", press(pygame.K_EQUALS, pygame.KSCAN_EQUALS, "=")),
]


@pytest.mark.parametrize(("name", "event"), [*QWERTY, *AZERTY])
def test_a_key_has_the_name_that_is_printed_on_it(name: str, event: Event) -> None:
    assert key_name(event) == name


@pytest.mark.parametrize("event", [press(pygame.K_SEMICOLON, pygame.KSCAN_SEMICOLON, ";"), press(ord("ù"), 52, "ù")])
def test_a_key_that_does_nothing_has_no_name(event: Event) -> None:
    assert key_name(event) == ""


def test_a_key_on_its_own_key_of_plus_is_plus_whatever_the_digit_under_it() -> None:
    swiss = press(pygame.K_1, pygame.KSCAN_1, "+", SHIFT)

    assert key_name(swiss) == "+"


def test_keys_are_written_as_on_the_keyboard_of_the_country() -> None:
    assert [shown_key(keys, words_in("fr")) for keys in ("n", "1", "f6", "ctrl+z")] == ["N", "1", "F6", "Ctrl+Z"]


@pytest.mark.parametrize("letter", ["т", "τ", "ל", "ن", "ნ"], ids=["ru", "gr", "il", "ara", "ge"])
def test_a_shortcut_is_by_place_on_a_keyboard_without_latin_letters(letter: str) -> None:
    assert key_name(press(ord(letter), pygame.KSCAN_N, letter)) == "n"
    assert key_name(press(ord(letter), pygame.KSCAN_Z, "", CTRL)) == "ctrl+z"


def test_what_alt_gr_writes_is_no_shortcut() -> None:
    assert key_name(press(pygame.K_e, pygame.KSCAN_E, "€", pygame.KMOD_RALT | CTRL)) == ""
    assert key_name(press(pygame.K_e, pygame.KSCAN_E, "€", pygame.KMOD_MODE)) == ""


def test_a_key_let_go_of_during_a_slow_frame_has_not_repeated() -> None:
    tab, up = press(pygame.K_TAB), Event(pygame.KEYUP, key=pygame.K_TAB)
    other = press(pygame.K_a, unicode="a")

    assert without_late_repeats([tab, tab, other, up, tab, up, tab], {pygame.K_TAB}) == [other, up, tab, up, tab]
    assert without_late_repeats([tab, tab, up], set()) == [tab, up]
    assert without_late_repeats([tab, tab], {pygame.K_TAB}) == [tab, tab]


def test_the_keypad_is_digits_with_num_lock_and_arrows_without() -> None:
    assert key_name(press(pygame.K_KP4, pygame.KSCAN_KP4, "", pygame.KMOD_NUM)) == "4"
    assert key_name(press(pygame.K_KP4, pygame.KSCAN_KP4)) == ""
    assert meant_key(press(pygame.K_KP4, pygame.KSCAN_KP4)) == pygame.K_LEFT
