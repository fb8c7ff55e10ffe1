"""A folder or a set of files becomes a box in each language."""

import subprocess
import sys
from pathlib import Path

import pytest
from boxes import tiny_box_files, with_edit, write_box
from links import make_link
from pictures import jpeg, png, webp

from enacting.box import (
    BrokenBox,
    Instead,
    Severity,
    find_box,
    format_problem,
    load,
    load_files,
    read_files,
    shipped_boxes,
)
from enacting.engine.board import ActivityKind, DecisionRule, Description, GlossaryEntry
from enacting.engine.cards import CardId, Confidence, Source
from enacting.language.words import words_in
from enacting.system.paths import shipped_boxes_folder


def errors_of(files: dict[str, str | bytes | Path]) -> list[tuple[str, str]]:
    """File and key of each error of a box that must be refused."""
    with pytest.raises(BrokenBox) as broken:
        load_files(files)
    return [(problem.file, problem.key) for problem in broken.value.problems if problem.severity is Severity.ERROR]


def with_picture(content: bytes) -> dict[str, str | bytes | Path]:
    """The tiny box with a picture on one card."""
    files = with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}")
    return {**files, "art/bank.png": content}


@pytest.mark.parametrize("name", [file.name for file in sorted(shipped_boxes_folder().iterdir()) if file.is_dir()])
def test_every_shipped_box_loads_whole_in_every_language(name: str) -> None:
    boxes = load(find_box(name))

    assert boxes.warnings == ()
    assert set(boxes.by_language) == {"fr", "en"}
    for language, box in boxes.by_language.items():
        assert box.language == language
        assert len(box.crises) > 0


def test_a_box_holds_what_its_files_say() -> None:
    box = load_files(tiny_box_files()).by_language["fr"]

    assert box.description.title == "Petite boîte"
    assert type(box.description) is Description
    assert box.description.decision is DecisionRule.CONSENT
    assert box.description.draw == 2
    assert box.description.lengths[0].postures_placed is True
    assert box.description.parts[2].activities[0].minutes == 6.5
    assert box.description.parts[2].activities[0].kind is ActivityKind.DISCUSS
    assert [seat.x for seat in box.board.seats] == [0, 0, 70]
    assert list(box.mechanisms) == ["pact", "garden", "water-board", "map"]
    pact = box.mechanisms[CardId("pact")]
    assert pact.year == "2014"
    assert pact.postures == {"partner": "Chacun tient sa part.", "regulator": "La ville vérifie."}
    assert pact.confidence is Confidence.DOCUMENTED
    assert pact.sources[0].url == "https://example.org/pacte"
    assert box.mechanisms[CardId("water-board")].text == "L'eau redevient publique.\nDes usagers siègent."
    assert box.postures[CardId("partner")].examples == ("Un pacte", "Une régie")


def test_a_translation_changes_words_and_nothing_else() -> None:
    boxes = load_files(tiny_box_files())
    french, english = boxes.by_language["fr"], boxes.by_language["en"]

    assert english.language == "en"
    assert english.description.title == "Petite boîte"
    assert english.description.subtitle == "To try"
    assert english.description.consequences[0].title == "Economic"
    assert english.description.parts[0].activities[0].text == "Read the crisis."
    assert english.description.parts[0].activities[0].minutes == 2
    assert english.description.lengths[1].minutes == 60
    assert english.postures[CardId("partner")].examples == ("A pact", "A board")
    assert english.mechanisms[CardId("pact")].postures[CardId("regulator")] == "The city checks."
    assert english.mechanisms[CardId("garden")].place == "Lille"
    assert english.board == french.board
    assert list(english.mechanisms) == list(french.mechanisms)


def test_what_is_not_translated_stays_as_written_with_a_warning() -> None:
    boxes = load_files(with_edit("en.yaml", "    question: Who can break it?\n", ""))

    assert boxes.by_language["en"].mechanisms[CardId("pact")].question == "Qui peut le rompre ?"
    [warning] = boxes.warnings
    assert (warning.file, warning.line, warning.column, warning.key) == ("en.yaml", 37, 5, "untranslated")
    assert warning.severity is Severity.WARNING
    assert warning.fields == {"name": "mechanism.pact.question"}


def test_a_card_that_is_not_translated_is_one_warning() -> None:
    boxes = load_files(with_edit("en.yaml", "  who-spoke: {text: Who spoke little?}\n", ""))

    assert [warning.key for warning in boxes.warnings] == ["untranslated"]
    assert boxes.warnings[0].fields == {"name": "question.who-spoke"}


def test_a_language_that_translates_nothing_warns_once_a_section() -> None:
    boxes = load_files(tiny_box_files(en="game: {subtitle: To try, credits: Nobody}\n"))

    assert {warning.key for warning in boxes.warnings} == {"section_untranslated"}
    assert boxes.by_language["en"].postures == boxes.by_language["fr"].postures


def test_a_translation_of_nothing_is_a_warning() -> None:
    boxes = load_files(with_edit("en.yaml", "    title: Shared garden", "    title: Shared garden\n    note: New"))

    assert [(warning.line, warning.key) for warning in boxes.warnings] == [(46, "nothing_to_translate")]


def test_a_source_is_found_by_its_title_and_can_stand_elsewhere_in_another_language() -> None:
    files = tiny_box_files()
    files["en.yaml"] += 'source: {Règlement: {title: Regulation, url: "https://example.org/en/pact"}}\n'

    boxes = load_files(files)

    card = CardId("pact")
    assert boxes.warnings == ()
    assert boxes.by_language["fr"].mechanisms[card].sources == (
        Source(title="Règlement", url="https://example.org/pacte"),
    )
    assert boxes.by_language["en"].mechanisms[card].sources == (
        Source(title="Regulation", url="https://example.org/en/pact"),
    )


def test_a_source_that_no_card_names_is_told_with_the_nearest() -> None:
    files = tiny_box_files()
    files["en.yaml"] += "source: {Reglement: {title: Regulation}}\n"

    with pytest.raises(BrokenBox) as broken:
        load_files(files)

    [found] = broken.value.problems
    assert (found.file, found.key) == ("en.yaml", "unknown_id")
    assert isinstance(found.fields["instead"], Instead)
    assert found.fields["instead"].nearest() == "Règlement"


def test_a_source_keeps_its_title_in_another_language_without_a_warning() -> None:
    boxes = load_files(tiny_box_files())

    assert boxes.warnings == ()
    assert boxes.by_language["en"].mechanisms[CardId("pact")].sources[0].title == "Règlement"


def test_a_glossary_is_read_and_translated() -> None:
    files = with_edit("game.yaml", "draw: 2", "draw: 2\nglossary:\n  - {id: pact, title: Pacte, text: Un accord.}")
    files["en.yaml"] += "glossary:\n  pact: {title: Pact, text: A deal.}\n"

    boxes = load_files(files)

    assert boxes.warnings == ()
    assert boxes.by_language["fr"].description.glossary == (GlossaryEntry(id="pact", title="Pacte", text="Un accord."),)
    assert boxes.by_language["en"].description.glossary == (GlossaryEntry(id="pact", title="Pact", text="A deal."),)


def test_a_word_of_the_glossary_that_is_not_translated_is_a_warning() -> None:
    boxes = load_files(
        with_edit("game.yaml", "draw: 2", "draw: 2\nglossary: [{id: pact, title: Pacte, text: Un accord.}]")
    )

    assert [(warning.key, warning.fields) for warning in boxes.warnings] == [
        ("section_untranslated", {"name": "glossary"})
    ]


OWN_WORDS = "draw: 2\nwords: {posture: un rôle, postures: rôles, who: Qui s’en sert}"


def test_what_a_box_calls_things_is_read_and_translated() -> None:
    files = with_edit("game.yaml", "draw: 2", OWN_WORDS)
    files["en.yaml"] = files["en.yaml"].replace(
        "game:\n", "game:\n  words: {posture: a role, postures: roles, who: Who uses it}\n"
    )

    boxes = load_files(files)

    assert boxes.warnings == ()
    assert boxes.own_words("fr") == {"posture": "un rôle", "postures": "rôles", "who": "Qui s’en sert"}
    assert boxes.own_words("en") == {"posture": "a role", "postures": "roles", "who": "Who uses it"}
    assert boxes.own_words("en", "fr") == {"posture": "a role", "postures": "roles", "who": "Qui s’en sert"}


def test_a_word_without_its_article_is_a_warning_in_each_language() -> None:
    files = with_edit("game.yaml", "draw: 2", "draw: 2\nwords: {posture: rôle, postures: rôles}")
    files["en.yaml"] = files["en.yaml"].replace("game:\n", "game:\n  words: {posture: role, postures: roles}\n")

    warnings = load_files(files).warnings

    assert [(warning.file, warning.key, warning.fields) for warning in warnings] == [
        ("en.yaml", "article_missing", {"name": "posture"}),
        ("game.yaml", "article_missing", {"name": "posture"}),
    ]


def test_a_box_without_a_glossary_is_right() -> None:
    assert load_files(tiny_box_files()).by_language["fr"].description.glossary == ()


def test_a_crisis_names_the_one_to_take_instead() -> None:
    box = load_files(with_edit("crisis.yaml", "documented: [economic]", "neutral: flood")).by_language["en"]

    assert box.crises[CardId("heatwave")].neutral == "flood"
    assert box.crises[CardId("flood")].neutral == ""


def test_a_crisis_is_kept_out_of_chance_only_where_the_box_says_so() -> None:
    files = with_edit("crisis.yaml", "documented: [economic]", "set_aside: true")

    assert load_files(files).by_language["en"].crises_set_aside() == ("heatwave",)
    assert load_files(tiny_box_files()).by_language["en"].crises_set_aside() == ()


def test_a_mechanism_tells_of_a_failure_only_where_the_box_says_so() -> None:
    files = with_edit("mechanism.yaml", "title: Jardin partagé", "title: Jardin partagé\n  kind: failure")

    assert load_files(files).by_language["en"].failures() == ("garden",)
    assert load_files(tiny_box_files()).by_language["en"].failures() == ()


def test_a_key_with_a_default_can_be_left_out() -> None:
    box = load_files(with_edit("game.yaml", "draw: 2\n", "")).by_language["fr"]

    assert box.description.draw == 3


def test_a_folder_and_its_files_make_the_same_box(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "README.md").write_text("ignored", encoding="utf-8")

    from_folder = load(folder)
    again = load_files(from_folder.content())

    assert again == from_folder
    assert from_folder.digest == load_files(tiny_box_files()).digest
    assert set(from_folder.files) == set(tiny_box_files())


def test_the_digest_ignores_line_ends_and_sees_words() -> None:
    files = tiny_box_files()
    digest = load_files(files).digest

    windows = load_files({name: text.replace("\n", "\r\n").encode("utf-8-sig") for name, text in files.items()})
    changed = load_files(with_edit("persona.yaml", "Du temps", "Du temps libre"))

    assert windows.digest == digest
    assert changed.digest != digest


def test_the_digest_sees_pictures() -> None:
    assert load_files(with_picture(png(10, 10))).digest != load_files(with_picture(png(10, 11))).digest


def test_pictures_of_a_folder_are_found_and_kept_as_they_were_checked(tmp_path: Path) -> None:
    files = with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}")
    folder = write_box(tmp_path / "box", files)
    (folder / "art").mkdir()
    (folder / "art" / "bank.png").write_bytes(png(10, 10))
    (folder / "art" / "unused.png").write_bytes(b"whatever")

    boxes = load(folder)

    (folder / "art" / "bank.png").write_bytes(png(9999, 9999))
    assert boxes.pictures == {"art/bank.png": png(10, 10)}
    assert boxes.content()["art/bank.png"] == png(10, 10)


def test_a_picture_that_is_a_link_is_refused(tmp_path: Path) -> None:
    files = with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}")
    folder = write_box(tmp_path / "box", files)
    (folder / "art").mkdir()
    (tmp_path / "secret.png").write_bytes(png(10, 10))
    make_link(folder / "art" / "bank.png", tmp_path / "secret.png")

    with pytest.raises(BrokenBox) as broken:
        load(folder)

    assert [(problem.file, problem.key) for problem in broken.value.problems] == [("bank.png", "file_is_link")]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"<svg width='30000'/>", "picture_unknown"),
        (b"", "picture_unknown"),
        (png(4097, 10), "picture_large"),
        (png(10, 4097), "picture_large"),
        (png(0, 10), "picture_large"),
        (png(10, 10) + b"\0" * (8 << 20), "picture_heavy"),
        (jpeg(4097, 10), "picture_large"),
        (webp(5000, 10), "picture_large"),
        (jpeg(10, 10, layers=41), "picture_layered"),
        (b"GIF89a" + bytes(50), "picture_unknown"),
        (b"\xff\xd8\xff" + b"\xff" * 1_000_000, "picture_damaged"),
    ],
    ids=["svg", "empty", "wide", "high", "nothing", "heavy", "jpeg", "webp", "layers", "gif", "endless"],
)
def test_a_picture_that_could_hurt_is_refused(content: bytes, key: str) -> None:
    assert errors_of(with_picture(content)) == [("art/bank.png", key)]


def test_the_largest_picture_is_accepted() -> None:
    assert "art/bank.png" in load_files(with_picture(png(4096, 4096))).pictures


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BrokenBox) as broken:
        load(tmp_path / "nowhere")

    [found] = broken.value.problems
    assert found.key == "folder_missing"
    assert format_problem(found, words_in("en")).startswith("nowhere:1:1: there is no folder “")


def test_a_folder_without_cards_is_said(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("a box, soon", encoding="utf-8")

    with pytest.raises(BrokenBox) as broken:
        load(tmp_path)

    assert [problem.key for problem in broken.value.problems] == ["folder_empty"]


def test_a_file_named_as_yml_is_not_silently_ignored(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "persona.yaml").rename(folder / "persona.yml")

    with pytest.raises(BrokenBox) as broken:
        load(folder)

    [found] = broken.value.problems
    assert format_problem(found, words_in("en")) == (
        "persona.yml:1:1: the program would not read a file named “persona.yml”; did you mean “persona.yaml”?"
    )


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    with (folder / "crisis.yaml").open("r+b") as file:
        file.truncate(1 << 34)

    assert len(read_files(folder)["crisis.yaml"]) == (1 << 20) + 1  # type: ignore[arg-type]


def test_a_box_is_found_by_name_by_folder_and_by_game_file(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    name = shipped_boxes()[0]

    assert find_box(name) == shipped_boxes_folder() / name
    assert find_box(str(folder)) == folder
    assert find_box(folder / "game.yaml") == folder


def test_an_unknown_box_is_said_with_the_nearest() -> None:
    with pytest.raises(BrokenBox) as broken:
        find_box("enacting-the-comons")

    assert format_problem(broken.value.problems[0], words_in("en")).endswith("did you mean “enacting-the-commons”?")


def test_importing_the_box_does_not_import_what_is_slow() -> None:
    code = "import sys, enacting.box; print([name for name in ('pydantic', 'pygame') if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
