"""The process in which typst runs: reads jobs from its standard input, answers each on its standard output.

A job is a line of JSON, then the data of the document as so many bytes; an answer is lines of JSON, the last of which
says how many bytes of pages follow. It ends when its input does, so that it never outlives who started it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from enacting.typesetting.document import TypesettingStep
from enacting.typesetting.letters import letters_beyond_ours, with_names, writable_data

if TYPE_CHECKING:
    import typst

Line = Mapping[str, Any]

COMMAND: Final = "typesetting-worker"
"""What the program is started with to be this process instead."""

_NOT_SHOWN: Final = re.compile(r'the (?:text|PDF contains the codepoint) `"(.+?)"`')
"""How typst names a letter without a glyph, or one that a standard forbids."""


def serve(incoming: BinaryIO | None = None, outgoing: BinaryIO | None = None) -> None:
    """Do jobs until there are no more."""
    incoming, outgoing = incoming or sys.stdin.buffer, outgoing or sys.stdout.buffer
    while line := incoming.readline():
        job = json.loads(line)
        data = incoming.read(job["size"])
        _do(job, json.loads(data), outgoing)


def _do(job: Line, data: Any, outgoing: BinaryIO) -> None:
    # Imported here: it is large, and only this process needs it.
    import typst

    def say(line: Line, *parts: bytes) -> None:
        outgoing.write(json.dumps(line).encode() + b"\n")
        outgoing.writelines(parts)
        outgoing.flush()

    say({"step": TypesettingStep.LAYING_OUT})
    try:
        root, template = Path(job["root"]), job["template"]
        fonts, data, missing = _in_fonts_that_have_it(writable_data(data), root, job["fonts"])
        compiler = _compiler(root, template, data, fonts, boxed=bool(missing))
        # A document is laid out by its first query, and kept: what comes afterwards costs little.
        measures = {label: json.loads(compiler.query(f"<{label}>", field="value")) for label in job["labels"]}
        say({"step": TypesettingStep.WRITING})
        pdf, standards = _pdf(compiler, job["standards"]) if job["pdf"] else (b"", ())
        pictures = _pictures(compiler, job["dots_per_inch"]) if job["dots_per_inch"] else ()
    except typst.TypstError as failure:
        say({"failed": failure.message, "diagnostic": failure.diagnostic})
        return
    parts = (pdf, *pictures)
    sizes = [len(part) for part in parts]
    say({"sizes": sizes, "measures": measures, "standards": standards, "missing": sorted(missing)}, *parts)


def _compiler(root: Path, template: str, data: Any, fonts: typst.Fonts, *, boxed: bool = False) -> typst.Compiler:
    import typst

    main = "boxed-names.typ" if boxed else template
    inputs = {"data": json.dumps(data, ensure_ascii=False), "template": template}
    return typst.Compiler(
        root / "typst" / main, root=root, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs
    )


def _pdf(compiler: typst.Compiler, standards: Sequence[typst.PDFStandard]) -> tuple[bytes, Sequence[str]]:
    """The file in these standards, or in none where a letter that no standard allows came through all the same."""
    import typst

    try:
        return b"".join(_compiled(compiler.compile(format="pdf", pdf_standards=list(standards)))), standards
    except typst.TypstError as failure:
        if not standards or not _NOT_SHOWN.search(failure.diagnostic):
            raise
        return b"".join(_compiled(compiler.compile(format="pdf"))), ()


def _pictures(compiler: typst.Compiler, dots_per_inch: float) -> tuple[bytes, ...]:
    """A PNG file for each page."""
    return _compiled(compiler.compile(format="png", ppi=dots_per_inch))


def _compiled(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    return (made,) if isinstance(made, bytes) else tuple(made or ())


def _in_fonts_that_have_it(data: Any, root: Path, paths: Sequence[str]) -> tuple[typst.Fonts, Any, frozenset[str]]:
    """Our fonts and the document's own, or those of the system too where they lack a letter; the data, with names for
    what none has. The first of the `paths` is the folder of our fonts.
    """
    import typst

    beyond, fonts = letters_beyond_ours(data), [*map(Path, paths)]
    if not beyond or fonts[1:]:
        ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts)
        if not _not_shown(beyond, root, ours):
            return ours, data, frozenset()
    every = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=fonts)
    missing = _not_shown(beyond, root, every)
    return every, with_names(data, missing) if missing else data, missing


def _not_shown(letters: str, root: Path, fonts: typst.Fonts) -> frozenset[str]:
    """The letters that none of these fonts has: what typst refuses to put in a page that follows a standard."""
    import typst

    left = frozenset(letters)
    while left:
        try:
            _compiler(root, "letters.typ", sorted(left), fonts).compile(pdf_standards=["ua-1", "a-2a"])
            break
        except typst.TypstError as failure:
            refused = {letter for found in _NOT_SHOWN.findall(failure.diagnostic) for letter in _unescaped(found)}
            if not left & refused:
                raise
            left -= refused
    return frozenset(letters) - left


def _unescaped(text: str) -> str:
    r"""A text as typst quotes it in a message, where `\u{e000}` stands for what cannot be seen."""
    return re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), text)
