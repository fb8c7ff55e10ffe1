"""Tries the game for Windows under Wine, in its real window on a screen that nobody sees, and with tests of its own.

    python packaging/try_windows.py                             # builds the bundle first
    python packaging/try_windows.py --portable ZIP --setup EXE  # tries those, built before
    python packaging/try_windows.py --long                      # with every test that needs no window

Law: each thing tried is printed with the seconds it took; the exit code is 1 when one failed. Where Wine is not
installed, it says so and tries nothing. What needs rights that the machine does not give is said too, and left out.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "src"), str(ROOT / "tests")]

from bundles import windows, wine  # noqa: E402
from bundles.layout import NAME, PACKAGING  # noqa: E402
from window.driving import DidNotHappen, Display, Game, View, missing_programs, until  # noqa: E402
from window.playing import discuss, rate, write_takeaway  # noqa: E402

from enacting.session.journal import copy_of, look  # noqa: E402
from enacting.ui.window.settings import NOTHING, Settings, write_settings  # noqa: E402

APT_PACKAGES = (*windows.APT_PACKAGES, "xvfb", "openbox", "xdotool", "x11-utils", "imagemagick", "xclip")
USER = "Zoé Noël"
TIMES = 20
"""How often a key is pressed before giving up: only a test that fails presses so often."""
PEOPLE = ("Zoé", "Hélène", "François")
OFFLINE = ("unshare", "--net")
READ_ONLY = ("unshare", "--net", "--mount", "sh", "-c")
TEST_PACKAGES = (
    "pytest",
    "pytest-timeout",
    "hypothesis",
    "fastjsonschema",
    "iniconfig",
    "packaging",
    "pluggy",
    "pygments",
    "colorama",
    "sortedcontainers",
)
AS_WINE_HAS = "without_copyfile2"
"""A plugin of the tests: Windows copies a file by one call that this Wine lacks, and Python does without it then."""
QUICK_TESTS = (
    "tests/box",
    "tests/engine",
    "tests/session/test_session.py",
    "tests/session/test_journal.py",
    "tests/harvest/test_harvest_*.py",
    "tests/system/test_paths.py",
)
LONG_TESTS = (
    *QUICK_TESTS,
    "tests/box/test_bundle.py",
    "tests/system/test_synced_folders.py",
    "tests/archive/test_erase_session.py",
    "tests/archive/test_erase_person.py",
    "tests/language/test_glossary_order.py",
    "tests/language/test_characters.py",
    "tests/language/test_masking.py",
    "tests/session/test_move_text.py",
    "tests/archive/test_privacy_notice.py",
    "tests/session/test_overview.py",
    "tests/session/test_pace.py",
    "tests/system/test_save_folders.py",
    "tests/session/test_recap.py",
    "tests/session/test_recording.py",
    "tests/session/test_released_formats.py",
    "tests/archive/test_copying.py",
    "tests/session/test_metadata.py",
)


class Failed(Exception):
    """What was tried did not go as it must."""


class Trial:
    """One Windows, one screen, and the game where somebody has unzipped it."""

    def __init__(self, work: Path, display: Display, portable: Path) -> None:
        self.work = work
        self.display = display
        self.prefix = work / "wine"
        self.folder = work / "Clé de Léa (été)"
        with zipfile.ZipFile(portable) as archive:
            archive.extractall(self.folder)
        self.bundle = self.folder / NAME
        variables = {**display.environment, "USER": USER, "LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONPATH": ""}
        self.windows = wine.start(self.prefix, display=display.environment["DISPLAY"], variables=variables)
        self.offline = OFFLINE if _allowed(*OFFLINE, "true") else ()
        if not self.offline:
            print("  the network is not taken away: this machine does not allow it")
        self.looks = 0

    @property
    def home(self) -> Path:
        """The folder of the person."""
        return self.prefix / "drive_c" / "users" / USER

    @property
    def local_data(self) -> Path:
        """Where the game writes when nothing else is asked."""
        return self.home / "AppData" / "Local" / "enacting-the-commons"

    def command(self, program: Path | str, *arguments: Path | str) -> list[str]:
        """A program of Windows without a network."""
        return [*self.offline, *self.windows.command(program, *arguments)]

    def run(
        self, program: Path | str, *arguments: Path | str, check: bool = True
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program of Windows to its end."""
        done = subprocess.run(
            self.command(program, *arguments),
            env=self.windows.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        if check and done.returncode != 0:
            raise Failed(f"{program} {arguments} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return done

    def play_awake(self, under: Sequence[str] | None = None) -> Game:
        """The game in its window, once it has the keyboard: this Wine gives it a moment after the window."""
        game = self.play(under=under)
        wake(game)
        return game

    def play(
        self,
        *arguments: str,
        bundle: Path | None = None,
        under: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Game:
        """The game in its window, started as by a double click; everything is written where it is in real life."""
        self.looks += 1
        ours = {name: value for name, value in self.windows.environment().items() if name.startswith("WINE")}
        return Game(
            self.display,
            self.work / f"look-{self.looks}",
            *arguments,
            pictures=self.work / "pictures",
            under=self.offline if under is None else under,
            environment={**ours, "USER": USER, "PYTHONPATH": "", "ENACTING_DATA": "", **(environment or {})},
            program=self.windows.command((bundle or self.bundle) / f"{NAME}.exe"),
            path=self.windows.path,
        )


def wake(game: Game) -> None:
    """Wait until the window has the keyboard, after it opened or after another one was there for a moment."""
    until_it_does(game, "F1", "the help", lambda view: not view.has("help"))
    until_it_does(game, "Escape", "the help closed", lambda view: view.has("help"))


def until_it_does(game: Game, key: str, what: str, done: Callable[[View], object]) -> None:
    """Press a key again and again until it has done that: this Wine loses keys while a window opens."""
    for _ in range(TIMES):
        game.activate()
        game.key(key)
        with suppress(DidNotHappen):
            game.wait(what, done, seconds=3)
            return
    raise Failed(f"the window never gets the keyboard: no {what}")


# What is tried


def command_line(trial: Trial) -> None:
    """The second launcher: what it prints is UTF-8 in a pipe, and its exit codes are those of the game."""
    program = trial.bundle / "enacting.exe"
    said = trial.run(program, "check", "enacting-the-commons", "--language", "fr").stdout.decode("utf-8")
    fine = re.match(r"Enacting the Commons\xa0: tout est bon \(\d+ mécanismes, .*\)\.\r\n", said)
    _must(fine, f"`check` says {said!r}")
    missing = trial.run(program, "check", "nulle-part", check=False)
    _same(missing.returncode, 2, "the exit code of a box that is not there")
    out = trial.work / "paper à plat"
    trial.run(program, "print", "enacting-the-commons-mini", "--language", "fr", "--out", trial.windows.path(out))
    _must(any(file.read_bytes().startswith(b"%PDF") for file in out.glob("*.pdf")), "no PDF was written by `print`")


def whole_session(trial: Trial) -> None:
    """A short session by the keyboard: accents, the clipboard, killed at a decision, resumed, its report opened."""
    data = trial.bundle / "data"
    write_settings(data / "settings.json", Settings(language="fr", offered=NOTHING, reduce_motion=True))
    trial.run("reg", "add", r"HKLM\Software\Classes\.html", "/d", "Try.Page", "/f")
    opening = r'cmd /c copy "%1" C:\opened.html'
    trial.run("reg", "add", r"HKLM\Software\Classes\Try.Page\shell\open\command", "/d", opening, "/f")

    game = trial.play_awake()
    try:
        set_up(game)
        play_to_a_decision(game)
        before = game.view().said("decision-title")
        game.kill()
        game = trial.play_awake()
        game.press("resume")
        _same(game.wait_for("adopt").said("decision-title"), before, "the decision after a kill")
        play_to_the_end(game)
        game.go_to("open-report")
        game.key("Return")
        opened = trial.prefix / "drive_c" / "opened.html"
        until("the report opened by the system", opened.is_file)
        page = opened.read_text(encoding="utf-8")
        _must(all(name in page for name in PEOPLE), "the report that was opened does not name the people")
        # By mouse: the program that opened the report had a window for a moment, and Wine may keep the keyboard for it.
        game.click("leave")
        game.click("quit", changes=False)
        _same(game.ended(), 0, "the exit code of the window")
    finally:
        game.stop()
    (session,) = (data / "sessions").glob("*.session")
    _must(copy_of(session).is_file(), "there is no second copy of the session")
    _must(len(look(session).rows()) > 30, "the session is not whole")
    _must(not trial.local_data.exists(), "a portable folder has written in the person's own folders")


def set_up(game: Game) -> None:
    """Three people with accents, one of them pasted, a short session."""
    game.press("new")
    game.press("remove-name-4")
    for number, name in enumerate(PEOPLE, start=1):
        game.write(f"name-{number}", name, clicks=False)
    game.key("ctrl+a", "ctrl+c")
    until("the name on the clipboard", lambda: game.display.run("xclip", "-o", "-selection", "clipboard") == PEOPLE[-1])
    game.press("length-short")
    game.press("start")


def play_to_a_decision(game: Game) -> None:
    """The place, the crisis, the marks of one person, the first proposal."""
    game.press("reveal-context")
    game.press("reveal")
    game.press("go-on")
    for _ in PEOPLE:
        game.press("presented")
    rate(game, game.press, 3)
    for _ in PEOPLE[1:]:
        game.press("do-not-rate")
    propose(game)


def propose(game: Game) -> None:
    """A mechanism drawn, kept, placed and proposed."""
    game.press("draw")
    game.key("Return", changes=True)
    game.press("place")
    game.press(game.view().live("seat-")[1])
    game.press("propose")
    game.wait_for("adopt")


def agree(game: Game) -> None:
    """The disc of one person put on the mat of agreement, then all the others agree."""
    game.press("disc-p1")
    game.press("mat-agree")
    game.press("adopt")


def play_to_the_end(game: Game) -> None:
    """The decision, the other proposals, the system, the debrief."""
    agree(game)
    while not game.wait_for("draw", "go-on").has("go-on"):
        propose(game)
        agree(game)
    game.write("system-name", "Les puits partagés", clicks=False)
    game.press("go-on")
    for _ in PEOPLE:
        game.press("do-not-rate")
    discuss(game, game.press)
    for name in PEOPLE:
        write_takeaway(game, game.press, f"{name} répète", clicks=False)
    game.press("go-on")


def nothing_can_be_written(trial: Trial) -> None:
    """A folder and a home that cannot be written: the game says so, offers other places, and plays on."""
    if not _allowed(*READ_ONLY, "mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp"):
        print("  left out: this machine does not allow to mount a folder that cannot be written")
        return
    trial.windows.stop()
    folders = (trial.folder, trial.home)
    mounts = " && ".join(
        f'mount --bind "{folder}" "{folder}" && mount -o remount,bind,ro "{folder}"' for folder in folders
    )
    game = trial.play_awake(under=[*READ_ONLY, f'{mounts} && exec "$@"', "sh"])
    try:
        game.press("new")
        game.write("name-1", PEOPLE[0], clicks=False)
        game.press("start")
        view = game.wait_for("answer-0")
        _must(
            "Impossible d’écrire dans le dossier habituel" in view.text(),
            f"nothing is said of the folder: {view.text()}",
        )
        game.press("answer-0")
        game.wait_for("reveal-context")
        _must(any((trial.home / "Documents" / NAME).glob("*.session")), "the session is not in the documents either")
        _must("Traceback" not in game.errors(), game.errors())
    finally:
        game.stop()
        trial.windows.stop()


def installed(trial: Trial, setup: Path) -> None:
    """The installer, quietly: files, menu, double clicks on a session and on a box; removed, and the sessions stay."""
    trial.run(setup, "/S")
    folder = trial.home / "AppData" / "Local" / "Programs" / NAME
    _must((folder / f"{NAME}.exe").is_file(), "the game is not installed")
    _must(not (folder / "portable").exists(), "the installed game would write beside itself")
    _must(any(trial.home.rglob(f"{NAME}.lnk")), "the game is not in the Start menu")

    for key in (".session", "EnactingTheCommons.Session", ".box", "EnactingTheCommons.Box"):
        # This Wine does not look among a person's own types of files, as every Windows does.
        trial.run("reg", "copy", rf"HKCU\Software\Classes\{key}", rf"HKLM\Software\Classes\{key}", "/s", "/f")
    session = next((trial.bundle / "data" / "sessions").glob("*.session"))
    ours = trial.local_data / "sessions" / session.name
    ours.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(session, ours)
    double_click(trial, ours, lambda view: view.has("menu") and view.has("undo"))
    box = trial.work / "boîte reçue.box"
    trial.run(folder / "enacting.exe", "pack", "enacting-the-commons-mini", "--out", trial.windows.path(box))
    double_click(trial, box, lambda view: view.has("start") and view.has("name-1"))

    trial.run(folder / "uninstall.exe", "/S")
    until("the game removed", lambda: not folder.exists(), seconds=30)
    _must(ours.is_file(), "the sessions went with the game")
    left = trial.run("reg", "query", r"HKCU\Software\Classes\EnactingTheCommons.Session", check=False)
    _must(left.returncode != 0, "the type of session files is still registered")


def double_click(trial: Trial, file: Path, found: Callable[[View], object]) -> None:
    """Open that file as the Explorer does, and wait for the window that shows it."""
    look_file = trial.work / f"double-click-{file.suffix}"
    environment = {**trial.windows.environment(), "ENACTING_TEXT_VIEW": trial.windows.path(look_file)}
    subprocess.run(
        trial.command("start", trial.windows.path(file)),
        env=environment,
        stdin=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )

    def seen() -> object:
        with suppress(ValueError, IndexError, KeyError):  # Half written.
            return found(View.read(look_file))
        return False

    try:
        until(f"the window of {file.name}", seen, seconds=30)
    finally:
        trial.windows.stop()


def begin_tests(work: Path, bundle: Path, *, long: bool) -> subprocess.Popen[bytes]:
    """Begin the tests that need no window, run by the Python of Windows with the packages of the bundle.

    They have a Windows of their own, and go on while the window is tried.
    """
    python = work / "python"
    python.mkdir(parents=True)
    windows.unpack_python(python)
    (python / "_wmi.pyd").unlink()  # `platform` reaches through it for what this Wine lacks; the bundle has it not.
    _install_test_packages(work / "test-packages")
    (work / "test-packages" / f"{AS_WINE_HAS}.py").write_text("import _winapi\n\ndel _winapi.CopyFile2\n", "ascii")
    shutil.copytree(bundle / "program" / "packages", work / "packages")
    lines = ["python313.zip", ".", "..\\packages", "..\\test-packages"]
    (python / windows.SEARCH_PATH).write_text("\n".join(lines), encoding="ascii")
    its = wine.start(work / "wine", variables={"LC_ALL": "C.UTF-8"})
    tests = its.path(ROOT / "tests").replace("\\", "/")
    (work / "pytest.ini").write_text(f"[pytest]\npythonpath = {tests}\n", encoding="utf-8")
    wanted = [
        str(file.relative_to(ROOT)) for pattern in (LONG_TESTS if long else QUICK_TESTS) for file in ROOT.glob(pattern)
    ]
    options = ["-q", "-p", AS_WINE_HAS, "-p", "no:cacheprovider", "--timeout", "120"]
    options += ["-c", its.path(work / "pytest.ini"), "--rootdir", its.path(ROOT)]
    return subprocess.Popen(
        its.command(python / "python.exe", "-B", "-X", "utf8", "-m", "pytest", *options, *wanted),
        env=its.environment(),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def end_tests(tests: subprocess.Popen[bytes]) -> None:
    """Wait for the tests, and say how many passed."""
    output, _ = tests.communicate(timeout=1500)
    said = output.decode(errors="replace")
    last = said.strip().splitlines()[-1] if said.strip() else "nothing"
    print(f"  {last}")
    _must(tests.returncode == 0 and " passed" in last, said[-6000:])


def _install_test_packages(folder: Path) -> None:
    """Of the lock of the tests, only what runs them."""
    lock = (PACKAGING / "lock" / "test.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[a-zA-Z])", lock) if re.split(r"[=\[ ]", entry)[0] in TEST_PACKAGES]
    with tempfile.TemporaryDirectory() as work:
        wanted = Path(work, "wanted.txt")
        wanted.write_text("\n".join([*entries, ""]), encoding="utf-8")
        options = [
            "--platform",
            "win_amd64",
            "--python-version",
            "3.13",
            "--only-binary=:all:",
            "--no-deps",
            "--no-compile",
        ]
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--target",
            str(folder),
            *options,
            "--require-hashes",
        ]
        subprocess.run([*command, "--requirement", str(wanted)], check=True)


def starting(trial: Trial) -> None:
    """How long from the double click to the window, here and with the Python of Linux on the same screen."""
    here = min(_seconds_to_window(trial, trial.windows.command(trial.bundle / f"{NAME}.exe")) for _ in range(3))
    there = min(_seconds_to_window(trial, [sys.executable, "-m", "enacting"]) for _ in range(3))
    print(f"  window after {here:.2f} s under Wine, {there:.2f} s on Linux: ratio {here / there:.1f}")
    _must(here < 10, "the window takes more than ten seconds")


def _seconds_to_window(trial: Trial, command: Sequence[str]) -> float:
    environment = {**trial.windows.environment(), "PYTHONPATH": str(ROOT / "src")}
    since = time.monotonic()
    game = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    try:
        until("a window", lambda: trial.display.run("xdotool", "search", "--onlyvisible", "--pid", str(game.pid)), 30)
        return time.monotonic() - since
    finally:
        game.kill()
        game.wait(timeout=10)


# Saying


def _must(fine: object, otherwise: str) -> None:
    if not fine:
        raise Failed(otherwise)


def _same(found: object, wanted: object, what: str) -> None:
    _must(found == wanted, f"{what}: {found!r}, and not {wanted!r}")


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
    except (Failed, DidNotHappen, subprocess.SubprocessError, OSError, StopIteration, ValueError) as failure:
        failures.append(name)
        print(f"FAILED {name} ({time.monotonic() - since:.0f} s): {type(failure).__name__}: {failure}", flush=True)
    else:
        print(f"ok {name} ({time.monotonic() - since:.0f} s)", flush=True)


def try_all(portable: Path, setup: Path, *, long: bool) -> list[str]:
    """Try everything; what failed."""
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="enacting-windows-") as work:
        home = Path(work, "home")
        home.mkdir()
        display = Display(home)
        display.speak("fr")  # Wine takes accents from keys, not from letters sent by themselves.
        trial = Trial(Path(work), display, portable)
        tests = begin_tests(Path(work, "tests"), trial.bundle, long=long)
        try:
            with _tried("the command line", failures):
                command_line(trial)
            with _tried("a whole session, killed, resumed, its report opened", failures):
                whole_session(trial)
            with _tried("nothing can be written", failures):
                nothing_can_be_written(trial)
            with _tried("installed, double clicks, removed", failures):
                installed(trial, setup)
            with _tried("the tests with the Python of Windows", failures):
                end_tests(tests)
            with _tried("the time to the window", failures):
                starting(trial)
        finally:
            tests.kill()
            trial.windows.stop()
            display.stop()
            if failures and (Path(work) / "pictures").is_dir():
                kept = Path(tempfile.mkdtemp(prefix="enacting-windows-pictures-"))
                shutil.copytree(Path(work) / "pictures", kept, dirs_exist_ok=True)
                print(f"pictures of what was on the screen: {kept}")
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description="Tries the game for Windows under Wine.")
    parser.add_argument("--portable", type=Path, metavar="ZIP", help="the portable folder, built before")
    parser.add_argument("--setup", type=Path, metavar="EXE", help="the installer, built before")
    parser.add_argument("--long", action="store_true", help="run every test that needs no window")
    parser.add_argument("--needs", action="store_true", help="only say which packages of Debian must be installed")
    asked = parser.parse_args()
    if asked.needs:
        print(" ".join(APT_PACKAGES))
        return 0
    missing = [*missing_programs(), *(name for name in ("makensis", "osslsigncode") if shutil.which(name) is None)]
    if wine.wine_program() is None or missing:
        print(f"The game for Windows is not tried here: no {', '.join(missing) or 'Wine'}.")
        return 1 if asked.portable else 0  # Whoever gives the files of a release relies on their being tried.
    with tempfile.TemporaryDirectory() as built:
        portable, setup = asked.portable, asked.setup
        if portable is None or setup is None:
            since = time.monotonic()
            portable, setup = windows.build(Path(built))
            sizes = [f"{file.name} {file.stat().st_size / 1e6:.1f} MB" for file in (portable, setup)]
            print(f"built {', '.join(sizes)} ({time.monotonic() - since:.0f} s)", flush=True)
        failures = try_all(portable, setup, long=asked.long)
    print(f"{'1 failed' if len(failures) == 1 else f'{len(failures)} failed'}" if failures else "all of it went well")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
