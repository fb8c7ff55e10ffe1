"""A folder of files into the box it holds, in every language it speaks, or everything that is wrong with it."""

import dataclasses
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from enacting.box.checking import check, too_long
from enacting.box.draft import BOARD_FILE, GAME_FILE, C, Deck, Draft, Written
from enacting.box.pictures import MOST_PICTURES, PICTURE_NAME, picture_problem
from enacting.box.problems import TOP, BrokenBox, Instead, Problem, Severity, in_order, problem, quoted
from enacting.box.reading import MOST_BYTES, Entries, Items, Node, Reading, place_of, read, text_at
from enacting.box.shaping import shaped
from enacting.box.translating import translated
from enacting.engine.board import Board, Box, Description
from enacting.engine.cards import (
    Card,
    CardId,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
)
from enacting.paths import boxes_folder, shipped_boxes_folder

FORMAT = "1"
"""The format of boxes this program reads."""

_CARD_FILES = tuple(deck.file for deck in Deck)
_OWN_FILES = (GAME_FILE, BOARD_FILE, *_CARD_FILES)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_PICTURES_FOLDER = "art"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class GameFile(Description):
    """The game file: the description of the box, the language of its words and the format of its files."""

    format: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """One box in each of its languages, with the files it came from.

    `files` are the texts of the YAML files, `pictures` those its cards show: given to `load_files` together, they make
    the same boxes again. `digest` changes when a text or a picture does.
    """

    written: str
    by_language: Mapping[str, Box]
    files: Mapping[str, str]
    pictures: Mapping[str, Path | bytes]
    digest: str
    warnings: tuple[Problem, ...] = ()

    def box(self, language: str) -> Box:
        """The box in that language, or else in the language it was written in."""
        return self.by_language.get(language, self.by_language[self.written])

    def content(self) -> dict[str, str | bytes]:
        """Every file the box needs, pictures included: what a session keeps."""
        return {**self.files, **{name: _bytes_of(picture) for name, picture in self.pictures.items()}}


def load(folder: Path) -> Boxes:
    """The box in a folder. `BrokenBox` with every problem when it cannot be played."""
    return load_files(read_files(folder))


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
    """The box made of these files, by name inside the box's folder; pictures may be paths or bytes."""
    texts = {name: content for name, content in files.items() if not isinstance(content, Path) and _is_yaml(name)}
    pictures = _pictures_among(files)
    problems = [one for name in texts if (one := _name_problem(name)) is not None]
    readings = {name: read(name, content) for name, content in texts.items() if _is_ours(name)}
    misread = [one for reading in readings.values() for one in reading.problems]

    draft = _draft(readings, frozenset(pictures), problems)
    used = {name: picture for name, picture in pictures.items() if name in _shown(draft)}
    problems += check(draft)
    problems += [one for name, picture in used.items() if (one := picture_problem(name, picture)) is not None]
    problems = misread + _without_consequences(problems, misread)
    _raise_if_broken(problems)

    written = _box(draft)
    by_language = {written.language: written} | _translations(written, readings, problems)
    _raise_if_broken(problems)
    kept = {name: reading.text for name, reading in sorted(readings.items())}
    return Boxes(
        written=written.language,
        by_language=by_language,
        files=kept,
        pictures=used,
        digest=_digest(kept, used),
        warnings=in_order(problems),
    )


def read_files(folder: Path) -> dict[str, bytes | str | Path]:
    """The files of a box's folder: the content of its YAML files, the paths of its pictures. Nothing else is opened."""
    if not folder.is_dir():
        raise BrokenBox([problem(folder.name or str(folder), TOP, "folder_missing", name=str(folder))])
    files: dict[str, bytes | str | Path] = {}
    try:
        found = sorted(file for file in folder.iterdir() if file.is_file() and _is_yaml(file.name))
        for file in found:
            files[file.name] = _beginning(file)
        files |= _pictures_in(folder)
    except OSError as error:
        name = Path(str(error.filename or folder)).name
        raise BrokenBox([problem(name, TOP, "file_closed", why=error.strerror or "")]) from error
    if not found:
        raise BrokenBox([problem(folder.name, TOP, "folder_empty", name=str(folder))])
    return files


def find_box(name_or_path: str | Path) -> Path:
    """The folder of a box: that path, or the box of that name that we ship or that lies in the person's own folder."""
    path = Path(name_or_path)
    if path.name == GAME_FILE and path.is_file():
        return path.parent
    shipped = shipped_boxes()
    if str(name_or_path) in shipped and not (path / GAME_FILE).is_file():
        return shipped_boxes_folder() / str(name_or_path)
    if path.is_dir():
        return path
    name, own = str(name_or_path), {folder.name: folder for folder in own_boxes()}
    if name in own:
        return own[name]
    known = (*shipped, *own)
    raise BrokenBox([problem(path.name or name, TOP, "box_unknown", name=name, instead=Instead(name, known))])


def shipped_boxes() -> tuple[str, ...]:
    """The names of the boxes we ship."""
    folder = shipped_boxes_folder()
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir())) if folder.is_dir() else ()


def own_boxes() -> tuple[Path, ...]:
    """The folders of the person's own boxes, by name."""
    try:
        return tuple(sorted(one for one in boxes_folder().iterdir() if (one / GAME_FILE).is_file()))
    except OSError:
        return ()


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and "/" not in name


def _is_ours(name: str) -> bool:
    return name in _OWN_FILES or (name.endswith(".yaml") and _LANGUAGE.fullmatch(name[:-5]) is not None)


def _name_problem(name: str) -> Problem | None:
    """A file that would not be read, because of its name."""
    if _is_ours(name):
        return None
    return problem(name, TOP, "file_unknown", name=quoted(name), instead=Instead(name, _OWN_FILES))


def _beginning(file: Path) -> bytes:
    """Enough of a file to read it whole, or to see that it is too big."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _pictures_in(folder: Path) -> dict[str, Path]:
    """The pictures of a folder; a link that leads elsewhere is none."""
    art = folder / _PICTURES_FOLDER
    if not art.is_dir():
        return {}
    inside = art.resolve()
    found = [file for file in sorted(art.iterdir()) if file.is_file() and file.resolve().is_relative_to(inside)]
    names = {f"{_PICTURES_FOLDER}/{file.name}": file for file in found}
    return {name: file for name, file in names.items() if PICTURE_NAME.fullmatch(name)}


def _pictures_among(files: Mapping[str, bytes | str | Path]) -> dict[str, Path | bytes]:
    return {
        name: picture
        for name, picture in files.items()
        if not isinstance(picture, str) and PICTURE_NAME.fullmatch(name) is not None
    }


def _draft(readings: Mapping[str, Reading], pictures: frozenset[str], problems: list[Problem]) -> Draft:
    """What is known of the box, with the problems of each file on its own added to `problems`."""
    draft = Draft(pictures=pictures)
    game = _one(GameFile, GAME_FILE, readings, problems)
    draft.board = _one(Board, BOARD_FILE, readings, problems)
    if game is not None:
        draft.game = game
        draft.language = text_at(game.node, "language")
        problems += _game_file_problems(game, readings)
    for deck in Deck:
        _read_deck(draft, deck, readings.get(deck.file), problems)
    if len(pictures) > MOST_PICTURES:
        problems.append(problem(_PICTURES_FOLDER, TOP, "too_many_pictures", count=len(pictures), most=MOST_PICTURES))
    return draft


def _one(wanted: type[T], file: str, readings: Mapping[str, Reading], problems: list[Problem]) -> Written[T] | None:
    """A file that holds one thing."""
    reading = readings.get(file)
    if reading is None:
        problems.append(problem(file, TOP, "file_missing", name=file))
        return None
    if reading.node is None:
        if not reading.problems:
            problems.append(problem(file, TOP, "file_empty", name=file))
        return None
    value, wrong = shaped(wanted, reading.node, file)
    problems += wrong
    return Written(file, reading.node, value)


def _game_file_problems(game: Written[GameFile], readings: Mapping[str, Reading]) -> list[Problem]:
    """The format and the language of the box."""
    found: list[Problem] = []
    language, written_format = text_at(game.node, "language"), text_at(game.node, "format")
    if written_format and written_format != FORMAT:
        found.append(game.wrong(("format",), "format_unknown", value=quoted(written_format), right=FORMAT))
    if language and _LANGUAGE.fullmatch(language) is None:
        found.append(game.wrong(("language",), "language_form", value=quoted(language)))
    elif f"{language}.yaml" in readings:
        found.append(problem(f"{language}.yaml", TOP, "own_language", name=language))
    return found


def _read_deck(draft: Draft, deck: Deck, reading: Reading | None, problems: list[Problem]) -> None:
    """A deck's cards; the deck stays unknown when its file cannot be read. No file is an empty deck."""
    node: Node | None = Items((), TOP)
    if reading is not None and (reading.node is not None or reading.problems):
        node = reading.node
    if node is None:
        return
    if not isinstance(node, Items):
        problems.append(problem(deck.file, node.place, "deck_not_list", name=deck.file))
        return
    cards: list[Written[Card]] = []
    for item in node.items:
        if not isinstance(item, Entries):
            problems.append(problem(deck.file, place_of(item), "should_be_entries", name=deck.value, value=""))
            continue
        value, wrong = shaped(deck.kind, item, deck.file)
        problems += wrong
        cards.append(Written(deck.file, item, value))
    draft.decks[deck] = tuple(cards)


def _shown(draft: Draft) -> set[str]:
    """The names of the pictures the cards show."""
    arts = [getattr(one.value, "art", None) for cards in draft.decks.values() for one in cards]
    return {art.image for art in arts if art is not None and art.image}


def _without_consequences(problems: list[Problem], misread: list[Problem]) -> list[Problem]:
    """The problems that are not on a line which was misread: once that line is right they may be gone."""
    lines = {(one.file, one.line) for one in misread}
    return [one for one in problems if (one.file, one.line) not in lines]


def _raise_if_broken(problems: list[Problem]) -> None:
    if any(one.severity is Severity.ERROR for one in problems):
        raise BrokenBox(problems)


def _box(draft: Draft) -> Box:
    """The box of a draft without problems."""
    assert draft.game is not None
    assert draft.game.value is not None
    assert draft.board is not None
    assert draft.board.value is not None
    return Box(
        language=draft.language,
        description=_description(draft.game.value),
        board=draft.board.value,
        postures=_cards(draft, PostureCard),
        mechanisms=_cards(draft, MechanismCard),
        crises=_cards(draft, CrisisCard),
        personas=_cards(draft, PersonaCard),
        questions=_cards(draft, QuestionCard),
    )


def _description(game: Description) -> Description:
    """The description alone, without what only concerns the files."""
    return Description(**{one.name: getattr(game, one.name) for one in dataclasses.fields(Description)})


def _cards(draft: Draft, kind: type[C]) -> dict[CardId, C]:
    return {card.id: card for _, card in draft.written(kind)}


def _translations(written: Box, readings: Mapping[str, Reading], problems: list[Problem]) -> dict[str, Box]:
    """The box in each language that has a translation file."""
    boxes: dict[str, Box] = {}
    for name, reading in sorted(readings.items()):
        language = name.removesuffix(".yaml")
        if name not in _OWN_FILES:
            boxes[language], wrong = translated(written, language, name, reading.node)
            problems += wrong
            problems += too_long(name, reading.node)
    return boxes


def _digest(texts: Mapping[str, str], pictures: Mapping[str, Path | bytes]) -> str:
    """SHA-256 over every name and content, each with its length, in the order of the names."""
    digest = hashlib.sha256()
    contents = {name: text.encode() for name, text in texts.items()}
    contents |= {name: _bytes_of(picture) for name, picture in pictures.items()}
    for name, content in sorted(contents.items()):
        digest.update(f"{len(name.encode())}:{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def _bytes_of(picture: Path | bytes) -> bytes:
    return picture if isinstance(picture, bytes) else picture.read_bytes()
