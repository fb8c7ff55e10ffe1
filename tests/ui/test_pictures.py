"""A designer's own pictures."""

import io
from dataclasses import replace
from pathlib import Path

import pygame
from tables import tiny_box

from enacting.engine.cards import Art, CardId, MechanismCard
from enacting.ui import theme
from enacting.ui.item import CALM
from enacting.ui.paint import ArtTile
from enacting.ui.pictures import picture_of, small_copy
from enacting.ui.typeset import Face, Type


def a_picture() -> bytes:
    surface = pygame.Surface((40, 30))
    surface.fill((200, 10, 10))
    written = io.BytesIO()
    pygame.image.save(surface, written, "red.png")
    return written.getvalue()


def test_a_card_shows_the_picture_it_names_from_the_box_or_from_the_session(tmp_path: Path) -> None:
    file = tmp_path / "red.png"
    file.write_bytes(a_picture())
    card = _pictured("art/red.png")

    for kept in (file, a_picture()):
        drawn = picture_of(card, {"art/red.png": kept})

        assert drawn is not None
        assert drawn.get_size() == (40, 30)
        assert drawn.get_at((5, 5))[:3] == (200, 10, 10)


def test_a_tile_shows_the_picture_of_its_card() -> None:
    picture = pygame.image.load(io.BytesIO(a_picture()), "red.png")
    tile = ArtTile(
        art=Art(icon="drop"),
        fill=theme.CRISIS,
        ground="cracks",
        title="Canicule",
        type=Type(Face.TEXT_BOLD, 19),
        smallest=13,
        radius=8,
        chosen=False,
        picture=picture,
    )
    surface = pygame.Surface((200, 160))

    tile.paint(surface, surface.get_rect(), CALM)

    assert surface.get_at((100, 40))[:3] == (200, 10, 10)


def test_a_card_keeps_its_icon_when_its_picture_is_missing_or_cannot_be_drawn() -> None:
    assert picture_of(_pictured(""), {}) is None
    assert picture_of(_pictured("art/gone.png"), {}) is None
    assert picture_of(_pictured("art/bad.png"), {"art/bad.png": b"not a picture"}) is None
    assert picture_of(_pictured("art/gone.png"), {"art/gone.png": Path("nowhere/gone.png")}) is None


def test_a_large_picture_is_kept_no_larger_than_a_printed_card() -> None:
    written = io.BytesIO()
    pygame.image.save(pygame.Surface((4096, 2048), pygame.SRCALPHA), written, "large.png")

    drawn = picture_of(_pictured("art/large.png"), {"art/large.png": written.getvalue()})

    assert drawn is not None
    assert drawn.get_size() == (1280, 640)
    assert drawn.get_at((9, 9)).a == 0


def test_a_picture_of_the_report_is_no_larger_than_a_page_needs() -> None:
    large = pygame.Surface((2000, 1000))
    large.fill((200, 10, 10))
    written = io.BytesIO()
    pygame.image.save(large, written, "large.png")

    small = small_copy(written.getvalue())

    drawn = pygame.image.load(io.BytesIO(small))
    assert drawn.get_size() == (800, 400)
    assert abs(drawn.get_at((400, 200)).r - 200) < 4
    assert small[:2] == b"\xff\xd8"


def test_a_picture_with_transparency_keeps_it_in_the_report() -> None:
    clear = pygame.Surface((1000, 1000), pygame.SRCALPHA)
    written = io.BytesIO()
    pygame.image.save(clear, written, "clear.png")

    drawn = pygame.image.load(io.BytesIO(small_copy(written.getvalue())))

    assert drawn.get_at((10, 10)).a == 0


def test_a_small_picture_and_one_that_cannot_be_drawn_stay_as_they_are() -> None:
    assert small_copy(a_picture()) == a_picture()
    assert small_copy(b"not a picture") == b"not a picture"


def _pictured(image: str) -> MechanismCard:

    return replace(tiny_box().mechanisms[CardId("m1")], art=Art(icon="drop", image=image))
