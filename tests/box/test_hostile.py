"""A box made to harm is refused at once with its reason, and takes neither the time nor the memory of the game."""

import ast
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from box.hostile_boxes import HEAVIEST, HOSTILE

import enacting.box
from enacting.box import BrokenBox, format_problem, load, load_files
from enacting.language.characters import printable
from enacting.language.words import languages, words_in

SOURCE = Path(enacting.box.__file__ or "").parents[1]
HERE = Path(__file__).resolve().parent
MAX_SECONDS = 2
MAX_MEGABYTES = 256


def test_there_are_more_than_a_hundred_hostile_boxes() -> None:
    assert len(HOSTILE) > 100


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_box_is_refused_with_its_reason_in_less_than_two_seconds(tmp_path: Path, name: str) -> None:
    build, key = HOSTILE[name]
    built = build(tmp_path)
    started = time.process_time()

    with pytest.raises(BrokenBox) as broken:
        load(built) if isinstance(built, Path) else load_files(built)
    told = [format_problem(problem, words_in(language)) for language in languages() for problem in broken.value.shown]

    assert time.process_time() - started < MAX_SECONDS
    assert key in {problem.key for problem in broken.value.problems}
    assert [line for line in told if printable(line) != line or len(line) > 1000] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be limited there")
def test_no_hostile_box_ends_the_program_nor_takes_its_time_or_memory() -> None:
    command = [sys.executable, str(HERE / "measuring.py"), *HEAVIEST]

    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured = [json.loads(line) for line in done.stdout.splitlines()]

    assert [run["name"] for run in measured] == list(HEAVIEST)
    assert [run for run in measured if run["status"] != 0] == []
    assert [run for run in measured if run["seconds"] >= MAX_SECONDS] == []
    assert [run for run in measured if run["megabytes"] >= MAX_MEGABYTES] == []


def test_nothing_that_is_read_is_ever_run() -> None:
    running = {"pickle", "shelve", "marshal", "eval", "exec", "compile", "__import__", "system", "popen", "extractall"}
    loading = {"load", "load_all", "safe_load", "unsafe_load", "full_load"}
    found = []
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names) | ast.ImportFrom(names=names):
                    found += [(file.name, name.name) for name in names if name.name in running]
                case ast.Call(func=ast.Name(id=name)) if name in running:
                    found.append((file.name, name))
                case ast.Call(func=ast.Attribute(value=ast.Name(id="os" | "archive"), attr=name)) if name in running:
                    found.append((file.name, name))
                case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr=name)) if name in loading:
                    found.append((file.name, name))

    # Our own sentences, with the loader that knows nothing but texts.
    assert found == [("words.py", "load")]
