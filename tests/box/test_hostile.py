"""A box made to harm is refused at once with its reason, and takes neither the time nor the memory of the game."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from box.hostile import HEAVIEST, HOSTILE

from enacting.box import BrokenBox, load, load_files, said
from enacting.letters import printable
from enacting.words import languages, words_in

HERE = Path(__file__).resolve().parent
MOST_SECONDS = 2
MOST_MEGABYTES = 256


def test_there_are_more_than_a_hundred_hostile_boxes() -> None:
    assert len(HOSTILE) > 100


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_box_is_refused_with_its_reason_in_less_than_two_seconds(tmp_path: Path, name: str) -> None:
    build, key = HOSTILE[name]
    built = build(tmp_path)
    started = time.process_time()

    with pytest.raises(BrokenBox) as broken:
        load(built) if isinstance(built, Path) else load_files(built)
    told = [said(one, words_in(language)) for language in languages() for one in broken.value.shown]

    assert time.process_time() - started < MOST_SECONDS
    assert key in {one.key for one in broken.value.problems}
    assert [line for line in told if printable(line) != line or len(line) > 1000] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be limited there")
def test_no_hostile_box_ends_the_program_nor_takes_its_time_or_memory() -> None:
    command = [sys.executable, str(HERE / "measuring.py"), *HEAVIEST]

    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured = [json.loads(line) for line in done.stdout.splitlines()]

    assert [one["name"] for one in measured] == list(HEAVIEST)
    assert [one for one in measured if one["status"] != 0] == []
    assert [one for one in measured if one["seconds"] >= MOST_SECONDS] == []
    assert [one for one in measured if one["megabytes"] >= MOST_MEGABYTES] == []
