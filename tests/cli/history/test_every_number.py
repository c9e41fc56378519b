"""Every number of every document is tied to a fact, or is told to be none; and ``verify`` knows each of them."""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.render.facts import Fact
from tuyentruyen_cli.render.figures_part import FiguresPart, figures_part
from tuyentruyen_cli.render.marks import Share
from tuyentruyen_cli.render.ooxml import w
from tuyentruyen_cli.render.package import repacked
from tuyentruyen_cli.render.visible import visible

WED, THU = ("--now", "2021-02-17T08:30+07:00"), ("--now", "2021-02-18T09:00+07:00")
THURSDAY = dt.datetime.fromisoformat(THU[1])
WEEK_06 = Path("reports", "2021-W06", "bao-cao-tuan-2021-W06.docx")
BODY = "word/document.xml"
KINDS = {
    "bao-cao-tuan": ("--week", "6"),
    "bao-cao-thang": ("--kind", "bao-cao-thang"),
    "bao-cao-dot": ("--kind", "bao-cao-dot"),
    "thay-the": ("--week", "6", "--replace"),
    "don-doc": ("--kind", "don-doc", "--week", "5"),
    "yeu-cau": ("--kind", "yeu-cau"),
    "phieu-kiem-tra": ("--kind", "phieu-kiem-tra", "--week", "6"),
}
# What a number that is no figure looks like, with the text around it (the number itself is «»).
NO_FIGURE = {
    "date": re.compile(r"«\d\d/\d\d(/\d{4})?»|(?i:tháng «\d\d» năm \d{4}|tháng \d\d năm «\d{4}»)"),
    "time": re.compile(r"«\d\d» giờ \d\d phút|\d\d giờ «\d\d» phút"),
    "week": re.compile(r"(?i:tuần )(\d\d, )*«\d\d»|(?i:tuần từ )(«\d\d»|\d\d (?i:đến) «\d\d»)"),
    "reference": re.compile(r"Bảng «\d+»|\(«\d+»\)|^«\d+»\. "),
}
SECONDS = {"giờ": 3600, "phút": 60, "giây": 1}

Run = Callable[..., Any]
Correct = Callable[[Path], None]


@pytest.fixture
def document(tuyentruyen: Run, issued: Path, correct: Correct) -> Callable[[str], Path]:
    """Renders a kind of document; week 06 was issued and then corrected, so that it can be replaced."""
    correct(issued)

    def made(kind: str) -> Path:
        path = issued / f"{kind}.docx"
        said = tuyentruyen("render", issued, *KINDS[kind], "-o", path, *THU)
        assert said.code == 0, said.err
        return path

    return made


def part_of(path: Path) -> FiguresPart:
    part = figures_part(path.read_bytes())
    assert part is not None
    return part


def around(path: Path) -> dict[str, str]:
    """Each bookmark with the text of its paragraph or row, the bookmark between guillemets."""
    seen = visible(path.read_bytes(), "_tt")
    found = {}
    for block in seen.blocks:
        pieces = block.outside.split("\0")
        texts = [seen.held[name] for name in block.bookmarks]
        for number, name in enumerate(block.bookmarks):
            shown = [f"«{text}»" if number == i else text for i, text in enumerate(texts)]
            found[name] = " ".join("".join(a + b for a, b in zip(pieces, [*shown, ""], strict=True)).split())
    return found


def number(text: str) -> Fraction:
    """A number as documents write it."""
    return Fraction(text.replace(".", "").replace(",", "."))


def written(text: str, fact: Fact) -> Fraction:
    """What a text says of a measure, in its own unit; a table gives durations in minutes, a sentence in words."""
    parts = re.findall(r"([\d.,]+) (giờ|phút|giây)", text)
    if parts:
        return sum((number(n) * SECONDS[unit] for n, unit in parts), Fraction(0))
    return number(text) * (60 if fact.key[0] == "duration" else 1)


def is_right(text: str, share: Share, fact: Fact) -> bool:
    """Whether a text says what the fact says; the decimal of a percentage is rounded."""
    if share is Share.COVERED or (share is Share.VALUE and not fact.key[0] and "/" in text):
        counts = [int(n) for n in text.split("/")]
        of_one = fact.key[2] in {"channel", "topic", "change"} or fact.key[1] is not None
        return counts[0] == (
            len(fact.over) if of_one and share is Share.COVERED else fact.covered if fact.key[0] else fact.value
        )
    then, now = fact.then or 0, fact.value or 0
    if share is Share.THEN:
        return written(text, fact) == then
    if share is Share.DIFFERENCE:
        return fact.then is None or written(text, fact) == abs(now - then)
    if share is Share.PERCENT:
        return abs(number(text) - abs(Fraction((now - then) * 100, then))) <= Fraction(5, 100)
    if share is Share.WEEKS:
        return re.fullmatch(r"\d/\d", text) is not None
    return written(text, fact) == now


@pytest.mark.parametrize("kind", KINDS)
def test_every_bookmark_is_a_fact_or_no_figure(document: Callable[[str], Path], kind: str) -> None:
    path = document(kind)
    part, places = part_of(path), around(path)
    assert part.held
    assert set(places) == {held.name for held in part.held}
    for held in part.held:
        if held.fact is None:
            told = NO_FIGURE.get(held.plain)
            assert held.plain == "given" or (told and told.search(places[held.name])), (held, places[held.name])
        else:
            assert is_right(held.text, held.share, part.facts[held.fact]), (held, part.facts[held.fact])


def test_what_is_given_is_no_figure_of_a_report(document: Callable[[str], Path]) -> None:
    """Only the request, which is all settings, and the check sheet, which quotes files, have more of it than the subject."""
    subject = "Kết quả tuyên truyền phòng, chống dịch Covid-19, ứng dụng Bl"
    for kind in ("bao-cao-tuan", "bao-cao-thang", "bao-cao-dot", "thay-the"):
        given = [held for held in part_of(document(kind)).held if held.plain == "given"]
        assert [(held.text, held.about) for held in given] == [("2021", subject)]
    assert [held.text for held in part_of(document("don-doc")).held if held.plain == "given"] == ["0"]
    check = part_of(document("phieu-kiem-tra"))
    assert all(held.fact is not None for held in check.held if held.about.endswith("điểm cần xem."))


def test_a_fact_names_its_units_and_the_files_of_both_weeks(document: Callable[[str], Path]) -> None:
    part = part_of(document("bao-cao-tuan"))
    changes = [fact for fact in part.facts if fact.key[2] == "change"]
    assert [fact.key[0] for fact in changes] == ["items", "duration", "broadcasts", "listeners"]
    for fact in changes:
        assert fact.against == "2021-W05"
        assert len(fact.over) == fact.covered < fact.expected == 14
        assert "khun-ha" not in fact.over  # it sent nothing in week 06
        files = [part.sources[n] for n in fact.sources]
        assert {source.week for source in files} == {"", "2021-W05"}
        assert all(re.fullmatch(r"[0-9a-f]{64}", source.sha256) for source in files)
    totals = [fact for fact in part.facts if fact.key == ("items", None, None, None)]
    assert len(totals[0].over) == totals[0].covered == 13
    month = part_of(document("bao-cao-thang"))
    of_week = next(fact for fact in month.facts if fact.key == ("items", "ban-bo", "week", "2021-W05"))
    assert [month.sources[n].week for n in of_week.sources] == ["2021-W05"]


def changed_digit(path: Path, name: str) -> tuple[str, str]:
    """Change the last digit in a bookmark by hand; what stood there, and what does now."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        body = etree.fromstring(archive.read(BODY))
    start = next(e for e in body.iter(w("bookmarkStart")) if e.get(w("name")) == name)
    node = next(t for e in start.itersiblings() for t in e.iter(w("t")))
    before = node.text or ""
    at = max(i for i, c in enumerate(before) if c.isdigit())
    node.text = f"{before[:at]}{(int(before[at]) + 1) % 10}{before[at + 1 :]}"
    path.write_bytes(repacked(path.read_bytes(), {BODY: etree.tostring(body)}))
    return before, node.text


def each_share(part: FiguresPart) -> Iterator[tuple[str, str]]:
    """A bookmark of each number that sentences of change write, and what ``verify`` calls it."""
    for held in part.held:
        if held.fact is not None and part.facts[held.fact].key[:3] == ("items", None, "change"):
            yield held.name, part.facts[held.fact].said(held.share)


def test_one_digit_changed_by_hand_in_a_sentence_about_change(tuyentruyen: Run, drafted: Path) -> None:
    path, whole = drafted / WEEK_06, (drafted / WEEK_06).read_bytes()
    found = list(each_share(part_of(path)))
    about = "Tổng cộng, Tin, bài, so với tuần 05"
    shares = ("chênh lệch", "số trước đó", "", "tỷ lệ thay đổi", "số đơn vị có số liệu")
    assert [said for _, said in found] == [f"{about} ({share})" if share else about for share in shares]
    for name, said in found:
        path.write_bytes(whole)
        then, now = changed_digit(path, name)
        answer = json.loads(tuyentruyen("verify", path, "--json", *WED).out)
        assert [(a["about"], a["then"], a["now"]) for a in answer["changed"]] == [(said, then, now)]
        assert (answer["outdated"], answer["gone"]) == ([], [])


def test_where_last_week_was_corrected_the_sentences_about_change_are_out_of_date(tuyentruyen: Run, drafted: Path) -> None:
    """Giang Ma had 7 news items on its station in week 05, and corrects that to 9: two more, over the same units."""
    part = part_of(drafted / WEEK_06)
    (fact,) = [f for f in part.facts if f.key == ("items", None, "change", "2021-W05")]
    assert "giang-ma" in fact.over
    file = drafted / "week-05" / "giangma_tuan5.csv"
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert rows[6][2] == "7"
    rows[6][2] = "9"
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    file.write_text(text.getvalue(), encoding="utf-8-sig")
    aggregate(Request(drafted / "week-05", THURSDAY, executor=here))
    answer = json.loads(tuyentruyen("verify", drafted / WEEK_06, "--json", *THU).out)
    then, now = fact.then or 0, fact.value or 0
    assert now < then
    moved = {a["about"]: (a["then"], a["now"]) for a in answer["outdated"]}
    assert moved.pop(f"{fact.about} (chênh lệch)") == (str(then - now), str(then + 2 - now))
    assert moved.pop(f"{fact.about} (số trước đó)") == (str(then), str(then + 2))
    assert list(moved) == [f"{fact.about} (tỷ lệ thay đổi)"]
    assert (answer["changed"], answer["gone"]) == ([], [])
    said = tuyentruyen("verify", drafted / WEEK_06, *THU)
    assert said.code == 1
    assert f"  {fact.about} (số trước đó): {then} → {then + 2}\n" in said.out


def test_a_bookmark_of_a_sentence_about_change_that_is_gone(tuyentruyen: Run, drafted: Path) -> None:
    path = drafted / WEEK_06
    name, said = next(each_share(part_of(path)))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        body = etree.fromstring(archive.read(BODY))
    start = next(e for e in body.iter(w("bookmarkStart")) if e.get(w("name")) == name)
    parent = start.getparent()
    assert parent is not None
    parent.remove(start)
    path.write_bytes(repacked(path.read_bytes(), {BODY: etree.tostring(body)}))
    answer = json.loads(tuyentruyen("verify", path, "--json", *WED).out)
    assert [a["about"] for a in answer["gone"]] == [said]


def test_a_report_that_replaces_another_is_not_out_of_date_at_once(
    tuyentruyen: Run, document: Callable[[str], Path], issued: Path
) -> None:
    answer = json.loads(tuyentruyen("verify", document("thay-the"), "--json", *THU).out)
    assert (answer["outdated"], answer["changed"]) == ([], [])
    replacing = issued / "reports" / "2021-W06" / "bao-cao-tuan-2021-W06-thay-the.docx"
    assert tuyentruyen("render", issued, "--week", "6", "--replace", *THU).code == 0
    number_and_day = ("--number", "7", "--date", "2021-02-18")
    assert tuyentruyen("issue", issued, "--week", "6", *number_and_day, *THU).code == 0
    answer = json.loads(tuyentruyen("verify", replacing, "--json", *THU).out)
    assert (answer["outdated"], answer["changed"]) == ([], [])
