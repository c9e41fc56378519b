"""A campaign as it was loaded, kept as plain values: opening it again needs neither pydantic nor a second look at the words.

It is good for exactly the files that it was made of, and for this version of the program.
"""

import hashlib
import tomllib
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli import __version__
from tuyentruyen_cli.campaign.place import CAMPAIGN_FILE, UNITS_FILE
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_json, to_json
from tuyentruyen_cli.resources import PACKAGE
from tuyentruyen_cli.resources import folder as resource_folder

VERSION = 2
_BEGINS = 68  # bytes before the campaign: ["hash",


def snapshot(campaign: Campaign, root: Path) -> bytes | None:
    """The campaign of that folder as bytes, or None when it would not come back as it is."""
    kept = _fingerprint(root)
    text = to_json(campaign).encode()
    if kept is None or from_json(Campaign, text) != campaign:
        return None
    return _sealed(kept, text)


def restored(data: bytes, root: Path) -> Campaign | None:
    """The campaign of such bytes; None when a file of it has changed since, or they are not exactly as they were written."""
    text = data[_BEGINS:-1]
    kept = _fingerprint(root)
    if kept is None or data != _sealed(kept, text):
        return None
    try:
        return from_json(Campaign, text)
    except ValueError:
        return None


def _sealed(kept: str, text: bytes) -> bytes:
    """A JSON list of a hash over all of it, and the campaign."""
    return b'["%b",%b]' % (hashlib.sha256(kept.encode() + text).hexdigest().encode(), text)


def _fingerprint(root: Path) -> str | None:
    """A hash over all that a campaign is made of: its files, the shipped schemas, the code that reads them."""
    try:
        text = (root / CAMPAIGN_FILE).read_bytes()
        seen = hashlib.sha256(f"{VERSION} {__version__}".encode())
        schema = tomllib.loads(text.decode("utf-8-sig")).get("schema", "")
        own = [root / UNITS_FILE, *([root / schema] if str(schema).endswith(".toml") else [])]
        for data in (text, *(path.read_bytes() for path in own)):
            seen.update(hashlib.sha256(data).digest())
    except (OSError, ValueError, TypeError):
        return None
    for path in (*sorted(resource_folder("templates").glob("*/schema.toml")), *sorted((PACKAGE / "campaign").glob("*.py"))):
        with suppress(OSError):
            state = path.stat()
            seen.update(f"{path.name} {state.st_size} {state.st_mtime_ns}".encode())
    return seen.hexdigest()
