"""Receiving text from the system."""

import pygame
import pytest

from enacting.ui.writing.text_input import start_text_input, stop_text_input


def test_text_input_does_not_raise_without_a_display() -> None:
    start_text_input((1, 2, 3, 4))
    start_text_input((5, 2, 3, 4))
    stop_text_input()
    stop_text_input()


def test_text_input_begins_once_however_often_the_caret_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: happened.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: happened.append("stop"))
    monkeypatch.setattr(pygame.key, "set_text_input_rect", lambda rect: happened.append(str(rect[0])))
    stop_text_input()
    happened.clear()

    for left in (1, 2):
        start_text_input((left, 0, 2, 20))
    stop_text_input()
    start_text_input((3, 0, 2, 20))
    stop_text_input()

    assert happened == ["start", "1", "2", "stop", "start", "3", "stop"]
