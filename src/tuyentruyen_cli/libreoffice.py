"""LibreOffice as an outside program: where it is, and a document converted by it in a folder of its own.

Standard library only; a stage that reads or writes documents may use it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_NAMES: Final = ("soffice", "libreoffice")
_USUAL: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
# What a hostile document could make it do: run macros, fetch what it links to, ask for updates of links.
_SETTINGS: Final = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


class NotConverted(Exception):
    """LibreOffice could not be started, was not done in time (``late``), or did not write what it was asked for."""

    def __init__(self, *, late: bool = False) -> None:
        super().__init__(late)
        self.late = late


def find_libreoffice() -> Path | None:
    """Where LibreOffice's program is, or None."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    folders = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432") if name in os.environ]
    # On Windows soffice.com waits until it is done; soffice.exe may return before.
    windows = [Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders]
    return next((path for path in (*windows, *map(Path, _USUAL)) if path.is_file()), None)


@contextlib.contextmanager
def converted(program: Path, document: str, data: bytes, to: str, seconds: float) -> Iterator[Path]:
    """The document in another format, as a file that is gone afterwards.

    ``document`` is a file name, whose ending says what ``data`` is; ``to`` is an ending, perhaps with LibreOffice's filter
    after a colon. Each run has a profile of its own, so that it neither meets nor disturbs a LibreOffice that is open.
    Raises NotConverted.
    """
    with tempfile.TemporaryDirectory(prefix="tuyentruyen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / document
        source.write_bytes(data)
        profile = folder / "profile"
        _write_settings(profile)
        command = [
            str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--nologo", "--convert-to", to, "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        _run(command, folder, seconds)
        made = folder / "out" / source.with_suffix(f".{to.partition(':')[0]}").name
        if not made.is_file():
            raise NotConverted
        yield made


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run the program to its end, or end it with all that it started. Raises NotConverted."""
    nothing = subprocess.DEVNULL
    try:
        # A session of its own where there are sessions: the program is a script that starts another.
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError as error:
        raise NotConverted from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NotConverted(late=True) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603, S607
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
