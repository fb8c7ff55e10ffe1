"""Whatever standard output there is, a command prints on it or says why not, and never shows a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from enacting import cli, console
from enacting.box import new_box

ROOT = Path(__file__).resolve().parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other shells and devices")
full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")

COMMANDS = ["check nowhere", "icons", "check --help", "play --size 3x", "new again"]


def shell(line: str, here: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `enacting` is the game, in French."""
    usual = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LC_ALL")}
    told = {"PYTHONPATH": str(ROOT / "src"), "ENACTING_DATA": str(here / "data")}
    start = f'enacting() {{ LANG=fr_FR.UTF-8 "{sys.executable}" -m enacting "$@"; }}; set -o pipefail; '
    done = subprocess.run(
        ["bash", "-c", start + line],
        cwd=here,
        env={**usual, **told, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )
    for trace in ("Traceback", "Exception ignored", "Error:"):
        assert trace not in done.stderr
    return done


@unix
@pytest.mark.parametrize("command", ["icons", "--help"])
def test_a_reader_that_leaves_early_ends_the_command_without_a_word(tmp_path: Path, command: str) -> None:
    assert shell(f"enacting {command} | true", tmp_path).stderr == ""


@unix
@full_disk
@pytest.mark.parametrize("command", ["check enacting-the-commons-mini", "icons", "--help", "report --help"])
def test_an_output_that_is_full_is_one_sentence_and_an_exit_code(tmp_path: Path, command: str) -> None:
    done = shell(f"enacting {command} > /dev/full", tmp_path)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "La réponse n’a pas pu être écrite" in done.stderr.replace("'", "’")


@unix
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "2> /dev/full", "> /dev/full 2>&1"])
def test_closed_streams_change_nothing_but_what_is_seen(tmp_path: Path, command: str, closed: str) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "file").touch()

    done = shell(f"enacting {command} {closed}", tmp_path)

    assert done.returncode in (0, 2)
    assert "Exception" not in done.stdout


@unix
@pytest.mark.parametrize(
    ("command", "encoding"),
    [*((command, "ascii") for command in COMMANDS), *(("icons", each) for each in ("cp1252", "cp850", "latin-1"))],
)
def test_a_terminal_without_the_letters_shows_the_nearest(tmp_path: Path, command: str, encoding: str) -> None:
    done = shell(f"enacting {command}", tmp_path, PYTHONIOENCODING=encoding)

    assert done.returncode in (0, 2)
    assert done.stdout or done.stderr


@unix
def test_an_accent_falls_from_its_letter_where_it_cannot_be_written(tmp_path: Path) -> None:
    done = shell("enacting play --resume 'cœur–été…'", tmp_path, PYTHONIOENCODING="ascii")

    assert done.stderr.startswith('Il n\'y a pas de fichier " coeur-ete... ".')


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("é", "e"),
        ("Łódź", "Lodz"),
        ("Жора", "????"),
        ("“œuf”", '"oeuf"'),
        ("a\u202f!", "a !"),
        ("李", "?"),
        ("ﬁ", "fi"),
        ("ñ", "n"),
    ],
)
def test_what_a_letter_becomes_in_plain_ascii(text: str, shown: str) -> None:
    console.prepare()

    assert text.encode("ascii", console.SUBSTITUTE_ERRORS).decode() == shown


@unix
def test_a_complaint_about_the_command_line_moves_no_terminal(tmp_path: Path) -> None:
    done = shell(r"enacting play --size $'\e[31m9\e]0;title\a' --seed $'\u202e12'", tmp_path)

    assert done.returncode == 2
    assert done.stderr.isprintable() or not set(done.stderr) & {"\x1b", "\x07", "\u202e"}


def test_a_fault_of_the_program_is_a_sentence_with_its_trace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> list[str]:
        raise RecursionError("a fault")

    monkeypatch.setenv("ENACTING_DATA", str(tmp_path))
    monkeypatch.setattr(new_box, "icon_names", broken)

    code = cli.main(["icons", "--language", "en"])

    output = capsys.readouterr()
    [trace] = tmp_path.rglob("*.trace.txt")
    assert (code, output.out) == (3, "")
    assert output.err.startswith("Something went wrong in the game itself, and the command could not finish.")
    assert str(trace) in output.err
    assert "RecursionError" in trace.read_text(encoding="utf-8")


def test_nobody_is_told_that_nobody_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)

    console.print_error("anything")
