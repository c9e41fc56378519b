"""A finding as sentences for a person: what was found, and what to do. Numbers and units of measure in the reader's form."""

from collections.abc import Callable
from typing import TypeAlias

from tuyentruyen_cli.model.finding import Argument, Finding
from tuyentruyen_cli.model.schema import MeasureKind, ReportSchema
from tuyentruyen_cli.texts import area, fill
from tuyentruyen_cli.vi.durations import format_duration_words
from tuyentruyen_cli.vi.numbers import format_count

Explain: TypeAlias = Callable[[Finding], tuple[str, str]]
_NUMBERS = frozenset({"read", "stated", "sum", "usual", "fits"})
_COUNTS = frozenset({"items", "broadcasts", "population"})


def explainer(schema: ReportSchema, lang: str) -> Explain:
    """Makes of a finding its message and its hint, in one language."""
    titles = {m.id: m.title for m in schema.measures}

    def explain(finding: Finding) -> tuple[str, str]:
        said = Lenient((name, _shown(name, value, finding)) for name, value in finding.arguments)
        said.setdefault("measure", titles.get(finding.measure or "", ""))
        key = _key(finding)
        return fill(f"rules.{key}", lang, said), fill(f"hints.{key}", lang, said)

    return explain


def _key(finding: Finding) -> str:
    """The message of a rule, or the one for its reason where there is one (``unreadable-file.timeout``)."""
    reason = finding.argument("reason") or finding.argument("content")
    special = f"{finding.rule}.{reason}"
    if special in area("rules"):
        return special
    if finding.rule == "unit-near-miss" and finding.severity != "error":
        return "unit-near-miss.confirmed"
    suggestion = f"{finding.rule}.suggested"
    return suggestion if finding.argument("suggestion") and suggestion in area("rules") else finding.rule


class Lenient(dict[str, str]):
    """Arguments for a message; one that a finding lacks is an ellipsis, never an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(name: str, value: Argument, finding: Finding) -> str:
    if value is None:
        return "…"
    if isinstance(value, tuple):
        return ", ".join(f"“{v}”" if name == "typed" else v for v in value)
    if name in _COUNTS and isinstance(value, int):
        return format_count(value)
    if name in _NUMBERS and isinstance(value, int):
        duration = finding.argument("kind") == MeasureKind.DURATION.value
        return format_duration_words(value) if duration else format_count(value)
    return str(value)
