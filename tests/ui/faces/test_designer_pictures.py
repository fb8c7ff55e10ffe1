"""A designer's own pictures."""

import ast
import io
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from boxes import with_edit, write_box
from pictures import SECRET, exif_segment, jpeg, photograph, segment, with_segment
from tables import tiny_box

import enacting
from enacting.box import load
from enacting.box.bundle import read_bundle
from enacting.box.packing import pack_box
from enacting.box.picture_formats import plain_picture
from enacting.engine.cards import Art, CardId, MechanismCard
from enacting.harvest.making import as_it_is
from enacting.ui.faces.designer_pictures import picture_of, small_copy, upright, upright_copy
from enacting.ui.graphics import theme
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.art_tile import ArtTile
from enacting.ui.items.item import CALM
from enacting.ui.library import Library


def a_picture() -> bytes:
    surface = pygame.Surface((40, 30))
    surface.fill((200, 10, 10))
    written = io.BytesIO()
    pygame.image.save(surface, written, "red.png")
    return written.getvalue()


def test_a_card_shows_the_picture_it_names() -> None:
    drawn = picture_of(_pictured("art/red.png"), {"art/red.png": a_picture()})

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
    assert picture_of(_pictured("art/cut.png"), {"art/cut.png": a_picture()[:-20]}) is None


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

    assert small is not None
    drawn = pygame.image.load(io.BytesIO(small))
    assert drawn.get_size() == (800, 400)
    assert abs(drawn.get_at((400, 200)).r - 200) < 4
    assert small[:2] == b"\xff\xd8"


def test_a_picture_with_transparency_keeps_it_in_the_report() -> None:
    clear = pygame.Surface((1000, 1000), pygame.SRCALPHA)
    written = io.BytesIO()
    pygame.image.save(clear, written, "clear.png")

    small = small_copy(written.getvalue())

    assert small is not None
    drawn = pygame.image.load(io.BytesIO(small))

    assert drawn.get_at((10, 10)).a == 0


def test_a_small_picture_stays_as_it_is_and_one_that_cannot_be_drawn_is_left_out() -> None:
    assert small_copy(a_picture()) == a_picture()
    assert small_copy(b"not a picture") is None


# Turned


_CORNERS = {1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left",
            5: "top left", 6: "top right", 7: "bottom right", 8: "bottom left"}  # fmt: skip
"""For each orientation of Exif, where the top left corner of the file is seen."""


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", _CORNERS)
def test_a_picture_stands_upright_on_its_card_in_the_report_and_where_it_is_kept(orientation: int, order: str) -> None:
    turned = with_segment(photograph(), exif_segment(orientation, order))
    plain = plain_picture(turned).content

    seen = [picture_of(_pictured("art/x.jpg"), {"art/x.jpg": plain})]
    seen += [pygame.image.load(io.BytesIO(copy)) for copy in (small_copy(plain) or b"", upright_copy(plain))]

    assert [_red_corner(picture) for picture in seen if picture is not None] == [_CORNERS[orientation]] * 3
    assert {picture.get_size() for picture in seen if picture is not None} == {
        (40, 20) if orientation < 5 else (20, 40)
    }


def _red_corner(drawn: pygame.Surface) -> str:
    right, bottom = drawn.get_width() - 4, drawn.get_height() - 4
    corners = {"top left": (3, 3), "top right": (right, 3), "bottom left": (3, bottom), "bottom right": (right, bottom)}
    [red] = [name for name, place in corners.items() if drawn.get_at(place).r > 128]
    return red


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_box_that_is_packed_or_played_keeps_nothing_that_a_camera_said(tmp_path: Path, orientation: int) -> None:
    folder = write_box(tmp_path / "box", with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.jpg}"))
    (folder / "art").mkdir()
    (folder / "art" / "bank.jpg").write_bytes(with_segment(photograph(), exif_segment(orientation)))

    kept = [
        read_bundle(pack_box(folder, tmp_path, upright=upright))["art/bank.jpg"],
        Library(folder).boxes().content()["art/bank.jpg"],
        small_copy(load(folder).pictures["art/bank.jpg"]),
        as_it_is(load(folder).pictures["art/bank.jpg"]),
    ]

    assert [content for content in kept if not isinstance(content, bytes) or SECRET in content] == []
    assert [b"Exif" in content for content in kept[:3] if isinstance(content, bytes)] == [False] * 3


# One way in


def test_pictures_from_elsewhere_are_decoded_in_one_place() -> None:
    decoding = {"load", "load_basic", "load_extended", "load_animation", "load_sized_svg", "fromstring"}
    found = []
    for file in sorted(Path(enacting.__file__ or "").parent.rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found += [
                    (file.name, function.name, node.func.attr)
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr in decoding
                    and ast.unparse(node.func.value) == "pygame.image"
                ]

    assert sorted(found) == [
        ("designer_pictures.py", "_decoded", "load"),
        ("icons.py", "_from_file", "load_sized_svg"),
        ("printed_cards.py", "_cut_out", "load"),  # Of our own: typst has just drawn it.
        ("report_screen.py", "look", "load"),  # The same.
        ("scenery.py", "_drawn", "load_sized_svg"),
    ]


def test_nothing_but_what_was_written_anew_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_segment(photograph(), exif_segment(6)) + SECRET
    given: list[bytes] = []
    load = pygame.image.load

    def noted(file: io.BytesIO) -> pygame.Surface:
        given.append(file.getvalue())
        return load(file)

    monkeypatch.setattr(pygame.image, "load", noted)

    for draw in (small_copy, upright_copy, lambda picture: picture_of(_pictured("art/x.jpg"), {"art/x.jpg": picture})):
        assert draw(content) is not None

    assert given == [plain_picture(content).content] * 3


@pytest.mark.parametrize(
    "bait",
    [b"<svg width='9000' height='9000'/>", b"GIF89a", b"/* XPM */", b"P6 9000 9000 255 ", b"gimp xcf file"],
    ids=["svg", "gif", "xpm", "pnm", "xcf"],
)
@pytest.mark.parametrize("where", ["comment", "application", "data", "after", "tables"])
def test_a_picture_is_drawn_in_the_size_it_was_checked_for_whatever_else_its_bytes_are(bait: bytes, where: str) -> None:
    whole = jpeg(30, 20)
    match where:
        case "comment":
            content = with_segment(whole, segment(0xFE, bait))
        case "application":
            content = with_segment(whole, segment(0xE5, bait))
        case "tables":
            content = with_segment(whole, segment(0xDB, b"\0" + bait.ljust(64, b"A")))
        case "data":
            content = whole[:-2] + bait + whole[-2:]
        case _:
            content = whole + bait

    drawn = picture_of(_pictured("art/x.jpg"), {"art/x.jpg": content})

    assert drawn is not None
    assert drawn.get_size() == plain_picture(content).size == (30, 20)


def _pictured(image: str) -> MechanismCard:

    return replace(tiny_box().mechanisms[CardId("m1")], art=Art(icon="drop", image=image))
