"""The bundle for macOS, as far as it can be made without a Mac: an application without its Python.

What is missing is the Python of python.org for macOS, whose installer only a Mac unpacks, and a signature: the script
`finish-on-a-mac.sh`, packed beside the application, puts both in. That script has never been run: we have no Mac.
"""

import plistlib
import shutil
import tempfile
from pathlib import Path

from bundles import icons
from bundles.archives import moment, write_tar
from bundles.layout import NAME, PACKAGING, Bundle, file_name, version
from bundles.packages import Target, build_wheel, install

SOURCES = PACKAGING / "macos"
PYTHON_VERSION = "3.13"
TARGETS = {
    "arm64": Target(
        ("macosx_11_0_arm64", "macosx_12_0_arm64", "macosx_13_0_arm64", "macosx_11_0_universal2"), PYTHON_VERSION
    ),
    "x86_64": Target(
        ("macosx_11_0_x86_64", "macosx_12_0_x86_64", "macosx_10_13_x86_64", "macosx_10_12_x86_64"), PYTHON_VERSION
    ),
}
IDENTIFIER = "org.enacting-the-commons.game"
SESSION_TYPE, BOX_TYPE = f"{IDENTIFIER}.session", f"{IDENTIFIER}.box"


def build(out: Path) -> list[Path]:
    """Write one file into `out` for each kind of Mac: the application without its Python, and the last script."""
    files = []
    for machine, target in TARGETS.items():
        with tempfile.TemporaryDirectory() as work:
            folder = fill(Path(work), target)
            out.mkdir(parents=True, exist_ok=True)
            files.append(write_tar(folder, out / file_name(f"macos-{machine}-unfinished", "tar.gz"), moment()))
    return files


def fill(work: Path, target: Target) -> Path:
    """A folder of `work` with the application and the script."""
    folder = work / f"{NAME} (unfinished)"
    contents = folder / f"{NAME}.app" / "Contents"
    bundle = Bundle(contents / "Resources")
    install(bundle.packages, target, build_wheel(work / "wheel"))
    program = contents / "MacOS" / "enacting"
    program.parent.mkdir(parents=True)
    shutil.copyfile(SOURCES / "launcher.sh", program)
    program.chmod(0o755)
    script = folder / "finish-on-a-mac.sh"
    shutil.copyfile(SOURCES / "finish-on-a-mac.sh", script)
    script.chmod(0o755)
    (contents / "Info.plist").write_bytes(plistlib.dumps(information()))
    for name, drawing in icons.DRAWINGS.items():
        (contents / "Resources" / f"{name}.icns").write_bytes(icons.icns(drawing))
    return folder


def information() -> dict[str, object]:
    """What macOS must know of the application: its name, its screens, its two types of files."""
    documents = [
        {
            "CFBundleTypeName": f"{NAME}: {kind}",
            "CFBundleTypeIconFile": f"{kind}.icns",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [identifier],
        }
        for kind, identifier in (("session", SESSION_TYPE), ("box", BOX_TYPE))
    ]
    types = [
        {
            "UTTypeIdentifier": identifier,
            "UTTypeDescription": f"{NAME}: {kind}",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": [kind]},
        }
        for kind, identifier in (("session", SESSION_TYPE), ("box", BOX_TYPE))
    ]
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": NAME,
        "CFBundleDocumentTypes": documents,
        "CFBundleExecutable": "enacting",
        "CFBundleIconFile": "enacting.icns",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": ["en", "fr"],
        "CFBundleName": NAME,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSMinimumSystemVersion": "11.0",
        "NSHighResolutionCapable": True,
        "UTExportedTypeDeclarations": types,
    }
