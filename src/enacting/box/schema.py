"""What an editor needs to complete and underline the files of a box: a JSON Schema for each, made of the same classes.

Law: nothing is written here that the engine's dataclasses, or the checks of a box, do not say; an editor underlines
only what `check` would tell. Everything is in the files themselves, so that no network is needed.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from enacting.box.checking import (
    COLOUR,
    ID,
    LONGEST_CREDITS,
    LONGEST_ID,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MONTH,
    NEEDED,
    QUARTER_KINDS,
    shipped_icons,
)
from enacting.box.draft import BOARD_FILE, GAME_FILE, Deck
from enacting.box.loading import FORMAT, GameFile
from enacting.box.reading import MAX_ITEMS
from enacting.box.shaping import MAY_BE_BLANK
from enacting.box.translating import WORDS
from enacting.box.unread_files import LANGUAGE
from enacting.engine.board import (
    Activity,
    Board,
    Consequence,
    GlossaryEntry,
    Length,
    MechanismFamily,
    Part,
    PostureFamily,
)
from enacting.engine.cards import POSTURE_SHAPES, Confidence, Source
from enacting.language.own_words import KNOWN
from enacting.language.words import Words
from enacting.system.whole_files import write_whole

FOLDER: Final = "schema"
"""Where the schemas of a box are, beside its files."""
_VERSION: Final = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors understand best."""
_TRANSLATION: Final = "translation"
_SECTIONS: Final[Mapping[str, type]] = {
    "game": GameFile,
    "consequence": Consequence,
    "posture_family": PostureFamily,
    "mechanism_family": MechanismFamily,
    "length": Length,
    "part": Part,
    "activity": Activity,
    "glossary": GlossaryEntry,
    "source": Source,
    **{deck.value: deck.kind for deck in Deck},
}
"""What the words of each section of a translation belong to."""
_TEXT_TYPES: Final = ["string", "number", "boolean"]
"""What YAML makes of a text without quotes: the game reads it as it is written."""

Schema = dict[str, Any]


def first_line(file: str) -> str:
    """The line that names the schema of a file of a box, for editors."""
    stem = file.removesuffix(".yaml")
    own = {GAME_FILE, BOARD_FILE, *(deck.file for deck in Deck)}
    return f"# yaml-language-server: $schema={FOLDER}/{stem if file in own else _TRANSLATION}.json\n"


def schemas(words: Words) -> dict[str, str]:
    """The schema of each kind of file, as the text of a file of that name, explained in the language of these words."""
    whole: dict[str, Schema] = {
        GAME_FILE: _of(GameFile, words),
        BOARD_FILE: _of(Board, words),
        **{deck.file: _list(_of(deck.kind, words)) for deck in Deck},
        f"{_TRANSLATION}.yaml": _translation(words),
    }
    return {
        name.replace(".yaml", ".json"): _written(name.removesuffix(".yaml"), schema, words)
        for name, schema in whole.items()
    }


def write_schemas(folder: Path, words: Words) -> tuple[Path, ...]:
    """Write the schemas in the folder of a box; the files written."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    files = {folder / FOLDER / name: text for name, text in schemas(words).items()}
    for file, text in files.items():
        write_whole(file, text.encode())
    return tuple(files)


def _written(name: str, schema: Schema, words: Words) -> str:
    """The schema as a file; names of icons, which are many, stand in it once."""
    head = {"$schema": _VERSION, "title": words(f"schema.file.{name}")}
    icons = {"definitions": {"icon": {"enum": sorted(shipped_icons())}}} if _names_icons(schema) else {}
    return json.dumps({**head, **schema, **icons}, ensure_ascii=False, indent=1) + "\n"


def _names_icons(schema: object) -> bool:
    return "#/definitions/icon" in json.dumps(schema)


def _of(kind: type, words: Words) -> Schema:
    """The schema of one of the engine's dataclasses."""
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    schema: Schema = {
        "type": "object",
        "properties": {
            name: _explained(name, _value(hints[name], name, fields[name], words), words) for name in fields
        },
        "required": [name for name, field in fields.items() if _has_no_default(field)],
        "additionalProperties": False,
    }
    if kind in NEEDED:
        by_table = {"properties": {"confidence": {"const": Confidence.TABLE.value}}, "required": ["confidence"]}
        schema |= {"if": by_table, "else": {"required": list(NEEDED[kind])}}
    return schema


def _has_no_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _explained(name: str, schema: Schema, words: Words) -> Schema:
    return {"description": words(f"schema.key.{name}"), **schema}


def _value(expected: Any, name: str, field: dataclasses.Field[Any], words: Words) -> Schema:
    """The schema of what a key is given; a text that may be left out may be given nothing."""
    schema = _shape(expected, name, words)
    if field.default == "":
        return {"anyOf": [schema, {"type": "null"}, {"const": ""}]}
    if schema.get("type") == _TEXT_TYPES and name not in MAY_BE_BLANK:
        schema["minLength"] = 1
    return schema


def _shape(expected: Any, name: str, words: Words) -> Schema:
    while hasattr(expected, "__supertype__"):
        expected = expected.__supertype__
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if origin in (typing.Union, types.UnionType):
        return _shape(next(kind for kind in arguments if kind is not type(None)), name, words)
    if origin is tuple:
        return _list(_shape(arguments[0], name, words))
    if name == "words":
        return _entries((word, _text(word)) for word in KNOWN)
    if origin is not None:
        return {"type": "object", "additionalProperties": _shape(arguments[1], name, words)}
    if dataclasses.is_dataclass(expected) and isinstance(expected, type):
        return _of(expected, words)
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return {"enum": [choice.value for choice in expected]}
    if expected is bool:
        return {"enum": [True, False, "true", "false"]}
    if expected in (int, float):
        digits = r"^-?[0-9]{1,9}$" if expected is int else r"^-?[0-9]{1,9}(\.[0-9]{1,9})?$"
        kind = "integer" if expected is int else "number"
        return {"anyOf": [{"type": kind}, {"type": "string", "pattern": digits}]}
    return _text(name)


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items, "maxItems": MAX_ITEMS}


def _text(name: str) -> Schema:
    """A text, with what the checks of a box ask of one under that key."""
    match name:
        case "id":
            return {"type": _TEXT_TYPES, "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID}
        case "icon" | "echo":
            return {"$ref": "#/definitions/icon"}
        case "colour":
            return {"type": "string", "pattern": f"^{COLOUR.pattern}$"}
        case "checked":
            return {"type": "string", "pattern": f"^{MONTH.pattern}$"}
        case "shape":
            return {"enum": list(POSTURE_SHAPES)}
        case "quarter":
            return {"enum": list(QUARTER_KINDS)}
        case "language":
            return {"type": _TEXT_TYPES, "pattern": f"^{LANGUAGE.pattern}$"}
        case "format":
            return {"enum": [FORMAT, int(FORMAT)]}
        case "title":
            return {"type": _TEXT_TYPES, "maxLength": LONGEST_TITLE}
        case "credits":
            return {"type": _TEXT_TYPES, "maxLength": LONGEST_CREDITS}
        case _:
            return {"type": _TEXT_TYPES, "maxLength": LONGEST_TEXT}


def _translation(words: Words) -> Schema:
    """The schema of a translation: words by section, then by id."""
    return _entries((section, _section(section, words)) for section in WORDS)


def _section(section: str, words: Words) -> Schema:
    hints = typing.get_type_hints(_SECTIONS[section])
    item = _entries((key, _explained(key, _shape(hints[key], key, words), words)) for key in WORDS[section])
    return item if section == "game" else {"type": "object", "additionalProperties": item}


def _entries(properties: Iterable[tuple[str, Schema]]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}
