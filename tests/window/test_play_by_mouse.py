"""A whole session in French, with the mouse: the keyboard only writes."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from window.driving import Display, Game
from window.playing import discuss, rate, write_takeaway

ELOISE, FRANCOIS = "Éloïse Lœb", "François-è"
NOTE, REASON = "L’eau, ça se gère à plusieurs", "Qui paiera ensuite"
LINK, SYSTEM = "cœur commun", "Nos façons"
SENTENCES = ("Garder ça", "Très utile", "Œuvrer à plusieurs")


def test_a_session_is_played_by_mouse_from_the_title_to_the_harvest(
    launch: Callable[..., Game], display: Display
) -> None:
    display.speak("fr", "oss")
    game = launch("window", "--language", "fr")

    set_up(game)
    open_the_session(game)
    place_postures(game)
    share_proposals(game)
    arrange(game)
    debrief(game)

    html, markdown = harvest_of(game)
    for text in (html, markdown):
        for said in (ELOISE, FRANCOIS, NOTE, LINK, SYSTEM, *SENTENCES):
            assert said in text
    assert report_again(game) == {"html": html, "md": markdown}
    game.click("leave")
    assert "resume" not in game.wait_for("sessions").live()
    game.click("quit", changes=False)
    assert game.ended() == 0


def set_up(game: Game) -> None:
    """Three people, two of them renamed, a persona and a crisis chosen, one round."""
    game.picture("title")
    game.click("new")
    game.click("remove-name-4")
    game.write("name-1", ELOISE, clicks=True)
    game.write("name-2", FRANCOIS, clicks=True)
    game.click("persona-name-1")
    game.click("option-3")
    crises = game.view().live("crisis-")
    game.click(crises[-1])
    game.click(crises[2])
    while game.view().said("plan-rounds-value") != "1":
        game.click("plan-rounds-less")
    game.picture("setup")
    game.click("start")


def open_the_session(game: Game) -> None:
    """The crisis, the personas, the first marks."""
    game.picture("place-hidden")
    game.click("reveal-context")
    game.picture("crisis-hidden")
    game.click("reveal")
    game.picture("crisis")
    game.click("go-on")
    assert ELOISE in game.view().text()
    game.picture("persona")
    for _ in range(3):
        game.click("presented")
    game.picture("curtain")
    for mark in (1, 2, 3):
        rate(game, game.click, mark)


def place_postures(game: Game) -> None:
    """Six postures: dragged, or picked up and laid with two clicks; the first on the other side."""
    for turn in range(6):
        game.click("draw-pile" if turn % 2 else "draw")
        view = game.wait_for("place")
        card = view.live("card-")[-1]
        free = [thing.id for thing in view.things if thing.role == "seat" and not thing.live]
        if turn == 0:
            game.picture("posture-discuss")
        if turn % 2 == 0:
            game.drag(card, free[-1])
        else:
            game.click("place")
            game.picture("posture-held")
            game.click(free[0])
    game.picture("postures-placed")


def share_proposals(game: Game) -> None:
    """One round: objected to then amended and adopted; adopted at once; dropped, taken back, kept for later."""
    game.click("draw")
    game.picture("mechanism-keep")
    card = game.view().live("keep-")[0].removeprefix("keep-")
    game.click(f"keep-{card}")
    game.click("player-p2")
    write_note(game)
    game.picture("mechanism-discuss")
    seats = [thing.id for thing in game.view().things if thing.role == "seat"]
    game.drag(f"card-{card}", seats[0])
    for name in (game.view().live("answer-")[0], game.view().live("answer-")[2], "ally-p2"):
        game.click(name)
    game.picture("proposal")
    game.click("propose")
    game.drag("disc-p1", "mat-agree")
    say(game, "reserve", "p2")
    say(game, "object", "p3")
    game.write("reason-words", REASON, clicks=True)
    game.click("keep-reason")
    assert REASON in game.view().said("token-p3")
    game.picture("decision-objected")
    game.click("see-board")
    game.picture("decision-hidden")
    game.click("decide")
    game.click("amend")
    game.click(game.view().live("seat-")[3])
    game.click("ally-p3")
    game.click("propose")
    for player in ("p1", "p2", "p3"):
        say(game, "agree", player)
    game.click("adopt")

    game.click("draw-pile")
    game.click(game.wait_for("read-card", *game.view().live("card-")).live("card-")[-1])
    game.click("place")
    game.click(seats[3])
    game.click(game.view().live("answer-")[1])
    game.click("propose")
    game.picture("decision")
    game.click("adopt")

    game.click("draw")
    game.click(game.view().live("keep-")[1])
    game.click("place")
    game.click("put-down")
    game.click("drop")
    game.wait_for("go-on")
    game.click("undo")
    game.click("later")


def say(game: Game, opinion: str, player: str) -> None:
    """A disc taken with one click and put on a mat with another."""
    game.click(f"disc-{player}")
    game.click(f"mat-{opinion}")


def write_note(game: Game) -> None:
    """A note, said by the person who has the floor."""
    game.click("notes")
    game.write("note-text", NOTE, clicks=True)
    game.picture("note")
    game.click("keep-note")
    assert NOTE in game.view().text()
    game.click("close")


def arrange(game: Game) -> None:
    """A link with its words, a card taken back, another moved, and the name."""
    view = game.wait_for("go-on")
    first, second = (name for name in view.live("card-"))
    game.drag(first, second)
    game.picture("link-dialog")
    game.write("link-words", LINK, clicks=True)
    game.click("keep-link")
    game.click(game.view().live("later-")[0])
    game.picture("system-held")
    game.click(game.view().live("seat-")[1])
    game.click("propose")
    game.click(second)
    game.click(game.view().live("seat-")[-1])
    game.write("system-name", SYSTEM, clicks=True)
    game.picture("system")
    game.click("go-on")


def debrief(game: Game) -> None:
    """The marks after, what people talk about, a sentence each."""
    for mark in (3, 4, 5):
        rate(game, game.click, mark)
    game.picture("debrief")
    assert SYSTEM in game.view().text()
    discuss(game, game.click)
    for sentence in SENTENCES:
        write_takeaway(game, game.click, sentence, clicks=True)
    game.picture("takeaways")
    game.click("go-on")
    game.picture("over")


def harvest_of(game: Game) -> tuple[str, str]:
    """The report as HTML and as Markdown, named on the screen."""
    view = game.wait_for("open-report")
    files = sorted((game.data / "harvest").iterdir())
    assert [file.suffix for file in files] == [".html", ".md"]
    assert all(file.name in view.text() for file in files)
    return files[0].read_text(encoding="utf-8"), files[1].read_text(encoding="utf-8")


def report_again(game: Game) -> dict[str, str]:
    """What the command writes from the session file, while the window is still on its last screen."""
    (session,) = (game.data / "sessions").glob("*.session")
    out = game.data / "again"
    game.click("leave")
    done = subprocess.run(
        [sys.executable, "-m", "enacting", "report", str(session), "--out", str(out), "--names", "names"],
        env=game.display.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(file) for file in sorted(out.iterdir())]
    game.click("sessions")
    game.wait("a finished session", lambda view: view.said("resume") == "Ouvrir")
    game.click("resume")
    game.wait_for("leave")
    return {Path(line).suffix[1:]: Path(line).read_text(encoding="utf-8") for line in done.stdout.splitlines()}
