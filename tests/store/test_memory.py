"""What a campaign remembers from one run to the next."""

import datetime as dt
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.model.submission import Receipt
from tuyentruyen_cli.store.log import BadLine
from tuyentruyen_cli.store.memory import open_store, verify_log
from tuyentruyen_cli.store.rows import (
    FIRST_SEEN,
    FactRow,
    FindingRow,
    Received,
    ResultRow,
    SubmissionRow,
    UnitRow,
    ValueRow,
    Week,
)

ZONE = dt.timezone(dt.timedelta(hours=7))
THURSDAY = dt.datetime(2021, 2, 4, 9, tzinfo=ZONE)
FRIDAY = dt.datetime(2021, 2, 5, 9, tzinfo=ZONE)
W05 = "2021-W05"


def sent(folder: Path, name: str, content: bytes = b"PK") -> tuple[str, Path]:
    (folder / name).write_bytes(content)
    return hashlib.sha256(content).hexdigest(), folder / name


def seen(name: str, sha256: str, at: dt.datetime = THURSDAY, unit: str | None = "ban-bo", week: str = W05) -> Received:
    return Received(name, sha256, at, FIRST_SEEN, week, unit, week)


def log_lines(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (root / "store" / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def test_one_aggregate_is_one_line_and_the_originals_stand_under_their_hashes(tmp_path: Path) -> None:
    one, path = sent(tmp_path, "Bản Bo.XLSX", b"one")
    two, other = sent(tmp_path, "nà tăm", b"two")
    received = [seen("Bản Bo.XLSX", one), seen("nà tăm", two, unit=None)]
    with open_store(tmp_path, THURSDAY) as store:
        assert store.record(received, {one: path, two: other}, Week(W05, b"{}")) == tuple(received)
        assert store.original(one) == tmp_path / "store" / "originals" / f"{one}.xlsx"
        assert store.original(two) == tmp_path / "store" / "originals" / two
        assert store.original("0" * 64) is None
    (line,) = log_lines(tmp_path)
    assert line["kind"] == "received"
    assert line["data"] == {
        "receipts": [
            {
                "file": "Bản Bo.XLSX",
                "sha256": one,
                "received_at": "2021-02-04T09:00:00+07:00",
                "evidence": "first-seen",
                "week": W05,
                "unit": "ban-bo",
                "period": W05,
            },
            {
                "file": "nà tăm",
                "sha256": two,
                "received_at": "2021-02-04T09:00:00+07:00",
                "evidence": "first-seen",
                "week": W05,
                "unit": None,
                "period": W05,
            },
        ]
    }
    assert {p.read_bytes() for p in (tmp_path / "store" / "originals").iterdir()} == {b"one", b"two"}


def test_the_same_aggregate_again_writes_no_line_and_first_seen_stays_first(tmp_path: Path) -> None:
    sha, path = sent(tmp_path, "a.xlsx")
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", sha)], {sha: path})
    before = (tmp_path / "store" / "log.jsonl").read_bytes()
    with open_store(tmp_path, FRIDAY) as store:
        assert store.record([seen("a.xlsx", sha, FRIDAY)], {sha: path}) == ()
        assert store.receipts(W05) == (Receipt("a.xlsx", sha, THURSDAY, FIRST_SEEN),)
        assert store.first_seen(W05, sha) == THURSDAY
    assert (tmp_path / "store" / "log.jsonl").read_bytes() == before


def test_a_renamed_file_keeps_its_first_instant_but_another_week_has_its_own(tmp_path: Path) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")])
    with open_store(tmp_path, FRIDAY) as store:
        new = store.record([seen("b.xlsx", "aa", FRIDAY), seen("a.xlsx", "aa", FRIDAY, week="2021-W06")])
        assert [one.received_at for one in new] == [THURSDAY, FRIDAY]
        assert store.first_seen("2021-W06", "aa") == FRIDAY
        assert store.first_seen("2021-W07", "aa") is None


def test_other_evidence_of_the_same_file_is_a_receipt_of_its_own(tmp_path: Path) -> None:
    stated = Received("a.xlsx", "aa", THURSDAY, "received.csv", W05, "ban-bo", W05)
    with open_store(tmp_path, FRIDAY) as store:
        store.record([stated])
        assert store.first_seen(W05, "aa") == FRIDAY  # what a list says is no first sight
        store.record([stated])
        store.record([stated._replace(received_at=FRIDAY), seen("a.xlsx", "aa", FRIDAY)])
        assert [(r.evidence, r.received_at) for r in store.receipts()] == [
            ("received.csv", THURSDAY),
            ("received.csv", FRIDAY),
            ("first-seen", FRIDAY),
        ]
    assert len(log_lines(tmp_path)) == 2


def test_many_files_are_kept_or_the_one_that_is_not_is_named(tmp_path: Path) -> None:
    files = dict(sent(tmp_path, f"{number}.xlsx", f"PK {number}".encode()) for number in range(40))
    received = [seen(path.name, sha256) for sha256, path in files.items()]
    changed = tmp_path / "33.xlsx"
    changed.write_bytes(b"PK else")
    with open_store(tmp_path, THURSDAY) as store, pytest.raises(StoreError) as raised:
        store.record(received, files)
    assert raised.value.arguments["path"] == changed
    assert not (tmp_path / "store" / "log.jsonl").exists()
    changed.write_bytes(b"PK 33")
    with open_store(tmp_path, THURSDAY) as store:
        store.record(received, files)
        for sha256, path in files.items():
            kept = store.original(sha256)
            assert kept is not None
            assert kept.read_bytes() == path.read_bytes()
    assert sorted(p.suffix for p in (tmp_path / "store" / "originals").iterdir()) == [".xlsx"] * len(files)


def test_a_week_comes_back_as_it_was_saved_and_is_replaced_by_the_next_aggregate(tmp_path: Path) -> None:
    submission = SubmissionRow("a.xlsx", "aa", "ban-bo", W05, None, "unknown", "accepted")
    fact = FactRow("ban-bo", "items", "channel", "radio", 12, '[["a.xlsx", "Sheet1", "C7"]]')
    total = FactRow(None, "items", None, None, None, "[]")
    finding = FindingRow("range", "error", "ban-bo", "broadcasts", "a.xlsx", "Sheet1", "E12", '{"text": "20-30"}')
    unit = UnitRow("ban-bo", "Xã Bản Bo", expected=True, received=False, timeliness="unknown")
    whole = FactRow("ban-bo", "items", None, None, 12, "[]", "partial")
    with open_store(tmp_path, THURSDAY) as store:
        store.save_week("2021-W06", b"\x00payload")
        store.save_week(W05, b"old", [submission, submission], [fact, fact], [finding])
        store.record([], week=Week(W05, "báo cáo".encode(), (submission,), (fact, whole, total), (finding,), (unit,)))
    with open_store(tmp_path, FRIDAY, write=False) as store:
        assert store.weeks() == (W05, "2021-W06")
        assert store.load_week(W05) == "báo cáo".encode()
        assert store.load_week("2021-W06") == b"\x00payload"
        assert store.load_week("2021-W07") is None
        assert store.submissions(W05) == (submission,)
        assert store.facts(W05) == (fact, whole, total)
        assert store.values([W05, "2021-W06"]) == (ValueRow(W05, "ban-bo", "items", 12, "partial"),)
        assert store.units(["2021-W06", W05]) == ((W05, unit),)
        assert store.findings(W05) == (finding,)
    connection = sqlite3.connect(tmp_path / "store" / "cache.sqlite")
    assert connection.execute("PRAGMA user_version").fetchone() == (6,)
    strict = {row[1] for row in connection.execute("PRAGMA table_list") if row[5] and row[2] == "table"}
    assert strict >= {"receipts", "weeks", "submissions", "facts", "findings", "units", "results"}
    connection.close()


def test_what_was_found_in_files_stays_as_long_as_its_week_rests_on_it(tmp_path: Path) -> None:
    one, two, three = (ResultRow(name, name.encode(), f"seal of {name}") for name in ("one", "two", "three"))
    with open_store(tmp_path, THURSDAY) as store:
        store.record([], week=Week(W05, b"", result_keys=("one", "two"), results=(one, two)))
        store.record([], week=Week("2021-W06", b"", result_keys=("three",), results=(three,)))
        mended = ResultRow("two", b"mended", "seal")
        store.record([], week=Week(W05, b"", result_keys=("two",), results=(mended,)))
        assert [store.result(key) for key in ("one", "two", "three")] == [None, mended, three]
        store.record([], week=Week(W05, b"", result_keys=("two",)))
        assert store.result("two") == mended


@pytest.mark.parametrize("damage", ["deleted", "no database", "cut", "older", "newer", "without a table"])
def test_a_cache_that_is_lost_damaged_or_of_another_version_is_made_anew_from_the_log(tmp_path: Path, damage: str) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")], week=Week(W05, b"x" * 50_000))
    cache = tmp_path / "store" / "cache.sqlite"
    if damage == "deleted":
        cache.unlink()
    elif damage == "no database":
        cache.write_bytes(b"not a database at all" * 100)
    elif damage == "cut":
        cache.write_bytes(cache.read_bytes()[:20_000])
    else:
        connection = sqlite3.connect(cache)
        connection.executescript(
            {"older": "PRAGMA user_version = 0", "newer": "PRAGMA user_version = 9"}.get(damage, "DROP TABLE head")
        )
        connection.close()
    with open_store(tmp_path, FRIDAY, write=False) as store:
        assert store.receipts() == (Receipt("a.xlsx", "aa", THURSDAY, FIRST_SEEN),)
        assert store.weeks() == ()
    with open_store(tmp_path, FRIDAY) as store:
        assert store.load_week(W05) is None
        assert store.record([seen("a.xlsx", "aa", FRIDAY)], week=Week(W05, b"y")) == ()
        assert store.load_week(W05) == b"y"
    connection = sqlite3.connect(cache)
    assert connection.execute("SELECT file, sha256, received_at FROM receipts").fetchall() == [
        ("a.xlsx", "aa", "2021-02-04T09:00:00+07:00")
    ]
    connection.close()


def test_a_changed_log_is_not_written_on_and_the_line_is_named(tmp_path: Path) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")])
        store.log("rendered", {"to": "docx"})
        assert store.verify_log() is None
    path = tmp_path / "store" / "log.jsonl"
    path.write_bytes(path.read_bytes().replace(b"09:00:00", b"15:00:00", 1))
    assert verify_log(tmp_path) == BadLine(1, "store.bad-hash")
    for write in (True, False):
        with (
            pytest.raises(StoreError, match=r"store\.log-changed") as caught,
            open_store(tmp_path, FRIDAY, write=write, lang="en"),
        ):
            pass
        assert caught.value.arguments["line"] == 1
        assert caught.value.arguments["reason"] == "this line has been changed"


@pytest.mark.parametrize("lost", ["the last line", "all of it", "written anew"])
def test_lines_that_were_cut_off_are_missed(tmp_path: Path, lost: str) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")])
        store.record([seen("b.xlsx", "bb")])
    path = tmp_path / "store" / "log.jsonl"
    if lost == "the last line":
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    elif lost == "all of it":
        path.unlink()
    else:
        with open_store(tmp_path / "other", THURSDAY) as store:
            store.record([seen("a.xlsx", "aa")])
            store.record([seen("b.xlsx", "cc")])
        path.write_bytes((tmp_path / "other" / "store" / "log.jsonl").read_bytes())
    bad = BadLine(1 if lost == "all of it" else 2, "store.bad-end")
    assert verify_log(tmp_path) == bad
    with pytest.raises(StoreError, match=r"store\.log-changed"), open_store(tmp_path, FRIDAY):
        pass


def test_a_log_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "log.jsonl").write_bytes(b'{"version":2}\n')
    with pytest.raises(StoreError, match=r"store\.newer-log"), open_store(tmp_path, THURSDAY):
        pass


def test_a_crash_after_the_log_and_before_the_cache_is_made_good(tmp_path: Path) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")])
    old = (tmp_path / "store" / "cache.sqlite").read_bytes()
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("b.xlsx", "bb")])
    (tmp_path / "store" / "cache.sqlite").write_bytes(old)
    with open_store(tmp_path, FRIDAY):
        pass
    connection = sqlite3.connect(tmp_path / "store" / "cache.sqlite")
    assert connection.execute("SELECT file FROM receipts ORDER BY seq").fetchall() == [("a.xlsx",), ("b.xlsx",)]
    connection.close()


def test_a_torn_end_is_cut_off_at_the_next_writing(tmp_path: Path) -> None:
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", "aa")])
    path = tmp_path / "store" / "log.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:100])
    with open_store(tmp_path, FRIDAY) as store:
        assert [r.file for r in store.receipts()] == ["a.xlsx"]
        store.record([seen("b.xlsx", "bb", FRIDAY)])
    assert path.read_bytes().startswith(whole + b'{"at":"2021-02-05')
    assert verify_log(tmp_path) is None


def test_an_output_is_known_until_a_hand_changes_it(tmp_path: Path) -> None:
    report = tmp_path / "reports" / W05 / "bao-cao.docx"
    with open_store(tmp_path, THURSDAY) as store:
        assert store.output_hash(report) is None
        store.record_output(report, "11", "docx")
        store.record_output(report, "11", "docx")
        store.record_output(report, "22", "docx")
        assert store.output_hash(report) == "22"
        assert store.knows_output(report, "11")  # the run that was to write 22 may have died before it did
        assert not store.knows_output(report, "33")
        assert not store.knows_output(tmp_path / "elsewhere.docx", "22")
    assert [line["data"] for line in log_lines(tmp_path)] == [
        {"path": f"reports/{W05}/bao-cao.docx", "sha256": sha, "kind": "docx"} for sha in ("11", "22")
    ]
    moved = tmp_path.rename(tmp_path.with_name(tmp_path.name + " đã chuyển"))
    with open_store(moved, FRIDAY, write=False) as store:
        assert store.knows_output(moved / "reports" / W05 / "bao-cao.docx", "22")


def test_reading_makes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path, THURSDAY, write=False) as store:
        assert (store.receipts(), store.weeks(), store.load_week(W05)) == ((), (), None)
    assert list(tmp_path.iterdir()) == []
    assert verify_log(tmp_path) is None
    with pytest.raises(AssertionError, match="for reading"), open_store(tmp_path, THURSDAY, write=False) as store:
        store.log("x", {})


def test_a_file_that_changed_since_it_was_read_stops_the_aggregate_before_anything_is_logged(tmp_path: Path) -> None:
    sha, path = sent(tmp_path, "a.xlsx", b"as read")
    path.write_bytes(b"as it is now")
    with open_store(tmp_path, THURSDAY) as store:
        with pytest.raises(StoreError, match=r"store\.original-changed"):
            store.record([seen("a.xlsx", sha)], {sha: path})
        assert store.receipts() == ()
    assert list((tmp_path / "store" / "originals").iterdir()) == []
    assert not (tmp_path / "store" / "log.jsonl").exists()


def test_a_kept_original_that_lost_its_end_is_written_again(tmp_path: Path) -> None:
    sha, path = sent(tmp_path, "a.xlsx", b"all of it")
    with open_store(tmp_path, THURSDAY) as store:
        store.record([seen("a.xlsx", sha)], {sha: path})
        kept = store.original(sha)
        assert kept
        kept.write_bytes(b"all")
        store.record([seen("a.xlsx", sha)], {sha: path})
        assert kept.read_bytes() == b"all of it"
        path.unlink()
        store.record([seen("a.xlsx", sha)], {sha: path})
        assert kept.read_bytes() == b"all of it"
    with open_store(tmp_path, THURSDAY) as store, pytest.raises(StoreError, match=r"store\.cannot-read"):
        store.record([], {"0" * 64: tmp_path / "gone.xlsx"})
