"""The document of ``status --json``: version 1 of ``tuyentruyen/status``."""

import datetime as dt

from tuyentruyen_cli.model.standing import FolderNow, Leave, Past, Sent, Standing, UnitStanding, UnitState, Version
from tuyentruyen_cli.model.submission import Timeliness
from tuyentruyen_cli.render.outlook_json import beside_json

FORMAT = "tuyentruyen/status"
VERSION = 1


def status_json(standing: Standing) -> dict[str, object]:
    """The document as plain dictionaries and lists; stretches of time in whole seconds."""
    period = standing.period
    return {
        "format": FORMAT,
        "version": VERSION,
        "period": {
            "id": period.id,
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "deadline": period.due.isoformat(),
            "shift_reason": period.shift_reason or None,
        },
        "now": standing.now.isoformat(),
        "seconds_left": _seconds(standing.left),
        "remembered": standing.remembered,
        "coverage": coverage_json(standing),
        "units": [_unit(unit) for unit in standing.units],
        "leaves": [_leave(leave) for leave in standing.leaves],
        "unplaced": [_sent(sent) for sent in standing.unplaced],
        "folder": _folder(standing.folder) if standing.folder else None,
        "weeks": list(standing.weeks),
        "lost": list(standing.lost),
        "network_share": standing.shared,
        "issued": beside_json(standing.issued) if standing.issued else None,
    }


def coverage_json(standing: Standing) -> dict[str, object]:
    """How many of the expected units have sent, as ``aggregate --json`` counts them, and the names of the others."""
    arrived = [u for u in standing.expected if u.received]
    times = [u.timeliness for u in arrived]
    named = {
        "missing": standing.of_state(UnitState.MISSING),
        "empty": standing.of_state(UnitState.EMPTY),
        "refused": standing.of_state(UnitState.REFUSED),
        "excused": standing.of_state(UnitState.EXCUSED),
        "superseded": [u for u in standing.units if len(u.versions) > 1],
    }
    return {
        "expected": len(standing.expected),
        "received": len(arrived),
        "on_time": times.count(Timeliness.ON_TIME),
        "late": times.count(Timeliness.LATE),
        "unknown": times.count(Timeliness.UNKNOWN),
        **{name: [u.unit for u in units] for name, units in named.items()},
    }


def _unit(unit: UnitStanding) -> dict[str, object]:
    return {
        "unit": unit.unit,
        "name": unit.name,
        "expected": unit.expected,
        "state": unit.state.value,
        "timeliness": unit.timeliness.value if unit.received else None,
        "received_at": _iso(unit.received_at),
        "evidence": unit.evidence or None,
        "due": unit.due.isoformat(),
        "late_seconds": _seconds(unit.late) if unit.late is not None else None,
        "errors": unit.errors,
        "warnings": unit.warnings,
        "versions": [version_json(version) for version in unit.versions],
        "weeks": _past(unit.past),
    }


def version_json(version: Version) -> dict[str, object]:
    """One of the files that a unit sent."""
    return {
        "number": version.number,
        "file": version.file,
        "sha256": version.sha256,
        "received_at": version.received_at.isoformat(),
        "evidence": version.evidence,
        "in_folder": version.there,
    }


def _past(past: Past) -> dict[str, int]:
    return {
        "expected": past.expected,
        "received": past.received,
        "on_time": past.on_time,
        "late": past.late,
        "right_first": past.right_first,
    }


def _leave(leave: Leave) -> dict[str, object]:
    kind = "extended" if leave.due else "excused"
    return {"unit": leave.unit, "kind": kind, "due": _iso(leave.due), "reason": leave.reason, "who": leave.who or None}


def _sent(sent: Sent) -> dict[str, object]:
    return {"file": sent.file, "sha256": sent.sha256, "received_at": _iso(sent.received_at), "errors": list(sent.errors)}


def _folder(folder: FolderNow) -> dict[str, object]:
    return {"path": folder.path, "new": list(folder.new), "changed": list(folder.changed), "gone": list(folder.gone)}


def _iso(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _seconds(stretch: dt.timedelta) -> int:
    return int(stretch.total_seconds())
