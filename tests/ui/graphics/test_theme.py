"""Colours that can be told apart and read, and the scale of the window."""

import math
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from enacting.system.paths import shipped_boxes_folder
from enacting.ui.faces.back import back
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, Scale, colour_of, contrast, label_on, luminance, mixed, palette
from enacting.ui.items.buttons import button_styles

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

BOXES = sorted(file.parent for file in shipped_boxes_folder().glob("*/posture.yaml"))

# Full dichromacy on linear RGB. Machado, Oliveira and Fernandes 2009; Brettel, Viénot and Mollon 1997 as computed by
# DaltonLens: two half planes, and the normal of the plane that parts them.
MACHADO: dict[str, Matrix] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
BRETTEL: dict[str, tuple[Matrix, Matrix, Vector]] = {
    "protan": (
        ((0.14980, 1.19548, -0.34528), (0.10764, 0.84864, 0.04372), (0.00384, -0.00540, 1.00156)),
        ((0.14570, 1.16172, -0.30742), (0.10816, 0.85291, 0.03892), (0.00386, -0.00524, 1.00139)),
        (0.00048, 0.00393, -0.00441),
    ),
    "deutan": (
        ((0.36477, 0.86381, -0.22858), (0.26294, 0.64245, 0.09462), (-0.02006, 0.02728, 0.99278)),
        ((0.37298, 0.88166, -0.25464), (0.25954, 0.63506, 0.10540), (-0.01980, 0.02784, 0.99196)),
        (-0.00281, -0.00611, 0.00892),
    ),
    "tritan": (
        ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911)),
        ((0.93678, 0.18979, -0.12657), (0.06154, 0.81526, 0.12320), (-0.37562, 1.12767, 0.24796)),
        (0.03901, -0.02788, -0.01113),
    ),
}
SIGHTS = ("normal", *(f"{kind} {model}" for kind in MACHADO for model in ("machado", "brettel")))


def posture_colours(box: Path) -> list[Colour]:
    cards = yaml.safe_load((box / "posture.yaml").read_text(encoding="utf-8"))
    return [colour_of(card["colour"]) for card in cards]


def test_some_box_has_postures() -> None:
    assert BOXES


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_every_posture_carries_its_label_at_4_5_to_1(box: Path) -> None:
    for colour in posture_colours(box):
        assert contrast(label_on(colour), colour) >= 4.5


@pytest.mark.parametrize("ground", [palette().panel, palette().card], ids=["panel", "card"])
@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_every_posture_stands_out_from_paper(box: Path, ground: Colour) -> None:
    for colour in posture_colours(box):
        assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_no_two_postures_look_alike_to_anybody(box: Path, sight: str) -> None:
    seen = [as_seen(colour, sight) for colour in posture_colours(box)]

    assert min(ciede2000(lab(first), lab(second)) for first, second in combinations(seen, 2)) >= 17


def test_the_difference_of_colours_is_the_one_of_sharmas_pairs() -> None:
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert ciede2000((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(0.9082, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (palette().ink, palette().board),
        (palette().ink, palette().question),
        (palette().ink, palette().accent),
        (palette().ink_second, palette().board),
        (palette().ink_second, palette().card),
        (palette().light_ink, palette().table),
        (palette().light_ink, palette().raised),
        (palette().light_ink_second, palette().raised),
        (palette().done, palette().done_light),
        (palette().refused, palette().refused_light),
        (theme.WHITE, theme.CRISIS),
        (theme.WHITE, theme.PERSONA),
        (theme.WHITE, theme.CONTEXT),
        (theme.WHITE, theme.TROUBLE),
        (theme.WHITE, theme.DISCUSSION),
        *((palette().ink, player) for player in theme.PLAYERS),
    ],
)
def test_text_reads_on_its_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= 4.5


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast(theme.BLACK, theme.WHITE) == pytest.approx(21)
    assert contrast(palette().ink, palette().ink) == 1


def test_luminance_follows_the_web_guidelines() -> None:
    assert luminance((255, 0, 0)) == pytest.approx(0.2126)


def test_a_light_colour_takes_ink_and_a_dark_one_white() -> None:
    assert label_on(palette().accent) == palette().ink
    assert label_on(theme.CRISIS) == theme.WHITE


@pytest.fixture
def _light_again() -> Iterator[None]:
    yield
    theme.use_theme(theme.LIGHT)


@pytest.mark.usefixtures("_light_again")
def test_taking_another_theme_paints_everything_in_its_colours() -> None:
    theme.use_theme(theme.DARK)
    dark = palette().panel, palette().text
    theme.use_theme(theme.LIGHT)

    assert luminance(dark[0]) < luminance(dark[1])
    assert luminance(palette().panel) > luminance(palette().text)


@pytest.mark.usefixtures("_light_again")
def test_a_theme_that_is_not_known_is_the_light_one() -> None:
    theme.use_theme(theme.DARK)

    theme.use_theme("purple")

    assert luminance(palette().panel) > luminance(palette().text)


def ground_of(kind: str) -> Colour:
    """The colour of the back of a card of that kind, near its edge."""
    red, green, blue, _ = back(kind, (80, 110)).get_at((4, 55))
    return red, green, blue


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("kind", ["posture", "mechanism"])
def test_what_was_painted_in_one_theme_is_painted_anew_in_another(kind: str) -> None:
    light = ground_of(kind)
    theme.use_theme(theme.CONTRAST)
    contrasted = ground_of(kind)
    theme.use_theme(theme.LIGHT)

    assert luminance(contrasted) < luminance(light)
    assert ground_of(kind) == light


@pytest.mark.usefixtures("_light_again")
def test_the_usual_buttons_take_the_colours_of_the_theme() -> None:
    before = button_styles().main
    theme.use_theme(theme.CONTRAST)

    assert button_styles().main.fill == palette().accent != before.fill
    assert button_styles().soft.ink == palette().text


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("name", theme.THEMES)
def test_the_words_on_a_free_seat_read_in_every_theme(name: str) -> None:
    theme.use_theme(name)

    assert contrast(palette().ink_second, theme.free_seat_fill()) >= 4.5


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("name", theme.THEMES)
def test_words_read_on_what_is_printed_in_every_theme(name: str) -> None:
    theme.use_theme(name)
    paint = palette()
    coloured = [theme.on_card(colour) for colour in (theme.CRISIS, theme.PERSONA, theme.CONTEXT, theme.TROUBLE)]

    for ground in (paint.board, paint.card):
        assert contrast(paint.ink, ground) >= 7
        assert contrast(paint.ink_second, ground) >= 4.5
    assert contrast(paint.ink, paint.question) >= 4.5
    assert min(contrast(colour, paint.card) for colour in coloured) >= 4.5


@pytest.mark.usefixtures("_light_again")
def test_dark_colours_darken_the_board_and_the_cards() -> None:
    theme.use_theme(theme.DARK)

    for ground in (palette().table, palette().board, palette().card, theme.free_seat_fill()):
        assert luminance(ground) < 0.05


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_every_posture_stands_out_from_a_card_in_every_theme(box: Path, name: str) -> None:
    theme.use_theme(name)

    for colour in posture_colours(box):
        assert contrast(theme.sign_on(palette().card, colour), palette().card) >= 3


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("name", theme.THEMES)
def test_a_label_is_dark_or_white_in_every_theme(name: str) -> None:
    theme.use_theme(name)

    assert luminance(label_on(palette().accent)) < 0.05
    assert label_on(theme.CRISIS) == theme.WHITE


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)


@pytest.mark.parametrize("written", ["", "0B95EE", "#0B9", "#0B95EEFF", "#GG0000"])
def test_a_colour_written_otherwise_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        colour_of(written)


def test_the_scale_is_one_at_1080() -> None:
    scale = Scale.for_window((1920, 1080))

    assert (scale.px(16), scale.text(20)) == (16, 20)


def test_everything_doubles_at_4k() -> None:
    scale = Scale.for_window((3840, 2160))

    assert (scale.px(16), scale.text(20)) == (32, 40)


def test_a_narrow_window_is_scaled_by_its_width() -> None:
    assert Scale.for_window((960, 1080)).px(100) == 50


def test_the_text_setting_moves_only_text() -> None:
    scale = Scale.for_window((1920, 1080), 2.0)

    assert (scale.px(16), scale.text(20)) == (16, 40)


@pytest.mark.parametrize("text_size", [0.8, 1.0, 2.0])
def test_body_text_is_never_under_13_pixels(text_size: float) -> None:
    assert Scale.for_window((800, 480), text_size).text(theme.BODY) >= 13


def test_a_length_never_shrinks_to_nothing() -> None:
    assert Scale.for_window((320, 200)).px(1) == 1
    assert Scale.for_window((320, 200)).px(0) == 0


# How colours are seen


def as_seen(colour: Colour, sight: str) -> Vector:
    """Linear RGB as it looks with that sight."""
    linear = tuple(_linear(channel / 255) for channel in colour)
    rgb = (linear[0], linear[1], linear[2])
    if sight == "normal":
        return rgb
    kind, model = sight.split()
    if model == "machado":
        return _clipped(_times(MACHADO[kind], rgb))
    first, second, normal = BRETTEL[kind]
    side = sum(a * b for a, b in zip(normal, rgb, strict=True))
    return _clipped(_times(first if side >= 0 else second, rgb))


def lab(rgb: Vector) -> Vector:
    """CIELAB of linear sRGB, D65."""
    x, y, z = _times(
        ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041)), rgb
    )
    fx, fy, fz = (_root(x / 0.95047), _root(y), _root(z / 1.08883))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(first: Vector, second: Vector) -> float:
    """The difference of two colours, as in Sharma, Wu and Dalal 2005."""
    chroma_mean = (math.hypot(*first[1:]) + math.hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma_mean**7 / (chroma_mean**7 + 25**7))
    c1, h1 = _polar(first[1] * stretch, first[2])
    c2, h2 = _polar(second[1] * stretch, second[2])
    dl, dc, dh = second[0] - first[0], c2 - c1, _turn(h1, h2) if c1 * c2 else 0.0
    dhue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    l, c = (first[0] + second[0]) / 2, (c1 + c2) / 2  # noqa: E741
    h = (h1 + dh / 2) % 360 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * math.cos(math.radians(h - 30))
        + 0.24 * math.cos(math.radians(2 * h))
        + 0.32 * math.cos(math.radians(3 * h + 6))
        - 0.20 * math.cos(math.radians(4 * h - 63))
    )
    sl = 1 + 0.015 * (l - 50) ** 2 / math.sqrt(20 + (l - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    turn = 30 * math.exp(-(((h - 275) / 25) ** 2))
    rt = -2 * math.sqrt(c**7 / (c**7 + 25**7)) * math.sin(math.radians(2 * turn))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dhue / sh) ** 2 + rt * (dc / sc) * (dhue / sh))


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _turn(start: float, end: float) -> float:
    return (end - start + 180) % 360 - 180


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _times(matrix: Matrix, vector: Vector) -> Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _clipped(vector: Vector) -> Vector:
    first, second, third = (min(1.0, max(0.0, value)) for value in vector)
    return first, second, third
