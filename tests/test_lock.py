"""The lock agrees with `pyproject.toml`: each range has one exact version in it, with hashes, and so have its needs."""

import re
from pathlib import Path

import pytest
from lock import LOCKS, header, requirements
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
WANTED = requirements()
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;]+)(?: ; ([^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
RENEW = "run `python packaging/lock.py`"

each_lock = pytest.mark.parametrize("name", WANTED)


def pins(name: str) -> dict[str, Version]:
    """The exact version of each package of one lock."""
    found = (PIN.match(line) for line in lines(name))
    return {canonicalize_name(pin[1]): Version(pin[2]) for pin in found if pin}


def lines(name: str) -> list[str]:
    return (LOCKS / name).read_text(encoding="utf-8").splitlines()


@each_lock
def test_a_lock_was_made_from_the_ranges_that_pyproject_has_now(name: str) -> None:
    assert (LOCKS / name).read_text(encoding="utf-8").startswith(header(name, WANTED[name])), RENEW


@each_lock
def test_each_range_has_a_version_in_its_lock(name: str) -> None:
    locked = pins(name)

    for wanted in map(Requirement, WANTED[name]):
        assert canonicalize_name(wanted.name) in locked, f"{wanted} is not in {name}: {RENEW}"
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier, f"{wanted}, but {name} has another: {RENEW}"


@each_lock
def test_each_package_of_a_lock_is_one_exact_version_with_its_hashes(name: str) -> None:
    entries = [line for line in lines(name) if line and not line.startswith("#")]
    heads = [at for at, line in enumerate(entries) if not line.startswith(" ")]

    assert heads
    for start, end in zip(heads, [*heads[1:], len(entries)], strict=True):
        assert PIN.match(entries[start]), entries[start]
        hashes = entries[start + 1 : end]
        assert hashes, entries[start]
        assert all(HASH.match(line) for line in hashes), entries[start]
    assert len(heads) == len(pins(name))


@each_lock
def test_a_lock_holds_the_very_versions_of_the_game(name: str) -> None:
    assert pins("game.txt").items() <= pins(name).items()


@each_lock
def test_all_that_a_locked_package_needs_here_is_locked_too(name: str) -> None:
    from importlib.metadata import PackageNotFoundError, requires

    locked = pins(name)
    for package in locked:
        try:
            needed = [Requirement(text) for text in requires(package) or ()]
        except PackageNotFoundError:  # one of another system, or of the releases
            continue
        for wanted in needed:
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                assert canonicalize_name(wanted.name) in locked, f"{package} needs {wanted}"


def test_the_game_installs_nothing_that_only_tests_or_releases_need() -> None:
    assert not {"pytest", "mypy", "hatchling", "uv"} & pins("game.txt").keys()


def test_everything_that_installs_does_so_from_a_lock() -> None:
    pages = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"pip install [^&\n]*", pages)

    assert commands
    for command in commands:
        assert "-r packaging/lock/" in command.replace("\\", "/") or "--no-deps --no-build-isolation" in command, (
            command
        )
