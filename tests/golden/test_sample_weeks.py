"""Weeks 7 and 8 of the sample, the late correction and their truth are what the tool makes of its own facts."""

import importlib
import io
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def contents(path: Path) -> bytes | dict[str, object]:
    """A file's bytes; of an archive those of its parts, whatever library packed it."""
    return unpacked(path.read_bytes()) if path.suffix != ".csv" else path.read_bytes()


def unpacked(data: bytes) -> bytes | dict[str, object]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: unpacked(archive.read(name)) for name in archive.namelist()}


def test_the_sample_weeks_are_what_the_tool_makes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    importlib.import_module("sample_weeks").main(tmp_path)
    made = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p.is_file())
    assert len(made) > 30
    for path in made:
        assert contents(tmp_path / path) == contents(ROOT / path), path
    for folder in ("week-07", "week-08", "gui-sau/week-06"):
        place = Path("sample_data", "tam-duong-2021", folder)
        assert {p.name for p in (ROOT / place).iterdir()} == {p.name for p in made if p.parent == place}, "nothing else there"
