"""Folding, cleaning and showing text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuyentruyen_cli.vi.text import clean, escape, fold, fold_plain

LAW = settings(deadline=None, max_examples=150)

VIETNAMESE = st.text(alphabet="aàáảãạăắâấeèẻêếiìoòỏọôốơớuùủưứyỳỷýđĐÐ qhtgn\u00a0\t", max_size=20)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Hòa Bình", "HOÀ  BÌNH"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("toàn", "tòan"),
        ("quý", "qúy"),
        ("ĐÀI", "Ðài"),
        ("xã Tả Lèng", "Xã\u00a0Tả\tLèng\n"),
        ("Nà Tăm", unicodedata.normalize("NFD", "NÀ TĂM")),
    ],
)
def test_writings_of_one_word_fold_to_one(typed: str, same: str) -> None:
    assert fold(typed) == fold(same)


@pytest.mark.parametrize(
    ("one", "other"), [("Tả Lèng", "Tả Lẻng"), ("bản", "bàn"), ("hòa", "hóa"), ("của", "cua"), ("đa", "da")]
)
def test_words_that_differ_in_marks_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("typed", "plain"), [("Thời lượng (phút)", "thoi luong (phut)"), ("Đơn vị", "don vi"), ("HOÀ", "hoa")])
def test_plain_folding_takes_the_marks(typed: str, plain: str) -> None:
    assert fold_plain(typed) == plain


@LAW
@given(st.one_of(st.text(), VIETNAMESE))
def test_folding_is_idempotent(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)
    assert fold_plain(fold_plain(typed)) == fold_plain(typed) == fold_plain(fold(typed))


@LAW
@given(st.one_of(st.text(), VIETNAMESE))
def test_composed_and_decomposed_text_fold_to_one(typed: str) -> None:
    assert fold(unicodedata.normalize("NFC", typed)) == fold(unicodedata.normalize("NFD", typed)) == fold(typed)


def test_long_text_folds_like_short() -> None:
    assert fold("Hoà " * 1000) == " ".join(["hòa"] * 1000)
    assert fold_plain("Hoà " * 1000) == " ".join(["hoa"] * 1000)


@pytest.mark.parametrize(
    ("typed", "cleaned", "removed"),
    [
        ("12", "12", ()),
        ("Xã Bản Bo\n\t2", "Xã Bản Bo\n\t2", ()),
        ("12_x000D_", "12", ("control",)),
        ("12_x000D_\n5", "12\n5", ("control",)),
        ("a\r\nb", "a\nb", ("control",)),
        ("12\u200b", "12", ("zero-width",)),
        ("1\u200b2", "12", ("zero-width",)),
        ("12\ufe0f", "12", ("zero-width",)),
        ("\ufeff12", "12", ("bom",)),
        ("tin\u00adbài", "tinbài", ("soft-hyphen",)),
        ("\u202e12\u202c", "12", ("bidi",)),
        ("\x1b[31mđỏ\x1b[0m", "đỏ", ("terminal-escape",)),
        ("\ud800x\ufffe", "x", ("not-xml",)),
        ("\x00\u200b", "", ("control", "zero-width")),
        ("_x0041_ _x005F_x000D_", "_x0041_ _x005F_x000D_", ()),
        ("12\u00a0tin", "12\u00a0tin", ()),
    ],
)
def test_cleaning(typed: str, cleaned: str, removed: tuple[str, ...]) -> None:
    assert clean(typed) == (cleaned, removed)


@pytest.mark.parametrize("between", ["\x0b", "\r", "\x00", "_x000D_", "\x85", "\u2028", "\x1b[0m"])
def test_digits_that_a_control_keeps_apart_do_not_become_one_number(between: str) -> None:
    assert clean(f"12{between}5")[0] == "12\n5"


@LAW
@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaned_text_holds_only_what_xml_can(typed: str) -> None:
    cleaned, removed = clean(typed)
    assert clean(cleaned) == (cleaned, ())
    assert all(c in "\t\n" or 0x20 <= ord(c) < 0xD800 or 0xE000 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF for c in cleaned)
    assert bool(removed) == (cleaned != typed)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("12 tin", "12 tin"),
        ("Bản Bo", "Bản Bo"),
        ("\u202e12", r"\u202e12"),
        ("1\u00a0200\n", r"1\u00a0200\n"),
        ("a\tb", r"a\tb"),
        (r"C:\tin", r"C:\\tin"),
        ("\ufe0f", r"\ufe0f"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_escaping_shows_what_cannot_be_seen(typed: str, seen: str) -> None:
    assert escape(typed) == seen


@LAW
@given(st.text())
def test_escaped_text_is_printable(typed: str) -> None:
    assert escape(typed).isprintable()
