"""All the parts a scene can be made of, with their numbers and words: as lines, and as a page with pictures."""

import html
from collections.abc import Iterator
from typing import Final

from enacting.language.words import Words
from enacting.scenes.composing import compose, draw_part
from enacting.scenes.grammar import Flag, Group, Number, ScenePart, Value, Word, WordChoice, WordCount
from enacting.scenes.paints import ground_of
from enacting.scenes.parts import PARTS
from enacting.scenes.reading import example_of, read_line
from enacting.scenes.setting import Setting
from enacting.scenes.svg import group, number, rect

_SETTING: Final = Setting("#2F5B66")
_PAINTS: Final = ground_of(_SETTING.colour)
_SEED: Final = 3
_LAYER_SIZE: Final = (186, 124)
_SKY, _EARTH = "#B9C9D6", "#93A9B8"
_STYLE: Final = """
body { font: 16px/1.4 sans-serif; margin: 2em; color: #1F2433; background: #FBF8F1; }
main > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(21em, 1fr)); gap: 1.2em; }
article { background: #FFFDF8; border: 1px solid #E4DED2; border-radius: 10px; padding: 1em; }
h3 { margin: 0.4em 0 0; } p { margin: 0.2em 0; color: #5A6072; } code { color: #1F2433; }
ul { display: flex; flex-wrap: wrap; gap: 0.6em; list-style: none; margin: 0.6em 0 0; padding: 0; }
li { text-align: center; font: 13px monospace; } svg { display: block; border-radius: 6px; }
"""


def part_lines(words: Words) -> Iterator[str]:
    """Each subject, then each of its parts on a line: its name, its numbers, its words, and what it is."""
    for subject in Group:
        yield words(f"scene.group.{subject}").upper()
        for part in _parts_of(subject):
            numbers = " ".join(f"[{field.name}]" if field.default is not None else field.name for field in part.numbers)
            syntax = f"  {part.name} {numbers}".rstrip()
            part_words = ", ".join(_syntax(word) for word in part.words)
            yield " · ".join(column for column in (syntax, part_words, _gloss(part, words)) if column)


def part_page(words: Words) -> str:
    """A web page with a picture of every part and of every word; nothing in it is fetched from elsewhere."""
    title = html.escape(words("command.scenes_title", count=len(PARTS)))
    sections = "\n".join(
        f"<h2>{html.escape(words(f'scene.group.{subject}'))}</h2>\n<div>\n"
        + "\n".join(_article(part, words) for part in _parts_of(subject))
        + "\n</div>"
        for subject in Group
    )
    everywhere = html.escape(words("scene.everywhere"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{title}</h1>\n<p>{html.escape(words('scene.how'))}</p>\n<p>{everywhere}</p>\n"
        f"<main>\n{sections}\n</main>\n</html>\n"
    )


def _parts_of(subject: Group) -> list[ScenePart]:
    return [part for part in PARTS.values() if part.group is subject]


def _gloss(part: ScenePart, words: Words) -> str:
    return words(f"scene.part.{part.name}")


def _syntax(word: Word) -> str:
    match word:
        case Flag(name=name):
            return name
        case WordChoice(options=options):
            return "|".join(options)
        case WordCount(name=name, minimum=minimum, maximum=maximum):
            return f"{name}{minimum}…{name}{maximum}"


def _article(part: ScenePart, words: Words) -> str:
    """A part with its picture, an example, the ranges of its numbers, and a small picture of each word."""
    ranges = ", ".join(_range(field) for field in part.numbers)
    variants = "".join(f"<li>{_picture(part, {name: value}, 64)}{label}</li>" for label, name, value in _variants(part))
    return (
        f"<article>{_picture(part, {}, 124)}<h3>{part.name}</h3><p>{html.escape(_gloss(part, words))}</p>"
        f"<p><code>- {example_of(part)}</code></p><p>{ranges}</p>"
        + (f"<ul>{variants}</ul>" if variants else "")
        + "</article>"
    )


def _range(field: Number) -> str:
    """A number with its range, and what it is when it is not written."""
    default = f" ({field.default})" if field.default is not None else ""
    return f"{field.name} {field.minimum}…{field.maximum}{default}"


def _variants(part: ScenePart) -> Iterator[tuple[str, str, Value]]:
    """What each word is written, its name and its value; of one that counts, its two ends."""
    for word in part.words:
        match word:
            case Flag(name=name):
                yield name, name, True
            case WordChoice(name=name, options=options):
                yield from ((option, name, option) for option in options)
            case WordCount(name=name, minimum=minimum, maximum=maximum):
                yield from ((f"{name}{value}", name, value) for value in (minimum, maximum))


def _picture(part: ScenePart, words: dict[str, Value], height: int) -> str:
    """The part alone, `height` pixels high: a standing one on its foot, a layer in a small picture."""
    if not part.stands:
        written = " ".join(_written(part, name, value) for name, value in words.items())
        placed = read_line(f"{example_of(part)} {written}")[0]
        assert placed is not None
        whole = compose((placed,), _LAYER_SIZE, _SETTING)
        return whole.replace("<svg ", f'<svg style="width:{height * 1.5:g}px;height:{height}px" ', 1)
    width = max(part.width, 70) + 24
    ground = rect(0, 0, width, 124, _SKY) + rect(0, 112, width, 12, _EARTH)
    body = ground + group(draw_part(part, words, _PAINTS, _SEED), width / 2, 112)
    shown = f'viewBox="0 0 {number(width)} 124" width="{number(width * height / 124)}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {shown}>{body}</svg>'


def _written(part: ScenePart, name: str, value: Value) -> str:
    counts = any(isinstance(word, WordCount) and word.name == name for word in part.words)
    return f"{name}{value}" if counts else name if value is True else str(value)
