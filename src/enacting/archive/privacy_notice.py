"""The notice for participants, in two levels of language: one web page with blanks, to be filled in and printed.

Law: the page says only what the program does. It holds no name and no script; what is filled in on the screen is on
paper only, unless the browser is asked to keep the page.
"""

import re
from pathlib import Path

from enacting.harvest.markup import Html, tag, together
from enacting.harvest.writing import file_name, write_page
from enacting.language.words import Words
from enacting.session.metadata import FOR_EVER

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem; color: #1F2433; background: #FFFFFF;
  font: 1.06rem/1.6 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .6rem; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .5rem; }
p { margin: .5rem 0; }
.simple { font-size: 1.4rem; line-height: 1.7; border: 3px solid #1F2433; border-radius: 12px; padding: 1rem 1.4rem; }
.kept { white-space: nowrap; }
.blank { display: inline-block; box-sizing: border-box; min-width: min(16em, 94%); max-width: 94%; padding: 0 .3em;
  white-space: normal; border-bottom: 2px solid #1F2433; background: #FFF0C9; }
.blank.long { width: 94%; }
.blank.short { min-width: 3em; text-align: center; }
.blank:empty:not(.short) { padding-top: 1em; }
.blank:empty::before { content: attr(title); color: #545A6B; font-size: .8rem; line-height: 1.3; }
.blank:focus { outline: 3px solid #164E8C; outline-offset: 2px; }
.how { color: #545A6B; border-left: 6px solid #F2B84B; padding-left: .9rem; }
@page { margin: 12mm 14mm; }
@media print { .how { display: none; } .blank { background: none; }
  body { padding: 0; font-size: 11pt; line-height: 1.4; } h2 { margin-top: .8rem; }
  p { margin: .22rem 0; break-inside: avoid; }
  .simple { font-size: 13pt; line-height: 1.4; padding: .5rem 1rem; break-inside: avoid; } }
"""
SHAPES = {"days": "blank short", "contact": "blank long"}
"""The blank with less room than the others, and that with room for an address."""
_BLANK = re.compile(r"\[(\w+)\](\s?[).,;:]+)?")


def notice_page(words: Words, days: int) -> str:
    """The notice as one HTML file; `days` is how long a session is kept, `FOR_EVER` to leave the number blank."""
    known = {"days": "" if days == FOR_EVER else str(days)}
    title = words("notice.title")

    def paragraph(key: str) -> Html:
        return tag("p", _with_blanks(words(key), words, known))

    full = [
        paragraph(f"notice.full.{section}")
        for section in ("what", "secret", "free", "opinions", "where", "erased", "rights", "complaint")
    ]
    simple = [
        paragraph(f"notice.simple.{section}")
        for section in ("write", "secret", "name", "politics", "internet", "erase", "ask")
    ]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(STYLE)),
    )
    body = tag(
        "body",
        tag(
            "main",
            tag("h1", title),
            tag("p", words("notice.how"), class_="how"),
            tag("h2", words("notice.simple.title"), id="simple"),
            tag("section", *simple, class_="simple", aria_labelledby="simple"),
            tag("h2", words("notice.full.title"), id="full"),
            tag("section", *full, aria_labelledby="full"),
        ),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=words.language)}\n"


def write_notice(folder: Path, words: Words, days: int) -> Path:
    """Write the notice in that folder, unless it is there as it would be, and say where; `OSError` when it cannot be.

    It never takes the place of a file: somebody may have filled in the one that is there.
    """
    page, there = notice_page(words, days), folder / f"{file_name(words('notice.file'), '')}.html"
    if there.is_file() and there.read_bytes() == page.encode():
        return there
    return write_page(folder, words("notice.file"), page)


def _with_blanks(text: str, words: Words, known: dict[str, str]) -> Html:
    """The text with a place to write in for each `[blank]`, on one line with the sign that ends it."""
    pieces, here = [], 0
    for found in _BLANK.finditer(text):
        blank, sign = _blank(found[1], words, known), found[2] or ""
        pieces += [text[here : found.start()], tag("span", blank, sign, class_="kept") if sign else blank]
        here = found.end()
    return together(*pieces, text[here:])


def _blank(name: str, words: Words, known: dict[str, str]) -> Html:
    return tag(
        "span",
        known.get(name, ""),
        class_=SHAPES.get(name, "blank"),
        contenteditable="true",
        role="textbox",
        aria_label=words(f"notice.blank.{name}"),
        title=words(f"notice.blank.{name}"),
    )
