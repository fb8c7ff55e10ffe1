"""Tables that spreadsheets save as CSV: with any encoding and separator, by any program."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

_SEPARATORS: Final = ";,\t"
_SEPARATOR_LINE: Final = re.compile(r'"?sep=([;,\t])"?\r?\n')
"""How a table that was written for Excel may begin."""
_USUAL_LETTERS: Final = frozenset("àâäáçéèêëíîïñóôöõúùûüßœæÉÈÀÇÖÜÄ’“”«»–…€")
"""Letters and signs of the languages of Europe, which tell one old encoding from another."""


class NoTable(ValueError):
    """What was given is no table that can be read; it says why or shows how the table begins."""


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a table and the encoding it was found in: `utf-8`, `utf-16`, `cp1252` (Windows) or `mac_roman`.

    Spreadsheets save CSV in the encoding of their system unless asked otherwise. Any bytes can be read so: who reads
    a table in another encoding than Unicode should look at its accents.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), "utf-16"
    try:
        return content.removeprefix(BOM_UTF8).decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        likely = {name: content.decode(name, "replace") for name in ("cp1252", "mac_roman")}
    name = max(likely, key=lambda name: sum(letter in _USUAL_LETTERS for letter in likely[name]))
    return likely[name], name


def rows_of(table: str) -> list[list[str]]:
    """The rows of a table, the head first. `NoTable` where there is none below it."""
    table = table.removeprefix("\ufeff")
    declared = _SEPARATOR_LINE.match(table)
    table = table[declared.end() :] if declared else table
    head = table.partition("\n")[0]
    try:
        separator = declared[1] if declared else _separator_of(head)
        rows = list(csv.reader(io.StringIO(table, newline=""), delimiter=separator))
    except csv.Error as error:
        raise NoTable(str(error)) from error
    if len(rows) < 2:
        raise NoTable(head[:60])
    return rows


def _separator_of(head: str) -> str:
    """What stands most often between the names of columns; what is between quotation marks does not count."""
    outside = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)
