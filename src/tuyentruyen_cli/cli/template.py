"""``tuyentruyen template``: the shipped templates laid into a campaign, and an office's own looked through."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from tuyentruyen_cli.cli.run import Settings
from tuyentruyen_cli.errors import ExitCode
from tuyentruyen_cli.model.template import Tag
from tuyentruyen_cli.pipeline.templating import TemplateChecked, TemplateQuestion, check_template, copy_template
from tuyentruyen_cli.texts import say
from tuyentruyen_cli.vi.text import escape

# Tags that end or part what another began say nothing by themselves.
_CLOSING: Final = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*(?:end\w+|else)\s*-?%\}|\{#.*#\}")
_PRINTED: Final = 60  # characters


def run_copy(start: Path, kind: str, settings: Settings, *, force: bool) -> int:
    """Copy a template and say where it is."""
    copied = copy_template(start, kind, settings.lang, force=force)
    if settings.as_json:
        document = {"format": "tuyentruyen/outputs", "version": 1, "outputs": [str(copied.path)]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return int(ExitCode.DONE)
    click.echo(say("templates.there" if copied.there else "templates.copied", settings.lang, path=copied.path))
    click.echo(say("templates.copied-next", settings.lang, path=copied.path), err=True)
    return int(ExitCode.DONE)


def run_check(question: TemplateQuestion, settings: Settings) -> int:
    """Check a template and say what was found. 1 when it cannot be used as it is."""
    checked = check_template(question)
    good = checked.fault is None and not checked.read.unknown
    if settings.as_json:
        click.echo(json.dumps(_json(checked, question.file, settings.lang), ensure_ascii=False, indent=2))
    else:
        for line in _lines(checked, question.file, settings.lang):
            click.echo(line)
        click.echo(say("templates.good" if good else "templates.bad", settings.lang))
    return int(ExitCode.DONE if good else ExitCode.FOUND)


def _lines(checked: TemplateChecked, file: Path, lang: str) -> Iterator[str]:
    read = checked.read
    title = "templates.title-own" if checked.own else "templates.title-sample"
    yield say(title, lang, file=escape(file.name), kind=checked.kind)
    tags = [tag for tag in read.tags if not _CLOSING.fullmatch(tag.tag)]
    yield say("templates.tags", lang, count=len(tags))
    yield from (f"  {_tag(tag, lang)}" for tag in tags)
    if read.unknown:
        yield say("templates.unknown", lang, count=len(read.unknown))
    for one in read.unknown:
        message = "templates.unknown-close" if one.close else "templates.unknown-one"
        yield "  " + say(message, lang, name=one.name, close=one.close, place=escape(one.place))
    if read.unused:
        yield say("templates.unused", lang, names=", ".join(read.unused))
    if checked.fault:
        yield say("templates.fault", lang, why=_why(checked, lang))
    if checked.sample:
        yield say("templates.sample", lang, path=checked.sample)


def _tag(tag: Tag, lang: str) -> str:
    times = say("templates.tag-times", lang, count=tag.times) if tag.times > 1 else ""
    text = tag.prints if len(tag.prints) <= _PRINTED else f"{tag.prints[: _PRINTED - 1]}…"
    prints = say("templates.tag-prints", lang, text=escape(text)) if text else ""
    place = say("templates.tag-place", lang, text=escape(tag.place)) if tag.place != tag.tag else ""
    return say("templates.tag", lang, tag=escape(tag.tag), times=times, prints=prints, place=place)


def _why(checked: TemplateChecked, lang: str) -> str:
    assert checked.fault is not None, "asked for only where there is one"
    return say(checked.fault.message, lang, **checked.fault.arguments)


def _json(checked: TemplateChecked, file: Path, lang: str) -> dict[str, object]:
    return {
        "format": "tuyentruyen/template-check",
        "version": 1,
        "file": file.name,
        "kind": checked.kind,
        "tags": [{"tag": t.tag, "place": t.place, "times": t.times, "prints": t.prints or None} for t in checked.read.tags],
        "unknown": [{"name": u.name, "place": u.place, "close": u.close or None} for u in checked.read.unknown],
        "unused": list(checked.read.unused),
        "fault": _why(checked, lang) if checked.fault else None,
        "sample": str(checked.sample) if checked.sample else None,
    }
