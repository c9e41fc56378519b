"""``tuyentruyen log``: what happened, line by line, and whether it is still told as it was written."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from tuyentruyen_cli.cli.decide import decision_said
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.submission import MAIL
from tuyentruyen_cli.pipeline.logbook import CHANGED, Checked, Entry, Logbook, check_log, logbook
from tuyentruyen_cli.store.rows import FIRST_SEEN
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

MOST_FILES = 20
MOMENT = "%d/%m/%Y %H:%M"


def run_log(folder: Path | None, week: str | None, kinds: tuple[str, ...], settings: Settings, *, verify: bool) -> int:
    """Tell the log, or check it. 1 when a line is not as it was written, or an issued document does not agree."""
    start = folder or Path.cwd()
    if verify:
        checked = check_log(start, settings.lang)
        _show(_checked_json(checked, settings.lang), _checked_lines(checked, settings.lang), settings)
        return int(ExitCode.DONE if checked.whole else ExitCode.FOUND)
    book = logbook(start, week, kinds, settings.lang)
    _show(_book_json(book, settings.lang), _book_lines(book, settings.lang), settings)
    return int(ExitCode.FOUND if book.bad else ExitCode.DONE)


def _show(document: Mapping[str, object], lines: Iterator[str], settings: Settings) -> None:
    if settings.as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)


def _book_lines(book: Logbook, lang: str) -> Iterator[str]:
    registry = book.campaign.registry
    names = {u.id: u.name for u in registry.units} if registry else {}
    zone = book.campaign.calendar.tz
    for entry in book.entries:
        first, *more = _said(entry, book.campaign, names, lang)
        yield f"{entry.line:>4}  {entry.at.astimezone(zone).strftime(MOMENT)}  {first}"
        yield from (f"{'':24}{line}" for line in more)
    if book.bad:
        yield say("history.log-bad", lang, line=book.bad.line, reason=say(book.bad.why, lang))


def _said(entry: Entry, campaign: Campaign, names: Mapping[str, str], lang: str) -> list[str]:
    """A line of the log in words, the first of them whole by itself."""
    data, zone = entry.data, campaign.calendar.tz
    match entry.kind:
        case "received":
            files = _files(data["receipts"], names, lang, zone)
            more = [say("history.more", lang, count=len(files) - MOST_FILES)] if len(files) > MOST_FILES else []
            said = say("history.log-received", lang, count=len(files), weeks=", ".join(entry.weeks))
            return [said, *files[:MOST_FILES], *more]
        case "decision":
            decision = entry.decision
            said = say("history.log-decision", lang, id=decision.id, what=escape(decision_said(decision, campaign, lang)))
            return [said, escape(say("history.log-by", lang, reason=decision.reason, who=decision.who))]
        case "output":
            return [say("history.log-output", lang, path=escape(data["path"]))]
        case "issued":
            name = f"{data['number']}/{data['symbol']}"
            date = "/".join(reversed(data["date"].split("-")))
            said = say("history.log-issued", lang, name=name, date=date, week=data["week"], path=escape(data["document"]))
            replaces = data["replaces"]
            return [said, *([say("history.log-replaces", lang, name=replaces[0])] if replaces else [])]
        case "collected":
            lines = [_message(one, lang, zone) for one in data["messages"]]
            more = [say("history.more", lang, count=len(lines) - MOST_FILES)] if len(lines) > MOST_FILES else []
            return [say("mail.log-collected", lang, count=len(lines)), *lines[:MOST_FILES], *more]
        case "sending" | "sent" | "unsent" as kind:
            refused = [say("mail.log-refused", lang, address=escape(a), reason=escape(r)) for a, r in data.get("refused", [])]
            return [say(f"mail.log-{kind}", lang, path=escape(data["path"]), to=escape(", ".join(data["to"]))), *refused]
        case kind:
            return [say("history.log-other", lang, kind=escape(kind))]


def _message(message: Mapping[str, Any], lang: str, zone: dt.tzinfo) -> str:
    """Who sent a message, what was taken of it, and when its server had it."""
    at = message["received_at"]
    when = dt.datetime.fromisoformat(at).astimezone(zone).strftime(MOMENT) if at else say("mail.no-time", lang)
    files = ", ".join(escape(one["file"]) for one in message["taken"]) or say("mail.log-no-files", lang)
    return say("mail.log-message", lang, sender=escape(message["sender"]), files=files, when=when)


def _files(receipts: list[dict[str, Any]], names: Mapping[str, str], lang: str, zone: dt.tzinfo) -> list[str]:
    """Each file once: when it came by the office's own record, else when it was first seen."""
    of_file: dict[tuple[str, str], dict[str, Any]] = {}
    for receipt in receipts:
        key = (receipt["file"], receipt["sha256"])
        if key not in of_file or receipt["evidence"] != FIRST_SEEN:
            of_file[key] = receipt
    lines = []
    for receipt in of_file.values():
        unit = names.get(receipt["unit"] or "", receipt["unit"] or say("history.log-unknown-unit", lang))
        when = dt.datetime.fromisoformat(receipt["received_at"]).astimezone(zone).strftime(MOMENT)
        said = say("history.log-seen", lang, when=when)
        if receipt["evidence"] != FIRST_SEEN:
            evidence = say("mail.evidence", lang) if receipt["evidence"] == MAIL else receipt["evidence"]
            said = say("history.log-stated", lang, when=when, evidence=evidence)
        lines.append(say("history.log-file", lang, file=escape(receipt["file"]), unit=unit, when=said))
    return lines


def _book_json(book: Logbook, lang: str) -> dict[str, object]:
    return {
        "format": "tuyentruyen/log",
        "version": 1,
        "entries": [
            {"line": e.line, "at": e.at.isoformat(), "kind": e.kind, "weeks": list(e.weeks), "data": dict(e.data)}
            for e in book.entries
        ],
        "bad": _bad_json(book.bad, lang),
    }


def _checked_json(checked: Checked, lang: str) -> dict[str, object]:
    return {
        "format": "tuyentruyen/log-check",
        "version": 1,
        "whole": checked.whole,
        "lines": checked.lines,
        "bad": _bad_json(checked.bad, lang),
        "documents": checked.documents,
        "disagreements": [
            {"document": d.document, "why": d.why.partition(".")[2], "line": d.line, "message": say(d.why, lang, line=d.line)}
            for d in checked.disagreements
        ],
        "gone": list(checked.gone),
    }


def _bad_json(bad: Any, lang: str) -> dict[str, object] | None:
    return None if bad is None else {"line": bad.line, "why": bad.why.partition(".")[2], "message": say(bad.why, lang)}


def _checked_lines(checked: Checked, lang: str) -> Iterator[str]:
    if checked.bad:
        yield say("history.log-bad", lang, line=checked.bad.line, reason=say(checked.bad.why, lang))
    for found in checked.disagreements:
        reason = say(found.why, lang, line=found.line)
        yield say("history.log-disagrees", lang, document=escape(found.document), reason=reason)
    if checked.whole:
        yield say("history.log-whole", lang, lines=checked.lines, documents=checked.documents)
    else:
        tampered = checked.bad or any(d.why != CHANGED for d in checked.disagreements)
        yield say("history.log-not-whole" if tampered else "history.document-not-whole", lang)
    for document in checked.gone:
        yield say("history.document-gone", lang, document=escape(document))
