"""Findings as lines of text: by file, the worst first, each with its cell and what to do; no more than a screen can hold."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.render.findings_view import Line
from tuyentruyen_cli.texts import say

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
# What a screen holds. Every file with errors shows some before any shows more.
MOST = 30
AT_ONCE = 5
RULES_NAMED = 5
CELLS_NAMED = 12


def findings_text(lines: Sequence[Line], lang: str) -> Iterator[str]:
    """Errors and warnings with what to do; notes are counted. At most ``MOST`` messages, then what the rest is and where."""
    told = [line for line in lines if line.severity is not Severity.NOTE]
    shown = _shown(told)
    files: dict[str, list[Line]] = {}
    for line in shown:
        files.setdefault(line.file, []).append(line)
    in_file = Counter(line.file for line in told)
    for name, mine in files.items():
        yield ""
        units = dict.fromkeys(line.unit for line in mine if line.unit)
        yield f"{name} ({units.popitem()[0]})" if len(units) == 1 else name
        for line in mine:
            yield from _lines(line, lang)
        if in_file[name] > len(mine):
            yield say("findings.rest-file", lang, count=in_file[name] - len(mine))
    if len(told) > len(shown):
        yield from _rest(told, shown, lang)
    notes = len(lines) - len(told)
    if notes:
        yield ""
        yield say("findings.notes", lang, count=notes)


def _shown(told: Sequence[Line]) -> list[Line]:
    """What there is room for: all errors before any warning, and a few of each file before more of one."""
    seen: Counter[tuple[Severity, str]] = Counter()
    ranked = []
    for order, line in enumerate(told):
        ranked.append((line.severity is not Severity.ERROR, seen[line.severity, line.file] // AT_ONCE, order))
        seen[line.severity, line.file] += 1
    chosen = sorted(ranked)[:MOST]
    return [told[order] for _, _, order in sorted(chosen, key=lambda one: one[2])]


def _rest(told: Sequence[Line], shown: Sequence[Line], lang: str) -> Iterator[str]:
    """How much is not shown, of which rules, and how to see it."""
    rules = Counter(line.rule for line in told) - Counter(line.rule for line in shown)
    yield ""
    yield say("findings.rest", lang, count=len(told) - len(shown))
    for rule, count in rules.most_common(RULES_NAMED):
        yield say("findings.rest-rule", lang, count=count, title=say(f"titles.{rule}", lang), rule=rule)
    errors = [line for line in told if line.severity is Severity.ERROR]
    files = len({line.file for line in told})
    counts = {"errors": len(errors), "cells": sum(e.count for e in errors), "warnings": len(told) - len(errors), "files": files}
    yield say("findings.counted", lang, **counts)
    yield say("findings.all", lang)


def _lines(line: Line, lang: str) -> Iterator[str]:
    word = say(f"findings.{line.severity.value}", lang)
    place = f"{line.place}: " if line.place else ""
    yield f"  {MARKS[line.severity]} {word} {place}{line.message} [{line.rule}]"
    yield from (f"      {sentence}." for sentence in line.also)
    yield f"      → {line.hint}"
