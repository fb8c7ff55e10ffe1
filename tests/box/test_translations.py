"""Every word of the boxes and of the window is said in each language: none missing, empty or as it was."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from string import Formatter

import pytest
from boxes import tiny_box_files, with_edit

import enacting
from enacting.box import Boxes, BrokenBox, load, load_files
from enacting.box.new_box import make_box
from enacting.box.translating import WORDS
from enacting.engine.board import Box
from enacting.language.words import IN_WORDS, languages, read_sentences
from enacting.system.paths import assets_folder, shipped_boxes_folder

SHIPPED = sorted(folder for folder in shipped_boxes_folder().iterdir() if folder.is_dir())

SAME_ON_CARDS = {
    # names
    *("Enacting the Commons", "SynAthina", "Decidim", "Plymouth Energy Community", "Terres de Sources"),
    *("Community Land Trust", "Community council", "Terre de Liens", "Valbrune"),
    # places
    *("France", "Loos-en-Gohelle, France", "Grenoble, France", "Brest, France", "Lille, France", "Rennes, France"),
    *("Montpellier, France", "Mouans-Sartoux, France", "Moissac, France", "Villeurbanne, France"),
    *("Sevran, France", "Saillans, France", "Aubervilliers, France"),
    # the same word in French and in English
    *("Posture", "Postures", "Nature", "Absence", "Village"),
}
"""What a card may say in the same letters in French and in English. Years are no words."""

SAME_IN_THE_WINDOW = {
    # names, of the game and of keys
    *("Enacting the Commons", "Ctrl", "La 27e Région", "ANIS", "POP", "SavoirsCom1"),
    # short for a unit of time
    *("{count} min", "+ 1 min"),
    *("minute {minute}", "{name} · minute {minute}", "{hours}:{minutes:02}"),
    # the same word in French and in English
    *("Postures", "Crises", "Questions", "Moment", "Minutes", "Objections", "notes", "postures"),
    *("Date", "Table {number}", "{title} (table {tables})", "{title} (tables {tables})"),
    *("{count} objection", "{count} objections", "{count} objections."),
    *("Posture", "Question", "Objection", "Sources", "Source", "Note", "Menu", "Pause", "Table", "discussion"),
    *("{count} alliance", "{count} alliances", "{count} note", "{count} notes", "{count} action", "{count} actions"),
    *("{title}, version {version}.", "Version {version}", "{count} crises", "six"),
    *("{count} posture", "{count} postures", "{count} persona", "{count} personas"),
    *("{count} question", "{count} questions"),
    *("<Posture>", "<Postures>", "<posture>", "<postures>"),
}
"""What the window may say in the same letters in French and in English."""


def printed_words(box: Box) -> Iterator[tuple[str, str]]:
    """Every text of the box that a translation gives, with where it is."""
    description = box.description
    sections: dict[str, tuple[object, ...]] = {
        "game": (description,),
        "consequence": description.consequences,
        "posture_family": description.posture_families,
        "mechanism_family": description.mechanism_families,
        "length": description.lengths,
        "part": description.parts,
        "activity": tuple(activity for _, activity in box.activities()),
        "glossary": description.glossary,
        "posture": tuple(box.postures.values()),
        "mechanism": tuple(box.mechanisms.values()),
        "context": tuple(box.contexts.values()),
        "crisis": tuple(box.crises.values()),
        "persona": tuple(box.personas.values()),
        "question": tuple(box.questions.values()),
        "trouble": tuple(box.troubles.values()),
    }
    assert set(sections) | {"source"} == set(WORDS), "a source keeps its title where its text has one language"
    for section, things in sections.items():
        for thing in things:
            for word in WORDS[section]:
                for name, text in _texts(getattr(thing, word)):
                    yield f"{section}.{getattr(thing, 'id', '')}.{word}{name}", text


def _texts(value: str | tuple[str, ...] | Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield "", value
    elif isinstance(value, tuple):
        yield from ((f".{number}", text) for number, text in enumerate(value))
    else:
        yield from ((f".{name}", text) for name, text in value.items())


def not_translated(boxes: Boxes) -> list[str]:
    """Where the box says in another language nothing, or the very same thing, as in its own."""
    assert len(boxes.by_language) > 1
    written = dict(printed_words(boxes.by_language[boxes.written]))
    found = []
    for language, box in boxes.by_language.items():
        if language == boxes.written:
            continue
        for name, text in printed_words(box):
            same = text == written[name] and re.search(r"[^\W\d]", text) is not None and text not in SAME_ON_CARDS
            if same or bool(text.strip()) != bool(written[name].strip()):
                found.append(f"{language}: {name}")
    return found


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_word_of_a_shipped_box_is_said_in_every_language(folder: Path) -> None:
    boxes = load(folder)

    assert set(boxes.by_language) == set(languages())
    assert boxes.warnings == ()
    assert not_translated(boxes) == []


@pytest.mark.parametrize("language", languages())
def test_every_word_of_a_new_box_is_said_in_every_language(tmp_path: Path, language: str) -> None:
    make_box(tmp_path / "new", language)

    boxes = load(tmp_path / "new")

    assert set(boxes.by_language) == set(languages())
    assert boxes.warnings == ()
    assert not_translated(boxes) == []


ENGLISH = """\
game: {subtitle: To try}
consequence: {economic: {title: Economic}, social: {title: Social order}}
posture_family: {do-with: {title: Do with, text: Side by side}, do-for: {title: Do for, text: In their place}}
posture:
  partner:
    title: Partner
    text: The public actor acts with the residents.
    question: Who holds the key?
    examples: [A pact, A board]
"""


def said_in_english(posture_text: str) -> Boxes:
    """The tiny box with the text of one posture in English."""
    english = ENGLISH.replace("The public actor acts with the residents.", posture_text)
    return load_files({**tiny_box_files(), "en.yaml": english})


def test_a_text_left_as_it_was_is_found() -> None:
    text = load_files(tiny_box_files()).by_language["fr"].postures
    french = next(iter(text.values())).text

    before = not_translated(said_in_english("The public actor acts with the residents."))
    after = not_translated(said_in_english(f'"{french}"'))

    assert set(after) - set(before) == {"en: posture.partner.text"}


def test_a_text_left_out_is_found() -> None:
    english = ENGLISH.replace("    question: Who holds the key?\n", "")

    boxes = load_files({**tiny_box_files(), "en.yaml": english})

    assert "en: posture.partner.question" in not_translated(boxes)
    assert "untranslated" in {warning.key for warning in boxes.warnings}


def test_an_empty_text_is_an_error() -> None:
    with pytest.raises(BrokenBox) as broken:
        said_in_english('""')

    assert next(problem.key for problem in broken.value.problems if problem.file == "en.yaml") == "empty_text"


def test_a_text_that_was_never_written_is_found_when_the_translation_has_one() -> None:
    files = with_edit("posture.yaml", "  note: Pour l'animateur\n", "")
    english = ENGLISH + "  regulator: {title: Ruler, text: It rules., question: Who?, note: For the facilitator}\n"

    boxes = load_files({**files, "en.yaml": english})

    assert "en: posture.regulator.note" in not_translated(boxes)


def sentences_in(language: str) -> dict[str, str]:
    """Every sentence of the window in that language."""
    found: dict[str, str] = {}
    for file in sorted((assets_folder() / "words" / language).glob("*.yaml")):
        found |= read_sentences(file)
    return found


def the_same(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The keys of the sentences with words in them that are the same in both languages."""
    return [
        key
        for key, sentence in one.items()
        if sentence == other.get(key)
        and re.search(r"[^\W\d]", re.sub(r"\{\w+\}|F\d+", "", sentence)) is not None
        and sentence not in SAME_IN_THE_WINDOW
    ]


@pytest.mark.parametrize("language", languages()[1:])
def test_no_sentence_of_the_window_was_left_in_another_language(language: str) -> None:
    first, other = sentences_in(languages()[0]), sentences_in(language)

    assert the_same(first, other) == []


def test_a_sentence_left_in_another_language_is_found() -> None:
    first, other = sentences_in("fr"), sentences_in("en")

    after = the_same(first, {**other, "setup.start": first["setup.start"]})

    assert set(after) - set(the_same(first, other)) == {"setup.start"}


def fields_of(sentence: str) -> set[str]:
    """The fields that a sentence asks for, as a call gives them."""
    return {name.removesuffix(IN_WORDS) for _, name, _, _ in Formatter().parse(sentence) if name}


def sentences_of(key: str, sentences: Mapping[str, str]) -> list[str]:
    """What that key says at a table and to one person alone, whatever the count."""
    return [
        sentences[name]
        for start in (key, f"alone.{key}")
        for name in (start, f"{start}.one", f"{start}.other")
        if name in sentences
    ]


SAYS = re.compile(r'\b(?:words|say)\(\s*"')
"""What begins a call that says a sentence: to read these alone is much quicker than to parse every module."""


def spoken_calls(source: str) -> Iterator[ast.Call]:
    """The calls that say a sentence by its key."""
    for found in SAYS.finditer(source):
        end = found.end()
        while True:
            end = source.index(")", end) + 1
            with suppress(SyntaxError):  # Until the parenthesis that ends it.
                call = ast.parse(source[found.start() : end], mode="eval").body
                assert isinstance(call, ast.Call)
                yield call
                break


def forgotten(source: str, said: Sequence[Mapping[str, str]]) -> list[str]:
    """The fields that sentences of some languages ask for and that a call does not give, where it writes them all."""
    return [
        f"{key.value} asks for {missing}"
        for call in spoken_calls(source)
        for key in call.args[:1]
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and all(given.arg for given in call.keywords)
        for sentences in said
        for sentence in sentences_of(key.value, sentences)
        for missing in sorted(fields_of(sentence) - {given.arg for given in call.keywords})
    ]


def test_a_field_that_a_sentence_asks_for_and_a_call_forgets_is_found() -> None:
    sentences = {"a.full": "No more than {most}", "a.left.one": "One", "a.left.other": "{count_in_words} of {most}"}
    source = 'words("a.full", max_length=3)\nwords("a.left", count=2, most=3)\nwords("a.full", **fields)'

    assert forgotten(source, [sentences]) == ["a.full asks for most"]


def test_every_sentence_is_given_the_fields_that_it_asks_for() -> None:
    said = [sentences_in(language) for language in languages()]
    found = {
        f"{module.name}, {problem}"
        for module in sorted(Path(enacting.__file__).parent.rglob("*.py"))
        for problem in forgotten(module.read_text(encoding="utf-8"), said)
    }

    assert found == set()
