"""A finding as its sender reads it: where, what is typed there, what is wrong, what is allowed, an example, and what to do."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.schema import Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.render.explain import explainer, first_known, message_keys, shown_arguments
from tuyentruyen_cli.render.lookup import in_words
from tuyentruyen_cli.render.words import clean, sentence_start
from tuyentruyen_cli.texts import fill, say
from tuyentruyen_cli.vi.numbers import format_count

WORD_KINDS: Final = frozenset({"docx", "doc"})
_PLAIN: Final = re.compile(r"[\d.,:/%+-]+")
_TABLE: Final = "table "
# Longest text of others in a message for a telephone.
_IN_MESSAGE: Final = 40
# What could stand in a cell of a measure of that kind.
_SAMPLES: Final = {MeasureKind.COUNT: "12", MeasureKind.ESTIMATE: "1200", MeasureKind.DURATION: "22 phút"}


class Line(Struct, frozen=True):
    """One thing to mend. ``cell`` is where to look (None for a whole file or sheet).

    ``place`` names it fully, ``near`` without its sheet; ``rest`` follows either in a message. ``typed`` is empty where nothing
    is, ``allowed`` where no measure says it.
    """

    rule: str
    cell: Location | None
    part: str
    error: bool
    place: str
    near: str
    rest: str
    typed: str
    found: str
    allowed: str
    example: str
    ask: str

    @property
    def asked(self) -> str:
        """It all in one sentence, without the stop."""
        return self.place + self.rest


def lines(findings: Sequence[Finding], content: str, sheets: Sequence[str], schema: ReportSchema) -> tuple[Line, ...]:
    """Findings of one file in words. ``sheets`` are its visible sheets: one that is alone need not be named."""
    explain = explainer(schema, "vi")
    alone = len(sheets) < 2  # noqa: PLR2004
    return tuple(_line(f, _places(f, content, alone=alone), clean(explain(f)[0]), schema) for f in findings)


def cell_of(finding: Finding) -> Location | None:
    """The cell that a finding is about, or the first of its file that explains it."""
    places = (finding.location, *finding.related)
    return next((p for p in places if p.cell and p.file == finding.location.file), None)


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, with an ellipsis where something was left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _line(finding: Finding, places: tuple[str, str], found: str, schema: ReportSchema) -> Line:
    measure = next((m for m in schema.measures if m.id == finding.measure), None)
    typed = finding.argument("typed")
    shown = clean(typed) if isinstance(typed, str) and typed else ""
    ask = _ask(finding, measure).rstrip(".")
    quoted = shown if _PLAIN.fullmatch(shown) else f"“{shortened(shown, _IN_MESSAGE)}”"
    key = "replies.now" if shown and finding.location.cell else "replies.at"
    of_cell = measure if finding.location.cell else None
    return Line(
        finding.rule,
        cell_of(finding),
        finding.location.part,
        finding.severity is Severity.ERROR,
        *places,
        fill(key, "vi", {"typed": shortened(quoted, _IN_MESSAGE + 2), "ask": ask}),
        shown,
        found,
        _allowed(of_cell) if of_cell else "",
        f"{of_cell.title}: {_sample(finding, of_cell)}" if of_cell else say(f"examples.right.{finding.rule}", "vi"),
        f"{sentence_start(ask)}.",
    )


def _ask(finding: Finding, measure: Measure | None) -> str:
    said = shown_arguments(finding)
    said.update((name, shortened(text, _IN_MESSAGE * 2)) for name, text in list(said.items()))
    if measure:
        said.setdefault("measure", measure.title)
        said["sample"] = _SAMPLES[measure.kind]
    suggested = _suggested(finding)
    if suggested:
        said["dotted"] = format_count(int(suggested))
    return clean(fill(first_known("asks", tuple(message_keys(finding, measure))), "vi", said))


def _suggested(finding: Finding) -> str:
    """The number that may have been meant, or empty."""
    suggestion = finding.argument("suggestion")
    return suggestion if isinstance(suggestion, str) and suggestion.isascii() and suggestion.isdigit() else ""


def _sample(finding: Finding, measure: Measure) -> str:
    return _suggested(finding) or _SAMPLES[measure.kind]


def _allowed(measure: Measure) -> str:
    allowed = fill(f"replies.allowed-{measure.kind.value}", "vi", {"minimum": format_count(measure.minimum)})
    if measure.maximum is None:
        return allowed
    return say("replies.allowed-at-most", "vi", allowed=allowed, maximum=in_words(measure, measure.maximum))


def _places(finding: Finding, content: str, *, alone: bool) -> tuple[str, str]:
    """Where it stands, as the sender's own program names it: in full, and without its sheet."""
    cell = cell_of(finding)
    part = (cell or finding.location).part
    if content in WORD_KINDS and part.startswith(_TABLE):
        table = part.removeprefix(_TABLE)
        if cell:
            place = say("replies.place-word", "vi", table=table, row=cell.row, column=cell.column)
        else:
            place = say("replies.place-word-table", "vi", table=table)
        return place, place
    sheet = shortened(clean(part), _IN_MESSAGE)
    if cell:
        near = cell.cell or ""
        return near if alone or not sheet else say("replies.place-sheet-cell", "vi", cell=near, sheet=sheet), near
    if sheet:
        return say("replies.place-sheet", "vi", sheet=sheet), say("replies.whole-sheet", "vi")
    return say("replies.place-file", "vi", file=shortened(clean(finding.location.file), _IN_MESSAGE)), say(
        "replies.whole-file", "vi"
    )
