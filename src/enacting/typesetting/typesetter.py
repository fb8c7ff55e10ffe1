"""Starts the process that sets documents in type, hands it each and takes the pages back."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from enacting.system.paths import assets_folder, bundle_folder
from enacting.typesetting.document import CannotTypeset, Document, Typeset, TypesettingStep
from enacting.typesetting.letters import missing_characters
from enacting.typesetting.viewing import with_preferences
from enacting.typesetting.worker import COMMAND

_START = "import sys; sys.path[:] = sys.argv[1:]; from enacting.typesetting.worker import serve; serve()"


class Typesetter:
    """Sets documents in type in one process of its own, which is started at the first and ends at `close`.

    `assets` is the folder that has the templates (`typst`) and the pictures they name; that of the game by default.
    One thread at a time. Another may `close` it, to give up: `typeset` then raises `CannotTypeset`.
    """

    def __init__(self, assets: Path | None = None) -> None:
        self._assets = assets or assets_folder()
        self._process: subprocess.Popen[bytes] | None = None
        self._fonts: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def typeset(
        self,
        document: Document,
        *,
        standards: Sequence[str] = ("ua-1",),
        preferences: str = "",
        dots_per_inch: float = 0,
        labels: Sequence[str] = (),
        pdf: bool = True,
        on_step: Callable[[TypesettingStep], None] = lambda step: None,
    ) -> Typeset:
        """The document as a PDF file, as pictures of its pages if `dots_per_inch` is not 0, with measures by label.

        `standards` are those of typst, such as `ua-1` with `a-2a`; `preferences` are entries for
        `viewing.with_preferences`. Raises `CannotTypeset`.
        """
        data = json.dumps(document.data, ensure_ascii=True).encode("ascii")
        job = {
            "size": len(data),
            "root": str(self._assets),
            "template": document.template,
            "fonts": [str(assets_folder() / "fonts"), *self._beside(document.fonts)],
            "standards": list(standards),
            "dots_per_inch": dots_per_inch,
            "labels": list(labels),
            "pdf": pdf,
        }
        answer, parts = self._asked(json.dumps(job).encode("ascii") + b"\n" + data, on_step)
        return Typeset(
            pdf=with_preferences(parts[0], preferences) if pdf and preferences else parts[0],
            pictures=tuple(parts[1:]),
            measures={label: tuple(values) for label, values in answer["measures"].items()},
            standards=tuple(answer["standards"]),
            missing=missing_characters(answer["missing"]),
        )

    def _beside(self, fonts: Sequence[bytes]) -> tuple[str, ...]:
        """The folders in which these fonts lie for the process, one for each, within a folder closed to others."""
        if not fonts:
            return ()
        try:
            if self._fonts is None:
                self._fonts = tempfile.TemporaryDirectory(prefix="enacting-fonts-", ignore_cleanup_errors=True)
            folders = [Path(self._fonts.name, sha256(font).hexdigest()[:20]) for font in fonts]
            for folder, font in zip(folders, fonts, strict=True):
                if not folder.is_dir():
                    folder.mkdir()
                    (folder / "letters.ttf").write_bytes(font)
        except OSError as failure:
            raise CannotTypeset("typesetting.cannot_start", why=failure.strerror or "") from failure
        return tuple(map(str, folders))

    def close(self) -> None:
        """End the process, even while it works."""
        fonts, self._fonts = self._fonts, None
        if fonts is not None:
            fonts.cleanup()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                assert stream is not None
                with suppress(OSError):  # What was still to be written has nobody left to read it.
                    stream.close()

    def _asked(self, job: bytes, on_step: Callable[[TypesettingStep], None]) -> tuple[Mapping[str, Any], list[bytes]]:
        """The last line of the answer and the pages after it."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        # However the end of the process breaks its streams, it is reported as an end below.
        with suppress(OSError, ValueError):
            process.stdin.write(job)
            process.stdin.flush()
            while line := process.stdout.readline():
                answer = json.loads(line)
                if "failed" in answer:
                    raise CannotTypeset("typesetting.refused", why=answer["failed"])
                if "step" not in answer:
                    parts = [process.stdout.read(size) for size in answer["sizes"]]
                    if [len(part) for part in parts] == answer["sizes"]:
                        return answer, parts
                    break
                on_step(TypesettingStep(answer["step"]))
        self.close()
        raise CannotTypeset("typesetting.ended")

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started if there is none."""
        if self._process is None:
            try:
                self._process = _started()
            except OSError as failure:
                raise CannotTypeset("typesetting.cannot_start", why=failure.strerror or "") from failure
        return self._process


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """What starts the process: the Python that runs this, with the modules this one sees.

    A download for Windows has no Python of its own to start, but a program that runs the game with its streams.
    """
    bundle = bundle_folder()
    program = bundle / "enacting.exe" if bundle is not None else None
    if program is not None and program.is_file():
        return [str(program), COMMAND]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, *sys.path]
