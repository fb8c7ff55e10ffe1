"""A scene into the text of one SVG picture, in any size."""

from typing import Final

from enacting.scenes.frame import Frame
from enacting.scenes.grammar import ScenePart, Value
from enacting.scenes.layers import BASE_SKY, grain, pattern, sky
from enacting.scenes.paints import WEATHERS, Paints, ground_of, toned
from enacting.scenes.reading import Placed, Scene
from enacting.scenes.setting import Setting
from enacting.scenes.svg import ellipse, group, picture

_SHADOW: Final = "#1B1530"
_SHADOW_OPACITY: Final = 0.22
TONED: Final = 0.86


def compose(scene: Scene, size: tuple[float, float], setting: Setting) -> str:
    """The picture of a scene, as a whole SVG text."""
    return picture(*size, shapes_of(scene, size, setting))


def shapes_of(scene: Scene, size: tuple[float, float], setting: Setting) -> str:
    """The shapes of the picture alone, to be put into another one and cut there to that size."""
    frame = Frame(*size)
    paints = paints_of(scene, setting)
    drawn = [] if _first_is_sky(scene) else [sky(paints, frame), _family_pattern(scene, paints, frame, setting)]
    for index, placed in enumerate(scene):
        drawn.append(draw_placed(placed, paints, frame, setting.seed + index))
        if index == 0 and _first_is_sky(scene) and placed.words["kind"] == BASE_SKY:
            drawn.append(_family_pattern(scene, paints, frame, setting))
    body = "".join(drawn)
    if setting.tones:
        body = toned(body, setting.colour, TONED)
    return body + grain(frame, seed=setting.seed)


def sky_of(scene: Scene, setting: Setting) -> tuple[str, ...]:
    """The colours of the bands of its sky, from the top, then that of its ground."""
    paints = paints_of(scene, setting)
    colours = (*paints.sky, paints.ground)
    return tuple(toned(colour, setting.colour, TONED) for colour in colours) if setting.tones else colours


def draw_part(part: ScenePart, words: dict[str, Value], paints: Paints, seed: int) -> str:
    """A standing part on its own, 100 high, its foot at (0, 0)."""
    own = {word.name: words.get(word.name, part.defaults[word.name]) for word in part.words}
    return part.draw(paints, **own, **({"seed": seed} if part.seeded else {}))


def paints_of(scene: Scene, setting: Setting) -> Paints:
    """The colours of a scene: those of the sky it names, else those that follow from its colour."""
    kind = str(scene[0].words["kind"]) if _first_is_sky(scene) else BASE_SKY
    return ground_of(setting.colour) if kind == BASE_SKY else WEATHERS[kind]


def _first_is_sky(scene: Scene) -> bool:
    return bool(scene) and scene[0].part.name == "sky"


def _family_pattern(scene: Scene, paints: Paints, frame: Frame, setting: Setting) -> str:
    """The pattern of the family, unless the scene says which one it wants."""
    if any(placed.part.name == "pattern" for placed in scene):
        return ""
    return pattern(paints, frame, kind=setting.pattern)


def draw_placed(placed: Placed, paints: Paints, frame: Frame, seed: int) -> str:
    """A part where a scene puts it, with its shadow if it is heavy."""
    part = placed.part
    if not part.stands:
        return part.draw(paints, frame, *placed.numbers, **placed.words, seed=seed)
    x, foot, height = placed.numbers
    scale = frame.unit * height / 100 / 100
    shadow = ""
    if part.heavy:
        shadow = ellipse(
            frame.x(x) + scale * 6, frame.y(foot), scale * part.width * 0.52, scale * 4.5, _SHADOW, _SHADOW_OPACITY
        )
    body = draw_part(part, dict(placed.words), paints, seed)
    flip, tilt = bool(placed.words["flip"]), int(placed.words["tilt"])
    return shadow + group(body, frame.x(x), frame.y(foot), scale, flip=flip, turn=tilt)
