"""Where things are in a bundle, whatever the system.

    Enacting the Commons/
      Enacting the Commons.exe      what people double click (on Linux, `enacting`)
      enacting.exe                  the same with a console, for the command line
      portable                      in the portable folder only: what people write stays here, in `data`
      program/
        python/                     the Python that runs the game
        packages/                   the game and the packages it needs, from the lock

`enacting.system.paths` finds the folder `program` again, to know that it is in a bundle.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
NAME = "Enacting the Commons"
PACKAGES = Path("program", "packages")
PYTHON = Path("program", "python")
PORTABLE = "portable"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder being filled."""

    folder: Path

    @property
    def packages(self) -> Path:
        """Where the game is, and what it imports."""
        return self.folder / PACKAGES

    @property
    def python(self) -> Path:
        """Where its Python is."""
        return self.folder / PYTHON


def version(root: Path = ROOT) -> str:
    """The version of the game, from its package."""
    text = (root / "src" / "enacting" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    assert found is not None, "src/enacting/__init__.py names no version"
    return found[1]


def file_name(kind: str, ending: str, root: Path = ROOT) -> str:
    """The name of a download: `enacting-the-commons-0.2.0-windows-portable.zip`."""
    return f"enacting-the-commons-{version(root)}-{kind}.{ending}"
