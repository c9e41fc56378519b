"""Bytes that wait in a temporary file come back as they were, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.pipeline import spool
from tuyentruyen_cli.pipeline.spool import Spool


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=60)), st.sampled_from([20, 10_000]))
def test_what_was_taken_up_comes_back(data: dict[str, bytes], in_memory: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "IN_MEMORY", in_memory)
        held = Spool()
    for name, one in data.items():
        held.put(name, one)
        assert held.get(name) == one
    assert {name: held.get(name) for name in data} == data
    assert held.get("never taken up") == b""


def test_what_the_disk_refuses_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Spool()
    held.put("first", b"one")

    def full(_data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(held._file, "write", full)
        held.put("second", b"two")
    held.put("third", b"three")
    assert [held.get(name) for name in ("first", "second", "third")] == [b"one", b"", b"three"]
