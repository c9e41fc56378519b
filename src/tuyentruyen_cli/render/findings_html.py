"""Findings as one page that needs nothing else: it can be searched, printed and sent on, and asks nothing of any network."""

from collections.abc import Sequence

from tuyentruyen_cli import resources
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.findings_view import Line
from tuyentruyen_cli.render.page import written
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date, format_time

KIND = "danh-sach-loi"
COLUMNS = ("column-severity", "column-unit", "column-message", "column-hint")
WORDS = ("html-search", "html-all-units", "html-place", "html-nothing")


def findings_html(report: Report, lines: Sequence[Line], subject: str, lang: str) -> bytes:
    """The page, one row for each message; ``subject`` is what it is about. Nothing of a file becomes markup."""
    view = {
        "lang": lang,
        "said": _said(report, subject, lang),
        "severities": [(s.value, say(f"findings.{s.value}", lang), sum(one.severity is s for one in lines)) for s in Severity],
        "units": sorted({line.unit for line in lines if line.unit}),
        "lines": lines,
    }
    return written(resources.template(KIND), view)


def _said(report: Report, subject: str, lang: str) -> dict[str, str]:
    made = report.as_of.astimezone(report.campaign.calendar.tz)
    when = f"{format_time(made.time())} {format_date(made.date())}"
    return {
        **{name: say(f"findings.{name}", lang) for name in (*COLUMNS, *WORDS)},
        **{s.value: say(f"findings.{s.value}", lang) for s in Severity},
        "html-title": say("findings.html-title", lang, subject=subject),
        "html-made": say("findings.html-made", lang, when=when),
        "html-shown": say("findings.html-shown", lang, n="{n}", all="{all}"),  # the page fills them in
    }
