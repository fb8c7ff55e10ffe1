"""The game and its packages into a bundle: the very versions of the lock, for the system and the Python of the bundle.

Law: nothing comes in that the lock does not name with its hash, but for the game itself; nothing of the tests does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bundles.layout import PACKAGING, ROOT

LOCK = PACKAGING / "lock" / "game.txt"


@dataclass(frozen=True, slots=True)
class Target:
    """A system and a Python, as wheels call them. `platforms` are tried in that order."""

    platforms: tuple[str, ...]
    python: str


UNUSED = (
    "bin",
    "Scripts",
    "pygame/docs",
    "pygame/examples",
    "pygame/tests",
    "pygame/__pyinstaller",
    "pygame/pygame_icon.icns",
    "pygame/pygame_icon_mac.bmp",
    "pygame/_camera.*.pyd",
    "pygame/_freetype.*.pyd",
    "pygame/freetype.dll",
    "pygame/libogg-*.dll",
    "pygame/libopus*.dll",
    "pygame/libtiff-*.dll",
    "pygame/libwavpack-*.dll",
    "pygame/libxmp.dll",
    "pygame/portmidi.dll",
    "pygame/pypm.*.pyd",
    "include",
    "share",
)
"""What packages bring that the game never opens: its sounds are WAV files, its pictures PNG, JPEG and WebP."""
UNUSED_ENDINGS = (".pyi", ".pxd", ".h", ".lib", ".typed")


def install(folder: Path, target: Target, wheel: Path) -> None:
    """Fill the folder with the packages of the lock and the game's own wheel; `CalledProcessError` when pip refuses."""
    platforms = [option for name in target.platforms for option in ("--platform", name)]
    for_target = ["--target", str(folder), "--no-compile", "--only-binary=:all:", "--python-version", target.python]
    _pip("install", *for_target, *platforms, "--require-hashes", "--requirement", str(LOCK))
    _pip("install", *for_target, *platforms, "--no-deps", "--no-index", "--upgrade", str(wheel))
    drop_unused(folder)


def build_wheel(out: Path) -> Path:
    """The wheel of the game, written in that folder; hatchling takes its dates from SOURCE_DATE_EPOCH."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", work],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        built = next(Path(work).glob("*.whl"))
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(built, out / built.name))


def drop_unused(folder: Path) -> None:
    """Take away what the game never opens, and what differs from one build to the next."""
    for path in [found for name in UNUSED for found in sorted(folder.glob(name))]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path in sorted(folder.rglob("*")):
        noted_by_pip = path.parent.suffix == ".dist-info" and path.name in ("RECORD", "REQUESTED", "direct_url.json")
        if path.is_file() and (path.suffix in UNUSED_ENDINGS or noted_by_pip):
            path.unlink()


def drop_sources(folder: Path, game: str = "enacting") -> None:
    """Leave of the packages, once compiled, only what Python runs; the game's own text stays, to be read."""
    for source in sorted(folder.rglob("*.py")):
        if source.relative_to(folder).parts[0] == game:
            continue
        for compiled in source.parent.glob(f"__pycache__/{source.stem}.cpython-*.pyc"):
            compiled.replace(source.with_suffix(".pyc"))
            source.unlink()
    for cache in sorted(folder.rglob("__pycache__")):
        if not any(cache.iterdir()):
            cache.rmdir()


def _pip(*arguments: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    environment = {**os.environ, "PIP_NO_WARN_SCRIPT_LOCATION": "1"}
    subprocess.run([sys.executable, "-m", "pip", *arguments, *quiet], check=True, env=environment)


def names(lock: Path = LOCK) -> Sequence[str]:
    """The packages that the lock names."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.partition("==")[0] for line in lines if "==" in line and not line.startswith(("#", " "))]
