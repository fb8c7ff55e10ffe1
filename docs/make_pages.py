"""Makes the guides into pages that a browser shows without a network: `python docs/make_pages.py`.

The pages are in `docs/pages/`, one folder for each language. The package and the bundles hold them, and the help of the
game opens them. A test compares them with the guides: run this after a change of a guide.
"""

import os
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT / "src"))

from markdown_it import MarkdownIt  # noqa: E402
from markdown_it.token import Token  # noqa: E402

from enacting.archive.privacy_notice import notice_page  # noqa: E402
from enacting.harvest.markup import Html, tag  # noqa: E402
from enacting.language.words import LANGUAGE_NAMES, languages, words_in  # noqa: E402
from enacting.session.metadata import FOR_EVER  # noqa: E402

PAGES = DOCS / "pages"
BOX = ROOT / "cards" / "enacting-the-commons"
POLICY = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:"


class Guide(NamedTuple):
    """A page to make of a text, and its name in the list of the pages."""

    name: str
    source: Path
    language: str


def guides() -> list[Guide]:
    """Every guide in every language, in the order of the list: who runs a session first."""
    sources = {"facilitator": DOCS, "installing": DOCS, "rules": BOX, "designer": DOCS, "problems": DOCS}
    found = []
    for language in languages():
        end = ".md" if language == "en" else f".{language}.md"
        for name, folder in sources.items():
            source = folder / (f"RULES{end}" if name == "rules" else f"{name}{end}")
            found.append(Guide(name, source, language))
    return found


def pages() -> dict[Path, str]:
    """The content of every page, by its file."""
    made = {}
    for guide in guides():
        made[PAGES / guide.language / f"{guide.name}.html"] = guide_page(guide)
    for language in languages():
        made[PAGES / language / "notice.html"] = notice_page(words_in(language), FOR_EVER)
        made[PAGES / language / "index.html"] = index_page(language)
    return made


def guide_page(guide: Guide) -> str:
    """One guide as a page."""
    tokens = MarkdownIt("commonmark").enable("table").parse(guide.source.read_text(encoding="utf-8"))
    _mind_links(tokens, guide)
    _name_headings(tokens)
    title = next(text for level, text, _ in _headings(tokens) if level == "h1")
    entries = [tag("li", tag("a", text, href=f"#{name}")) for level, text, name in _headings(tokens) if level == "h2"]
    words = words_in(guide.language)
    contents = tag("nav", tag("h2", words("pages.contents")), tag("ul", *entries), aria_label=words("pages.contents"))
    after_title = next(index for index, token in enumerate(tokens) if token.type == "heading_close") + 1
    content = tag("main", _rendered(tokens[:after_title]), contents, _rendered(tokens[after_title:]))
    return _page(guide.language, title, f"{guide.name}.html", content)


def _rendered(tokens: list[Token]) -> Html:
    parser = MarkdownIt("commonmark")
    return Html(parser.renderer.render(tokens, parser.options, {}))


def index_page(language: str) -> str:
    """The list of the pages of one language."""
    words = words_in(language)
    names = [guide.name for guide in guides() if guide.language == language]
    names.insert(names.index("designer"), "notice")
    items = [
        tag("li", tag("a", words(f"pages.{name}"), href=f"{name}.html"), tag("p", words(f"pages.{name}_for")))
        for name in names
    ]
    content = tag("main", tag("h1", words("pages.title")), tag("ul", *items, class_="pages"))
    return _page(language, words("pages.title"), "index.html", content)


def _page(language: str, title: str, name: str, content: Html) -> str:
    words = words_in(language)
    links = [tag("a", words("pages.all"), href="index.html")] if name != "index.html" else []
    links += [
        tag("a", LANGUAGE_NAMES[other], href=f"../{other}/{name}", lang=other, hreflang=other)
        for other in languages()
        if other != language
    ]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} · Enacting the Commons"),
        Html('<link rel="stylesheet" href="../style.css">'),
    )
    body = tag("body", tag("header", *links, class_="top"), content)
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=language)}\n"


def _all_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _mind_links(tokens: list[Token], guide: Guide) -> None:
    """Lead links to the page made of a text, and pictures to their file; what is not shipped keeps its words only."""
    by_source = {each.source: each for each in guides()}
    here = PAGES / guide.language
    for block in tokens:
        kept: list[Token] = []
        open_links: list[bool] = []
        for token in block.children or ():
            if token.type == "link_open":
                path, _, anchor = str(token.attrs["href"]).partition("#")
                target = by_source.get((guide.source.parent / path).resolve()) if path else guide
                outside = path.startswith("https:") or path == "https"
                open_links.append(target is not None or outside)
                if target is not None:
                    page = os.path.relpath(PAGES / target.language / f"{target.name}.html", here) if path else ""
                    token.attrs["href"] = Path(page).as_posix() * bool(page) + (f"#{anchor}" if anchor else "")
                if not open_links[-1]:
                    continue
            elif token.type == "link_close":
                if not open_links.pop():
                    continue
            elif token.type == "image":
                file = (guide.source.parent / str(token.attrs["src"])).resolve()
                token.attrs["src"] = Path(os.path.relpath(file, here)).as_posix()
            kept.append(token)
        if block.children is not None:
            block.children = kept


def _headings(tokens: list[Token]) -> Iterator[tuple[str, str, str]]:
    """Each heading: its level, its text without marks, and its name in links, as the usual viewers make it."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            text = "".join(child.content for child in inline.children or ())
            name = re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-")
            yield token.tag, text, name


def _name_headings(tokens: list[Token]) -> None:
    names = [name for _, _, name in _headings(tokens)]
    openings = (token for token in tokens if token.type == "heading_open")
    for token, name in zip(openings, names, strict=True):
        token.attrs["id"] = name


def main() -> None:
    """Write every page, and take away those that no guide makes any more."""
    made = pages()
    for old in set(PAGES.glob("*/*.html")) - made.keys():
        old.unlink()
    for file, page in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
