"""Writing the report: names any system takes, files whole or not at all, none overwritten."""

from pathlib import Path

import pytest

from enacting.harvest.writing import ReportFile, file_name, write_harvest

PICTURE = ReportFile("png", b"\x89PNG", "Plateau A3")


def page(content: str) -> ReportFile:
    return ReportFile("html", content.encode())


def text(content: str) -> ReportFile:
    return ReportFile("md", content.encode())


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("Conseil de quartier", "2026-03-12", "conseil-de-quartier-2026-03-12"),
        ("L’été à Brœck", "12 mars 2026", "l-ete-a-broeck-12-mars-2026"),
        ("../../etc/passwd", "", "etc-passwd"),
        ("", "", "harvest"),
        ("一二三", "", "harvest"),
        ("CON", "", "harvest-con"),
        ("nul", "2026", "harvest-nul-2026"),
        ("a" * 300, "", "a" * 60),
        ("mot " * 80, "", "-".join(["mot"] * 15)),
        (".hidden \x00\n<b>", "", "hidden-b"),
        ("Séance du 12 mars 2026", "2026-03-12", "seance-du-12-mars-2026"),
        ("Séance du 1er août 2026", "2026-08-01", "seance-du-1er-aout-2026"),
        ("Session of 3 December 2026", "2026-12-03", "session-of-3-december-2026"),
        ("Atelier 2026-03-12 (et si)", "2026-03-12", "atelier-2026-03-12-et-si"),
        ("Séance du 12 mars 2026", "2026-03-13", "seance-du-12-mars-2026-2026-03-13"),
        ("Les 12 de mars 2026", "2026-03-12", "les-12-de-mars-2026-2026-03-12"),
    ],
)
def test_a_name_any_system_takes(title: str, date: str, expected: str) -> None:
    assert file_name(title, date) == expected


def test_the_end_of_a_name_tells_reports_of_a_session_apart() -> None:
    assert file_name("Atelier", "2026-03-12", "autres noms") == "atelier-2026-03-12-autres-noms"
    assert file_name("Séance du 12 mars 2026", "2026-03-12", "anonyme") == "seance-du-12-mars-2026-anonyme"


def test_the_report_is_written_in_utf_8_under_one_name(tmp_path: Path) -> None:
    written = write_harvest(tmp_path / "new", "L’été", "2026-03-12", [page("<p>é</p>"), text("é"), PICTURE])

    assert [file.name for file in written] == [f"l-ete-2026-03-12{end}" for end in (".html", ".md", "-plateau-a3.png")]
    assert written[0].read_text(encoding="utf-8") == "<p>é</p>"
    assert written[1].read_bytes() == "é".encode()
    assert written[2].read_bytes() == PICTURE.content


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = write_harvest(tmp_path, "Table", "", [page("un"), text("un")])
    (tmp_path / "table-2.md").write_text("à quelqu’un", encoding="utf-8")

    second = write_harvest(tmp_path, "Table", "", [page("deux"), text("deux")])

    assert first[0].read_text(encoding="utf-8") == "un"
    assert [file.name for file in second] == ["table-3.html", "table-3.md"]


def test_no_part_of_a_report_can_leave_the_folder(tmp_path: Path) -> None:
    written = write_harvest(tmp_path, "Table", "", [ReportFile("../P NG", b"", "../../x")])

    assert [file.name for file in written] == ["table-x.p-ng"]
    assert all(file.parent == tmp_path for file in written)


def test_a_failed_write_leaves_nothing_behind_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(OSError, match="No space"):
        write_harvest(tmp_path, "Table", "", [page("un"), text("un")])

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(OSError):
        write_harvest(tmp_path / "file", "Table", "", [page("")])
