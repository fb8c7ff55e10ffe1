"""The commands, as a person types them: one clear sentence, an exit code, never a traceback."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from boxes import tiny_box_files, vouched_box_files, write_box
from commands.forked import CommandResult, Commands, commands
from hostile.journals import torn
from pools import a_played_file

from enacting.box.bundle import read_bundle
from enacting.cli import NAMINGS
from enacting.harvest.naming import Naming
from enacting.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
PROGRAM: list[Commands] = []
"""What runs commands, while this file is tested."""
SAME_WORKER = pytest.mark.xdist_group("demonstration")


@pytest.fixture(scope="module", autouse=True)
def _program() -> Iterator[None]:
    """The program, read once for all commands."""
    with commands() as program:
        PROGRAM.append(program)
        yield
        PROGRAM.clear()


def enacting(*arguments: object, here: Path, language: str = "en") -> CommandResult:
    """Run the command in a folder, without a screen."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANG")}
    environment = {
        **kept,
        "LC_ALL": f"{language}_XX.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        "ENACTING_DATA": str(here / "data"),
    }
    done = PROGRAM[0].run([str(argument) for argument in arguments], here, environment)
    assert "Traceback" not in done.err
    return done


def one_sentence(result: CommandResult, words: str) -> bool:
    """Whether it could not run and said why in one line."""
    return (result.code, result.out) == (2, "") and len(result.err.splitlines()) == 1 and words in result.err


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[CommandResult, Path]:
    """A demonstration of nine people, once for every test that needs a session."""
    here = tmp_path_factory.mktemp("demonstration")
    return enacting("demo", "--players", 9, "--size", "1024x600", "--out", "out", here=here), here / "out"


# Help


@pytest.mark.parametrize(
    "command",
    [[], ["play"], ["demo"], ["check"], ["report"], ["window"], ["new"], ["icons"], ["scenes"], ["pack"], ["open"]],
)
def test_every_command_explains_itself(tmp_path: Path, command: list[str]) -> None:
    result = enacting(*command, "--help", here=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("usage: enacting")


def test_help_is_in_the_language_of_the_system(tmp_path: Path) -> None:
    assert "vérifier des boîtes" in enacting("--help", here=tmp_path, language="fr").out
    assert "check boxes" in enacting("--help", here=tmp_path, language="en").out


def test_an_unknown_language_is_told_with_those_there_are(tmp_path: Path) -> None:
    for arguments in (["play", "--language", "xx"], ["--language=xx"], ["check", "--language", "xx"]):
        assert one_sentence(enacting(*arguments, here=tmp_path), "Available languages: fr, en.")


def test_a_language_alone_opens_the_window(tmp_path: Path) -> None:
    assert one_sentence(enacting("--language", "fr", here=tmp_path), "Aucun écran")


@pytest.mark.parametrize("size", ["3x", "big", "100x100", "9999x9999"])
def test_a_size_out_of_bounds_is_told_with_the_bounds(tmp_path: Path, size: str) -> None:
    result = enacting("play", "--size", size, here=tmp_path)

    assert result.code == 2
    assert f"{size} (1024x600 … 7680x4320)" in result.err


# Boxes


def test_the_boxes_we_ship_are_fine(tmp_path: Path) -> None:
    result = enacting("check", here=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert "all is well" in result.out


def test_a_box_in_any_folder_can_be_checked(tmp_path: Path) -> None:
    files = vouched_box_files()
    second = '  sources:\n    - {title: Enquête, url: "https://example.net/enquete"}\n'
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("  sources:\n", second, 1)
    write_box(tmp_path / "mine", files)

    assert enacting("check", "mine", here=tmp_path).code == 0


def test_a_card_that_claims_more_than_its_sources_is_told_with_its_line(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", vouched_box_files())

    result = enacting("check", "mine", here=tmp_path)

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("mechanism.yaml:12:15: the card “pact” says “documented”")


def test_check_says_in_a_line_which_mechanisms_were_checked_longest_ago(tmp_path: Path) -> None:
    files = vouched_box_files()
    months = [("- id: pact", "2026-11"), ("- id: garden", "2025-02")]
    for line, month in months:
        files["mechanism.yaml"] = files["mechanism.yaml"].replace(line, f'{line}\n  checked: "{month}"')
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("confidence: documented", "confidence: partly")
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("confidence: proposal", "confidence: partly", 1)
    write_box(tmp_path / "mine", files)

    english, french = (enacting("check", "mine", here=tmp_path, language=language) for language in ("en", "fr"))

    assert english.out.splitlines()[1] == "  Facts checked longest ago, in February 2025: 1 mechanism (Jardin partagé)."
    assert "en février 2025" in french.out.splitlines()[1]


def test_a_mistake_is_told_with_its_file_line_and_column(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files() | {"posture.yaml": "- id: [partner\n"})

    result = enacting("check", "mine", here=tmp_path)

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("posture.yaml:1:7: the [ opened here is not closed")


def test_one_wrong_box_among_several_is_enough_for_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = enacting("check", "empty", "enacting-the-commons-mini", here=tmp_path, language="fr")

    assert result.code == 1
    assert "tout est bon" in result.out
    assert result.err.startswith("empty:1:1: ")


@pytest.mark.parametrize("command", [["check"], ["play"]])
def test_an_unknown_box_is_told_with_those_there_are(tmp_path: Path, command: list[str]) -> None:
    result = enacting(*command, "nowhere", here=tmp_path)

    assert result.code == 2
    known = "enacting-the-commons, enacting-the-commons-mini"
    assert result.err == f"nowhere:1:1: unknown box “nowhere”; the choice is: {known}\n"


def test_check_gives_its_problems_to_other_programs(tmp_path: Path) -> None:
    files = vouched_box_files()
    write_box(tmp_path / "mine", files | {"posture.yaml": files["posture.yaml"].replace("shape: ring", "shape: rign")})

    result = enacting("check", "mine", "enacting-the-commons-mini", "--format", "json", here=tmp_path)

    mine, mini = json.loads(result.out)["boxes"]
    assert (result.code, result.err) == (1, "")
    assert (mine["playable"], mini) == (
        False,
        {"box": "enacting-the-commons-mini", "playable": True, "problems": []},
    )
    [shape] = [problem for problem in mine["problems"] if problem["code"] == "E401"]
    assert (shape["file"], shape["line"], shape["mended"]) == ("posture.yaml", 7, "  shape: ring")


def test_check_of_a_file_tells_its_problems_and_how_many_are_elsewhere(tmp_path: Path) -> None:
    files = vouched_box_files()
    files["posture.yaml"] = files["posture.yaml"].replace("shape: ring", "shape: rign")
    files["persona.yaml"] = files["persona.yaml"].replace("goal: Dormir", "gaol: Dormir")
    write_box(tmp_path / "mine", files)

    result = enacting("check", "mine/posture.yaml", here=tmp_path)

    lines = result.err.splitlines()
    assert result.code == 1
    assert [line for line in lines if ":1:" in line or "persona.yaml" in line] == []
    assert lines[0].startswith("posture.yaml:7:10: unknown shape “rign”")
    assert any(line.endswith("other problems are in other files of this box.") for line in lines)


def test_a_card_that_is_wrong_does_not_keep_the_others_from_being_looked_at(tmp_path: Path) -> None:
    files = vouched_box_files()
    title = "Reconnaissance juridique communautaire de l'usage civique et collectif des lieux"
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("family: power", "family: powr", 1)
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("Carte commune", title)
    write_box(tmp_path / "mine", files)

    told = json.loads(enacting("check", "mine", "--format", "json", here=tmp_path).out)["boxes"][0]["problems"]

    assert {"E401", "E701"} <= {problem["code"] for problem in told}


# Texts for translators


@pytest.mark.parametrize("ending", ["csv", "po"])
def test_the_texts_of_a_box_are_translated_in_a_table_and_taken_back(tmp_path: Path, ending: str) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    table = tmp_path / f"de.{ending}"
    out = enacting("texts", "mine", "--into", "de", "--out", table.name, here=tmp_path)
    text = table.read_text(encoding="utf-8")
    line = (
        "mechanism/pact/title,80,Pacte de collaboration,"
        if ending == "csv"
        else 'msgid "Pacte de collaboration"\nmsgstr ""'
    )
    filled = f"{line}Pakt" if ending == "csv" else line[:-2] + '"Pakt"'
    table.write_text(text.replace(line, filled), encoding="utf-8")

    back = enacting("texts", "mine", "--into", "de", "--from", table.name, here=tmp_path)

    assert line in text
    assert (out.code, back.code, back.err) == (0, 0, "")
    assert back.out.startswith("Changed: de.yaml.")
    assert (folder / "de.yaml").read_text(encoding="utf-8") == 'mechanism:\n  pact:\n    title: "Pakt"\n'


def test_a_table_written_over_an_earlier_one_says_which_translations_are_older_than_their_text(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    enacting("texts", "mine", "--into", "en", "--out", "en.po", here=tmp_path)
    text = (folder / "mechanism.yaml").read_text(encoding="utf-8")
    (folder / "mechanism.yaml").write_text(
        text.replace("Des voisins cultivent", "Des voisins vendent"), encoding="utf-8"
    )

    back = enacting("texts", "mine", "--into", "en", "--from", "en.po", here=tmp_path)
    again = enacting("texts", "mine", "--into", "en", "--out", "en.po", here=tmp_path)

    sentence = "One translation is older than the text it translates: mechanism/garden/text.\n"
    assert (back.err, again.err) == (sentence, sentence)
    marked = (tmp_path / "en.po").read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgctxt "mechanism/garden/text"\nmsgid "Des voisins vendent' in marked
    assert marked.count("fuzzy") == 1


def test_a_table_taken_back_keeps_the_line_ends_of_the_file(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    windows = (folder / "persona.yaml").read_text(encoding="utf-8").replace("\n", "\r\n").encode()
    (folder / "persona.yaml").write_bytes(windows)
    (tmp_path / "fr.csv").write_text("where,most,fr,fr\npersona/mayor/title,80,x,Le maire\n", encoding="utf-8")

    enacting("texts", "mine", "--into", "fr", "--from", "fr.csv", here=tmp_path)

    assert (folder / "persona.yaml").read_bytes() == windows.replace(b"La maire", b"Le maire")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--into", "de"], "Name one table"),
        (["--into", "de", "--out", "a.csv", "--from", "a.csv"], "Name one table"),
        (["--into", "de", "--out", "a.xlsx"], "ends in .csv or .po"),
        (["--into", "german", "--out", "a.csv"], "is not a language code"),
        (["--into", "de", "--from", "none.csv"], "There is no file"),
        (["--into", "de", "--from", "letter.csv"], "is not a table that this command wrote"),
        (["--into", "de", "--out", "nowhere/a.csv"], "cannot be written"),
    ],
)
def test_a_table_that_cannot_be_written_or_taken_back_is_told(tmp_path: Path, arguments: list[str], words: str) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    (tmp_path / "letter.csv").write_bytes(b"Dear all")

    assert one_sentence(enacting("texts", "mine", *arguments, here=tmp_path), words)
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == tiny_box_files()


# Cards of a spreadsheet


def test_the_cards_of_a_spreadsheet_are_taken_into_a_box_and_what_they_lack_is_told(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    before = (folder / "persona.yaml").read_text(encoding="utf-8")
    rows = (
        "title,goal,means,fear,say,art.icon,colour",
        "Le facteur,Distribuer,Un vélo,Les chiens,Bonjour.,bicycle,red",
    )
    (tmp_path / "people.csv").write_text("\n".join((*rows, "La juge,Juger,,,,,", "")), encoding="utf-8")

    result = enacting("import", "people.csv", "mine", "--deck", "persona", here=tmp_path)

    after = (folder / "persona.yaml").read_text(encoding="utf-8")
    assert result.code == 1
    assert result.out == "2 cards are now at the end of persona.yaml. What was already there has not changed.\n"
    assert result.err.startswith("The column “colour” was left out; ")
    assert "“means” is missing" in result.err
    assert after.startswith(before.rstrip())
    assert '- id: "le-facteur"\n  title: "Le facteur"\n  goal: "Distribuer"\n' in after


def test_cards_are_taken_into_a_deck_that_has_none_yet(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files(**{"mechanism.yaml": "# none yet\n", "en.yaml": ""}))
    head = "title;place;year;family;text;question;art.icon;confidence\n"
    rows = [f"Clé {number};Ici;2026;power;Un texte.;Et ?;key;proposal\n" for number in (1, 2, 3)]
    (tmp_path / "tools.csv").write_bytes((head + "".join(rows)).encode("cp1252"))

    result = enacting("import", "tools.csv", "mine", "--deck", "mechanism", here=tmp_path)

    assert "3 cards are now at the end of mechanism.yaml" in result.out
    assert 'title: "Clé 3"' in (folder / "mechanism.yaml").read_text(encoding="utf-8")


def test_no_cards_are_taken_into_a_box_that_cannot_be_read(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files() | {"game.yaml": "- id: [tiny\n"})
    (tmp_path / "people.csv").write_text("title;goal\nZoé;Voir\n", encoding="utf-8")
    before = (folder / "persona.yaml").read_bytes()

    result = enacting("import", "people.csv", "mine", "--deck", "persona", here=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("game.yaml:1:7: the [ opened here is not closed")
    assert (folder / "persona.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["people.csv", "mine", "--deck", "people"], "There is no deck “people”"),
        (["none.csv", "mine", "--deck", "persona"], "There is no file"),
        (["people.csv", "mine", "--deck", "persona"], "is not a table of cards"),
        (["people.csv", "nowhere", "--deck", "persona"], "unknown box"),
    ],
)
def test_cards_that_cannot_be_taken_into_a_box_are_told(tmp_path: Path, arguments: list[str], words: str) -> None:
    folder = write_box(tmp_path / "mine", tiny_box_files())
    (tmp_path / "people.csv").write_bytes(b"Dear all,\nhello\n")

    assert one_sentence(enacting("import", *arguments, here=tmp_path), words)
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == tiny_box_files()


# What a double click opens


@pytest.mark.parametrize("name", ["été à Brest.session", "notre-boîte.box", "OLD.ZIP"])
def test_a_file_alone_is_opened_in_the_window(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")

    assert one_sentence(enacting(name, here=tmp_path), "No screen found")


def test_a_file_that_has_gone_is_not_opened(tmp_path: Path) -> None:
    assert one_sentence(enacting("gone.session", here=tmp_path), "gone.session")


# Boxes in one file


def test_a_box_is_packed_under_its_id_and_then_checked(tmp_path: Path) -> None:
    packed = enacting("pack", "enacting-the-commons-mini", here=tmp_path)
    checked = enacting("check", "enacting-the-commons-mini.box", here=tmp_path)

    assert (packed.code, packed.err) == (0, "")
    assert packed.out.startswith("enacting-the-commons-mini.box: the whole box.")
    assert (checked.code, checked.err, len(checked.out.splitlines())) == (0, "", 2)


def with_notes(here: Path) -> None:
    """A box in the folder `mine` with two pages beside its cards."""
    folder = write_box(here / "mine", tiny_box_files())
    (folder / "LICENCE.md").write_text("CC0", encoding="utf-8")
    (folder / "notes.txt").write_text("what Zoé told us in private", encoding="utf-8")


def test_nothing_but_the_cards_is_packed_where_nobody_can_be_asked_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    with_notes(tmp_path)

    packed = enacting("pack", "mine", here=tmp_path)

    assert (packed.code, packed.err) == (0, "")
    assert sorted(read_bundle(tmp_path / "tiny-box.box")) == sorted([*tiny_box_files(), "CREDITS.md", "SHA256SUMS"])
    assert [line for line in packed.out.splitlines() if "notes" in line] == [
        "Left out: LICENCE.md, notes.txt. To include a page: --with LICENCE.md"
    ]


def test_a_page_named_goes_along_and_everything_inside_is_told(tmp_path: Path) -> None:
    with_notes(tmp_path)

    packed = enacting("pack", "mine", "--with", "LICENCE.md", here=tmp_path)

    held = sorted([*tiny_box_files(), "LICENCE.md", "CREDITS.md", "SHA256SUMS"])
    assert sorted(read_bundle(tmp_path / "tiny-box.box")) == held
    assert f"Included: {', '.join(held)}." in packed.out
    assert "Left out: notes.txt." in packed.out


def test_a_page_that_is_not_there_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with_notes(tmp_path)

    result = enacting("pack", "mine", "--with", "licence.md", here=tmp_path)

    assert one_sentence(result, "no page called licence.md in the box. It has these: LICENCE.md, notes.txt.")
    assert list(tmp_path.glob("*.box")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
@pytest.mark.parametrize(("answers", "taken"), [("o\n\n", ["LICENCE.md"]), ("n\noui\n", ["notes.txt"]), ("\nx\n", [])])
def test_at_a_terminal_each_page_is_asked_for(tmp_path: Path, answers: str, taken: list[str]) -> None:
    with_notes(tmp_path)
    ours, theirs = os.openpty()
    os.write(ours, answers.encode())

    done = subprocess.run(
        [sys.executable, "-m", "enacting", "pack", "mine", "--language", "fr"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "ENACTING_DATA": str(tmp_path / "data")},
        cwd=tmp_path,
        stdin=theirs,
        capture_output=True,
        check=False,
        timeout=300,
    )
    os.close(ours)
    os.close(theirs)

    assert done.returncode == 0
    assert "Faut-il joindre LICENCE.md" in done.stdout.decode()
    assert [name for name in ("LICENCE.md", "notes.txt") if name in read_bundle(tmp_path / "tiny-box.box")] == taken


def test_a_packed_box_prepares_a_session(tmp_path: Path) -> None:
    enacting("pack", "enacting-the-commons-mini", "--out", "here.zip", here=tmp_path)

    assert one_sentence(enacting("play", "here.zip", here=tmp_path), "No screen found")


def test_a_box_that_is_wrong_is_not_packed(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files(crisis=""))

    result = enacting("pack", "mine", here=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("crisis.yaml:1:1: ")
    assert [*tmp_path.glob("*.zip"), *tmp_path.glob("*.box")] == []


def test_a_box_that_cannot_be_packed_there_says_so(tmp_path: Path) -> None:
    result = enacting("pack", "enacting-the-commons-mini", "--out", "nowhere/here.zip", here=tmp_path)

    assert one_sentence(result, "cannot be written")


def test_a_page_of_a_box_with_an_unusual_name_is_told(tmp_path: Path) -> None:
    (write_box(tmp_path / "mine", tiny_box_files()) / "À lire.md").write_text("Hi", encoding="utf-8")

    assert one_sentence(
        enacting("pack", "mine", "--with", "À lire.md", here=tmp_path),
        "the name “À lire.md” does not suit every computer",
    )


def test_names_cannot_send_commands_to_the_terminal(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files())
    (tmp_path / "mine" / "a\x1b[2J\u202e.yaml").write_text("a: b", encoding="utf-8")

    checked = enacting("check", "mine", here=tmp_path)
    missing = enacting("play", "--resume", "\x1b[31mred\x07.session", here=tmp_path)
    unknown = enacting("check", "no\x1b[2Jwhere", here=tmp_path)

    assert checked.err.startswith("a?[2J?.yaml:1:1: ")
    assert "“?[31mred?.session”" in missing.err
    assert unknown.err.startswith("no?[2Jwhere:1:1: ")


# New boxes


@pytest.mark.parametrize(("language", "said_once"), [("fr", "21 fichiers dans new"), ("en", "21 files in new")])
def test_a_new_box_is_made_in_the_language_asked_for_and_is_fine(tmp_path: Path, language: str, said_once: str) -> None:
    result = enacting("new", "new", "--language", language, here=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(said_once)
    assert f"language: {language}\n" in (tmp_path / "new" / "game.yaml").read_text(encoding="utf-8")
    checked = enacting("check", "new", here=tmp_path)
    assert (checked.code, checked.err, len(checked.out.splitlines())) == (0, "", 1)


@pytest.mark.parametrize(("language", "why"), [("fr", "n’est pas un dossier vide"), ("en", "is not an empty folder")])
def test_a_new_box_is_not_written_over_something_else(tmp_path: Path, language: str, why: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")

    result = enacting("new", "mine", "--language", language, here=tmp_path)

    assert one_sentence(result, why)
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_new_box_in_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = enacting("new", "file/box", here=tmp_path)

    assert one_sentence(result, "cannot be written")


def test_the_icons_are_listed_or_shown_on_a_page(tmp_path: Path) -> None:
    listed = enacting("icons", here=tmp_path)
    shown = enacting("icons", "--out", "icons.html", here=tmp_path)

    assert "hammer" in listed.out.splitlines()
    assert (shown.code, shown.out) == (0, "icons.html\n")
    assert "<figcaption>hammer</figcaption>" in (tmp_path / "icons.html").read_text(encoding="utf-8")


def test_the_parts_of_scenes_are_listed_or_shown_on_a_page(tmp_path: Path) -> None:
    listed = enacting("scenes", here=tmp_path, language="fr")
    shown = enacting("scenes", "--out", "scenes.html", here=tmp_path)

    assert any(line.startswith("  house x foot height · lit, shut, ") for line in listed.out.splitlines())
    assert "BÂTIMENTS" in listed.out.splitlines()
    assert (shown.code, shown.out) == (0, "scenes.html\n")
    assert "<h3>house</h3>" in (tmp_path / "scenes.html").read_text(encoding="utf-8")


# Sessions


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + bytes(200), Random(1).randbytes(5000)])
def test_a_file_that_is_no_session_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.session"
    file.write_bytes(content)

    result = enacting("report", file, here=tmp_path)

    assert one_sentence(result, "The file a.session has not been changed, but it is not a session")
    assert file.read_bytes() == content


def test_a_session_whose_computer_died_inside_a_write_has_its_report(tmp_path: Path) -> None:
    database, journal = torn()
    (tmp_path / "a.session").write_bytes(database)
    (tmp_path / "a.session-journal").write_bytes(journal)

    result = enacting("report", "a.session", "--out", "report", here=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert (tmp_path / "a.session").read_bytes() == database
    assert (tmp_path / "a.session-journal").read_bytes() == journal


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.session")
    (tmp_path / "ring.session").symlink_to("ring.session")

    for name in ("pipe", "ring"):
        result = enacting("report", f"{name}.session", here=tmp_path)
        assert one_sentence(result, f"“{name}.session” was not opened: it is a link to another file")


def test_a_missing_session_is_told(tmp_path: Path) -> None:
    assert one_sentence(enacting("report", "none.session", here=tmp_path), "none.session is no longer where it was")
    assert one_sentence(enacting("play", "--resume", "none.session", here=tmp_path), "no file “none.session”")


# Demonstration and report


@SAME_WORKER
def test_a_demonstration_writes_its_pictures_without_a_screen(demonstration: tuple[CommandResult, Path]) -> None:
    result, out = demonstration

    assert (result.code, result.err) == (0, "")
    pictures = sorted(out.glob("*.png"))
    assert [int(picture.name[:2]) for picture in pictures] == list(range(1, len(pictures) + 1))
    assert len(pictures) >= 30
    assert all(picture.stat().st_size > 5_000 for picture in pictures)
    assert result.out == f"{len(list(out.iterdir()))} files in out\n"


@SAME_WORKER
def test_a_demonstration_of_many_people_outlasts_the_minute_after_which_the_curtain_falls_and_resumes(
    demonstration: tuple[CommandResult, Path],
) -> None:
    (file,) = demonstration[1].glob("*.session")

    session = Session.resume(file)

    assert session.game.over
    assert len(session.game.players) == 9
    session.close()


@SAME_WORKER
def test_a_report_says_which_files_it_wrote(demonstration: tuple[CommandResult, Path], tmp_path: Path) -> None:
    (file,) = demonstration[1].glob("*.session")

    result = enacting("report", file, "--out", tmp_path / "report", here=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [str(file) for file in sorted((tmp_path / "report").iterdir())]
    assert [Path(line).suffix for line in result.out.splitlines()] == [".html", ".md"]


@SAME_WORKER
def test_a_report_is_written_in_the_formats_asked_for(
    demonstration: tuple[CommandResult, Path], tmp_path: Path
) -> None:
    (file,) = demonstration[1].glob("*.session")

    result = enacting(
        "report", file, tmp_path / "none.session", "--each", "--format", "json, PDF,csv,png", "--language", "en",
        "--paper", "us-letter", "--out", tmp_path / "report", here=tmp_path,
    )  # fmt: skip

    assert result.code == 2
    assert "none.session is no longer where it was" in result.err
    written = [Path(line) for line in result.out.splitlines()]
    assert [file.suffix for file in written[:3]] == [".json", ".pdf", ".pdf"]
    assert [file.suffix for file in written[-2:]] == [".png", ".png"]
    assert {file.suffix for file in written[3:-2]} == {".csv"}
    assert sorted(written) == sorted((tmp_path / "report").iterdir())


def test_several_sessions_make_one_report_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    for seed in (1, 2):
        a_played_file(tmp_path / f"{seed}.session", seed=seed, until=30)
    (tmp_path / "other.session").write_text("not ours")

    result = enacting(
        "report", "*.session", "--language", "en", "--format", "md,sqlite", "--out", "report", here=tmp_path
    )

    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "“other.session” is left out." in result.err
    assert [Path(line).name for line in result.out.splitlines()] == [
        "2-sessions-2026-03-14.md",
        "2-sessions-2026-03-14.sqlite",
    ]


def test_a_folder_makes_one_report_of_the_sessions_in_it(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    a_played_file(tmp_path / "hall" / "a.session", until=3)

    result = enacting("report", "hall", "--language", "en", "--out", "report", here=tmp_path)

    assert (result.code, result.err) == (0, "")
    names = [Path(line).name for line in result.out.splitlines()]
    assert names == ["one-session-2026-03-13.html", "one-session-2026-03-13.md"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["a.session", "b.session", "--names", "names"], "names no one"),
        (["a.session", "b.session", "--changes"], "names no one"),
        (["a.session", "b.session", "--format", "ics"], "has no ics format"),
        (["a.session", "--format", "sqlite"], "for several sessions"),
        (["empty"], "No session could be read."),
    ],
)
def test_what_a_report_of_one_or_of_several_sessions_cannot_be_is_told(
    tmp_path: Path, asked: list[str], told: str
) -> None:
    (tmp_path / "empty").mkdir()
    for name in "ab":
        a_played_file(tmp_path / f"{name}.session", until=1)

    result = enacting("report", *asked, "--language", "en", "--out", "report", here=tmp_path)

    assert result.code == 2
    assert one_sentence(result, told)
    assert not (tmp_path / "report").exists()


@SAME_WORKER
def test_the_sentences_that_would_change_are_shown_and_nothing_is_written(
    demonstration: tuple[CommandResult, Path], tmp_path: Path
) -> None:
    (file,) = demonstration[1].glob("*.session")

    shown = enacting("report", file, "--changes", "--out", tmp_path / "report", here=tmp_path)
    named = enacting("report", file, "--changes", "--names", "names", "--language", "en", here=tmp_path)

    assert (shown.code, named.code) == (0, 0)
    assert "→" in shown.out
    assert "No sentence changes." in named.out
    assert not (tmp_path / "report").exists()


@SAME_WORKER
def test_an_unknown_format_is_told_with_those_there_are(
    demonstration: tuple[CommandResult, Path], tmp_path: Path
) -> None:
    (file,) = demonstration[1].glob("*.session")

    result = enacting("report", file, "--format", "pdf,docx", here=tmp_path)

    assert result.code == 2
    assert "pdf, html, md, csv, json, png" in result.err


@SAME_WORKER
@pytest.mark.parametrize(
    ("asked", "ends", "named"),
    [
        ([], ["-anonymous"], False),
        (["--names", "anonymous"], ["-anonymous"], False),
        (["--names", "pseudonyms"], ["-other-names"], False),
        (["--names", "names"], [], True),
    ],
)
def test_a_report_names_nobody_unless_it_is_asked_to(
    demonstration: tuple[CommandResult, Path], tmp_path: Path, asked: list[str], ends: list[str], named: bool
) -> None:
    (file,) = demonstration[1].glob("*.session")
    people = [player.name for player in Session.look(file).game.players]

    result = enacting("report", file, "--language", "en", "--out", tmp_path / "report", *asked, here=tmp_path)

    (text,) = (tmp_path / "report").glob("*.md")
    written = text.read_text(encoding="utf-8")
    assert result.code == 0
    assert [end for end in ("-anonymous", "-other-names") if text.stem.endswith(end)] == ends
    assert {re.search(rf"\b{name}\b", written) is not None for name in people} == {named}


@SAME_WORKER
def test_a_report_can_be_written_while_a_window_holds_the_session(
    demonstration: tuple[CommandResult, Path], tmp_path: Path
) -> None:
    (file,) = demonstration[1].glob("*.session")

    with closing(Session.resume(file)):
        result = enacting("report", file, "--out", tmp_path / "report", here=tmp_path)

    assert result.code == 0


def test_the_ways_to_name_people_of_the_command_are_those_of_reports() -> None:
    assert tuple(Naming) == NAMINGS


@SAME_WORKER
@pytest.mark.parametrize("command", ["report", "demo"])
def test_a_folder_that_cannot_be_written_is_told(
    demonstration: tuple[CommandResult, Path], tmp_path: Path, command: str
) -> None:
    (file,) = demonstration[1].glob("*.session")
    (tmp_path / "wall").write_text("a file where a folder is wanted", encoding="utf-8")

    result = enacting(command, *([file] if command == "report" else []), "--out", "wall/out", here=tmp_path)

    assert one_sentence(result, "wall/out” cannot be written: Not a directory. Choose another folder with --out.")


@pytest.mark.parametrize("players", [0, 10, -1])
def test_a_demonstration_needs_one_to_nine_people(tmp_path: Path, players: int) -> None:
    assert one_sentence(enacting("demo", f"--players={players}", here=tmp_path), "There must be 1 to 9 people.")
