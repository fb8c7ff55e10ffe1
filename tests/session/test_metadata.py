"""Until when a session is kept, and what is known beside it."""

import json
import os
import sys
from datetime import date
from pathlib import Path, PureWindowsPath

import pytest

from enacting.session import metadata
from enacting.session.metadata import (
    FOR_EVER,
    Metadata,
    days_step,
    metadata_of,
    note_capsule,
    note_left,
    note_opened,
    note_reports,
    note_room,
    read_metadata,
    reports_of,
    write_metadata,
)

TWELFTH = date(2026, 3, 12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.session"


def test_a_session_is_kept_thirty_days_after_it_was_opened(path: Path) -> None:
    note_opened(path, TWELFTH)

    assert read_metadata(path) == Metadata(days=30, opened="2026-03-12")
    assert read_metadata(path).due(0) == date(2026, 4, 11)


def test_opening_it_again_moves_the_date_and_keeps_the_number_of_days(path: Path) -> None:
    note_opened(path, TWELFTH, 7)

    note_opened(path, date(2026, 3, 20))

    assert read_metadata(path).due(0) == date(2026, 3, 27)


def test_without_a_slip_the_date_counts_from_when_the_file_changed(path: Path) -> None:
    noon = 1773313200.0

    assert read_metadata(path).due(noon) == date.fromtimestamp(noon + 30 * 86400)


def test_a_session_kept_for_ever_has_no_date(path: Path) -> None:
    note_opened(path, TWELFTH, FOR_EVER)

    assert read_metadata(path).due(0) is None


def test_what_was_written_from_it_is_remembered_once_and_in_order(path: Path, tmp_path: Path) -> None:
    note_reports(path, [tmp_path / "b.html", tmp_path / "b.md"])
    note_reports(path, [tmp_path / "b.md", tmp_path / "c.md"])
    note_capsule(path, tmp_path / "stick" / "a.session")

    known = read_metadata(path)

    assert known.reports == tuple(str(tmp_path / name) for name in ("b.html", "b.md", "c.md"))
    assert known.capsules == (str(tmp_path / "stick" / "a.session"),)
    assert [file.name for file in metadata_of(path).parent.iterdir()] == ["a.session.slip"]


def test_a_file_where_the_session_was_before_is_remembered(path: Path, tmp_path: Path) -> None:
    note_left(path, tmp_path / "stick" / "a.session")

    assert read_metadata(path) == Metadata(left=(str(tmp_path / "stick" / "a.session"),))


def test_whether_the_window_of_the_room_is_open_is_remembered(path: Path) -> None:
    note_room(path, is_open=False)
    assert not metadata_of(path).exists()

    note_room(path, is_open=True)
    assert read_metadata(path) == Metadata(room=True)
    note_room(path, is_open=False)
    assert read_metadata(path) == Metadata()

    metadata_of(path).write_text('{"room": "yes"}')
    assert read_metadata(path) == Metadata()


def test_the_display_of_the_game_is_remembered_while_the_room_has_its_window(path: Path) -> None:
    note_room(path, is_open=True, display=(1920, 0, 1280, 720))
    assert read_metadata(path) == Metadata(room=True, display=(1920, 0, 1280, 720))
    note_room(path, is_open=False)
    assert read_metadata(path) == Metadata()

    for found in ("[1, 2, 3]", "[1, 2, 3, true]", '"1,2,3,4"', "[1, 2, 3, 4.5]"):
        metadata_of(path).write_text(f'{{"display": {found}}}')
        assert read_metadata(path) == Metadata()


def test_what_is_known_is_kept_as_text_that_anybody_can_read(path: Path) -> None:
    note_opened(path, TWELFTH)

    written = metadata_of(path).read_text(encoding="utf-8")
    assert written.startswith('{\n "days": 30,\n "opened": "2026-03-12",\n "reports": [],\n')


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_whose_name_is_no_text_is_remembered(path: Path, tmp_path: Path) -> None:
    note_capsule(path, tmp_path / os.fsdecode(b"\xff.session"))

    assert read_metadata(path).capsules == (str(tmp_path / os.fsdecode(b"\xff.session")),)


@pytest.mark.parametrize(("size", "days"), [(1_048_576, 7), (1_048_577, 30)])
def test_what_is_larger_than_any_of_ours_is_not_read(path: Path, size: int, days: int) -> None:
    metadata_of(path).parent.mkdir()
    metadata_of(path).write_bytes(b'{"days": 7}'.ljust(size))

    assert read_metadata(path).days == days


def test_only_windows_may_ask_another_computer_for_a_file() -> None:
    assert metadata.on_windows is (sys.platform == "win32")


@pytest.mark.parametrize(
    "written", ["", "[]", "not JSON", '{"days": "x", "opened": 3, "reports": 4}', '{"days": 31}', "[" * 100_000, "\x00"]
)
def test_a_slip_that_cannot_be_read_is_as_usual(path: Path, written: str) -> None:
    metadata_of(path).parent.mkdir()
    metadata_of(path).write_text(written)

    assert read_metadata(path) == Metadata()


def test_a_date_that_cannot_be_is_no_date(path: Path) -> None:
    assert Metadata(opened="yesterday").due(0) is None
    assert Metadata(opened="9999-12-31").due(0) is None
    assert Metadata().due(1e300) is None


def test_a_slip_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("a file where the folder would be")

    note_opened(tmp_path / "a.session", TWELFTH)
    note_reports(tmp_path / "a.session", [tmp_path / "b"])

    with pytest.raises(OSError):
        write_metadata(tmp_path / "a.session", Metadata())


def test_the_days_go_from_one_to_for_ever() -> None:
    days = [1]
    while days[-1] != FOR_EVER:
        days.append(days_step(days[-1], 1))

    assert days == [1, 7, 14, 30, 60, 90, 180, 365, FOR_EVER]


def test_the_days_are_chosen_one_step_at_a_time() -> None:
    assert [days_step(30, 1), days_step(30, -1), days_step(1, -1), days_step(365, 1), days_step(0, 1)] == [
        60,
        14,
        1,
        FOR_EVER,
        FOR_EVER,
    ]


def test_the_report_written_last_is_found_again_as_far_as_it_is_there(path: Path, tmp_path: Path) -> None:
    for name in ("a.html", "a.md", "a-2.md", "a-2.html"):
        (tmp_path / name).write_text("")
        note_reports(path, [tmp_path / name])

    assert reports_of(path) == (tmp_path / "a-2.html", tmp_path / "a-2.md")
    (tmp_path / "a-2.md").unlink()
    assert reports_of(path) == (tmp_path / "a-2.html",)
    (tmp_path / "a-2.html").unlink()
    assert reports_of(path) == (tmp_path / "a.html", tmp_path / "a.md")


def test_a_deck_of_the_cards_of_the_table_is_no_report(path: Path, tmp_path: Path) -> None:
    for name in ("a.html", "a.yaml", "a-2.yaml"):
        (tmp_path / name).write_text("")
        note_reports(path, [tmp_path / name])

    assert reports_of(path) == (tmp_path / "a.html",)


def test_a_session_without_reports_has_none(path: Path) -> None:
    assert reports_of(path) == ()


# Slips that somebody else may have written


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"\xff", b"[" * 100_000, b"9" * 5000, b"{}" + b" " * (1 << 20)],
    ids=lambda value: repr(value)[:20],
)
def test_a_file_that_is_no_slip_is_as_usual(path: Path, content: bytes) -> None:
    metadata_of(path).parent.mkdir()
    metadata_of(path).write_bytes(content)

    assert read_metadata(path) == Metadata()


def test_what_is_of_another_kind_in_a_slip_is_left_out(path: Path) -> None:
    metadata_of(path).parent.mkdir()
    reports = ["/a/b.html", 7, None, ["x"], "a\0b"]
    said = {"days": "7", "opened": "yesterday", "reports": reports, "capsules": {"a": 1}}
    metadata_of(path).write_text(json.dumps(said))

    assert read_metadata(path) == Metadata(reports=("/a/b.html",))


def test_a_slip_names_a_thousand_files_at_the_most(path: Path) -> None:
    metadata_of(path).parent.mkdir()
    metadata_of(path).write_text(json.dumps({"reports": [f"/{number}.html" for number in range(5000)]}))

    assert len(read_metadata(path).reports) == 1000


def test_a_day_that_no_calendar_has_is_no_date(path: Path) -> None:
    metadata_of(path).parent.mkdir()
    for opened in ("9999-12-31", "2026-13-45", "२०२६-०३-१२"):
        metadata_of(path).write_text(json.dumps({"opened": opened, "days": 365}))

        read_metadata(path).due(1e18)


def test_a_file_of_another_computer_is_not_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enacting.session.metadata.on_windows", True)
    monkeypatch.setattr(
        "enacting.session.metadata.harvest_folder", lambda: PureWindowsPath("\\\\office\\home\\Documents")
    )
    metadata_of(path).parent.mkdir()
    files = ["\\\\elsewhere\\share\\a.html", "//elsewhere/share/a.html", "\\\\office\\home\\a.html", "C:\\a.html"]
    metadata_of(path).write_text(json.dumps({"reports": files, "capsules": files[:2]}))

    assert read_metadata(path) == Metadata(reports=("\\\\office\\home\\a.html", "C:\\a.html"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.timeout(20)
def test_a_slip_that_is_no_ordinary_file_is_not_read_nor_written_through(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text('{"days": 7}')
    metadata_of(path).parent.mkdir()
    for is_link in (True, False):
        if is_link:
            metadata_of(path).symlink_to(victim)
        else:
            os.mkfifo(metadata_of(path))
        assert read_metadata(path) == Metadata()
        metadata_of(path).with_name(f"{metadata_of(path).name}.new").symlink_to(victim)
        note_opened(path, TWELFTH)
        assert read_metadata(path).opened == "2026-03-12"
        metadata_of(path).unlink()

    assert victim.read_text() == '{"days": 7}'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_slip_is_not_kept_where_the_folder_of_the_copies_leads_elsewhere(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    metadata_of(path).parent.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / metadata_of(path).name).write_text('{"days": 7}')

    note_opened(path, TWELFTH)

    assert read_metadata(path) == Metadata()
    assert (tmp_path / "elsewhere" / metadata_of(path).name).read_text() == '{"days": 7}'


def test_only_what_is_called_as_a_report_is_opened_as_one(path: Path) -> None:
    metadata_of(path).parent.mkdir()
    files = [
        "/a/b.exe",
        "/a/b.html.exe",
        "C:\\a\\b.bat",
        "/a/B.desktop",
        "/a/b.html",
        "C:\\a\\b-2.md",
        "/a/../../c d.html",
    ]
    metadata_of(path).write_text(json.dumps({"reports": files}))

    assert read_metadata(path).reports == ("/a/b.html", "C:\\a\\b-2.md")
