"""Nothing leaves the machine: a whole session in the real window opens no socket but those of the display and sound."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from window.driving import Game, until
from window.prepared import at_a_discussion
from window.tracing import leaks, under_strace, why_not

from enacting.session.journal import peek
from enacting.ui.window.settings import TRY, Settings, write_settings

Launch = Callable[..., Game]

DELIBERATE = {
    "socket(AF_INET, SOCK_STREAM": "socket.socket()",
    "socket(AF_INET6, SOCK_DGRAM": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "socket(AF_NETLINK, SOCK_RAW": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    'sun_path="/run/mailer"': "socket.socket(socket.AF_UNIX).connect_ex('/run/mailer')",
    'sun_path="/run/dns"': "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'name', '/run/dns')",
    "bind(": "socket.socket(socket.AF_UNIX).bind('server')",
}
"""What strace tells of each of these, which reach or offer something."""

SOCKETS_OF_A_WINDOW = (
    "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
    '7 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X4"}, 20) = 0',
    '7 getpeername(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X4"}, [124 => 20]) = 0',
    '7 connect(5, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 20 <unfinished ...>',
    "7 <... connect resumed>)              = 0",
    '9 connect(10, {sa_family=AF_UNIX, sun_path="/run/user/1000/pulse/native"}, 110) = -1 ENOENT (No such file)',
    '7 sendmsg(5, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="l", iov_len=1}], msg_iovlen=1}, 0) = 1',
    "7 socketpair(AF_UNIX, SOCK_STREAM, 0, [8, 9]) = 0",
    "7 +++ exited with 0 +++",
)
SOCKETS_OF_A_BROWSER = (
    "7 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 3",
    '7 connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
    '7 sendto(3, "name", 4, MSG_NOSIGNAL, {sa_family=AF_INET6, sin6_port=htons(53)}, 28 <unfinished ...>',
    '7 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = 0',
    "7 sendmsg(3, {msg_name={sa_family=AF_INET, sin_port=htons(443)}, msg_namelen=16}, 0) = 1",
    "7 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3",
    "7 listen(3, 128) = 0",
    "strace: something it could not read",
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """The file where strace writes; where it is forbidden the test says so."""
    reason = why_not(tmp_path)
    if reason:
        pytest.skip(reason)
    return tmp_path / "told"


def calls(told: Path) -> list[str]:
    """What strace wrote, once every process of the program has ended."""
    until("the end of strace", lambda: "+++ exited with" in told.read_text(encoding="utf-8").splitlines()[-1])
    return told.read_text(encoding="utf-8").splitlines()


def test_a_whole_session_with_sound_reaches_nothing_beyond_this_machine(
    launch: Launch, told: Path, tmp_path: Path
) -> None:
    write_settings(tmp_path / "data" / "settings.json", Settings(language="en", sound=True, offered=TRY))
    with_sound = {"SDL_AUDIODRIVER": ""}

    game = launch("window", newcomer=True, under=under_strace(told), environment=with_sound)
    play_alone(game)
    assert game.ended() == 0

    seen = calls(told)
    assert sum("X11-unix" in line for line in seen) >= 1
    assert leaks(seen) == []
    assert [file.suffix for file in sorted((tmp_path / "data" / "harvest").iterdir())] == [".html", ".md"]


def test_without_sound_neither_even_from_a_folder_with_accents_and_spaces(
    launch: Launch, told: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Été à l’Haÿ-les-Roses (2) 水"
    session = at_a_discussion(folder)
    here = {"ENACTING_DATA": str(folder)}

    game = launch("play", "--language", "fr", "--resume", str(session), under=under_strace(told), environment=here)
    game.click("later")
    game.key("alt+F4")
    assert game.ended() == 0

    seen = calls(told)
    assert sum("X11-unix" in line for line in seen) >= 1
    assert leaks(seen) == []
    assert peek(session).moves > 1


def play_alone(game: Game) -> None:
    """Five minutes alone, from the title to the report and back, with the room's window and the words of a screen."""
    for name in ("accept", "reveal", "go-on", "presented"):
        game.click(name)
    game.key("F8")
    game.wait_for("room-close")
    game.click("room-close")
    game.key("F6", changes=True)
    game.key("F6", changes=True)
    for number in (1, 2):
        game.click("draw")
        game.click(game.view().live("keep-")[0])
        game.click("place")
        game.click(game.view().live("seat-")[number])
        game.click(game.view().live("answer-")[number])
        game.click("propose")
        game.click("adopt")
    first, second = game.wait_for("go-on").live("card-")[:2]
    game.click(first)
    game.click(second)
    game.write("link-words", "opens", clicks=True)
    game.click("keep-link")
    game.click("go-on")
    while "write-next" not in game.wait_for("go-on", "write-next").live():
        game.click("go-on")
    game.click("write-next")
    game.write("takeaway", "Start", clicks=True)
    game.click("keep-takeaway")
    game.click("go-on")
    game.wait_for("open-report")
    game.click("leave")
    game.click("quit", changes=False)


# That it can fail


@pytest.mark.parametrize("call", DELIBERATE)
def test_a_program_that_reaches_or_offers_something_is_noticed(call: str, told: Path, tmp_path: Path) -> None:
    program = f"import socket\ntry: {DELIBERATE[call]}\nexcept OSError: pass"

    subprocess.run([*under_strace(told), sys.executable, "-c", program], check=True, timeout=300, cwd=tmp_path)

    assert [line for line in leaks(calls(told)) if call in line] != []


def test_the_sockets_of_a_window_are_allowed_and_no_others() -> None:
    assert leaks(SOCKETS_OF_A_WINDOW) == []
    assert leaks(SOCKETS_OF_A_BROWSER) == list(SOCKETS_OF_A_BROWSER)
