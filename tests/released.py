"""What must be found again in a session, whichever version wrote it."""

from typing import Any

from enacting.session.session import Session


def found_in(session: Session) -> dict[str, Any]:
    """The facts of a session that are kept beside it when a version is released."""
    game = session.game
    return {
        "title": session.title,
        "language": session.language,
        "players": [player.name for player in game.players],
        "moves": len(session.moves()),
        "story": len(session.log()),
        "seconds": sum(move.seconds for move in session.moves()),
        "over": game.over,
        "activity": game.activity,
        "system": game.system_name,
        "proposals": [proposal.card for proposal in game.proposals],
        "later": list(game.later),
        "notes": [note.text for note in game.notes],
    }
