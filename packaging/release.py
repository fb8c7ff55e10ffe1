"""Makes a release, or says what is missing for one:

    python packaging/release.py            # checks, builds everything into dist/, tries it, writes SHA256SUMS, tags
    python packaging/release.py --check    # only says what is missing

Everything is built from a clean copy of the commit. The wheel and the portable ZIP file are built twice and must be the
same bytes. It runs on Linux, with the packages of `packaging/lock/release.txt`, the game, and the packages of Debian
that `python packaging/build.py windows --needs` and `python packaging/build.py linux --needs` print.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bundles.archives import moment
from bundles.layout import ROOT, version

DIST = ROOT / "dist"
BUNDLE_VARIABLE = "ENACTING_BUNDLE"
"""Names an unpacked folder for `tests/test_installations.py`."""
HELD_BY_TESTS = ("tests/test_lock.py", "tests/test_pages.py", "tests/session/test_released_formats.py")


class NotReady(Exception):
    """The release cannot be made; the message says what to do."""


def missing(root: Path = ROOT) -> Iterator[str]:
    """What must still be done before this commit can be released, one sentence each."""
    number = version(root)
    log = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (.+)$", log, re.MULTILINE)
    if first is None or not re.fullmatch(rf"{re.escape(number)} - \d{{4}}-\d\d-\d\d", first[1]):
        yield f"The first section of CHANGELOG.md must be `## {number} - <date>`."
    if not (root / "tests" / "data" / "formats" / number).is_dir():
        yield "Keep what this version writes: python tests/data/formats/make.py"
    if _git("status", "--porcelain", root=root):
        yield "Commit first: the release is built from a commit."
    if subprocess.run(["git", "var", "GIT_COMMITTER_IDENT"], cwd=root, check=False, capture_output=True).returncode:
        yield "Tell git who tags: git config user.name and user.email."
    if _git("tag", "--list", f"v{number}", root=root):
        yield f"v{number} is tagged already: choose another version in src/enacting/__init__.py."


def check(root: Path = ROOT) -> None:
    """`NotReady` when something is missing, or when a test that a release depends on fails."""
    wanted = list(missing(root))
    tests = subprocess.run([sys.executable, "-m", "pytest", "-n", "0", *HELD_BY_TESTS], cwd=root, check=False)
    if tests.returncode:
        wanted.append("Mend the tests that have just failed.")
    if wanted:
        raise NotReady("\n".join(wanted))


def build(out: Path) -> list[Path]:
    """Build everything into the folder, from a clean copy of the commit; the files. `NotReady` when bytes differ."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())
    with tempfile.TemporaryDirectory() as work:
        copies = [_copy(Path(work, name)) for name in ("first", "second")]
        packages = [_packages(copy, Path(work, f"{copy.name}-packages")) for copy in copies]
        _same_bytes(*packages)
        files = [Path(shutil.copy(file, out)) for file in packages[0]]
        bundles = [_in_copy(copy, "windows", Path(work, f"{copy.name}-windows")) for copy in copies]
        _same_bytes(*([file for file in built if file.suffix == ".zip"] for built in bundles))
        files += [Path(shutil.copy(file, out)) for file in bundles[0]]
        for system in ("linux", "macos"):
            files += [Path(shutil.copy(file, out)) for file in _in_copy(copies[0], system, Path(work, system))]
    return files


def _copy(folder: Path) -> Path:
    """The files of the commit, and nothing else, in that folder."""
    folder.mkdir()
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)
    return folder


def _packages(copy: Path, out: Path) -> list[Path]:
    """The wheel and the sdist of a copy."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(out)]
    subprocess.run(command, cwd=copy, check=True, stdout=subprocess.DEVNULL)
    return sorted(out.iterdir())


def _in_copy(copy: Path, system: str, out: Path) -> list[Path]:
    """What a copy's own `build.py` makes for a system."""
    command = [sys.executable, "packaging/build.py", system, "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy / 'packaging'}"}
    subprocess.run(command, cwd=copy, check=True, env=environment)
    return sorted(out.iterdir())


def _same_bytes(first: Sequence[Path], second: Sequence[Path]) -> None:
    for one, other in zip(first, second, strict=True):
        if one.read_bytes() != other.read_bytes():
            raise NotReady(f"{one.name} was built twice and is not the same bytes.")


def try_wheel(wheel: Path, work: Path) -> None:
    """Install the wheel and the packages of the lock in a fresh environment, and let it play a whole session."""
    venv.create(work / "venv", with_pip=True)
    programs = work / "venv" / "bin"
    pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "packaging" / "lock" / "game.txt")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    command = [str(programs / "enacting"), "demo", "--players", "3", "--size", "1024x600", "--out", "played"]
    environment = {"PATH": os.defpath, "HOME": str(work), "SDL_VIDEODRIVER": "dummy", "LANG": "C.UTF-8"}
    _must_go_well(command, "the wheel", cwd=work, env=environment)


def try_all(files: Sequence[Path]) -> None:
    """Let each file play: the wheel in an environment of its own, the folders as their own scripts try them."""

    def built(ending: str) -> Path:
        return next(file for file in files if file.name.endswith(ending))

    with tempfile.TemporaryDirectory() as work:
        try_wheel(built(".whl"), Path(work))
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["tar", "-xzf", str(built("linux-x86_64.tar.gz")), "-C", work], check=True)
        environment = {**os.environ, BUNDLE_VARIABLE: str(next(Path(work).iterdir()))}
        command = [sys.executable, "-m", "pytest", "-n", "0", "-k", "bundle", "tests/test_installations.py"]
        _must_go_well(command, "the folder for Linux", cwd=ROOT, env=environment)
    for script, *options in (
        ("try_linux.py", "--bundle", built("linux-x86_64.tar.gz")),
        ("try_windows.py", "--portable", built("windows-portable.zip"), "--setup", built("windows-setup.exe")),
    ):
        _must_go_well([sys.executable, str(ROOT / "packaging" / script), *map(str, options)], script, cwd=ROOT)


def _must_go_well(command: Sequence[str], what: str, *, cwd: Path, env: Mapping[str, str] | None = None) -> None:
    if subprocess.run(command, cwd=cwd, env=env, check=False).returncode:
        raise NotReady(f"{what}: what was tried has just failed.")


def write_sums(files: Sequence[Path], out: Path) -> Path:
    """Write what `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(files)]
    sums = out / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="ascii", newline="\n")
    return sums


def _git(*arguments: str, root: Path = ROOT) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a release, or says what is missing for one.")
    parser.add_argument("--check", action="store_true", help="only say what is missing")
    asked = parser.parse_args()
    try:
        check()
        if asked.check:
            return
        files = build(DIST)
        try_all(files)
        sums = write_sums(files, DIST)
    except NotReady as wanted:
        sys.exit(str(wanted))
    _git("tag", "--annotate", f"v{version()}", "--message", f"Enacting the Commons {version()}")
    for file in (*files, sums):
        print(f"{file} ({file.stat().st_size / 1e6:.1f} MB)")
    print(f"Tagged v{version()}. Publish the files of {DIST.name}/ with the tag.")


if __name__ == "__main__":
    main()
