"""The colours of a scene: those of its sky and ground follow from one colour, things keep theirs.

A colour is written `#RRGGBB`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

Sky = tuple[str, str, str, str]
"""The bands of the sky, from the top."""

_DARK: Final = "#1B1530"
_PALE: Final = "#FFF8E6"
_TABLE: Final = "#1A2438"
_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")

SKINS: Final = ("#F1C7A0", "#C98B5E", "#8D5A3A", "#5E3B28", "#E3AE82")
HAIRS: Final = ("#2A1E1B", "#6B4226", "#C98B3A", "#D8D2C8", "#1B1530", "#8A3B22")
CLOTHES: Final = ("#F2B84B", "#CF5C41", "#3B97C6", "#63AF78", "#FFF3DC", "#D3A4E6", "#F09A8A", "#7CC6A4")
TROUSERS: Final = ("#2B3A58", "#59331C", "#1F2433", "#56607A")

COLOURS: Final[Mapping[str, str]] = {
    "red": "#CF5C41",
    "orange": "#D98A3A",
    "yellow": "#F2B84B",
    "green": "#63AF78",
    "teal": "#2F7F86",
    "blue": "#3B97C6",
    "navy": "#33486B",
    "violet": "#9A7BC8",
    "pink": "#F09A8A",
    "brown": "#8A5A3A",
    "grey": "#8892A6",
    "cream": "#FFF3DC",
    "white": "#FFFDF8",
    "black": "#1F2433",
}
"""The colours a designer may name in a scene."""


def mixed(base: str, added: str, part: float) -> str:
    """`base` with `part` (0 to 1) of the other in it."""
    values = (round(int(base[at : at + 2], 16) * (1 - part) + int(added[at : at + 2], 16) * part) for at in (1, 3, 5))
    return "#" + "".join(f"{value:02X}" for value in values)


def darker(colour: str, part: float = 0.22) -> str:
    """The colour with that part of a dark violet in it."""
    return mixed(colour, _DARK, part)


def lighter(colour: str, part: float = 0.22) -> str:
    """The colour with that part of a warm white in it."""
    return mixed(colour, _PALE, part)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True, kw_only=True)
class Paints:
    """What each kind of surface is painted with."""

    sky: Sky
    sun: str = "#F2B84B"
    far: str
    mid: str
    near: str
    ground: str
    ground_dark: str
    road: str
    wall: str = "#FFF3DC"
    wall_dark: str = "#E6CFA6"
    roof: str = "#CF5C41"
    roof_dark: str = "#A3402C"
    wood: str = "#7A4A2B"
    wood_dark: str = "#59331C"
    leaf: str = "#2F7D5B"
    leaf_light: str = "#63AF78"
    soil: str = "#8A5A3A"
    water: str = "#3B97C6"
    water_light: str = "#8CCBE6"
    glass: str = "#33486B"
    lit: str = "#F2B84B"
    ink: str = "#1F2433"
    light: str = "#FFF8E6"
    gold: str = "#F2B84B"
    red: str = "#C8452F"
    stone: str = "#CFC6B8"
    stone_dark: str = "#A79C8E"
    metal: str = "#8892A6"


def ground_of(base: str) -> Paints:
    """Sky, hills and ground in tones of one colour: that of a family, a crisis or a persona."""
    return Paints(
        sky=(darker(base, 0.10), base, lighter(base, 0.13), lighter(base, 0.26)),
        far=lighter(base, 0.40),
        mid=lighter(base, 0.22),
        near=darker(base, 0.20),
        ground=darker(base, 0.34),
        ground_dark=darker(base, 0.48),
        road=lighter(base, 0.5),
    )


DRY: Final = Paints(
    sky=("#F9DC8C", "#F7C064", "#F09A4C", "#E4763C"),
    sun="#FFF4CF",
    far="#D6803F",
    mid="#C06A35",
    near="#A5532B",
    ground="#E0AC66",
    ground_dark="#C88B49",
    road="#F0CF98",
    wall="#F2DDB9",
    wall_dark="#D0A877",
    roof="#A9553A",
    roof_dark="#823B27",
    leaf="#8F7A3C",
    leaf_light="#B59A52",
    water="#C99A66",
    water_light="#E2BC8A",
)
"""Weeks without rain: everything is scorched, the river bed is bare."""

LIVING: Final = Paints(
    sky=("#BFE3EC", "#D3ECE8", "#E7F2DF", "#F6F3D8"),
    sun="#F7C75E",
    far="#8CC0A6",
    mid="#62A77D",
    near="#3F8A63",
    ground="#8CC175",
    ground_dark="#6BA75F",
    road="#F2E3BC",
)
"""A good day: a clear sky over green land."""

_NIGHT: Final = replace(
    ground_of("#28355C"),
    sky=("#161F3D", "#1F2B50", "#2B3963", "#3B4974"),
    far="#46547F",
    mid="#34426C",
    ground="#26314F",
    ground_dark="#1C2540",
    wall="#C9C3D2",
    wall_dark="#A29DB4",
    roof="#8E4A48",
    roof_dark="#6B3539",
    leaf="#245A4E",
    leaf_light="#3F7F68",
    water="#2C6A97",
    water_light="#5E9CC0",
)
_DUSK: Final = replace(
    ground_of("#6B4266"),
    sky=("#54396A", "#8A4A6C", "#C9655F", "#F0995A"),
    sun="#FFD98A",
    far="#7C4A6E",
    mid="#623C63",
    ground="#4B3157",
    ground_dark="#3A2749",
)
_STORM: Final = replace(
    ground_of("#4A5A6E"),
    sky=("#3A4656", "#4A5869", "#5F6E7E", "#7C8994"),
    sun="#D9D2B4",
    far="#7D8B96",
    mid="#5F6E7A",
    ground="#4C5A52",
    ground_dark="#3B4743",
    leaf="#3B6B57",
    leaf_light="#6A9478",
)
_SMOKE: Final = replace(
    ground_of("#8A4A2E"),
    sky=("#3A2E38", "#5E3B38", "#96482F", "#D9692F"),
    sun="#F7A24B",
    far="#6B3A34",
    mid="#54302F",
    ground="#3F2A2A",
    ground_dark="#2F2022",
)
_WINTER: Final = replace(
    ground_of("#7C93AE"),
    sky=("#8FA6BE", "#A6BACD", "#BFCFDB", "#D9E2E6"),
    sun="#F6EBC6",
    far="#DDE6EA",
    mid="#C3D0DA",
    ground="#EDF1F0",
    ground_dark="#D3DDE1",
    leaf="#3C6B66",
    leaf_light="#7FA39A",
)

WEATHERS: Final[Mapping[str, Paints]] = {
    "dry": DRY,
    "clear": LIVING,
    "dusk": _DUSK,
    "night": _NIGHT,
    "storm": _STORM,
    "smoke": _SMOKE,
    "winter": _WINTER,
}
"""The colours of a scene whose sky a designer chose instead of the colour of the card."""


def toned(text: str, colour: str, amount: float = 0.8) -> str:
    """A picture with every colour drawn towards tones of one colour: 1 leaves no other colour."""
    base = mixed(colour, _TABLE, 0.28 if luminance(colour) > 0.2 else 0.16)
    if luminance(base) < 0.03:
        base = lighter(base, 0.10)
    shadow, bright = darker(base, 0.45), lighter(base, 0.45)
    tones: dict[str, str] = {}

    def tone(found: re.Match[str]) -> str:
        written = found.group()
        if written not in tones:
            wanted = mixed(shadow, bright, min(1.0, luminance(written) ** 0.5 * 1.15))
            tones[written] = mixed(written, wanted, amount)
        return tones[written]

    return _COLOUR.sub(tone, text)
