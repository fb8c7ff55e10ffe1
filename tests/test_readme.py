"""The README and the guides are true: their commands, their samples, what they name, and the package as installed."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from enacting.box import BrokenBox, find_box, format_problem, load
from enacting.box.draft import Deck
from enacting.box.loading import GameFile
from enacting.engine.board import (
    Activity,
    ActivityKind,
    Board,
    Consequence,
    CrisisPlace,
    DecisionRule,
    GlossaryEntry,
    Length,
    MechanismFamily,
    Part,
    PlayerCount,
    PostureFamily,
    Scale,
    Seat,
)
from enacting.engine.cards import Art, CardId, Confidence, MechanismKind, Source
from enacting.language.words import words_in

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FRENCH_README = ROOT / "README.fr.md"
DOCS = ROOT / "docs"
PAGES = sorted([README, FRENCH_README, ROOT / "CHANGELOG.md", *DOCS.glob("*.md"), *ROOT.glob("cards/*/*.md")])
GUIDES = {"en": DOCS / "designer.md", "fr": DOCS / "designer.fr.md"}
CI = ROOT / ".ci" / "run"

TEST_COMMAND = "<!-- test command -->"
SAMPLE_CARD = "<!-- sample card -->"
LARGEST_PICTURE = 300_000
WIDEST_PICTURE = 1280

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="this system has no bash")
page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
guide = pytest.mark.parametrize("language", GUIDES)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    """The blocks of code of that kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def block_after(mark: str, kind: str) -> str:
    return blocks(text_of(README).partition(mark)[2], kind)[0]


# Commands


@needs_bash
def test_ci_runs_the_very_test_command_of_the_readme() -> None:
    printed = subprocess.run(["bash", CI, "--print"], capture_output=True, text=True, check=True)

    assert printed.stdout == block_after(TEST_COMMAND, "sh")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such mark on files")
def test_ci_can_be_run_as_a_program() -> None:
    assert os.access(CI, os.X_OK)
    assert "set -euo pipefail" in text_of(CI)


def test_ci_installs_every_program_that_the_tests_of_the_window_look_for() -> None:
    from window.driving import NEEDED

    installed = re.findall(r"^needs (\S+) \S+$", text_of(CI), flags=re.MULTILINE)
    assert set(NEEDED) <= set(installed)


def test_the_readme_gives_each_command_for_windows_as_well() -> None:
    for_unix = [block.strip() for block in blocks(text_of(README), "sh") if "-m venv" in block]
    for_windows = [block.strip() for block in blocks(text_of(README), "bat")]

    assert len(for_unix) == 2
    assert for_windows == [
        command.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\").replace("&&\n", "&& ^\n")
        for command in for_unix
    ]


def test_the_french_readme_gives_the_same_command_to_play() -> None:
    english, french = text_of(README), text_of(FRENCH_README)

    assert blocks(french, "sh") == blocks(english, "sh")[:1]
    assert blocks(french, "bat") == blocks(english, "bat")[:1]


def test_the_package_has_what_the_two_commands_ask_for() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    play, test = (block for block in blocks(text_of(README), "sh") if "-m venv" in block)

    assert play.split("&&")[-1].strip().removeprefix(".venv/bin/") in project["scripts"]
    assert "packaging/lock/test.txt" in test
    assert "packaging/lock/install.txt" in play
    tools = " ".join(project["optional-dependencies"]["test"])
    assert all(tool in tools for tool in ("pytest", "ruff", "mypy", "import-linter", "hatchling"))


@page
def test_every_command_of_the_game_that_a_page_names_exists(page: Path) -> None:
    from enacting.cli import main

    named = set(re.findall(r"(?:^|[`/])enacting ([a-z]+)\b", text_of(page), flags=re.MULTILINE))

    for command in sorted(named):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help", "--language", "en"])
        assert ended.value.code == 0, command


# What the pages name


def links_of(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'src="([^"]+)"', text)


def anchors_of(page: Path) -> set[str]:
    """The names that headings have in links, as the usual viewers make them."""
    headings = re.findall(r"^#+ (.+)$", text_of(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@page
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links_of(page):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target), link


@page
def test_every_file_and_folder_named_exists(page: Path) -> None:
    tops = ("src/", "tests/", "cards/", "assets/", "docs/", "benchmarks/", "packaging/", ".ci/")
    named = [name for name in re.findall(r"`([^`\s]+)`", text_of(page)) if name.startswith(tops) and "<" not in name]

    for name in named:
        assert list(ROOT.glob(name.rstrip("/"))), name


def test_every_python_module_the_readme_and_the_guides_run_exists() -> None:
    for name in set(re.findall(r"python -m (\w+)", "".join(map(text_of, PAGES)))) - {"pytest"}:
        assert (ROOT / name / "__main__.py").is_file(), name
    for name in set(re.findall(r"python ((?:docs|assets|packaging)/\S+\.py)", "".join(map(text_of, PAGES)))):
        assert (ROOT / name).is_file(), name


@page
def test_no_page_names_a_place_of_one_machine_or_a_package_host(page: Path) -> None:
    found = re.findall(
        r"(?i)(?<![\w.])/(?:work|tmp|root|home|mnt|users)/|pypi|npmjs|pythonhosted|localhost", text_of(page)
    )
    assert found == []


def test_the_readme_names_every_page() -> None:
    linked = {(README.parent / link.partition("#")[0]).resolve() for link in links_of(README)}
    named = {page for page in PAGES if page.parent in (ROOT, DOCS, ROOT / "cards" / "enacting-the-commons")}
    assert named - {README} <= linked


def test_both_facilitator_guides_say_every_key_of_the_help() -> None:
    from enacting.ui.dialogs.help import KEYS
    from enacting.ui.items.keys import shown_key

    for name, language in (("facilitator.md", "en"), ("facilitator.fr.md", "fr")):
        said_in_guide = text_of(DOCS / name)
        for key in KEYS:
            if key not in ("tab", "arrows", "enter", "escape"):
                assert f"`{shown_key(key, words_in(language))}`" in said_in_guide, key


def test_pages_in_french_carry_the_fixed_spaces_they_are_read_with() -> None:
    code = re.compile(r"```.*?```|<!--.*?-->|``.*?``|`[^`]*`|\]\([^)]*\)", re.DOTALL)
    loose = re.compile(r"[^\s|] [;!?»]|« |\S :(?=\s|$)")
    pages = [*DOCS.glob("*.fr.md"), *ROOT.glob("cards/*/RULES.fr.md")]

    found = {page.name: loose.findall(code.sub("", page.read_text(encoding="utf-8"))) for page in pages}

    assert len(found) > 3
    assert {name: places for name, places in found.items() if places} == {}


# Pictures


def pictures() -> list[Path]:
    return sorted([*(DOCS / "pictures").rglob("*.png"), *ROOT.glob("cards/*/pictures/**/*.png")])


def test_every_picture_is_whole_light_and_shown_in_a_page() -> None:
    shown = {(page.parent / link).resolve() for page in PAGES for link in links_of(page)}

    assert pictures()
    for picture in pictures():
        content = picture.read_bytes()
        assert len(content) <= LARGEST_PICTURE, picture
        width = png_width(content)
        assert width is not None, picture
        assert width <= WIDEST_PICTURE, picture
    assert {picture for picture in pictures() if picture not in shown} == set()


def test_a_picture_cut_short_or_damaged_is_noticed() -> None:
    content = pictures()[0].read_bytes()

    assert png_width(content[:-20]) is None
    assert png_width(content[:5000] + bytes([content[5000] ^ 1]) + content[5001:]) is None
    assert png_width(b"GIF89a") is None


def png_width(content: bytes) -> int | None:
    """The width of a PNG picture, None unless all of its chunks are sound."""
    if content[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    at, kind = 8, b""
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, end = content[at + 4 : at + 8], at + 8 + length
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            return None
        at = end + 4
    return int.from_bytes(content[16:20], "big") if kind == b"IEND" and at == len(content) else None


# Samples


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A copy of the box we ship, to be changed."""
    return Path(shutil.copytree(find_box("enacting-the-commons"), tmp_path / "my-box"))


def add(box: Path, file: str, lines: str) -> None:
    written = text_of(box / file)
    (box / file).write_text(f"{written.rstrip()}\n\n{lines}", encoding="utf-8")


def test_the_five_lines_of_the_readme_are_a_card(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from enacting.cli import main

    lines = block_after(SAMPLE_CARD, "yaml")
    assert len(lines.splitlines()) == 5

    add(box, "mechanism.yaml", lines)

    before, after = load(find_box("enacting-the-commons")), load(box)
    [added] = set(after.box("en").mechanisms) - set(before.box("en").mechanisms)
    card = after.box("en").mechanisms[added]
    assert (card.title, card.family) == ("Tool library", "resources")
    assert card.text.endswith("pays for the insurance.")
    assert main(["check", str(box), "--language", "en"]) == 0
    assert "all is well" in capsys.readouterr().out


@guide
def test_the_cards_of_the_designers_guide_are_cards(language: str, box: Path) -> None:
    samples = re.findall(r"<!-- add to (\S+) -->\n```yaml\n(.*?)^```$", text_of(GUIDES[language]), re.M | re.S)
    assert [file for file, _ in samples] == [
        "mechanism.yaml",
        "posture.yaml",
        "context.yaml",
        "crisis.yaml",
        "persona.yaml",
        "question.yaml",
        "trouble.yaml",
    ]

    for file, lines in samples:
        add(box, file, lines)
    seat = "  - {id: seventh, family: do-with, x: 0, y: 0, width: 0.9, height: 1}\n"
    (box / "board.yaml").write_text(text_of(box / "board.yaml") + seat, encoding="utf-8")

    added = load(box).box("fr")
    assert "street-orchard" in added.mechanisms
    assert "guest" in added.postures
    assert added.crises[CardId("bridge-closed")].fits == ("river-suburb",)
    assert "river-suburb" in added.contexts
    assert "river-rises" in added.troubles


@guide
def test_the_translation_of_the_designers_guide_is_one(language: str, box: Path) -> None:
    [lines] = [block for block in blocks(text_of(GUIDES[language]), "yaml") if block.startswith("game: {")]
    (box / "en.yaml").write_text(lines, encoding="utf-8")
    add(box, "question.yaml", '- {id: q-who-is-missing, text: "Qui manque ?", ask_in: [learning]}\n')

    english = load(box).box("en")

    assert english.description.subtitle == "Playing public action in common"
    assert [card.text for card in english.questions.values()][-1] == "Who is not here?"


@guide
def test_the_designers_guide_names_every_key_and_every_choice(language: str) -> None:
    text = text_of(GUIDES[language])
    shapes: list[Any] = [GameFile, Board, CrisisPlace, Seat, Consequence, PostureFamily, MechanismFamily, Length, Part]
    shapes += [Activity, Scale, PlayerCount, GlossaryEntry, Art, Source, *(deck.kind for deck in Deck)]
    keys = {field.name for shape in shapes for field in fields(shape)}
    choices = {str(choice) for choice in chain(Confidence, MechanismKind, ActivityKind, DecisionRule)}

    for name in sorted(keys | choices):
        assert re.search(rf"\b{name}\b", text), name


def mistakes() -> Iterator[Any]:
    for language, page in GUIDES.items():
        rows = re.findall(r"^\| `([a-z]+:.+?)` \| (.+?) \|$", text_of(page), flags=re.MULTILINE)
        said_rows = [(wrong, message) for wrong, message in rows if wrong.split(":")[0] in CARD]
        yield from (pytest.param(language, wrong, message, id=f"{language}: {wrong}") for wrong, message in said_rows)


CARD = {
    "id": "tool-library",
    "title": "Tool library",
    "place": "Our neighbourhood",
    "year": '"2026"',
    "family": "resources",
    "text": "Neighbours borrow drills and ladders.",
    "question": "Who mends them?",
    "confidence": "proposal",
    "art": "{icon: hammer, echo: wrench}",
}


@pytest.mark.parametrize(("language", "wrong", "message"), list(mistakes()))
def test_check_says_of_a_usual_mistake_what_the_guide_says(language: str, wrong: str, message: str, box: Path) -> None:
    key = "question" if wrong.startswith("questoin") else wrong.split(":")[0]
    card = {**{name: f"{name}: {text}" for name, text in CARD.items()}, key: wrong}
    add(box, "mechanism.yaml", "- " + "\n  ".join(card.values()) + "\n")

    with pytest.raises(BrokenBox) as broken:
        load(box)

    told = [plain(format_problem(problem, words_in(language))).split(": ", 1)[1] for problem in broken.value.shown]
    assert plain(message) in told


def test_the_guides_show_a_dozen_mistakes_in_each_language() -> None:
    languages = [problem.values[0] for problem in mistakes()]
    assert all(languages.count(language) >= 12 for language in GUIDES)


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", text)
