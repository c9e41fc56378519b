"""``received.csv``: the office's own record of when each file came, beside the files."""

import csv
import datetime as dt
import io
import re
import unicodedata
from pathlib import Path
from zoneinfo import ZoneInfo

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.submission import Receipt

NAME = "received.csv"
MAX_BYTES = 4 * 1024 * 1024
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s+(\d{1,2})(?:[:hg](\d{2}))?(?::(\d{2}))?")


def read_received(folder: Path, zone: ZoneInfo) -> tuple[tuple[Receipt, ...], tuple[Finding, ...]]:
    """The receipts that the folder's ``received.csv`` states, and a finding for each row that states none.

    A time without a zone is local. ``sha256`` of these receipts is empty: they speak of a name.
    """
    path = folder / NAME
    if path.is_symlink() or not path.is_file():
        return (), ()
    try:
        if path.stat().st_size > MAX_BYTES:
            return (), (_bad(1, "too-large"),)
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return (), (_bad(1, "unreadable"),)
    rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    columns = [c.strip().casefold() for c in rows[0]] if rows else []
    if "file" not in columns or "received_at" not in columns:
        return (), (_bad(1, "columns"),)
    receipts, findings = [], []
    for number, row in enumerate(rows[1:], start=2):
        if not any(c.strip() for c in row):
            continue
        named = dict(zip(columns, (c.strip() for c in row), strict=False))
        when = _instant(named.get("received_at", ""), zone)
        if not named.get("file") or when is None:
            findings.append(_bad(number, named.get("received_at", "")))
            continue
        name = unicodedata.normalize("NFC", named["file"].replace("\\", "/"))
        receipts.append(Receipt(name, "", when, NAME))
    return tuple(receipts), tuple(findings)


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return ";" if first.count(";") > first.count(",") else ","


def _bad(row: int, typed: str) -> Finding:
    return Finding("bad-receipt", RULES["bad-receipt"], Location(NAME, "", row, 2), (("typed", typed),))


def _instant(text: str, zone: ZoneInfo) -> dt.datetime | None:
    match = _DAY_FIRST.fullmatch(text)
    try:
        if match:
            day, month, year, hour, minute, second = (int(g) if g else 0 for g in match.groups())
            return dt.datetime(year, month, day, hour, minute, second, tzinfo=zone)
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= len("2021-02-04"):
        return None  # a day alone does not tell whether it was before the deadline
    return when if when.tzinfo else when.replace(tzinfo=zone)
