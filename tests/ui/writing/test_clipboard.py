"""Copying, cutting and pasting."""

import pygame
import pytest
from ui.writing.editing import CMD, CTRL, drawn, field, press

from enacting.ui.writing.clipboard import copy_to_clipboard, read_clipboard
from enacting.ui.writing.text_field import FieldOutcome


@pytest.mark.parametrize("mod", [CTRL, pygame.KMOD_RCTRL, CMD, pygame.KMOD_RMETA])
def test_cut_and_paste_move_the_selection(mod: int) -> None:
    moving = field("the ^old |commons")

    assert moving.handle(press(pygame.K_x, mod)) is FieldOutcome.CHANGED
    assert drawn(moving.text) == "the |commons"
    moving.handle(press(pygame.K_END))
    assert moving.handle(press(pygame.K_v, mod)) is FieldOutcome.CHANGED

    assert drawn(moving.text) == "the commonsold |"


def test_copying_changes_nothing() -> None:
    copying = field("the ^old| commons")

    assert copying.handle(press(pygame.K_c, CTRL)) is FieldOutcome.TAKEN

    assert read_clipboard() == "old"
    assert drawn(copying.text) == "the ^old| commons"


def test_copying_or_cutting_nothing_keeps_the_clipboard() -> None:
    copy_to_clipboard("kept")

    assert field("a|").handle(press(pygame.K_c, CTRL)) is FieldOutcome.TAKEN
    assert field("a|").handle(press(pygame.K_x, CTRL)) is FieldOutcome.TAKEN

    assert read_clipboard() == "kept"


def test_shortcuts_follow_the_letters_of_azerty() -> None:
    selecting = field("a|")

    assert selecting.handle(press(pygame.K_q, CTRL, scancode=pygame.KSCAN_A)) is FieldOutcome.IGNORED
    assert selecting.handle(press(pygame.K_a, CTRL, scancode=pygame.KSCAN_Q)) is FieldOutcome.CHANGED

    assert drawn(selecting.text) == "^a|"


def test_shortcuts_follow_the_places_of_letters_where_there_are_none() -> None:
    selecting = field("a|")

    selecting.handle(press(ord("ф"), CTRL, scancode=pygame.KSCAN_A))

    assert drawn(selecting.text) == "^a|"


def test_with_a_display_the_clipboard_is_the_systems() -> None:
    pygame.display.init()

    copy_to_clipboard("été")

    assert pygame.scrap.get_text() == "été"
    pygame.scrap.put_text("elsewhere")
    assert read_clipboard() == "elsewhere"


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_a_clipboard_that_refuses_does_not_raise(text: str) -> None:
    pygame.display.init()

    copy_to_clipboard(text)

    assert isinstance(read_clipboard(), str)
