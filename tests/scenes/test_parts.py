"""Every part of the grammar draws, with every word and at both ends of every range, and draws the same for ever."""

import ast
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pygame
import pytest

import enacting.scenes
from enacting.scenes import buildings, figure, layers, nature, people, signs, things, transport, weather
from enacting.scenes.composing import compose, shapes_of
from enacting.scenes.grammar import Flag, ScenePart, WordChoice, WordCount, spellings
from enacting.scenes.paints import ground_of
from enacting.scenes.parts import PARTS
from enacting.scenes.reading import example_of, read_line, read_scene
from enacting.scenes.setting import Setting
from enacting.scenes.svg import group, picture

FOLDER = Path(enacting.scenes.__file__ or "").parent
MODULES = sorted(FOLDER.glob("*.py"))
ALLOWED = {"collections", "dataclasses", "enum", "functools", "itertools", "math", "random", "re", "typing", "zlib"}
SETTING = Setting("#2F5B66")
SEEDS = (SETTING, Setting("#2F5B66", seed=4), Setting("#2F5B66", seed=7))
"""What nobody chose is chosen by the seed, so one word may say what one seed says already."""
NEVER = ("clipPath", "clip-path", "mask", "filter", "<text", "url(", "href", "style=")
UNKNOWN_TO_SDL = ("stroke-dasharray",)
PAINTS = ground_of("#2F5B66")
every_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)


def variants(part: ScenePart) -> Iterator[str]:
    """Its example with no word, then with each of its words alone."""
    yield example_of(part)
    for word in part.understood:
        for spelling in spellings(word):
            yield f"{example_of(part)} {spelling}"


def ends(part: ScenePart) -> Iterator[str]:
    """The part with each of its numbers at both ends of its range."""
    middle = [str(number.default if number.default is not None else 50) for number in part.numbers]
    for index, number in enumerate(part.numbers):
        for end in (number.minimum, number.maximum):
            yield " ".join((part.name, *middle[:index], str(end), *middle[index + 1 :]))


def composed(line: str, size: tuple[int, int] = (132, 90), setting: Setting = SETTING) -> str:
    """The picture of a scene of that one line."""
    scene = read_scene((line,))
    assert scene is not None, line
    return compose(scene, size, setting)


def drawn(text: str, size: tuple[int, int]) -> pygame.Surface:
    """The picture as the window draws it."""
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)


@every_part
def test_a_part_draws_with_each_of_its_words(part: ScenePart) -> None:
    empty = composed("sky")

    for line in variants(part):
        text = composed(line)

        ET.fromstring(text)
        assert not [word for word in (*NEVER, *UNKNOWN_TO_SDL) if word in text], line
        assert drawn(text, (132, 90)).get_size() == (132, 90)
        assert part.name == "sky" or "none" in line or text != empty, line


@every_part
def test_a_part_draws_at_both_ends_of_each_of_its_numbers(part: ScenePart) -> None:
    for line in ends(part):
        text = composed(line)

        ET.fromstring(text)
        assert drawn(text, (132, 90)).get_size() == (132, 90)


@every_part
def test_each_word_of_a_part_changes_its_drawing(part: ScenePart) -> None:
    plain = [composed(example_of(part), setting=setting) for setting in SEEDS]

    for word in part.understood:
        for spelling in spellings(word):
            with_word = [composed(f"{example_of(part)} {spelling}", setting=setting) for setting in SEEDS]
            says_the_default = part.defaults[word.name] in (spelling, _number_in(spelling))
            assert (with_word == plain) == says_the_default, spelling


def _number_in(spelling: str) -> int | None:
    digits = spelling.lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.lstrip("-").isdecimal() else None


@every_part
def test_a_part_gives_the_same_text_for_the_same_seed(part: ScenePart) -> None:
    for line in variants(part):
        assert composed(line) == composed(line)


@every_part
def test_no_word_of_a_part_means_two_things(part: ScenePart) -> None:
    words = [set(spellings(word)) | ({word.name} if isinstance(word, WordCount) else set()) for word in part.understood]

    assert [one & other for one, other in combinations(words, 2) if one & other] == []
    assert [word for word in part.understood if isinstance(word, WordChoice) and len(word.options) < 2] == []
    assert len({word.name for word in part.understood}) == len(part.understood)


@pytest.mark.parametrize("part", [part for part in PARTS.values() if part.stands], ids=lambda part: part.name)
def test_a_standing_part_stands_on_its_foot_and_is_as_wide_as_it_says(part: ScenePart) -> None:
    side, scale = 400, 1.0
    for line in variants(part):
        placed = read_line(line)[0]
        assert placed is not None
        if placed.words["flip"] or placed.words["tilt"] or (isinstance(placed.words.get("n"), int) and "n" in line):
            continue
        own = {word.name: placed.words[word.name] for word in part.words}
        text = part.draw(PAINTS, **own, **({"seed": 5} if part.seeded else {}))
        seen = drawn(picture(side, side, group(text, 200, 300, scale)), (side, side)).get_bounding_rect()

        assert 292 <= seen.bottom <= 306, (line, seen)
        assert 180 <= seen.top <= 270, (line, seen)
        assert seen.width <= part.width * 1.12 + 4, (line, seen)


def test_the_grammar_has_no_two_parts_of_one_name() -> None:
    rooms = (layers, weather, nature, buildings, transport, things, signs, people, figure)

    assert sum(len(room.PARTS) for room in rooms) == len(PARTS)
    assert len(PARTS) >= 60
    assert {flag.name for part in PARTS.values() for flag in part.words if isinstance(flag, Flag)} >= {"lit", "shut"}


def test_what_stands_beyond_the_edge_is_cut_by_the_picture() -> None:
    scene = read_scene(("house 2 100 90", "house 98 130 90"))
    assert scene is not None
    alone = drawn(compose(scene, (200, 120), SETTING), (200, 120))
    within = pygame.Surface((300, 200), pygame.SRCALPHA)

    within.blit(alone, (50, 40))

    assert within.get_bounding_rect() == pygame.Rect(50, 40, 200, 120)
    assert "<svg" not in shapes_of(scene, (200, 120), SETTING)


@pytest.mark.parametrize("size", [(132, 90), (280, 190), (1180, 240), (300, 700), (24, 16)])
def test_a_picture_is_painted_all_over_in_any_shape(size: tuple[int, int]) -> None:
    for line in ("sky", "sky night", "ground 60"):
        surface = drawn(composed(line, size), size)

        corners = ((0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1))
        assert [surface.get_at(corner).a for corner in corners] == [255] * 4


def test_another_seed_moves_the_grain_and_the_people() -> None:
    line = "crowd 50 95 60"

    assert composed(line, setting=Setting("#2F5B66", seed=1)) != composed(line, setting=Setting("#2F5B66", seed=2))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_the_room_of_scenes_imports_itself_and_a_little_of_the_standard_library(module: Path) -> None:
    imported = {
        node.module or ""
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    plain = {
        name.name
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for name in node.names
    }

    ours = {name for name in imported if name.startswith("enacting")}
    assert {name for name in ours if not name.startswith("enacting.scenes")} == set()
    assert {name.split(".")[0] for name in (imported | plain) - ours} <= ALLOWED


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_of_chance_only_the_method_that_python_promises_to_keep_is_used(module: Path) -> None:
    used = {
        node.attr
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "chance"
    }

    assert used <= {"random"}
