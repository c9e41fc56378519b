"""A campaign as it was loaded, kept as plain values: opening it again needs neither pydantic nor a second look at the words.

It is good for exactly the files that it was made of, and for this version of the program.
"""

import hashlib
import json
import tomllib
from contextlib import suppress
from pathlib import Path

from tuyentruyen_cli import __version__
from tuyentruyen_cli.campaign.place import CAMPAIGN_FILE, UNITS_FILE
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.codec import from_data, to_data
from tuyentruyen_cli.resources import PACKAGE
from tuyentruyen_cli.resources import folder as resource_folder

VERSION = 1


def snapshot(campaign: Campaign, root: Path) -> bytes | None:
    """The campaign of that folder as bytes, or None when it would not come back as it is."""
    kept = _fingerprint(root)
    data = to_data(campaign)
    if kept is None or from_data(Campaign, json.loads(json.dumps(data))) != campaign:
        return None
    return json.dumps({"fingerprint": kept, "campaign": data}, ensure_ascii=False, separators=(",", ":")).encode()


def restored(data: bytes, root: Path) -> Campaign | None:
    """The campaign of such bytes; None when a file of it has changed since, or another program wrote them."""
    try:
        kept = json.loads(data)
        if kept["fingerprint"] != _fingerprint(root):
            return None
        return from_data(Campaign, kept["campaign"])
    except (ValueError, KeyError, TypeError):
        return None


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
