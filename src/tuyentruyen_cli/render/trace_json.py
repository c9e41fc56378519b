"""The document of ``trace --json``: version 1 of ``tuyentruyen/trace``."""

from tuyentruyen_cli.model.trace import Outside, Trace, TracedValue
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.report_json import decision_json, finding_json, location_json

FORMAT = "tuyentruyen/trace"
VERSION = 1


def trace_json(trace: Trace, explain: Explain) -> dict[str, object]:
    """The document as plain dictionaries and lists; durations in whole seconds."""
    asked = trace.asked
    return {
        "format": FORMAT,
        "version": VERSION,
        "week": trace.period.id,
        "as_of": trace.as_of.isoformat(),
        "measure": asked.measure.id,
        "unit": asked.unit,
        "dimension": asked.dimension,
        "category": asked.category,
        "aggregation": {
            "over_units": asked.measure.aggregation.value,
            "in_unit": asked.measure.aggregation_in_unit.value,
        },
        "value": trace.value,
        "expected": trace.expected,
        "units": list(trace.units),
        "without": list(trace.without),
        "values": [_value(value, trace) for value in trace.values],
        "outside": [_outside(out, trace, explain) for out in trace.outside],
    }


def _value(value: TracedValue, trace: Trace) -> dict[str, object]:
    return {
        "unit": value.unit,
        "name": trace.names.get(value.unit, value.unit),
        "version": value.version,
        "sha256": value.sha256 or None,
        "original": value.original or None,
        "location": location_json(value.location),
        "typed": value.typed,
        "value": value.value,
        "state": value.state.value,
        "rule": value.rule or None,
        "counts": value.counts,
        "row": dict(value.dimensions),
        "decisions": [decision_json(decision) for decision in value.decisions],
    }


def _outside(out: Outside, trace: Trace, explain: Explain) -> dict[str, object]:
    return {
        "unit": out.unit,
        "name": trace.names.get(out.unit, out.unit),
        "why": list(out.why),
        "known": {"value": out.known.value, "open": out.known.open} if out.known else None,
        "values": [_value(value, trace) for value in out.values],
        "findings": [finding_json(finding, explain) for finding in out.findings],
        "decisions": [decision_json(decision) for decision in out.decisions],
    }
