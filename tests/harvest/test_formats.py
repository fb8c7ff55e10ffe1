"""The report as pages, tables, JSON and pictures."""

import csv
import json
import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pygame
import pytest
from harvests import a_long_session, a_session, an_empty_session, harvested, with_pictures, written_words
from html_pages import PNG
from pypdfium2 import PdfDocument

from enacting.engine.game import NextStep
from enacting.harvest.as_json import as_json, schema
from enacting.harvest.formats import Format, WrittenReport, files_of
from enacting.harvest.gathering import Harvest
from enacting.harvest.making import PreparedReport
from enacting.harvest.printed import PaperSize, as_document
from enacting.harvest.report import OPTIONAL, SECTIONS, report_of
from enacting.harvest.tables import as_csv, tables_of
from enacting.language.words import words_in
from enacting.session.written_texts import rewritten
from enacting.system.paths import assets_folder
from enacting.typesetting import Typesetter

HOSTILE = '*b* #panic() $x$ `y` <z> \\ "quoted" {{ @preview/x:1.0.0 } = + -'
NEEDS_NO_GLYPH_OF_OURS = "🌧 \x07 \ue000 水 ماء"


def session(name: str) -> Harvest:
    match name:
        case "whole":
            return harvested(a_session())
        case "empty":
            return harvested(an_empty_session())
        case _:
            return a_long_session(1, "fr")


def written(harvest: Harvest, *formats: Format, language: str = "fr") -> WrittenReport:
    words = words_in(language)
    with Typesetter() as typesetter:
        return files_of(harvest, report_of(harvest, words), words, formats, typesetter)


# Pages


def texts_of(value: Any) -> str:
    """Every text of plain data, one after the other."""
    if isinstance(value, Mapping):
        return " ".join(map(texts_of, value.values()))
    if isinstance(value, list):
        return " ".join(map(texts_of, value))
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize("name", ["whole", "empty", "nine people"])
def test_a_report_becomes_a_document_and_a_page_in_standards_of_access(name: str) -> None:
    files = written(session(name), Format.PDF).files

    assert [(file.suffix, file.part) for file in files] == [("pdf", ""), ("pdf", "page-a-afficher")]
    assert all(file.content.startswith(b"%PDF-") and b"/StructTreeRoot" in file.content for file in files)
    assert all(b"pdfuaid" in file.content for file in files)


@pytest.mark.parametrize(("language", "space"), [("fr", "\N{NO-BREAK SPACE}"), ("en", "")])
def test_a_colon_has_a_space_before_it_in_french_alone(language: str, space: str) -> None:
    (whole, _) = written(harvested(a_session(), language), Format.PDF, language=language).files

    text = PdfDocument(whole.content)[0].get_textpage().get_text_range()
    labels = re.findall(r"\w(\s?):\s", text)

    assert labels
    assert set(labels) == {space}


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_for_the_wall_is_one_page_however_much_was_said(language: str, paper: PaperSize) -> None:
    words = words_in(language)
    game = rewritten(a_session(), lambda written, text: ("mot " * 70)[: written.max_length] if text else "")
    game = replace(game, next_steps=tuple(NextStep(what=f"Faire {number}", who="x" * 60) for number in range(5)))
    document = as_document(report_of(harvested(game), words), words, paper=paper, is_one_page=True)

    with Typesetter() as typesetter:
        done = typesetter.typeset(document, dots_per_inch=20)

    assert len(done.pictures) == 1


def test_the_pages_say_every_text_of_the_report() -> None:
    words = words_in("fr")
    game = rewritten(a_session(), lambda written, text: HOSTILE[: written.max_length] if text else "")
    report = report_of(harvested(game), words)

    said = texts_of(as_document(report, words).data)

    assert said.count(HOSTILE[:40]) >= 5
    with Typesetter() as typesetter:
        done = typesetter.typeset(as_document(report, words), standards=("ua-1", "a-2a"))
    assert done.standards == ("ua-1", "a-2a")


def test_a_letter_that_no_font_has_is_told_and_stops_nothing() -> None:
    game = rewritten(
        a_session(), lambda written, text: NEEDS_NO_GLYPH_OF_OURS if text and not written.is_name else text
    )

    done = written(harvested(game), Format.PDF)

    assert len(done.files) == 2
    assert all(b"pdfuaid" in file.content for file in done.files)


def test_letters_that_no_font_has_are_told_to_whoever_asks_for_the_files(tmp_path: Path) -> None:
    harvest, words = harvested(a_session(words=written_words("\u0378")), "fr"), words_in("fr")
    report = PreparedReport(
        session=tmp_path / "a.session", harvest=harvest, report=report_of(harvest, words), words=words
    )
    told: list[str] = []

    report.write(
        tmp_path, (Format.PDF,), tell_missing=lambda missing: told.extend(letter.character for letter in missing)
    )

    assert told == ["\u0378"]


def test_no_template_reaches_for_a_package_of_the_network() -> None:
    templates = list((assets_folder() / "typst").glob("*.typ"))

    assert templates
    assert [file.name for file in templates if "@" + "preview" in file.read_text("utf-8")] == []


def test_a_picture_of_a_designer_is_printed() -> None:
    game = a_session(with_pictures(a_session().box))
    pictures = {each.art.image: PNG for each in game.box.mechanisms.values()}
    harvest = harvested(game, pictures=pictures)

    assert written(harvest, Format.PDF).files[0].content.startswith(b"%PDF-")
    words = words_in("fr")
    cards = [card for card in texts_of(as_document(report_of(harvest, words), words).data).split("<svg ") if PNG]
    assert any("data:image/png;base64" in card for card in cards)


def test_what_is_left_out_is_in_no_file_that_people_read_but_the_board_can_still_be_drawn() -> None:
    words, harvest = words_in("fr"), harvested(a_session())
    left_out = set(SECTIONS) - {"proposals"}
    report = report_of(harvest, words, left_out=left_out)
    with Typesetter() as typesetter:
        formats = (Format.PDF, Format.HTML, Format.CSV, Format.PNG)
        done = files_of(harvest, report, words, formats, typesetter)

    page = next(file.content.decode() for file in done.files if file.suffix == "html")
    assert [section.anchor for section in report.sections] == ["proposals"]
    assert [file.part for file in done.files if file.suffix == "csv"] == ["propositions"]
    assert sum(file.suffix == "png" for file in done.files) == 2
    anchors = set(re.findall(r'href="#([^"]+)"', page))
    assert anchors <= set(re.findall(r'id="([^"]+)"', page))


def test_every_section_of_a_whole_report_can_be_left_out_by_its_name() -> None:
    sections = report_of(harvested(a_session()), words_in("fr")).sections

    assert [name for name in SECTIONS if name not in OPTIONAL] == [
        section.anchor for section in sections if section.anchor not in OPTIONAL
    ]


# Tables


def rows_of(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_there_is_a_row_for_each_proposal() -> None:
    words = words_in("fr")
    harvest = harvested(a_session())
    table = next(each for each in tables_of(harvest, words) if each.key == "proposals")

    heading, *rows = rows_of(as_csv(table, words), ";")

    assert heading[:5] == ["Proposition", "Lieu", "Année", "Posture", "Répond à"]
    assert [row[0] for row in rows] == [proposal.title for proposal in harvest.proposals]
    assert all(len(row) == len(heading) for row in rows)


@pytest.mark.parametrize(("language", "separator", "mean"), [("fr", ";", "4,7"), ("en", ",", "4.7")])
def test_numbers_are_written_as_spreadsheets_of_the_language_read_them(
    language: str, separator: str, mean: str
) -> None:
    words = words_in(language)
    table = next(each for each in tables_of(harvested(a_session()), words) if each.key == "ratings")

    content = as_csv(table, words)

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert mean in [row[2] for row in rows_of(content, separator)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝", " =", "\u00a0="])
def test_no_text_is_read_as_a_formula(start: str) -> None:
    words = words_in("fr")
    formula = f'{start}HYPERLINK("http://x";"y")'
    game = rewritten(a_session(), lambda written, text: formula[: written.max_length] if text else "")

    for table in tables_of(harvested(game), words):
        for row in rows_of(as_csv(table, words), ";")[1:]:
            assert [
                cell for cell in row if cell.strip(" \u00a0\u202f\t\r").startswith(("=", "+", "-", "@", "＝"))
            ] == []


# JSON


def fits(value: Any, rule: Mapping[str, Any], definitions: Mapping[str, Any]) -> bool:
    """Whether the value is what the rule of a schema says: as much of the language of schemas as ours uses."""
    if "$ref" in rule:
        return fits(value, definitions[rule["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in rule:
        return any(fits(value, each, definitions) for each in rule["anyOf"])
    if "enum" in rule or "const" in rule:
        return value in rule.get("enum", [rule.get("const")])
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
    if rule["type"] == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, kinds[rule["type"]]) or (rule["type"] == "integer" and isinstance(value, bool)):
        return False
    if isinstance(value, list):
        items = rule.get("prefixItems") or [rule["items"]] * len(value)
        return len(items) == len(value) and all(map(lambda each, item: fits(each, item, definitions), value, items))
    if isinstance(value, dict):
        known, others = rule.get("properties", {}), rule["additionalProperties"]
        return set(rule.get("required", ())) <= set(value) and all(
            fits(each, known[key], definitions) if key in known else others and fits(each, others, definitions)
            for key, each in value.items()
        )
    return True


@pytest.mark.parametrize("name", ["whole", "empty", "nine people"])
def test_the_json_is_what_its_schema_says(name: str) -> None:
    rule = json.loads(json.dumps(schema()))
    whole = json.loads(as_json(session(name)))

    assert fits(whole, rule, rule["$defs"])
    assert not fits({**whole, "title": 3}, rule, rule["$defs"])
    assert not fits({key: value for key, value in whole.items() if key != "notes"}, rule, rule["$defs"])
    assert not fits({**whole, "more": 3}, rule, rule["$defs"])


def test_the_committed_schema_is_that_of_the_types() -> None:
    committed = Path(__file__).parents[2] / "docs" / "report.schema.json"

    assert json.loads(committed.read_text("utf-8")) == json.loads(json.dumps(schema()))


def test_the_json_holds_what_was_said_and_no_drawing() -> None:
    whole = as_json(harvested(a_session()))

    assert json.loads(whole)["next_steps"][0] == {"what": "Appeler la mairie", "who": "Léo", "when": "en mai"}
    assert "<svg" not in whole


# Pictures


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">2I", png[16:24])
    return width, height


def test_the_board_is_a_picture_for_a_wall_and_for_a_screen() -> None:
    a3, screen = written(harvested(a_session()), Format.PNG).files

    assert (a3.part, screen.part) == ("plateau-a3", "plateau-ecran")
    width, height = size_of(a3.content)
    assert (abs(width - 4961) <= 1, abs(height - 3508) <= 1) == (True, True)
    assert size_of(screen.content) == (1920, 1080)


def test_each_format_is_written_once_in_the_order_asked_for() -> None:
    files = written(harvested(a_session()), Format.MARKDOWN, Format.HTML, Format.MARKDOWN).files

    assert [file.suffix for file in files] == ["md", "html"]


def test_words_that_no_line_is_long_enough_for_are_cut_and_names_of_any_length_held() -> None:
    words = words_in("fr")
    game = rewritten(a_session(), lambda written, text: ("w" * 999)[: written.max_length] if text else "")
    report = report_of(harvested(game), words)

    with Typesetter() as typesetter:
        for is_one_page in (False, True):
            document = as_document(report, words, is_one_page=is_one_page)
            picture = typesetter.typeset(document, dots_per_inch=30, pdf=False).pictures[0]
            assert is_white_at_the_right(picture)


def is_white_at_the_right(png: bytes) -> bool:
    """Whether nothing is printed in the last tenth of an inch of the lower half of a page, where only a margin is."""
    page = pygame.image.load(BytesIO(png))
    width, height = page.get_size()
    strip = [page.get_at((x, y))[:3] for x in range(width - 3, width) for y in range(height // 2, height)]
    return set(strip) == {(255, 255, 255)}
