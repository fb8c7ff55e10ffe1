"""The commands: open the window, play a box, show a demonstration, check boxes, write a report.

Exit codes: 0 all is well, 1 something wrong was found, 2 it could not run, 3 the window broke (the session is safe).
"""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from enacting import console
from enacting.language.words import NO_WORDS, MissingWords, UnknownLanguage, Words, format_month, languages, words_in
from enacting.libraries import repair_needed

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from enacting.box.loading import Boxes
    from enacting.box.problems import Problem
    from enacting.engine.board import Box
    from enacting.sheets.decks import DrawnBox

    Commands = argparse._SubParsersAction["_Parser"]

FINE, WRONG, CANNOT, BROKE = 0, 1, 2, 3
USUAL_BOX = "enacting-the-commons"
NAMINGS = ("anonymous", "pseudonyms", "names")
"""How a report may name people; the first is the usual one of a command, whose report goes who knows where."""
_MOST_TITLES = 6
"""In a line that names cards."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code. `SystemExit` where it asks for help or cannot be understood."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    console.prepare()
    line = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            return _main(line)
        finally:
            console.finish()
    except MissingWords:
        console.complain(NO_WORDS)
    except console.OutputFailed as failure:
        if failure.reason:
            console.complain(_words_for(line)("command.cannot_print", why=failure.reason))
    return CANNOT


def _main(line: list[str]) -> int:
    try:
        words = words_in(_asked_language(line) or _system_language())
    except UnknownLanguage as unknown:
        words = words_in(_system_language())
        console.complain(words("command.unknown_language", language=unknown.language, known=", ".join(unknown.known)))
        return CANNOT
    if _names_no_command(line):
        line = ["window", *line]
    elif _names_a_file(line):
        line = ["open", *line]
    asked = _parser(words).parse_args(line)
    repair = repair_needed()
    if repair is not None:
        for text in (words(repair.word_key), *repair.commands):
            console.complain(text)
        return CANNOT
    try:
        return int(asked.act(asked, words))
    except KeyboardInterrupt:
        return FINE
    except (MissingWords, console.OutputFailed):
        raise
    except Exception as failure:
        console.complain(_accident(failure, words))
        return BROKE


def _words_for(line: Sequence[str]) -> Words:
    """The sentences in the language of a command line, as far as it has one."""
    asked = _asked_language(line)
    return words_in(asked if asked in languages() else _system_language())


def _accident(failure: Exception, words: Words) -> str:
    """The sentence for a fault of the program itself, whose trace is kept in a file."""
    from enacting.session.accident_trace import Circumstances, write_trace

    trace = write_trace(failure, Circumstances(now=datetime.now(), screens=(), window=()))
    return words("command.broken", trace=trace if trace is not None else words("broken.no_trace"))


class _Parser(argparse.ArgumentParser):
    """Prints help and complaints as everything else is printed: no escapes of a terminal, no failure passed over."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        for line in message.splitlines():
            (console.complain if file is sys.stderr else console.say)(line)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = _Parser(prog="enacting", description=words("command.about"), epilog=words("command.none"))
    parser.set_defaults(language=None)
    _language(parser, words)
    commands = parser.add_subparsers(dest="command", metavar=words("command.command"))
    window = commands.add_parser("window", help=words("command.window"))
    window.set_defaults(act=_window)
    _language(window, words)

    play = commands.add_parser("play", help=words("command.play"), description=words("command.play"))
    play.add_argument("box", nargs="?", default=USUAL_BOX, help=words("command.box"))
    _language(play, words)
    play.add_argument("--seed", type=int, help=words("command.seed"))
    play.add_argument("--resume", type=Path, metavar="FILE", help=words("command.resume"))
    play.add_argument("--size", type=_size, metavar="WxH", help=words("command.size"))
    play.add_argument("--fullscreen", action="store_true", help=words("command.fullscreen"))
    play.set_defaults(act=_play)

    opening = commands.add_parser("open", help=words("command.open"), description=words("command.open"))
    opening.add_argument("file", type=Path, metavar="FILE", help=words("command.open_file"))
    _language(opening, words)
    opening.set_defaults(act=_open_file)

    demo = commands.add_parser("demo", help=words("command.demo"), description=words("command.demo"))
    demo.add_argument("--players", type=int, default=4, help=words("command.players"))
    demo.add_argument("--seed", type=int, default=27, help=words("command.seed"))
    _language(demo, words)
    demo.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR", help=words("command.out"))
    demo.add_argument("--size", type=_size, metavar="WxH", default=(1280, 720), help=words("command.size"))
    demo.set_defaults(act=_demo)

    check = commands.add_parser("check", help=words("command.check"), description=words("command.check"))
    check.add_argument("boxes", nargs="*", metavar="BOX", help=words("command.boxes"))
    _language(check, words)
    check.set_defaults(act=_check)

    new = commands.add_parser("new", help=words("command.new"), description=words("command.new"))
    new.add_argument("folder", type=Path, metavar="DIR", help=words("command.new_folder"))
    _language(new, words)
    new.set_defaults(act=_new)

    icons = commands.add_parser("icons", help=words("command.icons"), description=words("command.icons"))
    icons.add_argument("--out", type=Path, metavar="FILE", help=words("command.icons_out"))
    _language(icons, words)
    icons.set_defaults(act=_icons)

    pack = commands.add_parser("pack", help=words("command.pack"), description=words("command.pack"))
    pack.add_argument("box", metavar="BOX", help=words("command.box"))
    pack.add_argument("--out", type=Path, metavar="FILE", help=words("command.pack_out"))
    pack.add_argument("--with", dest="pages", action="append", metavar="PAGE", help=words("command.pack_with"))
    _language(pack, words)
    pack.set_defaults(act=_pack)

    _add_paper_commands(commands, words)

    report = commands.add_parser("report", help=words("command.report"), description=words("command.report"))
    report.add_argument("session", type=Path, metavar="SESSION", help=words("command.session"))
    report.add_argument("--names", choices=NAMINGS, default=NAMINGS[0], help=words("command.names"))
    report.add_argument("--out", type=Path, metavar="DIR", help=words("command.out"))
    _language(report, words)
    report.set_defaults(act=_report)
    return parser


def _add_paper_commands(commands: Commands, words: Words) -> None:
    """The two commands that put a box on paper."""
    for name, act in (("print", _print), ("sheet", _sheet)):
        command = commands.add_parser(name, help=words(f"command.{name}"), description=words(f"command.{name}"))
        command.add_argument("box", nargs="?", default=USUAL_BOX, metavar="BOX", help=words("command.box"))
        command.add_argument("--out", type=Path, default=Path(name), metavar="DIR", help=words("command.out"))
        _language(command, words)
        command.set_defaults(act=act)


def _language(parser: argparse.ArgumentParser, words: Words) -> None:
    known = ", ".join(languages())
    # Suppressed, so that a language said before the command is not forgotten by the command.
    text = words("command.language", known=known)
    parser.add_argument("--language", metavar="LANGUAGE", default=argparse.SUPPRESS, help=text)


def _names_no_command(arguments: Sequence[str]) -> bool:
    """Whether there is nothing but perhaps a language."""
    if arguments and arguments[0] == "--language":
        return len(arguments) <= 2
    return not arguments or (arguments[0].startswith("--language=") and len(arguments) == 1)


def _names_a_file(arguments: Sequence[str]) -> bool:
    """Whether there is nothing but a file to open: what a double click on it says."""
    if len(arguments) != 1:
        return False
    from enacting.box.bundle import SUFFIXES
    from enacting.session.journal import SUFFIX

    return arguments[0].lower().endswith((SUFFIX, *SUFFIXES))


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The language asked for, needed before anything can be said."""
    for index, argument in enumerate(arguments):
        if argument == "--language" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return None


def _system_language() -> str:
    spoken = (os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "en")[:2].lower()
    return spoken if spoken in languages() else "en"


def _size(written: str) -> tuple[int, int]:
    """`1280x720` as two numbers, within what the window allows."""
    try:
        width, height = (int(part) for part in written.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written} (1024x600 … 7680x4320)") from None
    if not (1024 <= width <= 7680 and 600 <= height <= 4320):
        raise argparse.ArgumentTypeError(f"{written} (1024x600 … 7680x4320)")
    return width, height


# The window


def _window(asked: argparse.Namespace, words: Words) -> int:
    return _open(words, box=USUAL_BOX, language=asked.language)


def _play(asked: argparse.Namespace, words: Words) -> int:
    if asked.resume is not None and not asked.resume.is_file():
        console.complain(words("command.no_file", file=asked.resume))
        return CANNOT
    return _open(
        words,
        box=asked.box,
        language=asked.language,
        seed=asked.seed,
        resume=asked.resume,
        size=asked.size,
        full_screen=asked.fullscreen,
        straight_to_setup=asked.resume is None,
    )


def _open_file(asked: argparse.Namespace, words: Words) -> int:
    if not asked.file.exists():
        console.complain(words("command.no_file", file=asked.file))
        return CANNOT
    return _open(words, box=USUAL_BOX, language=asked.language, file=asked.file)


def _open(words: Words, *, box: str, **more: object) -> int:
    from enacting.box.loading import find_box, load
    from enacting.box.problems import BrokenBox
    from enacting.ui.boundary import GaveUp
    from enacting.ui.start import open_window
    from enacting.ui.window.system_window import NoDisplay

    try:
        folder = find_box(box)
        if box != USUAL_BOX:
            load(folder)
        open_window(box=folder, **more)  # type: ignore[arg-type]
    except NoDisplay as nothing:
        console.complain(words(nothing.word_key))
        return CANNOT
    except GaveUp as failure:
        console.complain(failure.message(words))
        return BROKE
    except BrokenBox as broken:
        _say_problems(broken, words)
        return CANNOT
    return FINE


def _demo(asked: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box
    from enacting.ui.demo import Demonstration, DemonstrationClosed

    if not 1 <= asked.players <= 9:
        console.complain(words("command.players_range"))
        return CANNOT
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        demonstration = Demonstration(
            asked.out,
            box=find_box(USUAL_BOX),
            players=asked.players,
            seed=asked.seed,
            language=asked.language or words.language,
            size=asked.size,
        )
        files = demonstration.play()
    except DemonstrationClosed:
        return FINE
    except OSError as failure:
        console.complain(words("command.cannot_write", file=failure.filename or asked.out, why=failure.strerror or ""))
        return CANNOT
    console.say(words("command.demo_done", count=len(files), folder=asked.out))
    return FINE


# Without a window


def _check(asked: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box, load, shipped_boxes
    from enacting.box.problems import BrokenBox, format_problem
    from enacting.box.vouching import unsupported
    from enacting.sheets.fit import misfits

    worst = FINE
    for name in asked.boxes or shipped_boxes():
        try:
            boxes = load(find_box(name))
            found = (*misfits(boxes), *unsupported(boxes))
            if found:
                raise BrokenBox(found)
        except BrokenBox as broken:
            _say_problems(broken, words)
            worst = WRONG
            continue
        for problem in boxes.warnings:
            console.say(format_problem(problem, words))
        box = boxes.by_language[boxes.written]
        console.say(
            words(
                "command.box_is_fine",
                title=box.description.title,
                mechanisms=len(box.mechanisms),
                crises=len(box.crises),
                languages=", ".join(boxes.by_language),
            )
        )
        _say_what_to_check(box, words)
    return worst


def _say_what_to_check(box: Box, words: Words) -> None:
    """Which mechanisms were compared with their sources longest ago, in one line."""
    from enacting.box.vouching import checked_longest_ago

    month, cards = checked_longest_ago(box)
    if not cards:
        return
    titles = [card.title for card in cards[:_MOST_TITLES]]
    named = ", ".join(titles) + (", …" if len(cards) > _MOST_TITLES else "")
    if month:
        console.say(
            words("command.checked_longest_ago", month=format_month(month, words), count=len(cards), titles=named)
        )
    else:
        console.say(words("command.never_checked", count=len(cards), titles=named))


def _print(asked: argparse.Namespace, words: Words) -> int:
    from enacting.sheets.fit import misfits_in_print
    from enacting.sheets.pdf import write_pages

    return _write_papers(asked, words, write_pages, misfits_in_print)


def _sheet(asked: argparse.Namespace, words: Words) -> int:
    from enacting.sheets.contact import write_sheet

    return _write_papers(asked, words, write_sheet, lambda boxes, language: ())


def _write_papers(
    asked: argparse.Namespace,
    words: Words,
    write: Callable[[DrawnBox, Path], Sequence[Path]],
    faults: Callable[[Boxes, str], Sequence[Problem]],
) -> int:
    """Write the papers of a box in the language asked for, or in each of its own, and tell what does not fit."""
    from enacting.box.loading import find_box, load
    from enacting.box.problems import BrokenBox
    from enacting.sheets.decks import drawn_box

    worst = FINE
    try:
        boxes = load(find_box(asked.box))
        spoken = tuple(boxes.by_language)
        if asked.language and asked.language not in spoken:
            console.complain(words("command.box_language", language=asked.language, known=", ".join(spoken)))
            return CANNOT
        asked.out.mkdir(parents=True, exist_ok=True)
        for language in (asked.language,) if asked.language else spoken:
            for file in write(drawn_box(boxes, language), asked.out):
                console.say(str(file))
            too_long = faults(boxes, language)
            if too_long:
                _say_problems(BrokenBox(too_long), words)
                worst = WRONG
    except BrokenBox as broken:
        _say_problems(broken, words)
        return CANNOT
    except OSError as failure:
        console.complain(words("command.cannot_write", file=failure.filename or asked.out, why=failure.strerror or ""))
        return CANNOT
    return worst


def _new(asked: argparse.Namespace, words: Words) -> int:
    from enacting.box.making import FolderTaken, make_box

    try:
        files = make_box(asked.folder, words.language)
    except FolderTaken as taken:
        console.complain(words("command.folder_taken", folder=taken.folder))
        return CANNOT
    except OSError as failure:
        console.complain(
            words("command.cannot_make", folder=failure.filename or asked.folder, why=failure.strerror or "")
        )
        return CANNOT
    console.say(words("command.box_made", files=len(files), folder=asked.folder))
    return FINE


def _pack(asked: argparse.Namespace, words: Words) -> int:
    from enacting.box.bundle import BrokenBundle, read_bundle
    from enacting.box.loading import find_box
    from enacting.box.packing import pack_box, pages_beside
    from enacting.box.problems import BrokenBox
    from enacting.ui.faces.designer_pictures import upright

    try:
        box = find_box(asked.box)
        beside = pages_beside(box)
        unknown = [name for name in asked.pages or () if name not in beside]
        if unknown:
            console.complain(words("command.pack_unknown", file=unknown[0], pages=", ".join(beside) or "–"))
            return CANNOT
        pages = asked.pages or [name for name in beside if _agreed(words("command.pack_ask", file=name), words)]
        file = pack_box(box, asked.out, pages, upright=upright)
        names = read_bundle(file)
    except BrokenBox as broken:
        _say_problems(broken, words)
        return CANNOT
    except BrokenBundle as broken:
        console.complain(f"{broken.path.name}: {words(broken.word_key, **broken.fields)}")
        return CANNOT
    except OSError as failure:
        console.complain(words("command.cannot_write", file=failure.filename or asked.out, why=failure.strerror or ""))
        return CANNOT
    console.say(words("command.box_packed", file=file))
    console.say(words("command.pack_holds", files=", ".join(sorted(names))))
    left = [name for name in beside if name not in pages]
    if left:
        console.say(words("command.pack_left", files=", ".join(left), first=left[0]))
    return FINE


def _agreed(question: str, words: Words) -> bool:
    """Whether the person at the terminal says yes; no when nobody is there."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    console.say(question)
    return sys.stdin.readline().strip().casefold() in words("command.yes").split()


def _icons(asked: argparse.Namespace, words: Words) -> int:
    from enacting.box.making import icon_names, icon_page

    if asked.out is None:
        for name in icon_names():
            console.say(name)
        return FINE
    try:
        asked.out.write_text(icon_page(words), encoding="utf-8")
    except OSError as failure:
        console.complain(words("command.cannot_write", file=failure.filename or asked.out, why=failure.strerror or ""))
        return CANNOT
    console.say(str(asked.out))
    return FINE


def _say_problems(broken: Exception, words: Words) -> None:
    from enacting.box.problems import BrokenBox, format_problem

    assert isinstance(broken, BrokenBox)
    for problem in broken.shown:
        console.complain(format_problem(problem, words))
    if broken.more:
        console.complain(words("command.more_problems", count=broken.more))


def _report(asked: argparse.Namespace, words: Words) -> int:
    from enacting.harvest.making import make_harvest
    from enacting.harvest.naming import Naming
    from enacting.session.journal import JournalError
    from enacting.session.session import Session
    from enacting.system.save_folders import harvest_folder
    from enacting.ui.faces.designer_pictures import small_copy

    try:
        session = Session.look(asked.session)
    except JournalError as failure:
        console.complain(words(failure.word_key, **failure.fields))
        return CANNOT
    try:
        folder = asked.out or harvest_folder(asked.session)
        spoken = session.language if session.language in languages() else words.language
        files = make_harvest(session, folder, asked.language or spoken, small_copy, Naming(asked.names))
    except OSError as failure:
        console.complain(words("command.cannot_write", file=failure.filename or asked.out, why=failure.strerror or ""))
        return CANNOT
    for file in files:
        console.say(str(file))
    return FINE
