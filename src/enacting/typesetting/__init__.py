"""Pages by typst: a template and plain data become a PDF file, pictures of its pages, or measures of its layout.

    with Typesetter() as typesetter:
        done = typesetter.typeset(Document("report.typ", {"title": "…"}), standards=("ua-1", "a-2a"))
    done.pdf, done.missing

A template is a file of `assets/typst`; it reads its data with `json(bytes(sys.inputs.data))`, and icons by their path
in the assets, such as `/icons/fill/users.svg`.

Law: typst is loaded in a process of its own, which asks nothing of any network and to which nothing is handed over on
the disk; a text is always data, never the source of a template.
"""

from enacting.typesetting.document import CannotTypeset as CannotTypeset
from enacting.typesetting.document import Document as Document
from enacting.typesetting.document import MissingCharacter as MissingCharacter
from enacting.typesetting.document import Typeset as Typeset
from enacting.typesetting.document import TypesettingStep as TypesettingStep
from enacting.typesetting.packing import packed as packed
from enacting.typesetting.typesetter import Typesetter as Typesetter
