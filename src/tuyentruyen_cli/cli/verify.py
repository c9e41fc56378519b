"""``tuyentruyen verify``: what became of a document since it was written."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from tuyentruyen_cli.cli.rebuilt import make_again, remembering
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.model.verification import Altered, Verification, Way
from tuyentruyen_cli.pipeline.verifying import Asked, verify
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

MOST: Final = 40


def run_verify(asked: Asked, settings: Settings) -> int:
    """Verify a document and say what was found. 1 when a number is not as it was written, or no longer holds."""
    found = remembering(lambda: verify(asked), asked.file, settings)
    if found.outdated is None and _remembered_again(asked.file, settings):
        found = verify(asked)
    if settings.as_json:
        click.echo(json.dumps(_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, settings.lang):
            click.echo(line)
    return int(ExitCode.DONE if found.holds else ExitCode.FOUND)


def _remembered_again(file: Path, settings: Settings) -> bool:
    """Whether weeks that were lost are back; a document can be verified without them too."""
    with suppress(OperatorError):
        return bool(make_again(file, settings))
    return False


def _lines(found: Verification, lang: str) -> Iterator[str]:
    compared = found.compared
    title = "verify.title-issued" if found.issued else "verify.title"
    what = ", ".join(filter(None, (found.kind, found.of)))  # what an office asks of its units is of no week
    yield say(title, lang, file=escape(found.file), what=what, name=found.issued)
    yield say(f"verify.against-{found.against}", lang)
    if compared.way is Way.TEXT:
        yield say("verify.by-text", lang)
    if found.unknown_mark:
        yield say("verify.unknown-mark", lang)
    yield from _section("verify.changed", [_altered(a, lang) for a in compared.changed], lang)
    rows = [say("verify.row", lang, then=escape(a.then), now=escape(a.now), place=escape(a.place)) for a in compared.relabelled]
    yield from _section("verify.relabelled", rows, lang)
    gone = [say("verify.gone-one", lang, about=escape(a.about), then=a.then) for a in compared.gone]
    yield from _section("verify.gone", gone, lang)
    yield from _section("verify.unread", [escape(line) for line in compared.unread], lang)
    if compared.lost:
        yield say("verify.lost", lang, numbers="; ".join(compared.lost[:MOST]))
    yield from _section("verify.outdated", [_altered(a, lang) for a in found.outdated or ()], lang)
    strays = [say("verify.stray", lang, number=escape(s.number), place=escape(s.place)) for s in compared.strays]
    yield from _section("verify.strays", strays, lang)
    if found.outdated is None:
        yield say("verify.not-asked", lang)
    if found.holds:
        yield say("verify.holds", lang, count=compared.numbers)
    else:
        yield say("verify.holds-not-issued" if found.issued else "verify.holds-not", lang, week=found.of)


def _section(title: str, lines: Sequence[str], lang: str) -> Iterator[str]:
    if not lines:
        return
    yield say(title, lang, count=len(lines))
    yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield "  " + say("verify.more", lang, count=len(lines) - MOST)


def _altered(one: Altered, lang: str) -> str:
    now = escape(one.now) or say("verify.no-figure-now", lang)
    said = {"about": escape(one.about), "then": escape(one.then), "now": now}
    return say("verify.altered-in", lang, place=escape(one.place), **said) if one.place else say("verify.altered", lang, **said)


def _json(found: Verification) -> dict[str, object]:
    compared = found.compared
    return {
        "format": "tuyentruyen/verification",
        "version": 1,
        "file": found.file,
        "kind": found.kind,
        "of": found.of,
        "issued": found.issued or None,
        "against": found.against.value,
        "by": compared.way.value,
        "holds": found.holds,
        "numbers": compared.numbers,
        "changed": [_altered_json(a) for a in compared.changed],
        "relabelled": [_altered_json(a) for a in compared.relabelled],
        "gone": [_altered_json(a) for a in compared.gone],
        "lost": list(compared.lost),
        "unread": list(compared.unread),
        "outdated": None if found.outdated is None else [_altered_json(a) for a in found.outdated],
        "strays": [{"number": s.number, "place": s.place} for s in compared.strays],
        "unknown_mark": found.unknown_mark,
    }


def _altered_json(one: Altered) -> dict[str, str | None]:
    return {"about": one.about, "place": one.place or None, "then": one.then, "now": one.now or None}
