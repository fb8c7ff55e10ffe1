"""Renews the lock: the exact version and the hashes of every package that the game, its tests and its releases install.

Run it after a change of the ranges in `pyproject.toml`, or to take newer versions within them:

    python packaging/lock.py             # keeps the locked versions where the ranges still allow them
    python packaging/lock.py --upgrade   # takes the newest

It needs `uv` (in the lock `release.txt`) and the package index. `tests/test_lock.py` says when the two disagree.
"""

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "lock"
OLDEST_PYTHON = "3.11"


def requirements(root: Path = ROOT) -> dict[str, list[str]]:
    """The ranges of `pyproject.toml` that each lock satisfies, by its file name; those of the game are in all."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    game = list(project["project"]["dependencies"])
    build = list(project["build-system"]["requires"])
    extras = project["project"]["optional-dependencies"]
    return {
        "game.txt": game,
        "install.txt": [*game, *build],
        "test.txt": [*game, *build, *extras["test"]],
        "release.txt": [*game, *build, *extras["release"]],
    }


def header(name: str, wanted: list[str]) -> str:
    """The first lines of a lock: how it is made, and from which ranges."""
    lines = [f"# {name}: written by packaging/lock.py from these ranges of pyproject.toml. Do not edit.", "#"]
    return "\n".join([*lines, *(f"# {requirement}" for requirement in sorted(wanted)), ""])


def compile_lock(name: str, wanted: list[str], *, upgrade: bool) -> None:
    """Write one lock, for every system and every Python from the oldest on; the game has its versions from its own."""
    lock = LOCKS / name
    options = ["--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON, "--output-file", str(lock)]
    options += ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    options += ["--upgrade"] if upgrade else []
    options += ["--constraints", str(LOCKS / "game.txt")] if name != "game.txt" else []
    command = [sys.executable, "-m", "uv", "pip", "compile", *options, "-"]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    lock.write_text(header(name, wanted) + lock.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Renews the lock in packaging/lock.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that the ranges allow")
    upgrade = parser.parse_args().upgrade
    LOCKS.mkdir(exist_ok=True)
    for name, wanted in requirements().items():
        compile_lock(name, wanted, upgrade=upgrade)


if __name__ == "__main__":
    main()
