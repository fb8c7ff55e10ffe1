"""The wrong pygame, two of them, or none is noticed before anything draws, with the two commands that mend it."""

import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from enacting.libraries import Repair, repair_needed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages of its own, before the others."""
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path


def installed(site: Path, name: str, files: str = "pygame/__init__.py,,\n") -> None:
    folder = site / f"{name.replace('-', '_')}-2.6.1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.6.1\n", encoding="utf-8")
    (folder / "RECORD").write_text(files, encoding="utf-8")


def test_the_library_of_the_tests_is_the_right_one() -> None:
    assert repair_needed() is None


@pytest.mark.parametrize("other", ["pygame", "pygame-of-somebody"])
def test_a_second_distribution_with_the_same_folder_is_noticed_with_its_repair(site: Path, other: str) -> None:
    installed(site, other)

    repair = repair_needed()

    assert repair is not None
    assert repair.word_key == "command.two_pygames"
    remove, install = repair.commands
    assert remove.endswith("-m pip uninstall --yes " + " ".join(sorted([other, "pygame-ce"])))
    assert install.endswith("-m pip install pygame-ce")


def test_a_distribution_with_another_folder_is_not_one(site: Path) -> None:
    installed(site, "pygame-menu", "pygame_menu/__init__.py,,\nsrc/pygame/__init__.pyi,,\n")

    assert repair_needed() is None


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "command.old_pygame"),
        ("IS_CE = 0\n", "command.old_pygame"),
        ("raise ImportError('libSDL2 is missing')\n", "command.no_pygame"),
        (None, "command.old_pygame"),
    ],
)
def test_another_pygame_or_what_is_left_of_one_is_a_sentence(tmp_path: Path, content: str | None, key: str) -> None:
    (tmp_path / "pygame").mkdir()
    if content is not None:
        (tmp_path / "pygame" / "__init__.py").write_text(content, encoding="utf-8")
    code = "from enacting.libraries import repair_needed; print(repair_needed().word_key)"
    venv.create(tmp_path / "bare", with_pip=False)
    python = next(file for file in (tmp_path / "bare").glob("*/python*") if file.is_file())

    done = subprocess.run(
        [python, "-S", "-c", code],
        env={"PYTHONPATH": f"{ROOT / 'src'}{':' if sys.platform != 'win32' else ';'}{tmp_path}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.strip(), done.stderr) == (key, "")


def test_the_command_says_the_sentence_and_the_two_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from enacting import cli

    monkeypatch.setattr(cli, "repair_needed", lambda: Repair("command.two_pygames", ("first", "second")))

    code = cli.main(["check", "--language", "fr"])

    lines = capsys.readouterr().err.splitlines()
    assert code == 2
    assert lines[0].startswith("Deux paquets partagent le dossier pygame")
    assert lines[1:] == ["first", "second"]
