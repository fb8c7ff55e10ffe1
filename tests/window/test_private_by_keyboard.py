"""A report without names, a person erased and a copy to try something else, with the keyboard alone."""

from collections.abc import Callable

from window.driving import Display, Game

NAMES = ("Zenobia Quill", "Bo", "Cyd", "Dee")


def test_a_report_a_person_erased_and_a_copy_by_keyboard_alone(launch: Callable[..., Game], display: Display) -> None:
    display.speak("us")
    display.run("xdotool", "mousemove", "1919", "1079")
    game = launch("window", "--language", "en")
    begin(game)

    write_an_anonymous_report(game)
    erase_zenobia(game)
    try_in_a_copy(game)
    erase_the_copy(game)

    sessions = game.data / "sessions"
    assert [file.stem.endswith("what-if") for file in sessions.rglob("*.session")] == [False, False]
    assert [file for file in sessions.rglob("*") if file.is_file() and b"Zenobia" in file.read_bytes()] == []
    assert not any(b"Quill" in file.read_bytes() for file in (game.data / "harvest").iterdir())


def begin(game: Game) -> None:
    """Four people, the crisis revealed, a note about one of them."""
    game.press("new")
    game.go_to("name-1")
    for number, name in enumerate(NAMES, start=1):
        game.write(f"name-{number}", name, clicks=False)
    game.press("start")
    game.press("reveal-context")
    game.press("reveal")
    game.key("n")
    game.wait("the notes", lambda view: view.focus == "note-text")
    game.type("Zenobia brings seeds")
    game.press("keep-note")
    game.key("Escape", changes=True)


def write_an_anonymous_report(game: Game) -> None:
    """It is proposed first: Enter is enough. Its pages are looked at before."""
    game.key("m", changes=True)
    game.press("harvest")
    game.wait("the way forward first", lambda view: view.focus == "save")
    game.wait_for("page")
    game.press("page")
    game.key("Right", changes=True)
    game.picture("report-page")
    game.key("Escape", changes=True)
    game.press("format-pdf")
    game.picture("report-before")
    game.press("save")
    game.picture("names-in-the-report")
    game.press("go-on")
    game.wait_for("answer-0")
    game.picture("report-written")
    game.key("Escape", changes=True)
    game.wait_for("save")
    game.key("Escape", changes=True)


def erase_zenobia(game: Game) -> None:
    """Enter erases nothing; the other button erases, and the table comes back."""
    for way in ("answer-0", "answer-1"):
        game.key("g", changes=True)
        game.press("forget")
        game.press("option-0")
        game.press("take-name")
        game.wait("erase nothing first", lambda view: view.focus == "answer-0")
        game.picture("erase-zenobia")
        game.press(way)
    game.picture("names-to-erase")
    game.press("go-on")
    game.picture("zenobia-erased")
    assert "“Robin brings seeds”" in game.view().text()
    game.key("Return", changes=True)
    game.press("go-on")
    game.press("presented")
    assert "Robin" in game.view().text()


def try_in_a_copy(game: Game) -> None:
    """From the first moment, which is far from the last."""
    game.key("h", changes=True)
    game.press(game.view().live("moment-")[0])
    game.press("in-a-copy")
    game.picture("in-a-copy")
    game.press("answer-0")
    game.press("reveal")
    game.wait_for("go-on")
    game.picture("playing-in-the-copy")
    game.press("go-on")
    game.press("presented")
    game.key("Escape", changes=True)
    game.press("leave")


def erase_the_copy(game: Game) -> None:
    """It is the first of the list, played last."""
    game.press("sessions")
    for way in ("answer-0", "answer-1"):
        game.press("erase")
        game.wait("erase nothing first", lambda view: view.focus == "answer-0")
        game.picture("erase-the-copy")
        game.press(way)
    assert "The session is erased" in game.view().text()
    game.picture("copy-erased")
    game.key("Return", changes=True)
    game.wait_for("erase")
