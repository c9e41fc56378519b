"""The list in Word for files that cannot be marked."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import MARK
from tuyentruyen_cli.render import letterhead
from tuyentruyen_cli.render.docx import rendered
from tuyentruyen_cli.render.returned.letter import Letter, Part, opening, received
from tuyentruyen_cli.render.returned.words import Line, shortened
from tuyentruyen_cli.render.words import cleaned, sentence_start
from tuyentruyen_cli.texts import say

_PLACES: Final = 6  # named in one row of the list; more are counted, so that one page holds it
_TYPED: Final = 3
_LONGEST: Final = 80


def list_document(report: Report, said: Letter, parts: Sequence[Part], template: Path) -> bytes:
    """The list of what to mend in some files of a letter, as a Word file. Raises ``RenderError``."""
    several = len(parts) > 1
    rows = [row for part in parts for row in _rows(part, several=several)]
    view = {
        "issuer": letterhead.letterhead_view(report)["issuer"],
        "title": say("replies.document-title", "vi"),
        "subject": [letterhead.week_title(report), sentence_start(said.unit)],
        "opening": opening(said),
        "how": say("replies.document-how", "vi", by=said.until),
        "received_title": say("replies.mail-received", "vi"),
        "received": received(said, report.campaign.calendar.tz),
        "mark": say("replies.list-marked", "vi", mark=MARK),
        "mend_table": {"rows": [_numbered(number, row) for number, row in enumerate(rows, 1)]},
        "thanks": say("replies.mail-thanks", "vi"),
    }
    title = f"{say('replies.document-title', 'vi')}, {said.unit}"
    whole: Any = cleaned(view)
    return rendered(report, template, whole, title)


def _rows(part: Part, *, several: bool) -> Iterator[tuple[str, str, str, str]]:
    """A row for each thing to do; the same one in many cells is one row."""
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in part.lines:
        groups.setdefault((line.rule, line.ask), []).append(line)
    for (rule, ask), same in groups.items():
        places = [line.place for line in same]
        shown = ", ".join(places[:_PLACES])
        if len(places) > _PLACES:
            shown = say("replies.more-places", "vi", places=shown, count=len(places) - _PLACES)
        typed = list(dict.fromkeys(line.typed or say("replies.blank", "vi") for line in same if line.cell))
        more = ["…"] if len(typed) > _TYPED else []
        where = f"{part.name}: {shown}" if several else shown
        yield where, "; ".join([*(shortened(t, _LONGEST) for t in typed[:_TYPED]), *more]), say(f"titles.{rule}", "vi"), ask


def _numbered(number: int, row: tuple[str, str, str, str]) -> dict[str, object]:
    place, typed, found, ask = row
    return {
        "number": str(number),
        "name": place,
        "cells": [{"text": text, "mark": ""} for text in (typed, found, ask)],
        **dict(zip(("typed", "found", "ask"), (typed, found, ask), strict=True)),
    }
