"""Open the CSV of reports in LibreOffice as French people do: `python packaging/try_spreadsheets.py`.

Accents, numbers and days must come through as they are, and nothing that was written at a table may become a formula.
`--needs` names the packages of Debian that it asks for.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
NEEDS: Final = ("libreoffice-calc",)
FRENCH: Final = 1036
AS_IN_FRANCE: Final = f"CSV:59,34,76,1,,{FRENCH},false,true"
"""Semicolons, quotes, UTF-8, from the first line, in French, numbers and days recognised."""
OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FORMULAS: Final = ("=1+1", "+33 6 12 34 56 78", "-2+3", "@SOMME(A1)", " =1+1", '=HYPERLINK("http://localhost")')
ACCENTS: Final = ("« Ève » ; l’œuvre, dit-elle", "Łukasz, Đorđe et 李雷")

Row = list[tuple[str, str]]
"""The kind of each cell (`string`, `float`, `date`, `formula`) and its text."""


def tables(folder: Path) -> Iterator[Path]:
    """The CSV of a session in which people write what spreadsheets take for something else, and of two sessions."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from benchmarks.full_session import make_full_session
    from enacting.engine.game import FACILITATOR
    from enacting.engine.moves import WriteNote
    from enacting.harvest.formats import Format
    from enacting.harvest.making import make_harvest
    from enacting.harvest.naming import Naming
    from enacting.harvest.pooled.making import PooledFormat, write_pool
    from enacting.harvest.pooled.pool import read_pool
    from enacting.language.words import words_in
    from enacting.session.session import Session

    files = [make_full_session(folder / f"{number}.session", people=5, proposals=6, seed=number) for number in (1, 2)]
    session = Session.resume(files[0])
    for text in (*FORMULAS, *ACCENTS):
        session.play(WriteNote(by=FACILITATOR, text=text))
    session.close()
    yield from make_harvest(Session.look(files[0]), folder / "one", "fr", naming=Naming.NAMES, formats=(Format.CSV,))
    yield from write_pool(read_pool(files, "fr"), folder / "many", words_in("fr"), (PooledFormat.CSV,))


def opened(table: Path, folder: Path) -> list[Row]:
    """The rows as LibreOffice reads them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", f"--infilter={AS_IN_FRANCE}", "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", folder, table], check=True, capture_output=True, timeout=300)
    document = ET.parse(folder / f"{table.stem}.fods")
    return [
        [_cell(cell) for cell in row.iter(f"{TABLE}table-cell") if len(cell)]
        for row in document.iter(f"{TABLE}table-row")
    ]


def _cell(cell: ET.Element) -> tuple[str, str]:
    kind = "formula" if cell.get(f"{TABLE}formula") else cell.get(f"{OFFICE}value-type", "string")
    value = cell.get(f"{OFFICE}value") or cell.get(f"{OFFICE}date-value")
    return kind, value or "\n".join("".join(line.itertext()) for line in cell)


def mistakes(read: Mapping[str, list[Row]]) -> Iterator[str]:
    """What did not come through, by the name of the file."""
    cells = {name: [cell for row in rows for cell in row] for name, rows in read.items()}
    for name, found in cells.items():
        yield from (f"{name}: a formula, {text}" for kind, text in found if kind == "formula")
        yield from (f"{name}: letters are broken, {text}" for _, text in found if "\ufffd" in text or "Ã" in text)
    said = {text for found in cells.values() for kind, text in found if kind == "string"}
    yield from (f"not read as it was written: {text}" for text in ACCENTS if text not in said)
    yield from (f"not read as text: {text}" for text in FORMULAS if not any(text.strip() in each for each in said))
    for name, kind in (("avis", "float"), ("temps", "float"), ("seances", "date")):
        rows = [row for file, rows in read.items() if file.endswith(name) for row in rows[1:]]
        if not rows or not all(any(each == kind for each, _ in row) for row in rows):
            yield f"{name}: a row without a {kind}"


def main() -> int:
    """Say what is read from each file; 1 when something did not come through."""
    if sys.argv[1:] == ["--needs"]:
        print(*NEEDS)
        return 0
    with TemporaryDirectory() as made:
        folder = Path(made)
        read = {table.stem: opened(table, folder) for table in tables(folder)}
    for name, rows in read.items():
        kinds = [kind for row in rows for kind, _ in row]
        counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
        print(f"{name}: {len(rows)} rows, {counts}")
    found = list(mistakes(read))
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
