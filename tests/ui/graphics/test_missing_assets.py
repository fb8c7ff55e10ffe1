"""Fonts, icons, sounds or words that are missing or damaged: the game starts with what is left, or says why not."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from enacting.system import paths

ROOT = Path(__file__).resolve().parents[3]

START = """
import json, sys
from pathlib import Path
from enacting.system import paths
paths._PACKAGE = Path(sys.argv[1])
import pygame
from enacting.ui.window.settings import Settings
from enacting.ui.items.item import text_model
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.start import new_loop, announce_missing_assets
from enacting.ui.window.stage import OffscreenSurface
pygame.display.init()
box = paths.shipped_boxes_folder() / sys.argv[2]
loop = new_loop(OffscreenSurface((1280, 720)), Settings(language="en", reduce_motion=True), box)
app = loop.app
app.screen.library.boxes()
loop.tick()
loop.draw()
announce_missing_assets(app)
loop.draw()
told = app.screen.texts if isinstance(app.screen, MessageDialog) else []
if told:
    app.close()
def click(name):
    app.activate(next(item for item in app.items() if item.id == name and item.live))
    loop.draw()
for name in ("new", "start", "reveal", "go-on"):
    click(name)
print(json.dumps({"told": told, "said": [line[1] for line in text_model(app.items())]}))
"""

COMMAND = """
import sys
from pathlib import Path
from enacting.system import paths
paths._PACKAGE = Path(sys.argv[1])
from enacting.cli import main
sys.exit(main(["--language", "en"]))
"""


@pytest.fixture(scope="module")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the game, whole: without the pages to print and the rest that a window does not need."""
    package = tmp_path_factory.mktemp("package")
    shutil.copytree(paths.assets_folder(), package / "assets", copy_function=os.link)
    shutil.copytree(paths.shipped_boxes_folder(), package / "cards", copy_function=os.link)
    return package


@pytest.fixture
def package(_whole: Path, tmp_path: Path) -> Path:
    """A copy of the files of the game to be damaged: each file is a link, to be replaced and never written to."""
    return Path(shutil.copytree(_whole, tmp_path / "package", copy_function=os.link))


def ran(script: str, package: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "ENACTING_DATA": str(tmp_path / "data"),
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    command = [sys.executable, "-c", script, str(package), "enacting-the-commons-mini"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)


def damage(file: Path, content: bytes = b"this is no longer what it was") -> None:
    """Put something else in the place of a file."""
    assert file.is_file()
    file.unlink()
    file.write_bytes(content)


def halve(file: Path) -> None:
    """Leave the first half of a file."""
    content = file.read_bytes()
    damage(file, content[: len(content) // 2])


def lose(*files: Path) -> None:
    """Take files away."""
    assert files
    for file in files:
        file.unlink()


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a missing font": (lambda assets: lose(assets / "fonts" / "Inter_400Regular.ttf"), "fonts"),
    "another missing font": (
        lambda assets: lose(assets / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"),
        "fonts",
    ),
    "a damaged font": (lambda assets: damage(assets / "fonts" / "BricolageGrotesque_700Bold.ttf"), "fonts"),
    "an empty font": (lambda assets: damage(assets / "fonts" / "BricolageGrotesque_800ExtraBold.ttf", b""), "fonts"),
    "half a font": (
        lambda assets: halve(assets / "fonts" / "AtkinsonHyperlegibleNext_700Bold.ttf"),
        "fonts",
    ),
    "no font at all": (lambda assets: shutil.rmtree(assets / "fonts"), "fonts"),
    "damaged coverage of the fonts": (lambda assets: damage(assets / "fonts" / "coverage.json"), "fonts"),
    "a damaged icon": (lambda assets: damage(assets / "icons" / "fill" / "hexagon.svg"), "icons"),
    "a missing icon of a card": (lambda assets: lose(*(assets / "icons" / "fill").glob("h*.svg")), ""),
    "no icon at all": (lambda assets: shutil.rmtree(assets / "icons"), "icons"),
    "no sound": (lambda assets: shutil.rmtree(assets / "sounds"), "sounds"),
    "nothing but the words": (
        lambda assets: lose(*(file for file in assets.rglob("*.*") if file.suffix in (".ttf", ".svg", ".wav"))),
        "fonts, icons and sounds",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_game_starts_with_what_is_left_and_says_so(case: str, package: Path, tmp_path: Path) -> None:
    harm, missing = CASES[case]
    harm(package / "assets")

    done = ran(START, package, tmp_path)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    sentence = f"The game carries on without them, but these files are missing or damaged: {missing}."
    assert found["told"] == ([f"{sentence} Reinstall the game to see it as it should be."] if missing else [])
    assert len(found["said"]) > 10


@pytest.mark.parametrize(
    "harm",
    [
        lambda assets: shutil.rmtree(assets),
        lambda assets: shutil.rmtree(assets / "words"),
        lambda assets: damage(assets / "words" / "en" / "window.yaml", b"title: [unclosed"),
        lambda assets: damage(assets / "words" / "en" / "command.yaml", b"\xff\xfe"),
        lambda assets: damage(assets / "words" / "en" / "command.yaml", b""),
        lambda assets: lose(*(assets / "words" / "en").glob("*.yaml")),
    ],
    ids=["no assets", "no words", "damaged words", "other bytes", "an empty file", "an empty folder"],
)
def test_without_words_there_is_one_sentence_and_no_window(
    harm: Callable[[Path], object], package: Path, tmp_path: Path
) -> None:
    harm(package / "assets")

    done = ran(COMMAND, package, tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Enacting the Commons : il manque des fichiers du jeu, installez-le à nouveau. / "
        "Files of the game are missing, install it again.\n"
    )
