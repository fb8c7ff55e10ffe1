"""What is kept to be quick is counted in bytes: no session, however long, takes more and more memory."""

import functools
import gc
import importlib
import io
import pkgutil
from dataclasses import replace
from pathlib import Path

import pygame
from tables import tiny_box
from ui.days import Day
from ui.random_events import shut_in

import enacting.ui
from enacting.engine.cards import Art, CardId
from enacting.ui.faces import designer_pictures, table_look
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.table_look import tilted_face
from enacting.ui.graphics import cache, typeset


def test_tilted_faces_faces_take_no_more_than_their_share() -> None:
    faces = [pygame.Surface((700, 1000), pygame.SRCALPHA) for _ in range(18)]

    turned = [tilted_face(face, 2.0) for face in faces]

    assert tilted_face(faces[-1], 2.0) is turned[-1]
    assert 60_000_000 < table_look._tilted_faces.weight <= 96_000_000


def test_pictures_of_designers_take_no_more_than_their_share() -> None:
    card = replace(tiny_box().mechanisms[CardId("m1")], art=Art(image="art/large.png"))

    for shade in range(32):
        drawn = pygame.Surface((1280, 960))
        drawn.fill((shade, 0, 0))
        written = io.BytesIO()
        pygame.image.save(drawn, written, "large.png")
        assert picture_of(card, {"art/large.png": written.getvalue()}) is not None

    assert 100_000_000 < designer_pictures._cache.weight <= 128_000_000


def test_no_surface_is_kept_by_number_alone() -> None:
    for module in pkgutil.walk_packages(enacting.ui.__path__, "enacting.ui."):
        importlib.import_module(module.name)

    caches = [value for value in gc.get_objects() if isinstance(value, functools._lru_cache_wrapper)]
    ours = [cached for cached in caches if cached.__module__.startswith("enacting.ui")]

    assert len(ours) > 3
    assert [cached.__name__ for cached in ours if "Surface" in str(cached.__annotations__["return"])] == []


def test_what_was_drawn_for_sizes_that_the_window_has_no_more_is_forgotten(tmp_path: Path) -> None:
    pygame.display.init()
    with shut_in(tmp_path) as clock:
        day = Day(3, tmp_path, clock)
        weights, fonts = [], []
        for number in range(40):
            size = (1024 + 20 * number, 700 + 9 * (number % 30))
            day.app.stage.resize(size)
            day.loop.handle(pygame.event.Event(pygame.WINDOWRESIZED, x=size[0], y=size[1]))
            day.play()
            day.look()
            weights.append(sum(cached.weight for cached in cache._size_dependent))
            fonts.append(len(typeset._fonts) + len(typeset._lines))
        day.leave()

    assert max(weights[20:]) < 1.5 * max(weights[:20])
    assert max(fonts[20:]) < 1.5 * max(fonts[:20])
