"""A scene is composed the same way for ever, in any size, in the colours it is set in."""

import re

import pytest

from enacting.scenes.composing import compose, sky_of
from enacting.scenes.frame import Frame
from enacting.scenes.hiding import Covering, Hidden, hidden_parts
from enacting.scenes.paints import LIVING, ground_of, luminance, toned
from enacting.scenes.reading import Scene, read_scene
from enacting.scenes.setting import Setting, seed_of

FAMILY = Setting("#2F5B66", "waves")


def scene(*lines: str) -> Scene:
    """The scene of these lines."""
    found = read_scene(lines)
    assert found is not None
    return found


def test_the_same_scene_in_the_same_size_is_the_same_text() -> None:
    lines = ("hills far 44 5", "house 32 64 40 lit", "crowd 60 95 40")

    assert compose(scene(*lines), (280, 190), FAMILY) == compose(scene(*lines), (280, 190), FAMILY)


def test_the_seed_of_a_card_follows_from_its_id_for_ever() -> None:
    assert (seed_of("brussels-clt"), seed_of("mayor")) == (521, 605)


def test_sky_and_ground_follow_from_one_colour() -> None:
    paints = ground_of("#2F5B66")

    assert luminance(paints.sky[0]) < luminance(paints.sky[1]) < luminance(paints.sky[2]) < luminance(paints.sky[3])
    assert paints.sky[1] == "#2F5B66"
    assert luminance(paints.ground_dark) < luminance(paints.ground) < luminance(paints.mid) < luminance(paints.far)


def test_a_sky_by_its_name_takes_the_place_of_the_colour_of_the_card() -> None:
    assert sky_of(scene("sky clear"), FAMILY) == (*LIVING.sky, LIVING.ground)
    assert sky_of(scene("sky"), FAMILY) == sky_of(scene("ground 80"), FAMILY)


def test_the_pattern_of_the_family_is_drawn_unless_the_scene_says_another() -> None:
    def draws(setting: Setting, *lines: str) -> bool:
        return 'opacity="0.11"' in compose(scene(*lines), (280, 190), setting)

    assert draws(FAMILY, "ground 80")
    assert draws(FAMILY, "sky", "ground 80")
    assert draws(Setting("#2F5B66"), "pattern rays", "ground 80")
    assert not draws(FAMILY, "pattern none", "ground 80")
    assert not draws(Setting("#2F5B66"), "ground 80")
    assert not draws(FAMILY, "sky night", "ground 80")


def test_a_posture_is_drawn_in_tones_of_its_colour_alone() -> None:
    text = compose(scene("house 50 80 60", "person 20 95 50"), (280, 190), Setting("#62319F", tones=True))

    colours = set(re.findall("#[0-9A-F]{6}", text.rpartition('<path d="M')[0].rpartition('<path d="M')[0]))
    assert len(colours) > 8
    assert [colour for colour in colours if not _is_violet(colour)] == []


def _is_violet(colour: str) -> bool:
    """Whether a colour has no less blue than red and no less red than green, but for a trace."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return green <= red + 12 and red <= blue + 12


def test_tones_that_are_complete_leave_no_other_colour() -> None:
    greys = re.findall("#[0-9A-F]{6}", toned("#FF0000 #00FF00 #0000FF", "#808080", 1.0))

    assert all(abs(int(grey[1:3], 16) - int(grey[3:5], 16)) < 16 for grey in greys)


def test_heights_count_on_the_lesser_of_the_height_and_a_part_of_the_width() -> None:
    assert Frame(280, 190).unit == 190
    assert Frame(100, 400).unit == 74


def test_things_keep_together_where_the_picture_is_very_wide() -> None:
    card, strip = Frame(280, 190), Frame(1200, 200)

    assert (card.x(0), card.x(50), card.x(100)) == (0, 140, 280)
    assert strip.x(50) == 600
    assert 200 < strip.x(0) < 250
    assert strip.x(100) == 1200 - strip.x(0)


# What hides


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("house 50 80 40",), []),
        (("house 50 130 40",), [Hidden(0, Covering.TITLE)]),
        (("bird 12 12 10",), [Hidden(0, Covering.KIND)]),
        (("house -18 80 40",), [Hidden(0, Covering.EDGE)]),
        (("sun 50 4 30",), [Hidden(0, Covering.EDGE)]),
        (("house 50 70 20", "ground 40"), [Hidden(0, Covering.PART, 1)]),
        (("house 50 70 60", "ground 60"), []),
        (("ground 40", "house 50 70 20"), []),
    ],
)
def test_a_part_that_nobody_would_see_is_found(lines: tuple[str, ...], expected: list[Hidden]) -> None:
    assert list(hidden_parts(scene(*lines))) == expected
