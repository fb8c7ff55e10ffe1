"""Tries the folder for Linux where there is no Python, no network and no home, on a screen that nobody sees.

    python packaging/try_linux.py               # builds the bundle first
    python packaging/try_linux.py --bundle TAR  # tries that one, built before

Law: each thing tried is printed with the seconds it took; the exit code is 1 when one failed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "src"), str(ROOT / "tests")]

from bundles import linux  # noqa: E402
from bundles.layout import NAME  # noqa: E402
from window.driving import DidNotHappen, Display, Game, missing_programs  # noqa: E402

APT_PACKAGES = (*linux.APT_PACKAGES, "xvfb", "openbox", "xdotool", "x11-utils", "imagemagick", "xclip")
PROGRAMS = ("sh", "dirname", "readlink")
"""All that the game finds on its PATH."""
NOBODY = 65534


class Failed(Exception):
    """What was tried did not go as it must."""


class Trial:
    """The game where somebody has unpacked it, and a computer with next to nothing on it."""

    def __init__(self, work: Path, display: Display, bundle: Path) -> None:
        self.work = work
        self.display = display
        self.folder = work / "Clé de Léa (été)"
        with tarfile.open(bundle) as archive:
            archive.extractall(self.folder, filter="data")
        self.game = self.folder / NAME
        programs = work / "programs"
        programs.mkdir()
        for name in PROGRAMS:
            (programs / name).symlink_to(shutil.which(name) or name)
        self.home = work / "home"
        self.home.mkdir(mode=0o555)
        work.chmod(0o755)
        self.environment = {
            "PATH": str(programs),
            "HOME": str(self.home),
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "",
            "PYTHONPATH": "",
            "VIRTUAL_ENV": "",
            "XDG_DATA_HOME": "",
        }
        self.under = self._without_rights()

    def _without_rights(self) -> list[str]:
        """The command that takes away the network, and the rights of root over what may not be written."""
        found: list[str] = []
        offline = [shutil.which("unshare") or "unshare", "--net"]
        if _allowed(*offline, "true"):
            found += offline
        else:
            print("  the network is not taken away: this machine does not allow it")
        if os.geteuid() == 0:
            ids = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            found += [shutil.which("setpriv") or "setpriv", *ids]
        return found

    def run(self, *arguments: str) -> str:
        """What a command of the game prints."""
        command = [*self.under, str(self.game / "enacting"), *arguments]
        environment = {name: value for name, value in self.environment.items() if value}
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise Failed(f"{arguments} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def play(self, *arguments: str) -> Game:
        """The game in its window."""
        look = self.work / "look"
        look.mkdir(exist_ok=True)
        look.chmod(0o777)
        environment = {**self.environment, "ENACTING_DATA": ""}
        program = [str(self.game / "enacting")]
        return Game(
            self.display,
            look,
            *arguments,
            pictures=self.work / "pictures",
            under=self.under,
            environment=environment,
            program=program,
        )


def command_line(trial: Trial) -> None:
    """A box checked, and printed: the library that makes PDF files is there."""
    said = trial.run("check", "enacting-the-commons", "--language", "fr")
    _must(said.startswith("Enacting the Commons\u00a0: tout est bon"), said)
    out = trial.work / "paper"
    out.mkdir()
    out.chmod(0o777)
    trial.run("print", "enacting-the-commons-mini", "--out", str(out))
    _must(any(file.read_bytes().startswith(b"%PDF") for file in out.glob("*.pdf")), "no PDF was written")


def window(trial: Trial) -> None:
    """From the title to a session that cannot be kept in the home: the game says so and offers other places."""
    game = trial.play()
    try:
        game.press("new")
        game.press("start")
        view = game.wait("places to choose from", lambda view: view.live("option-") or view.live("answer-"))
        _must("session" in view.text() or "séance" in view.text(), f"nothing is said of the session: {view.text()}")
        _must("Traceback" not in game.errors(), game.errors())
    finally:
        game.stop()
    _must(list(trial.home.iterdir()) == [], "something was written in the home")


def portable(trial: Trial) -> None:
    """With the mark, a session is kept beside the program."""
    (trial.game / "portable").touch()
    data = trial.game / "data"
    data.mkdir()
    data.chmod(0o777)
    game = trial.play("play", "enacting-the-commons-mini")
    try:
        game.press("start")
        game.wait_for("reveal")
    finally:
        game.stop()
    _must(len(list((data / "sessions").glob("*.session"))) == 1, "the session is not beside the program")


def menu(trial: Trial) -> None:
    """In the menu of the desktop with its icons and types of files, and out of it again."""
    home = trial.work / "other home"
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": ""}
    script = str(trial.game / "add-to-menu.sh")
    subprocess.run([script], env=environment, check=True, capture_output=True, timeout=60)
    share = home / ".local" / "share"
    entry = share / "applications" / "enacting-the-commons.desktop"
    _must(f'Exec="{trial.game}/enacting" %f\n' in entry.read_text(encoding="utf-8"), entry.read_text(encoding="utf-8"))
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(entry)], check=True, timeout=60)
    _must((share / "icons/hicolor/48x48/apps/enacting-the-commons.png").is_file(), "there is no icon")
    _must((share / "mime/packages/enacting-the-commons.xml").is_file(), "there are no types of files")
    subprocess.run([script, "--remove"], env=environment, check=True, capture_output=True, timeout=60)
    left = [file.name for file in share.rglob("*enacting*") if file.is_file()]
    _must(left == [], f"left behind: {left}")


def starting(trial: Trial) -> None:
    """How long the window takes."""
    since = time.monotonic()
    game = trial.play()
    print(f"  first frame after {time.monotonic() - since:.2f} s")
    game.stop()


def _must(fine: object, otherwise: str) -> None:
    if not fine:
        raise Failed(otherwise)


def _allowed(*command: str) -> bool:
    """Whether this machine lets that be done."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True, timeout=30).returncode == 0


@contextmanager
def _tried(name: str, failures: list[str]) -> Iterator[None]:
    since = time.monotonic()
    try:
        yield
    except (Failed, DidNotHappen, subprocess.SubprocessError, OSError) as failure:
        failures.append(name)
        print(f"FAILED {name} ({time.monotonic() - since:.0f} s): {type(failure).__name__}: {failure}", flush=True)
    else:
        print(f"ok {name} ({time.monotonic() - since:.0f} s)", flush=True)


def try_all(bundle: Path) -> Sequence[str]:
    """Try everything; what failed."""
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="enacting-linux-") as work:
        display = Display(Path(work))
        display.speak("us")
        try:
            trial = Trial(Path(work), display, bundle)
            for name, act in (
                ("the command line", command_line),
                ("the window, with a home that cannot be written", window),
                ("the time to the window", starting),
                ("a portable folder", portable),
                ("the menu of the desktop", menu),
            ):
                with _tried(name, failures):
                    act(trial)
        finally:
            display.stop()
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description="Tries the folder for Linux.")
    parser.add_argument("--bundle", type=Path, metavar="TAR", help="the folder, built before")
    parser.add_argument("--needs", action="store_true", help="only say which packages of Debian must be installed")
    asked = parser.parse_args()
    if asked.needs:
        print(" ".join(APT_PACKAGES))
        return 0
    missing = missing_programs()
    if missing:
        print(f"The folder for Linux is not tried here: no {', '.join(missing)}.")
        return 0
    with tempfile.TemporaryDirectory() as built:
        bundle = asked.bundle or linux.build(Path(built))[0]
        print(f"{bundle.name}: {bundle.stat().st_size / 1e6:.1f} MB", flush=True)
        failures = try_all(bundle)
    print(f"{len(failures)} failed" if failures else "all of it went well")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
