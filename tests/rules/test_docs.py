"""docs/rules is what the catalogue makes: ``tools/build_rule_docs.py`` writes it."""

from pathlib import Path
from runpy import run_path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "rules"
MADE = run_path(str(ROOT / "tools" / "build_rule_docs.py"))["pages"]()
AGAIN = "run .venv/bin/python tools/build_rule_docs.py"


def test_every_page_is_there_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(MADE), AGAIN


def test_every_page_says_what_the_catalogue_says() -> None:
    committed = {name: (FOLDER / name).read_text(encoding="utf-8") for name in MADE}
    assert {name for name, text in MADE.items() if text != committed[name]} == set(), AGAIN
