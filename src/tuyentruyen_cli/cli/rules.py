"""``tuyentruyen rules``: every rule in a line, or one explained."""

import difflib
import json
import textwrap
from collections.abc import Iterator

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode, OperatorError
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.render.catalogue import RulePage, catalogue_json, rule_page, rule_pages
from tuyentruyen_cli.texts import say

_WIDTH = 100


def run_rules(rule: str | None, settings: Settings) -> int:
    """List the rules, or explain one. Raises OperatorError for a slug that is none."""
    if rule is not None and rule not in RULES:
        raise _no_such(rule)
    pages = (rule_page(rule, settings.lang),) if rule else rule_pages(settings.lang)
    if settings.as_json:
        click.echo(json.dumps(catalogue_json(pages, settings.lang), ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    for line in _page(pages[0], settings.lang) if rule else _list(pages, settings.lang):
        click.echo(line)
    return int(ExitCode.DONE)


def _no_such(rule: str) -> OperatorError:
    near = difflib.get_close_matches(rule.strip().casefold().replace("_", "-"), RULES, n=3)
    if near:
        return OperatorError("catalogue.did-you-mean", rule=rule, suggestions=", ".join(near))
    return OperatorError("catalogue.no-such-rule", rule=rule)


def _list(pages: tuple[RulePage, ...], lang: str) -> Iterator[str]:
    width = max(len(page.id) for page in pages)
    for severity in Severity:
        yield say(f"catalogue.about-{severity.value}", lang)
        yield from (f"  {page.id:<{width}}  {page.title}" for page in pages if page.severity is severity)
        yield ""
    yield say("catalogue.more", lang)


def _page(page: RulePage, lang: str) -> Iterator[str]:
    yield f"{page.id} ({say(f'catalogue.{page.severity.value}', lang)})"
    yield page.title
    for case in page.cases:
        yield from _part("found", case.found, lang)
        yield from _part("remedy", case.remedy, lang)
    yield from _part("why", page.why, lang)
    wrong, right = ("as-sent", "better") if page.severity is Severity.NOTE else ("wrong", "right")
    yield from _part(wrong, page.wrong, lang)
    yield from _part(right, page.right, lang, gap=False)
    if page.closed_by:
        yield ""
        yield say("catalogue.closed-by", lang) + ":"
    for kind, effect in page.closed_by:
        yield from _wrapped(f"- {kind}: {effect}", indent="  ")


def _part(heading: str, text: str, lang: str, *, gap: bool = True) -> Iterator[str]:
    if gap and heading != "remedy":
        yield ""
    yield from _wrapped(f"{say(f'catalogue.{heading}', lang)}: {text}")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
