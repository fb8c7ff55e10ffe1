"""Fonts of designers: read by their structure, written anew with the outlines of their letters alone."""

import random
from io import BytesIO
from pathlib import Path

import pygame
import pytest
from fonts import EM, TIFINAGH, composed, dense, font, letters_of, square

from enacting.box.font_formats import MAX_POINTS, PlainFont, UnfitFont, plain_font

SHIPPED = Path(__file__).resolve().parents[2] / "assets" / "fonts"


def refused(content: bytes) -> str:
    with pytest.raises(UnfitFont) as caught:
        plain_font(content)
    return caught.value.key


def width(content: bytes, text: str) -> int:
    pygame.font.init()
    return pygame.font.Font(BytesIO(content), EM).size(text)[0]


def test_a_font_keeps_its_letters_and_their_widths() -> None:
    plain = plain_font(font())

    assert plain.letters == frozenset(map(ord, TIFINAGH))
    assert width(plain.content, TIFINAGH) == width(font(), TIFINAGH)


def test_letters_composed_of_others_are_kept_with_them() -> None:
    plain = plain_font(font("ⴰⴱⵜ", [square(), composed(1, 1), composed(2, 1, scale=0x2000)]))

    assert len(plain.letters) == 3


def test_programs_and_every_other_table_are_left_out() -> None:
    secret = b"a program that is run"
    plain = plain_font(font("ⴰ", [square(program=secret)], more={b"fpgm": secret, b"GSUB": secret, b"SVG ": secret}))

    assert secret not in plain.content


def test_what_was_written_anew_is_written_so_again() -> None:
    plain = plain_font((SHIPPED / "NotoSansHebrew_400Regular.ttf").read_bytes())

    assert plain_font(plain.content).content == plain.content


def test_a_few_letters_can_be_taken_out() -> None:
    assert plain_font(font(), frozenset(map(ord, "ⴰx"))).letters == {ord("ⴰ")}


def test_letters_that_join_by_rules_of_the_font_are_not_taken() -> None:
    assert refused(font("कख")) == "font_without_letters"
    assert plain_font(font("ⴰक")).letters == {ord("ⴰ")}


def test_a_font_that_is_not_used_says_why() -> None:
    assert refused(b"") == "font_unknown"
    assert refused(font(kind=b"OTTO")) == "font_postscript"
    assert refused(font(kind=b"wOF2")) == "font_packed"
    assert refused(font()[:-100]) == "font_damaged"
    assert refused(font(em=16)) == "font_damaged"
    assert refused(font("ⴰⴱ", [composed(2), composed(1)])) == "font_damaged"
    assert refused(font("ⴰ", [square(6 * EM)])) == "font_damaged"
    assert refused(font("ⴰ", [dense(MAX_POINTS + 1)])) == "font_damaged"
    assert refused(font("ⴰ", [b"\0\1" + bytes(9)])) == "font_damaged"
    assert refused(font(more={b"cmap": letters_of("ⴰ")[:-5]})) == "font_damaged"
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 1000)))
    assert refused(font(text, [dense(MAX_POINTS)] * 1000)) == "font_large"


def test_whatever_is_changed_in_a_font_it_is_refused_or_drawn() -> None:
    chance = random.Random(1)
    sources = [
        font("ⴰⴱⵜ", [square(), composed(1, 1), composed(2, 1)]),
        (SHIPPED / "NotoSansHebrew_700Bold.ttf").read_bytes(),
    ]
    drawn = 0
    for _ in range(300):
        changed = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 3))):
            changed[chance.randrange(len(changed))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        plain = taken(bytes(changed))
        if plain is not None:
            drawn += 1
            assert width(plain.content, "".join(map(chr, sorted(plain.letters)[:20]))) <= 20 * 4 * EM
    assert drawn > 20


def taken(content: bytes) -> PlainFont | None:
    try:
        return plain_font(content)
    except UnfitFont:
        return None
