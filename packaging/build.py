"""Builds what people download, on Linux, from the lock:

    python packaging/build.py windows              # the portable ZIP file and the installer
    python packaging/build.py linux                # the folder for Linux, as .tar.gz
    python packaging/build.py macos                # all that can be made without a Mac
    python packaging/build.py windows --out DIR    # elsewhere than in dist/

The packages of `packaging/lock/install.txt` must be installed, and so must what `--needs` prints: packages of Debian.
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from bundles import linux, macos, windows
from bundles.layout import ROOT

BUILDS: Mapping[str, Callable[[Path], list[Path]]] = {
    "linux": linux.build,
    "macos": macos.build,
    "windows": windows.build,
}
NEEDS: Mapping[str, tuple[str, ...]] = {"linux": linux.APT_PACKAGES, "macos": (), "windows": windows.APT_PACKAGES}


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds what people download, from the lock.")
    parser.add_argument("system", choices=sorted(BUILDS), help="the system it is for")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="the folder to write in")
    parser.add_argument("--needs", action="store_true", help="only say which packages of Debian must be installed")
    asked = parser.parse_args()
    if asked.needs:
        print(" ".join(NEEDS[asked.system]))
        return
    for file in BUILDS[asked.system](asked.out):
        print(f"{file} ({file.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
