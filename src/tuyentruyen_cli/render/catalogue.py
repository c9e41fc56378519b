"""The catalogue of rules for a reader: each rule with all that there is to say of it, in one language."""

import re
from typing import Any

from msgspec import Struct

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.rules import CLOSED_BY, OF_A_CELL, RULES
from tuyentruyen_cli.model.schema import MeasureKind
from tuyentruyen_cli.texts import area, fill, say

_EXAMPLE = re.compile(r"([^:;]+): ([^;()]+)")


class RuleCase(Struct, frozen=True):
    """What a rule says in one of its cases, and what to do then.

    What depends on the file is as in the rule's example, or named: ``‹…›``.
    """

    found: str
    remedy: str  # all that may be advised, as sentences


class RulePage(Struct, frozen=True):
    """A rule explained. ``closed_by`` are kinds of decision with their effects."""

    id: str
    severity: Severity
    title: str
    cases: tuple[RuleCase, ...]
    why: str
    wrong: str
    right: str
    closed_by: tuple[tuple[str, str], ...]


def rule_page(rule: str, lang: str) -> RulePage:
    """A rule explained. Raises KeyError for a slug that is none."""
    return RulePage(
        rule,
        RULES[rule],
        say(f"titles.{rule}", lang),
        _cases(rule, lang),
        say(f"why.{rule}", lang),
        say(f"examples.wrong.{rule}", lang),
        say(f"examples.right.{rule}", lang),
        tuple((c.kind.value, say(f"catalogue.effect-{c.effect}", lang)) for c in CLOSED_BY.get(rule, ())),
    )


def rule_pages(lang: str) -> tuple[RulePage, ...]:
    """All rules, the worst first, in the order of the catalogue."""
    return tuple(rule_page(rule, lang) for severity in Severity for rule, its in RULES.items() if its is severity)


def _cases(rule: str, lang: str) -> tuple[RuleCase, ...]:
    found = area("rules")
    sample = _Sample(rule, lang)
    remedies: dict[str, dict[str, None]] = {}
    for key in (k for k in area("hints") if k.partition(".")[0] == rule):
        said = fill(f"rules.{key if key in found else rule}", lang, sample)
        remedy = fill(f"hints.{key}", lang, sample)
        of_duration = key.endswith(f".{MeasureKind.DURATION.value}")
        remedies.setdefault(said, {})[say("catalogue.for-duration", lang, remedy=remedy) if of_duration else remedy] = None
    return tuple(RuleCase(said, " ".join(advice)) for said, advice in remedies.items())


class _Sample(dict[str, str]):
    """Arguments as a rule's own example has them (``Số lần phát: 20-30``); any other is shown by its name."""

    def __init__(self, rule: str, lang: str) -> None:
        super().__init__()
        self._lang = lang
        wrong, right = (_EXAMPLE.fullmatch(say(f"examples.{which}.{rule}", lang)) for which in ("wrong", "right"))
        if rule in OF_A_CELL and wrong and right:
            self.update(measure=wrong[1], typed=wrong[2], suggestion=right[2])

    def __missing__(self, key: str) -> str:
        return f"‹{say(f'catalogue.arg-{key}', self._lang)}›"


def catalogue_json(pages: tuple[RulePage, ...], lang: str) -> dict[str, Any]:
    """Rules as a JSON document."""
    return {"format": "tuyentruyen/rules", "version": 1, "lang": lang, "rules": [_json(page) for page in pages]}


def _json(page: RulePage) -> dict[str, Any]:
    return {
        "id": page.id,
        "severity": page.severity.value,
        "title": page.title,
        "cases": [{"found": c.found, "remedy": c.remedy} for c in page.cases],
        "why": page.why,
        "example": {"wrong": page.wrong, "right": page.right},
        "closed_by": [{"decision": kind, "effect": effect} for kind, effect in page.closed_by],
    }
