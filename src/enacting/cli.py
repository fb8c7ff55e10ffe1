"""The commands: open the window, play a box, show a demonstration, check boxes, write a report.

Exit codes: 0 success, 1 problems (or differences) were found, 2 it could not run, 3 it crashed (the session is safe).
"""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from enacting import console
from enacting.language.argument_words import arguments_in, name_of
from enacting.language.words import NO_WORDS, MissingWords, UnknownLanguage, Words, format_month, languages, words_in
from enacting.libraries import repair_needed

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from enacting.box.loading import Boxes, Examined
    from enacting.box.problems import BrokenBox, Problem
    from enacting.box.texts import TextRow
    from enacting.engine.board import Box
    from enacting.language.masking import MaskedSentence
    from enacting.typesetting import MissingCharacter

    Run = Callable[[argparse.Namespace, Words], int]

    class AddCommand(Protocol):
        """Adds a command; its sentence has its own name for a key, or that one."""

        def __call__(self, name: str, run: Run, key: str = "") -> _Parser: ...


OK, PROBLEMS_FOUND, CANNOT_RUN, CRASHED = 0, 1, 2, 3
USUAL_BOX = "enacting-the-commons"
NAMINGS = ("anonymous", "pseudonyms", "names")
"""How a report may name people; the first is the default, because the report of a command may go anywhere."""
REPORT_FORMATS = ("html", "md")
ALL_REPORT_FORMATS = ("pdf", "html", "md", "csv", "json", "png", "ics", "sqlite")
ONE_SESSION_FORMATS = ("ics",)
POOLED_FORMATS = ("sqlite",)
"""The formats that a report of one session alone has, and a report of several sessions alone."""
PAPERS = ("a4", "us-letter")
"""What paper the report is for, the usual one first."""
_MAX_TITLES = 6
"""The maximum number of cards named in a line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code. Raises `SystemExit` for help or for arguments that are not valid."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    console.prepare()
    command_line = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            return _main(command_line)
        finally:
            console.finish()
    except MissingWords:
        console.print_error(NO_WORDS)
    except console.OutputFailed as failure:
        if failure.reason:
            console.print_error(_words_for(command_line)("command.cannot_print", why=failure.reason))
    return CANNOT_RUN


def _main(command_line: list[str]) -> int:
    try:
        words = words_in(_requested_language(command_line) or _system_language())
    except UnknownLanguage as unknown:
        words = words_in(_system_language())
        if not _PAPER_COMMANDS.intersection(command_line[:3]):
            console.print_error(
                words("command.unknown_language", language=unknown.language, known=", ".join(unknown.known))
            )
            return CANNOT_RUN
    if _has_no_command(command_line):
        command_line = ["window", *command_line]
    elif _is_only_a_file(command_line):
        command_line = ["open", *command_line]
    with arguments_in(words):
        options = _parser(words).parse_args(command_line)
    repair = repair_needed()
    if repair is not None:
        for text in (words(repair.word_key), *repair.commands):
            console.print_error(text)
        return CANNOT_RUN
    try:
        return int(options.run(options, words))
    except KeyboardInterrupt:
        return OK
    except (MissingWords, console.OutputFailed):
        raise
    except Exception as failure:
        return _exit_code_of(failure, words)


def _exit_code_of(failure: Exception, words: Words) -> int:
    """Print what made a command stop; the exit code. What no command expects is a fault of the program."""
    from enacting.box.problems import BrokenBox
    from enacting.typesetting import CannotTypeset

    match failure:
        case BrokenBox():
            _print_problems(failure, words)
        case CannotTypeset():
            console.print_error(words(failure.word_key, **failure.fields))
        case _:
            console.print_error(_report_crash(failure, words))
            return CRASHED
    return CANNOT_RUN


def _words_for(command_line: Sequence[str]) -> Words:
    """The sentences in the language that a command line requests, or in that of the system."""
    requested = _requested_language(command_line)
    return words_in(requested if requested in languages() else _system_language())


def _report_crash(failure: Exception, words: Words) -> str:
    """Write the trace of a fault of the program to a file; returns the sentence about it."""
    from enacting.session.accident_trace import Circumstances, write_trace

    trace = write_trace(failure, Circumstances(now=datetime.now(), screens=(), window=()))
    return words("command.broken", trace=trace if trace is not None else words("broken.no_trace"))


class _Parser(argparse.ArgumentParser):
    """Prints help and errors like all other output: without terminal escapes, without ignoring failures."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        for line in message.splitlines():
            (console.print_error if file is sys.stderr else console.print_line)(line)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = _Parser(prog="enacting", description=words("command.about"), epilog=words("command.none"))
    parser.set_defaults(language=None)
    _add_language_option(parser, words)
    commands = parser.add_subparsers(dest="command", metavar=words("command.command"))

    def add(name: str, run: Run, key: str = "") -> _Parser:
        about = words(key or f"command.{name}")
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        _add_language_option(command, words)
        return command

    _add_window_commands(add, words)
    _add_designer_commands(add, words)
    _add_paper_commands(add, words)
    _add_session_commands(add, words)
    return parser


def _add_window_commands(add: AddCommand, words: Words) -> None:
    """Add the commands that open the window."""
    add("window", _window)

    play = add("play", _play)
    play.add_argument("box", nargs="?", default=USUAL_BOX, metavar=name_of("box", words), help=words("command.box"))
    play.add_argument("--seed", type=int, metavar="N", help=words("command.seed"))
    play.add_argument("--resume", type=Path, metavar=name_of("file", words), help=words("command.resume"))
    play.add_argument("--size", type=_size, metavar=name_of("size", words), help=words("command.size"))
    play.add_argument("--fullscreen", action="store_true", help=words("command.fullscreen"))

    opening = add("open", _open_file)
    opening.add_argument("file", type=Path, metavar=name_of("file", words), help=words("command.open_file"))

    demo = add("demo", _demo)
    demo.add_argument("--players", type=int, default=4, metavar="N", help=words("command.players"))
    demo.add_argument("--seed", type=int, default=27, metavar="N", help=words("command.seed"))
    demo.add_argument(
        "--out", type=Path, default=Path("demo"), metavar=name_of("folder", words), help=words("command.out")
    )
    demo.add_argument(
        "--size", type=_size, metavar=name_of("size", words), default=(1280, 720), help=words("command.size")
    )

    watch = add("watch", _watch)
    watch.add_argument("box", metavar=name_of("box", words), help=words("command.box"))
    watch.add_argument("--size", type=_size, metavar=name_of("size", words), help=words("command.size"))


def _add_designer_commands(add: AddCommand, words: Words) -> None:
    """Add the commands for those who write boxes."""
    check = add("check", _check)
    check.add_argument("boxes", nargs="*", metavar=name_of("box", words), help=words("command.boxes"))
    check.add_argument("--format", dest="output", choices=("text", "json"), default="text", help=words("check.format"))

    new = add("new", _new)
    new.add_argument("folder", type=Path, metavar=name_of("folder", words), help=words("command.new_folder"))

    icons = add("icons", _icons)
    icons.add_argument("--out", type=Path, metavar=name_of("file", words), help=words("command.icons_out"))

    scenes = add("scenes", _scenes)
    scenes.add_argument("--out", type=Path, metavar=name_of("file", words), help=words("command.scenes_out"))

    pack = add("pack", _pack)
    pack.add_argument("box", metavar=name_of("box", words), help=words("command.box"))
    pack.add_argument("--out", type=Path, metavar=name_of("file", words), help=words("command.pack_out"))
    pack.add_argument("--with", dest="pages", action="append", metavar="PAGE", help=words("command.pack_with"))

    importing = add("import", _import, "import.command")
    importing.add_argument("table", type=Path, metavar=name_of("file", words), help=words("import.table"))
    importing.add_argument("box", metavar=name_of("box", words), help=words("command.box"))
    importing.add_argument("--deck", required=True, metavar=name_of("deck", words), help=words("import.deck"))

    texts = add("texts", _texts, "texts.command")
    texts.add_argument("box", metavar=name_of("box", words), help=words("command.box"))
    texts.add_argument("--into", required=True, metavar=name_of("language", words), help=words("texts.into"))
    texts.add_argument("--out", type=Path, metavar=name_of("file", words), help=words("texts.out"))
    texts.add_argument("--from", dest="table", type=Path, metavar=name_of("file", words), help=words("texts.from"))

    diff = add("diff", _diff)
    diff.add_argument("old", metavar=name_of("old", words), help=words("command.box"))
    diff.add_argument("new", metavar=name_of("new", words), help=words("command.box"))

    rehearse = add("rehearse", _rehearse)
    rehearse.add_argument("box", nargs="?", default=USUAL_BOX, metavar=name_of("box", words), help=words("command.box"))
    rehearse.add_argument("--games", type=_count, default=1000, metavar="N", help=words("command.rehearse_games"))
    rehearse.add_argument("--seed", type=int, default=1, metavar="N", help=words("command.seed"))
    rehearse.add_argument("--out", type=Path, metavar=name_of("file", words), help=words("command.rehearse_out"))


def _add_paper_commands(add: AddCommand, words: Words) -> None:
    """Add the two commands that put a box on paper."""
    for name, run in (("print", _print), ("sheet", _sheet)):
        command = add(name, run)
        command.add_argument(
            "box", nargs="?", default=USUAL_BOX, metavar=name_of("box", words), help=words("command.box")
        )
        command.add_argument(
            "--out", type=Path, default=Path(name), metavar=name_of("folder", words), help=words("command.out")
        )
        if run is _print:
            from enacting.sheets.print_options import add_print_options

            add_print_options(command, words)


def _add_session_commands(add: AddCommand, words: Words) -> None:
    """Add the commands that gather what sessions left."""
    report = add("report", _report)
    report.add_argument(
        "sessions", nargs="+", type=Path, metavar=name_of("session", words), help=words("command.report_sessions")
    )
    report.add_argument("--format", dest="formats", type=_formats, default=REPORT_FORMATS, help=words("command.format"))
    report.add_argument("--names", choices=NAMINGS, default=NAMINGS[0], help=words("command.names"))
    report.add_argument("--changes", action="store_true", help=words("command.changes"))
    report.add_argument("--each", action="store_true", help=words("command.each"))
    report.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help=words("command.paper"))
    report.add_argument("--out", type=Path, metavar=name_of("folder", words), help=words("command.out"))

    gather = add("gather", _gather)
    gather.add_argument(
        "sessions", nargs="+", type=Path, metavar=name_of("file", words), help=words("command.gather_sessions")
    )
    gather.add_argument(
        "--out", type=Path, required=True, metavar=name_of("folder", words), help=words("command.new_folder")
    )


def _add_language_option(parser: argparse.ArgumentParser, words: Words) -> None:
    known = ", ".join(languages())
    # Suppressed, so that a language given before the command is not overwritten by the default of the command.
    text = words("command.language", known=known)
    parser.add_argument("--language", metavar=name_of("language", words), default=argparse.SUPPRESS, help=text)


def _has_no_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments are at most a language."""
    if arguments and arguments[0] == "--language":
        return len(arguments) <= 2
    return not arguments or (arguments[0].startswith("--language=") and len(arguments) == 1)


def _is_only_a_file(arguments: Sequence[str]) -> bool:
    """Whether the only argument is a file to open, as with a double click on it."""
    if len(arguments) != 1:
        return False
    from enacting.box.bundle import SUFFIXES
    from enacting.session.journal import SUFFIX

    return arguments[0].lower().endswith((SUFFIX, *SUFFIXES))


_PAPER_COMMANDS = frozenset({"print", "sheet"})
"""The commands whose language is that of the cards, which the program need not speak."""


def _requested_language(arguments: Sequence[str]) -> str | None:
    """The language requested, which is needed before the arguments are parsed."""
    for index, argument in enumerate(arguments):
        if argument == "--language" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return None


def _system_language() -> str:
    language = (os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "en")[:2].lower()
    return language if language in languages() else "en"


def _size(text: str) -> tuple[int, int]:
    """`1280x720` as two numbers, within what the window allows."""
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} (1024x600 … 7680x4320)") from None
    if not (1024 <= width <= 7680 and 600 <= height <= 4320):
        raise argparse.ArgumentTypeError(f"{text} (1024x600 … 7680x4320)")
    return width, height


def _count(text: str) -> int:
    """A number from 1 to a million."""
    number = int(text)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text} (1 … 1000000)")
    return number


# The window


def _formats(text: str) -> tuple[str, ...]:
    """The forms of a report, between commas."""
    formats = tuple(dict.fromkeys(filter(None, (part.strip().lower() for part in text.split(",")))))
    if not formats or not set(formats) <= set(ALL_REPORT_FORMATS):
        raise argparse.ArgumentTypeError(", ".join(ALL_REPORT_FORMATS))
    return formats


def _window(options: argparse.Namespace, words: Words) -> int:
    return _open(words, box=USUAL_BOX, language=options.language)


def _play(options: argparse.Namespace, words: Words) -> int:
    if options.resume is not None and not options.resume.is_file():
        console.print_error(words("command.no_file", file=options.resume))
        return CANNOT_RUN
    return _open(
        words,
        box=options.box,
        language=options.language,
        seed=options.seed,
        resume=options.resume,
        size=options.size,
        full_screen=options.fullscreen,
        straight_to_setup=options.resume is None,
    )


def _open_file(options: argparse.Namespace, words: Words) -> int:
    if not options.file.exists():
        console.print_error(words("command.no_file", file=options.file))
        return CANNOT_RUN
    return _open(words, box=USUAL_BOX, language=options.language, file=options.file)


def _open(words: Words, *, box: str, **options: object) -> int:
    from enacting.box.loading import find_box, load
    from enacting.ui.start import open_window

    def show() -> None:
        folder = find_box(box)
        if box != USUAL_BOX:
            load(folder)
        open_window(box=folder, **options)  # type: ignore[arg-type]

    return _show_window(show, words)


def _show_window(show: Callable[[], None], words: Words) -> int:
    """Show a window until it is closed, and say why when it cannot be."""
    from enacting.ui.boundary import GaveUp
    from enacting.ui.window.system_window import NoDisplay

    try:
        show()
    except NoDisplay as failure:
        console.print_error(words(failure.word_key))
        return CANNOT_RUN
    except GaveUp as failure:
        console.print_error(failure.message(words))
        return CRASHED
    return OK


def _demo(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box, load
    from enacting.ui.demo import Demonstration, DemonstrationClosed

    folder = find_box(USUAL_BOX)
    boxes = load(folder)
    players = boxes.by_language[boxes.written].description.players
    if not players.least <= options.players <= players.most:
        console.print_error(words("command.players_range", least=players.least, count=players.most))
        return CANNOT_RUN
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        demonstration = Demonstration(
            options.out,
            box=folder,
            players=options.players,
            seed=options.seed,
            language=options.language or words.language,
            size=options.size,
        )
        files = demonstration.play()
    except DemonstrationClosed:
        return OK
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    console.print_line(words("command.demo_done", count=len(files), folder=options.out))
    return OK


# Without a window


def _check(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.findings import as_data
    from enacting.box.loading import find_box, shipped_boxes
    from enacting.box.problems import BrokenBox, Severity, format_problem
    from enacting.sheets.examining import examine_fully

    exit_code, as_json = OK, options.output == "json"
    data: list[dict[str, object]] = []
    for name in options.boxes or shipped_boxes():
        try:
            found = examine_fully(find_box(name))
        except BrokenBox as broken:
            if not as_json:
                _print_problems(broken, words)
            unknown = [format_problem(problem, words) for problem in broken.problems]
            data.append({"box": name, "playable": False, "problems": [], "unreadable": unknown})
            exit_code = CANNOT_RUN
            continue
        told = _problems_of(Path(name), found)
        if any(problem.severity is Severity.ERROR for problem in told):
            exit_code = max(exit_code, PROBLEMS_FOUND)
        if as_json:
            problems = [as_data(problem, found.texts, words) for problem in told]
            data.append({"box": name, "playable": not found.broken, "problems": problems})
        else:
            _print_findings(found, told, words)
    if as_json:
        for line in json.dumps({"format": 1, "boxes": data}, indent=2).split("\n"):
            console.print_line(line)
    return exit_code


def _problems_of(path: Path, found: Examined) -> Sequence[Problem]:
    """The problems of a box, or of the one file of it that was named; its game file stands for all of it."""
    from enacting.box.draft import GAME_FILE
    from enacting.box.loading import box_around

    around = box_around(path)
    if around is None or path.name == GAME_FILE:
        return found.problems
    return [problem for problem in found.problems if around / problem.file == path]


def _print_findings(found: Examined, told: Sequence[Problem], words: Words) -> None:
    """Print these problems of a box, then what is in it; errors go to standard error, and all with them."""
    from enacting.box.findings import counts, describe_at_length, groups, shown_first

    errors, warnings = counts(told)
    put = console.print_error if errors else console.print_line
    shown, left = shown_first(groups(told))
    for group in shown:
        for line in describe_at_length(group, found.texts, words):
            put(line)
    if left:
        put(words("command.more_problems", count=left))
    if len(told) < len(found.problems):
        put(words("check.elsewhere", count=len(found.problems) - len(told)))
    if errors and found.boxes is None:
        put(words("check.not_drawn"))
    if found.boxes is None:
        return
    box = found.boxes.by_language[found.boxes.written]
    title = box.description.title
    if told:
        counted = {"errors": words("check.errors", count=errors), "warnings": words("check.warnings", count=warnings)}
        put(words("check.found", title=title, **counted))
    if errors:
        return
    console.print_line(
        words(
            "command.box_is_fine",
            title=title,
            cards=_cards_of(box, words),
            languages=", ".join(found.boxes.by_language),
        )
    )
    _print_oldest_checks(box, words)


def _cards_of(box: Box, words: Words) -> str:
    """How many cards of each kind a box has, those that it has none of left out."""
    decks = {
        "setup.box_mechanisms": box.mechanisms,
        "setup.box_crises": box.crises,
        "check.of_deck.posture": box.postures,
        "check.of_deck.context": box.contexts,
        "check.of_deck.persona": box.personas,
        "check.of_deck.question": box.questions,
        "check.of_deck.trouble": box.troubles,
    }
    return ", ".join(words(key, count=len(cards)) for key, cards in decks.items() if cards)


def _print_oldest_checks(box: Box, words: Words) -> None:
    """Print a line with the mechanisms that were checked against their sources longest ago."""
    from enacting.box.vouching import checked_longest_ago

    month, cards = checked_longest_ago(box)
    if not cards:
        return
    titles = [card.title for card in cards[:_MAX_TITLES]]
    listed = ", ".join(titles) + (", …" if len(cards) > _MAX_TITLES else "")
    if month:
        console.print_line(
            words("command.checked_longest_ago", month=format_month(month, words), count=len(cards), titles=listed)
        )
    else:
        console.print_line(words("command.never_checked", count=len(cards), titles=listed))


def _print(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.problems import Instead
    from enacting.sheets.print_options import choices_of
    from enacting.sheets.printing import NothingToPrint, UnknownCards, print_box
    from enacting.typesetting import Typesetter

    choices = choices_of(options)
    misfits: list[Problem] = []

    def write(boxes: Boxes, language: str) -> Sequence[Path]:
        def show(step: str, share: float) -> None:
            console.show_progress(words(f"printing.step.{step}"), share)

        printed = print_box(boxes, language, choices, options.out, typesetter, show)
        misfits.extend(printed.misfits)
        if printed.with_less:
            listed = ", ".join(printed.with_less[:_MAX_TITLES]) + (
                ", …" if len(printed.with_less) > _MAX_TITLES else ""
            )
            console.print_error(words("printing.with_less", count=len(printed.with_less), cards=listed))
        if printed.missing:
            _tell_missing(printed.missing, words)
        return printed.files

    try:
        with Typesetter() as typesetter:
            exit_code = _write_papers(options, words, write)
    except NothingToPrint:
        console.print_error(words("printing.nothing"))
        return CANNOT_RUN
    except UnknownCards as unknown:
        near = Instead(unknown.names[0], unknown.known).nearest()
        instead = words("printing.unknown_card_instead", name=near) if near else ""
        console.print_error(words("printing.unknown_card", name=unknown.names[0], instead=instead))
        return CANNOT_RUN
    if misfits:
        from enacting.box.problems import BrokenBox

        _print_problems(BrokenBox(misfits), words)
        return PROBLEMS_FOUND
    return exit_code


def _sheet(options: argparse.Namespace, words: Words) -> int:
    from enacting.sheets.contact import write_sheet
    from enacting.sheets.drawn import drawn_box

    return _write_papers(options, words, lambda boxes, language: write_sheet(drawn_box(boxes, language), options.out))


def _write_papers(options: argparse.Namespace, words: Words, write: Callable[[Boxes, str], Sequence[Path]]) -> int:
    """Write the papers of a box in the language requested, or in each of its languages; the exit code."""
    from enacting.box.loading import find_box, load

    try:
        boxes = load(find_box(options.box))
        second = getattr(options, "second_language", "")
        asked = [language for language in (options.language, second) if language]
        for language in asked:
            if language not in boxes.by_language:
                known = ", ".join(boxes.by_language)
                console.print_error(words("command.box_language", language=language, known=known))
                return CANNOT_RUN
        written = (options.language or boxes.written,) if second else asked or tuple(boxes.by_language)
        if second in written:
            console.print_error(words("printing.same_language"))
            return CANNOT_RUN
        options.out.mkdir(parents=True, exist_ok=True)
        for language in written:
            for file in write(boxes, language):
                console.print_line(str(file))
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    return OK


def _new(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.new_box import FolderTaken, make_box

    try:
        files = make_box(options.folder, words.language)
    except FolderTaken as taken:
        console.print_error(words("command.folder_taken", folder=taken.folder))
        return CANNOT_RUN
    except OSError as failure:
        console.print_error(
            words("command.cannot_make", folder=failure.filename or options.folder, why=failure.strerror or "")
        )
        return CANNOT_RUN
    console.print_line(words("command.box_made", files=len(files), folder=options.folder))
    return OK


def _pack(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.bundle import BrokenBundle, read_bundle
    from enacting.box.loading import find_box
    from enacting.box.packing import pack_box, pages_beside
    from enacting.ui.faces.designer_pictures import upright

    try:
        box = find_box(options.box)
        pages_beside_box = pages_beside(box)
        unknown = [name for name in options.pages or () if name not in pages_beside_box]
        if unknown:
            console.print_error(
                words("command.pack_unknown", file=unknown[0], pages=", ".join(pages_beside_box) or "–")
            )
            return CANNOT_RUN
        pages = options.pages or [
            name for name in pages_beside_box if _confirmed(words("command.pack_ask", file=name), words)
        ]
        file = pack_box(box, options.out, pages, upright=upright)
        names = read_bundle(file)
    except BrokenBundle as broken:
        console.print_error(f"{broken.path.name}: {words(broken.word_key, **broken.fields)}")
        return CANNOT_RUN
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    console.print_line(words("command.box_packed", file=file))
    console.print_line(words("command.pack_holds", files=", ".join(sorted(names))))
    left_out = [name for name in pages_beside_box if name not in pages]
    if left_out:
        console.print_line(words("command.pack_left", files=", ".join(left_out), first=left_out[0]))
    return OK


def _confirmed(question: str, words: Words) -> bool:
    """Ask at the terminal; returns whether the answer is yes, and false without a terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    console.print_line(question)
    return sys.stdin.readline().strip().casefold() in words("command.yes").split()


def _icons(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.new_box import icon_names, icon_page

    return _print_or_write(options.out, icon_names, lambda: icon_page(words), words)


def _scenes(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.scene_page import part_lines, part_page

    return _print_or_write(options.out, lambda: part_lines(words), lambda: part_page(words), words)


def _print_or_write(
    file: Path | None, lines: Callable[[], Iterable[str]], page: Callable[[], str], words: Words
) -> int:
    """Print the lines, or write the page to that file if there is one; the exit code."""
    from enacting.system.whole_files import write_whole

    if file is None:
        for line in lines():
            console.print_line(line)
        return OK
    try:
        write_whole(file, page().encode())
    except OSError as failure:
        return _cannot_write(failure, file, words)
    console.print_line(str(file))
    return OK


def _cannot_write(failure: OSError, path: Path | None, words: Words) -> int:
    """Print that a file cannot be written, and why; the exit code."""
    console.print_error(words("command.cannot_write", file=failure.filename or path, why=failure.strerror or ""))
    return CANNOT_RUN


def _print_problems(broken: BrokenBox, words: Words) -> None:
    from enacting.box.findings import describe, groups, shown_first

    shown, left = shown_first(groups(broken.problems))
    for group in shown:
        for line in describe(group, words):
            console.print_error(line)
    if left:
        console.print_error(words("command.more_problems", count=left))


def _watch(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box
    from enacting.workshop.preview_window import open_preview

    def show() -> None:
        open_preview(find_box(options.box), language=options.language, size=options.size)

    return _show_window(show, words)


def _texts(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box, load
    from enacting.box.texts import as_csv, as_po, outdated, units
    from enacting.box.unread_files import LANGUAGE
    from enacting.system.whole_files import write_whole

    table, language = options.table or options.out, options.into
    if (options.table is None) == (options.out is None) or table.suffix.lower() not in (".csv", ".po"):
        console.print_error(words("texts.one_file"))
        return CANNOT_RUN
    if LANGUAGE.fullmatch(language) is None:
        console.print_error(words("texts.language", language=language))
        return CANNOT_RUN
    try:
        box = find_box(options.box)
        boxes = load(box)
        if options.table is not None:
            return _take_texts_back(box, boxes, options, words)
        found = units(boxes, language)
        heads = [words(f"texts.{name}") for name in ("where", "most")] + [boxes.written, language]
        is_csv = table.suffix.lower() == ".csv"
        old = outdated(found, _rows_of_table(table, words)) if table.is_file() else ()
        text = as_csv(found, heads, words("texts.separator")) if is_csv else as_po(found, language, old)
        write_whole(table, text.encode())
    except OSError as failure:
        return _cannot_write(failure, table, words)
    empty = sum(not unit.translation for unit in found)
    console.print_line(words("texts.written", file=table, count=len(found), empty=empty))
    _tell_outdated(old, words)
    return OK


def _rows_of_table(file: Path, words: Words) -> Mapping[str, TextRow]:
    """The rows of a table of texts, none of a file that is something else; `OSError` when it cannot be read."""
    from enacting.box.texts import from_csv, from_po

    content = file.read_bytes()
    try:
        is_csv = file.suffix.lower() == ".csv"
        return from_csv(_table_text(content, file, words)) if is_csv else from_po(content.decode())
    except ValueError:
        return {}


def _tell_outdated(old: Sequence[str], words: Words) -> None:
    if old:
        rows = ", ".join(old[:_MAX_TITLES]) + ("…" if len(old) > _MAX_TITLES else "")
        console.print_error(words("texts.outdated", count=len(old), rows=rows))


def _take_texts_back(box: Path, boxes: Boxes, options: argparse.Namespace, words: Words) -> int:
    """Write the words of a table into the files of a box, when the box can still be played with them."""
    from enacting.box.loading import load_files
    from enacting.box.rewriting import CannotRewrite
    from enacting.box.texts import certain, changed_files, outdated, units, unknown_rows
    from enacting.system.whole_files import write_whole

    if not box.is_dir():
        console.print_error(words("texts.not_a_folder", box=options.box))
        return CANNOT_RUN
    try:
        rows = _rows_of_table(options.table, words)
        if not rows:
            console.print_error(words("texts.no_table", file=options.table))
            return CANNOT_RUN
        translations = certain(rows)
        files = changed_files(boxes, options.into, translations)
    except FileNotFoundError:
        console.print_error(words("command.no_file", file=options.table))
        return CANNOT_RUN
    except CannotRewrite as failure:
        console.print_error(words("texts.cannot_rewrite", where=str(failure)))
        return CANNOT_RUN
    unknown = unknown_rows(boxes, options.into, translations)
    if unknown:
        console.print_error(words("texts.unknown", count=len(unknown), rows=", ".join(unknown[:_MAX_TITLES])))
    changed = load_files({**boxes.content(), **files})
    for name, new in files.items():
        before = (box / name).read_bytes() if (box / name).is_file() else b""
        ends = "\r\n" if b"\r\n" in before else "\n"
        write_whole(box / name, new.replace("\n", ends).encode())
    names = ", ".join(files)
    console.print_line(words("texts.taken_back", files=names) if files else words("texts.nothing_new"))
    _tell_outdated(outdated(units(changed, options.into), rows), words)
    return OK


def _table_text(content: bytes, file: Path, words: Words) -> str:
    """The text of a table; a guessed encoding is reported."""
    from enacting.box.tables import decoded

    text, encoding = decoded(content)
    if not encoding.startswith("utf"):
        console.print_error(words(f"texts.read_as.{encoding}", file=file))
    return text


def _import(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.draft import Deck
    from enacting.box.importing import cards_from_table
    from enacting.box.loading import examine, find_box
    from enacting.box.problems import BrokenBox, Severity, instead
    from enacting.box.tables import NoTable
    from enacting.sheets.examining import examine_fully
    from enacting.system.whole_files import write_whole

    if options.deck not in list(Deck):
        console.print_error(words("import.no_deck", deck=options.deck, known=", ".join(Deck)))
        return CANNOT_RUN
    deck = Deck(options.deck)
    try:
        box = find_box(options.box)
        before_it = examine(box)
        if before_it.boxes is None:
            raise BrokenBox(before_it.problems)
        taken = [card for cards in before_it.boxes.box("").decks() for card in cards]
        if not box.is_dir():
            console.print_error(words("texts.not_a_folder", box=options.box))
            return CANNOT_RUN
        found = cards_from_table(_table_text(options.table.read_bytes(), options.table, words), deck, taken)
    except FileNotFoundError:
        console.print_error(words("command.no_file", file=options.table))
        return CANNOT_RUN
    except NoTable:
        console.print_error(words("import.no_table", file=options.table, deck=options.deck))
        return CANNOT_RUN
    except OSError as failure:
        return _cannot_write(failure, options.table, words)
    for column in found.unknown:
        console.print_error(words("import.unknown", column=column.written, instead=instead(column, words)))
    file = box / deck.file
    try:
        before = file.read_bytes().decode("utf-8") if file.is_file() else ""
        ends = "\r\n" if "\r\n" in before else "\n"
        new = f"{before.rstrip()}\n\n{found.text}".lstrip().replace("\r\n", "\n").replace("\n", ends)
        write_whole(file, new.encode())
        after = examine_fully(box)
    except OSError as failure:
        return _cannot_write(failure, file, words)
    console.print_line(words("import.done", count=len(found.ids), file=deck.file))
    told = [problem for problem in after.problems if problem.file == deck.file]
    if told:
        _print_findings(after, told, words)
    return PROBLEMS_FOUND if any(problem.severity is Severity.ERROR for problem in told) else OK


def _diff(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.differences import as_lines, differences
    from enacting.box.loading import find_box, load

    before, after = load(find_box(options.old)), load(find_box(options.new))
    found = differences(before, after)
    for line in as_lines(found, words):
        console.print_line(line)
    return PROBLEMS_FOUND if found else OK


def _rehearse(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.loading import find_box, load
    from enacting.engine.refusals import IllegalMove
    from enacting.rehearsal.findings import findings, heading
    from enacting.rehearsal.findings_text import as_lines, as_page
    from enacting.rehearsal.playing import EndlessSession
    from enacting.rehearsal.rehearsing import rehearse

    def show(done: int) -> None:
        text = words("rehearsal.progress", done=words.number(done), count=words.number(options.games))
        console.show_progress(text, done / options.games)

    try:
        folder = find_box(options.box)
        boxes = load(folder)
        tally = rehearse(folder, sessions=options.games, seed=options.seed, progress=show)
    except IllegalMove as illegal:
        console.print_error(words("command.rehearse_refused", why=words(f"reason.{illegal.reason}")))
        return CANNOT_RUN
    except EndlessSession as endless:
        console.print_error(words("command.rehearse_endless", seed=endless.seed))
        return PROBLEMS_FOUND
    box = boxes.by_language.get(words.language, boxes.by_language[boxes.written])
    words = words_in(words.language, own=box.description.words)
    title, sections = heading(tally, box, words), tuple(findings(tally, box, words))
    return _print_or_write(
        options.out, lambda: as_lines(title, sections), lambda: as_page(title, sections, words), words
    )


def _report(options: argparse.Namespace, words: Words) -> int:
    """Write the report of a session; of several, one together, or the report of each where that is asked for."""
    from enacting.harvest.pooled.pool import sessions_in

    files = sessions_in(options.sessions)
    if not options.each and files != tuple(options.sessions[:1]):
        return _pooled_report(files, options, words)
    unfit = next((each for each in options.formats if each in POOLED_FORMATS), None)
    if unfit is not None:
        console.print_error(words("pooled.only_pooled", format=unfit))
        return CANNOT_RUN
    codes = [_report_of(session, options, words) for session in files]
    return next(filter(None, codes), OK)


def _pooled_report(files: Sequence[Path], options: argparse.Namespace, words: Words) -> int:
    """Write one report of all these sessions; those that cannot be read are reported, and left out."""
    from enacting.harvest.pooled.making import PooledFormat, write_pool
    from enacting.harvest.pooled.pool import read_pool
    from enacting.harvest.printed import PaperSize
    from enacting.system.save_folders import harvest_folder

    if options.changes or options.names != NAMINGS[0]:
        console.print_error(words("pooled.no_names"))
        return CANNOT_RUN
    unfit = next((each for each in options.formats if each in ONE_SESSION_FORMATS), None)
    if unfit is not None:
        console.print_error(words("pooled.no_format", format=unfit, formats=", ".join(PooledFormat)))
        return CANNOT_RUN

    def show(done: int, count: int) -> None:
        text = words("pooled.progress", done=words.number(done), count=words.number(count))
        console.show_progress(text, done / count)

    pool = read_pool(files, words.language, show)
    for left_out in pool.left_out:
        why = words(left_out.why, **left_out.fields)
        console.print_error(words("pooled.left_out", file=left_out.file, why=why))
    if not pool.tables:
        console.print_error(words("pooled.nothing"))
        return CANNOT_RUN
    formats = [PooledFormat(each) for each in options.formats]
    try:
        folder = options.out or harvest_folder(files[0])
        written = write_pool(pool, folder, words, formats, PaperSize(options.paper))
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    for file in written:
        console.print_line(str(file))
    return PROBLEMS_FOUND if pool.left_out else OK


def _report_of(path: Path, options: argparse.Namespace, words: Words) -> int:
    from enacting.harvest.formats import Format
    from enacting.harvest.making import changes_of, prepare_report
    from enacting.harvest.naming import Naming
    from enacting.harvest.printed import PaperSize
    from enacting.session.journal import JournalError
    from enacting.session.session import Session
    from enacting.system.save_folders import harvest_folder
    from enacting.ui.faces.designer_pictures import small_copy

    try:
        session = Session.look(path)
    except JournalError as failure:
        console.print_error(words(failure.word_key, **failure.fields))
        return CANNOT_RUN
    spoken = session.language if session.language in languages() else words.language
    language, naming = options.language or spoken, Naming(options.names)
    changes = changes_of(session, language, naming)
    if options.changes:
        _print_changes(changes, words)
        return OK
    formats, paper = [Format(each) for each in options.formats], PaperSize(options.paper)
    try:
        folder = options.out or harvest_folder(path)
        report = prepare_report(session, language, small_copy, naming)
        files = report.write(folder, formats, paper=paper, tell_missing=lambda missing: _tell_missing(missing, words))
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    for file in files:
        console.print_line(str(file))
    return OK


def _tell_missing(missing: Sequence[MissingCharacter], words: Words) -> None:
    """The letters that no font has, and what is printed instead."""
    letters = " ".join(f"{letter.character} ({letter.name})" for letter in missing)
    console.print_error(words("printing.lacking", count=len(missing), letters=letters))


def _print_changes(changes: Sequence[MaskedSentence], words: Words) -> None:
    """Each sentence as it is and as it would be, those that may only be words last."""
    if not changes:
        console.print_line(words("command.no_changes"))
    for change in sorted(changes, key=lambda change: not change.is_certain):
        console.print_line(change.before if change.is_certain else words("command.perhaps", sentence=change.before))
        console.print_line(words("command.becomes", sentence=change.after))


def _gather(options: argparse.Namespace, words: Words) -> int:
    from enacting.box.new_box import FolderTaken, must_be_free
    from enacting.harvest.draft_box import gather_cards, write_draft

    try:
        must_be_free(options.out)
        gathered = gather_cards(options.sessions, words.language)
        for left_out in gathered.left_out:
            why = words(left_out.why, **left_out.fields)
            console.print_error(words("command.gather_left_out", file=left_out.file, why=why))
        if gathered.boxes is None:
            console.print_error(words("command.gather_nothing"))
            return CANNOT_RUN
        write_draft(gathered, options.out, words)
    except FolderTaken as taken:
        console.print_error(words("command.folder_taken", folder=taken.folder))
        return CANNOT_RUN
    except OSError as failure:
        return _cannot_write(failure, options.out, words)
    cards = words("command.gather_cards", count=sum(map(len, gathered.decks.values())))
    console.print_line(words("command.gathered", cards=cards, count=gathered.sessions, folder=options.out))
    return OK
