"""The main job where there is no POSIX: spawned workers, no fork, no POSIX modules, a code page that is not UTF-8."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

# Every process of the job runs this before anything else, its workers too: Python imports a module of this name by itself.
SITECUSTOMIZE = """
import multiprocessing, os, signal, sys
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getpgid", "setsid", "statvfs", "fchmod", "pread", "sync"):
    delattr(os, name)
for name in ("alarm", "setitimer", "SIGALRM", "SIGHUP"):
    delattr(signal, name)
if multiprocessing.current_process().name == "MainProcess":
    multiprocessing.set_start_method("spawn", force=True)
"""
MAIN = "import sys; from tuyentruyen_cli.cli.main import main; sys.exit(main())"
NOTHING_POSIX = """
import os, multiprocessing
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    try:
        __import__(name)
    except ImportError:
        continue
    raise SystemExit(name + " can be imported")
assert not hasattr(os, "fork") and multiprocessing.get_start_method() == "spawn"
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a process sees that is to believe itself on Windows."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SITECUSTOMIZE, encoding="utf-8")
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "TUYENTRUYEN", "LC_", "LANG", "COV_"))
    }
    return kept | {
        "PYTHONPATH": str(site),
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "cp1252",  # how a redirected stream looks under a Western code page
        "PYTHONWARNDEFAULTENCODING": "1",
        "LC_ALL": "C.UTF-8",  # the names of files are UTF-8 on Windows too
    }


def test_the_main_job_needs_no_posix(environment: dict[str, str], tmp_path: Path) -> None:
    """In a folder with Vietnamese letters and spaces, a week is totalled and its report written; what is printed is UTF-8."""
    above = tmp_path / "Báo cáo tuần này"
    campaign = above / "Tam Đường"
    above.mkdir()
    run(environment, above, "-c", NOTHING_POSIX)
    run(environment, above, "-c", MAIN, "init", "Xã mới")
    run(environment, above, "-c", MAIN, "init", "Tam Đường", "--sample")
    said = run(environment, campaign, "-c", MAIN, "aggregate", "week-05")
    assert "Xã Bản Bo" in said
    assert "Nà Tăm" in said
    run(environment, campaign, "-c", MAIN, "validate", "week-05/ban hon bc T5.xlsx", expected=1)
    run(environment, campaign, "-c", MAIN, "render", "--to", "docx")
    with zipfile.ZipFile(campaign / "reports" / "2021-W05" / "bao-cao-tuan-2021-W05.docx") as report:
        assert "TUẦN" in report.read("word/document.xml").decode("utf-8").upper()


def run(environment: dict[str, str], folder: Path, *arguments: str, expected: int = 0) -> str:
    """What a Python under that environment prints, which must be UTF-8, and must come without a traceback or a guessed encoding."""
    command = (sys.executable, *arguments)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=300)
    said, warned = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == expected, said + warned
    assert "Traceback" not in warned, warned
    assert [line for line in warned.splitlines() if "EncodingWarning" in line and "tuyentruyen_cli" in line] == []
    return said
