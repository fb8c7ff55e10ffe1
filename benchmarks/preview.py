"""From saving a file of a box to seeing it, measured in a process of its own.

Run as `python -m benchmarks.preview` by the table; prints one JSON object: the milliseconds within which 95 of 100
saves are on the screen of `enacting watch`, looking for them included, with the shipped box and one of 2,000 cards.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from enacting.box.loading import find_box
from enacting.ui.start import new_app
from enacting.ui.window.loop import FRAMES_IDLE, MainLoop
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface
from enacting.workshop.preview_screen import PreviewScreen
from enacting.workshop.previewed_box import PreviewedBox
from enacting.workshop.printed_cards import PrintedCards

SIZE = (1920, 1080)
SAVES = 40
LOOKING_MS = 1000 / FRAMES_IDLE
"""How long a save may wait before the window looks at the folder."""
LARGE = 2000


def large_box(folder: Path) -> Path:
    """The shipped box with 2,000 cards, most of them short mechanisms."""
    shutil.copytree(find_box("enacting-the-commons"), folder)
    decks = {"mechanism": 430, "persona": 440, "question": 400, "trouble": 480}
    made = {
        "mechanism": "- {{id: m-{0}, title: Carte {0}, place: Ici, year: '2026', family: resources, "
        "art: {{icon: drop}}, confidence: proposal, text: 'Un texte court, numéro {0}.', question: 'Et {0} ?'}}\n",
        "persona": "- {{id: p-{0}, title: Personne {0}, goal: But {0}, means: Rien, fear: Tout, say: Bonjour {0}, "
        "art: {{icon: drop}}}}\n",
        "question": "- {{id: q-x{0}, text: 'Question {0} ?', ask_in: [feelings]}}\n",
        "trouble": "- {{id: t-{0}, title: Imprévu {0}, text: 'Il arrive {0}.', question: 'Et {0} ?', "
        "art: {{icon: drop}}}}\n",
    }
    for deck, count in decks.items():
        path = folder / f"{deck}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8") + "".join(made[deck].format(number) for number in range(count)),
            encoding="utf-8",
        )
    return folder


def slowest_save(box: Path) -> float:
    """The milliseconds within which 95 of 100 saves are drawn, as processor time and the wait before looking."""
    app = new_app(OffscreenSurface(SIZE), Settings(language="fr"))
    printed = PrintedCards()
    previewed = PreviewedBox(box, time.monotonic)
    app.open(PreviewScreen(app, previewed, printed))
    loop = MainLoop(app)
    file = box / "mechanism.yaml"
    text = file.read_text(encoding="utf-8")
    taken = []
    try:
        for number in range(SAVES + 1):
            file.write_text(text.replace("title: ", f"title: N{number} ", 1), encoding="utf-8")
            begin = time.process_time()
            loop.tick()
            loop.draw()
            taken.append(1000 * (time.process_time() - begin))
        assert not previewed.is_broken, [found.key for found in previewed.problems][:5]
    finally:
        printed.close()
    return LOOKING_MS + statistics.quantiles(taken[1:], n=20)[-1]


if __name__ == "__main__":
    pygame.init()
    with tempfile.TemporaryDirectory() as temporary:
        shipped = shutil.copytree(find_box("enacting-the-commons"), Path(temporary) / "shipped")
        found = {"shipped": slowest_save(shipped), "large": slowest_save(large_box(Path(temporary) / "large"))}
    sys.stdout.write(json.dumps(found))
