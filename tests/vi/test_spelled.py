"""Numbers in words, as they stand in brackets behind their digits."""

import pytest

from tuyentruyen_cli.model.parsed import Refused
from tuyentruyen_cli.vi.spelled import spelled, without_spelling


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("không", 0),
        ("năm", 5),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("ba muoi tu", 34),
        ("một trăm linh năm", 105),
        ("một trăm hai mươi", 120),
        ("một nghìn không trăm linh năm", 1005),
        ("mười hai nghìn ba trăm bốn mươi lăm", 12345),
        ("hai triệu, ba trăm ngàn", 2300000),
        *((words, None) for words in ("người", "tin", "năm nay", "hai ba", "trăm", "linh", "sáu tháng")),
    ],
)
def test_spelled(words: str, value: int | None) -> None:
    assert spelled(words) == value


def test_the_words_must_say_what_the_digits_say() -> None:
    assert without_spelling("12 (mười hai) tin, 5 (năm) bài") == "12 tin, 5 bài"
    assert without_spelling("12 (mười ba) tin") == Refused("malformed-number")
    assert without_spelling("12 (người)") == "12 (người)"
