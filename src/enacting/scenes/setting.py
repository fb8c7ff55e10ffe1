"""What a scene is set in. Apart from what draws it, so that a face can name its scene before anything is drawn."""

import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """What a scene is set in: the colour of its sky and ground, the pattern of a family over the sky.

    `tones` draws all of it in tones of that colour, as the ground of a posture. `seed` moves what chance decides.
    """

    colour: str
    pattern: str = "none"
    tones: bool = False
    seed: int = 1


def seed_of(name: str) -> int:
    """The seed of a card: the same for its id for ever."""
    return zlib.crc32(name.encode()) % 997 + 1
