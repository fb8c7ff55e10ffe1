"""The table of all parts, by name."""

from collections.abc import Mapping
from typing import Final

from enacting.scenes import buildings, figure, layers, nature, people, signs, things, transport, weather
from enacting.scenes.grammar import ScenePart

PARTS: Final[Mapping[str, ScenePart]] = {
    part.name: part
    for subject in (layers, weather, nature, buildings, transport, things, signs, people, figure)
    for part in subject.PARTS
}
