"""The programs of Windows that start the game, compiled here from `windows/launcher.c` with mingw."""

import subprocess
import tempfile
from pathlib import Path

from bundles import icons
from bundles.layout import NAME, PACKAGING, version
from enacting.language.words import words_in

SOURCES = PACKAGING / "windows"
PYTHON_LIBRARY = "python313.dll"
WINDOWED, CONSOLE = f"{NAME}.exe", "enacting.exe"
COMPILER, RESOURCES, STRIP = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres", "x86_64-w64-mingw32-strip"
OPTIONS = ("-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-static", "-s", "-Wl,--no-insert-timestamp")


def build_launchers(folder: Path) -> tuple[Path, Path]:
    """Compile both programs into the folder, the same bytes each time: the one without a console, then the other."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        for name, drawing in icons.DRAWINGS.items():
            (work / f"{name}.ico").write_bytes(icons.ico(drawing))
        (work / "launcher.manifest").write_bytes((SOURCES / "launcher.manifest").read_bytes())
        (work / "launcher_words.h").write_text(words_header(), encoding="ascii")
        return _compile(work, folder / WINDOWED, "-mwindows"), _compile(
            work, folder / CONSOLE, "-mconsole", "-DCONSOLE"
        )


def words_header() -> str:
    """The sentences of the launcher and the library it loads, as C."""
    sentences = {
        f"INCOMPLETE_{language.upper()}": words_in(language)("launcher.incomplete") for language in ("en", "fr")
    }
    lines = [f"#define {name} {c_text(text)}" for name, text in sentences.items()]
    return "\n".join([*lines, f"#define PYTHON_LIBRARY {c_text(PYTHON_LIBRARY)}", ""])


def c_text(text: str) -> str:
    """A wide text of C, in ASCII alone."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        'L"' + "".join(character if character < "\x7f" else f"\\u{ord(character):04x}" for character in escaped) + '"'
    )


def version_numbers(text: str) -> str:
    """A version as the four numbers of Windows: `0,2,0,0`."""
    numbers = [int(part) for part in text.split(".") if part.isdigit()][:4]
    return ",".join(map(str, numbers + [0] * (4 - len(numbers))))


def _compile(work: Path, program: Path, *options: str) -> Path:
    resources = work / f"{program.stem.replace(' ', '-')}.o"
    script = "\n".join(
        [
            f"#define VERSION_NUMBERS {version_numbers(version())}",
            f'#define VERSION_TEXT "{version()}"',
            f'#define FILE_NAME "{program.name}"',
            (SOURCES / "launcher.rc").read_text(encoding="utf-8"),
        ]
    )
    (work / "launcher.rc").write_text(script, encoding="utf-8")
    subprocess.run([RESOURCES, "launcher.rc", str(resources)], check=True, cwd=work)
    source = str(SOURCES / "launcher.c")
    command = [COMPILER, *OPTIONS, *options, f"-I{work}", source, str(resources), "-o", str(program)]
    subprocess.run(command, check=True)
    return program
