"""What the README says is what the program does."""

import re
from pathlib import Path
from typing import Any

from tuyentruyen_cli.cli.main import cli
from tuyentruyen_cli.errors import ExitCode

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_table_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"^\| `tuyentruyen (\w+)", README, re.MULTILINE))
    assert named == set(cli.commands)


def test_the_exit_codes_are_all_there() -> None:
    table = README.partition("| code | meaning |")[2]
    named = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    assert named == {int(code) for code in ExitCode}


def test_five_minutes_with_the_sample(tuyentruyen: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """Every command of that part runs as written, and the quoted answer is the answer."""
    monkeypatch.chdir(tmp_path)
    part = README.partition("## Five minutes")[2].partition("\n## ")[0]
    commands = re.findall(r"^    tuyentruyen (.+)$", part, re.MULTILINE)
    answers = {}
    for command in commands:
        said = tuyentruyen(*(w.strip('"') for w in re.findall(r'"[^"]+"|\S+', command)))
        assert said.code == (1 if command.startswith("validate") else 0), said.err
        answers[command.split()[0]] = said.out
    quoted = re.findall(r"^    ((?:ban hon| {2}✗| {6}→).*)$", part, re.MULTILINE)
    assert len(quoted) == 3
    for line in quoted:
        assert line in answers["aggregate"]
    for document in re.findall(r"bao-cao-tuan-[\w-]+\.docx|phieu-kiem-tra-[\w-]+\.docx", part):
        assert (tmp_path / "demo" / "reports" / "2021-W05" / document).is_file()
