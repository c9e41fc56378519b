"""Findings as one page that needs nothing else: it can be searched, printed and sent on, and asks nothing of any network."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from tuyentruyen_cli import resources
from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.findings_view import Line
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.dates import format_date, format_time
from tuyentruyen_cli.vi.text import clean

KIND = "danh-sach-loi"
COLUMNS = ("column-severity", "column-unit", "column-message", "column-hint")
WORDS = ("html-search", "html-all-units", "html-place", "html-nothing")


def findings_html(report: Report, lines: Sequence[Line], subject: str, lang: str) -> bytes:
    """The page, one row for each message; ``subject`` is what it is about. Nothing of a file becomes markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only where a page is written

    folder = resources.template(KIND)
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style, script = (_part(folder / name) for name in ("page.css", "page.js"))
    page = environment.get_template("page.html.j2").render(
        lang=lang,
        said=_said(report, subject, lang),
        severities=[(s.value, say(f"findings.{s.value}", lang), sum(one.severity is s for one in lines)) for s in Severity],
        units=sorted({line.unit for line in lines if line.unit}),
        lines=lines,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return clean(page)[0].encode()


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


def _part(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the page's own policy names its style and script by: no other may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
