"""A set-up that was left before its session began: kept on the disk, and found again by the next *New session*."""

from __future__ import annotations

import json
from typing import Final

from enacting.engine.game import Setup
from enacting.session.move_text import UnreadableMove, setup_from_text, setup_to_text
from enacting.system import paths
from enacting.system.private_files import keep_draft
from enacting.system.untrusted_files import read_text
from enacting.ui.setup.setup_choices import SetupChoices

MAX_BYTES: Final = 1 << 17
FIELDS: Final = ("own-context-", "own-crisis-")
"""How the names of the fields begin in which the table writes cards of its own."""


def draft_of(choices: SetupChoices) -> str:
    """Everything chosen and written so far, on one line."""
    texts = dict(choices.app.found_again)
    texts |= {name: field.text.text for name, field in choices.app.fields.items()}
    return json.dumps(
        {
            "box": choices.box.description.id,
            "title": "" if choices.title() == choices.proposed_title() else choices.title(),
            "minutes": choices.minutes,
            "texts": {name: text for name, text in sorted(texts.items()) if name.startswith(FIELDS) and text.strip()},
            "setup": setup_to_text(choices.setup()),
        }
    )


def write_draft(draft: str) -> None:
    """Keep that draft; an empty one leaves no file."""
    keep_draft(paths.setup_draft_file(), draft.encode())


def find_again(choices: SetupChoices) -> bool:
    """Choose and write again what a draft of the same box says; whether there was one."""
    try:
        stored = json.loads(read_text(paths.setup_draft_file(), MAX_BYTES))
        setup = setup_from_text(stored["setup"])
        title, minutes, texts = stored["title"], stored["minutes"], dict(stored["texts"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError, UnreadableMove):
        return False
    sound = isinstance(title, str) and type(minutes) is int and all(isinstance(each, str) for each in texts.values())
    if not sound or stored.get("box") != choices.box.description.id or not _fits(setup, choices):
        return False
    choices.take(setup, minutes=minutes, title=title)
    choices.app.found_again |= {name: text for name, text in texts.items() if name.startswith(FIELDS)}
    return True


def _fits(setup: Setup, choices: SetupChoices) -> bool:
    """Whether the box still has what the draft chose."""
    box = choices.box
    players = box.description.players
    return (
        players.least <= len(setup.players) <= players.most
        and all(player.persona is None or player.persona in box.personas for player in setup.players)
        and setup.plan.minutes.keys() == {part.id for part in box.description.parts}
        and (setup.crisis is None or setup.crisis in box.crises)
        and (setup.context is None or setup.context in box.contexts)
    )
