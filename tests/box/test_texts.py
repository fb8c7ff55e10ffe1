"""The words of a box go out as a table and come back; nothing else of its files changes."""

import csv
import difflib
import io
from dataclasses import replace

import pytest
from boxes import tiny_box_files

from enacting.box import find_box, load, load_files, shipped_boxes
from enacting.box.rewriting import CannotRewrite, rewritten
from enacting.box.texts import (
    Unit,
    as_csv,
    as_po,
    certain,
    changed_files,
    from_csv,
    from_po,
    outdated,
    units,
    unknown_rows,
)
from enacting.engine.cards import CardId

HARD = 'a: b #1 "quoted" {x} \\ — été\nsecond line'


def tables(found: tuple[Unit, ...]) -> list[dict[str, str]]:
    """What comes back from each form of table that was written."""
    heads = ["where", "most", "fr", "en"]
    tables = from_csv(as_csv(found, heads, ",")), from_csv(as_csv(found, heads, ";")), from_po(as_po(found, "en"))
    return [certain(rows) for rows in tables]


@pytest.mark.parametrize("name", shipped_boxes())
@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_the_texts_of_a_shipped_box_come_back_as_they_went_and_change_nothing(name: str, language: str) -> None:
    boxes = load(find_box(name))
    found = units(boxes, language)

    assert len(found) > 300
    for table in tables(found):
        assert table == {unit.where: unit.translation for unit in found}
        assert changed_files(boxes, language, table) == {}


@pytest.mark.parametrize("name", shipped_boxes())
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_text_of_a_shipped_box_can_be_rewritten_and_every_comment_stays(name: str, language: str) -> None:
    boxes = load(find_box(name))
    asked = {unit.where: f"{unit.translation[:60]}: #1" for unit in units(boxes, language) if unit.translation}

    files = changed_files(boxes, language, asked)

    after = load_files({**boxes.content(), **files})
    assert {unit.where: unit.translation for unit in units(after, language) if unit.translation} == asked
    for file, text in files.items():
        kept = [line for line in boxes.files[file].split("\n") if line.lstrip().startswith("#")]
        assert [line for line in text.split("\n") if line.lstrip().startswith("#")] == kept


def test_one_text_changes_its_own_line_alone() -> None:
    boxes = load_files(tiny_box_files())

    [(file, text)] = changed_files(boxes, "en", {"mechanism/pact/title": "Pact: a deal"}).items()

    lines = difflib.ndiff(boxes.files[file].split("\n"), text.split("\n"))
    assert [line for line in lines if line[0] in "+-"] == [
        "-     title: Collaboration pact",
        '+     title: "Pact: a deal"',
    ]


def test_a_text_in_several_lines_stays_in_several_lines() -> None:
    boxes = load_files(tiny_box_files())

    text = changed_files(boxes, "fr", {"mechanism/water-board/text": "Un.\nDeux #2 : trois."})["mechanism.yaml"]

    assert "  text: |\n    Un.\n    Deux #2 : trois.\n  question: Qui paie les fuites ?\n" in text


def test_a_new_language_is_a_new_file_with_every_text() -> None:
    boxes = load_files(tiny_box_files())
    asked = {unit.where: f"{unit.text} ({HARD})"[:80] for unit in units(boxes, "de")}

    [(file, text)] = changed_files(boxes, "de", asked).items()

    german = load_files({**boxes.content(), file: text})
    assert (file, [found.key for found in german.warnings]) == ("de.yaml", ["labels_in_english"])
    assert german.box("de").mechanisms[CardId("pact")].title == asked["mechanism/pact/title"]
    assert german.box("de").postures[CardId("partner")].examples[1] == asked["posture/partner/examples/2"]


def test_a_text_that_was_not_translated_is_added_where_it_belongs() -> None:
    files = tiny_box_files()
    files["en.yaml"] = files["en.yaml"].replace("    question: Who can break it?\n", "")
    files["en.yaml"] = files["en.yaml"].replace("  who-spoke: {text: Who spoke little?}\n", "")
    boxes = load_files(files)
    asked = {"mechanism/pact/question": "Who can end it?", "question/who-spoke/text": "Who kept quiet?"}

    text = changed_files(boxes, "en", asked)["en.yaml"]

    assert '      regulator: The city checks.\n    question: "Who can end it?"\n  garden:' in text
    assert load_files({**boxes.content(), "en.yaml": text}).warnings == ()


def test_a_list_half_translated_is_left_as_it_is() -> None:
    boxes = load_files(tiny_box_files())

    files = changed_files(boxes, "de", {"posture/partner/examples/1": "Ein Pakt", "posture/partner/title": "Partner"})

    assert "examples" not in files["de.yaml"]


def test_a_row_that_is_no_text_of_the_box_is_told() -> None:
    boxes = load_files(tiny_box_files())

    assert unknown_rows(boxes, "en", {"mechanism/pact/title": "x", "mechanism/pacts/title": "y"}) == (
        "mechanism/pacts/title",
    )


def test_no_cell_is_a_formula_and_what_begins_like_one_comes_back() -> None:
    unit = Unit(("mechanism", "pact", "title"), "mechanism.yaml", (0, "title"), "=1+1", "-- ' @x")

    table = as_csv((unit,), ["where", "most", "fr", "en"], ",")

    [_, row] = list(csv.reader(io.StringIO(table)))
    assert (row[2], row[3]) == ("'=1+1", "'-- ' @x")
    assert certain(from_csv(table)) == {"mechanism/pact/title": "-- ' @x"}


def test_a_translation_marked_as_uncertain_is_left_out() -> None:
    table = 'msgctxt "a/b"\nmsgid "x"\nmsgstr "one "\n"two"\n\n#, fuzzy\nmsgctxt "a/c"\nmsgid "x"\nmsgstr "y"\n'

    assert certain(from_po(table)) == {"a/b": "one two"}


def test_a_translation_is_outdated_when_its_text_has_changed_since_and_it_has_not() -> None:
    unit = Unit(("mechanism", "pact", "text"), "mechanism.yaml", (0, "text"), "The city signs.", "La ville signe.")
    earlier = replace(unit, text="The city refuses.")
    other = replace(earlier, translation="La ville refuse.")

    for written in (from_po(as_po((earlier,), "fr")), from_csv(as_csv((earlier,), ["", "", "en", "fr"], ";"))):
        assert outdated((unit,), written) == ("mechanism/pact/text",)
    assert outdated((unit,), from_po(as_po((unit,), "fr"))) == ()
    assert outdated((unit,), from_po(as_po((other,), "fr"))) == ()
    assert outdated((unit,), {}) == ()


def test_an_outdated_translation_stays_marked_until_it_is_translated_otherwise() -> None:
    unit = Unit(("mechanism", "pact", "text"), "mechanism.yaml", (0, "text"), "The city signs.", "La ville signe.")
    marked = from_po(as_po((unit,), "fr", [unit.where]))

    assert marked[unit.where].uncertain
    assert outdated((unit,), marked) == (unit.where,)
    assert outdated((replace(unit, translation="La ville signe enfin."),), marked) == ()


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "hello"])
def test_what_is_no_such_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_csv(text)


def test_a_file_that_cannot_be_read_is_not_rewritten() -> None:
    with pytest.raises(CannotRewrite):
        rewritten("a: [b", {("a",): "c"})
    with pytest.raises(CannotRewrite):
        rewritten("a: b\n", {("a", "c"): "d"})
