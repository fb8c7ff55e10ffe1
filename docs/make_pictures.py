"""Makes the pictures of the README, of the guides and of the rules of the box again: `python docs/make_pictures.py`.

A demonstration is played in each language, without a window; some of its pictures are kept, made smaller. A picture of
the rules lives in the box, which is copied and sent without this folder; the guides show the same file. The picture of
a card is the sample card of the README.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "src"))

import pygame  # noqa: E402

from enacting.box import load  # noqa: E402
from enacting.cli import main as enacting  # noqa: E402
from enacting.engine.cards import CardId  # noqa: E402
from enacting.ui.card_look import ReadingCard  # noqa: E402
from enacting.ui.faces.look import look_of  # noqa: E402
from enacting.ui.item import CALM  # noqa: E402
from enacting.ui.printed import printed  # noqa: E402
from enacting.ui.theme import Scale  # noqa: E402
from enacting.words import languages, words_in  # noqa: E402

PICTURES = DOCS / "pictures"
BOX = DOCS.parent / "cards" / "enacting-the-commons"
README_WIDTH, GUIDE_WIDTH = 1280, 720
README_PICTURE = "mechanism-discuss"
IN_THE_GUIDES = {
    "setup": "setup",
    "crisis": "crisis",
    "curtain-before": "curtain",
    "mechanism-keep": "keep",
    "debrief-feelings": "debrief",
}
"""The name of each screen in the demonstration, and of its picture here."""

IN_THE_RULES = {"mechanism-discuss": "table", "decision": "decision", "system": "system"}
"""The same for the pictures of the rules, which are in the box."""

CARD_SIZE = (430, 560)
MARGIN = 24
SAMPLE = "<!-- sample card -->"


def main() -> None:
    """Make every picture."""
    pygame.font.init()
    with tempfile.TemporaryDirectory() as folder:
        for language in languages():
            demonstration = Path(folder) / language
            play(demonstration, language)
            keep(demonstration, language)
        card(Path(folder) / "box")


def play(out: Path, language: str) -> None:
    """Let the game play by itself, always the same way."""
    code = enacting(
        ["demo", "--out", str(out), "--language", language, "--players", "6", "--seed", "27", "--size", "1920x1080"]
    )
    if code:
        raise SystemExit(code)


def keep(demonstration: Path, language: str) -> None:
    """Keep some of the pictures, smaller."""
    for folder, kept in ((PICTURES, IN_THE_GUIDES), (BOX / "pictures", IN_THE_RULES)):
        for screen, name in kept.items():
            smaller(taken(demonstration, screen), folder / language / f"{name}.png", GUIDE_WIDTH)
    if language == "en":
        smaller(taken(demonstration, README_PICTURE), PICTURES / "table.png", README_WIDTH)


def taken(demonstration: Path, screen: str) -> Path:
    """The picture that was taken of that screen."""
    [found] = demonstration.glob(f"[0-9][0-9]-{screen}.png")
    return found


def smaller(picture: Path, out: Path, width: int) -> None:
    """The same picture, that wide."""
    large = pygame.image.load(picture)
    out.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(
        pygame.transform.smoothscale(large, (width, round(width * large.get_height() / large.get_width()))), out
    )


def sample_card() -> str:
    """The lines of YAML that the README shows."""
    _, _, after = (DOCS.parent / "README.md").read_text(encoding="utf-8").partition(SAMPLE)
    return after.split("```")[1].removeprefix("yaml\n")


def card(folder: Path) -> None:
    """Put the sample card into a copy of the box we ship, and paint it as the window does."""
    shutil.copytree(BOX, folder)
    deck = folder / "mechanism.yaml"
    deck.write_text(f"{deck.read_text(encoding='utf-8')}\n{sample_card()}", encoding="utf-8")
    words = words_in("en")
    box = printed(load(folder).box("en"), words)
    mechanism = box.mechanisms[CardId(list(box.mechanisms)[-1])]
    scale = Scale.for_window((1920, 1080), 1.0)
    place = pygame.Rect((MARGIN, MARGIN), CARD_SIZE)
    surface = pygame.Surface(place.inflate(2 * MARGIN, 2 * MARGIN).size, pygame.SRCALPHA)
    ReadingCard(card=mechanism, look=look_of(mechanism, box, scale, words)).paint(surface, place, CALM)
    pygame.image.save(surface, PICTURES / "card.png")


if __name__ == "__main__":
    main()
