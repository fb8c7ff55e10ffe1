"""What must hold of the scenes of the cards, each mistake at its line and column."""

from collections.abc import Iterator

from enacting.box.draft import Written
from enacting.box.problems import Field, Instead, Problem, problem, quoted
from enacting.engine.cards import Art, Card
from enacting.scenes.hiding import Cover, hidden_parts
from enacting.scenes.reading import MAX_LINES, Fault, Mistake, Placed, read_hero, read_line

_KEYS = {
    Fault.NOTHING: "scene_number_missing",
    Fault.UNKNOWN_PART: "scene_unknown_part",
    Fault.UNKNOWN_WORD: "scene_unknown_word",
    Fault.NO_WORDS: "scene_no_words",
    Fault.TWO_OF_ONE: "scene_two_of_one",
    Fault.NUMBER_MISSING: "scene_number_missing",
    Fault.NUMBER_TOO_MANY: "scene_number_too_many",
    Fault.NUMBER_FORM: "scene_number_form",
    Fault.OUT_OF_RANGE: "scene_out_of_range",
}
_COVERS = {
    Cover.TITLE: "scene_behind_title",
    Cover.KIND: "scene_behind_kind",
    Cover.EDGE: "scene_off_picture",
    Cover.PART: "scene_behind_part",
}


def scene_problems(card: Written[Card], art: Art) -> Iterator[Problem]:
    """Everything wrong with the scene of a card, and with what it brings to the middle of the board."""
    if art.scene and not art.icon:
        yield card.wrong_key(("art", "scene"), "scene_without_icon", name=card.id)
    if art.hero:
        for mistake in read_hero(art.hero)[2]:
            yield _told(card, ("art", "hero"), mistake)
    if len(art.scene) > MAX_LINES:
        yield card.wrong_key(("art", "scene"), "scene_too_long", count=len(art.scene), most=MAX_LINES)
        return
    scene: list[Placed] = []
    for index, text in enumerate(art.scene):
        placed, mistakes = read_line(text)
        for mistake in mistakes:
            yield _told(card, ("art", "scene", index), mistake)
        if placed is not None:
            scene.append(placed)
            if placed.part.name == "sky" and index:
                yield card.wrong(("art", "scene", index), "scene_sky_not_first")
    if len(scene) == len(art.scene):
        yield from _hidden(card, tuple(scene))


def _told(card: Written[Card], path: tuple[str | int, ...], mistake: Mistake) -> Problem:
    """A mistake in a line, at its own column."""
    place = card.at(*path)
    fields: dict[str, Field] = {"name": quoted(mistake.written)}
    match mistake.fault:
        case Fault.UNKNOWN_PART:
            fields["instead"] = Instead(mistake.written, mistake.known)
        case Fault.UNKNOWN_WORD:
            fields |= {"part": mistake.part, "instead": Instead(mistake.written, mistake.known)}
        case Fault.NO_WORDS:
            fields |= {"part": mistake.part}
        case Fault.TWO_OF_ONE:
            fields |= {"other": mistake.right}
        case Fault.NUMBER_MISSING | Fault.NOTHING:
            fields = {"part": mistake.part, "number": mistake.name, "right": mistake.right}
        case Fault.NUMBER_TOO_MANY:
            fields |= {"part": mistake.part, "right": mistake.right}
        case Fault.NUMBER_FORM:
            fields |= {"right": mistake.right}
        case Fault.OUT_OF_RANGE:
            fields |= {"part": mistake.part, "number": mistake.name, "least": mistake.minimum, "most": mistake.maximum}
    return problem(card.file, place._replace(column=place.column + mistake.at), _KEYS[mistake.fault], **fields)


def _hidden(card: Written[Card], scene: tuple[Placed, ...]) -> Iterator[Problem]:
    for hidden in hidden_parts(scene):
        fields: dict[str, Field] = {"part": scene[hidden.index].part.name}
        if hidden.cover is Cover.PART:
            fields["other"] = scene[hidden.by].part.name
        yield card.wrong(("art", "scene", hidden.index), _COVERS[hidden.cover], **fields)
