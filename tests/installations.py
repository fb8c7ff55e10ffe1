"""The game as people have it: from the checkout, as an installed package, and from a folder made for one system."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE_VARIABLE = "ENACTING_BUNDLE"
"""Names the unpacked folder for this system, for those tests: `packaging/release.py` sets it."""
OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY", "ENACTING_DATA")


@dataclass(frozen=True, slots=True)
class Installation:
    """One way to have the game: its Python, its command, where it is, and what must be set for it."""

    python: Path
    command: tuple[str, ...]
    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self, here: Path, *command: str) -> str:
        """What that command prints, run from another folder with nothing of ours around it; it must succeed."""
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        told = {"ENACTING_DATA": str(here / "data"), "SDL_VIDEODRIVER": "dummy", "PYTHONUTF8": "1"}
        done = subprocess.run(
            command,
            cwd=here,
            env={**kept, **told, **self.variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run_code(self, here: Path, code: str) -> str:
        """What those lines of Python print there."""
        return self.run(here, str(self.python), "-c", code).strip()

    def run_game(self, here: Path, *arguments: str) -> str:
        """What the game prints there."""
        return self.run(here, *self.command, *arguments)


def from_checkout() -> Installation:
    """This checkout."""
    command = (sys.executable, "-m", "enacting")
    return Installation(Path(sys.executable), command, ROOT / "src", {"PYTHONPATH": str(ROOT / "src")})


def from_wheel(wheel: Path, folder: Path) -> Installation:
    """A fresh environment in that folder, with the wheel; what it needs is lent by the environment of the tests."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / Path(sys.executable).name
    pip("--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    [packages] = folder.rglob("site-packages")
    lent = [str(Path(__import__(name).__file__ or "").parent.parent) for name in ("pygame", "yaml", "pydantic")]
    (packages / "lent.pth").write_text("\n".join(dict.fromkeys(lent)) + "\n", encoding="utf-8")
    program = shutil.which("enacting", path=str(programs))
    assert program is not None
    return Installation(python, (program,), folder)


def from_bundle(folder: Path) -> Installation:
    """The unpacked folder for this system."""
    windows = sys.platform == "win32"
    python = folder / "program" / "python" / ("python.exe" if windows else "bin/python3")
    return Installation(python, (str(folder / ("enacting.exe" if windows else "enacting")),), folder)


def build(root: Path, kind: str, out: Path) -> Path:
    """Build the `wheel` or the `sdist` of those sources without a network; the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = out.iterdir()
    return built


def pip(*arguments: str) -> None:
    """Run pip; it must succeed."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
