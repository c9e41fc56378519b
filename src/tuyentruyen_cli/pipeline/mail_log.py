"""What the log knows of mail: which messages were taken, what they brought, and when their servers took them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tuyentruyen_cli.model.mail import Delivery
from tuyentruyen_cli.model.submission import MAIL, Receipt
from tuyentruyen_cli.store.memory import Store
from tuyentruyen_cli.store.rows import FIRST_SEEN

COLLECTED = "collected"


def recorded(delivery: Delivery) -> dict[str, Any]:
    """A message and what was taken of it, as the log writes it."""
    letter = delivery.letter
    return {
        "key": letter.key,
        "place": delivery.place,
        "message_id": letter.message_id,
        "sender": letter.sender,
        "subject": letter.subject,
        "received_at": letter.received_at.isoformat() if letter.received_at else None,
        "taken": [
            {
                "file": one.file,
                "sha256": one.sha256,
                "original": one.original,
                "week": one.week,
                "unit": one.unit,
                "forwarded": one.forwarded,
            }
            for one in delivery.taken
        ],
        "left": [[one.name, one.why.value] for one in letter.left],
    }


def messages(store: Store) -> list[dict[str, Any]]:
    """Every message that was taken, in order."""
    return [message for data in store.events(COLLECTED) for message in data["messages"]]


def mailed(store: Store, folder: Path, hashes: Mapping[str, str], zone: dt.tzinfo) -> list[Receipt]:
    """When the files of a week's folder (name → hash) came by mail: by their bytes, wherever a person has moved them since.

    Of a file that lies where it was put, only its own message speaks: two units can send the same bytes. What was forwarded
    had come to someone before that; its time is only the latest that it can be.
    """
    by_bytes: dict[str, list[tuple[str, dt.datetime, bool]]] = {}
    for message in messages(store):
        if message["received_at"]:
            at = dt.datetime.fromisoformat(message["received_at"]).astimezone(zone)
            for one in message["taken"]:
                by_bytes.setdefault(one["sha256"], []).append((one["file"], at, one["forwarded"]))
    receipts = []
    for name, sha256 in hashes.items():
        came = by_bytes.get(sha256, [])
        here = [one for one in came if one[0] == store.inside(folder / name)] or came
        receipts += _receipts(name, sha256, here)
    return receipts


def _receipts(name: str, sha256: str, came: Iterable[tuple[str, dt.datetime, bool]]) -> list[Receipt]:
    first: dict[str, dt.datetime] = {}
    for _, at, forwarded in came:
        evidence = FIRST_SEEN if forwarded else MAIL
        first[evidence] = min(at, first.get(evidence, at))
    return [Receipt(name, sha256, at, evidence) for evidence, at in first.items()]
