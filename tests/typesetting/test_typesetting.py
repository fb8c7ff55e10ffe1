"""Pages by typst in a process of its own: files, pictures, measures, letters that fonts lack, and what can fail."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pygame
import pypdfium2
import pytest
from fonts import TIFINAGH, font

from enacting.box.font_formats import plain_font
from enacting.language.words import words_in
from enacting.system.paths import assets_folder
from enacting.typesetting import CannotTypeset, Document, Typesetter, TypesettingStep, packed
from enacting.typesetting.letters import NAME_BEGINS, NAME_ENDS, letters_beyond_ours, with_names
from enacting.typesetting.typesetter import _command
from enacting.typesetting.viewing import ACTUAL_SIZE, with_preferences
from enacting.typesetting.worker import COMMAND

LINES = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(width: 100mm, height: 50mm, margin: 5mm)
#set text(font: "Inter", lang: "en")
#for line in data.lines {
  par(line)
  context [#metadata((words: line.len(), page: here().page()))<length>]
}
"""
ENDLESS = "#for a in range(9999999) { for b in range(9999999) { let c = a + b } }"
NO_LETTER = "\u0378"
"""A place in Unicode that has no letter, so that no font has one for it."""


@pytest.fixture
def typesetter(tmp_path: Path) -> Iterator[Typesetter]:
    """One that finds the template `lines.typ`."""
    shutil.copytree(assets_folder() / "typst", tmp_path / "typst")
    for name, text in {"lines.typ": LINES, "wrong.typ": "#let a = \n#panic(", "endless.typ": ENDLESS}.items():
        (tmp_path / "typst" / name).write_text(text, encoding="utf-8")
    with Typesetter(tmp_path) as made:
        yield made


def lines(*written: str) -> Document:
    return Document("lines.typ", {"title": "Lines", "lines": list(written)})


def test_a_document_becomes_a_file_that_follows_the_standard_asked_for(typesetter: Typesetter) -> None:
    done = typesetter.typeset(lines("One line"), standards=("ua-1", "a-2a"))

    assert done.pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in done.pdf
    assert b"pdfaid" in done.pdf
    assert (done.standards, done.missing, done.pictures) == (("ua-1", "a-2a"), (), ())


def test_pictures_of_the_pages_have_their_size(typesetter: Typesetter) -> None:
    done = typesetter.typeset(lines(*["A line"] * 10), dots_per_inch=254, pdf=False)

    pages = [pygame.image.load(BytesIO(page), "page.png") for page in done.pictures]
    assert done.pdf == b""
    assert [page.get_size() for page in pages] == [(1000, 500)] * 2


def test_measures_come_in_the_order_of_the_pages(typesetter: Typesetter) -> None:
    done = typesetter.typeset(lines("One", *["Another"] * 9), pdf=False, labels=("length", "unknown"))

    assert done.measures["length"][0] == {"words": 3, "page": 1}
    assert done.measures["length"][-1] == {"words": 7, "page": 2}
    assert done.measures["unknown"] == ()


def test_the_steps_are_told_as_they_begin(typesetter: Typesetter) -> None:
    steps: list[TypesettingStep] = []

    typesetter.typeset(lines("One"), on_step=steps.append)

    assert steps == [TypesettingStep.LAYING_OUT, TypesettingStep.WRITING]


def test_a_text_is_printed_as_it_is_and_is_never_run(typesetter: Typesetter) -> None:
    text = '*b* #panic("x") $x$ <length> @a \\ // `c`'

    measured = typesetter.typeset(lines(text), labels=("length",)).measures["length"]

    assert measured == ({"words": len(text), "page": 1},)


def test_one_process_sets_one_document_after_the_other(typesetter: Typesetter) -> None:
    first = typesetter.typeset(lines("One"))
    with pytest.raises(CannotTypeset):
        typesetter.typeset(Document("wrong.typ", {}))

    again = typesetter.typeset(lines("One"))

    assert [len(first.pdf)] == [len(again.pdf)]


# Letters


def test_our_fonts_have_the_letters_of_both_languages_and_greek_and_cyrillic() -> None:
    assert letters_beyond_ours({"a": ["Éàœ « ÷ ’ … → ✓ \u202f\u00a0\u00ad", {"b": "Ελλάδα Україна"}], "n": 3}) == ""


def test_only_what_people_read_counts_as_a_letter() -> None:
    assert letters_beyond_ours({"ሰ": 1, "a": "e\u0301 \u200d\ufe0f"}) == ""
    assert letters_beyond_ours(["ሰላም", "ሰ"]) == "ላምሰ"


def test_a_letter_that_no_font_has_is_told_and_stops_no_standard(typesetter: Typesetter) -> None:
    done = typesetter.typeset(lines(f"A {NO_LETTER} and \ue000, Ελλάδα"), standards=("ua-1", "a-2a"))

    assert {missing.character: missing.name for missing in done.missing} == {NO_LETTER: "U+0378", "\ue000": "U+E000"}
    assert done.standards == ("ua-1", "a-2a")


def test_a_letter_that_a_font_of_the_document_has_is_printed_in_it(typesetter: Typesetter) -> None:
    document = Document("lines.typ", {"title": "ⴰ", "lines": [TIFINAGH]}, (plain_font(font()).content,))
    done = typesetter.typeset(document)

    assert (done.missing, done.standards) == ((), ("ua-1",))
    assert b"Box-letters" in done.pdf


def test_a_letter_that_another_font_of_the_computer_has_is_printed_beside_one_that_none_has(
    typesetter: Typesetter,
) -> None:
    # ∮ is in a font that typst brings, in every system.
    done = typesetter.typeset(lines(f"{NO_LETTER}∮"), standards=("ua-1", "a-2a"))

    assert [missing.character for missing in done.missing] == [NO_LETTER]
    assert done.standards == ("ua-1", "a-2a")


def test_its_name_is_printed_in_a_box_where_the_letter_would_stand(typesetter: Typesetter) -> None:
    def ink(text: str) -> int:
        page = typesetter.typeset(lines(text), dots_per_inch=72, pdf=False).pictures[0]
        picture = pygame.image.load(BytesIO(page), "page.png")
        return pygame.mask.from_threshold(picture, (0, 0, 0), (160, 160, 160)).count()

    assert ink(f"a {NO_LETTER}") > ink("a u+03") > 3 * ink("a")


def test_letters_in_a_row_have_one_box_between_them() -> None:
    text = with_names({"say": ["Hi سلام, 😀!"]}, frozenset("سلام😀"))["say"][0]

    assert text == "Hi \ufdd0arabic letter × 4\ufdd1, \ufdd0grinning face\ufdd1!"


@pytest.mark.parametrize("text", ["a\x07b\x00", "a\ud800b", "a\ufffeb"], ids=["control", "surrogate", "no character"])
def test_what_no_document_may_contain_stops_no_standard(typesetter: Typesetter, text: str) -> None:
    assert typesetter.typeset(lines(text), standards=("ua-1", "a-2a")).standards == ("ua-1", "a-2a")


# What the file asks of who prints it


def test_a_file_can_ask_to_be_printed_at_its_size(typesetter: Typesetter) -> None:
    plain = typesetter.typeset(lines("One")).pdf

    asking = with_preferences(plain, ACTUAL_SIZE)

    assert re.search(rb"/ViewerPreferences<<[^>]*/PrintScaling/None[^>]*>>", asking)
    places = re.search(rb"startxref\n(\d+)\n%%EOF\n$", asking)
    assert places is not None
    assert asking[int(places[1]) :].startswith(b"xref\n")
    catalogue = re.search(rb"/Root (\d+) 0 R", asking)
    assert catalogue is not None
    rows = asking[int(places[1]) :].split(b"\n")[2:]
    at = int(rows[int(catalogue[1])].split()[0])
    assert asking[at:].startswith(b"%s 0 obj\n<</Type/Catalog" % catalogue[1])
    assert typesetter.typeset(lines("One"), preferences=ACTUAL_SIZE).pdf[:at] == plain[:at]


def test_a_file_that_typst_did_not_write_is_refused() -> None:
    with pytest.raises(ValueError, match="typst"):
        with_preferences(b"%PDF-1.7\nstartxref\n9\n%%EOF\n", ACTUAL_SIZE)


# A file made smaller


def test_a_packed_file_shows_and_says_the_same_in_fewer_bytes(typesetter: Typesetter) -> None:
    whole = typesetter.typeset(lines(*("One line of many " * 9 for _ in range(200))), standards=("ua-1", "a-2a")).pdf

    smaller = packed(whole)

    assert len(smaller) < len(whole) * 0.8
    before, after = pypdfium2.PdfDocument(whole), pypdfium2.PdfDocument(smaller)
    assert len(after) == len(before) > 1
    for one, other in zip(before, after, strict=True):
        assert other.get_textpage().get_text_range() == one.get_textpage().get_text_range() != ""
        assert bytes(other.render(scale=0.3).buffer) == bytes(one.render(scale=0.3).buffer)
    assert b"/StructTreeRoot" in smaller
    assert b"StructElem" in whole and b"StructElem" not in smaller


def test_a_file_that_typst_did_not_write_is_not_packed() -> None:
    with pytest.raises(ValueError, match="typst"):
        packed(b"%PDF-1.7\nxref\n0 1\nstartxref\n9\n%%EOF\n")


# What can fail


def test_a_template_that_fails_is_told_in_one_sentence(typesetter: Typesetter) -> None:
    with pytest.raises(CannotTypeset) as raised:
        typesetter.typeset(Document("wrong.typ", {}))

    told = words_in("en")(raised.value.word_key, **raised.value.fields)
    assert told.startswith("The pages could not be laid out: ")
    assert "\n" not in told


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    with pytest.raises(CannotTypeset) as raised:
        typesetter.typeset(lines("One"))

    assert raised.value.word_key == "typesetting.cannot_start"


def test_a_process_that_ends_before_its_answer_is_told(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    monkeypatch.setattr("enacting.typesetting.typesetter._START", "import sys; sys.stdin.buffer.readline()")

    with pytest.raises(CannotTypeset) as raised:
        typesetter.typeset(lines("One"))

    assert raised.value.word_key == "typesetting.ended"


def test_one_who_waits_no_longer_can_give_up(typesetter: Typesetter) -> None:
    begun = Event()

    def give_up() -> None:
        begun.wait()
        typesetter.close()

    giving_up = Thread(target=give_up)
    giving_up.start()

    with pytest.raises(CannotTypeset) as raised:
        typesetter.typeset(Document("endless.typ", {}), on_step=lambda step: begun.set())

    giving_up.join()
    assert raised.value.word_key == "typesetting.ended"
    assert typesetter.typeset(lines("One")).pdf.startswith(b"%PDF")


# Templates


def test_no_template_takes_a_package_from_a_network() -> None:
    templates = sorted((assets_folder() / "typst").rglob("*.typ"))

    assert templates
    assert {file.name: re.findall(r'"@[^"]*"', file.read_text(encoding="utf-8")) for file in templates} == {
        file.name: [] for file in templates
    }


# The process


def test_the_program_itself_becomes_the_process_where_it_cannot_start_python(
    monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter
) -> None:
    monkeypatch.setattr("enacting.typesetting.typesetter._command", lambda: [sys.executable, "-m", "enacting", COMMAND])

    assert typesetter.typeset(lines("One")).pdf.startswith(b"%PDF")


def test_a_download_for_windows_starts_its_program_that_has_streams(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "enacting.exe").touch()
    monkeypatch.setattr("enacting.typesetting.typesetter.bundle_folder", lambda: tmp_path)

    assert _command() == [str(tmp_path / "enacting.exe"), COMMAND]


def test_who_uses_it_never_loads_typst_itself() -> None:
    code = "import sys, enacting.typesetting as door; door.Typesetter(); print('typst' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_the_name_of_a_letter_is_written_plainly_inside_a_picture() -> None:
    data = {"svg": "<svg xmlns='x'><text>水 et 山</text></svg>", "text": "水"}

    named = with_names(data, frozenset("水山"))

    assert "[cjk unified ideograph-6c34] et [cjk unified ideograph-5c71]" in named["svg"]
    assert named["text"] == f"{NAME_BEGINS}cjk unified ideograph-6c34{NAME_ENDS}"
