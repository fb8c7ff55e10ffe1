"""What is to be set in type, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A template of `assets/typst` by its file name, and its data: mappings, lists, texts, numbers, as JSON has them.

    A picture in the data is the text of its SVG (`image(bytes(data.scene), format: "svg")`). `fonts` are the files of
    fonts that may have letters ours lack.
    """

    template: str
    data: Mapping[str, Any]
    fonts: tuple[bytes, ...] = ()


class TypesettingStep(StrEnum):
    """Where the setting of a document is. `LAYING_OUT` takes most of the time."""

    LAYING_OUT = "laying_out"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font of ours nor of this computer has; its Unicode name is printed in a box instead."""

    character: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A document set in type; empty where a form was not asked for.

    `pictures` is a PNG file for each page. `measures` has for each label the values of its `metadata`, in the order of
    the pages. `standards` are those that the PDF file follows: none where a letter stood in the way of those asked for.
    """

    pdf: bytes = b""
    pictures: tuple[bytes, ...] = ()
    measures: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    standards: tuple[str, ...] = ()
    missing: tuple[MissingCharacter, ...] = ()


class CannotTypeset(Exception):
    """The pages could not be made, and nothing was written; `word_key` and `fields` make the sentence to show."""

    def __init__(self, word_key: str, **fields: object) -> None:
        super().__init__(f"{word_key} {fields or ''}".rstrip())
        self.word_key = word_key
        self.fields: Mapping[str, object] = fields
