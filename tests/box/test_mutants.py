"""Whatever is done to a box, it can be played, or what is wrong with it is said: nothing else ever comes out."""

from pathlib import Path

import pytest
from box.mutants import Mutant, loaded, mutants, read_again
from boxes import tiny_box_files
from clocks import processor_seconds_at_most
from hypothesis import HealthCheck, given, settings

from enacting.box import load_files


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(mutant=mutants())
def test_a_changed_box_is_played_or_refused(tmp_path_factory: pytest.TempPathFactory, mutant: Mutant) -> None:
    with processor_seconds_at_most(2):
        boxes = loaded(mutant, tmp_path_factory.getbasetemp())
        again = read_again(boxes) if boxes is not None else None

    assert again == boxes


def test_a_box_left_as_it_is_is_played(tmp_path: Path) -> None:
    assert loaded(dict(tiny_box_files()), tmp_path) == load_files(tiny_box_files())
