"""What the program may load before it knows what is asked of it, and on systems that are not POSIX."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HEAVY = {
    "docx", "docxtpl", "imap_tools", "imaplib", "jinja2", "lxml", "numpy", "olefile", "openpyxl", "oxmsg", "pandas", "pydantic", "python_calamine", "rapidfuzz", "rich", "smtplib", "sqlite3",
    "xlsxwriter", "multiprocessing",
}  # fmt: skip
POSIX = {"fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}

LOADED = """
import sys
from tuyentruyen_cli.cli.main import main
sys.argv = ["tuyentruyen", *sys.argv[1:]]
try:
    main()
finally:
    print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--lang", "en", "--help"], ["aggregate", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """A page of help costs no more than click."""
    assert loaded(LOADED, *arguments) & HEAVY == set()


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    """Workers import it too, once for each process."""
    code = (
        "import sys, tuyentruyen_cli.cli.main; print('loaded:', *{n.partition('.')[0] for n in sys.modules}, file=sys.stderr)"
    )
    assert loaded(code) & HEAVY == set()


def test_a_worker_loads_no_more_than_it_reads_with() -> None:
    code = """
import sys
from tuyentruyen_cli.startup import load_quickly
load_quickly()
import tuyentruyen_cli.pipeline.worker
print("loaded:", *{n.partition(".")[0] for n in sys.modules}, file=sys.stderr)
import typing_extensions
"""
    assert loaded(code) & {*HEAVY, "ast", "click", "inspect", "typing_extensions"} == set()


def test_validate_never_loads_pandas(root: Path, tmp_path: Path) -> None:
    """One file is checked without the library that groups many."""
    book = next((root / "sample_data" / "tam-duong-2021" / "week-05").glob("BL_*.xlsx"))
    (tmp_path / book.name).write_bytes(book.read_bytes())
    assert loaded(LOADED, "validate", str(tmp_path / book.name)) & {"pandas", "numpy"} == set()


@pytest.mark.parametrize(
    "arguments", [["status"], ["status", "--json"], ["trace", "items"], ["trace", "listeners", "--unit", "ban-bo", "--json"]]
)
def test_asking_what_is_remembered_loads_nothing_that_reads_or_totals(root: Path, tmp_path: Path, arguments: list[str]) -> None:
    """Half a second is all that an answer may take with a year of a province in the store."""
    for name in ("tuyentruyen.toml", "units.csv"):
        (tmp_path / name).write_bytes((root / "sample_data" / "tam-duong-2021" / name).read_bytes())
    book = next((root / "sample_data" / "tam-duong-2021" / "week-05").glob("BL_*.xlsx"))
    (tmp_path / "week-05").mkdir()
    (tmp_path / "week-05" / book.name).write_bytes(book.read_bytes())
    loaded(LOADED, "aggregate", str(tmp_path / "week-05"))
    loaded(LOADED, "status", str(tmp_path))  # keeps the campaign as it was loaded
    found = loaded(LOADED, *arguments, str(tmp_path))
    assert found & (HEAVY - {"sqlite3"}) == set()


def test_no_module_needs_posix(modules: dict[str, ast.Module]) -> None:
    """No import that fails on Windows stands where it runs with its module; inside a function its absence can be answered."""
    found = {
        f"{name}: {imported}" for name, tree in modules.items() for imported in imported_at_once(tree) if imported in POSIX
    }
    assert found == set()


def imported_at_once(tree: ast.AST) -> Iterator[str]:
    """The top-level names of what a module imports when it is imported itself."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from imported_at_once(node)


def loaded(code: str, *arguments: str) -> set[str]:
    """The top-level names of all modules that a fresh Python has loaded at the end of ``code``."""
    command = (sys.executable, "-c", code, *arguments)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    lines = [line for line in done.stderr.splitlines() if line.startswith("loaded: ")]
    assert lines, done.stdout + done.stderr
    names = set(lines[-1].split()[1:])
    assert "tuyentruyen_cli" in names
    return names
