"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

from tuyentruyen_cli import extract, vi
from tuyentruyen_cli.vi.regex import regex


def modules() -> list[str]:
    found = [m.name for package in (vi, extract) for m in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    assert len(found) > 50
    return found


@pytest.mark.parametrize("name", modules())
def test_no_pattern_is_faulty(name: str) -> None:
    kind = type(regex(""))
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, kind):
            re.compile(value.pattern, value.flags)


def test_it_does_what_re_does() -> None:
    later, now = regex(r"(?P<number>\d+) tin.", re.DOTALL), re.compile(r"(?P<number>\d+) tin.", re.DOTALL)
    text = "12 tin\n5 tin;"
    assert [m["number"] for m in later.finditer(text)] == [m["number"] for m in now.finditer(text)] == ["12", "5"]
    assert later.sub("-", text) == now.sub("-", text) == "--"
    assert later.split(text) == now.split(text)
    assert later.fullmatch(text) is None
    assert later.pattern == now.pattern


def test_a_faulty_pattern_fails_when_it_is_used() -> None:
    faulty = regex("(")
    with pytest.raises(re.error):
        faulty.match("")


def test_what_it_has_not_it_does_not_pretend_to_have() -> None:
    assert not hasattr(regex("a"), "scanner")
