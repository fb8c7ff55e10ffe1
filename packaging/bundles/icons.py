"""The icons of the program and of its files, drawn by the game itself: a folder of PNG, one ICO, one ICNS.

Law: each size is drawn for itself, not made smaller from a large one; the same code draws the window's own icon.
"""

import os
import struct
from collections.abc import Callable, Mapping
from io import BytesIO

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.theme import palette

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels; those Windows asks for at 100, 125, 150 and 200 %."""
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
PAPER, EDGE = pygame.Color("#FFFFFF"), pygame.Color("#545A6B")
_FINER = 4
"""How much larger a sheet of paper is drawn, so that its edges are smooth."""

Drawing = Callable[[int], pygame.Surface]


def program(size: int) -> pygame.Surface:
    """The hexagon of the game."""
    return icon("hexagon", Weight.FILL, size, palette().accent)


def session(size: int) -> pygame.Surface:
    """A sheet with the hexagon: the file of a session."""
    return _on_paper("hexagon", size)


def box(size: int) -> pygame.Surface:
    """A sheet with cards: the file of a box."""
    return _on_paper("cards", size)


DRAWINGS: Mapping[str, Drawing] = {"enacting": program, "session": session, "box": box}


def png(drawing: Drawing, size: int) -> bytes:
    """One picture, as a PNG file."""
    written = BytesIO()
    pygame.image.save(drawing(size), written, "icon.png")
    return written.getvalue()


def ico(drawing: Drawing) -> bytes:
    """An icon of Windows, with all its sizes, each a PNG (since Windows Vista)."""
    pictures = [(size, png(drawing, size)) for size in SIZES]
    head, body = struct.pack("<3H", 0, 1, len(pictures)), b""
    place = len(head) + 16 * len(pictures)
    for size, picture in pictures:
        head += struct.pack("<4B2H2L", size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def icns(drawing: Drawing) -> bytes:
    """An icon of macOS, with its sizes."""
    parts = [(kind, png(drawing, size)) for size, kind in ICNS_TYPES.items()]
    body = b"".join(kind + struct.pack(">L", len(picture) + 8) + picture for kind, picture in parts)
    return b"icns" + struct.pack(">L", len(body) + 8) + body


def _on_paper(name: str, size: int) -> pygame.Surface:
    fine = size * _FINER
    sheet = pygame.Surface((fine, fine), pygame.SRCALPHA)
    paper = pygame.Rect(0, 0, round(fine * 0.78), round(fine * 0.96))
    paper.center = (fine // 2, fine // 2)
    pygame.draw.rect(sheet, EDGE, paper, border_radius=fine // 12)
    pygame.draw.rect(sheet, PAPER, paper.inflate(-fine // 12, -fine // 12), border_radius=fine // 20)
    drawn = pygame.transform.smoothscale(sheet, (size, size))
    side = max(8, round(size * 0.56))
    drawn.blit(icon(name, Weight.FILL, side, palette().accent), ((size - side) // 2, (size - side) // 2))
    return drawn
