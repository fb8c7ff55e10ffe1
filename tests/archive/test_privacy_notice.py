"""The notice for participants: two levels of language, blanks to fill in, nothing that is sent anywhere."""

import re
from pathlib import Path

import pytest
from html_pages import ParsedPage

from enacting.archive.privacy_notice import notice_page, write_notice
from enacting.language.words import languages, words_in
from enacting.session.metadata import FOR_EVER


@pytest.mark.parametrize("language", languages())
def test_the_notice_is_a_page_with_a_title_two_levels_and_no_way_out(language: str) -> None:
    page = notice_page(words_in(language), 30)
    seen = ParsedPage(page)

    assert (seen.unbalanced, seen.open) == ([], [])
    assert [name for name in seen.tags if name in ("h1", "h2")] == ["h1", "h2", "h2"]
    assert seen.all_of("html", "lang") == [language]
    assert {name for name in seen.tags if name in ("script", "img", "link", "a", "form")} == set()
    assert "http" not in re.sub("http-equiv", "", page)


@pytest.mark.parametrize("language", languages())
def test_every_blank_can_be_written_in_and_has_a_name(language: str) -> None:
    seen = ParsedPage(notice_page(words_in(language), 30))

    names = seen.all_of("span", "aria-label")
    assert len(names) == len(seen.all_of("span", "contenteditable")) == 9
    assert all(names)
    assert len(set(names)) == 7
    assert "[" not in "".join(seen.text)


@pytest.mark.parametrize("language", languages())
def test_no_sign_is_left_alone_on_the_line_after_a_blank(language: str) -> None:
    page = notice_page(words_in(language), 30)

    assert re.findall(r"</span>[).,;:]+", page) == ["</span>)."]
    assert re.search(r'<span class="kept"><span class="blank" [^>]+></span>\)\.</span></p>', page)


def test_the_hint_of_a_blank_is_read_in_it_while_it_is_empty() -> None:
    page = notice_page(words_in("fr"), 30)

    assert ".blank:empty::before { content: attr(title);" in page
    assert 'title="À qui le compte rendu est remis"></span>' in page


def test_marks_given_in_secret_are_said_to_be_kept_with_the_name() -> None:
    text = " ".join(ParsedPage(notice_page(words_in("fr"), 30)).text)

    assert "conservés dans le fichier, avec le nom ou le pseudonyme. Seules les moyennes sont affichées." in text


@pytest.mark.parametrize(
    ("language", "public", "private"),
    [
        ("fr", "mission d’intérêt public (collectivité, État)", "intérêt légitime (association)"),
        ("en", "a task in the public interest (public body)", "legitimate interests (association)"),
    ],
)
def test_the_legal_basis_is_proposed_by_kind_of_organiser(language: str, public: str, private: str) -> None:
    [hint] = {
        title for title in ParsedPage(notice_page(words_in(language), 30)).all_of("span", "title") if "(" in title
    }

    assert public in hint
    assert private in hint


@pytest.mark.parametrize(
    ("language", "advice"), [("fr", "un pseudonyme est conseillé"), ("en", "advised to use a nickname")]
)
def test_opinions_are_said_to_be_kept_and_pseudonyms_advised(language: str, advice: str) -> None:
    page = ParsedPage(notice_page(words_in(language), 30))
    text = " ".join("".join(page.text).split())

    assert advice in text
    assert ("faux nom" if language == "fr" else "made-up name") in text.partition("politi")[2]


def test_the_days_are_those_the_sessions_are_kept() -> None:
    text = " ".join(ParsedPage(notice_page(words_in("fr"), 14)).text)

    assert text.count("14") == 2
    assert "Nous effaçons tout 14 jours après l’atelier." in " ".join(text.split())


def test_the_days_are_left_blank_when_sessions_are_kept_without_a_date() -> None:
    assert not re.search(r"\d", "".join(ParsedPage(notice_page(words_in("fr"), FOR_EVER)).text))


def test_another_notice_is_written_beside_the_one_before(tmp_path: Path) -> None:
    first, second = (write_notice(tmp_path / "new", words_in("fr"), days) for days in (30, 7))

    assert [first.name, second.name] == ["notice-participants.html", "notice-participants-2.html"]
    assert first.read_text(encoding="utf-8") == notice_page(words_in("fr"), 30)


def test_the_same_notice_is_not_written_twice(tmp_path: Path) -> None:
    first, second = (write_notice(tmp_path, words_in("fr"), 30) for _ in range(2))

    assert first == second
    assert len(list(tmp_path.iterdir())) == 1


def test_a_notice_that_was_filled_in_is_left_as_it_is(tmp_path: Path) -> None:
    first = write_notice(tmp_path, words_in("fr"), 30)
    first.write_text("filled in")

    second = write_notice(tmp_path, words_in("fr"), 30)

    assert second.name == "notice-participants-2.html"
    assert first.read_text() == "filled in"
