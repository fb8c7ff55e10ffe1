"""Boxes that somebody, or a failing disk, could have made of the tiny one: for the tests that read thousands of them.

`mutants` changes what the files mean (a list where a text is wanted, a key gone, a number out of bounds), then their
letters, then perhaps puts them in one file and changes its bytes.
"""

import io
import zipfile
from pathlib import Path
from typing import Any

import yaml
from boxes import tiny_box_files
from hypothesis import strategies as st
from pictures import png

from enacting.box import Boxes, BrokenBox, format_problem, load, load_files
from enacting.box.loading import _made_of_texts
from enacting.language.characters import printable
from enacting.language.words import languages, words_in

Files = dict[str, bytes | str | Path]
Mutant = Files | bytes

TREES = {name: yaml.load(text, Loader=yaml.CBaseLoader) for name, text in tiny_box_files().items()}
NAMES = sorted(TREES)

WORDS = (
    "no",
    "010",
    "12:30",
    "~",
    "",
    " ",
    "null",
    "-1",
    "1e9",
    "99999999999",
    "0.5",
    "true",
    "art/a.png",
    "con",
    "#",
    "é",
)
SIGNS = (
    "\t",
    "\u00a0",
    "\u202e",
    "\u200b",
    "\x00",
    "\x1b[2J",
    "\ud800",
    "\u0315" * 3,
    "&a ",
    "*a",
    "!!t ",
    "<<: ",
    "%",
)
MARKS = (
    "\n",
    " ",
    ":",
    ": ",
    "- ",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    "|\n",
    ">\n",
    "#",
    " #x",
    ",",
    "?",
    "---\n",
    "\r",
    "\\e",
)
PIECES = (*SIGNS, *MARKS)

texts = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=20), st.text("ab é\n", max_size=3000)
)
values = st.recursive(
    texts,
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.dictionaries(st.one_of(texts, st.sampled_from(["id", "title", "text", "art", "icon"])), inside, max_size=4),
    ),
    max_leaves=8,
)


@st.composite
def mutants(draw: st.DrawFn) -> Mutant:
    """The files of a box, or a box in one file."""
    trees = dict(TREES)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2]))):
        name = draw(st.sampled_from(NAMES))
        trees[name] = _changed(draw, trees[name])
    files: Files = dict(tiny_box_files())
    files |= {name: _as_written(tree) for name, tree in trees.items() if tree is not TREES[name]}
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        name = draw(st.sampled_from(NAMES))
        files[name] = _rewritten(draw, files[name])
    if draw(st.integers(0, 3)) == 0:
        files |= draw(_OTHERS)
    return _packed(draw, files) if draw(st.integers(0, 3)) == 0 else files


_OTHERS: st.SearchStrategy[Files] = st.dictionaries(
    st.sampled_from(
        ["art/a.png", "art/con.png", "de.yaml", "aux.yaml", "persona.yml", "../x.yaml", "A.md", "\x1b.yaml"]
    ),
    st.one_of(st.binary(max_size=50), st.sampled_from([png(9, 9), png(9999, 9), b"mechanism: {pact: {title: T}}\n"])),
    max_size=2,
)


def _changed(draw: st.DrawFn, tree: Any) -> Any:
    """The tree with one of its nodes replaced, taken away, doubled or renamed."""
    if isinstance(tree, dict) and tree and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(list(tree)))
        match draw(st.integers(0, 5)):
            case 0:
                return {name: value for name, value in tree.items() if name != key}
            case 1:
                return {draw(texts) if name == key else name: value for name, value in tree.items()}
            case 2:
                return {**tree, draw(texts): draw(values)}
            case _:
                return {**tree, key: _changed(draw, tree[key])}
    if isinstance(tree, list) and tree and draw(st.integers(0, 4)):
        at = draw(st.integers(0, len(tree) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                return tree[:at] + tree[at + 1 :]
            case 1:
                return [*tree, tree[at]]
            case _:
                return [*tree[:at], _changed(draw, tree[at]), *tree[at + 1 :]]
    return draw(values)


def _as_written(tree: Any) -> str:
    """The tree as text, between quotes where it must be."""
    return yaml.dump(tree, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=120)


def _rewritten(draw: st.DrawFn, content: bytes | str | Path) -> bytes | str:
    """The content with some of its letters or bytes changed, cut or said again."""
    if isinstance(content, str) and draw(st.booleans()):
        for _ in range(draw(st.integers(1, 6))):
            at = draw(st.integers(0, len(content)))
            content = content[:at] + draw(st.sampled_from(PIECES)) + content[at + draw(st.integers(0, 3)) :]
        return content
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    assert isinstance(raw, bytes)
    for _ in range(draw(st.integers(1, 6))):
        at, end = sorted((draw(st.integers(0, len(raw))), draw(st.integers(0, len(raw)))))
        match draw(st.integers(0, 3)):
            case 0:
                raw = raw[:at] + draw(st.binary(max_size=4)) + raw[at + 1 :]
            case 1:
                raw = raw[:at] + raw[end:]
            case 2:
                raw = raw[:at] + raw[at:end] * 2 + raw[end:]
            case _:
                raw = raw[:end]
    return raw


def _packed(draw: st.DrawFn, files: Files) -> bytes:
    """The files in one, some of whose bytes are then changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))) as archive:
        for name, content in files.items():
            raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
            assert isinstance(raw, bytes)
            archive.writestr(name, raw)
    whole = bytearray(packed.getvalue())
    for _ in range(draw(st.sampled_from([0, 0, 1, 3]))):
        whole[draw(st.integers(0, len(whole) - 1))] = draw(st.integers(0, 255))
    return bytes(whole)


def read_again(boxes: Boxes) -> Boxes:
    """The box made of what that one keeps of its files; not the one remembered."""
    _made_of_texts.cache_clear()
    return load_files(boxes.content())


def loaded(mutant: Mutant, folder: Path) -> Boxes | None:
    """The box, or nothing once all that is wrong with it has been said; any error but `BrokenBox` comes through."""
    try:
        if isinstance(mutant, bytes):
            (folder / "mutant.zip").write_bytes(mutant)
            return load(folder / "mutant.zip")
        return load_files(mutant)
    except BrokenBox as broken:
        assert broken.problems
        for language in languages():
            for problem in broken.shown:
                line = format_problem(problem, words_in(language))
                assert printable(line) == line
                assert len(line) < 2000
        return None
