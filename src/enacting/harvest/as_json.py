"""A session as JSON for other programs, and the schema of that JSON, both from the types of what is gathered.

Law: a field is in the file because it is in the dataclass: there is no second list. Drawings are left out.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from enacting.harvest.gathering import CardPicture, CardScene, Harvest, PlaceSummary

FORMAT: Final = 1
"""Goes up when a program that reads these files would have to change."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_DRAWINGS: Final = (CardPicture, CardScene, PlaceSummary)


def as_json(harvest: Harvest) -> str:
    """The session as JSON, with accents as they are."""
    return json.dumps({"format": FORMAT, **_plain(harvest)}, ensure_ascii=False, indent=2) + "\n"


def schema() -> Mapping[str, Any]:
    """The JSON Schema of what `as_json` writes."""
    definitions: dict[str, Any] = {}
    whole = _record(Harvest, definitions)
    whole["properties"] = {"format": {"const": FORMAT}, **whole["properties"]}
    whole["required"] = ["format", *whole["required"]]
    return {"$schema": DIALECT, "title": "Enacting the Commons: a session", **whole, "$defs": definitions}


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case Mapping():
            return {str(key): _plain(child) for key, child in value.items()}
        case tuple():
            return [_plain(child) for child in value]
        case _ if is_dataclass(value):
            return {each: _plain(getattr(value, each)) for each in _kept(type(value))}
        case _:
            return value


def _kept(kind: type) -> Mapping[str, Any]:
    """The fields that are written, with their types."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if not _is_drawn(hints[each.name])}


def _is_drawn(hint: Any) -> bool:
    return hint in _DRAWINGS or any(argument in _DRAWINGS for argument in get_args(hint))


def _record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    kept = _kept(kind)
    return {
        "type": "object",
        "properties": {name: _schema(hint, definitions) for name, hint in kept.items()},
        "required": list(kept),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; those of dataclasses are defined once, by their names."""
    hint = getattr(hint, "__supertype__", hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if origin is tuple and arguments[-1] is not Ellipsis:
        items = [_schema(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if is_dataclass(hint):
        assert isinstance(hint, type)
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # It may hold others of its own kind.
            definitions[hint.__name__] = _record(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    return {"type": _JSON_TYPES[hint]}


_JSON_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"}
