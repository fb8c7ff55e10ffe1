"""Cards as they come out of the printer, set in type aside while the window goes on.

Law: the window never waits: a card that is not ready is asked for, and comes a moment later.
"""

import threading
from io import BytesIO
from typing import Final

import pygame

from enacting.box.loading import Boxes
from enacting.engine.cards import CardId
from enacting.sheets.card_picture import CardPage, card_picture
from enacting.typesetting import CannotTypeset, Typesetter

DOTS_PER_INCH: Final = 150
MAX_KEPT: Final = 12
SET_BEFORE_RENEWAL: Final = 60
"""How many cards one process sets: it keeps what it has measured, and grows."""

_Key = tuple[CardId, str]


class PrintedCards:
    """The pictures of the cards of one version of a box after another."""

    def __init__(self) -> None:
        self._boxes: Boxes | None = None
        self._ready: dict[_Key, pygame.Surface | None] = {}
        self._asked: list[_Key] = []
        self._set = 0
        self._condition = threading.Condition()
        self._typesetter = Typesetter()
        self._is_closed = False
        self._has_news = False
        self._worker: threading.Thread | None = None

    def use(self, boxes: Boxes) -> None:
        """Show another version of the box; the pictures of the one before are forgotten."""
        with self._condition:
            self._boxes = boxes
            self._ready.clear()
            self._asked.clear()

    def picture(self, card: CardId, language: str) -> pygame.Surface | None:
        """The card as printed, None while it is not ready or when it cannot be set."""
        key = (card, language)
        with self._condition:
            if key not in self._ready and key not in self._asked and not self._is_closed:
                self._asked.append(key)
                self._begin()
                self._condition.notify()
            return self._ready.get(key)

    def has_news(self) -> bool:
        """Whether a picture has become ready since this was last asked."""
        with self._condition:
            news, self._has_news = self._has_news, False
            return news

    def close(self) -> None:
        """Stop, even in the middle of a page."""
        with self._condition:
            self._is_closed = True
            self._condition.notify()
        self._typesetter.close()

    def _begin(self) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="printed-cards", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while True:
            with self._condition:
                while not self._asked and not self._is_closed:
                    self._condition.wait()
                if self._is_closed:
                    return
                boxes, key = self._boxes, self._asked[0]
            assert boxes is not None
            surface = self._set_in_type(boxes, key)
            with self._condition:
                if boxes is self._boxes:
                    self._keep(key, surface)

    def _set_in_type(self, boxes: Boxes, key: _Key) -> pygame.Surface | None:
        card, language = key
        try:
            picture = card_picture(boxes, language, card, self._typesetter, dots_per_inch=DOTS_PER_INCH)
        except (CannotTypeset, KeyError):
            return None
        self._set += 1
        if self._set % SET_BEFORE_RENEWAL == 0:
            self._typesetter.close()
        return _cut_out(picture)

    def _keep(self, key: _Key, surface: pygame.Surface | None) -> None:
        self._ready[key] = surface
        if key in self._asked:
            self._asked.remove(key)
        while len(self._ready) > MAX_KEPT:
            del self._ready[next(iter(self._ready))]
        self._has_news = True


def _cut_out(picture: CardPage) -> pygame.Surface:
    page = pygame.image.load(BytesIO(picture.png), "card.png")
    return page.subsurface(pygame.Rect(picture.area).clip(page.get_rect())).copy()
