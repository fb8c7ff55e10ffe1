"""What a PDF file asks of the program that shows or prints it: typst writes no such wishes."""

import re
from typing import Final

ACTUAL_SIZE: Final = "/PrintScaling/None"
"""Print at 100 %: the print dialog proposes the size of the file first."""

_PREFERENCES: Final = b"/ViewerPreferences<<"
_END: Final = re.compile(rb"startxref\n(\d+)\n%%EOF\s*\Z")


def with_preferences(pdf: bytes, wishes: str) -> bytes:
    """The file with these entries among its viewer preferences (ISO 32000-1, 12.2).

    typst writes the catalogue, which holds them, as the last object before the table of places: no object moves, only
    that table. `ValueError` for a file that is laid out in another way.
    """
    end = _END.search(pdf)
    catalogue = pdf.rfind(b"/Type/Catalog")
    at = pdf.find(_PREFERENCES, catalogue)
    if end is None or catalogue < 0 or at < 0 or b"endobj\nxref\n" not in pdf[at : int(end[1]) + 5]:
        raise ValueError("not laid out as typst does")
    added = wishes.encode("ascii")
    begin = at + len(_PREFERENCES)
    table = int(end[1]) + len(added)
    return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (pdf[:begin], added, pdf[begin : end.start()], table)
