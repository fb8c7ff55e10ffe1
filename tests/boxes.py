"""Builders: the files of a tiny box, right in every way, to be changed by the tests."""

import re
from pathlib import Path

GAME = """\
format: 1
language: fr
id: tiny-box
title: Petite boîte
subtitle: Pour essayer
version: "1.0"
licence: CC0-1.0
credits: Personne
players: {least: 1, comfortable: 2, most: 4}
decision: consent
draw: 2
scale: {least: 1, most: 5}
consequences:
  - {id: economic, title: Économique, icon: coins}
  - {id: social, title: Sociale, icon: users-three}
posture_families:
  - {id: do-with, title: Faire avec, text: Côte à côte}
  - {id: do-for, title: Faire pour, text: À leur place}
mechanism_families:
  - {id: power, title: Partager le pouvoir, colour: "#3B4A6B", icon: lightning, ground: rays}
usual_length: standard
lengths:
  - {id: short, title: Courte, minutes: 30, postures_placed: true}
  - {id: standard, title: Normale, minutes: 60}
parts:
  - id: opening
    title: Ouverture
    share: 20
    activities:
      - {id: reveal, kind: reveal, title: La crise, text: Lisez la crise., minutes: 2}
      - {id: postures, kind: postures, title: Postures, text: Posez une posture., minutes: 2}
  - id: middle
    title: Mécanismes
    share: 40
    activities:
      - {id: mechanisms, kind: mechanisms, title: Mécanismes, text: Posez un mécanisme., minutes: 4}
  - id: debrief
    title: Bilan
    share: 40
    activities:
      - {id: feelings, kind: discuss, title: Ressentis, text: Parlez., minutes: 6.5}
"""

BOARD = """\
crisis: {x: 50, y: 50, size: 20}
seats:
  - {id: with-1, family: do-with, x: 0, y: 0, width: 30, height: 45}
  - {id: with-2, family: do-with, x: 0, y: 50, width: 30, height: 45}
  - {id: for-1, family: do-for, x: 70, y: 0, width: 30, height: 45}
"""

POSTURE = """\
- id: partner
  title: Partenaire
  family: do-with
  text: L'acteur public agit avec les habitants.
  question: Qui tient la clé ?
  colour: "#2A6F4E"
  shape: ring
  art: {icon: coins, echo: tree}
  examples: [Un pacte, Une régie]
- id: regulator
  title: Régulateur
  family: do-for
  text: L'acteur public fixe la règle.
  question: Qui écrit la règle ?
  colour: "#6B2A2A"
  shape: square
  art: {icon: bank}
  note: Pour l'animateur
"""

MECHANISM = """\
- id: pact
  title: Pacte de collaboration
  place: Bologne
  year: "2014"
  family: power
  text: La ville signe un pacte avec des habitants.
  question: Qui peut le rompre ?
  art: {icon: lightning}
  postures:
    partner: Chacun tient sa part.
    regulator: La ville vérifie.
  confidence: documented
  sources:
    - {title: Règlement, url: "https://example.org/pacte"}
- id: garden
  title: Jardin partagé
  place: Lille
  year: "2003"
  family: power
  text: Des voisins cultivent un terrain prêté.
  question: Et si la ville le reprend ?
  art: {icon: tree}
- id: water-board
  title: Régie de l'eau
  place: Naples
  year: "2011"
  family: power
  text: |
    L'eau redevient publique.
    Des usagers siègent.
  question: Qui paie les fuites ?
  art: {icon: drop}
- id: map
  title: Carte commune
  place: Brest
  year: "2010"
  family: power
  text: Chacun dessine la carte du lieu.
  question: Qui la corrige ?
  art: {icon: compass}
"""

CRISIS = """\
- id: heatwave
  title: Canicule
  text: Il fait quarante degrés depuis dix jours.
  question: Qui a besoin d'ombre ?
  consequences:
    economic: Les marchés ferment.
    social: Les voisins se parlent moins.
  documented: [economic]
  art: {icon: tree}
- id: flood
  title: Crue
  text: L'eau monte dans la nuit.
  question: Qui prévient qui ?
  consequences:
    economic: Les ateliers sont noyés.
    social: Un quartier est coupé.
  art: {icon: drop}
"""

PERSONA = """\
- id: mayor
  title: La maire
  goal: Tenir ses promesses
  means: Une signature
  fear: Le désordre
  say: Je veux que cela marche.
  art: {icon: bank}
- id: neighbour
  title: Le voisin
  goal: Dormir au frais
  means: Du temps
  fear: Être seul
  say: Je suis là depuis toujours.
  art: {icon: users-three}
"""

QUESTION = """\
- id: how-was-it
  text: Comment était-ce ?
  ask_in: [feelings]
- id: who-spoke
  text: Qui a peu parlé ?
  ask_in: [feelings, mechanisms]
"""

ENGLISH = """\
game:
  subtitle: To try
  credits: Nobody
consequence:
  economic: {title: Economic}
  social: {title: Social}
posture_family:
  do-with: {title: Do with, text: Side by side}
  do-for: {title: Do for, text: In their place}
mechanism_family:
  power: {title: Share power}
length:
  short: {title: Short}
  standard: {title: Usual}
part:
  opening: {title: Opening}
  middle: {title: Mechanisms}
  debrief: {title: Debrief}
activity:
  reveal: {title: The crisis, text: Read the crisis.}
  postures: {title: Postures, text: Place a posture.}
  mechanisms: {title: Mechanisms, text: Place a mechanism.}
  feelings: {title: Feelings, text: Talk.}
posture:
  partner:
    title: Partner
    text: The public actor acts with the inhabitants.
    question: Who holds the key?
    examples: [A pact, A board]
  regulator:
    title: Regulator
    text: The public actor sets the rule.
    question: Who writes the rule?
    note: For the facilitator
mechanism:
  pact:
    title: Collaboration pact
    place: Bologna
    text: The city signs a pact with inhabitants.
    question: Who can break it?
    postures:
      partner: Each does their part.
      regulator: The city checks.
  garden:
    title: Shared garden
    text: Neighbours grow food on lent land.
    question: What if the city takes it back?
  water-board:
    title: Water board
    text: Water becomes public again.
    question: Who pays for the leaks?
  map:
    title: Common map
    text: Everybody draws the map of the place.
    question: Who corrects it?
crisis:
  heatwave:
    title: Heatwave
    text: Forty degrees for ten days.
    question: Who needs shade?
    consequences:
      economic: Markets close.
      social: Neighbours talk less.
  flood:
    title: Flood
    text: The water rises in the night.
    question: Who warns whom?
    consequences:
      economic: Workshops are drowned.
      social: A district is cut off.
persona:
  mayor:
    title: The mayor
    goal: To keep her promises
    means: A signature
    fear: Disorder
    say: I want this to work.
  neighbour:
    title: The neighbour
    goal: To sleep in the cool
    means: Time
    fear: To be alone
    say: I have always been here.
question:
  how-was-it: {text: How was it?}
  who-spoke: {text: Who spoke little?}
"""


def tiny_box_files(**changes: str) -> dict[str, str]:
    """The files of a box with 3 seats, 2 postures, 4 mechanisms, 2 crises and 2 personas, in French and English.

    A change gives the whole text of a file, by its name without `.yaml`; an empty text leaves the file out.
    """
    files = {
        "game": GAME,
        "board": BOARD,
        "posture": POSTURE,
        "mechanism": MECHANISM,
        "crisis": CRISIS,
        "persona": PERSONA,
        "question": QUESTION,
        "en": ENGLISH,
    }
    return {f"{name}.yaml": text for name, text in (files | changes).items() if text}


def with_edit(file: str, old: str, new: str) -> dict[str, str]:
    """The tiny box with the first `old` of a file replaced by `new`; fails when there is none."""
    files = tiny_box_files()
    assert old in files[file], f"{old!r} is not in {file}"
    return files | {file: files[file].replace(old, new, 1)}


def vouched_box_files() -> dict[str, str]:
    """The tiny box where a card that does not say how sure it is proposes something, instead of being documented."""
    files = tiny_box_files()
    for deck in ("posture.yaml", "mechanism.yaml", "crisis.yaml"):
        cards = re.split(r"^(?=- id:)", files[deck], flags=re.MULTILINE)
        files[deck] = "".join(
            card if not card or "confidence:" in card else f"{card}  confidence: proposal\n" for card in cards
        )
    return files


def write_box(folder: Path, files: dict[str, str]) -> Path:
    """The files written in a folder, which is given back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
