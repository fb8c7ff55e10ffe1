"""Somebody who plays the five minutes alone, and what they hear."""

from ui.walks import USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.ui.items.item import Role, text_model

PRINTED = ("consequence-", "persona-say", "persona-goal", "persona-means", "persona-fear")
"""What the screen takes from a card."""


def walk_to_title(language: str = "en") -> Walk:
    """The first screen, the offer of a tour put off."""
    walk = Walk(language, [Window(*USUAL, 1.0)])
    walk.click("later")
    return walk


class Alone:
    """Somebody who plays the five minutes, and hears every screen on the way."""

    def __init__(self, language: str) -> None:
        self.walk = walk_to_title(language)
        self.heard: list[str] = []

    def click(self, *names: str) -> None:
        for name in names:
            self.walk.click(name)
            self.hear()

    def hear(self) -> None:
        """Every word of the screen that is not printed on a card."""
        own = [item for item in self.walk.app.items() if not item.id.startswith(PRINTED) and item.role is not Role.CARD]
        self.heard += [text for _, name, state, _ in text_model(own) for text in (name, state)]

    def play(self) -> None:
        """From the title to the report."""
        self.click("try", "reveal", "go-on", "presented")
        for number in (1, 2):
            self.click("draw")
            turn = self.walk.table.game.turn
            assert turn is not None
            self.click(f"keep-{turn.hand[0]}", "place")
            self.click(self.walk.ids("seat-")[number])
            self.click(self.walk.ids("answer-")[number])
            self.click("propose")
            self.click("adopt")
        self.link()
        self.click("go-on")
        while self.walk.table.doing is not None and self.walk.table.doing.kind is ActivityKind.DISCUSS:
            self.click("go-on")
        self.click("write-next")
        self.walk.fill("takeaway", "Start with one street.", 280, multiline=True)
        self.click("keep-takeaway", "go-on")

    def link(self) -> None:
        first, second = (proposal.card for proposal in self.walk.table.game.proposals)
        self.click(f"card-{first}", f"card-{second}")
        self.walk.fill("link-words", "opens a place", 40)
        self.click("keep-link")
