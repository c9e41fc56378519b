"""How large things may grow.

A module counts with all its lines. A function counts the lines of its body, from the first statement after the docstring to its
end; functions inside it count with it, and once more for themselves. Over the budget is allowed only with a reason written here.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

MODULE, MODULE_AT_MOST = 300, 400
FUNCTION, FUNCTION_AT_MOST = 40, 60
COMMAND = 30
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}

REASONS: dict[str, str] = {}
"""Path of a module, or path:name of a function, that is over its budget → why it is better whole."""


def test_modules_are_short(root: Path, modules: dict[str, ast.Module]) -> None:
    """At most 300 lines, 400 with a reason."""
    package = root / "src" / "tuyentruyen_cli"
    lengths = {name: len((package / name).read_text(encoding="utf-8").splitlines()) for name in modules}
    assert over(lengths, MODULE, MODULE_AT_MOST) == {}


def test_functions_are_short(modules: dict[str, ast.Module]) -> None:
    """At most 40 lines, 60 with a reason."""
    lengths = {f"{name}:{f.name}:{f.lineno}": length(f) for name, tree in modules.items() for f in functions(tree)}
    assert over(lengths, FUNCTION, FUNCTION_AT_MOST) == {}


def test_commands_only_hand_over(modules: dict[str, ast.Module]) -> None:
    """A command of the command line is at most 30 lines: the work is done below it."""
    commands = {
        f"{name}:{f.name}": length(f)
        for name, tree in modules.items()
        if name.startswith("cli/")
        for f in functions(tree)
        if any(ast.unparse(d.func if isinstance(d, ast.Call) else d).endswith((".command", ".group")) for d in f.decorator_list)
    }
    assert commands, "no command found in cli/: has their form changed?"
    assert {name: lines for name, lines in commands.items() if lines > COMMAND} == {}


def test_no_module_is_a_drawer(modules: dict[str, ast.Module]) -> None:
    """A module is named after what it holds."""
    assert {name for name in modules if DRAWERS & set(Path(name).with_suffix("").parts)} == set()


def test_no_import_hides_a_circle(modules: dict[str, ast.Module]) -> None:
    """Nothing stands under ``if TYPE_CHECKING``."""
    names = {
        name
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.alias) and node.name == "TYPE_CHECKING")
    }
    assert names == set()


def test_every_package_says_what_lives_there(modules: dict[str, ast.Module]) -> None:
    """Each module has a docstring; that of a package is what a reader meets first."""
    assert [name for name, tree in modules.items() if not ast.get_docstring(tree)] == []


def test_every_reason_is_still_needed(modules: dict[str, ast.Module]) -> None:
    """A reason names a module that exists."""
    assert {key for key in REASONS if key.partition(":")[0] not in modules} == set()


def over(lengths: dict[str, int], budget: int, at_most: int) -> dict[str, int]:
    """What is longer than allowed; a key may bear a line number at its end, which reasons do not."""
    return {
        key: lines
        for key, lines in lengths.items()
        if lines > (at_most if key in REASONS or key.rpartition(":")[0] in REASONS else budget)
    }


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, those inside others too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function's body, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return 0 if not body else (function.end_lineno or 0) - body[0].lineno + 1
