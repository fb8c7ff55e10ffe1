"""The guides as pages: made of the guides as they are now, whole without a network, and opened from the help."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from make_pages import pages

from enacting.language.words import languages
from enacting.system.paths import guides_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "pages"
FILES = sorted(PAGES.glob("*/*.html"))

each_page = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")


class Seen(HTMLParser):
    """The elements of a page, what they lead to, and whether they are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.links: list[str] = []
        self.elements: list[str] = []
        self.languages: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append(tag)
        self.names.add(given.get("id", ""))
        self.links.extend(given[name] for name in ("href", "src") if name in given)
        if tag == "html":
            self.languages.append(given["lang"])
        if tag == "img":
            assert given.get("alt")
        if tag not in ("meta", "link", "img", "br", "hr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def seen(file: Path) -> Seen:
    return Seen(file.read_text(encoding="utf-8"))


def test_the_pages_are_those_of_the_guides_as_they_are_now() -> None:
    made = pages()

    assert sorted(made) == FILES, "run `python docs/make_pages.py`"
    for file, page in made.items():
        assert file.read_text(encoding="utf-8") == page, f"{file}: run `python docs/make_pages.py`"


@each_page
def test_a_page_is_whole_and_asks_nothing_of_a_network(file: Path) -> None:
    page = seen(file)

    assert page.open == []
    assert page.languages == [file.parent.name]
    assert page.elements.count("h1") == 1
    assert "main" in page.elements or file.stem == "notice"
    assert not {"script", "iframe", "object", "form"} & set(page.elements)
    assert not re.search(r"url\(\s*['\"]?https?:", file.read_text(encoding="utf-8"))


@each_page
def test_every_link_of_a_page_leads_to_what_is_shipped(file: Path) -> None:
    for link in seen(file).links:
        if link.startswith("https://"):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (file.parent / path).resolve() if path else file
        assert target.is_file(), link
        assert target.is_relative_to(PAGES) or target.suffix == ".png", link
        if anchor:
            assert anchor in seen(target).names, link


@pytest.mark.parametrize("language", languages())
def test_the_list_leads_to_every_page_of_its_language_and_to_the_other_one(language: str) -> None:
    index = guides_page(language)

    led_to = {(index.parent / link).resolve() for link in seen(index).links}
    assert set((PAGES / language).glob("*.html")) - {index} <= led_to
    assert {guides_page(other) for other in languages()} - {index} <= led_to


def test_the_fonts_of_the_pages_are_there() -> None:
    style = PAGES / "style.css"
    fonts = re.findall(r"url\((.+?)\)", style.read_text(encoding="utf-8"))

    assert fonts
    assert all((PAGES / font).resolve().is_file() for font in fonts)
