"""How the report looks, on a screen and on paper: the colours and type of the game.

Law: no text below a contrast of 4.5 with its ground; sizes are relative, so that everything follows the reader's own.
"""

import base64
from collections.abc import Mapping, Sequence

from enacting.box.font_formats import plain_font
from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal
from enacting.system.paths import assets_folder
from enacting.typesetting.letters import letters_beyond_ours

FONTS = (
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext_400Regular.ttf"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext_700Bold.ttf"),
    ("Bricolage Grotesque", 800, "BricolageGrotesque_800ExtraBold.ttf"),
)


def font_faces() -> str:
    """The fonts of the game as part of the page: 250 kB. Nothing for a file that is not there."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f"src:url(data:font/ttf;base64,{base64.b64encode(file.read_bytes()).decode()}) format('truetype')}}\n"
        for family, weight, name in FONTS
        if (file := assets_folder() / "fonts" / name).is_file()
    )


def letter_faces(fonts: Sequence[bytes], page: str) -> str:
    """The letters of that page that only these fonts have, as part of it: those letters and no others."""
    faces, left = "", frozenset(map(ord, letters_beyond_ours(page)))
    for font in fonts:
        here = left & plain_font(font).letters
        if not here:
            continue
        left -= here
        written = base64.b64encode(plain_font(font, here).content).decode()
        points = ",".join(f"U+{point:X}" for point in sorted(here))
        faces += "".join(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;unicode-range:{points};'
            f"src:url(data:font/ttf;base64,{written}) format('truetype')}}\n"
            for family, weight, _ in FONTS
        )
    return faces


COLOURS: Mapping[str, str] = {
    "table": hexadecimal(colours.TABLE),
    "paper": hexadecimal(colours.BOARD),
    "line": hexadecimal(colours.RULE),
    "panel": hexadecimal(colours.PANEL),
    "card": hexadecimal(colours.CARD),
    "ink": hexadecimal(colours.INK),
    "second": "#545A6B",
    "light": hexadecimal(colours.LIGHT_INK),
    "light-second": hexadecimal(colours.LIGHT_INK_SECOND),
    "accent": hexadecimal(colours.ACCENT),
    "question": hexadecimal(colours.QUESTION),
    "after": hexadecimal(colours.DONE),
    "before": "#7C8397",
    "track": "#EDE5D6",
}
"""The colours by what they are for. The second ink is darker than that of the game: it is read on the paper too."""

STYLE = (
    f":root {{{''.join(f' --{name}: {colour};' for name, colour in COLOURS.items())} }}"
    """
:root {
  --text: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, "Segoe UI", Roboto, Helvetica, sans-serif;
  --title: "Bricolage Grotesque", system-ui, "Segoe UI", Roboto, Helvetica, sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 106.25%; scroll-behavior: auto; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text); overflow-wrap: anywhere; }
h1, h2, h3, h4 { font-family: var(--title); font-weight: 800; line-height: 1.15; margin: 0; text-wrap: balance; }
p, ul, ol, dl, figure, blockquote { margin: 0; }
.mark { vertical-align: -0.22em; flex: none; }
a { color: #164E8C; text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: 3px; }
.skip { position: absolute; left: 1rem; top: -10rem; padding: .5rem 1rem; background: var(--accent);
  color: var(--ink); }
.skip:focus { top: 1rem; z-index: 1; }
.inner { max-width: 72rem; margin: 0 auto; padding: 0 2rem; }

/* The cover */
.cover { background: var(--table); color: var(--light); padding: 2.6rem 0 5.2rem; }
.cover .kind { display: flex; align-items: center; gap: .6rem; color: var(--light-second); font-weight: 700; }
.cover h1 { font-size: clamp(2rem, 1.2rem + 3.2vw, 3.4rem); margin: .9rem 0 .5rem; max-width: 22em; }
.cover .when { color: var(--light-second); font-size: 1.1rem; }
.cover .named { margin-top: 1.9rem; color: var(--light-second); }
.cover .system { font: 800 clamp(1.5rem, 1.1rem + 1.7vw, 2.3rem)/1.2 var(--title); color: var(--accent); }
.figures { list-style: none; padding: 0; margin-top: -3rem; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); }
.figures li { background: var(--card); border-radius: 14px; padding: 1rem 1.2rem 1.1rem; line-height: 1.3;
  color: var(--second); box-shadow: 0 2px 8px rgb(26 36 56 / .14); }
.figures b { display: block; font: 800 2rem/1.1 var(--title); color: var(--ink); margin-bottom: .25rem;
  white-space: nowrap; }

/* Sections */
section.part { background: var(--panel); border-radius: 20px; padding: 2rem 2.2rem 2.2rem; margin: 1.4rem 0; }
section.part > h2 { font-size: 1.85rem; margin-bottom: .9rem; }
h3 { font-size: 1.3rem; margin: 1.8rem 0 .7rem; }
h4 { font-size: 1.15rem; }
h5 { font: 700 .95rem/1.3 var(--text); color: var(--second); margin: .9rem 0 .4rem; }
section.part p + p { margin-top: .5rem; }
.prose { max-width: 44em; }
.lead { font-size: 1.12rem; }
.quiet { color: var(--second); }
nav { margin: 1.6rem 0 0; }
nav h2 { font-size: 1rem; margin-bottom: .4rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; }
nav a { display: inline-block; padding: .2rem 0; }
.question { background: var(--question); border-radius: 12px; padding: .9rem 1.2rem; margin-top: 1rem;
  max-width: 44em; }
.question b { display: block; font-size: .95rem; color: var(--second); font-weight: 400; }
.question p { font-weight: 700; font-size: 1.1rem; }

/* Tables */
.scroll { overflow-x: auto; margin-top: 1rem; }
.scroll + p { margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--second); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .65rem 1rem .65rem 0; border-top: 1px solid var(--line);
  min-width: 6rem; }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); font-size: .95rem; }
tbody tr:first-child > * { border-top: 0; }
tbody th { font-weight: 700; min-width: 10rem; }
th { overflow-wrap: break-word; }
td ul { list-style: none; padding: 0; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; min-width: 0; }
td:last-child, th:last-child { padding-right: 0; }
.named-row { display: flex; gap: .6rem; align-items: center; }
.bar { display: block; width: 100%; min-width: 7rem; height: .8rem; margin-top: .3rem; }
.pips { display: inline-flex; gap: .25rem; flex-wrap: wrap; vertical-align: -.15em; margin-right: .6rem; }

/* The board */
.picture { margin: 0; overflow-x: auto; border-radius: 14px; }
.picture svg, .picture img { display: block; width: 100%; min-width: 46rem; height: auto; }
figcaption { color: var(--second); margin-top: .8rem; }

/* Proposals */
.posture > h3 { display: flex; align-items: center; gap: .7rem; margin: 2.2rem 0 .1rem; font-size: 1.5rem; }
.posture > .quiet { margin-left: 2.75rem; }
.cards { display: grid; gap: 1.1rem; margin-top: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); }
.proposal { background: var(--card); border-radius: 12px; padding: 1.1rem 1.4rem 1.3rem;
  border-left: 8px solid var(--posture);
  box-shadow: 0 1px 4px rgb(26 36 56 / .12); }
.proposal .where { color: var(--second); margin: .1rem 0 .6rem; }
dl { display: grid; grid-template-columns: minmax(5.8rem, max-content) 1fr; gap: .3rem 1rem; margin-top: .8rem; }
dt { color: var(--second); }
dd { margin: 0; }
dd p + p { margin-top: 0 !important; }
.origin { display: block; color: var(--second); font-size: .9em; font-weight: 400; margin-top: .15rem; }
#sources td { width: 36%; }
.own { margin: -1.1rem -1.4rem .9rem; }
.own img { display: block; width: 100%; height: 10rem; object-fit: cover; border-radius: 0 12px 0 0; }
.own figcaption { font-size: .85em; margin: .35rem 1.4rem 0; text-align: right; }
#crisis .own { margin: 0 0 1rem; max-width: 44em; }
#crisis .own img { height: 14rem; border-radius: 12px; }
.answer { display: inline-flex; gap: .35rem; align-items: center; margin-right: .9rem; }
.reserve { background: var(--question); border-radius: 6px; padding: .05rem .5rem; margin-left: -.5rem; }

/* Ratings, and what is written by hand */
.plot { margin-top: 1.6rem; }
.plot ul { list-style: none; padding: 0; }
.plot li { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; align-items: center;
  border-top: 1px solid var(--line); padding: .3rem 0; }
.plot svg:not(.mark) { width: 100%; height: auto; }
.plot .origin { grid-column: 2; }
.plot .legend { color: var(--second); font-size: .9rem; margin-top: .6rem; }
.key { margin-right: 1rem; white-space: nowrap; }
.key::before { content: ""; display: inline-block; width: .8em; height: .8em; border: 1px solid var(--ink);
  border-radius: 50%; margin-right: .4em; background: var(--card); vertical-align: -.05em; }
.key-1::before { background: var(--before); }
.key-mean::before { background: var(--accent); border-radius: 0; rotate: 45deg; }
.by-hand { display: none; }
.cover .about { margin-top: 1.4rem; color: var(--light); }
.cover .about dt { color: var(--light-second); }

/* What people said */
.said { list-style: none; padding: 0; display: grid; gap: .7rem; }
.said blockquote { white-space: pre-line; padding-left: .9rem; border-left: 3px solid var(--line); }
.said .by { display: block; color: var(--second); font-size: .95rem; padding-left: .9rem;
  border-left: 3px solid var(--line); }
.takeaways { list-style: none; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.takeaways li { background: var(--question); border-radius: 14px; padding: 1.1rem 1.3rem; }
.takeaways blockquote { font-size: 1.12rem; line-height: 1.45; white-space: pre-line; }
.takeaways .by { display: block; margin-top: .5rem; font-weight: 700; }
.columns { columns: 22rem 2; column-gap: 2.4rem; }
.columns li, .columns > div { break-inside: avoid; }
ul.plain { padding-left: 1.2rem; }
ul.plain li { margin: .3rem 0; }
footer { padding: .6rem 0 3rem; color: var(--second); font-size: .95rem; }
footer h2 { font-size: 1.1rem; color: var(--ink); margin-bottom: .5rem; }
footer p { max-width: 48em; margin-top: .4rem; }

@media (max-width: 45rem) {
  .inner { padding: 0 1rem; }
  section.part { padding: 1.3rem 1.1rem 1.5rem; border-radius: 14px; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd + dt { margin-top: .5rem; }
}

@page { size: A4; margin: 15mm 15mm 17mm; }
@page wide { size: A4 landscape; margin: 10mm; }
@media print {
  html { font-size: 10pt; }
  body { background: #FFF; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .inner { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .cover { border-radius: 14px; padding: 9mm 0 16mm; }
  .cover .inner { padding: 0 9mm; }
  .figures { padding: 0 9mm; margin-top: -9mm; gap: 3mm; grid-template-columns: repeat(auto-fit, minmax(28mm, 1fr)); }
  .figures li { box-shadow: none; border: 1px solid var(--line); padding: .7rem .9rem; }
  .figures b { font-size: 1.5rem; }
  section.part { background: none; padding: 0; margin: 8mm 0 0; border-radius: 0; }
  section.part > h2 { font-size: 1.6rem; border-bottom: 2px solid var(--ink); padding-bottom: .3rem; }
  section.part.board-page { page: wide; break-before: page; break-after: page; margin: 0; }
  .board-page > h2 { margin-bottom: 3mm; }
  .picture { overflow: visible; }
  .picture svg, .picture img { min-width: 0; width: auto; max-width: 100%; max-height: 158mm; margin: 0 auto; }
  section.part.board-page.tall { page: auto; }
  .tall .picture svg, .tall .picture img { max-height: 238mm; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  .cards { display: block; }
  .cards:has(> :nth-child(2)) { columns: 2; column-gap: 4mm; margin-top: 3mm; }
  .cards:has(> :nth-child(2)) .proposal { margin: 0 0 4mm; }
  .posture > .quiet, h2 + p, h3 + p { break-after: avoid; }
  .proposal { box-shadow: none; border: 1px solid var(--line); border-left: 8px solid var(--posture);
    margin-top: 3.5mm; }
  .proposal, .takeaways li, .said li, .question, tr, .figures { break-inside: avoid; }
  .takeaways { display: block; columns: 2; column-gap: 4mm; }
  .takeaways li { margin-bottom: 4mm; }
  .by-hand { display: grid; grid-template-columns: repeat(var(--columns), 1fr); color: var(--second); }
  .by-hand span { border: 1px solid var(--line); min-height: 6mm; padding: 1mm; }
  .by-hand span:empty { height: 11mm; }
  .scroll { overflow: visible; }
  .prose, .lead, footer p { break-inside: avoid; }
  #sources a[href]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--second); }
  a { color: inherit; text-decoration: none; }
  p, li, blockquote { orphans: 3; widows: 3; }
}
@media (prefers-contrast: more) { :root { --second: #1F2433; --line: #5A6072; } }
"""
)
