"""Builder: the files of a box with the numbers a test asks for, whose own texts hold no number.

Whatever number is then seen in the window is one that the window says.
"""

from pathlib import Path

import yaml

SHAPES = ("ring", "square", "corner", "chevron", "bar", "triangle", "circle", "octagon", "heart", "diamond", "star")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ART = {"icon": "tree"}


def write_numbered_box(
    folder: Path,
    *,
    consequences: int,
    postures: int,
    families: int,
    drawn: int,
    talks: int,
    documented: int,
    crises: int = 1,
    mechanisms: int = 20,
    least: int = 1,
    most: int = 5,
    players: int = 9,
) -> Path:
    """Write that box, in French.

    `talks` are the discussions of its debrief, `documented` the consequences of a crisis that come from a source.
    """
    orders = [f"order-{letter}" for letter in LETTERS[:consequences]]
    sides = [f"side-{letter}" for letter in LETTERS[:families]]
    discussions = [f"talk-{letter}" for letter in LETTERS[:talks]]
    files: dict[str, object] = {
        "game": {
            "format": 1,
            "language": "fr",
            "id": "numbered-box",
            "title": "Boîte comptée",
            "subtitle": "Pour compter",
            "version": "0",
            "licence": "CC0",
            "credits": "Personne",
            "players": {"least": 1, "comfortable": min(2, players), "most": players},
            "decision": "consent",
            "draw": drawn,
            "scale": {"least": least, "most": most},
            "consequences": [{"id": order, "title": f"Ordre {order[-1]}", "icon": "drop"} for order in orders],
            "posture_families": [{"id": side, "title": f"Côté {side[-1]}", "text": "Un côté."} for side in sides],
            "mechanism_families": [
                {"id": "power", "title": "Pouvoir", "colour": "#3B4A6B", "icon": "tree", "ground": "rays"}
            ],
            "usual_length": "usual",
            "lengths": [{"id": "usual", "title": "Normale", "minutes": 240}],
            "parts": [
                _part("opening", 10, _activity("reveal"), _activity("present"), _activity("rate", "before")),
                _part("postures", 20, _activity("postures")),
                _part("mechanisms", 30, _activity("mechanisms")),
                _part("system", 10, _activity("arrange")),
                _part(
                    "debrief",
                    30,
                    _activity("rate", "after"),
                    *(_activity("discuss", discussion) for discussion in discussions),
                    _activity("takeaways"),
                ),
            ],
        },
        "board": {
            "crisis": {"x": 50, "y": 50, "size": 20},
            "seats": [_seat(number, postures, sides[number % families]) for number in range(postures)],
        },
        "posture": [
            {
                "id": f"posture-{letter}",
                "title": f"Posture {letter}",
                "family": sides[number % families],
                "text": "Ainsi se conduit un acteur public.",
                "question": "Qui a vu cela ?",
                "colour": "#2A6F4E",
                "shape": SHAPES[number],
                "art": dict(ART),
            }
            for number, letter in enumerate(LETTERS[:postures])
        ],
        "mechanism": [
            {
                "id": f"mechanism-{letter}",
                "title": f"Mécanisme {letter}",
                "place": "Ici",
                "year": "hier",
                "family": "power",
                "text": "Des voisins font ainsi.",
                "question": "Et chez nous ?",
                "confidence": "inference",
                "art": dict(ART),
            }
            for letter in LETTERS[:mechanisms]
        ],
        "crisis": [
            {
                "id": f"crisis-{letter}",
                "title": f"Crise {letter}",
                "text": "Tout va mal.",
                "question": "Que faire ?",
                "consequences": dict.fromkeys(orders, "Cela empire."),
                "documented": list(orders[:documented]),
                "art": dict(ART),
            }
            for letter in LETTERS[:crises]
        ],
        "persona": [
            {
                "id": "neighbour",
                "title": "Une voisine",
                "goal": "Dormir",
                "means": "Du temps",
                "fear": "Le bruit",
                "say": "Je suis là.",
                "art": dict(ART),
            }
        ],
        "question": [{"id": "how", "text": "Comment était-ce ?", "ask_in": list(discussions)}],
    }
    folder.mkdir(parents=True)
    for name, content in files.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def _part(name: str, share: int, *activities: dict[str, object]) -> dict[str, object]:
    return {"id": name, "title": f"Phase {name}", "share": share, "activities": list(activities)}


def _activity(kind: str, name: str = "") -> dict[str, object]:
    return {"id": name or kind, "kind": kind, "title": f"Moment {name or kind}", "text": "Faites cela.", "minutes": 1}


def _seat(number: int, count: int, family: str) -> dict[str, object]:
    """Spaces in two columns, whatever their number."""
    rows = -(-count // 2)
    high = 96 // rows
    return {
        "id": f"seat-{LETTERS[number]}",
        "family": family,
        "x": 2 if number % 2 == 0 else 68,
        "y": 2 + (number // 2) * high,
        "width": 30,
        "height": high - 2,
    }
