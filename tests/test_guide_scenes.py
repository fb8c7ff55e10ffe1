"""The scenes that the designer's guide shows are right, and their pictures are what the program draws."""

import re
import shutil
from pathlib import Path

import pygame
import pytest
from make_pictures import SCENE, SCENE_SETTINGS, SCENE_SIZE, example_scenes

from enacting.box import find_box, load
from enacting.engine.cards import CardId
from enacting.ui.graphics.scenery import Scenery, scenery_surface

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDES = {"en": DOCS / "designer.md", "fr": DOCS / "designer.fr.md"}
PERSONA = (
    "\n- id: shown-{number}\n  title: Titre {number}\n  goal: But {number}\n  means: Moyens {number}\n"
    "  fear: Crainte {number}\n  say: Je dis {number}.\n{art}"
)
FARTHEST = 3.0
"""How far from one another two drawings of one scene may be, by two versions of what draws: of 255, on average."""


def examples(language: str) -> list[str]:
    """The YAML of each example."""
    text = GUIDES[language].read_text(encoding="utf-8")
    return re.findall(rf"{SCENE}\n```yaml\n(.*?)^```$", text, re.M | re.S)


@pytest.mark.parametrize("language", GUIDES)
def test_each_scene_of_the_guide_is_right_as_it_stands(language: str, tmp_path: Path) -> None:
    box = Path(shutil.copytree(find_box("enacting-the-commons-mini"), tmp_path / "my-box"))
    written = examples(language)

    for number, example in enumerate(written, start=1):
        art = "".join(f"  {line}\n" for line in example.splitlines())
        with (box / "persona.yaml").open("a", encoding="utf-8") as deck:
            deck.write(PERSONA.format(number=number, art=art))

    boxes = load(box)
    told = [problem for problem in boxes.warnings if problem.file == "persona.yaml"]
    arts = [boxes.box("fr").personas[CardId(f"shown-{number}")].art for number in range(1, len(written) + 1)]
    assert told == []
    assert [art.scene for art in arts] == example_scenes(language) == example_scenes("en")


@pytest.mark.parametrize("number", range(1, len(SCENE_SETTINGS) + 1))
def test_each_picture_of_a_scene_in_the_guide_is_what_the_program_draws(number: int) -> None:
    lines = example_scenes("en")[number - 1]

    shown = pygame.image.load(DOCS / "pictures" / f"scene-{number}.png")
    drawn = scenery_surface(Scenery(lines, SCENE_SETTINGS[number - 1]), SCENE_SIZE)

    assert len(example_scenes("en")) == len(SCENE_SETTINGS)
    pairs = zip(pygame.image.tobytes(shown, "RGB"), pygame.image.tobytes(drawn, "RGB"), strict=True)
    assert sum(abs(one - other) for one, other in pairs) / (3 * SCENE_SIZE[0] * SCENE_SIZE[1]) < FARTHEST
