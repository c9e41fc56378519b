"""Findings as lines of text: by file, the worst first, each with its cell and what to do."""

from collections.abc import Callable, Iterable, Iterator

from tuyentruyen_cli.model.finding import Finding, Severity
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
# What a screen holds; JSON has everything.
MOST = 60

Explain = Callable[[Finding], tuple[str, str]]


def findings_by_file(findings: Iterable[Finding], explain: Explain, lang: str) -> Iterator[str]:
    """Errors and warnings with what to do; notes are counted. At most ``MOST`` findings, the files with errors first."""
    findings = list(findings)
    told = [f for f in findings if f.severity is not Severity.NOTE]
    files: dict[str, list[Finding]] = {}
    for finding in told:
        files.setdefault(finding.location.file, []).append(finding)
    order = sorted(files, key=lambda name: (min(_WEIGHT[f.severity] for f in files[name]), name))
    shown = 0
    for name in order:
        if shown >= MOST:
            break
        yield ""
        yield escape(name)
        for finding in sorted(files[name], key=lambda f: _WEIGHT[f.severity])[: MOST - shown]:
            yield from _lines(finding, explain, lang)
            shown += 1
    if len(told) > shown:
        yield say("cli.more-findings", lang, count=len(told) - shown)
    notes = len(findings) - len(told)
    if notes:
        yield ""
        yield say("cli.notes", lang, count=notes)


def _lines(finding: Finding, explain: Explain, lang: str) -> Iterator[str]:
    message, hint = explain(finding)
    word = say(f"cli.{finding.severity.value}", lang)
    yield f"  {MARKS[finding.severity]} {word} {address(finding)}{message} [{finding.rule}]"
    yield f"      → {hint}"


def address(finding: Finding) -> str:
    """The sheet and cell as a spreadsheet shows them, with a colon, or empty for a whole file."""
    place = finding.location
    where = f"{place.part}!{place.cell}" if place.part and place.cell else place.cell or place.part
    return f"{escape(where)}: " if where else ""
