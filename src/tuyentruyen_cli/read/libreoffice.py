"""LibreOffice as an outside program: where it is, and a document converted by it in a folder of its own."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tuyentruyen_cli.read.fault import unreadable
from tuyentruyen_cli.read.preflight import load

# Less than a worker has for a file: the program is ended by us, not orphaned when the worker is.
SECONDS: Final = 9.0
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


def find_libreoffice() -> Path | None:
    """Where LibreOffice's program is, or None."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    folders = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432") if name in os.environ]
    # On Windows soffice.com waits until it is done; soffice.exe may return before.
    windows = [Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders]
    return next((path for path in (*windows, *map(Path, _USUAL)) if path.is_file()), None)


def to_docx(program: Path, data: bytes, seconds: float = SECONDS) -> bytes:
    """A Word document of before 2007 as one of today. Raises FileFault when it cannot be converted in time."""
    with tempfile.TemporaryDirectory(prefix="tuyentruyen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "document.doc"
        source.write_bytes(data)
        profile = folder / "profile"
        _write_settings(profile)
        command = [
            str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        _run(command, folder, seconds)
        try:
            return load(folder / "out" / "document.docx")
        except OSError as error:
            raise unreadable("conversion") from error


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
    """Run the program to its end, or end it with all that it started. Raises FileFault."""
    nothing = subprocess.DEVNULL
    try:
        # A session of its own where there are sessions: the program is a script that starts another.
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError as error:
        raise unreadable("conversion") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise unreadable("conversion") from error
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
