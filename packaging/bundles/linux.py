"""The bundle for Linux: a folder that needs nothing of the system but its C library and its screen.

Its Python is a copy of the one that builds, without what the game does not use, with the libraries that this one loads;
every program and library finds its own by its place, so that the folder can be moved.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bundles import icons
from bundles.archives import moment, write_tar
from bundles.layout import NAME, PACKAGING, Bundle, file_name
from bundles.packages import Target, build_wheel, install
from enacting.language.words import words_in

APT_PACKAGES = ("patchelf", "binutils")
SOURCES = PACKAGING / "linux"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
PLATFORMS = (
    "manylinux_2_28_x86_64",
    "manylinux_2_27_x86_64",
    "manylinux_2_26_x86_64",
    "manylinux_2_24_x86_64",
    "manylinux_2_17_x86_64",
    "manylinux2014_x86_64",
)
TARGET = Target(PLATFORMS, VERSION)
UNUSED = (
    "test",
    "tests",
    "idlelib",
    "tkinter",
    "turtledemo",
    "turtle.py",
    "ensurepip",
    "lib2to3",
    "pydoc_data",
    "distutils",
)
UNUSED_MODULES = (
    "_ssl",
    "_hashlib",
    "_tkinter",
    "_curses",
    "_curses_panel",
    "readline",
    "nis",
    "_crypt",
    "spwd",
    "ossaudiodev",
)
UNUSED_BEGINNINGS = ("_test", "_xx", "xx", "_dbm", "_gdbm")
SEARCHED = "../../../../packages"
"""Where Python looks for the packages, from its folder of added modules."""
OF_THE_SYSTEM = ("linux-vdso", "ld-linux", "libc.so", "libm.so", "libpthread.so", "libdl.so", "librt.so", "libutil.so")
"""What must be the system's own: its C library."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def build(out: Path) -> list[Path]:
    """Write the bundle into `out`, as one file."""
    with tempfile.TemporaryDirectory() as work:
        bundle = fill(Path(work))
        out.mkdir(parents=True, exist_ok=True)
        return [write_tar(bundle.folder, out / file_name("linux-x86_64", "tar.gz"), moment())]


def fill(work: Path) -> Bundle:
    """The whole bundle, in a folder of `work`."""
    bundle = Bundle(work / NAME)
    copy_python(bundle.python)
    install(bundle.packages, TARGET, build_wheel(work / "wheel"))
    compile_all(bundle)
    for name in ("enacting.sh", "add-to-menu.sh"):
        program = bundle.folder / ("enacting" if name == "enacting.sh" else name)
        shutil.copyfile(SOURCES / name, program)
        program.chmod(0o755)
    write_desktop_files(bundle.folder / "program" / "share")
    return bundle


def copy_python(folder: Path) -> None:
    """The Python that runs this, without what the game does not use, made to find its own libraries."""
    library = folder / "lib"
    modules = library / f"python{VERSION}"
    shutil.copytree(Path(sysconfig.get_path("stdlib")), modules, ignore=_unused)
    _forget_where_it_was_made(modules)
    packages = modules / "site-packages"
    packages.mkdir()
    (packages / "packages.pth").write_text(f"{SEARCHED}\n", encoding="ascii")

    program = folder / "bin" / "python3"
    program.parent.mkdir()
    shutil.copyfile(Path(sys.executable).resolve(), program)
    program.chmod(0o755)
    dynamic = sorted((modules / "lib-dynload").glob("*.so"))
    for source in sorted({needed for file in (program, *dynamic) for needed in _libraries_of(file)}):
        shutil.copyfile(source, library / source.name)
    _search_in(program, "$ORIGIN/../lib")
    ours = [program, *dynamic, *sorted(library.glob("*.so*"))]
    subprocess.run(["strip", "--strip-unneeded", *map(str, ours)], check=True)  # Names for debuggers: half of it.
    for module in dynamic:
        _search_in(module, "$ORIGIN/../..")
    for file in sorted(library.glob("*.so*")):
        _search_in(file, "$ORIGIN")


def _unused(folder: str, names: list[str]) -> list[str]:
    """What of the standard library is not copied."""
    if Path(folder).name == "lib-dynload":
        stems = {name: name.partition(".")[0] for name in names}
        return [name for name, stem in stems.items() if stem in UNUSED_MODULES or stem.startswith(UNUSED_BEGINNINGS)]
    dropped = (*UNUSED, "__pycache__", "site-packages")
    return [name for name in names if name in dropped or name.startswith("config-") or name.endswith(".a")]


def _forget_where_it_was_made(modules: Path) -> None:
    """What is known of the building of Python names folders of the machine that built it: nobody needs them."""
    for file in modules.glob("_sysconfigdata*.py"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(sys.base_prefix, "/python"), encoding="utf-8")


def _libraries_of(file: Path) -> Iterator[Path]:
    """The libraries that file loads, but for those of the system."""
    said = subprocess.run(["ldd", str(file)], check=True, capture_output=True, text=True).stdout
    for line in said.splitlines():
        name, arrow, rest = line.strip().partition(" => ")
        if arrow and rest.startswith("/") and not name.startswith(OF_THE_SYSTEM):
            yield Path(rest.partition(" (")[0])


def _search_in(file: Path, folder: str) -> None:
    subprocess.run(["patchelf", "--set-rpath", folder, str(file)], check=True)


def compile_all(bundle: Bundle) -> None:
    """Compile everything with that Python, so that nothing is compiled when the game starts, nor ever written."""
    folder = bundle.folder / "program"
    options = ["-q", "-j", "1", "--invalidation-mode", "unchecked-hash", "-s", str(folder)]
    command = [str(bundle.python / "bin" / "python3"), "-s", "-m", "compileall", *options, str(folder)]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "0", "PATH": os.defpath})


def write_desktop_files(folder: Path) -> None:
    """The entry of the menu, the types of files and the icons, for `add-to-menu.sh`."""
    english, french = words_in("en"), words_in("fr")
    folder.mkdir(parents=True)
    entry = (SOURCES / "entry.desktop").read_text(encoding="utf-8")
    entry = entry.format(name=NAME, about_en=english("title.subtitle"), about_fr=french("title.subtitle"))
    (folder / "enacting-the-commons.desktop").write_text(entry, encoding="utf-8")
    types = (SOURCES / "types.xml").read_text(encoding="utf-8")
    types = types.format(
        session_en=english("launcher.session_file"),
        session_fr=french("launcher.session_file"),
        box_en=english("launcher.box_file"),
        box_fr=french("launcher.box_file"),
    )
    (folder / "enacting-the-commons.xml").write_text(types, encoding="utf-8")
    named = {
        "enacting": "apps/enacting-the-commons.png",
        "session": "mimetypes/application-x-enacting-session.png",
        "box": "mimetypes/application-x-enacting-box.png",
    }
    for size in ICON_SIZES:
        for drawing, name in named.items():
            file = folder / "icons" / "hicolor" / f"{size}x{size}" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(icons.png(icons.DRAWINGS[drawing], size))
