"""The cache can be lost: deleted, damaged or of an older version, it changes no figure and asks no one for a repair."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("in_this_process")
FRIDAY = ("--now", "2021-02-05T09:00+07:00")
FRIDAY_AFTER = ("--now", "2021-02-12T09:00+07:00")


def lose(root: Path, how: str) -> None:
    cache = root / "store" / "cache.sqlite"
    if how == "deleted":
        cache.unlink()
    elif how == "damaged":
        cache.write_bytes(cache.read_bytes()[:9000])
    else:
        change = {
            "of an older version": "PRAGMA user_version = 1",
            "with weeks of an older version": "UPDATE weeks SET payload = CAST(replace(payload, '\"version\":', '\"version\":9') AS BLOB)",
        }[how]
        connection = sqlite3.connect(cache)
        with connection:
            connection.execute(change)
        connection.close()


@pytest.mark.parametrize("how", ["deleted", "damaged", "of an older version", "with weeks of an older version"])
def test_aggregating_again_gives_the_same(tuyentruyen: Any, sample: Path, how: str) -> None:
    first = json.loads(tuyentruyen("aggregate", sample / "week-06", "--json", *FRIDAY_AFTER).out)
    log = (sample / "store" / "log.jsonl").read_bytes()
    lose(sample, how)
    said = tuyentruyen("aggregate", sample / "week-06", "--json", *FRIDAY_AFTER)
    assert json.loads(said.out) == first
    assert "2021-W05" in said.err, "the week before is read again too, and said"
    assert "2021-W06" not in said.err, "the week itself is read once"
    assert (sample / "store" / "log.jsonl").read_bytes() == log


@pytest.mark.parametrize("how", ["deleted", "damaged", "of an older version", "with weeks of an older version"])
@pytest.mark.parametrize(
    "command",
    [
        ("status", "--json"),
        ("trace", "listeners", "--week", "5", "--json"),
        ("compare", "--json"),
        ("diff", "ban-bo", "--week", "5", "--json"),
    ],
)
def test_every_question_is_answered_as_before(tuyentruyen: Any, sample: Path, monkeypatch: Any, how: str, command: Any) -> None:
    monkeypatch.chdir(sample)
    first = json.loads(tuyentruyen(*command, *FRIDAY_AFTER).out)
    lose(sample, how)
    again = json.loads(tuyentruyen(*command, *FRIDAY_AFTER).out)
    for document in (first, again):
        document.pop("as_of", None)  # when the week was put together, which is now
    assert again == first


def test_decisions_outlive_the_cache(tuyentruyen: Any, sample: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(sample)
    who = ("--who", "A", "--reason", "Đã gọi điện", "--week", "5", *FRIDAY)
    tuyentruyen("decide", "correct", "--file", "ban hon bc T5.xlsx", "--cell", "F11", "--value", "1.200", *who)
    first = json.loads(tuyentruyen("aggregate", "week-05", "--json", *FRIDAY).out)
    lose(sample, "deleted")
    assert json.loads(tuyentruyen("aggregate", "week-05", "--json", *FRIDAY).out) == first


def test_a_week_whose_folder_is_gone_is_named(tuyentruyen: Any, sample: Path) -> None:
    originals = sorted((sample / "store" / "originals").iterdir())
    lose(sample, "deleted")
    shutil.rmtree(sample / "week-05")
    said = tuyentruyen("status", sample, *FRIDAY_AFTER)
    assert said.code == 0
    assert "Tuần 2021-W06" in said.out
    assert "Tuần 2021-W05 đã có biên nhận nhưng bộ nhớ tạm không còn số liệu" in said.out
    assert tuyentruyen("trace", "items", sample, "--week", "5", *FRIDAY_AFTER).code == 3
    assert sorted((sample / "store" / "originals").iterdir()) == originals
