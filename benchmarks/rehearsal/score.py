"""The tool's answer against the truth, counted; the examples that a person wants to see."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rehearsal.facts import MEASURES, Expected
from rehearsal.layouts import BASE
from rehearsal.nation import Sent


@dataclass(slots=True)
class Score:
    """Counters, and for each kind of fault its examples."""

    counts: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)
    other_rule: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    totals: list[str] = field(default_factory=list)
    needless_rules: Counter[str] = field(default_factory=Counter)


def score(sent: list[Sent], answer: dict[str, Any]) -> Score:
    """Everything that can be compared."""
    result = Score()
    units = {u["unit"]: u for u in answer.get("units", [])}
    held: dict[str, int] = Counter()
    for one in sent:
        for unit, truth in one.truth.items():
            got = units.pop(unit, {"values": {}, "why": {}})
            where = f"{unit} [{', '.join(one.files) or 'no file'}] {one.fate}/{one.layout}/{one.fault}"
            for measure in MEASURES:
                compare(
                    result,
                    where,
                    measure,
                    truth[measure],
                    got["values"].get(measure),
                    tuple(got.get("why", {}).get(measure, ())),
                )
                held[measure] += got["values"].get(measure) or 0
    for unit in units:
        result.silent.append(f"{unit}: a unit that nobody knows")
    sums(result, sent, answer, held)
    presence(result, sent, answer)
    return result


def compare(result: Score, where: str, measure: str, expected: Expected, got: int | None, why: tuple[str, ...]) -> None:
    """One figure of one unit."""
    counts = result.counts
    if expected.value is not None and not expected.room:
        counts["values"] += 1
    if got is not None:
        if got == expected.value:
            counts["right"] += not expected.room
            return
        counts["silent"] += 1
        result.silent.append(
            f"{where} {measure}: expected {expected.value if expected.value is not None else expected.why}, got {got}"
        )
        return
    if expected.value is not None:
        if not expected.room:
            counts["needless"] += 1
            result.needless_rules[", ".join(why) or "no word"] += 1
            result.needless.append(f"{where} {measure}: expected {expected.value}, null for {', '.join(why) or 'no word'}")
    elif expected.why != ("not-stated",) and measure in BASE:
        counts["refused"] += 1
        if set(expected.why) & set(why):
            counts["refused-by-rule"] += 1
        else:
            result.other_rule.append(
                f"{where} {measure}: {'/'.join(expected.why)} expected, said {', '.join(why) or 'nothing'}"
            )


def sums(result: Score, sent: list[Sent], answer: dict[str, Any], held: dict[str, int]) -> None:
    """Totals are the sums of the units, and the channels are what the truth says and add up."""
    known = {u["unit"]: u["values"] for u in answer.get("units", [])}
    channels = {c["channel"]: c["values"] for c in answer.get("channels", [])}
    for measure in MEASURES:
        total = (answer.get("totals", {}).get(measure) or {}).get("value")
        if (total or 0) != held[measure]:
            result.totals.append(f"total {measure}: {total}, its units make {held[measure]}")
        true: Counter[str] = Counter()
        for one in sent:
            for unit, truth in one.truth.items():
                if known.get(unit, {}).get(measure) is not None:
                    true.update(truth[measure].channels)
        loose = true.pop("?", 0)
        got = {c: (v.get(measure) or {}).get("value") or 0 for c, v in channels.items()}
        over = {c: got.get(c, 0) - true.get(c, 0) for c in {*got, *true}}
        if measure != "views" and (
            sum(over.values()) != loose or any(n < 0 for n in over.values()) or (loose == 0 and any(over.values()))
        ):
            result.totals.append(
                f"channels of {measure}: differ by { ({c: n for c, n in over.items() if n}) }, {loose} may stand anywhere"
            )
        result.counts["sums"] += 2


def presence(result: Score, sent: list[Sent], answer: dict[str, Any]) -> None:
    """Units that sent something and are called missing, or the other way round."""
    missing = set(answer.get("coverage", {}).get("missing", []))
    for one in sent:
        for unit, truth in one.truth.items():
            absent = truth["items"].why == ("missing",) and truth["items"].value is None
            unclear = "missing" in truth["items"].why and not absent
            if not unclear and (unit in missing) != absent:
                result.missed.append(
                    f"{unit} [{', '.join(one.files)}] {one.fate}: {'called missing' if unit in missing else 'not called missing'}"
                )
