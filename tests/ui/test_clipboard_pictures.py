"""A picture in the clipboard: handed to the program of the system, which may be missing or refuse."""

import os
import sys
from pathlib import Path

import pytest

from enacting.ui.window.system_programs import copy_picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other programs")


def put_program(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make xclip that script, and the only one there is."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_a_picture_is_handed_to_the_program_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_program(tmp_path, f'echo "$@" > {tmp_path}/asked', monkeypatch)

    assert copy_picture(tmp_path / "a; rm b.png")

    asked = (tmp_path / "asked").read_text()
    assert asked == f"-selection clipboard -t image/png -i {tmp_path}/a; rm b.png\n"


def test_a_program_that_refuses_or_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_program(tmp_path, "exit 1", monkeypatch)
    assert not copy_picture(tmp_path / "a.png")

    monkeypatch.setenv("PATH", "")
    assert not copy_picture(tmp_path / "a.png")
