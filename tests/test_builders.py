"""What tests share is built in files that are no tests, and the long runs still find what they run."""

import ast
import runpy
import sys
from pathlib import Path

import pytest
from imports import imported_by

TESTS = Path(__file__).resolve().parent
LONG_RUNS = sorted((TESTS / "long").glob("*.py"))


def test_no_test_is_imported_for_what_it_builds() -> None:
    files = [file for file in TESTS.rglob("*.py") if not file.is_relative_to(TESTS / "long")]
    imported = {(file.name, name) for file in files for name in imported_by(file)}

    assert len(files) > len(LONG_RUNS)
    assert [found for found in imported if found[1].split(".")[-1].startswith("test_")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="long runs start copies of themselves, or need tools of Linux")
@pytest.mark.parametrize("file", LONG_RUNS, ids=lambda file: file.stem)
def test_every_long_run_finds_what_it_runs(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))

    found = runpy.run_path(str(file))

    assert callable(found["main"])
    assert f"`python tests/long/{file.name}" in str(ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))))
