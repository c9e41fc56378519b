"""Who may import whom, as design.md draws it; the contracts themselves stand in pyproject.toml."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_layers_and_doors_hold(root: Path) -> None:
    """Layers with independent siblings, exhaustive; pandas, click, file formats, SQL and pydantic each behind one door."""
    command = (sys.executable, "-c", LINT, "--no-cache", "--no-logo")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_nouns_need_nothing_but_msgspec(modules: dict[str, ast.Module]) -> None:
    """``model``, and all that lies under it, can be imported anywhere at next to no cost."""
    low = {n: t for n, t in modules.items() if n.startswith(("model/", "vi/", "texts/")) or "/" not in n}
    foreign = {
        f"{name} imports {imported}"
        for name, tree in low.items()
        for imported in imports(tree)
        if imported not in sys.stdlib_module_names | {"tuyentruyen_cli", "msgspec"}
    }
    assert not foreign


def imports(tree: ast.Module) -> Iterator[str]:
    """The top-level names of all that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield (node.module or "").partition(".")[0]
