"""Builder: commands, each in a process of its own that begins with the program already read.

Law: what a command does is what a person who types it would get; only the time it takes to read the program is saved.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
SERVER = """
import importlib, json, os, sys, traceback
sys.path.insert(0, sys.argv[1])
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
from enacting import cli
from enacting.language.words import words_in
for name in ("box.loading", "sheets.examining", "harvest.making", "session.session", "ui.start"):
    importlib.import_module(f"enacting.{name}")
for language in ("en", "fr"):
    words_in(language)

def run(order):
    os.chdir(order["here"])
    os.environ.clear()
    os.environ.update(order["environment"])
    for number, name in ((0, os.devnull), (1, order["out"]), (2, order["err"])):
        opened = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))
    sys.argv = ["enacting", *order["arguments"]]
    try:
        sys.exit(cli.main())
    except SystemExit as ended:
        return ended.code or 0
    except BaseException:
        traceback.print_exc()
        return 1

for line in sys.stdin:
    child = os.fork()
    if not child:
        code = run(json.loads(line))
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                pass
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass(frozen=True)
class CommandResult:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass
class Commands:
    """Runs commands; the program is read once, at the first of them."""

    folder: Path
    _server: list[subprocess.Popen[str]] = field(default_factory=list)

    def run(self, arguments: Sequence[str], here: Path, environment: Mapping[str, str]) -> CommandResult:
        """Run a command in a folder, with these variables alone."""
        if not hasattr(os, "fork"):
            return _typed(arguments, here, environment)
        if not self._server:
            command = [sys.executable, "-c", SERVER, str(ROOT / "src")]
            pipe = subprocess.PIPE
            self._server.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"))
        server = self._server[0]
        assert server.stdin is not None
        assert server.stdout is not None
        out, err = self.folder / "out", self.folder / "err"
        for file in (out, err):
            file.write_bytes(b"")
        order = {
            "arguments": arguments,
            "here": str(here),
            "environment": environment,
            "out": str(out),
            "err": str(err),
        }
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return CommandResult(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))

    def end(self) -> None:
        """Stop what was started."""
        for server in self._server:
            assert server.stdin is not None
            server.stdin.close()
            server.wait(timeout=60)


@contextmanager
def commands() -> Iterator[Commands]:
    """Commands, until the end of the block."""
    with TemporaryDirectory() as folder:
        started = Commands(Path(folder))
        try:
            yield started
        finally:
            started.end()


def _typed(arguments: Sequence[str], here: Path, environment: Mapping[str, str]) -> CommandResult:
    """A command as it is typed, where no process can be divided."""
    done = subprocess.run(
        [sys.executable, "-m", "enacting", *arguments],
        env={**environment, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        cwd=here,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return CommandResult(done.returncode, done.stdout, done.stderr)
