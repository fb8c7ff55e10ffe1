"""The report as Markdown: complete, and no text taken for markup."""

import re
from dataclasses import replace

import pytest
from harvests import FACTS, a_box, a_long_session, a_session, an_empty_session, harvested, read_back, written_words
from html_pages import HOSTILE

from enacting.engine.cards import Source
from enacting.harvest.markdown import as_markdown, escaped
from enacting.harvest.report import report_of
from enacting.language.words import words_in

MARKUP = (
    "# titre",
    "- liste",
    "+ liste",
    "1. liste",
    "12) liste",
    "> citation",
    "    code",
    "`code` ``` ~~~",
    "**gras** _penche_ ~~raye~~",
    "[lien](javascript:x)",
    "![image](x)",
    "<https://x.org>",
    "a | b | c",
    "| --- | --- |",
    "===",
    "---",
    "[^1]: note",
    "$$x$$",
    "fin\\",
    "un\n\n# deux",
)


@pytest.mark.parametrize("fact", FACTS)
def test_the_text_says(fact: str) -> None:
    game = a_session()
    game = replace(game, spent_seconds={**game.spent_seconds, game.box.description.parts[0].id: 12})

    assert fact in read_back(as_markdown(report_of(harvested(game), words_in("fr"))))


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_no_text_of_people_becomes_markup(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    render = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render
    harmless = render(
        as_markdown(report_of(harvested(a_session(words=written_words("mots")), title="mots"), words_in("fr")))
    )

    page = render(as_markdown(report_of(harvested(a_session(words=written_words(text)), title=text), words_in("fr"))))

    def elements(rendered: str) -> list[str]:
        return [tag for tag in re.findall(r"<(\w+)", rendered) if tag not in ("br", "p")]

    assert elements(page) == elements(harmless)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_that_opens_html_is_escaped(text: str) -> None:
    markdown = as_markdown(report_of(harvested(a_session(words=written_words(text)), title=text), words_in("fr")))

    without_links = re.sub(r"\]\(<[^<>]*>\)", "", markdown)
    assert not re.search(r"(?<!\\)(?:\\\\)*<", without_links)
    assert markdown.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. un", "1\\. un"),
        ("2024) un", "2024\\) un"),
        ("- un\n+ deux", "\\- un\n\\+ deux"),
        ("    code", "code"),
        ("a|b", "a\\|b"),
        ("3,5 fois", "3,5 fois"),
        ("l'eau", "l'eau"),
    ],
)
def test_text_means_what_it_says(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_a_note_of_two_lines_stays_one_quotation() -> None:
    markdown = as_markdown(report_of(harvested(a_session(words=written_words("un\ndeux"))), words_in("fr")))

    assert "> «\u202fun\\\n> deux\u202f»\\\n> — Amina" in markdown


def test_an_empty_session_is_told_in_sentences() -> None:
    markdown = as_markdown(report_of(harvested(an_empty_session()), words_in("fr")))

    assert "Aucune proposition n’a été adoptée." in markdown
    assert "La table n’a pas donné d’avis chiffrés." in markdown
    assert "'" not in markdown


@pytest.mark.parametrize("language", ["fr", "en"])
def test_tables_have_as_many_cells_in_every_row(language: str) -> None:
    markdown = as_markdown(report_of(a_long_session(1, language), words_in(language)))

    for table in re.findall(r"(?:^\|.*\n?)+", markdown, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")}) == 1


def test_a_source_is_given_with_its_year_and_a_mechanism_with_the_month_of_its_checking() -> None:
    box = a_box()
    sources = (Source(title="Un livre", year="2021", url="https://example.org/"),)
    mechanisms = {
        mechanism.id: replace(mechanism, checked="2026-11", sources=sources) for mechanism in box.mechanisms.values()
    }

    markdown = as_markdown(report_of(harvested(a_session(replace(box, mechanisms=mechanisms))), words_in("en")))

    assert "[Un livre (2021)](<https://example.org/>)" in markdown.replace("\\", "")
    assert markdown.count("partly documented, checked in November 2026") == 2
