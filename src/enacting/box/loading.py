"""A folder of files, or a bundle of them, into the box it holds, in every language it speaks, or what is wrong with it.

Law: whatever the files are, loading gives a box or raises `BrokenBox`, in a few seconds and without much memory.
"""

import dataclasses
import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from enacting.box import digests
from enacting.box.bundle import SUFFIXES, BrokenBundle, list_bundle, read_bundle
from enacting.box.bundled_box import files_of_box, names_in_box
from enacting.box.checking import check, too_long
from enacting.box.draft import BOARD_FILE, GAME_FILE, BoxDraft, C, Deck, Located
from enacting.box.font_formats import MAX_POINTS_TOGETHER, PlainFont, plain_font
from enacting.box.fonts import FOLDER as FONTS
from enacting.box.fonts import MAX_FILES as MAX_FONT_FILES
from enacting.box.fonts import MAX_FONTS, fit_font, fit_licence, is_font_name, is_licence_name
from enacting.box.likeness import similar_cards
from enacting.box.picture_formats import PlainPicture
from enacting.box.pictures import FOLDER, MAX_PICTURES, MAX_TOGETHER, fit_picture, is_picture_name, weight_of
from enacting.box.problems import TOP, BrokenBox, Instead, Problem, Severity, in_order, problem, quoted, warning
from enacting.box.reading import MAX_BYTES, Entries, Items, Node, Reading, place_of, read, text_at
from enacting.box.shaping import shaped
from enacting.box.translating import WORDS, translated
from enacting.box.unread_files import LANGUAGE, OWN_FILES, is_ours, is_yaml, language_meant, name_problem, unread_files
from enacting.box.wording import wording_problems
from enacting.engine.board import Board, Box, Description
from enacting.engine.cards import (
    Card,
    CardId,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.language.own_words import LABELS
from enacting.language.words import languages
from enacting.system.paths import boxes_folder, shipped_boxes_folder
from enacting.system.untrusted_files import read_beginning

FORMAT = "1"
"""The format of boxes this program reads."""

MAX_FILES = 40
MAX_BYTES_IN_ALL = 4 << 20
MAX_EVENTS_IN_ALL = 60_000
"""Of text, over all the files of a box; the one we ship has a seventh."""

_MAX_NAMES = 1000
"""Of other files in the folder of a box: more are not looked at."""
_NAMES_DEPTH = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class GameFile(Description):
    """The game file: the description of the box, the language of its words, the format of its files and its fonts."""

    format: str
    language: str
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """One box in each of its languages, with the files it came from.

    `files` are the texts of the YAML files, `pictures` those its cards show, without anything that is not drawn,
    `fonts` those it names, with the outlines of their letters alone, and the texts beside them: given to `load_files`
    together, they make the same boxes again. `digest` changes when a text, a picture or a font does.
    """

    written: str
    by_language: Mapping[str, Box]
    files: Mapping[str, str]
    pictures: Mapping[str, bytes]
    digest: str
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()

    def box(self, *languages: str) -> Box:
        """The box in the first of those languages that it speaks, or else in the language it was written in."""
        return self.by_language[self.nearest(*languages)]

    def nearest(self, *languages: str) -> str:
        """The first of those languages that the box speaks, `pt` for `pt-BR` too and `pt-BR` for `pt`; or its own."""
        for wanted in languages:
            main = wanted.split("-")[0]
            likely = (wanted, main, *(spoken for spoken in sorted(self.by_language) if spoken.split("-")[0] == main))
            for language in likely:
                if language in self.by_language:
                    return language
        return self.written

    def own_words(self, spoken: str, *cards: str) -> Mapping[str, str]:
        """What the box calls things in sentences of the language that is spoken, and on its cards in one of `cards`."""
        named, labels = self.box(spoken).description.words, self.box(*(cards or (spoken,))).description.words
        return {key: word for key, word in named.items() if key not in LABELS} | {
            key: word for key, word in labels.items() if key in LABELS
        }

    def content(self) -> dict[str, str | bytes]:
        """Every file the box needs, pictures and fonts included: what a session keeps."""
        return {**self.files, **self.pictures, **self.fonts}

    def letters(self) -> tuple[PlainFont, ...]:
        """The fonts of the box, in the order in which letters are looked for in them."""
        return tuple(map(plain_font, self.font_files()))

    def font_files(self) -> tuple[bytes, ...]:
        """The files of those fonts."""
        return tuple(content for name, content in self.fonts.items() if is_font_name(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """Everything that is wrong with a box, and what could be read of it.

    `boxes` holds what is right, so that it can be looked at further; it can be played only if no problem is an error.
    It is missing when `game.yaml` or `board.yaml` is wrong. `texts` are the files as they are written.
    """

    boxes: Boxes | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]

    @property
    def broken(self) -> bool:
        """Whether the box cannot be played."""
        return any(found.severity is Severity.ERROR for found in self.problems)


def load(path: Path) -> Boxes:
    """The box in a folder or a bundle. `BrokenBox` with every problem when it cannot be played."""
    examined = examine(path)
    if examined.broken:
        raise BrokenBox(examined.problems)
    assert examined.boxes is not None
    return examined.boxes


ShapedDeck = tuple[tuple[Located[Card], ...], list[Problem]]
"""The cards of a deck, and what is wrong with each on its own."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was made of the files of a box, by their names, each with what it was made from."""

    readings: dict[str, tuple[bytes | str, Reading]] = field(default_factory=dict)
    decks: dict[str, tuple[Reading, ShapedDeck]] = field(default_factory=dict)
    wordings: dict[str, tuple[Reading, list[Problem]]] = field(default_factory=dict)

    def read(self, name: str, content: bytes | str) -> Reading:
        """A file as it is read, again only if its text has changed."""
        before = self.readings.get(name)
        if before is None or before[0] != content:
            before = self.readings[name] = content, read(name, content)
        return before[1]

    def shape(self, deck: Deck, reading: Reading, items: Items) -> ShapedDeck:
        """The cards of a deck, again only if its file was read again."""
        before = self.decks.get(deck.file)
        if before is None or before[0] is not reading:
            before = self.decks[deck.file] = reading, _shaped_deck(deck, items)
        return before[1]

    def wording(self, name: str, reading: Reading) -> list[Problem]:
        """What is wrong with the words of a file, again only if it was read again."""
        before = self.wordings.get(name)
        if before is None or before[0] is not reading:
            before = self.wordings[name] = reading, list(wording_problems(reading))
        return before[1]


def examine(path: Path, memory: Memory | None = None) -> Examined:
    """All that is wrong with the box in a folder or a bundle; `BrokenBox` when there is none to be read.

    For a box that is looked at again and again: with a `memory`, only what has changed since is read.
    """
    files = read_files(path)
    found, wrong = _read(files) if memory is None else _made_of(files, memory)
    shown = {problem.file for problem in wrong}
    if found.boxes is not None:
        shown |= {*found.boxes.pictures, *found.boxes.fonts}
    unread = tuple(unread_files(_other_names(path, files, shown), files, shown))
    unread += tuple(warning(name, TOP, "changed_since", name=quoted(name)) for name in _changed_since(path))
    left_out = {Path(str(problem.fields.get("right") or problem.fields.get("name"))).stem for problem in unread}
    told = [problem for problem in found.problems if not _is_consequence(problem, found.texts, left_out)]
    problems = in_order([*told, *wrong, *unread])
    warnings = tuple(problem for problem in problems if problem.severity is Severity.WARNING)
    boxes = dataclasses.replace(found.boxes, warnings=warnings) if found.boxes is not None else None
    return dataclasses.replace(found, boxes=boxes, problems=problems)


def _is_consequence(found: Problem, texts: Mapping[str, str], left_out: Collection[str]) -> bool:
    """Whether a name is unknown in a translation because the deck it is of was not read."""
    if found.key != "unknown_id" or not left_out:
        return False
    above = texts[found.file].split("\n")[: found.line]
    section = next((line.partition(":")[0] for line in reversed(above) if re.match(r"\w+:", line)), "")
    return section in left_out


def load_over(base: Path, own: Path) -> Boxes:
    """A box made of another one: its own decks take the place of the other's, and its other files do, key by key."""
    files = read_files(base)
    for name, content in read_files(own).items():
        before = files.get(name)
        both = isinstance(before, bytes) and isinstance(content, bytes)
        files[name] = _over(before, content) if both else content  # type: ignore[arg-type]
    return load_files(files)


def _over(base: bytes, own: bytes) -> bytes:
    """A file with the keys of another one in place of its own; a deck, which has no keys, gives way whole."""
    return b"\n".join((_by_key(base) | _by_key(own)).values())


def _by_key(content: bytes) -> dict[bytes, bytes]:
    """The lines of a file by the key they belong to; what comes before the first key has none."""
    found: dict[bytes, bytes] = {b"": b""}
    key = b""
    for line in content.splitlines(keepends=True):
        begins = re.match(rb"(\w+):", line)
        key = begins[1] if begins is not None else key
        found[key] = found.get(key, b"") + line
    return found


def load_files(files: Mapping[str, bytes | str | Path]) -> Boxes:
    """The box made of these files, by name inside the box's folder; pictures may be paths or bytes.

    The same texts are read once: a session taken up again finds the box that was read for the one before.
    """
    found, wrong = _read(files)
    if found.broken or wrong:
        raise BrokenBox([*found.problems, *wrong])
    assert found.boxes is not None
    return found.boxes


def load_kept_files(files: Mapping[str, bytes | str]) -> Boxes:
    """The box that a session keeps: a picture that this version no longer draws leaves its card the icon."""
    found, wrong = _read(files)
    if found.broken:
        raise BrokenBox([*found.problems, *wrong])
    assert found.boxes is not None
    return found.boxes


def _read(files: Mapping[str, bytes | str | Path]) -> tuple[Examined, list[Problem]]:
    """What could be read, and what is wrong with the pictures alone; `BrokenBox` when there is too much to be read."""
    texts = tuple((name, content) for name, content in files.items() if not isinstance(content, Path))
    is_text_alone = len(texts) == len(files) and not any("/" in name for name, _ in texts)
    return _made_of_texts(texts) if is_text_alone else _made_of(files)


@lru_cache(maxsize=3)
def _made_of_texts(texts: tuple[tuple[str, bytes | str], ...]) -> tuple[Examined, list[Problem]]:
    return _made_of(dict(texts))


def _made_of(files: Mapping[str, bytes | str | Path], memory: Memory | None = None) -> tuple[Examined, list[Problem]]:
    memory = memory or Memory()
    texts = {name: content for name, content in files.items() if not isinstance(content, Path) and is_yaml(name)}
    _check_size(texts)
    pictures = _pictures_among(files)
    problems = [found for name in texts if (found := name_problem(name, texts)) is not None]
    readings = _readings({name: content for name, content in texts.items() if is_ours(name)}, memory)
    misread = [found for reading in readings.values() for found in reading.problems]

    draft = _draft(readings, frozenset(pictures), problems, memory)
    draft.fonts = frozenset(filter(is_font_name, files))
    shown = {name: picture for name, picture in pictures.items() if name in _shown(draft)}
    used, wrong = _fit_pictures(shown, problems)
    fonts = _fit_fonts(draft, files, problems, wrong)
    problems += check(draft)
    problems += similar_cards(draft)
    written = _box(draft)
    by_language = {}
    if written is not None:
        by_language = {written.language: written} | _translations(written, readings, problems)
        problems += _labels_in_english(draft, by_language)
    problems += [found for name, reading in readings.items() for found in memory.wording(name, reading)]
    told = in_order(misread + _without_consequences(problems, misread))

    kept_files = {name: reading.text for name, reading in sorted(readings.items())}
    boxes = None
    if written is not None:
        boxes = Boxes(
            written=written.language,
            by_language=by_language,
            files=kept_files,
            pictures=used,
            digest=_digest(kept_files, {**used, **fonts}),
            fonts=fonts,
            warnings=tuple(found for found in told if found.severity is Severity.WARNING),
        )
    return Examined(boxes=boxes, problems=told, texts=kept_files), wrong


def read_files(path: Path) -> dict[str, bytes | str | Path]:
    """The files of a box's folder or bundle: the content of its YAML files, its pictures. Nothing else is opened."""
    if is_bundle(path):
        return dict(_unbundled(path))
    if not path.is_dir():
        raise BrokenBox([problem(path.name or str(path), TOP, "folder_missing", name=str(path))])
    files: dict[str, bytes | str | Path] = {}
    try:
        found = sorted(file for file in path.iterdir() if file.is_file() and is_yaml(file.name))
        _check_number(len(found))
        for file in found:
            files[file.name] = _beginning(file)
        files |= _pictures_in(path) | _fonts_in(path)
    except OSError as error:
        name = Path(str(error.filename or path)).name
        raise BrokenBox([problem(name, TOP, "file_closed", why=error.strerror or "")]) from error
    if not found:
        raise BrokenBox([problem(path.name, TOP, "folder_empty", name=str(path))])
    return files


def _other_names(path: Path, files: Collection[str], shown: Collection[str]) -> list[str]:
    """The names of what is in a folder or a bundle and neither read nor shown, in folders of it too."""
    unshown = {name for name in files if is_picture_name(name) or is_font_name(name)}.difference(shown)
    if is_bundle(path):
        with suppress(BrokenBundle):
            return [name for name in names_in_box(list_bundle(path)).values() if name not in files or name in unshown]
        return []
    found: list[str] = []
    for folder, folders, names in os.walk(path):
        inside = Path(folder).relative_to(path).parts
        folders[:] = [name for name in folders if not name.startswith(".")] if len(inside) < _NAMES_DEPTH else []
        found += ["/".join((*inside, name)) for name in names]
        if len(found) > _MAX_NAMES:
            break
    return sorted(name for name in found if name not in files or name in unshown)


def _changed_since(path: Path) -> tuple[str, ...]:
    """The files of a bundle that are not those it was packed with, by its digests."""
    if not is_bundle(path):
        return ()
    files = _read_bundle(path)
    return digests.changed_files(files[digests.NAME], files) if digests.NAME in files else ()


def read_pages(path: Path) -> dict[str, bytes]:
    """What a box says to people beside its cards, such as its licence: the `.md` and `.txt` files of its folder.

    Their lines end as on Linux, whichever system wrote them.
    """
    if is_bundle(path):
        return {name: content for name, content in _read_bundle(path).items() if _is_page(name)}
    found = (file for file in path.iterdir() if _is_page(file.name) and file.is_file() and not file.is_symlink())
    return {file.name: _unix_lines(file.read_bytes()) for file in found if file.stat().st_size <= MAX_BYTES}


def _unix_lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def is_bundle(path: Path) -> bool:
    """Whether that is a box in one file."""
    return path.name.lower().endswith(SUFFIXES) and path.is_file()


def read_some(bundle: Path, names: Collection[str]) -> dict[str, bytes]:
    """Those files of a box in a bundle, where they are there. `BrokenBundle` when it cannot be read."""
    return read_bundle(
        bundle, choose=lambda listed: {name: own for name, own in files_of_box(listed).items() if own in names}
    )


def _unbundled(bundle: Path) -> dict[str, bytes]:
    """The YAML files, the pictures and the fonts of a bundle."""
    files = _read_bundle(bundle)
    texts = [name for name in files if is_yaml(name)]
    if not texts:
        raise BrokenBox([problem(bundle.name, TOP, "folder_empty", name=bundle.name)])
    return {
        name: content
        for name, content in files.items()
        if name in texts or is_picture_name(name) or is_font_name(name) or is_licence_name(name)
    }


def _read_bundle(bundle: Path) -> dict[str, bytes]:
    try:
        return read_bundle(bundle, choose=files_of_box)
    except BrokenBundle as broken:
        raise BrokenBox([problem(bundle.name, TOP, broken.key, **broken.fields)]) from broken


def _check_number(count: int) -> None:
    if count > MAX_FILES:
        raise BrokenBox([problem(GAME_FILE, TOP, "too_many_files", count=count, most=MAX_FILES)])


def _check_size(texts: Mapping[str, bytes | str]) -> None:
    """Refuse a box with more text than any table could read, before any of it is read."""
    _check_number(len(texts))
    heavy = [name for name, content in texts.items() if len(content) > MAX_BYTES]
    if not heavy and sum(map(len, texts.values())) > MAX_BYTES_IN_ALL:
        raise BrokenBox([problem(GAME_FILE, TOP, "box_too_big", most=MAX_BYTES_IN_ALL // 1024)])


def find_box(name_or_path: str | Path) -> Path:
    """The folder or bundle of a box: that path, or the box of that name, one we ship or of the person's own folder."""
    path = Path(name_or_path)
    shipped = shipped_boxes()
    with suppress(OSError):  # No path of this system: too long, or on a disk that does not answer.
        around = box_around(path)
        if around is not None:
            return around
        if str(name_or_path) in shipped and not (path / GAME_FILE).is_file():
            return shipped_boxes_folder() / str(name_or_path)
        if path.is_dir() or is_bundle(path):
            return path
    name, own = str(name_or_path), {box_name(box): box for box in own_boxes()}
    if name in own:
        return own[name]
    known = (*shipped, *own)
    raise BrokenBox([problem(path.name or name, TOP, "box_unknown", name=quoted(name), instead=Instead(name, known))])


def box_around(file: Path) -> Path | None:
    """The folder of the box that a file belongs to; nothing when it is no file of a box."""
    if not file.is_file():
        return None
    folders = (file.parent,) if is_yaml(file.name) else (file.parent.parent,) if is_picture(file) else ()
    return next((folder for folder in folders if (folder / GAME_FILE).is_file()), None)


def is_picture(file: Path) -> bool:
    """Whether a file lies where a picture of a box would."""
    return file.parent.name == FOLDER


def box_name(path: Path) -> str:
    """What a box is called on the command line: the name of its folder, or of its bundle without its ending."""
    return re.sub(r"(?:\.box)?\.zip$|\.box$", "", path.name, flags=re.IGNORECASE)


def shipped_boxes() -> tuple[str, ...]:
    """The names of the boxes we ship."""
    folder = shipped_boxes_folder()
    return tuple(sorted(box.name for box in folder.iterdir() if box.is_dir())) if folder.is_dir() else ()


def own_boxes() -> tuple[Path, ...]:
    """The folders and bundles of the person's own boxes, by name."""
    try:
        return tuple(sorted(box for box in boxes_folder().iterdir() if (box / GAME_FILE).is_file() or is_bundle(box)))
    except OSError:
        return ()


def _is_page(name: str) -> bool:
    return name.lower().endswith((".md", ".txt")) and "/" not in name


def _beginning(file: Path) -> bytes:
    """Enough of a file to read it whole, or to see that it is too big; never what a link leads to."""
    _refuse_link(file)
    return bytes(read_beginning(file, MAX_BYTES + 1))


def _refuse_link(file: Path) -> None:
    if file.is_symlink():
        raise BrokenBox([problem(file.name, TOP, "file_is_link", name=quoted(file.name))])


def _pictures_in(folder: Path) -> dict[str, Path]:
    """The pictures of a folder, and one too many when there are too many."""
    art = folder / FOLDER
    if not art.is_dir():
        return {}
    _refuse_link(art)
    named = ((f"{FOLDER}/{file.name}", file) for file in art.iterdir())
    pictures = ((name, file) for name, file in named if is_picture_name(name) and file.is_file())
    found = dict(islice(pictures, MAX_PICTURES + 1))
    for file in found.values():
        _refuse_link(file)
    return dict(sorted(found.items()))


def _fonts_in(folder: Path) -> dict[str, Path]:
    """The fonts of a folder and the texts beside them."""
    fonts = folder / FONTS
    if not fonts.is_dir():
        return {}
    _refuse_link(fonts)
    named = {f"{FONTS}/{file.name}": file for file in islice(fonts.iterdir(), MAX_FONT_FILES) if file.is_file()}
    found = {name: file for name, file in named.items() if is_font_name(name) or is_licence_name(name)}
    for file in found.values():
        _refuse_link(file)
    return dict(sorted(found.items()))


def _pictures_among(files: Mapping[str, bytes | str | Path]) -> dict[str, Path | bytes]:
    return {name: picture for name, picture in files.items() if not isinstance(picture, str) and is_picture_name(name)}


def _readings(texts: Mapping[str, bytes | str], memory: Memory) -> dict[str, Reading]:
    """Each file read, until there is more than any table could use."""
    readings: dict[str, Reading] = {}
    events = 0
    for name, content in texts.items():
        readings[name] = memory.read(name, content)
        events += readings[name].events
        if events > MAX_EVENTS_IN_ALL:
            raise BrokenBox([problem(name, TOP, "box_too_big", most=MAX_BYTES_IN_ALL // 1024)])
    return readings


def _fit_pictures(
    pictures: Mapping[str, Path | bytes], problems: list[Problem]
) -> tuple[dict[str, bytes], list[Problem]]:
    """The pictures that cards show, as they are drawn, and what is wrong with the others, each and together.

    Warnings are added to `problems`.
    """
    fit: dict[str, bytes] = {}
    wrong: list[Problem] = []
    weight = 0
    for name, picture in pictures.items():
        weight += weight_of(picture)
        if weight > MAX_TOGETHER:
            wrong.append(problem(FOLDER, TOP, "pictures_heavy", most=MAX_TOGETHER >> 20))
            break
        match fit_picture(name, picture):
            case PlainPicture(content=content, moved=moved):
                fit[name] = content
                if moved:
                    problems.append(warning(name, TOP, "picture_still"))
            case Problem() as found:
                wrong.append(found)
    return fit, wrong


def _fit_fonts(
    draft: BoxDraft, files: Mapping[str, bytes | str | Path], problems: list[Problem], wrong: list[Problem]
) -> dict[str, bytes]:
    """The fonts that the box names, in its order, and the texts beside them; what is wrong with the others is added."""
    named = draft.game.value.fonts if draft.game is not None and isinstance(draft.game.value, GameFile) else ()
    fit: dict[str, bytes] = {}
    room = MAX_POINTS_TOGETHER
    for name in [name for name in dict.fromkeys(named) if name in draft.fonts][:MAX_FONTS]:
        font = files[name]
        match fit_font(name, font.encode() if isinstance(font, str) else font, room):
            case PlainFont(content=content, points=points, is_variable=is_variable):
                fit[name] = content
                room -= points
                if is_variable:
                    problems.append(warning(name, TOP, "font_variable"))
            case Problem() as found:
                wrong.append(found)
    if not fit:
        return {}
    texts = {name: text for name, text in sorted(files.items()) if is_licence_name(name) and not isinstance(text, str)}
    licences = {name: text for name, file in texts.items() if (text := fit_licence(file)) is not None}
    if not licences:
        problems.append(warning(next(iter(fit)), TOP, "font_licence"))
    return fit | licences


def _draft(
    readings: Mapping[str, Reading], pictures: frozenset[str], problems: list[Problem], memory: Memory
) -> BoxDraft:
    """What is known of the box, with the problems of each file on its own added to `problems`."""
    draft = BoxDraft(pictures=pictures)
    game = _shaped_file(GameFile, GAME_FILE, readings, problems)
    draft.board = _shaped_file(Board, BOARD_FILE, readings, problems)
    if game is not None:
        draft.game = game
        draft.language = text_at(game.node, "language")
        problems += _game_file_problems(game, readings)
    for deck in Deck:
        _read_deck(draft, deck, readings.get(deck.file), problems, memory)
    if len(pictures) > MAX_PICTURES:
        problems.append(problem(FOLDER, TOP, "too_many_pictures", most=MAX_PICTURES))
    return draft


def _shaped_file(
    expected: type[T], file: str, readings: Mapping[str, Reading], problems: list[Problem]
) -> Located[T] | None:
    """A file that holds one thing."""
    reading = readings.get(file)
    if reading is None:
        problems.append(problem(file, TOP, "file_missing", name=file))
        return None
    if reading.node is None:
        if not reading.problems:
            problems.append(problem(file, TOP, "file_empty", name=file))
        return None
    value, wrong = shaped(expected, reading.node, file)
    problems += wrong
    return Located(file, reading.node, value)


def _game_file_problems(game: Located[GameFile], readings: Mapping[str, Reading]) -> list[Problem]:
    """The format and the language of the box."""
    found: list[Problem] = []
    language, written_format = text_at(game.node, "language"), text_at(game.node, "format")
    if written_format and written_format != FORMAT:
        found.append(game.wrong(("format",), "format_unknown", value=quoted(written_format), right=FORMAT))
    if language and LANGUAGE.fullmatch(language) is None:
        found.append(game.wrong(("language",), "language_form", value=quoted(language), right=language_meant(language)))
    elif f"{language}.yaml" in readings:
        found.append(problem(f"{language}.yaml", TOP, "own_language", name=language))
    return found


def _read_deck(draft: BoxDraft, deck: Deck, reading: Reading | None, problems: list[Problem], memory: Memory) -> None:
    """A deck's cards; the deck stays unknown when its file cannot be read. No file is an empty deck."""
    node: Node | None = Items((), TOP)
    if reading is not None and (reading.node is not None or reading.problems):
        node = reading.node
    elif reading is not None:
        problems.append(warning(deck.file, TOP, "deck_empty", name=deck.file))
    if node is None:
        return
    if not isinstance(node, Items):
        problems.append(problem(deck.file, node.place, "deck_not_list", name=deck.file))
        return
    cards, wrong = memory.shape(deck, reading, node) if reading is not None else ((), [])
    problems += wrong
    draft.decks[deck] = cards


def _shaped_deck(deck: Deck, items: Items) -> ShapedDeck:
    cards: list[Located[Card]] = []
    problems: list[Problem] = []
    for item in items.items:
        if not isinstance(item, Entries):
            problems.append(problem(deck.file, place_of(item), "should_be_entries", name=deck.value, value=""))
            continue
        value, wrong = shaped(deck.kind, item, deck.file)
        problems += wrong
        cards.append(Located(deck.file, item, value))
    return tuple(cards), problems


def _shown(draft: BoxDraft) -> set[str]:
    """The names of the pictures the cards show."""
    arts = [getattr(card.value, "art", None) for cards in draft.decks.values() for card in cards]
    return {art.image for art in arts if art is not None and art.image}


def _without_consequences(problems: list[Problem], misread: list[Problem]) -> list[Problem]:
    """The problems that are not on a line which was misread: once that line is right they may be gone."""
    lines = {(found.file, found.line) for found in misread if found.severity is Severity.ERROR}
    return [found for found in problems if (found.file, found.line) not in lines]


def _box(draft: BoxDraft) -> Box | None:
    """The box of a draft with the cards that are well-shaped; nothing without a game or a board."""
    if draft.game is None or draft.game.value is None or draft.board is None or draft.board.value is None:
        return None
    return Box(
        language=draft.language,
        description=_description(draft.game.value),
        board=draft.board.value,
        postures=_cards(draft, PostureCard),
        mechanisms=_cards(draft, MechanismCard),
        contexts=_cards(draft, ContextCard),
        crises=_cards(draft, CrisisCard),
        personas=_cards(draft, PersonaCard),
        questions=_cards(draft, QuestionCard),
        troubles=_cards(draft, TroubleCard),
    )


def _description(game: Description) -> Description:
    """The description alone, without what only concerns the files."""
    return Description(**{field.name: getattr(game, field.name) for field in dataclasses.fields(Description)})


def _cards(draft: BoxDraft, kind: type[C]) -> dict[CardId, C]:
    return {card.id: card for _, card in draft.written(kind)}


def _translations(written: Box, readings: Mapping[str, Reading], problems: list[Problem]) -> dict[str, Box]:
    """The box in each language that has a translation file which can be read."""
    boxes: dict[str, Box] = {}
    wrong_files = {found.file for found in problems if found.severity is Severity.ERROR or found.key == "deck_empty"}
    wrong_files |= {name for name, reading in readings.items() if _is_misread(reading)}
    is_one_misnamed = bool(wrong_files.difference(readings))
    unsure = {
        deck.value for deck in Deck if deck.file in wrong_files or (is_one_misnamed and deck.file not in readings)
    }
    unsure |= set(WORDS).difference(Deck, ("source",)) if GAME_FILE in wrong_files else set()
    for name, reading in sorted(readings.items()):
        language = name.removesuffix(".yaml")
        is_readable = reading.node is not None or not _is_misread(reading)
        if name not in OWN_FILES and language != written.language and is_readable:
            boxes[language], wrong = translated(written, language, name, reading.node, unsure)
            problems += wrong
            problems += too_long(name, reading.node)
    return boxes


def _labels_in_english(draft: BoxDraft, by_language: Mapping[str, Box]) -> Iterator[Problem]:
    """A warning for each language that the program does not speak: which labels of its cards the box does not give."""
    for language, box in by_language.items():
        if language.split("-")[0] in languages():
            continue
        shown = {deck: bool(draft.ids(deck)) for deck in Deck}
        labels = [
            label
            for label in LABELS
            if label not in box.description.words and shown.get(_DECK_OF_LABEL.get(label, Deck.POSTURE), True)
        ]
        if labels:
            file, place = f"{language}.yaml", TOP
            if draft.game is not None and language == box.language == draft.language:
                file, place = (
                    draft.game.file,
                    draft.game.at("words" if draft.game.value and draft.game.value.words else "language"),
                )
            yield warning(file, place, "labels_in_english", language=language, labels=", ".join(labels))


_DECK_OF_LABEL: Final[Mapping[str, Deck]] = {
    **dict.fromkeys(("context", "contexts", "weak_points"), Deck.CONTEXT),
    **dict.fromkeys(("crisis", "crises", "consequences", "attested", "our_proposal"), Deck.CRISIS),
    **dict.fromkeys(("persona", "personas", "goal", "fear"), Deck.PERSONA),
    **dict.fromkeys(("question", "questions"), Deck.QUESTION),
    **dict.fromkeys(("trouble", "troubles"), Deck.TROUBLE),
    **dict.fromkeys(("who", "strengths", "limits", "seen_with", "failure"), Deck.MECHANISM),
}
"""The deck on whose cards a label is; those of the others are on every card."""


def _is_misread(reading: Reading) -> bool:
    return any(found.severity is Severity.ERROR for found in reading.problems)


def _digest(texts: Mapping[str, str], pictures: Mapping[str, bytes]) -> str:
    """SHA-256 over every name and content, each with its length, in the order of the names."""
    digest = hashlib.sha256()
    contents = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()} | dict(pictures)
    for name, content in sorted(contents.items()):
        digest.update(f"{len(name.encode())}:{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()
