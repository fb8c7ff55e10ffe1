"""Makes the pictures of the README, of the guides and of the rules of the box again: `python docs/make_pictures.py`.

A demonstration is played in each language, without a window; some of its pictures are kept, made smaller; its session,
and copies of it, are the list of sessions. A picture of the rules lives in the box, which is copied and sent without
this folder; the guides show the same file. The picture of a card is the sample card of the README.
"""

import os
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "src"))

import pygame  # noqa: E402

from enacting.archive.copying import copy_from  # noqa: E402
from enacting.box import load  # noqa: E402
from enacting.cli import main as enacting  # noqa: E402
from enacting.engine.cards import CardId  # noqa: E402
from enacting.language.words import format_day, languages, words_in  # noqa: E402
from enacting.scenes.setting import Setting  # noqa: E402
from enacting.session.session import Session  # noqa: E402
from enacting.system.paths import DATA_VARIABLE, sessions_folder  # noqa: E402
from enacting.ui.destinations import SessionList  # noqa: E402
from enacting.ui.faces.displayed_box import typeset_box  # noqa: E402
from enacting.ui.faces.face_look import look_of  # noqa: E402
from enacting.ui.faces.table_look import ReadingCard  # noqa: E402
from enacting.ui.graphics.scenery import Scenery, scenery_surface  # noqa: E402
from enacting.ui.graphics.theme import Scale  # noqa: E402
from enacting.ui.items.item import CALM  # noqa: E402
from enacting.ui.sessions.sessions_screen import SessionsScreen  # noqa: E402
from enacting.ui.start import new_loop  # noqa: E402
from enacting.ui.welcome.title import TitleScreen  # noqa: E402
from enacting.ui.window.settings import Settings  # noqa: E402
from enacting.ui.window.stage import OffscreenSurface  # noqa: E402

PICTURES = DOCS / "pictures"
BOX = DOCS.parent / "cards" / "enacting-the-commons"
README_WIDTH, GUIDE_WIDTH = 1280, 720
SHADES = 8
"""One shade is kept of so many that follow one another."""

FEWER_SHADES = bytes(min(255, (shade + SHADES // 2) // SHADES * SHADES) for shade in range(256))
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
SCENE = "<!-- scene -->"
SCENE_SIZE = (560, 380)
SCENE_SETTINGS = (
    Setting("#2F5B66", "waves", seed=3),
    Setting("#A32A2A", seed=5),
    Setting("#22577A", "rays", seed=7),
)
"""What each of its scenes is set in: a family, a crisis, the personas."""


def main() -> None:
    """Make every picture."""
    pygame.font.init()
    with tempfile.TemporaryDirectory() as folder:
        for language in languages():
            demonstration = Path(folder) / language
            play(demonstration, language)
            keep(demonstration, language)
            sessions(demonstration, language)
        card(Path(folder) / "box")
    scenes()


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


def sessions(demonstration: Path, language: str) -> None:
    """Keep a picture of the list of sessions: the one that was played, and copies of it from earlier moments."""
    data, words, now = demonstration / "data", words_in(language), datetime.now()
    os.environ[DATA_VARIABLE] = str(data)
    [file] = demonstration.glob("*.session")
    played = Session.look(file)
    for part, days in ((1.0, 0), (0.55, 13), (0.35, 15), (0.2, 48)):
        day = now - timedelta(days=days)
        title = words("setup.proposed_title", date=format_day(day, words))
        if days == 13:
            title = words("sessions.what_if_title", title=title)
        path = copy_from(played, round(part * len(played.in_force())), sessions_folder(), title, day)
        os.utime(path, (day.timestamp(), day.timestamp()))
    loop = new_loop(OffscreenSurface((1920, 1080)), Settings(language=language, reduce_motion=True), BOX)
    app = loop.app
    title_screen = app.screen
    assert isinstance(title_screen, TitleScreen)
    title_screen.library.boxes()
    app.go_to(SessionList())
    screen = app.screen
    assert isinstance(screen, SessionsScreen)
    app.items()
    while screen.is_busy:
        loop.tick()
        app.items()
    app.items()[:] = [item for item in app.items() if item.id != "sessions-folder"]  # A folder of nobody's.
    loop.draw()
    picture = demonstration / "sessions.png"
    pygame.image.save(app.stage.surface(), picture)
    smaller(picture, PICTURES / language / "sessions.png", GUIDE_WIDTH)


def taken(demonstration: Path, screen: str) -> Path:
    """The picture that was taken of that screen."""
    [found] = demonstration.glob(f"[0-9][0-9]-{screen}.png")
    return found


def smaller(picture: Path, out: Path, width: int) -> None:
    """The same picture, that wide, in fewer shades: nobody sees the difference, and the file is far lighter."""
    large = pygame.image.load(picture)
    out.parent.mkdir(parents=True, exist_ok=True)
    small = pygame.transform.smoothscale(large, (width, round(width * large.get_height() / large.get_width())))
    shades = pygame.image.tobytes(small, "RGB").translate(FEWER_SHADES)
    pygame.image.save(pygame.image.frombytes(shades, small.get_size(), "RGB"), out)


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
    box = typeset_box(load(folder).box("en"))
    mechanism = box.mechanisms[CardId(list(box.mechanisms)[-1])]
    scale = Scale.for_window((1920, 1080), 1.0)
    place = pygame.Rect((MARGIN, MARGIN), CARD_SIZE)
    surface = pygame.Surface(place.inflate(2 * MARGIN, 2 * MARGIN).size, pygame.SRCALPHA)
    ReadingCard(card=mechanism, look=look_of(mechanism, box, scale, words)).paint(surface, place, CALM)
    pygame.image.save(surface, PICTURES / "card.png")


def scenes() -> None:
    """Draw each example of a scene of the designer's guide, as a mechanism, a crisis and a persona would show it."""
    for number, (lines, setting) in enumerate(zip(example_scenes("en"), SCENE_SETTINGS, strict=True), start=1):
        drawn = scenery_surface(Scenery(lines, setting), SCENE_SIZE)
        pygame.image.save(drawn.convert(pygame.Surface((1, 1), 0, 24)), PICTURES / f"scene-{number}.png")


def example_scenes(language: str) -> list[tuple[str, ...]]:
    """The scenes that the designer's guide shows, each a part on a line."""
    guide = DOCS / ("designer.md" if language == "en" else f"designer.{language}.md")
    _, *examples = guide.read_text(encoding="utf-8").split(SCENE)
    found = []
    for example in examples:
        _, _, written = example.split("```")[1].partition("scene:\n")
        found.append(tuple(line.partition("#")[0].strip().removeprefix("- ") for line in written.splitlines()))
    return found


if __name__ == "__main__":
    main()
