"""Whatever a released version wrote is opened for ever: sessions, moves, boxes, settings.

`tests/data/formats/make.py` keeps the files of a version when it is released; they are never made again.
"""

import json
import lzma
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from released import found_in

from enacting.box.loading import load
from enacting.box.problems import Severity
from enacting.engine.rules import legal_moves
from enacting.session.journal import Journal, peek, salvage
from enacting.session.move_text import move_from_text, move_to_text
from enacting.session.session import Session
from enacting.ui.window.settings import Settings, read_settings

FORMATS = Path(__file__).parents[1] / "data" / "formats"
VERSIONS = sorted(folder for folder in FORMATS.iterdir() if folder.is_dir() and folder.name[0].isdigit())
SESSIONS = [file for folder in VERSIONS for file in sorted(folder.glob("*.session.xz"))]


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.name}"


@pytest.fixture
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The session of that released file, unpacked."""
    path = tmp_path / "a.session"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What was in it when it was released."""
    file = request.node.callspec.params["path"]
    found: dict[str, Any] = json.loads((file.parent / "expected.json").read_text(encoding="utf-8"))
    return dict(found[file.name.partition(".")[0]])


def test_the_first_version_is_kept() -> None:
    assert "0.1.0" in [folder.name for folder in VERSIONS]


@pytest.mark.parametrize("path", SESSIONS, indirect=True, ids=named)
def test_a_released_session_is_resumed_where_it_was(path: Path, expected: dict[str, Any]) -> None:
    with closing(Session.resume(path)) as session:
        found = found_in(session)

    assert found == expected


@pytest.mark.parametrize("path", SESSIONS, indirect=True, ids=named)
def test_a_released_session_goes_on_in_its_own_file(path: Path, expected: dict[str, Any]) -> None:
    with closing(Journal.open(path)) as journal:
        before = journal.header, journal.rows()
    with closing(Session.resume(path)) as session:
        if session.game.over:
            session.undo()
        session.play(next(iter(legal_moves(session.game))))
        assert session.unsaved == 0

    with closing(Journal.open(path)) as journal:
        assert (journal.header, journal.rows()[: expected["story"]]) == before
        assert len(journal.rows()) > expected["story"]


@pytest.mark.parametrize("path", SESSIONS, indirect=True, ids=named)
def test_a_released_session_is_listed_looked_at_and_rescued(path: Path, expected: dict[str, Any]) -> None:
    assert (peek(path).title, peek(path).moves) == (expected["title"], expected["moves"])
    assert len(Session.look(path).log()) == expected["story"]
    assert len(salvage(path)[1]) == expected["story"]


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)
def test_every_released_move_is_read_and_keeps_what_it_said(folder: Path) -> None:
    for line in (folder / "moves.txt").read_text(encoding="utf-8").split("\n")[:-1]:
        said = json.loads(line)
        again = json.loads(move_to_text(move_from_text(line)))

        assert {key: again[key] for key in said} == said


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)
def test_a_released_box_has_no_mistakes(folder: Path) -> None:
    boxes = load(folder / "box")

    assert list(boxes.by_language) == ["fr", "en"]
    assert [warning for warning in boxes.warnings if warning.severity is Severity.ERROR] == []


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)
def test_released_settings_are_taken_up(folder: Path) -> None:
    settings = read_settings(folder / "settings.json")

    assert (settings.language, settings.text_size, settings.reduce_motion) == ("en", 1.5, True)
    assert settings.theme == Settings().theme
