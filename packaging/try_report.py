"""Look at the web page of the report with axe-core in a real browser: `python packaging/try_report.py`.

Reports of a full session and of a small one, in each language, with names and without, and one of both sessions
together must have no violation at all.
`--needs` names the packages of Debian that it asks for; axe-core comes from npm.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import unquote

ROOT: Final = Path(__file__).resolve().parent.parent
NEEDS: Final = ("chromium", "npm")
AXE: Final = "axe-core@4"
RUN: Final = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "axe-found";
  told.textContent = encodeURIComponent(JSON.stringify(found.violations.map(each => ({
    id: each.id, impact: each.impact, nodes: each.nodes.map(node => node.html.slice(0, 200)),
  }))));
  document.documentElement.append(told);
});
"""


def pages(folder: Path) -> Iterator[Path]:
    """The reports, as web pages."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from benchmarks.full_session import make_full_session
    from enacting.harvest.formats import Format
    from enacting.harvest.making import make_harvest
    from enacting.harvest.naming import Naming
    from enacting.harvest.pooled.making import PooledFormat, write_pool
    from enacting.harvest.pooled.pool import read_pool
    from enacting.language.words import languages, words_in
    from enacting.session.session import Session

    full = make_full_session(folder / "full.session")
    small = make_full_session(folder / "small.session", people=3, proposals=2, notes=0)
    for session in map(Session.look, (full, small)):
        for language in languages():
            for naming in (Naming.NAMES, Naming.ANONYMOUS):
                yield from make_harvest(session, folder, language, naming=naming, formats=(Format.HTML,))
    for language in languages():
        yield from write_pool(read_pool((full, small), language), folder, words_in(language), (PooledFormat.HTML,))


def violations(page: Path, axe: str) -> list[dict[str, Any]]:
    """What axe-core finds in a page, to which it is added; the page itself allows no script."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text(encoding="utf-8"))
    looked_at = page.with_suffix(".axe.html")
    looked_at.write_text(text.replace("</body>", f"</body><script>{axe}</script><script>{RUN}</script>"), "utf-8")
    command = ("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000")
    shown = subprocess.run(
        [*command, "--dump-dom", looked_at.as_uri()], capture_output=True, text=True, check=True, timeout=300
    )
    found = re.search(r'<pre id="axe-found">([^<]*)</pre>', shown.stdout)
    if found is None:
        raise RuntimeError(f"axe-core said nothing of {page.name}")
    return list(json.loads(unquote(found[1])))


def main() -> int:
    """Say what is found, page by page; 1 when anything is."""
    if sys.argv[1:] == ["--needs"]:
        print(*NEEDS)
        return 0
    with TemporaryDirectory() as made:
        folder = Path(made)
        subprocess.run(["npm", "install", "--silent", "--prefix", made, AXE], check=True)
        axe = (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
        count = 0
        for page in pages(folder):
            found = violations(page, axe)
            print(f"{page.name}: {len(found)} violations")
            for each in found:
                print(f"  {each['id']} ({each['impact']}): {each['nodes'][0]}")
            count += len(found)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
