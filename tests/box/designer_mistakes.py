"""Mistakes that designers make: what each does to the files of a tiny box, and what must be told first, and where.

Each is one that was met: in real decks, in the threads of other tools, or by people who wrote a box.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from boxes import GAME, tiny_box_files
from pictures import chunk, jpeg, png, segment

Content = str | bytes
Files = dict[str, Content]

GAME_FILE, BOARD, POSTURE, MECHANISM = "game.yaml", "board.yaml", "posture.yaml", "mechanism.yaml"
CRISIS, PERSONA, QUESTION, ENGLISH = "crisis.yaml", "persona.yaml", "question.yaml", "en.yaml"
WORD = "Anticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitutionnellement"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is done to the files, and the code and the place, as `file:line`, of what must be told first.

    `drawn`: it shows only where cards are drawn.
    """

    spoil: Callable[[Files], None]
    code: str
    place: str
    drawn: bool = False


def edit(file: str, old: str, new: str, code: str, line: int, *, drawn: bool = False) -> Mistake:
    """The first `old` of a file becomes `new`."""

    def spoil(files: Files) -> None:
        text = files[file]
        assert isinstance(text, str)
        assert old in text, f"{old!r} is not in {file}"
        files[file] = text.replace(old, new, 1)

    return Mistake(spoil, code, f"{file}:{line}", drawn)


def renamed(old: str, new: str, code: str, place: str) -> Mistake:
    """A file gets another name."""

    def spoil(files: Files) -> None:
        files[new] = files.pop(old)

    return Mistake(spoil, code, place)


def added(name: str, content: Content, code: str, place: str) -> Mistake:
    """A file more, or another content of one."""

    def spoil(files: Files) -> None:
        files[name] = content

    return Mistake(spoil, code, place)


def pictured(written: str, name: str, content: bytes, code: str, place: str, *, drawn: bool = False) -> Mistake:
    """A card names the picture `written`, and there is a picture of that name."""

    def spoil(files: Files) -> None:
        edit(POSTURE, "{icon: bank}", f"{{icon: bank, image: {written}}}", "", 0).spoil(files)
        files[name] = content

    return Mistake(spoil, code, place, drawn)


def without_lines(file: str, *keys: str) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        text = str(files[file])
        files[file] = "".join(line for line in text.splitlines(True) if not line.strip().startswith(keys))

    return spoil


CMYK = b"\xff\xd8" + segment(
    0xC0, b"\x08" + b"\0\x0a\0\x0a" + b"\x04" + b"".join(bytes((n, 0x11, 0)) for n in range(4))
)
MOVING = png(700, 700, chunk(b"acTL", bytes(8)))
ACCENTS = GAME.replace("Économique", "Ã‰conomique").replace("Côte à côte", "CÃ´te Ã  cÃ´te")

MISTAKES: Mapping[str, Mistake] = {
    # Files
    "a translation that Windows calls fr.yaml.txt": renamed(ENGLISH, "en.yaml.txt", "W120", "en.yaml.txt:1"),
    "personas that Windows calls .txt": renamed(PERSONA, "persona.yaml.txt", "W120", "persona.yaml.txt:1"),
    "personas as JSON": renamed(PERSONA, "persona.json", "W120", "persona.json:1"),
    "personas as a spreadsheet": renamed(PERSONA, "personas.xlsx", "W120", "personas.xlsx:1"),
    "a translation in a folder of its own": renamed(ENGLISH, "translations/en.yaml", "W120", "translations/en.yaml:1"),
    "personas of no byte": added(PERSONA, "", "W123", "persona.yaml:1"),
    "questions of no byte": added(QUESTION, "", "E405", "game.yaml:41"),
    "a file that is still in iCloud": renamed(PERSONA, ".persona.yaml.icloud", "W122", ".persona.yaml.icloud:1"),
    "a conflicted copy of Dropbox": added(
        "mechanism (Anna's conflicted copy 2026-05-04).yaml",
        "- id: x",
        "W121",
        "mechanism (Anna's conflicted copy 2026-05-04).yaml:1",
    ),
    "a copy of OneDrive": added("mechanism-DESKTOP-4F7K2.yaml", "- id: x", "W121", "mechanism-DESKTOP-4F7K2.yaml:1"),
    "a copy of Syncthing": added(
        "mechanism.sync-conflict-20260504-101112-ABC.yaml",
        "- id: x",
        "W121",
        "mechanism.sync-conflict-20260504-101112-ABC.yaml:1",
    ),
    "a copy of Windows in French": added("mechanism - Copie.yaml", "- id: x", "W121", "mechanism - Copie.yaml:1"),
    "a copy of a Mac": added("en copy.yaml", "game: {}", "W121", "en copy.yaml:1"),
    "a second download": added("crisis (1).yaml", "- id: x", "W121", "crisis (1).yaml:1"),
    "a file of the format yml": renamed(MECHANISM, "mechanism.yml", "E105", "mechanism.yml:1"),
    "a file in the plural": renamed(MECHANISM, "mechanisms.yaml", "E105", "mechanisms.yaml:1"),
    "a file with a capital": renamed(CRISIS, "Crisis.yaml", "E105", "Crisis.yaml:1"),
    "a language with an underscore": renamed(ENGLISH, "pt_br.yaml", "E105", "pt_br.yaml:1"),
    "a language in capitals": renamed(ENGLISH, "EN.yaml", "E105", "EN.yaml:1"),
    "the name of a language": renamed(ENGLISH, "english.yaml", "E105", "english.yaml:1"),
    "a code that is no language": renamed(ENGLISH, "rf.yaml", "W124", "rf.yaml:1"),
    "no board": renamed(BOARD, "plateau.txt", "E103", "board.yaml:1"),
    "a game file of comments": added(GAME_FILE, "# soon\n", "E104", "game.yaml:1"),
    "letters of Windows": added(PERSONA, "- id: a\n  title: é\n".encode("cp1252"), "E201", "persona.yaml:2"),
    "UTF-16 without its mark": added(PERSONA, "- id: a\n  title: b\n".encode("utf-16-le"), "E201", "persona.yaml:1"),
    "a translation into the language of the box": added("fr.yaml", "game: {}", "E109", "fr.yaml:1"),
    # Writing
    "a colon in a text": edit(MECHANISM, "title: Pacte de", "title: Pacte : de", "E214", 2),
    "a number sign in a text": edit(MECHANISM, "title: Jardin partagé", "title: Carte #3 bleue", "E210", 16),
    "a tab": edit(MECHANISM, "  place: Lille", "\tplace: Lille", "E205", 17),
    "a quotation mark that is never closed": edit(MECHANISM, "title: Jardin", 'title: "Jardin', "E215", 16),
    "an apostrophe between single quotes": edit(MECHANISM, "Jardin partagé", "'Jardin de l'eau'", "E216", 16),
    "quotation marks in quotation marks": edit(MECHANISM, "Jardin partagé", '"Un "vrai" jardin"', "E216", 16),
    "no space after a colon": edit(MECHANISM, "title: Jardin", "title:Jardin", "E211", 16),
    "no space after a dash": edit(MECHANISM, "- id: garden", "-id: garden", "E211", 15),
    "a non-breaking space in the margin": edit(MECHANISM, "  place: Lille", "\u00a0 place: Lille", "E206", 17),
    "a non-breaking space before a colon": edit(MECHANISM, "  place: Lille", "  place\u00a0: Lille", "E206", 17),
    "stars around a title": edit(MECHANISM, "title: Jardin partagé", "title: *Jardin*", "E208", 16),
    "braces around a word": edit(MECHANISM, "title: Jardin partagé", "title: {tant} de jardins", "E208", 16),
    "a line too far to the right": edit(MECHANISM, "  title: Jardin", "   title: Jardin", "E219", 16),
    "a line too far to the left": edit(MECHANISM, "  title: Jardin", " title: Jardin", "E219", 16),
    "no colon": edit(MECHANISM, "  place: Lille", "  place Lille", "E213", 17),
    "a brace that is never closed": edit(MECHANISM, "art: {icon: tree}", "art: {icon: tree", "E217", 22),
    "a backslash": edit(MECHANISM, "Jardin partagé", '"images\\pré.png"', "E218", 16),
    "the same key twice": edit(MECHANISM, "  place: Lille", "  place: Lille\n  place: Roubaix", "E209", 18),
    "three dashes": edit(MECHANISM, "- id: map", "---\n- id: map", "E207", 33),
    "a character that turns the text": edit(MECHANISM, "Jardin partagé", "Jardin \u202e", "E203", 16),
    "a zero-width space of a web page": edit(MECHANISM, "title: Jardin ", "title: Jardin\u200b ", "W230", 16),
    "a comma in braces": edit(GAME_FILE, "text: Parlez.,", "text: Parlez, écoutez.,", "E212", 41),
    "a decimal comma": edit(GAME_FILE, "minutes: 6.5", "minutes: 6,5", "E212", 41),
    "accents broken by a spreadsheet": edit(MECHANISM, "Jardin partagé", "Jardin partagÃ©", "W231", 16),
    "an apostrophe broken by a spreadsheet": edit(MECHANISM, "Régie de l'eau", "Régie de lâ€™eau", "W231", 24),
    "a whole file of broken accents": added(GAME_FILE, ACCENTS, "W231", "game.yaml:14"),
    "accents of an old Mac": edit(MECHANISM, "Jardin partagé", "Jardin partag√©", "W231", 16),
    "a letter replaced by a question mark": edit(MECHANISM, "Régie de l'eau", "R?gie de l'eau", "W232", 24),
    "a letter replaced by the mark for lost ones": edit(MECHANISM, "Régie", "R\ufffdgie", "W232", 24),
    "a sign of a word processor": edit(MECHANISM, "Jardin partagé", "Jardin ☐", "W233", 16, drawn=True),
    "letters of another script": edit(MECHANISM, "Jardin partagé", "みんなの庭", "W233", 16, drawn=True),
    "tags": edit(MECHANISM, "Des voisins cultivent", "Des <b>voisins</b><br/>cultivent", "W234", 20),
    "stars around words": edit(MECHANISM, "Des voisins cultivent", "Des **voisins** cultivent", "W234", 20),
    "an entity": edit(MECHANISM, "Des voisins cultivent", "Des&nbsp;voisins cultivent", "W234", 20),
    "a link": edit(MECHANISM, "Des voisins", "Des [voisins](https://example.org)", "W234", 20),
    "a line end written as letters": edit(MECHANISM, "Des voisins cultivent", "Des voisins\\ncultivent", "W234", 20),
    "an empty cell written null": edit(POSTURE, "note: Pour l'animateur", "note: null", "W235", 18),
    "an empty cell of pandas": edit(POSTURE, "note: Pour l'animateur", "note: .nan", "W235", 18),
    "an empty cell written as a tilde": edit(POSTURE, "note: Pour l'animateur", "note: ~", "W235", 18),
    "curly quotation marks": edit(MECHANISM, "Jardin partagé", "“Jardin partagé”", "W236", 16),
    "French quotation marks around a year": edit(MECHANISM, 'year: "2003"', "year: «\u00a02003\u00a0»", "W236", 18),
    "a formula that failed": edit(MECHANISM, "place: Lille", 'place: "#REF!"', "W237", 17),
    "a place holder": edit(MECHANISM, "place: Lille", 'place: "{{place}}"', "W237", 17),
    "something still to do": edit(MECHANISM, "Des voisins cultivent", "TODO des voisins", "W237", 20),
    "two versions left by Git": edit(
        MECHANISM, "  place: Lille", "<<<<<<< HEAD\n  place: Lille\n=======\n  place: Roubaix\n>>>>>>> x", "E222", 17
    ),
    "a document of a word processor": added(PERSONA, "{\\rtf1\\ansi La maire}", "E201", "persona.yaml:1"),
    "a web page": added(PERSONA, "<!DOCTYPE html><html><p>La maire", "E201", "persona.yaml:1"),
    "a line of JSON": edit(MECHANISM, "  place: Lille", '  "place": "Lille",', "E219", 17),
    "an equals sign": edit(MECHANISM, "  place: Lille", "  place = Lille", "E213", 17),
    "a colon of a Chinese keyboard": edit(MECHANISM, "  place: Lille", "  place：Lille", "E213", 17),
    "a comment of another language": edit(MECHANISM, "  place: Lille", "  // ici\n  place: Lille", "E213", 17),
    "a comment of a web page": edit(MECHANISM, "  place: Lille", "  <!-- ici -->\n  place: Lille", "E213", 17),
    "a long dash for a card": edit(MECHANISM, "- id: garden", "– id: garden", "E219", 15),
    "a star for a card": edit(MECHANISM, "- id: garden", "* id: garden", "E220", 15),
    "a number for a card": edit(MECHANISM, "- id: garden", "1. id: garden", "E219", 15),
    "no dash for a card": edit(MECHANISM, "- id: garden", "  id: garden", "E209", 15),
    "a long text that is not moved to the right": edit(MECHANISM, "title: Jardin", "title: >-\nJardin", "E213", 17),
    "a bar before a text": edit(MECHANISM, "title: Jardin", "title: | Jardin", "E208", 16),
    "a line end of a word processor": edit(MECHANISM, "Jardin partagé", "Jardin\u2028partagé", "E221", 16),
    "an apostrophe of Windows": edit(MECHANISM, "Jardin partagé", "L\x92eau", "E202", 16),
    "a comma at the end of a line": edit(MECHANISM, "place: Lille", "place: Lille,", "W238", 17),
    "a semicolon at the end of a line": edit(MECHANISM, "place: Lille", "place: Lille;", "W238", 17),
    "three points for a title": edit(MECHANISM, "Jardin partagé", "...", "W237", 16),
    "crosses for a place": edit(MECHANISM, "place: Lille", "place: xxx", "W237", 17),
    "a year as a table of numbers writes it": edit(MECHANISM, '"2003"', "2003.0", "W237", 18),
    "a date as a spreadsheet counts it": edit(MECHANISM, '"2003"', "44197", "W237", 18),
    "a formula that was not reckoned": edit(MECHANISM, "place: Lille", "place: =SUM(A1)", "W237", 17),
    # Keys, and what they are given
    "a number with its unit": edit(GAME_FILE, "minutes: 6.5", "minutes: 6 min", "E305", 41),
    "minutes below nothing": edit(GAME_FILE, "minutes: 6.5", "minutes: -5", "E406", 41),
    "a month in words": edit(MECHANISM, "confidence: documented", "checked: novembre 2026", "E310", 12),
    "a colour of a web page": edit(POSTURE, '"#2A6F4E"', "rgb(42, 111, 78)", "E310", 6),
    "a list between round brackets": edit(
        QUESTION, "[feelings, mechanisms]", "(feelings, mechanisms)", "E304", 6
    ),
    "a list with semicolons": edit(QUESTION, "[feelings, mechanisms]", "[feelings; mechanisms]", "E401", 6),
    "an address without its beginning": edit(
        MECHANISM, '"https://example.org/pacte"', "www.example.org", "W321", 14
    ),
    "an address that runs something": edit(
        MECHANISM, '"https://example.org/pacte"', '"javascript:alert(1)"', "W321", 14
    ),
    "a photograph of a telephone": pictured("art/a.heic", "art/a.heic", b"heic", "E502", "posture.yaml:17"),
    "a picture with a capital that nobody names so": pictured(
        "art/photo.png", "art/Photo.png", png(700, 700), "E503", "posture.yaml:17"
    ),
    "a font that is not there": edit(GAME_FILE, "draw: 2", "draw: 2\nfonts: [fonts/a.ttf]", "E509", 12),
    "a key misspelt": edit(GAME_FILE, "draw: 2", "drow: 2", "E302", 11),
    "a key forgotten": edit(MECHANISM, "  place: Lille\n", "", "E301", 15),
    "a title forgotten": edit(MECHANISM, "title: Jardin partagé", "title:", "E303", 16),
    "a word for a number": edit(GAME_FILE, "draw: 2", "draw: two", "E305", 11),
    "yes for true": edit(GAME_FILE, "postures_placed: true", "postures_placed: yes", "E305", 23),
    "a word for a list": edit(QUESTION, "ask_in: [feelings]", "ask_in: feelings", "E304", 3),
    "an icon without its key": edit(MECHANISM, "art: {icon: tree}", "art: tree", "E304", 22),
    "a confidence that is none": edit(MECHANISM, "confidence: documented", "confidence: sure", "E306", 12),
    "an id with capitals and spaces": edit(PERSONA, "- id: mayor", "- id: La maire", "E307", 1),
    "an id used twice": edit(MECHANISM, "- id: map", "- id: pact", "E308", 33),
    "the name of a language in the game file": edit(GAME_FILE, "language: fr", "language: français", "E309", 2),
    "the name of a colour": edit(POSTURE, '"#2A6F4E"', "vert", "E310", 6),
    "a colour of three digits": edit(POSTURE, '"#2A6F4E"', '"#2A6"', "E310", 6),
    "a month in letters": edit(MECHANISM, "confidence: documented", "checked: 11/2026", "E310", 12),
    "a title of a hundred letters": edit(PERSONA, "La maire", "M" * 100, "E311", 2),
    # What must agree
    "a family misspelt": edit(MECHANISM, "family: power", "family: powr", "E401", 5),
    "a posture misspelt": edit(MECHANISM, "partner: Chacun", "partnr: Chacun", "E401", 10),
    "an icon misspelt": edit(POSTURE, "icon: coins", "icon: coinz", "E401", 8),
    "an activity misspelt": edit(QUESTION, "[feelings, mechanisms]", "[feelings, mechanism]", "E401", 6),
    "a space off the board": edit(BOARD, "x: 70,", "x: 90,", "E402", 5),
    "spaces one over the other": edit(BOARD, "y: 50, width", "y: 40, width", "E402", 4),
    "a posture without a space": Mistake(without_lines(BOARD, "- {id: with-2", "- {id: for-1"), "E403", "board.yaml:2"),
    "a consequence forgotten": edit(CRISIS, "    social: Un quartier est coupé.\n", "", "E404", 14),
    "a question asked nowhere": edit(QUESTION, "[feelings, mechanisms]", "[]", "E405", 6),
    "players upside down": edit(GAME_FILE, "{least: 1, comfortable: 2", "{least: 3, comfortable: 2", "E406", 9),
    "more cards drawn than there are": Mistake(
        edit(GAME_FILE, "draw: 2", "draw: 5", "", 0).spoil, "E408", "mechanism.yaml:1"
    ),
    "a scale of twenty marks": edit(GAME_FILE, "{least: 1, most: 5}", "{least: 1, most: 20}", "W420", 12),
    "a scale from 0 to 100": edit(GAME_FILE, "{least: 1, most: 5}", "{least: 0, most: 100}", "W420", 12),
    "a space too small for a card": edit(BOARD, "width: 30, height: 45}", "width: 6, height: 8}", "W421", 3),
    "two postures of one shape": edit(POSTURE, "shape: square", "shape: ring", "W422", 16),
    "two postures of one colour": edit(POSTURE, '"#6B2A2A"', '"#2A6F4F"', "W422", 15),
    "two cards of one title": edit(MECHANISM, "title: Carte commune", "title: Jardin partagé", "W423", 34),
    "documented without a source": Mistake(
        without_lines(MECHANISM, "sources:", "- {title: Règlement"), "E409", "mechanism.yaml:12", drawn=True
    ),
    # Pictures
    "a picture with a capital": pictured("art/Photo.JPG", "art/Photo.JPG", jpeg(700, 700), "E502", "posture.yaml:17"),
    "a picture that ends in jpeg": pictured(
        "art/photo.jpeg", "art/photo.jpeg", jpeg(700, 700), "E502", "posture.yaml:17"
    ),
    "a picture beside the game": pictured("photo.jpg", "photo.jpg", jpeg(700, 700), "E502", "posture.yaml:17"),
    "a back-slash": pictured("art\\photo.jpg", "art/photo.jpg", jpeg(700, 700), "E502", "posture.yaml:17"),
    "an address": pictured("https://example.org/a.png", "art/a.png", png(700, 700), "E502", "posture.yaml:17"),
    "a picture misspelt": pictured("art/foto.png", "art/photo.png", png(700, 700), "E503", "posture.yaml:17"),
    "a picture cut in two": pictured("art/a.png", "art/a.png", png(700, 700)[:300], "E504", "art/a.png:1"),
    "a picture for print": pictured("art/a.jpg", "art/a.jpg", CMYK, "E504", "art/a.jpg:1"),
    "a drawing under another name": pictured("art/a.png", "art/a.png", b"<svg/>", "E504", "art/a.png:1"),
    "a picture too large": pictured("art/a.png", "art/a.png", png(5000, 10), "E505", "art/a.png:1"),
    "a picture that moves": pictured("art/a.png", "art/a.png", MOVING, "W523", "art/a.png:1"),
    "a picture too coarse": pictured("art/a.png", "art/a.png", png(64, 64), "W521", "art/a.png:1", drawn=True),
    "a picture that no card shows": added("art/a.png", png(700, 700), "W522", "art/a.png:1"),
    # Translations
    "a section misspelt": edit(ENGLISH, "mechanism:", "mechanisms:", "E601", 35),
    "a card misspelt": edit(ENGLISH, "  pact:", "  pacts:", "E601", 36),
    "an icon in a translation": edit(ENGLISH, "    place: Bologna", "    family: power", "E602", 38),
    "labels of cards in no language of the program": edit(GAME_FILE, "language: fr", "language: pt-BR", "W613", 2),
    "a list too short": edit(ENGLISH, "[A pact, A board]", "[A pact]", "E603", 29),
    "a text not translated": edit(ENGLISH, "    question: Who can break it?\n", "", "W610", 37),
    "a text copied and not translated": edit(
        ENGLISH, "The city signs a pact with inhabitants.", "La ville signe un pacte avec des habitants.", "W612", 39
    ),
    # What fits
    "a title too long for the board": edit(
        MECHANISM,
        "Jardin partagé",
        "Reconnaissance juridique communautaire de l'usage civique et collectif des lieux",
        "E701",
        16,
        drawn=True,
    ),
    "a long German word": edit(PERSONA, "goal: Dormir au frais", f"goal: {WORD} au frais", "W710", 10, drawn=True),
}  # fmt: skip


def spoiled(mistake: Mistake, files: Mapping[str, str] | None = None) -> Files:
    """The files of the tiny box with that mistake."""
    changed: Files = dict(files or tiny_box_files())
    mistake.spoil(changed)
    return changed
