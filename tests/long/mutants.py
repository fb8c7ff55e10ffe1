"""Small faults put into the program, one at a time: `python tests/long/mutants.py [SHARE] [PART...]`. Takes hours.

A mutant is one file with one operator, number, condition, return or statement changed. It counts as killed when a test
of its part fails, or takes far too long; one that every test passes is named. SHARE of them are tried, from 0 to 1, the
same ones each time. A PART is the beginning of a path below `src/enacting`. No file on the disk is changed.
"""

import ast
import copy
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCE: Final = ROOT / "src" / "enacting"
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from mutated import mutate  # noqa: E402

SESSION_TESTS: Final = tuple(
    f"session/test_{name}.py"
    for name in (
        *("session", "journal", "move_text", "metadata", "overview", "recap", "pace", "recording", "rollback"),
        *("snapshot", "accident_trace", "foreign_sessions", "released_formats", "written_texts", "damage"),
        *("kills", "power_cuts", "failing_disk", "session_machine"),
    )
)
PARTS: Final = {
    "engine": ("engine/test_*.py",),
    "session": (
        *(*SESSION_TESTS, "archive/test_copying.py", "archive/test_erase*.py"),
        *("system/test_save_folders.py", "system/test_private_files.py"),
    ),
    "language/masking.py": ("language/test_masking.py",),
    "harvest/naming.py": ("harvest/test_harvest_naming.py",),
    "drawing": ("harvest/test_harvest_board.py",),
}
"""The tests of each part."""
NEAR: Final = {
    "session/journal.py": ("test_foreign_sessions.py", "test_damage.py"),
    "session/snapshot.py": ("test_foreign_sessions.py",),
}
"""Tests of a file that are asked after those named like it, and before all others of its part."""
LAST: Final = (
    *("test_random_games.py", "test_other_boxes.py"),
    *(
        "test_kills.py",
        "test_power_cuts.py",
        "test_failing_disk.py",
        "test_session_machine.py",
        "test_erasing_cut_short.py",
    ),
)
"""Tests that take longest, and are only asked when the others have noticed nothing."""

SEED: Final = 7
MAX_TEST_SECONDS: Final = 10
"""Of the processor, for one test: several times what the slowest one needs."""
SLOWER: Final = 5
"""How many times as long as usual all the tests may take, where a mutant waits rather than works."""
MAX_BYTES: Final = 3 << 30
"""How much memory a mutant may take."""
IN_MEMORY: Final = Path("/dev/shm")
"""Where the tests write, if it is there: nothing there waits for a disk."""

SURVIVED: Final = 0
KILLED: Final = 1
TOO_LONG: Final = -signal.SIGKILL

Change = Callable[[ast.AST], ast.AST]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file: the node at that place in `ast.walk` becomes what `change` makes of it."""

    file: Path
    line: int
    place: int
    what: str
    change: Change

    @property
    def name(self) -> str:
        """Where it is, and what was changed."""
        return f"{self.file.relative_to(SOURCE)}:{self.line}: {self.what}"

    def code(self) -> CodeType:
        """The file with that change, compiled."""
        tree = ast.parse(self.file.read_text(encoding="utf-8"))
        old = list(ast.walk(tree))[self.place]
        new = ast.copy_location(self.change(old), old)
        for parent in ast.walk(tree):
            for field, value in ast.iter_fields(parent):
                if value is old:
                    setattr(parent, field, new)
                elif isinstance(value, list) and any(item is old for item in value):
                    setattr(parent, field, [new if item is old else item for item in value])
        return compile(ast.fix_missing_locations(tree), str(self.file), "exec")


# What is changed

COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of the file; texts, types, assertions and decorators stay as they are."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skipped = set(_skipped(tree))
    found = [
        Mutant(file, _line(node), place, what, change)
        for place, node in enumerate(ast.walk(tree))
        if id(node) not in skipped
        for what, change in _changes(node)
    ]
    yield from sorted(found, key=lambda mutant: (mutant.line, mutant.place))


def _line(node: ast.AST) -> int:
    placed = node.iter if isinstance(node, ast.comprehension) else node
    return int(getattr(placed, "lineno", 0))


def _skipped(tree: ast.Module) -> Iterator[int]:
    """The nodes that are types, assertions or decorators, or are only read by the checker of types."""
    for node in ast.walk(tree):
        roots: list[ast.AST | None] = []
        match node:
            case ast.Assert() | ast.Import() | ast.ImportFrom():
                roots = [node]
            case ast.Expr(value=ast.Call(func=ast.Name(id="assert_never"))):
                roots = [node]  # Never reached.
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                roots = [node]
            case ast.AnnAssign():
                roots = [node.annotation]
            case ast.arg():
                roots = [node.annotation]
            case ast.FunctionDef():
                roots = [node.returns, *node.decorator_list]
            case ast.ClassDef():
                roots = [*node.decorator_list]
            case ast.Call(func=ast.Name(id="cast" | "NewType" | "TypeVar")):
                roots = [*node.args]
            case ast.Assign(targets=[ast.Name(id=name)]) if name[:1].isupper() and not name.isupper():
                roots = [node]  # A name for a type.
        for root in roots:
            if root is not None:
                yield from map(id, ast.walk(root))


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be changed in a node: how it is said, and what does it."""
    match node:
        case ast.Compare(ops=[operator, *_]):
            for other in COMPARISONS[type(operator)]:
                yield f"{type(operator).__name__} becomes {other.__name__}", _first_operator(other)
        case ast.BoolOp():
            swapped = ast.Or if isinstance(node.op, ast.And) else ast.And
            yield f"{type(node.op).__name__} becomes {swapped.__name__}", _with(op=swapped())
        case ast.BinOp(op=operation) if type(operation) in ARITHMETIC and not isinstance(
            node.left, ast.Constant | ast.JoinedStr
        ):
            opposite = ARITHMETIC[type(operation)]
            yield f"{type(operation).__name__} becomes {opposite.__name__}", _with(op=opposite())
        case ast.AugAssign(op=operation) if type(operation) in ARITHMETIC:
            opposite = ARITHMETIC[type(operation)]
            yield f"{type(operation).__name__} becomes {opposite.__name__}", _with(op=opposite())
        case ast.UnaryOp(op=ast.Not()):
            yield "not is dropped", lambda old: old.operand  # type: ignore[attr-defined]
        case ast.UnaryOp(op=ast.USub()):
            yield "minus is dropped", lambda old: old.operand  # type: ignore[attr-defined]
        case ast.Constant(value=bool() as truth):
            yield f"{truth} becomes {not truth}", _with(value=not truth)
        case ast.Constant(value=int() | float() as number):
            yield f"{number} becomes {number + 1}", _with(value=number + 1)
            yield f"{number} becomes {number - 1}", _with(value=number - 1)
        case ast.If() | ast.While() | ast.IfExp():
            yield "the condition is negated", _negated
        case ast.comprehension(ifs=[_, *_]):
            yield "the filter is dropped", _with(ifs=[])
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "None is returned", _with(value=ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Raise():
            yield "the statement is dropped", lambda old: ast.Pass()
        case ast.Continue():
            yield "continue becomes break", lambda old: ast.Break()
        case ast.Break():
            yield "break becomes continue", lambda old: ast.Continue()


def _with(**fields: object) -> Change:
    def change(old: ast.AST) -> ast.AST:
        new = copy.copy(old)
        for name, value in fields.items():
            setattr(new, name, value)
        return new

    return change


def _first_operator(other: type[ast.cmpop]) -> Change:
    def change(old: ast.AST) -> ast.AST:
        assert isinstance(old, ast.Compare)
        return _with(ops=[other(), *old.ops[1:]])(old)

    return change


def _negated(old: ast.AST) -> ast.AST:
    assert isinstance(old, ast.If | ast.While | ast.IfExp)
    return _with(test=ast.UnaryOp(ast.Not(), old.test))(old)


# Trying one


class LimitedTests:
    """Ends the program when one test takes far too much of the processor."""

    def pytest_runtest_logstart(self) -> None:
        """Asked by pytest before each test."""
        signal.setitimer(signal.ITIMER_VIRTUAL, MAX_TEST_SECONDS)


def module_name(file: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(file.relative_to(SOURCE.parent).with_suffix("").parts)


def tested(tests: Sequence[Path], mutant: Mutant | None, seconds: float) -> int:
    """Run the tests in a copy of this program, on the mutant if there is one; how that ended."""
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            os._exit(_run(tests, mutant, Path(folder)))
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return SURVIVED if status == 0 else KILLED
            time.sleep(0.02)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return TOO_LONG


def _run(tests: Sequence[Path], mutant: Mutant | None, folder: Path) -> int:
    try:
        os.setpgid(0, 0)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
        if mutant is not None:
            mutate(module_name(mutant.file), mutant.file, mutant.code(), folder)
        options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "--no-header", "--tb=no"]
        return int(pytest.main([*options, "--rootdir", str(ROOT), *map(str, tests)], [LimitedTests()]))
    except BaseException:
        return KILLED


def tests_of(file: Path, tests: Sequence[Path]) -> tuple[tuple[Path, ...], ...]:
    """The tests of its part in the order in which they are asked: those named like the file first, the longest last."""
    near_names = NEAR.get(file.relative_to(SOURCE).as_posix(), ())
    first = tuple(test for test in tests if test.stem.endswith(f"test_{file.stem}"))
    near = tuple(test for test in tests if test.name in near_names)
    last = tuple(test for test in tests if test.name in LAST)
    others = tuple(test for test in tests if test not in (*first, *near, *last))
    return tuple(stage for stage in (first, near, others, last) if stage)


def survives(mutant: Mutant, tests: Sequence[Path], seconds: float) -> bool:
    """Whether no test fails on it."""
    return all(tested(stage, mutant, seconds) == SURVIVED for stage in tests_of(mutant.file, tests))


def files_of(part: str) -> list[Path]:
    """The files of a part, in order."""
    path = SOURCE / part
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def main(share: float, parts: Sequence[str]) -> int:
    """Try that share of the mutants of those parts, and say which survive; 1 when the tests fail without any."""
    import hypothesis  # noqa: F401  (loaded once, before any copy of this program is made)
    import pydantic  # noqa: F401
    import yaml  # noqa: F401

    if IN_MEMORY.is_dir():
        os.environ["TMPDIR"] = str(IN_MEMORY)
    chance = random.Random(SEED)
    survivors = 0
    for part, patterns in PARTS.items():
        tests = [test for pattern in patterns for test in sorted((ROOT / "tests").glob(pattern))]
        chosen_files = [
            file for file in files_of(part) if not parts or str(file.relative_to(SOURCE)).startswith(tuple(parts))
        ]
        if not chosen_files:
            continue
        began = time.monotonic()
        if tested(tests, None, 3600) != SURVIVED:
            print(f"{part}: its tests fail, or cannot run, without any mutant")
            return 1
        usual = time.monotonic() - began
        for file in chosen_files:
            every = list(mutants_of(file))
            tried = sorted(chance.sample(range(len(every)), round(share * len(every))))
            killed = 0
            for mutant in (every[number] for number in tried):
                if survives(mutant, tests, SLOWER * usual + 10):
                    survivors += 1
                    print(f"  survived: {mutant.name}", flush=True)
                else:
                    killed += 1
            print(f"{file.relative_to(SOURCE)}: {killed} of {len(tried)} killed ({len(every)} in all)", flush=True)
    print(f"{survivors} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0, sys.argv[2:]))
