"""Gives findings out in the form that was asked for."""

from collections.abc import Callable

import click
from msgspec import Struct

from tuyentruyen_cli.cli.listing import CSV, JSON, TEXT, Listing
from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.files import write_atomic
from tuyentruyen_cli.model.codec import to_document
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.explain import Explain
from tuyentruyen_cli.render.findings_view import lines
from tuyentruyen_cli.texts import say


class Found(Struct, frozen=True):
    """A report with what is needed to list its findings: ``subject`` is what it is about, ``as_json`` its whole document."""

    report: Report
    explain: Explain
    subject: str
    as_json: Callable[[], object]


def give(found: Found, listing: Listing, settings: Settings, text: Callable[[], None]) -> None:
    """Give findings out as asked; ``text`` writes what a person reads. Raises OutputRefused where no file can be written."""
    in_file, on_screen = listing.of_file(), listing.on_screen(settings)
    if in_file and listing.output is not None:
        data, count = _document(found, in_file, settings.lang)
        write_atomic(listing.output, data)
        click.echo(say("findings.written", settings.lang, count=count, path=listing.output), err=True)
    if on_screen == TEXT:
        text()
    else:
        # As bytes: a table's line ends and its mark are the same on every system.
        click.echo(_document(found, on_screen, settings.lang)[0], nl=False)


def _document(found: Found, form: str, lang: str) -> tuple[bytes, int]:
    """The document, and how many messages (in JSON: findings) it holds."""
    if form == JSON:
        return to_document(found.as_json()), len(found.report.findings)
    every = lines(found.report, found.explain, lang)
    if form == CSV:
        from tuyentruyen_cli.render.findings_csv import findings_csv  # noqa: PLC0415

        return findings_csv(every, lang), len(every)
    from tuyentruyen_cli.render.findings_html import findings_html  # noqa: PLC0415

    return findings_html(found.report, every, found.subject, lang), len(every)
