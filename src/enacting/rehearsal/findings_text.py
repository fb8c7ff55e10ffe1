"""Findings written out: as lines of a terminal, and as a web page. Both say the same."""

from collections.abc import Iterable, Iterator
from typing import Final

from enacting.harvest.markup import Html, tag
from enacting.language.words import Words
from enacting.rehearsal.findings import FindingsRow, FindingsSection

BAR: Final = 24
"""The longest bar of a terminal, in characters."""
NAME: Final = 64
"""The longest name of a row."""
_STYLE: Final = """
body { font: 17px/1.45 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em;
  color: #1F2433; background: #FBF8F1; }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0; }
th, td { text-align: left; padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid #E4DED2; vertical-align: top; }
td.figure, th.figure { text-align: right; white-space: nowrap; } td.bar { width: 34%; }
svg { display: block; width: 100%; height: 1em; } p { max-width: 44em; }
"""


def as_lines(heading: str, sections: Iterable[FindingsSection]) -> Iterator[str]:
    """A line for each row, with its bar; names are cut to fit."""
    yield heading
    for section in sections:
        yield ""
        yield section.title
        yield from _table(section)
        if section.remark:
            yield f"  {section.remark}"


def as_page(heading: str, sections: Iterable[FindingsSection], words: Words) -> str:
    """One web page that needs nothing else: no script, nothing fetched."""
    body = [tag("h1", heading), *(_section(section, words) for section in sections)]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", heading),
        # Ours, and without any text of a box.
        tag("style", Html(_STYLE)),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', *body), lang=words.language)}\n"


def _table(section: FindingsSection) -> Iterator[str]:
    if not section.rows:
        return
    names = [_cut(row.name) for row in section.rows]
    first = max(len(name) for name in (*names, section.columns[0]))
    widths = [
        max(len(text) for text in (column, *(row.figures[index] for row in section.rows)))
        for index, column in enumerate(section.columns[1:])
    ]
    yield "  " + "  ".join((section.columns[0].ljust(first), *map(str.rjust, section.columns[1:], widths)))
    for name, row in zip(names, section.rows, strict=True):
        figures = map(str.rjust, row.figures, widths)
        yield ("  " + "  ".join((name.ljust(first), *figures, _bar(row)))).rstrip()


def _cut(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"


def _bar(row: FindingsRow) -> str:
    return "" if row.share is None else "█" * round(BAR * row.share)


def _section(section: FindingsSection, words: Words) -> Html:
    columns = (*section.columns, words("rehearsal.bar"))
    heads = (
        tag("th", column, scope="col", class_="figure" if 0 < index < len(columns) - 1 else None)
        for index, column in enumerate(columns)
    )
    table = tag(
        "table",
        tag("caption", section.title, hidden="hidden"),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *(_page_row(row) for row in section.rows)),
    )
    remark = tag("p", section.remark) if section.remark else Html("")
    return tag("section", tag("h2", section.title), table if section.rows else Html(""), remark)


def _page_row(row: FindingsRow) -> Html:
    share = row.share or 0.0
    bar = tag(
        "svg",
        tag("rect", width=f"{100 * share:.1f}", height="10", fill="#2F5B66"),
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    figures = (tag("td", figure, class_="figure") for figure in row.figures)
    return tag("tr", tag("th", row.name, scope="row"), *figures, tag("td", bar, class_="bar"))
