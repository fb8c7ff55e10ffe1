"""What must hold of the scenes of the cards, each mistake at its line and column."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import assert_never

from enacting.box.draft import Located
from enacting.box.problems import Instead, Problem, problem, quoted, warning
from enacting.engine.cards import Art, Card
from enacting.scenes.hiding import Covering, Hidden, hidden_parts
from enacting.scenes.reading import MAX_LINES, Fault, Mistake, Placed, read_hero, read_line


def scene_problems(card: Located[Card], art: Art) -> Iterator[Problem]:
    """Everything wrong with the scene of a card, and with what it brings to the middle of the board."""
    if art.scene and not art.icon:
        yield card.wrong_key(("art", "scene"), "scene_without_icon", name=card.id)
    if art.hero:
        yield from (_problem_of(card, ("art", "hero"), mistake) for mistake in read_hero(art.hero)[1])
    if len(art.scene) > MAX_LINES:
        yield card.wrong_key(("art", "scene"), "scene_too_long", count=len(art.scene), most=MAX_LINES)
        return
    lines, hidden = _read(art.scene)
    for index, (placed, mistakes) in enumerate(lines):
        path = ("art", "scene", index)
        yield from (_problem_of(card, path, mistake) for mistake in mistakes)
        if index and placed is not None and placed.part.name == "sky":
            yield card.wrong(path, "scene_sky_not_first")
    yield from _hidden_parts(card, [placed for placed, _ in lines if placed is not None], hidden)


Lines = tuple[tuple[Placed | None, tuple[Mistake, ...]], ...]
"""What each line of a scene says, and what is wrong with it."""


@lru_cache(maxsize=2048)
def _read(scene: tuple[str, ...]) -> tuple[Lines, tuple[Hidden, ...]]:
    """The lines of a scene and, where all are right, what is hidden: a box that is edited has mostly the same ones."""
    lines = tuple(read_line(line) for line in scene)
    placed = tuple(line for line, _ in lines if line is not None)
    return lines, tuple(hidden_parts(placed)) if len(placed) == len(scene) else ()


def _problem_of(card: Located[Card], path: tuple[str | int, ...], mistake: Mistake) -> Problem:
    """A mistake in a line, at its own column."""
    line = card.at(*path)
    place = line._replace(column=line.column + mistake.at)
    written, known = quoted(mistake.written), Instead(mistake.written, mistake.known)
    match mistake.fault:
        case Fault.UNKNOWN_PART:
            return problem(card.file, place, "scene_unknown_part", name=written, instead=known)
        case Fault.NOT_STANDING:
            return problem(card.file, place, "scene_hero_fills", name=written)
        case Fault.UNKNOWN_WORD:
            return problem(card.file, place, "scene_unknown_word", part=mistake.part, name=written, instead=known)
        case Fault.NO_WORDS:
            return problem(card.file, place, "scene_no_words", part=mistake.part, name=written)
        case Fault.TWO_OF_ONE:
            return problem(card.file, place, "scene_two_of_one", name=written, other=mistake.right)
        case Fault.NUMBER_MISSING:
            return problem(
                card.file, place, "scene_number_missing", part=mistake.part, number=mistake.name, right=mistake.right
            )
        case Fault.NUMBER_TOO_MANY:
            return problem(
                card.file, place, "scene_number_too_many", part=mistake.part, name=written, right=mistake.right
            )
        case Fault.NUMBER_FORM:
            return problem(card.file, place, "scene_number_form", name=written, right=mistake.right)
        case Fault.OUT_OF_RANGE:
            return problem(
                card.file,
                place,
                "scene_out_of_range",
                part=mistake.part,
                name=written,
                number=mistake.name,
                least=mistake.minimum,
                most=mistake.maximum,
            )
        case _:
            assert_never(mistake.fault)


def _hidden_parts(card: Located[Card], scene: Sequence[Placed], found: Sequence[Hidden]) -> Iterator[Problem]:
    """What nobody would see; the box can be played all the same."""
    for hidden in found:
        place, part = card.at("art", "scene", hidden.index), scene[hidden.index].part.name
        match hidden.cover:
            case Covering.TITLE:
                yield warning(card.file, place, "scene_behind_title", part=part)
            case Covering.KIND:
                yield warning(card.file, place, "scene_behind_kind", part=part)
            case Covering.EDGE:
                yield warning(card.file, place, "scene_off_picture", part=part)
            case Covering.PART:
                other = scene[hidden.by].part.name
                yield warning(card.file, place, "scene_behind_part", part=part, other=other)
            case _:
                assert_never(hidden.cover)
