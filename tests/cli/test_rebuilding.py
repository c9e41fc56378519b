"""The cache can be lost: deleted, damaged or of an older version, it changes no figure and asks no one for a repair."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tuyentruyen_cli import resources

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
FRIDAY = ("--now", "2021-02-05T09:00+07:00")
FRIDAY_AFTER = ("--now", "2021-02-12T09:00+07:00")
MEASURES = ("items", "duration", "broadcasts", "listeners")


@pytest.fixture
def root(tuyentruyen: Any, tmp_path: Path) -> Path:
    folder = tmp_path / "chiến dịch"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("store", "reports"))
    tuyentruyen("aggregate", folder / "week-05", *FRIDAY)
    tuyentruyen("aggregate", folder / "week-06", *FRIDAY_AFTER)
    return folder


def lose(root: Path, how: str) -> None:
    cache = root / "store" / "cache.sqlite"
    if how == "deleted":
        cache.unlink()
    elif how == "damaged":
        cache.write_bytes(cache.read_bytes()[:9000])
    else:
        connection = sqlite3.connect(cache)
        connection.execute("PRAGMA user_version = 1")
        connection.close()


@pytest.mark.parametrize("how", ["deleted", "damaged", "of an older version"])
def test_aggregating_again_gives_the_same(tuyentruyen: Any, root: Path, how: str) -> None:
    first = json.loads(tuyentruyen("aggregate", root / "week-06", "--json", *FRIDAY_AFTER).out)
    log = (root / "store" / "log.jsonl").read_bytes()
    lose(root, how)
    said = tuyentruyen("aggregate", root / "week-06", "--json", *FRIDAY_AFTER)
    assert json.loads(said.out) == first
    assert "2021-W05" in said.err, "the week before is read again too, and said"
    assert "2021-W06" not in said.err, "the week itself is read once"
    assert (root / "store" / "log.jsonl").read_bytes() == log


@pytest.mark.parametrize("how", ["deleted", "damaged", "of an older version"])
@pytest.mark.parametrize(
    "command",
    [
        ("status", "--json"),
        ("trace", "listeners", "--week", "5", "--json"),
        ("compare", "--json"),
        ("diff", "ban-bo", "--week", "5", "--json"),
    ],
)
def test_every_question_is_answered_as_before(tuyentruyen: Any, root: Path, monkeypatch: Any, how: str, command: Any) -> None:
    monkeypatch.chdir(root)
    first = json.loads(tuyentruyen(*command, *FRIDAY_AFTER).out)
    lose(root, how)
    again = json.loads(tuyentruyen(*command, *FRIDAY_AFTER).out)
    for document in (first, again):
        document.pop("as_of", None)  # when the week was put together, which is now
    assert again == first


def test_decisions_outlive_the_cache(tuyentruyen: Any, root: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(root)
    who = ("--who", "A", "--reason", "Đã gọi điện", "--week", "5", *FRIDAY)
    tuyentruyen("decide", "correct", "--file", "ban hon bc T5.xlsx", "--cell", "F11", "--value", "1.200", *who)
    first = json.loads(tuyentruyen("aggregate", "week-05", "--json", *FRIDAY).out)
    lose(root, "deleted")
    assert json.loads(tuyentruyen("aggregate", "week-05", "--json", *FRIDAY).out) == first


def test_a_week_whose_folder_is_gone_is_named(tuyentruyen: Any, root: Path) -> None:
    originals = sorted((root / "store" / "originals").iterdir())
    lose(root, "deleted")
    shutil.rmtree(root / "week-05")
    said = tuyentruyen("status", root, *FRIDAY_AFTER)
    assert said.code == 0
    assert "Tuần 2021-W06" in said.out
    assert "Tuần 2021-W05 đã có biên nhận nhưng bộ nhớ tạm không còn số liệu" in said.out
    assert tuyentruyen("trace", "items", root, "--week", "5", *FRIDAY_AFTER).code == 3
    assert sorted((root / "store" / "originals").iterdir()) == originals
