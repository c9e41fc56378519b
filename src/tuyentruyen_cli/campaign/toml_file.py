"""Reads a TOML file, with faults that a person can act on."""

import re
import tomllib
from pathlib import Path
from typing import Any

from tuyentruyen_cli.campaign.faults import Faults

LINE_COLUMN = re.compile(r"\s*\(at line (\d+), column (\d+)\)$")


def read_text(path: Path, name: str, faults: Faults) -> str | None:
    """The text of a UTF-8 file, a byte order mark tolerated; None with a fault when it is something else."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        faults.add(name, "campaign.no-file")
        return None
    except OSError as error:
        faults.add(name, "campaign.cannot-read", reason=error)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(name, "campaign.not-utf8", line=data.count(b"\n", 0, error.start) + 1)
        return None


def read_toml(path: Path, name: str, faults: Faults) -> dict[str, Any] | None:
    """The tables of a TOML file; None with a fault that names line and column when it is not TOML."""
    text = read_text(path, name, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, lines = str(error), text.splitlines()
    match = LINE_COLUMN.search(reason)
    line, column = (int(match[1]), int(match[2])) if match else (max(len(lines), 1), len(lines[-1]) + 1 if lines else 1)
    wrong = lines[line - 1].strip() if line <= len(lines) else ""
    faults.add(name, "campaign.not-toml", line=line, column=column, text=wrong, reason=LINE_COLUMN.sub("", reason))
    return None
