"""What is assumed without a campaign.

The shipped schema is kept as it was read, beside this module: reading schema.toml anew takes pydantic, which takes longer to
load than a file takes to check. ``make docs`` keeps it anew.
"""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli.campaign.defaults import DEFAULT_SCHEMA, DEFAULT_ZONE, FOUR, THURSDAY
from tuyentruyen_cli.model.campaign import Campaign, Letterhead
from tuyentruyen_cli.model.codec import from_data, to_json
from tuyentruyen_cli.model.period import Calendar
from tuyentruyen_cli.model.schema import ReportSchema
from tuyentruyen_cli.resources import template

KEPT = Path(__file__).with_name("builtin_schema.json")


def builtin(year: int) -> Campaign:
    """The shipped schema, Thursdays at 16:00, units from the files."""
    nobody = Letterhead(superior="", issuer="", symbol="", place="", recipients=())
    schema = kept_schema() or _read_schema()
    return Campaign(schema.title, schema.title, nobody, Calendar(year, THURSDAY, FOUR, DEFAULT_ZONE), schema, registry=None)


def kept_schema() -> ReportSchema | None:
    """The shipped schema as it was kept, or None when its file has changed since."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(KEPT.read_bytes())
        if kept["source"] == _source():
            return from_data(ReportSchema, kept["schema"])
    return None


def keep_schema() -> None:
    """Keep the shipped schema as its file is now."""
    kept = to_json({"source": _source(), "schema": _read_schema()})
    KEPT.write_text(kept + "\n", encoding="utf-8", newline="\n")


def _read_schema() -> ReportSchema:
    from tuyentruyen_cli.campaign.schema_file import load_schema  # noqa: PLC0415 - loads pydantic

    return load_schema(DEFAULT_SCHEMA)


def _source() -> str:
    """A hash over the file, whatever its line ends."""
    return hashlib.sha256((template(DEFAULT_SCHEMA) / "schema.toml").read_bytes().replace(b"\r\n", b"\n")).hexdigest()
