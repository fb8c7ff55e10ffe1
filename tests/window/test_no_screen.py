"""Without a screen the game says so and stops: it never plays where nobody sees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER")
SENTENCES = {"fr": "Aucun écran trouvé", "en": "No screen found"}


@pytest.mark.parametrize(
    ("arguments", "language", "screen"),
    [
        ([], "fr", {}),
        (["play"], "en", {}),
        (["window"], "en", {"SDL_VIDEODRIVER": "offscreen"}),
        (["watch", "enacting-the-commons-mini"], "fr", {"SDL_VIDEODRIVER": "offscreen"}),
        ([], "en", {"SDL_VIDEODRIVER": "dummy"}),
        ([], "fr", {"DISPLAY": ":9999"}),
    ],
)
def test_without_a_screen_one_sentence_and_no_invisible_game(
    tmp_path: Path, arguments: list[str], language: str, screen: dict[str, str]
) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in SCREEN_VARIABLES}
    here = {"ENACTING_DATA": str(tmp_path), "LC_ALL": f"{language}_XX.UTF-8", "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run(
        [sys.executable, "-m", "enacting", *arguments],
        env={**kept, **here, **screen},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(SENTENCES[language])
