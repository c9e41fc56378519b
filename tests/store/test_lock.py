"""One writer at a time, and a dead one is in nobody's way."""

import datetime as dt
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tuyentruyen_cli.errors import StoreError
from tuyentruyen_cli.store.memory import open_store
from tuyentruyen_cli.texts import say

AT = dt.datetime(2021, 2, 4, 9, tzinfo=dt.UTC)
HOLD = """
import datetime as dt, os, sys, time
from pathlib import Path
from tuyentruyen_cli.store.memory import open_store
with open_store(Path(sys.argv[1]), dt.datetime(2021, 2, 4, 8, tzinfo=dt.UTC)) as store:
    store.log("test", {})
    print("held", flush=True)
    sys.stdin.readline()
    os._exit(9)  # as when the machine takes the process away: nothing is cleaned up
"""


def test_the_second_waits_then_says_who_holds_it_and_a_reader_does_not_wait(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        start = time.monotonic()
        with pytest.raises(StoreError, match=r"store\.locked") as caught, open_store(tmp_path, AT, wait=0.3, lang="en"):
            pass
        assert time.monotonic() - start >= 0.3
        who = f"process {holder.pid} on {platform.node()}, since 2021-02-04T08:00:00+00:00"
        assert caught.value.arguments == {"holder": who}
        assert who in say(caught.value.message, "en", **caught.value.arguments)
        with open_store(tmp_path, AT, write=False) as store:
            assert store.receipts() == ()
        holder.stdin.write(b"\n")
        holder.stdin.flush()
        holder.wait(10)
    assert (tmp_path / "store" / "holder.json").exists()
    with open_store(tmp_path, AT, wait=0) as store:  # its lock died with it
        store.log("test", {})
    assert not (tmp_path / "store" / "holder.json").exists()


def test_one_who_waits_long_enough_gets_it(tmp_path: Path) -> None:
    order = []

    def first() -> None:
        with open_store(tmp_path, AT):
            taken.set()
            time.sleep(0.2)
            order.append("first")

    taken = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    taken.wait()
    with open_store(tmp_path, AT, wait=5):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_holder_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    with open_store(tmp_path, AT):
        (tmp_path / "store" / "holder.json").write_text("{", encoding="utf-8")
        with pytest.raises(StoreError) as caught, open_store(tmp_path, AT, wait=0):
            pass
    assert caught.value.arguments == {"holder": "không rõ máy nào"}
    assert os.getpid() > 0
