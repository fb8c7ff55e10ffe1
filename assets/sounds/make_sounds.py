"""Makes the sounds of the game again: `python assets/sounds/make_sounds.py`. Soft, short, and nobody else's.

Each is a few sine waves that fade, some with a breath of noise, at 22,050 Hz, 16 bits, one channel.
"""

import math
import random
import struct
import wave
from pathlib import Path

RATE = 22_050
LOUDEST = 0.32
FOLDER = Path(__file__).resolve().parent

Note = tuple[float, float, float]
"""When it begins, in seconds; its frequency, in hertz; how long it fades, in seconds."""

SOUNDS: dict[str, tuple[tuple[Note, ...], float]] = {
    "draw": (((0.0, 220.0, 0.05),), 0.8),
    "turn-over": (((0.0, 246.9, 0.06), (0.05, 293.7, 0.07)), 0.6),
    "crisis": (((0.0, 110.0, 0.36), (0.0, 164.8, 0.32), (0.14, 155.6, 0.34)), 0.1),
    "place": (((0.0, 174.6, 0.09), (0.012, 261.6, 0.05)), 0.25),
    "disc": (((0.0, 523.3, 0.04), (0.008, 392.0, 0.05)), 0.12),
    "adopt": (((0.0, 130.8, 0.10), (0.05, 392.0, 0.22), (0.16, 523.3, 0.30)), 0.3),
    "aside": (((0.0, 261.6, 0.12), (0.08, 196.0, 0.16)), 0.0),
    "turn": (((0.0, 329.6, 0.14),), 0.05),
    "part": (((0.0, 261.6, 0.26), (0.14, 329.6, 0.28), (0.28, 392.0, 0.30)), 0.0),
    "link": (((0.0, 293.7, 0.12), (0.10, 349.2, 0.12), (0.20, 440.0, 0.16)), 0.03),
    "name": (((0.0, 261.6, 0.30), (0.10, 392.0, 0.30), (0.20, 523.3, 0.32)), 0.0),
    "ratings": (((0.0, 261.6, 0.12), (0.55, 392.0, 0.20)), 0.0),
    "end": (((0.0, 392.0, 0.28), (0.14, 329.6, 0.30), (0.28, 261.6, 0.30)), 0.0),
}
"""The notes of each sound, and how much breath it has."""


def samples(notes: tuple[Note, ...], breath: float) -> list[int]:
    """The sound, softened at both ends."""
    length = max(begin + 3 * fade for begin, _, fade in notes)
    chance = random.Random(27)
    found, low = [], 0.0
    for index in range(round(length * RATE)):
        now = index / RATE
        tone = sum(
            math.sin(2 * math.pi * pitch * (now - begin)) * math.exp(-(now - begin) / (fade / 2))
            for begin, pitch, fade in notes
            if now >= begin
        )
        low += 0.18 * (chance.uniform(-1, 1) - low)
        noise = low * breath * math.exp(-now / 0.03) * 3
        soft = min(1.0, now / 0.006) * min(1.0, (length - now) / 0.01)
        found.append((tone / len(notes) + noise) * soft)
    loudest = max(abs(sample) for sample in found)
    return [round(sample / loudest * LOUDEST * 32_767) for sample in found]


def main() -> None:
    """Write every sound."""
    for name, (notes, breath) in SOUNDS.items():
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            found = samples(notes, breath)
            file.writeframes(struct.pack(f"<{len(found)}h", *found))


if __name__ == "__main__":
    main()
