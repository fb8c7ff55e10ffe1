"""Copies the cards of the mini box from the big one, so that both say the same; run by hand when the big box changes.

What is not a card (title, parts, lengths, credits, board) is written by hand in the mini box and stays as it is.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from enacting.box.schema import first_line, write_schemas  # noqa: E402
from enacting.language.words import words_in  # noqa: E402

BIG, MINI = (ROOT / "cards" / name for name in ("enacting-the-commons", "enacting-the-commons-mini"))
LANGUAGES = ("en",)
ACTIVITIES = ("mechanisms", "system", "feelings", "learning")
"""The activities of the mini box in which questions are asked."""

CARDS: dict[str, tuple[str, ...]] = {
    "posture": ("partner", "producer", "regulator", "helper"),
    "mechanism": (
        "gent-call-for-commons",
        "bologna-collaboration-pacts",
        "loos-fifty-fifty",
        "athens-synathina",
        "brussels-clt",
        "plymouth-energy-community",
        "terrassa-water-observatory",
        "naples-uso-civico",
        "brussels-donut",
        "falkirk-community-charter",
        "preston-community-wealth",
        "barcelona-decidim",
    ),
    "crisis": ("long-heatwave", "drought-water-conflict", "housing-crisis", "health-erosion", "budget-shock"),
    "persona": (
        "mayor",
        "project-officer",
        "field-worker",
        "association-coordinator",
        "busy-resident",
        "young-tenant",
        "small-business-owner",
        "farmer",
        "voice-of-the-living",
    ),
    "question": (
        "q-mechanisms-consequence",
        "q-mechanisms-who",
        "q-mechanisms-posture",
        "q-mechanisms-power",
        "q-mechanisms-left-out",
        "q-mechanisms-last",
        "q-system-link",
        "q-system-hold",
        "q-system-gap",
        "q-system-cost",
        "q-system-name",
        "q-system-first",
        "q-feelings-word",
        "q-feelings-surprise",
        "q-feelings-proud",
        "q-feelings-stuck",
        "q-feelings-role",
        "q-feelings-crisis",
        "q-learning-why",
        "q-learning-share",
        "q-learning-subordinate",
        "q-learning-kill",
        "q-learning-washing",
        "q-learning-equal",
        "q-learning-game",
    ),
}
"""The cards of the mini box, in the order of its decks."""

SHARED = ("consequences", "posture_families", "mechanism_families", "glossary")
SHARED_WORDS = ("consequence", "posture_family", "mechanism_family", "glossary")
"""What the two boxes share in their `game.yaml` and in their translations, beside the cards."""

_FITS = re.compile(r"^  fits: .*\n", re.MULTILINE)
"""The line of a crisis that names the places it fits: the mini box has none."""

_SECTION = r"(?P<name>\w+):"


def main() -> int:
    """Write the decks, and the shared pieces of the game and of its translations."""
    for deck, names in CARDS.items():
        text = (BIG / f"{deck}.yaml").read_text(encoding="utf-8")
        cards = _blocks(text, r"- id: (?P<name>\S+)")
        comment = first_line(f"{deck}.yaml") + f"# Copied from {BIG.name}/{deck}.yaml by docs/make_mini_box.py.\n\n"
        copied = "\n".join(_fitted(_without_places(cards[name]).rstrip("\n") + "\n", deck, margin=2) for name in names)
        (MINI / f"{deck}.yaml").write_text(comment + copied, encoding="utf-8")
    _share("game.yaml", SHARED, {})
    cited = "".join((MINI / f"{deck}.yaml").read_text(encoding="utf-8") for deck in CARDS)
    for language in LANGUAGES:
        _share(f"{language}.yaml", SHARED_WORDS, CARDS)
        _share_sources(f"{language}.yaml", cited)
    write_schemas(MINI, words_in("fr"))
    return 0


def _without_places(card: str) -> str:
    return _FITS.sub("", card)


def _share_sources(file: str, cited: str) -> None:
    """Put at the end of a translation of the mini box those sources of the big one that its cards cite."""
    sources = _blocks(_blocks((BIG / file).read_text(encoding="utf-8"), _SECTION)["source"], r'  "(?P<name>.*)":')
    kept = [block for name, block in sources.items() if name and f"title: {name}\n" in cited.replace('"', "")]
    mini = _blocks((MINI / file).read_text(encoding="utf-8"), _SECTION)
    mini["source"] = "source:\n" + "".join(kept)
    _write(file, mini)


def _share(file: str, whole: tuple[str, ...], decks: dict[str, tuple[str, ...]]) -> None:
    """Replace these sections of a file of the mini box by those of the big one, or by the cards named of them."""
    big = _blocks((BIG / file).read_text(encoding="utf-8"), _SECTION)
    mini = _blocks((MINI / file).read_text(encoding="utf-8"), _SECTION)
    for section in whole:
        mini[section] = big[section]
    for deck, names in decks.items():
        cards = _blocks(big[deck], r"  (?P<name>[\w-]+):")
        mini[deck] = f"{deck}:\n" + "".join(_fitted(cards[name].rstrip("\n") + "\n", deck, margin=4) for name in names)
    _write(file, mini)


def _write(file: str, blocks: dict[str, str]) -> None:
    """Write a file of the mini box, its sections apart from one another."""
    (MINI / file).write_text("\n".join(block.rstrip("\n") + "\n" for block in blocks.values()), encoding="utf-8")


def _blocks(text: str, start: str) -> dict[str, str]:
    """A text cut before each line that begins so, by name; what comes before the first one has the name ""."""
    blocks: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        found = re.match(start, line)
        name = found["name"] if found is not None else name
        blocks[name] = blocks.get(name, "") + line
    return blocks


def _fitted(card: str, deck: str, *, margin: int) -> str:
    """A card without the postures and the activities that the mini box has not; its keys are `margin` to the right.

    When no posture is left, neither is their heading.
    """
    if deck == "question":
        return re.sub(r"ask_in: \[(.*)\]", lambda found: f"ask_in: [{', '.join(_asked(found[1]))}]", card)
    if deck != "mechanism":
        return card
    kept, inside, dropped = [], False, False
    for line in card.splitlines(keepends=True):
        depth = len(line) - len(line.lstrip())
        if depth <= margin:
            inside, dropped = line.strip() == "postures:", False
        elif inside and depth == margin + 2:
            dropped = line.split(":")[0].strip() not in CARDS["posture"]
        if not dropped:
            kept.append(line)
    return re.sub(rf"^ {{{margin}}}postures:\n(?! {{{margin + 1},}})", "", "".join(kept), flags=re.MULTILINE)


def _asked(activities: str) -> list[str]:
    return [name for name in activities.split(", ") if name in ACTIVITIES]


if __name__ == "__main__":
    sys.exit(main())
