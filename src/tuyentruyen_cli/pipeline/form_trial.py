"""Tries a form before it is handed out: filled in, is it read as what it is? With an office's own words it may not be."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.extract.context import Context
from tuyentruyen_cli.extract.submission import Extraction, extract
from tuyentruyen_cli.model.schema import Measure, MeasureKind
from tuyentruyen_cli.model.submission import Record
from tuyentruyen_cli.read.file import read_bytes
from tuyentruyen_cli.render.form_book import form_book
from tuyentruyen_cli.render.form_entry import limits
from tuyentruyen_cli.render.form_plan import FIRST_ROW, FormPlan, Typed, heading, seconds_of_one
from tuyentruyen_cli.texts import say

NAME = "bieu-bao-cao.xlsx"
FIRST = 101  # each cell has a number of its own, where the limits of its measure leave room


def try_form(plan: FormPlan, lang: str) -> None:
    """Fill a form in and read it. Raises OperatorError that names every column and row that is taken for something else."""
    one = replace(plan, unit=plan.units[0], period=plan.periods[0])
    cells = [(index, m) for index in range(len(one.rows)) for m in one.columns]
    figures = {(index, m.id): _within(number, m) for number, (index, m) in enumerate(cells, FIRST)}
    reading = read_bytes(form_book(one, figures), NAME)
    found = extract(reading, Context.of(one.campaign, one.period))
    faults = (*_columns(one, figures, found, lang), *_rows(one, found, lang), *_rules(found, lang))
    if faults:
        raise OperatorError("form.does-not-read", tuple(dict.fromkeys(faults)))


def expected(measure: Measure, typed: float) -> int:
    """What a number typed under a measure is stored as."""
    return round(typed * seconds_of_one(measure)) if measure.kind is MeasureKind.DURATION else round(typed)


def _within(number: int, measure: Measure) -> float:
    least, most = limits(measure)
    return max(least, number if most is None else min(number, most))


def _columns(plan: FormPlan, figures: Typed, found: Extraction, lang: str) -> Iterator[str]:
    """The columns under which some cell is not read, or is read as something else."""
    read: Mapping[tuple[int | None, int | None], tuple[str, int | None]] = {
        (v.source.row, v.source.column): (m, v.value) for record in _records(found) for m, v in record.values if not v.others
    }
    titles = {m.id: m.title for m in plan.campaign.schema.measures}
    for (index, name), typed in figures.items():
        measure = plan.campaign.schema.measure(name)
        other, value = read.get(plan.place(index, name), ("", None))
        if (other, value) != (name, expected(measure, typed)):
            taken = f"“{titles[other]}” {value}" if other else say("form.misread-nothing", lang)
            yield say("form.misread-column", lang, title=heading(measure), found=taken)


def _rows(plan: FormPlan, found: Extraction, lang: str) -> Iterator[str]:
    """The rows that are taken for another channel, topic or origin."""
    for record in _records(found):
        row = plan.rows[(record.location.row or FIRST_ROW) - FIRST_ROW]
        taken = dict(record.dimensions)
        if taken != plan.dimensions(row):
            yield say("form.misread-row", lang, title=row.label, found=", ".join(f"{k} {v}" for k, v in taken.items()))


def _rules(found: Extraction, lang: str) -> Iterator[str]:
    """What there is to say of a form that is filled in by the rules: it must be nothing."""
    for finding in found.findings:
        cell = finding.location.cell or finding.location.part
        yield say("form.misread-rule", lang, rule=finding.rule, cell=cell)


def _records(found: Extraction) -> Iterator[Record]:
    return (record for s in found.submissions for record in s.records)
