"""The reports of two sessions as they were last agreed on: `python tests/golden.py` writes them anew.

Each is two files of `data/golden`: all that the report says, as Markdown, and how its page and its printed document are
made, a line for each part. Look at what changed (`git diff`) before keeping it.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parent.parent / "src"))

from harvests import a_session, an_empty_session, harvested

from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.markup import Html
from enacting.harvest.printed import as_document
from enacting.harvest.report import report_of
from enacting.language.words import languages, words_in

FOLDER: Final = Path(__file__).parent / "data" / "golden"
SESSIONS: Final = {"whole": a_session, "empty": an_empty_session}
_PARTS: Final = re.compile(r"<(h\d|section|nav|main|header|footer|table|article|figure)\b|<th [^>]*col|<tr>|<li>|<bdi>")


def golden_files() -> Iterator[tuple[str, str]]:
    """The name of each file, and what it is to hold."""
    for name, session in SESSIONS.items():
        for language in languages():
            words = words_in(language)
            report = report_of(harvested(session(), language), words, Html("<svg></svg>"))
            page = as_html(report, words, with_fonts=False)
            yield f"{name}-{language}.md", as_markdown(report)
            if language == "en":
                printed = (*_printed(as_document(report, words).data["sections"], ""),)
                yield f"{name}.txt", "\n".join(["page", *_page(page), "", "printed", *printed]) + "\n"


def _page(page: str) -> Iterator[str]:
    """The landmarks, headings, tables and lists of a page, a section a line."""
    for part in re.split(r"(?=<section |<footer)", page.partition("<body>")[2]):
        found = [(each[1] or each[0].strip("<>")).replace('th scope="col', "col") for each in _PARTS.finditer(part)]
        counts = {each: found.count(each) for each in dict.fromkeys(found)}
        yield "  " + " ".join(name if count == 1 else f"{name}×{count}" for name, count in counts.items())


def _printed(parts: list[Mapping[str, Any]], indent: str) -> Iterator[str]:
    """What the template is given: the kind of each block, and how many things are in it."""
    for part in parts:
        name = part.get("anchor") or part.get("kind") or "card"
        sizes = [f"{key}×{len(value)}" for key, value in part.items() if isinstance(value, list | tuple)]
        yield f"{indent}  {' '.join([str(name), *sizes])}"
        yield from _printed([*part.get("blocks", ()), *part.get("cards", ())], f"{indent}  ")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in golden_files():
        (FOLDER / file).write_text(text, encoding="utf-8", newline="\n")
