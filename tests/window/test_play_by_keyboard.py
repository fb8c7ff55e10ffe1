"""A whole session in English with the keyboard alone: the mouse lies in a corner of the display."""

from collections.abc import Callable

from window.driving import Display, Game
from window.playing import discuss, rate, seconds_shown, write_takeaway

NAMES = ("Amina", "Bo", "Cyd")
NOTE, LINK, SYSTEM = "We sign for one square first", "funds", "Shared wells"
SENTENCES = ("Ask earlier", "Share the keys", "Start small")


def test_a_session_is_played_by_keyboard_alone_from_the_title_to_the_harvest(
    launch: Callable[..., Game], display: Display
) -> None:
    display.speak("us")
    display.run("xdotool", "mousemove", "1919", "1079")
    game = launch("window", "--language", "en")

    set_up(game)
    open_the_session(game)
    use_the_shortcuts(game)
    place_postures(game)
    share_proposals(game)
    arrange(game)
    debrief(game)

    game.wait_for("open-report")
    html, markdown = sorted((game.data / "harvest").iterdir())
    for said in (*NAMES, NOTE, LINK, SYSTEM, *SENTENCES):
        assert said in html.read_text(encoding="utf-8")
        assert said in markdown.read_text(encoding="utf-8")
    game.press("leave")
    game.go_to("quit")
    game.key("Return")
    assert game.ended() == 0


def set_up(game: Game) -> None:
    """Enter goes from name to name; the length is short, with the postures still to place."""
    game.press("new")
    game.press("remove-name-4")
    game.go_to("name-1")
    for number, name in enumerate(NAMES, start=1):
        game.wait(f"the field of {name}", lambda view, number=number: view.focus == f"name-{number}")  # type: ignore[misc]
        game.type(name)
        game.wait(name, lambda view, number=number, name=name: view.state(f"name-{number}") == name)  # type: ignore[misc]
        if name != NAMES[-1]:
            game.key("Return")
    game.press("length-short")
    game.press("plan-placed", "space")
    game.picture("setup")
    game.press("start")


def open_the_session(game: Game) -> None:
    """Enter does the next thing; one person skips the ratings."""
    game.press("reveal-context")
    game.press("reveal")
    game.go_to(game.view().live("card-")[0])
    game.key("v", changes=True)
    game.key("Escape", changes=True)
    game.press("go-on")
    for _ in NAMES:
        game.press("presented")
    rate_with_arrows(game)
    game.press("do-not-rate")
    rate(game, game.press, 2)


def rate_with_arrows(game: Game) -> None:
    """From mark to mark with the arrows; a mark given leads to the next row."""
    game.press("its-me")
    marks = game.view().live("mark-")
    game.go_to(marks[0])
    for row in range(4):
        game.key("Right", "Right")
        focus = marks[5 * row + 2]
        game.wait(f"focus on {focus}", lambda view, focus=focus: view.focus == focus)  # type: ignore[misc]
        game.key("Return", changes=True)
        if row < 3:
            game.wait("next row", lambda view, row=row: view.focus == marks[5 * row + 5])  # type: ignore[misc]
    game.press("give-marks")


def use_the_shortcuts(game: Game) -> None:
    """What can be done at any moment, each with its key."""
    game.wait_for("draw")
    game.key("F1", changes=True)
    game.picture("help")
    game.key("Escape", changes=True)
    game.key("m", changes=True)
    game.key("Escape", changes=True)
    game.key("F11")
    game.wait("the full screen", lambda view: view.size == (1920, 1080))
    game.picture("full-screen")
    game.key("F11")
    game.wait("the window again", lambda view: view.size == (1280, 720))
    game.key("p")
    game.wait("a pause", lambda view: view.state("timer") == "paused")
    game.key("p")
    view = game.wait("the time going on", lambda view: view.state("timer") == "")
    left = seconds_shown(view.said("timer").removeprefix("Time left: "))
    game.key("plus")
    more = left + 50
    game.wait("add a minute", lambda view: seconds_shown(view.said("timer").removeprefix("Time left: ")) > more)


def place_postures(game: Game) -> None:
    """Draw, then the arrows choose a seat."""
    for turn in range(6):
        game.press("draw")
        game.press("place")
        view = game.wait("seats to choose from", lambda view: view.held and view.focus)
        if turn == 0:
            game.key("Escape")
            game.wait("the card put down", lambda view: view.held is None)
            game.press("place")
            view = game.wait("a seat with the focus", lambda view: view.held and view.focus.startswith("seat-"))
            first = view.focus
            game.key("Right")
            view = game.wait(
                "another seat",
                lambda view, first=first: view.focus != first and view.focus.startswith("seat-"),  # type: ignore[misc]
            )
            game.picture("posture-place")
        game.press(game.view().live("seat-")[0] if turn else view.focus)


def share_proposals(game: Game) -> None:
    """A note with N, the floor with a digit, a proposal with its answers, undone and done again, then the others."""
    game.press("draw")
    game.picture("mechanism-keep")
    game.key("Return", changes=True)
    game.key("2", changes=True)
    assert "has the floor" in game.view().state("player-p2")
    game.key("n", changes=True)
    game.type(NOTE)
    game.wait("the note", lambda view: view.state("note-text") == NOTE)
    game.key("ctrl+Return", changes=True)
    game.key("Escape", changes=True)
    game.press("place")
    game.picture("mechanism-place")
    game.press(game.view().live("seat-")[2])
    game.press(game.view().live("answer-")[0], "space")
    game.press("ally-p2", "space")
    game.picture("proposal")
    game.press("propose")
    title = game.wait_for("adopt").said("decision-title")
    game.key("ctrl+z", changes=True)
    assert not game.wait_for("place").has("adopt")
    game.key("ctrl+y", changes=True)
    assert game.wait_for("adopt").said("decision-title") == title
    game.picture("decision")
    for number in (1, 2, 3):
        game.key(str(number), changes=True)
        game.wait("a mat with the focus", lambda view: view.focus == "mat-agree")
        game.key("Return", changes=True)
    game.wait("the way forward", lambda view: view.focus == "adopt")
    game.key("Return", changes=True)
    while not game.wait_for("draw", "go-on").has("go-on"):
        game.press("draw")
        game.key("Return", changes=True)
        game.press("place")
        game.press(game.view().live("seat-")[1])
        game.press("propose")
        game.press("disc-p1")
        game.press("mat-agree")
        game.press("adopt")


def arrange(game: Game) -> None:
    """A card laid on another links them; the name is typed and kept by going on."""
    first, second, *_ = game.view().live("card-")
    game.press(first)
    game.wait("the card held", lambda view: view.held is not None)
    game.picture("system-held")
    game.press(second)
    game.write("link-words", LINK, clicks=False)
    game.key("Return", changes=True)
    game.press(first)
    game.press(game.view().live("seat-")[-1])
    game.write("system-name", SYSTEM, clicks=False)
    game.picture("system")
    game.press("go-on")


def debrief(game: Game) -> None:
    """The marks after, what people talk about, a sentence each."""
    for mark in (4, 5, 4):
        rate(game, game.press, mark)
    assert SYSTEM in game.view().text()
    discuss(game, game.press)
    for sentence in SENTENCES:
        write_takeaway(game, game.press, sentence, clicks=False)
    game.press("go-on")
