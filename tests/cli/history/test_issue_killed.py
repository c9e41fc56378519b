"""``issue`` killed while it writes: the report is issued or it is not, and the same command again completes it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

FAULTS = Path(__file__).parents[2] / "store"
ISSUED = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
FAULTY = """
import sys, faulty
from tuyentruyen_cli.cli.main import main
if __name__ == "__main__":
    with faulty.Faults(int(sys.argv.pop(1)), faulty.die, steps=400)():
        main()
"""
ORDER = ("--week", "6", "--number", "6", "--date", "2021-02-17", "--now", "2021-02-17T09:30+07:00")


def numbered(path: Path) -> bool:
    """Whether a report bears its number."""
    document = docx.Document(str(path))
    said = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert any("/BC-VHTT" in text for text in said)
    return any("Số: 06/BC-VHTT" in text for text in said)


@pytest.mark.parametrize("at", [1, 3, 5, 7, 8, 9, 10, 11, 12, 13, 15])
def test_killed_and_run_again(tuyentruyen: Callable[..., Any], two_weeks: Path, tmp_path: Path, at: int) -> None:
    assert tuyentruyen("render", two_weeks, "--week", "6", "--now", "2021-02-17T09:00+07:00").code == 0
    draft = (two_weeks / ISSUED).read_bytes()
    script = tmp_path / "faulty_main.py"
    script.write_text(FAULTY, encoding="utf-8")
    command = (sys.executable, str(script), str(at), "issue", str(two_weeks), *ORDER)
    environment = {**os.environ, "PYTHONPATH": str(FAULTS)}
    done = subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=120)
    assert done.returncode == 9, done.stderr
    logged = json.loads(tuyentruyen("log", two_weeks, "--kind", "issued", "--json").out)
    assert logged["bad"] is None
    if numbered(two_weeks / ISSUED):
        assert len(logged["entries"]) == 1, "no document bears a number that the log does not know"
    else:
        assert (two_weeks / ISSUED).read_bytes() == draft
    assert tuyentruyen("compare", two_weeks, "--week", "6").code == 0
    assert tuyentruyen("issue", two_weeks, *ORDER).code == 0
    assert numbered(two_weeks / ISSUED)
    assert len(json.loads(tuyentruyen("log", two_weeks, "--kind", "issued", "--json").out)["entries"]) == 1
    verified = tuyentruyen("log", two_weeks, "--verify")
    assert (verified.code, "1 văn bản đã phát hành khớp nhật ký" in verified.out) == (0, True)
    assert [p.name for p in two_weeks.rglob(".tuyentruyen-*")] == []
