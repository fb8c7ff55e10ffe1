"""One module with the code of a mutant, in this program and in those that it starts."""

import importlib.machinery
import importlib.util
import marshal
import os
import sys
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

TESTS: Final = Path(__file__).resolve().parent
SOURCE: Final = TESTS.parent / "src"


class Mutated(importlib.machinery.SourceFileLoader):
    """Gives one module the code of a mutant, and finds it before anybody else does."""

    def __init__(self, name: str, file: str, code: CodeType) -> None:
        super().__init__(name, file)
        self._code = code

    def find_spec(
        self, name: str, path: object, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Where Python looks for a module, asked of each entry of `sys.meta_path`."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:
        """The code that is run."""
        return self._code


def mutate(name: str, file: Path, code: CodeType, folder: Path) -> None:
    """Have that module run that code; `folder` is what programs started from here look into as they start."""
    (folder / "code").write_bytes(marshal.dumps(code))
    (folder / "sitecustomize.py").write_text(
        f"import sys\nsys.path.append({str(TESTS)!r})\n"
        f"from mutated import mutate_here\nmutate_here({name!r}, {str(file)!r}, {str(folder / 'code')!r})\n",
        encoding="utf-8",
    )
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = os.pathsep.join((str(folder), str(SOURCE)))
    mutate_here(name, str(file), str(folder / "code"))


def mutate_here(name: str, file: str, code: str) -> None:
    """Have that module run the code kept in the file `code`, in this program alone."""
    sys.meta_path.insert(0, Mutated(name, file, marshal.loads(Path(code).read_bytes())))
