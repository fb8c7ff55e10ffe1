"""What a file of Python imports."""

import ast
from pathlib import Path


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported_by(module: Path) -> set[str]:
    """The full names of the modules that one imports, wherever it does."""
    found: set[str] = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            found.add(node.module or "")
    return found
