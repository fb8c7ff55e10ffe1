"""A box: a folder of YAML files that anybody can copy, change, mail and print.

`load` makes it into the engine's own cards and board, in every language it speaks, or says everything that is wrong.
"""

from enacting.box.loading import Boxes, find_box, load, load_files, read_files, shipped_boxes
from enacting.box.problems import BrokenBox, Instead, Problem, Severity, format_problem, sentence

__all__ = [
    "Boxes",
    "BrokenBox",
    "Instead",
    "Problem",
    "Severity",
    "find_box",
    "format_problem",
    "load",
    "load_files",
    "read_files",
    "sentence",
    "shipped_boxes",
]
