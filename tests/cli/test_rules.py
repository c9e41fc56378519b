"""``tuyentruyen rules``: every rule in a line, or one explained, in both languages."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tuyentruyen_cli.model.rules import RULES

Run = Callable[..., Any]


def test_every_rule_has_its_line_under_what_it_weighs(tuyentruyen: Run) -> None:
    said = tuyentruyen("rules")
    assert said.code == 0
    lines = said.out.splitlines()
    named = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(named) == sorted(RULES)
    error, warning, note = (
        next(i for i, line in enumerate(lines) if line.startswith(word)) for word in ("LỖI", "Lưu ý", "Ghi chú")
    )
    where = {line.split()[0]: i for i, line in enumerate(lines) if line.startswith("  ")}
    assert error < where["range"] < warning < where["approximate"] < note < where["scaled"]
    assert lines[-1] == "Xem một quy tắc: tuyentruyen rules MÃ, ví dụ tuyentruyen rules fraction-in-count"


def test_one_rule_is_explained(tuyentruyen: Run) -> None:
    said = tuyentruyen("rules", "fraction-in-count")
    assert said.code == 0
    assert said.out == (
        "fraction-in-count (LỖI)\n"
        "Số lẻ (1,2) ở chỗ phải là số nguyên\n"
        "\n"
        "Chương trình báo: Ước số người nghe phải là số nguyên, ô này là “1,2”.\n"
        "Cách sửa: Gõ lại một số nguyên. Nếu là 1200 thì gõ 1200: Excel đã hiểu dấu chấm là dấu thập phân.\n"
        "\n"
        "Vì sao: Không có 1,2 người hay 1,2 tin. Thường là 1.200 bị Excel hiểu thành 1,2: nếu cộng vào thì\n"
        "  tổng thiếu hơn một nghìn.\n"
        "\n"
        "Ví dụ sai: Ước số người nghe: 1,2\n"
        "Ví dụ đúng: Ước số người nghe: 1200\n"
        "\n"
        "Nếu đơn vị không gửi lại được, cơ quan tổng hợp quyết định:\n"
        "  - correct: ghi số đúng của ô này; số đó thay ô trong mọi tổng, đánh dấu là đã sửa\n"
        "  - enter: ghi số của đơn vị cho chỉ tiêu này cả tuần; số đó thay cho số trong tệp, đánh dấu là nhập\n"
        "    tay\n"
    )


def test_the_other_language_says_the_same() -> None:
    command = [sys.executable, "-m", "tuyentruyen_cli.cli.main", "rules", "--json", "--lang"]
    said = {lang: subprocess.run([*command, lang], capture_output=True, check=True, timeout=60) for lang in ("vi", "en")}
    document = {lang: json.loads(answer.stdout) for lang, answer in said.items()}
    assert [rule["id"] for rule in document["en"]["rules"]] == [rule["id"] for rule in document["vi"]["rules"]]
    one = next(rule for rule in document["en"]["rules"] if rule["id"] == "range")
    assert (one["severity"], one["title"]) == ("error", "A range instead of one number")
    assert one["example"] == {"wrong": "Số lần phát: 20-30", "right": "Số lần phát: 25"}
    assert [closing["decision"] for closing in one["closed_by"]] == ["correct", "enter"]
    assert {key for rule in document["en"]["rules"] for key, value in rule.items() if not value} <= {"closed_by"}


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("fraction_in_count", "Có phải: fraction-in-count"),
        ("Range", "Có phải: range"),
        ("xyz", "Không có quy tắc “xyz”. Xem danh sách: tuyentruyen rules"),
    ],
)
def test_a_slug_that_is_none_is_answered_with_what_is_near(tuyentruyen: Run, asked: str, answer: str) -> None:
    said = tuyentruyen("rules", asked)
    assert (said.code, said.out) == (2, "")
    assert answer in said.err
