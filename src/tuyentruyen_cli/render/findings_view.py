"""The view model of a list of findings, one line for each message: the screen, the table and the page show the same."""

from msgspec import Struct

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.explain import Explain, shown_arguments
from tuyentruyen_cli.render.folded import Message, fold
from tuyentruyen_cli.render.places import address, cells
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

# Cells that are named one by one with what stands in them; more of them are named as ranges.
_ONE_BY_ONE = 6
WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Line(Struct, frozen=True):
    """One message, at ``location``. ``place`` is empty for a whole file; ``count`` is how many cells have the fault.

    ``also`` are sentences about the other cells, and about what follows. Text of files is shown as ``escape`` does.
    """

    location: Location
    severity: Severity
    rule: str
    unit: str
    file: str
    place: str
    measure: str
    typed: str
    message: str
    hint: str
    count: int
    also: tuple[str, ...]


def lines(report: Report, explain: Explain, lang: str, most_cells: int | None = None) -> tuple[Line, ...]:
    """Every message of a report: the worst first, then by file and place. At most ``most_cells`` ranges of cells are named."""
    titles = {m.id: m.title for m in report.campaign.schema.measures}
    names = {u.unit: u.name for u in report.units}

    def line(message: Message) -> Line:
        cause = message.cause
        found, hint = explain(cause)
        return Line(
            location=cause.location,
            severity=cause.severity,
            rule=cause.rule,
            unit=names.get(cause.unit or "", cause.unit or ""),
            file=escape(cause.location.file),
            place=escape(address(cause.location, lang)),
            measure=titles.get(cause.measure or "", ""),
            typed=_typed(cause),
            message=found,
            hint=hint,
            count=1 + len(message.same),
            also=also(message, lang, most_cells),
        )

    return tuple(sorted(map(line, fold(report.findings)), key=lambda one: WEIGHT[one.severity]))


def _typed(finding: Finding) -> str:
    typed = finding.argument("typed")
    return ", ".join(typed) if isinstance(typed, tuple) else str(typed or "")


def also(message: Message, lang: str, most: int | None = None) -> tuple[str, ...]:
    """What there is to say beside a message's cause: the other cells, at most ``most`` ranges of them, and what follows."""
    said = []
    if message.same:
        alike = {_typed(f) for f in (message.cause, *message.same)}
        one_by_one = len(alike) > 1 and len(message.same) <= _ONE_BY_ONE
        where = ", ".join(map(_cell, message.same)) if one_by_one else cells((f.location for f in message.same), most)
        said.append(say("findings.same", lang, count=len(message.same), cells=where))
    if message.follows:
        cause = message.cause.location
        inside = [p for p in (f.location for f in message.follows) if (p.file, p.part) == (cause.file, cause.part)]
        where = cells(inside, most)
        said.append(
            say(
                "findings.follows",
                lang,
                count=len(message.follows),
                cells=say("findings.at-cells", lang, cells=where) if where else "",
            )
        )
    return tuple(said)


def _cell(finding: Finding) -> str:
    """A cell with what stands in it and what may have been meant: ``F8 “2.4” → 2400``."""
    meant = finding.argument("suggestion") or shown_arguments(finding).get("sum_typed")
    typed = _typed(finding)
    return f"{finding.location.cell}{f' “{typed}”' if typed else ''}{f' → {meant}' if meant else ''}"
